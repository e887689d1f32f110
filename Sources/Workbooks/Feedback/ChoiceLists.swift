import Assessments
import Intake
import Rules
import SocialReturnModel
import Spreadsheets

/// The code lists behind the drop-downs of faulty cells: each once, on a hidden sheet under a name, as they can be longer than a
/// rule holds.
struct ChoiceLists: Sendable {
    /// The lists with their names, in the order in which they are first needed.
    private let lists: [(name: String, list: CodeListDescription)]

    /// The lists of the columns that `findings` are about, and of those that `places` lack.
    init(_ findings: some Sequence<Finding>, _ places: OpenPlaces) {
        var seen: Set<UInt16> = []
        var lists: [(name: String, list: CodeListDescription)] = []
        let asked = findings.lazy.compactMap { finding in
            finding.place.column.knownIndex.map { (finding.place.table, $0) }
        }
        let open = TableID.submission.flatMap { table in
            places.rows[table] != nil
                ? AllTables.facts(table).columns.indices.map { (table, $0) }
                : (places.columns[table] ?? []).map { (table, $0.index) }
        }
        func add(_ table: TableID, _ column: Int) {
            guard seen.insert(UInt16(table.rawValue) << 8 | UInt16(column)).inserted else { return }
            let facts = AllTables.facts(table)
            guard let codes = facts.columns[column].codes, !lists.contains(where: { $0.list === codes }) else {
                return
            }
            let name = "keuze_\(facts.columns[column].name)"
            lists.append((lists.contains { $0.name == name } ? "\(name)_\(facts.title.nl.lowercased())" : name, codes))
        }
        for (table, column) in asked { add(table, column) }
        for (table, column) in open { add(table, column) }
        self.lists = lists
    }

    /// The name of `list` in formulas; nil for one that no finding needs.
    func name(of list: CodeListDescription) -> String? { lists.first { $0.list === list }?.name }

    /// Adds the sheet, a list a column, unless there are none.
    func write(to writer: WorkbookWriter) throws {
        guard let longest = lists.map(\.list.entries.count).max() else { return }
        let sheet = try writer.addSheet(FeedbackSheet.choices.name)
        sheet.hide()
        try sheet.print(writer.printSetup())
        for (column, item) in lists.enumerated() {
            try sheet.column(column, width: 34)
            try sheet.text(item.list.name.nl, row: 0, column: column, style: writer.theme[.heading])
        }
        for row in 0..<longest {
            for (column, item) in lists.enumerated() where row < item.list.entries.count {
                try sheet.text(item.list.entries[row].name.nl, row: row + 1, column: column)
            }
        }
        for (column, item) in lists.enumerated() {
            let cells = CellRange(rows: 1...item.list.entries.count, column: column)
            try writer.file.defineName(item.name, as: cells.reference(in: sheet.name))
        }
    }
}
