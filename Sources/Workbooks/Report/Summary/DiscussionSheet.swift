import Assessments
import Rules
import SocialReturnModel
import Spreadsheets

/// *Te bespreken*: one row a topic, and room for what the contract manager decides.
struct DiscussionSheet {
    /// The topics, most important first.
    let lines: [TopicLine]
    /// Where they land.
    let extent: SheetRange
    private let plan: SheetDefinition<TopicLine>

    /// How many topics the sheet shows. Nobody discusses more; all findings are on *Bevindingen*.
    static let mostTopics = 300

    /// What a contract manager can decide.
    static let decisions = [
        Text(nl: "akkoord", en: "agreed"), Text(nl: "navragen", en: "ask"), Text(nl: "corrigeren", en: "correct"),
        Text(nl: "vervallen", en: "dropped"),
    ]

    init(_ report: Report, _ summary: SubmissionSummary) {
        let answered = AnsweredFindings(report.assessment)
        let room = report.writer.sheetRows - SheetRange.firstRow - 1
        lines = summary.topics.prefix(min(Self.mostTopics, room)).map { TopicLine($0, report, answered) }
        plan = SheetDefinition.discussion(
            leftOut: summary.topics.count - lines.count, hasAnswers: report.hasAnswers)
        extent = plan.frame.extent(lineCount: lines.count, sheetRows: report.writer.sheetRows)
    }

    /// Writes the sheet, with a list to choose decisions from.
    func write(_ report: Report) throws {
        try report.writer.write(plan, lines)
        guard let sheet = report.writer.file.sheets.last, !lines.isEmpty,
            let decision = extent.column("besluit"), let date = extent.column("datum")
        else { return }
        let rows = SheetRange.firstRow...SheetRange.firstRow + extent.lines(ofPart: 0).count - 1
        let isDutch = report.language == .dutch
        try sheet.inputRule(
            InputRule(
                .list(Self.decisions.map { $0[report.language] }), promptTitle: isDutch ? "Besluit" : "Decision",
                prompt: isDutch
                    ? "Kies wat u met dit onderwerp doet. Uw besluit blijft in dit bestand staan."
                    : "Choose what you do with this topic. Your decision stays in this file.",
                errorTitle: isDutch ? "Kies uit de lijst" : "Choose from the list",
                errorMessage: isDutch
                    ? "Kies akkoord, navragen, corrigeren of vervallen." : "Choose agreed, ask, correct or dropped.",
                severity: .warning),
            for: CellRange(rows: rows, column: decision))
        try sheet.inputRule(
            InputRule(
                .day(36_526...73_050), promptTitle: isDutch ? "Datum" : "Date",
                prompt: isDutch ? "De dag van het besluit, als dd-mm-jjjj." : "The day of the decision, as dd-mm-yyyy.",
                errorTitle: isDutch ? "Dit is geen datum" : "This is no date",
                errorMessage: isDutch ? "Schrijf de datum als dd-mm-jjjj." : "Write the date as dd-mm-yyyy.",
                severity: .warning),
            for: CellRange(rows: rows, column: date))
    }
}

extension SheetDefinition<TopicLine> {
    /// The topics of the conversation.
    static func discussion(leftOut: Int, hasAnswers: Bool = false) -> SheetDefinition {
        SheetDefinition(
            name: ReportSheet.discussion.name, title: Text(nl: "Te bespreken", en: "To discuss"),
            explanation: Text(
                nl: """
                    Eén rij per onderwerp, het belangrijkste bovenaan. Vul in de blauwe kolommen rechts in wat u \
                    besluit.
                    """,
                en: """
                    One row for each topic, the most important first. Fill in what you decide in the blue columns \
                    at the right.
                    """),
            frozenColumns: 3, closing: closing(leftOut),
            columns: topicColumns(hasAnswers: hasAnswers) + decisionColumns)
    }

    private static func topicColumns(hasAnswers: Bool) -> [SheetColumn<TopicLine>] {
        let answer = SheetColumn<TopicLine>(
            Text(nl: "Antwoord van de leverancier", en: "Answer of the supplier"), key: "antwoord", width: 30...30,
            .wrapped
        ) { line, _ in .text(line.answer) }
        return [
            SheetColumn(Text(nl: "Soort", en: "Kind"), key: "soort", width: 17...17) { line, language in
                .text(line.mark.text[language], line.mark.look)
            },
            SheetColumn(Text(nl: "Contract", en: "Contract"), key: "contract", width: 12...17, .wrapped) { line, _ in
                .text(line.contract)
            },
            SheetColumn(Text(nl: "Onderwerp", en: "Topic"), key: "onderwerp", width: 31...31, .strong) { line, _ in
                .text(line.subject)
            },
            SheetColumn(Text(nl: "Aantal rijen", en: "Rows"), key: "aantal", width: 9...9, .integer) { line, _ in
                .integer(line.count)
            },
            place(
                0,
                Text(
                    nl: "Eerste rij",
                    en: "First row"), 12...22), place(1, Text(nl: "Tweede", en: "Second"), 10...14),
            place(2, Text(nl: "Derde", en: "Third"), 10...14),
            SheetColumn(Text(nl: "Advies", en: "Advice"), key: "advies", width: 40...40, .wrapped) { line, _ in
                .text("\(line.audience): \(line.advice)")
            },
        ] + (hasAnswers ? [answer] : []) + [
            SheetColumn(Text(nl: "Bron", en: "Source"), key: "bron", width: 18...18, .link) { line, _ in
                line.source.target.map { .link(line.source.text, to: $0) } ?? .text(line.source.text, .text)
            }
        ]
    }

    /// The link to a row; the sheet's name stands in the first one, and again only where it is another sheet.
    private static func place(_ position: Int, _ heading: Text, _ width: ClosedRange<Double>) -> SheetColumn<TopicLine>
    {
        SheetColumn(heading, key: "plaats\(position + 1)", width: width, .link) { line, _ in
            guard line.places.indices.contains(position) else { return .empty }
            let place = line.places[position]
            let isSameSheet = position > 0 && place.sheet == line.places[0].sheet
            return .link(isSameSheet ? place.row : place.text, to: place.target)
        }
    }

    private static var decisionColumns: [SheetColumn<TopicLine>] {
        [
            input(Text(nl: "Besluit", en: "Decision"), "besluit", 13), input(Text(nl: "Door", en: "By"), "door", 12),
            input(
                Text(
                    nl: "Datum",
                    en: "Date"), "datum", 12), input(Text(nl: "Toelichting", en: "Remark"), "toelichting", 24),
        ]
    }

    /// A column that the contract manager fills in.
    private static func input(_ heading: Text, _ key: String, _ width: Double) -> SheetColumn<TopicLine> {
        SheetColumn(heading, key: key, width: width...width, .wrapped) { _, _ in .text(nil, .information) }
    }

    private static func closing(_ leftOut: Int) -> Text? {
        guard leftOut > 0 else { return nil }
        return Text(
            nl: """
                Nog \(leftOut) onderwerpen staan niet op dit blad. Alle bevindingen staan op Bevindingen en in \
                bevindingen.json.
                """,
            en: """
                \(leftOut) more topics are not on this sheet. All findings are on Bevindingen and in \
                bevindingen.json.
                """)
    }
}
