import Assessments
import Intake
import Rules
import SocialReturnModel
import Spreadsheets

extension ReportSheet {
    static let moreTopics = ReportSheet(
        page: "Meer onderwerpen", at: 40,
        meaning: Text(
            nl: "Wat niet op Gesprek paste, ook met ruimte voor afspraken.",
            en: "What did not fit on Gesprek, with room for agreements as well."),
        isThere: { !$0.topics.more.lines.isEmpty }
    ) { contents in
        if !contents.topics.more.lines.isEmpty { try contents.topics.more.write(contents.report) }
        return nil
    }

    static let control = ReportSheet(
        page: "Controle", at: 50,
        meaning: Text(
            nl: "Voor wie controleert: wat er mis is met bestanden en cellen, en wat niet is getoetst.",
            en: "For whoever checks: what is wrong with files and cells, and what was not tested.")
    ) { contents in
        try contents.topics.control.write(contents.report)
        return nil
    }

    static let registerGaps = ReportSheet(
        page: "Register", at: 60,
        meaning: Text(
            nl: "Voor wie het contractregister bijhoudt: wat daarin ontbreekt of vraagt om een blik.",
            en: "For whoever keeps the contract register: what it lacks, and what needs a look.")
    ) { contents in
        try contents.topics.register.write(contents.report)
        return nil
    }
}

/// A sheet of topics, one a row, with room for what is agreed: *Meer onderwerpen*, *Controle* or *Register*.
struct TopicSheet {
    /// The topics, most important first.
    let lines: [TopicLine]
    /// How many more there are than the sheet shows.
    let leftOut: Int
    /// Where they land.
    let extent: SheetRange
    private let plan: SheetDefinition<TopicLine>

    /// How many topics a sheet shows. Nobody discusses more; all findings are on *Bevindingen*.
    static let mostTopics = 300

    /// The sheet `kind` of the topics `all`, and of `rest` more for which no line was made.
    init(_ kind: ReportSheet, _ all: [TopicLine], rest: Int, _ report: Report) {
        let room = report.writer.sheetRows - SheetRange.firstRow - 1
        lines = Array(all.prefix(min(Self.mostTopics, room)))
        leftOut = all.count - lines.count + rest
        plan = SheetDefinition.topics(
            kind, leftOut: leftOut, hasAnswers: lines.contains { $0.answer != nil },
            hasPrevious: lines.contains { $0.previous != nil }
        ).without(Self.columnsWithout(lines))
        extent = plan.frame.extent(lineCount: lines.count, sheetRows: report.writer.sheetRows)
    }

    /// The columns that would be empty on every line.
    private static func columnsWithout(_ lines: [TopicLine]) -> Set<String> {
        guard !lines.isEmpty else { return [] }
        var keys: Set<String> = []
        if lines.allSatisfy(\.contract.isEmpty) { keys.insert("contract") }
        if lines.allSatisfy({ $0.count == nil }) { keys.insert("aantal") }
        if lines.allSatisfy(\.places.isEmpty) { keys.insert("plaats") }
        return keys
    }

    /// How many topics there are, on the sheet and beyond it.
    var count: Int { lines.count + leftOut }

    /// Writes the sheet, with a hint at each cell that is to be filled in.
    func write(_ report: Report) throws {
        try report.writer.write(plan, lines)
        guard let sheet = report.writer.file.sheets.last, !lines.isEmpty else { return }
        let rows = SheetRange.firstRow...SheetRange.firstRow + extent.lines(ofPart: 0).count - 1
        try DecisionHints.add(to: sheet, rows, report.language) { extent.column($0.nl) }
    }
}

/// What is said at the blue cells when somebody fills them in.
enum DecisionHints {
    /// Adds the hints to `rows` of `sheet`; `column` gives the column under a heading of ``DecisionForm``.
    static func add(
        to sheet: Sheet, _ rows: ClosedRange<Int>, _ language: Language, _ column: (Text) -> Int?
    ) throws(SpreadsheetError) {
        if let date = column(DecisionForm.dueBy) {
            try sheet.inputRule(
                InputRule(
                    .day(36_526...73_050), promptTitle: DecisionForm.dueBy[language],
                    prompt: language.words(
                        "De dag waarop het klaar is, als dd-mm-jjjj.", "The day by which it is done, as dd-mm-yyyy."),
                    errorTitle: language.words("Dit is geen datum", "This is no date"),
                    errorMessage: language.words(
                        "Schrijf de datum als dd-mm-jjjj. Andere woorden blijven staan, maar zijn geen datum.",
                        "Write the date as dd-mm-yyyy. Other words are kept, but are no date."),
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
            guard let column = column(heading) else { continue }
            try sheet.inputRule(
                InputRule(.anything, promptTitle: heading[language], prompt: hint[language]),
                for: CellRange(rows: rows, column: column))
        }
    }
}

extension SheetDefinition<TopicLine> {
    /// The topics on a sheet of their own.
    static func topics(
        _ kind: ReportSheet, leftOut: Int, hasAnswers: Bool = false, hasPrevious: Bool = false
    ) -> SheetDefinition {
        SheetDefinition(
            name: kind.name, title: title(kind), explanation: explanation(kind), frozenColumns: 3,
            closing: closing(leftOut),
            columns: topicColumns(kind, hasAnswers: hasAnswers, hasPrevious: hasPrevious) + decisionColumns
                + [key(DecisionForm.seal) { $0.seal(kind == .moreTopics ? $0.subjectAndSeen : $0.subject) }])
    }

    private static func title(_ kind: ReportSheet) -> Text {
        switch kind {
        case .control: Text(nl: "Controle", en: "Control")
        case .registerGaps: Text(nl: "Register", en: "Register")
        default: Text(nl: "Meer onderwerpen", en: "More topics")
        }
    }

    private static func explanation(_ kind: ReportSheet) -> Text {
        switch kind {
        case .control:
            Text(
                nl: """
                    Voor wie controleert: één rij per oorzaak, het zwaarste bovenaan, en wat niet is getoetst. Elke rij apart staat op \
                    Bevindingen.
                    """,
                en: """
                    For whoever checks: one row for each cause, the gravest first, and what was not tested. Each single row is on \
                    Bevindingen.
                    """)
        case .registerGaps:
            Text(
                nl: """
                    Voor wie het contractregister bijhoudt: wat er aan te vullen of na te kijken is. Dat helpt bij elke leverancier.
                    """,
                en: """
                    For whoever keeps the contract register: what there is to add or to look at. That helps with every supplier.
                    """)
        default:
            Text(
                nl: """
                    Wat niet op Gesprek paste. Schrijf in de blauwe cellen wat u afspreekt; maatwerk decisions zet dat in het register.
                    """,
                en: """
                    What did not fit on Gesprek. Write what you agree in the blue cells; maatwerk decisions takes it into the register.
                    """)
        }
    }

    private static func topicColumns(
        _ kind: ReportSheet, hasAnswers: Bool, hasPrevious: Bool
    ) -> [SheetColumn<TopicLine>] {
        let isConversation = kind == .moreTopics
        let previous = SheetColumn<TopicLine>(
            DecisionForm.previous, key: "vorige_keer", width: 24...24, .wrapped
        ) { line, _ in
            .text(line.previous)
        }
        let answer = SheetColumn<TopicLine>(
            Text(nl: "Antwoord van de leverancier", en: "Answer of the supplier"), key: "antwoord", width: 26...26,
            .wrapped
        ) { line, _ in .text(line.answer) }
        let quotes = SheetColumn<TopicLine>(
            Text(nl: "In de woorden van de leverancier", en: "In the words of the supplier"), key: "woorden",
            width: 32...32, .wrapped
        ) { line, _ in .text(line.quotes) }
        let advice = SheetColumn<TopicLine>(
            Text(nl: "Wat te doen", en: "What to do"), key: "advies", width: 32...32, .wrapped
        ) { line, _ in .text(line.advice) }
        let source = SheetColumn<TopicLine>(
            Text(nl: "Bron", en: "Source"), key: "bron", width: 12...18, .link
        ) { line, _ in
            line.source.target.map { .link(line.source.text, to: $0) } ?? .text(line.source.text, .text)
        }
        return [
            SheetColumn(Text(nl: "Soort", en: "Kind"), key: "soort", width: 16...16) { line, language in
                .text(line.mark.text[language], line.mark.look)
            },
            SheetColumn(Text(nl: "Contract", en: "Contract"), key: "contract", width: 16...16, .wrapped) { line, _ in
                .text(line.contract)
            },
            SheetColumn(DecisionForm.subject, key: "onderwerp", width: 26...26, .strong) { line, _ in
                .text(isConversation ? line.subjectAndSeen : line.subject)
            },
        ] + (isConversation ? [quotes] : [advice]) + (hasAnswers && !isConversation ? [answer] : []) + [
            SheetColumn(Text(nl: "Aan zet", en: "Whose turn"), key: "aan_zet", width: 12...12) { line, language in
                .text(line.turn[language])
            }
        ] + (hasPrevious ? [previous] : []) + decisionInputs + [
            SheetColumn(Text(nl: "Aantal rijen", en: "Rows"), key: "aantal", width: 8...8, .integer) { line, _ in
                .integer(line.count)
            },
            SheetColumn(Text(nl: "Naar de rijen", en: "To the rows"), key: "plaats", width: 14...34, .link) {
                line, language in
                .link(line.shortPlaces(language), to: line.places.first?.target)
            },
        ] + (isConversation ? [advice] : []) + [source]
    }

    private static var decisionInputs: [SheetColumn<TopicLine>] {
        let widths: [Double] = [20, 11, 12, 14]
        return zip(DecisionForm.inputs, widths).map { input($0, $0.nl, $1) }
    }

    private static var decisionColumns: [SheetColumn<TopicLine>] {
        [
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
