import Intake
import SocialReturnModel

/// What an earlier report brings to the next template.
extension TemplateContents {
    /// Takes over from `submission` who reports, the placements that still run with their evidence, and the commitments that are
    /// still open.
    mutating func carry(_ submission: Submission) {
        let lastDay = submission.coverRow.period?.end
        if let cover = submission.cover, let index = submission.coverIndex {
            let values = CarriedValues(cover, submission.symbols)
            let row = values.row(index)
            for (column, facts) in Cover.table.facts.columns.enumerated() where facts.marks.contains(.ofSupplier) {
                setCover(column, row[column])
            }
            if case .text(let name)? = row[Cover.table.index(of: \.supplierName)] {
                supplierName = name
            }
        }
        carry(submission.placements, submission.symbols, key: \.id) { row in
            guard let end = row.end else { return true }
            return lastDay.map { end > $0 } ?? false
        }
        // Who runs on was shown to belong to the group already: nobody names that evidence again.
        let running = Set(
            (submission.placements?.rows ?? []).filter { row in
                row.end.map { end in lastDay.map { end > $0 } ?? false } ?? true
            }.compactMap(\.id))
        carry(submission.evidence, submission.symbols, key: \.id) { row in
            row.belongsTo.map(running.contains) ?? false
        }
        carry(submission.commitments, submission.symbols, key: \.id) { !$0.isClosed }
        contracts = contractNumbers.map { TemplateContract(number: $0) }
    }

    /// Takes over the rows of a table that are wanted. Of rows with the same reference the first counts.
    private mutating func carry<Row: TableRow>(
        _ table: TableData<Row>?, _ symbols: SymbolTable, key: KeyPath<Row, Symbol?>,
        where isWanted: (Row) -> Bool
    ) {
        guard let table else { return }
        let values = CarriedValues(table, symbols)
        let left = Row.table.facts.columns.map { $0.marks.contains(.ofPeriod) }
        var seen: Set<Symbol> = []
        var rows: [[TemplateValue?]] = []
        for (index, row) in table.rows.enumerated() where isWanted(row) {
            if let reference = row[keyPath: key], !seen.insert(reference).inserted { continue }
            let carried = zip(values.row(index), left).map { $1 ? nil : $0 }
            if carried.contains(where: { $0 != nil }) { rows.append(carried) }
        }
        if !rows.isEmpty { self.rows[table.source.id] = rows }
    }

    /// The contract numbers in the rows, each once, in the order of the rows.
    private var contractNumbers: [String] {
        var seen: Set<String> = []
        return TableID.submission.flatMap { id -> [String] in
            guard let column = AllTables.facts(id).contractColumn else { return [] }
            return rows[id, default: []].compactMap { row in
                if case .text(let number)? = row[column] { number } else { nil }
            }
        }.filter { seen.insert($0).inserted }
    }
}

/// The values of a table's rows as a template takes them over.
struct CarriedValues<Row: TableRow> {
    private let table: TableData<Row>
    private let symbols: SymbolTable

    init(_ table: TableData<Row>, _ symbols: SymbolTable) {
        self.table = table
        self.symbols = symbols
    }

    /// The values of the row at `index`, one for each column of the definition. What could not be read, what was masked, and text
    /// that a spreadsheet program would take for a formula is left out.
    func row(_ index: Int) -> [TemplateValue?] {
        let row = table.rows[index]
        return Row.table.columns.indices.map { position -> TemplateValue? in
            switch Row.table.columns[position].binding {
            case .text(let field): return Self.text(table.source.text(field.value(in: row)))
            case .identifier(let field): return field.value(in: row).flatMap { Self.text(symbols[$0]) }
            case .kvk(let field): return field.value(in: row).map { .text($0.description) }
            case .day(let field): return field.value(in: row).map { .day($0) }
            case .money(let field): return field.value(in: row).map { .money($0) }
            case .number(let field): return field.value(in: row).map { .number($0) }
            case .period(let field): return field.value(in: row).map { .text($0.description) }
            case .code(let list, let field):
                if let code = field.rawValue(in: row) { return .text(list.entries[Int(code)].name.nl) }
                return list.isOpen ? Self.text(table.written(index, column: position)) : nil
            case .codes(let list, let field):
                let bits = field.value(in: row)
                let codes = list.entries.enumerated().filter { bits & (1 << UInt32($0.offset)) != 0 }.map(\.element)
                guard let first = codes.first else { return nil }
                // A drop-down knows names; several codes are written as codes, since names have blanks.
                return .text(codes.count == 1 ? first.name.nl : codes.map(\.code).joined(separator: ", "))
            }
        }
    }

    private static func text(_ text: String) -> TemplateValue? {
        guard let first = text.first, !"=@".contains(first), !text.contains(masked) else { return nil }
        return .text(text)
    }

    /// What stands in a masked value.
    private static var masked: String {
        String(repeating: Character(UnicodeScalar(Masking.mask)), count: 4)
    }
}
