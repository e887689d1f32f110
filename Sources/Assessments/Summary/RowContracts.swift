import Intake
import SocialReturnModel

/// Which contract each row of a submission and its register is about.
///
/// Rows of *uren.csv* and *bewijs.csv* name no contract themselves: they follow the placement or invoice that they belong to.
struct RowContracts {
    /// The contract of each record, by table; -1 for none.
    private var byTable: [[Int32]] = Array(repeating: [], count: TableID.allCases.count)

    /// Looked up for the few rows that something was found in: a register can hold many times the rows of a submission.
    private let register: ContractRegister?

    /// The contracts of the rows of all tables that are `asked` for: of a large submission most are looked up for no finding.
    init(_ submission: Submission, _ register: ContractRegister?, of asked: Set<TableID> = Set(TableID.allCases)) {
        self.register = register
        let follows = asked.contains(.hours) || asked.contains(.evidence)
        var collector = Collector(asked: asked, symbols: follows ? submission.symbols.count : 0)
        submission.forEachTable(&collector)
        if let table = submission.hours, asked.contains(.hours) { collector.follow(table, \.placement) }
        if let table = submission.evidence, asked.contains(.evidence) { collector.follow(table, \.belongsTo) }
        byTable = collector.byTable
    }

    /// The contract of the row at `place`; nil for other places and for rows without one.
    func contract(at place: Place) -> Symbol? {
        guard place.isInRow else { return nil }
        guard place.table.isSubmission else { return register?.contract(at: place) }
        let records = byTable[Int(place.table.rawValue)]
        guard Int(place.record) < records.count, records[Int(place.record)] >= 0 else { return nil }
        return Symbol(rawValue: records[Int(place.record)])
    }

    private struct Collector: TableVisitor {
        let asked: Set<TableID>
        var byTable: [[Int32]] = Array(repeating: [], count: TableID.allCases.count)
        /// The contract of each placement and invoice, by the symbol that names it; empty where no row follows one.
        private var byReference: [Int32]

        /// - Parameter symbols: How many symbols there are; 0 where no row follows a placement or invoice.
        init(asked: Set<TableID>, symbols: Int) {
            self.asked = asked
            byReference = Array(repeating: -1, count: symbols)
        }

        mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
            guard let field = Row.table.contractField else { return }
            if asked.contains(table.source.id) {
                var contracts = [Int32](repeating: -1, count: Int(table.records.last ?? -1) + 1)
                for (row, record) in zip(table.rows, table.records) {
                    contracts[Int(record)] = field.value(in: row)?.rawValue ?? -1
                }
                byTable[Int(table.source.id.rawValue)] = contracts
            }
            guard !byReference.isEmpty else { return }
            if let table = table as? TableData<Placement> { refer(table, \.id, \.contract) }
            if let table = table as? TableData<SocialPurchase> { refer(table, \.invoiceNumber, \.contract) }
        }

        private mutating func refer<Row: TableRow>(
            _ table: TableData<Row>, _ name: KeyPath<Row, Symbol?>, _ contract: KeyPath<Row, Symbol?>
        ) {
            let (name, contract) = (Field(name), Field(contract))
            for row in table.rows {
                guard let name = name.value(in: row), let contract = contract.value(in: row) else { continue }
                if byReference[Int(name.rawValue)] < 0 { byReference[Int(name.rawValue)] = contract.rawValue }
            }
        }

        mutating func follow<Row: TableRow>(_ table: TableData<Row>, _ reference: KeyPath<Row, Symbol?>) {
            let reference = Field(reference)
            var contracts = [Int32](repeating: -1, count: Int(table.records.last ?? -1) + 1)
            for (row, record) in zip(table.rows, table.records) {
                guard let name = reference.value(in: row) else { continue }
                contracts[Int(record)] = byReference[Int(name.rawValue)]
            }
            byTable[Int(table.source.id.rawValue)] = contracts
        }
    }
}
