import Assessments
import Intake
import SocialReturnModel

/// A row of a table as a program reads it: every property of the row type, with references and texts as strings.
///
/// ```swift
/// for placement in assessment.acceptedRows(of: Placement.self) {
///     print(placement.rowNumber, placement.contract ?? "", placement.start, placement.explanation)
/// }
/// ```
@dynamicMemberLookup
public struct TypedRow<Row: TableRow>: Sendable {
    /// The values as the table holds them.
    public let values: Row
    private let position: Int
    private let table: TypedTable<Row>

    fileprivate init(_ table: TypedTable<Row>, _ position: Int) {
        values = table.data.rows[position]
        self.position = position
        self.table = table
    }

    /// A reference, such as a contract number or a participant code; nil where there is none.
    public subscript(dynamicMember property: KeyPath<Row, Symbol?>) -> String? {
        values[keyPath: property].map { table.symbols[$0] }
    }

    /// A text, as far as it may be shown; empty where there is none.
    public subscript(dynamicMember property: KeyPath<Row, TextCell>) -> String {
        table.data.source.text(values[keyPath: property])
    }

    /// Any other value; nil for an empty cell, and for one that could not be read.
    public subscript<Value>(dynamicMember property: KeyPath<Row, Value>) -> Value { values[keyPath: property] }

    /// What stands in the cell that is read into `property`, as it was written and as far as it may be shown.
    public func written(_ property: PartialKeyPath<Row>) -> String {
        table.data.written(position, column: Row.table.index(of: property))
    }

    /// The number that a spreadsheet program shows beside the row.
    public var rowNumber: Int { table.data.row(of: position) }

    /// Where the row stands; findings name the same place.
    public var place: Place { table.data.place(position) }
}

/// Rows of one table, in the order of its file. Reading one costs no more than the row.
public struct TypedRows<Row: TableRow>: RandomAccessCollection, Sendable {
    private let table: TypedTable<Row>?
    private let positions: [Int]

    fileprivate init(_ data: TableData<Row>?, _ symbols: SymbolTable, rejected: Bool) {
        table = data.map { TypedTable($0, symbols) }
        positions = data.map { data in data.rows.indices.filter { data.isSetAside[$0] == rejected } } ?? []
    }

    /// The first position.
    public var startIndex: Int { 0 }
    /// The position after the last.
    public var endIndex: Int { positions.count }

    /// The row at `index` among these rows.
    public subscript(index: Int) -> TypedRow<Row> {
        guard let table else { preconditionFailure("a table that is not there has no rows") }
        return TypedRow(table, positions[index])
    }
}

/// A table with the texts behind its references, shared by all of its rows.
private final class TypedTable<Row: TableRow>: Sendable {
    let data: TableData<Row>
    let symbols: SymbolTable

    init(_ data: TableData<Row>, _ symbols: SymbolTable) {
        self.data = data
        self.symbols = symbols
    }
}

extension Assessment {
    /// The rows of a table of the submission that count; none where the table was not submitted.
    public func acceptedRows<Row: TableRow>(of type: Row.Type) -> TypedRows<Row> {
        TypedRows(context.table(), submission.symbols, rejected: false)
    }

    /// The rows of a table of the submission that have an error and count in no figure.
    public func rejectedRows<Row: TableRow>(of type: Row.Type) -> TypedRows<Row> {
        TypedRows(context.table(), submission.symbols, rejected: true)
    }

    /// All findings with their words, in file, row and rule order.
    public func findings(in language: Language) -> [ShownFinding] {
        findings.all.map { describe($0, language) }
    }
}

extension ContractRegister {
    /// The rows of a table of the register that count: of rows that stand twice, the first.
    public func rows<Row: TableRow>(of type: Row.Type) -> TypedRows<Row> {
        var finder = TableFinder<Row>()
        forEachTable(&finder)
        return TypedRows(finder.found, symbols, rejected: false)
    }

    /// What the register says of the contract with this number, whatever the case of its letters; nil when it does not know it.
    public func contract(_ number: String) -> Contract? { symbols.symbol(for: number).flatMap { contract($0)?.row } }

    /// What the contract with this number obliges to, in the order of the register.
    public func obligations(of number: String) -> [Obligation] {
        symbols.symbol(for: number).map { obligations(of: $0).map(\.row) } ?? []
    }

    /// The numbers of the contracts of `supplier`, in the order of the register.
    public func contractNumbers(of supplier: KvKNumber) -> [String] { contracts(of: supplier).map { symbols[$0] } }
}
