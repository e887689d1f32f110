import SocialReturnModel
import Spreadsheets

/// *Keuzelijsten*: every code list that a supplier's tables use, below each other, so that a drop-down can take a range of any length.
struct TemplateLists: Sendable {
    /// A code with the list it stands in.
    struct Line: Sendable {
        let list: Text
        let entry: CodeEntry
        let isOpen: Bool
    }

    /// The lists, in the order of their first use.
    let lists: [CodeListDescription]
    /// All their codes.
    let lines: [Line]

    /// The lists of the tables of a submission.
    static let submission = TemplateLists(
        CodeListDescription.lists(of: TableID.submission.map { AllTables.facts($0) }))

    private init(_ lists: [CodeListDescription]) {
        self.lists = lists
        lines = lists.flatMap { list in
            list.entries.map { Line(list: list.name, entry: $0, isOpen: list.isOpen) }
        }
    }

    /// The name of the range with the Dutch names of `list`: `Lijst_soorten_inzet`.
    static func rangeName(of list: CodeListDescription) -> String {
        "Lijst_" + String(list.name.nl.map { $0.isLetter || $0.isNumber ? $0 : "_" })
    }

    /// The names of the ranges with the cells they stand for.
    var ranges: [(name: String, reference: String)] {
        var row = SheetRange.firstRow
        return lists.map { list in
            let cells = CellRange(rows: row...row + list.entries.count - 1, column: Self.nameColumn)
            row += list.entries.count
            return (Self.rangeName(of: list), cells.reference(in: TemplateSheetName.lists))
        }
    }

    /// The column with the names that a supplier chooses from.
    private static let nameColumn = 2

    /// The sheet.
    static var plan: SheetDefinition<Line> {
        SheetDefinition(
            name: TemplateSheetName.lists, title: Text(nl: "Keuzelijsten", en: "Lists to choose from"),
            explanation: Text(
                nl: "Alles waar u uit kunt kiezen. Hier vult u niets in: de bladen halen hun keuzes hier op.",
                en: "All that you can choose from. Do not fill in anything here: the sheets take their choices from it."
            ), frozenColumns: 0,
            columns: [
                SheetColumn(Text(nl: "Lijst", en: "List"), width: 16...32, .wrapped) { line, language in
                    .text(line.list[language])
                },
                SheetColumn(Text(nl: "Code", en: "Code"), width: 10...32, .text) { line, _ in .text(line.entry.code) },
                SheetColumn(Text(nl: "Naam (kies deze)", en: "Name (choose this)"), width: 20...48, .strong) {
                    line, _ in
                    .text(line.entry.name.nl)
                },
                SheetColumn(Text(nl: "Engels", en: "English"), width: 20...48, .wrapped) { line, _ in
                    .text(line.entry.name.en)
                },
                SheetColumn(Text(nl: "Wij lezen ook", en: "Also read as"), width: 20...60, .wrapped) { line, _ in
                    .text(line.entry.aliases.joined(separator: ", "))
                },
                SheetColumn(Text(nl: "Iets anders schrijven?", en: "Another word?"), width: 24...30, .muted) {
                    line, language in
                    .text(
                        line.isOpen
                            ? Text(nl: "mag, met een waarschuwing", en: "allowed, with a warning")[language]
                            : Text(nl: "nee, kies uit de lijst", en: "no, choose from the list")[language])
                },
            ])
    }
}

/// A column whose values other sheets refer to, and offer to choose from as far as it is filled in.
struct FilledColumn: Sendable {
    /// The table and the column that are referred to.
    let table: TableID
    let column: String
    /// The columns that refer to it, by table.
    let users: [TableID: String]

    /// The columns that others refer to.
    static let all = [
        FilledColumn(table: .placements, column: "inzet_id", users: [.hours: "inzet_id", .evidence: "hoort_bij"]),
        FilledColumn(table: .commitments, column: "afspraak_id", users: [.lessons: "afspraak_id"]),
    ]

    /// The name of the range.
    var name: String { "Uw_\(column)" }

    /// The cells from the first row to the last one that is filled in, as a formula.
    func reference(in contents: TemplateContents) -> String {
        let facts = AllTables.facts(table)
        guard let position = facts.index(of: column) else {
            preconditionFailure("A column that others refer to stands in its table.")
        }
        let rows = TemplateTableSheet.rows(of: table, in: contents)
        let cells = CellRange(rows: rows, column: position).reference(in: TemplateSheetName.of(table))
        let first = CellReference(row: rows.lowerBound, column: position).reference(in: TemplateSheetName.of(table))
        return "\(first):INDEX(\(cells),MAX(1,COUNTA(\(cells))))"
    }
}
