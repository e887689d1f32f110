import Intake
import SocialReturnModel
import Spreadsheets

/// Puts the typed values of a table's rows into cells, one column after the other.
///
/// Text goes from the file's cells to the sheet as bytes, and names of codes are made once a column: no text is made a cell.
struct TableCells<Row: TableRow> {
    private let table: TableData<Row>
    private let bindings = Row.table.columns.map(\.binding)
    private let symbols: SymbolTable
    /// The names of each column's codes as UTF-8, by raw value; empty for columns without a list.
    private let codeNames: [[[UInt8]]]
    /// The columns on the sheet, by position in the definition: the required ones, which formulas lean on even when the file lacks
    /// them, and those that have something in a row that counts. Those that give way where there is little room are apart.
    let columns, aside: [Int]

    /// The cells of `table`, with the names of codes in `language`.
    init(_ table: TableData<Row>, _ symbols: SymbolTable, _ language: Language) {
        self.table = table
        self.symbols = symbols
        let shown = Row.table.columns.indices.filter {
            Row.table.columns[$0].facts.isRequired || table.isUsed(column: $0)
        }
        columns = shown.filter { !Row.table.columns[$0].facts.marks.contains(.aside) }
        aside = shown.filter { Row.table.columns[$0].facts.marks.contains(.aside) }
        codeNames = Row.table.columns.map { column in
            switch column.binding {
            case .code(let list, _), .codes(let list, _): list.entries.map { Array($0.name[language].utf8) }
            default: []
            }
        }
    }

    /// How many characters the names of the codes in a cell take; 0 for a column without them.
    func nameLength(_ index: Int, column position: Int) -> Int {
        switch bindings[position] {
        case .code(_, let field):
            field.rawValue(in: table.rows[index]).map { codeNames[position][Int($0)].count } ?? 0
        case .codes(_, let field): names(field.value(in: table.rows[index]), position).count
        default: 0
        }
    }

    /// Puts the row at `index` into `sink`, a cell for each of `columns`.
    func write<Sink: CellWriter>(_ index: Int, _ columns: [Int], to sink: inout Sink) throws {
        let row = table.rows[index]
        for position in columns {
            switch bindings[position] {
            case .text(let field): try write(field.value(in: row), to: &sink)
            case .identifier(let field):
                if let symbol = field.value(in: row) {
                    try sink.text(symbols[symbol], nil)
                } else {
                    try sink.empty(nil)
                }
            case .kvk(let field): try write(field.value(in: row)?.description, to: &sink)
            case .day(let field):
                if let day = field.value(in: row) { try sink.day(day, nil) } else { try sink.empty(nil) }
            case .money(let field):
                if let amount = field.value(in: row) {
                    try sink.decimal(amount.rawValue, decimals: 2, nil)
                } else {
                    try sink.empty(nil)
                }
            case .number(let field):
                if let number = field.value(in: row) {
                    try sink.decimal(number.tenThousandths, decimals: 4, nil)
                } else {
                    try sink.empty(nil)
                }
            case .period(let field): try write(field.value(in: row)?.description, to: &sink)
            case .code(let list, let field):
                if let code = field.rawValue(in: row) {
                    try write(codeNames[position][Int(code)], to: &sink)
                } else if list.isOpen {
                    try write(table.written(index, column: position), to: &sink)
                } else {
                    try sink.empty(nil)
                }
            case .codes(_, let field):
                try write(names(field.value(in: row), position), to: &sink)
            }
        }
    }

    private func write<Sink: CellWriter>(_ cell: TextCell, to sink: inout Sink) throws {
        guard !cell.isEmpty else { return try sink.empty(nil) }
        try table.source.cells.withAllBytes { try sink.text(UnsafeBufferPointer(rebasing: $0[cell.range]), nil) }
    }

    private func write<Sink: CellWriter>(_ text: String?, to sink: inout Sink) throws {
        if let text, !text.isEmpty { try sink.text(text, nil) } else { try sink.empty(nil) }
    }

    private func write<Sink: CellWriter>(_ text: [UInt8], to sink: inout Sink) throws {
        try text.withUnsafeBufferPointer { try sink.text($0, nil) }
    }

    private func names(_ bits: UInt32, _ position: Int) -> String {
        guard bits != 0 else { return "" }
        return codeNames[position].indices.filter { bits & (1 << UInt32($0)) != 0 }
            .map { String(decoding: codeNames[position][$0], as: UTF8.self) }.joined(separator: ", ")
    }
}

extension TableData {
    /// Whether any row that counts has something in the column at `column` of the definition.
    fileprivate func isUsed(column: Int) -> Bool {
        guard source.fieldOfColumn[column] >= 0 else { return false }
        let field = source.fieldOfColumn[column]
        return acceptedIndices.contains { !source.cells.range(Int(records[$0]), field).isEmpty }
    }
}
