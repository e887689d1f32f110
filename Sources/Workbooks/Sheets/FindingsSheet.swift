import Assessments
import Rules
import SocialReturnModel
import Spreadsheets

/// A finding on *Bevindingen*.
struct FindingLine {
    /// The finding with its words.
    let shown: ShownFinding
    /// Whose turn it is; nil for a finding that asks nothing.
    let turn: Owner?
    /// The rule's first source.
    let source: Cell
    /// Where the row stands.
    let target: LinkTarget?
    /// What the link says: the sheet and the row in the supplier's file.
    let place: String

    /// The finding at `position` of the assessment.
    init(_ report: Report, _ position: Int) {
        let finding = report.assessment.findings.all[position]
        shown = report.describe(finding)
        turn = report.assessment.turn(of: finding)
        source = SourceLink.all[finding.rule]
        target = report.index.target(of: finding.place)
        let sheet = target?.sheet ?? ""
        let row = report.language == .dutch ? "rij" : "row"
        place = shown.row.map { "\(sheet), \(row) \($0)" } ?? sheet
    }
}

/// The lines of *Bevindingen*. The words of a finding are made when its line is written, and not kept.
struct FindingLines: Sequence, IteratorProtocol, Sendable {
    private let report: Report
    private var position = 0

    init(_ report: Report) { self.report = report }

    mutating func next() -> FindingLine? {
        let shown = report.index.shownFindings.indices
        guard position < shown.count else { return nil }
        position += 1
        return FindingLine(report, shown[position - 1])
    }
}

extension ReportSheet {
    static let findings = ReportSheet(
        "Bevindingen", at: 70,
        meaning: Text(
            nl: "Alles wat opviel, met een link naar de rij.", en: "Everything that stood out, with a link to the row."),
        count: { $0.selection.indices.count }, definition: { .findings($0.selection, hasAnswers: $0.hasAnswers) },
        lines: { FindingLines($0) })
}

extension SheetDefinition<FindingLine> {
    /// Every finding, in file, row and rule order, with what to do and where the row stands.
    ///
    /// - Parameter hasAnswers: whether the supplier answered something, in feedback that came back; then each finding has its answer.
    static func findings(_ selection: FindingSelection, hasAnswers: Bool = false) -> SheetDefinition {
        let answer = SheetColumn<FindingLine>(
            Text(nl: "Antwoord van de leverancier", en: "Answer of the supplier"), key: "antwoord", width: 30...30,
            .wrapped
        ) { line, _ in .text(line.shown.answer) }
        return SheetDefinition(
            name: ReportSheet.findings.name, title: Text(nl: "Bevindingen", en: "Findings"),
            explanation: explanation(selection),
            frozenColumns: 2, closing: closing(selection),
            columns: [
                SheetColumn(Text(nl: "Ernst", en: "Severity"), key: "ernst", width: 15.5...15.5) { line, language in
                    StatusMark(line.shown.severity).cell(language)
                },
                SheetColumn(Text(nl: "Regel", en: "Rule"), key: "regel", width: 8...8) { line, _ in
                    .text(line.shown.rule.id)
                },
                SheetColumn(Text(nl: "Bestand", en: "File"), key: "bestand", width: 10...18, .wrapped) { line, _ in
                    .text(line.shown.shownFile)
                },
                SheetColumn(Text(nl: "Rij", en: "Row"), key: "rij", width: 7...8, .rowNumber) { line, _ in
                    .integer(line.shown.row)
                },
                SheetColumn(Text(nl: "Kolom", en: "Column"), key: "kolom", width: 10...16, .wrapped) { line, _ in
                    .text(line.shown.column)
                },
                SheetColumn(Text(nl: "Bevinding", en: "Finding"), key: "bevinding", width: 30...30, .wrapped) {
                    line, _ in
                    .text(line.shown.message)
                },
                // What to do speaks to whose turn it is.
                SheetColumn(Text(nl: "Aan zet", en: "Whose turn"), key: "aan_zet", width: 12...12) {
                    line, language in
                    line.turn.map { .text($0.name[language]) }
                        ?? .text(Text(nl: "niemand", en: "nobody")[language], .muted)
                },
                SheetColumn(Text(nl: "Wat te doen", en: "What to do"), key: "herstel", width: 29...29, .wrapped) {
                    line, _ in
                    .text(line.shown.remedy)
                },
                SheetColumn(Text(nl: "Wat er staat", en: "What is there"), key: "waarde", width: 12...14, .wrapped) {
                    line, _ in
                    .text(line.shown.value)
                },
            ] + (hasAnswers ? [answer] : []) + [
                SheetColumn(Text(nl: "Naar de rij", en: "To the row"), key: "plaats", width: 16...28, .link) {
                    line, _ in
                    .link(line.place, to: line.target)
                },
                SheetColumn(Text(nl: "Grond", en: "Basis"), key: "grond", width: 12...16, .wrapped) { line, language in
                    .text(line.shown.rule.basis.name[language])
                },
                SheetColumn(Text(nl: "Bron", en: "Source"), key: "bron", width: 26...26, .wrapped) { line, _ in
                    line.source
                },
            ])
    }

    /// Says what stands on the sheet, and when that is not everything.
    private static func explanation(_ selection: FindingSelection) -> Text {
        let text = Text(
            nl:
                "Wat opviel bij het controleren, met wat er kan gebeuren. Een fout zet de rij apart; een waarschuwing of signaal niet.",
            en:
                "What the checks found, and what can be done. An error sets the row aside; a warning or signal does not."
        )
        guard !selection.cutRules.isEmpty else { return text }
        let limit = Quantity(selection.limit)
        return Text(
            nl: text.nl
                + " Van elke regel staan hier hoogstens \(limit.formatted(.dutch)) bevindingen; het volle aantal staat op Regels.",
            en: text.en
                + " Of each rule there are at most \(limit.formatted(.english)) findings here; the full number is on Regels."
        )
    }

    /// Says of which rules there are more findings than the sheet shows.
    private static func closing(_ selection: FindingSelection) -> Text? {
        guard !selection.cutRules.isEmpty else { return nil }
        let limit = Quantity(selection.limit)
        func list(_ language: Language) -> String {
            selection.cutRules.map { rule in
                "\(Catalogue.entry(at: Int16(rule)).facts.id) (\(Quantity(selection.countOfRule[rule]).formatted(language)))"
            }.joined(separator: ", ")
        }
        return Text(
            nl:
                "Van deze regels staan alleen de eerste \(limit.formatted(.dutch)) bevindingen op dit blad, tussen haakjes staan ze geteld: \(list(.dutch)). Alle bevindingen staan in bevindingen.json.",
            en:
                "Of these rules only the first \(limit.formatted(.english)) findings are on this sheet, counted between brackets: \(list(.english)). All findings are in bevindingen.json."
        )
    }
}
