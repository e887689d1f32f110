import Assessments
import Intake
import Rules
import SocialReturnModel
import Spreadsheets

/// A row on *Afgekeurde rijen*.
struct SetAsideLine {
    /// What the table is called.
    let table: Text
    /// The file, as it may be shown.
    let file: String
    /// The row as a spreadsheet program shows it.
    let row: Int
    /// The physical line; nil on a sheet, which has none.
    let line: Int?
    /// Whether the row counts, but has no place on another sheet.
    let isAccepted: Bool
    /// Which part of the row this is, from 0.
    let part: Int
    /// Why it was set aside.
    let reasons: String
    /// The first finding of the row on *Bevindingen*.
    let target: LinkTarget?
    /// The cells as written, as far as they may be shown, or a part of them.
    let text: String

    /// How many lines a row takes whose text is longer than a cell.
    static func parts(of record: Int32, in source: SourceTable, textLength: Int) -> Int {
        let fields = 0..<source.cells.fieldCount(of: Int(record))
        let bytes = fields.reduce(0) { $0 + source.cells.range(Int(record), $1).count + 3 }
        guard !CellText.surelyFits(bytes: bytes, limit: textLength) else { return 1 }
        return CellText.parts(of: source.recordText(record), limit: textLength).count
    }
}

/// The lines of *Afgekeurde rijen*, made one after the other.
struct SetAsideLines: Sequence, IteratorProtocol, Sendable {
    private let report: Report
    private var position = 0
    private var marks: FindingMarks?
    private var table: TableID?
    /// The parts of the last row.
    private var parts: [String] = []

    init(_ report: Report) { self.report = report }

    mutating func next() -> SetAsideLine? {
        let rows = report.index.setAside
        guard position < rows.count else { return nil }
        position += 1
        return line(rows[position - 1])
    }

    private mutating func line(_ row: SetAsideRow) -> SetAsideLine {
        let source = report.context.source(of: row.table)
        if table != row.table { marks = FindingMarks(report.assessment.findings, of: row.table, report.index) }
        table = row.table
        if row.part == 0 {
            parts = source.map { CellText.parts(of: $0.recordText(row.record), limit: textLength) } ?? [""]
        }
        let isContinued = row.part > 0
        let findings = row.isAccepted || isContinued ? 0..<0 : marks?.advance(to: row.record) ?? 0..<0
        let record = Int(row.record)
        let whole = row.isAccepted ? nil : report.tablesSetAside[row.table]
        return SetAsideLine(
            table: AllTables.facts(row.table).title, file: source?.shownFile(of: record)[report.language] ?? "",
            row: source?.cells.row(of: record) ?? 0,
            line: source?.line(of: record), isAccepted: row.isAccepted, part: Int(row.part),
            reasons: isContinued
                ? continuation(of: row) : row.isAccepted ? withoutPlace : reasons(findings, whole),
            target: isContinued ? nil : (whole == nil ? nil : marks?.targetOfTable) ?? marks?.target(of: findings),
            text: parts.indices.contains(Int(row.part)) ? parts[Int(row.part)] : "")
    }

    private var textLength: Int { report.writer.file.limits.textLength }

    private func continuation(of row: SetAsideRow) -> String {
        Text(
            nl: "Vervolg van de regel hierboven: deel \(row.part + 1) van \(parts.count) van deze rij.",
            en: "Continues the line above: part \(row.part + 1) of \(parts.count) of this row.")[report.language]
    }

    private var withoutPlace: String {
        Text(
            nl: "Hoort bij geen inzet op blad Inzet.", en: "Belongs to no placement on sheet Inzet.")[report.language]
    }

    /// Why no row of the table counts, and the errors of a row, or what else set it aside: with all words where *Bevindingen* has them too, else by the rule's name, so that a file full of errors
    /// costs no more than its rows.
    private func reasons(_ range: Range<Int>, _ whole: TableSetAside?) -> String {
        let errors = range.filter { report.assessment.findings.all[$0].severity == .error }
        let common = whole.map { [$0.sentence[report.language]] } ?? []
        let causes = errors.isEmpty && whole == nil ? Array(range) : errors
        let rest = causes.count - Self.mostReasons
        return
            (common
            + causes.prefix(Self.mostReasons).map { position in
                let finding = report.assessment.findings.all[position]
                let facts = Catalogue.entry(at: finding.rule).facts
                guard report.index.target(ofFinding: position) != nil else {
                    return "\(facts.id): \(facts.name[report.language])"
                }
                return "\(facts.id): \(report.describe(finding).message)"
            } + (rest > 0 ? [more(rest)] : [])).joined(separator: "\n")
    }

    /// How many reasons of a row are written out, so that they fit in a cell.
    private static let mostReasons = 25

    private func more(_ count: Int) -> String {
        Text(
            nl: "… en nog \(count); alle staan in bevindingen.json.",
            en: "… and \(count) more; all are in bevindingen.json.")[
                report.language]
    }
}

extension ReportSheet {
    /// How many lines it has, ``SheetIndex`` knows.
    static let setAside = ReportSheet(
        page: "Afgekeurde rijen", at: 320,
        meaning: Text(
            nl: "Rijen die niet meetellen, zoals ze zijn ingeleverd.",
            en: "Rows that do not count, as they were handed in.")
    ) { contents in
        let report = contents.report
        return try report.writer.prepare(.setAside, SetAsideLines(report), count: report.index.setAside.count)
    }
}

extension SheetDefinition<SetAsideLine> {
    /// The key of the column with the table.
    static var tableKey: String { "tabel" }
    /// The key of the column that tells rows set aside from rows that count without a place.
    static var standingKey: String { "stand" }
    /// What that column says of a row that was set aside.
    static var setAsideWord: Text { Text(nl: "● Apart gezet", en: "● Set aside") }

    /// Every row that was set aside, as it was written.
    static var setAside: SheetDefinition {
        SheetDefinition(
            name: ReportSheet.setAside.name, title: Text(nl: "Afgekeurde rijen", en: "Rows set aside"),
            explanation: Text(
                nl:
                    "Rijen die niet meetellen, precies zoals ze in het bestand staan. Wat privacyregels weigeren, is met * bedekt.",
                en:
                    "Rows that do not count, exactly as they stand in the file. What privacy rules refuse is covered with *."
            ),
            frozenColumns: 2,
            columns: [
                SheetColumn(Text(nl: "Rij", en: "Row"), key: "rij", width: 7...11, .rowNumber) { line, _ in
                    .integer(line.row)
                },
                SheetColumn(Text(nl: "Tabel", en: "Table"), key: tableKey, width: 12...20) { line, language in
                    .text(line.table[language])
                },
                SheetColumn(Text(nl: "Bestand", en: "File"), key: "bestand", width: 12...24) { line, _ in
                    .text(line.file)
                },
                SheetColumn(
                    Text(nl: "Regel in het bestand", en: "Line in the file"), key: "regel", width: 10...12, .rowNumber
                ) {
                    line, _ in .integer(line.line)
                },
                SheetColumn(Text(nl: "Stand", en: "Standing"), key: standingKey, width: 18...18) { line, language in
                    line.part > 0
                        ? .text(Text(nl: "… Vervolg", en: "… Continued")[language], .muted)
                        : line.isAccepted
                            ? .text(Text(nl: "○ Zonder inzet", en: "○ No placement")[language], .information)
                            : .text(setAsideWord[language], .error)
                },
                SheetColumn(Text(nl: "Waarom", en: "Why"), key: "waarom", width: 60...60, .wrapped) { line, _ in
                    .text(line.reasons)
                },
                SheetColumn(
                    Text(nl: "Naar de bevinding", en: "To the finding"), key: "bevinding", width: 14...14, .link
                ) {
                    line, language in
                    line.target.map { .link(Text(nl: "Bevinding →", en: "Finding →")[language], to: $0) } ?? .empty
                },
                SheetColumn(
                    Text(
                        nl: "Zoals geschreven (kolommen gescheiden door |)", en: "As written (columns separated by |)"),
                    key: "geschreven", width: 80...80, .wrapped
                ) { line, _ in .text(line.text) },
            ])
    }
}
