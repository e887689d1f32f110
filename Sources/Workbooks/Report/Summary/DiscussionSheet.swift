import Assessments
import Intake
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

    init(_ report: Report, _ summary: SubmissionSummary) {
        let answered = AnsweredFindings(report.assessment)
        let room = report.writer.sheetRows - SheetRange.firstRow - 1
        lines = summary.topics.prefix(min(Self.mostTopics, room)).map { TopicLine($0, report, answered) }
        plan = SheetDefinition.discussion(
            leftOut: summary.topics.count - lines.count, hasAnswers: report.hasAnswers,
            hasPrevious: lines.contains { $0.previous != nil })
        extent = plan.frame.extent(lineCount: lines.count, sheetRows: report.writer.sheetRows)
    }

    /// Writes the sheet, with a hint at each cell that is to be filled in.
    func write(_ report: Report) throws {
        try report.writer.write(plan, lines)
        guard let sheet = report.writer.file.sheets.last, !lines.isEmpty else { return }
        let rows = SheetRange.firstRow...SheetRange.firstRow + extent.lines(ofPart: 0).count - 1
        let isDutch = report.language == .dutch
        if let date = extent.column(DecisionForm.dueBy.nl) {
            try sheet.inputRule(
                InputRule(
                    .day(36_526...73_050), promptTitle: DecisionForm.dueBy[report.language],
                    prompt: isDutch
                        ? "De dag waarop het klaar is, als dd-mm-jjjj." : "The day by which it is done, as dd-mm-yyyy.",
                    errorTitle: isDutch ? "Dit is geen datum" : "This is no date",
                    errorMessage: isDutch
                        ? "Schrijf de datum als dd-mm-jjjj. Andere woorden blijven staan, maar zijn geen datum."
                        : "Write the date as dd-mm-yyyy. Other words are kept, but are no date.",
                    severity: .warning),
                for: CellRange(rows: rows, column: date))
        }
        let hints: [(Text, Text)] = [
            (
                DecisionForm.owner,
                Text(
                    nl: "Een functie of organisatie, geen naam: die maskeren wij.",
                    en: "A position or organisation, no name: that is masked.")
            ),
            (
                DecisionForm.remark,
                Text(
                    nl: "Voor uzelf. De leverancier leest wel de afspraak, wie en voor wanneer.",
                    en: "For yourself. The supplier does read what was agreed, who and by when.")
            ),
        ]
        for (heading, hint) in hints {
            guard let column = extent.column(heading.nl) else { continue }
            try sheet.inputRule(
                InputRule(.anything, promptTitle: heading[report.language], prompt: hint[report.language]),
                for: CellRange(rows: rows, column: column))
        }
    }
}

extension SheetDefinition<TopicLine> {
    /// The topics of the conversation.
    static func discussion(
        leftOut: Int, hasAnswers: Bool = false, hasPrevious: Bool = false
    ) -> SheetDefinition {
        SheetDefinition(
            name: ReportSheet.discussion.name, title: Text(nl: "Te bespreken", en: "To discuss"),
            explanation: Text(
                nl: """
                    Eén rij per onderwerp, het belangrijkste bovenaan. Schrijf in de blauwe kolommen rechts wat u afspreekt; \
                    maatwerk decisions zet dat in het register.
                    """,
                en: """
                    One row for each topic, the most important first. Write what you agree in the blue columns at the \
                    right; maatwerk decisions takes it into the register.
                    """),
            frozenColumns: 3, closing: closing(leftOut),
            columns: topicColumns(hasAnswers: hasAnswers, hasPrevious: hasPrevious) + decisionColumns)
    }

    private static func topicColumns(hasAnswers: Bool, hasPrevious: Bool) -> [SheetColumn<TopicLine>] {
        let previous = SheetColumn<TopicLine>(
            Text(nl: "Vorige keer", en: "Last time"), key: "vorige_keer", width: 36...36, .wrapped
        ) { line, _ in
            .text(line.previous)
        }
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
        ] + (hasAnswers ? [answer] : []) + (hasPrevious ? [previous] : []) + [
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
        let widths: [Double] = [30, 16, 14, 24]
        return zip(DecisionForm.inputs, widths).map { input($0, $0.nl, $1) } + [
            key(DecisionForm.topic) { $0.id }, key(DecisionForm.contracts) { $0.contractNumbers },
            key(DecisionForm.period) { $0.period },
        ]
    }

    /// A column that the contract manager fills in.
    private static func input(_ heading: Text, _ key: String, _ width: Double) -> SheetColumn<TopicLine> {
        SheetColumn(heading, key: key, width: width...width, .wrapped) { _, _ in .text(nil, .decision) }
    }

    /// A column by which a decision finds its topic again; folded away.
    private static func key(
        _ heading: Text, _ text: @escaping @Sendable (TopicLine) -> String
    ) -> SheetColumn<TopicLine> {
        SheetColumn(heading, key: heading.nl, width: 12...12, isHidden: true) { line, _ in .text(text(line)) }
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
