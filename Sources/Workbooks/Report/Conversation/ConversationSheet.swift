import Assessments
import Intake
import Rules
import SocialReturnModel
import Spreadsheets

extension ReportSheet {
    static let conversation = ReportSheet(
        page: "Gesprek", at: 30,
        meaning: Text(
            nl:
                "Eén pagina voor aan tafel: wat goed ging, wat in de weg zit en wie aan zet is, met ruimte voor afspraken.",
            en:
                "One page for at the table: what went well, what is in the way and whose turn it is, with room for agreements."
        )
    ) { contents in
        try ConversationSheet(contents.report, contents.summary, contents.topics).write()
        return nil
    }
}

/// *Gesprek*: one page for both sides of the table.
///
/// From the top down: what was agreed the last time, what went well, what is in the way and whose turn it is, where we stand. Below the topics
/// nothing stands in the blue columns, as a row with words there is read as a decision.
struct ConversationSheet: Bilingual {
    let report: Report
    let summary: SubmissionSummary
    let topics: ReportTopics
    let layout: ConversationLayout
    let page: Page
    let formulas: SummaryFormulas

    var language: Language { report.language }

    /// Begins the sheet.
    init(_ report: Report, _ summary: SubmissionSummary, _ topics: ReportTopics) throws(SpreadsheetError) {
        self.report = report
        self.summary = summary
        self.topics = topics
        formulas = SummaryFormulas(report, summary)
        layout = ConversationLayout(topics)
        page = Page(try report.writer.addSheet(ReportSheet.conversation.name), report.writer)
    }

    /// Writes the sheet. It is protected without a password, so that a slip changes no more than the blue cells; it has no table to sort.
    func write() throws {
        let sheet = page.sheet
        for column in ConversationLayout.Column.allCases {
            try sheet.column(column.rawValue, width: column.width, isHidden: column.isHidden)
        }
        try writeTop()
        try writePraise()
        try writeTopics()
        try writeState()
        var setup = report.writer.printSetup()
        (setup.margins.left, setup.margins.right) = (0.7, 0.7)
        (setup.margins.top, setup.margins.bottom) = (0.8, 1.3)
        setup.pagesLong = 1
        setup.area = CellRange(
            rows: 0...layout.lastRow, columns: 0...ConversationLayout.Column.previous.rawValue)
        try sheet.print(setup)
        sheet.hideGridlines()
        sheet.protect()
    }

    private func text(
        _ text: String, _ row: Int, _ column: ConversationLayout.Column, _ style: Style
    ) throws(SpreadsheetError) {
        try page.text(text, row, column.rawValue, style)
    }

    private func section(_ title: String, _ row: Int) throws {
        try page.sheet.rowHeight(26, row: row)
        try text(title, row, .kind, PageStyle.section.with { $0.vertical = .bottom })
    }

    // MARK: - Top

    private func writeTop() throws {
        let cover = report.assessment.submission.coverRow
        let source = report.assessment.submission.cover?.source
        let name = source?.text(cover.supplierName) ?? ""
        let supplier = name.isEmpty ? report.assessment.submission.name : name
        try page.sheet.rowHeight(24, row: ConversationLayout.titleRow)
        try text(
            [words("Gesprek", "Conversation"), supplier, contractName, cover.period?.name(language) ?? ""]
                .filter { !$0.isEmpty }.joined(separator: " · "),
            ConversationLayout.titleRow, .kind, PageStyle.title)
        try page.sheet.rowHeight(16, row: ConversationLayout.lastTimeRow)
        try text(lastTime, ConversationLayout.lastTimeRow, .kind, PageStyle.subtitle)
    }

    /// The contract, or how many there are.
    private var contractName: String {
        guard summary.contracts.count == 1, let contract = summary.contracts.first else {
            return summary.contracts.isEmpty
                ? "" : words("\(summary.contracts.count) contracten", "\(summary.contracts.count) contracts")
        }
        guard let row = contract.contract, let source = report.context.register?.source(of: .contracts) else {
            return contract.number
        }
        let title = source.text(row.title)
        return title.isEmpty ? contract.number : "\(title) (\(contract.number))"
    }

    /// When both sides last sat together, who were there, and how much of what was agreed stands below.
    private var lastTime: String {
        var parts: [String] = []
        if let table = report.assessment.submission.conversations,
            let last = table.acceptedIndices.filter({ table.rows[$0].date != nil }).max(by: {
                (table.rows[$0].date ?? Day(daysSince1970: 0)) < (table.rows[$1].date ?? Day(daysSince1970: 0))
            }), let day = table.rows[last].date
        {
            let row = table.rows[last]
            let roles = table.source.text(row.roles)
            let outcome = table.source.text(row.outcome)
            parts.append(
                words("Vorige keer: ", "Last time: ") + day.formatted(language) + (roles.isEmpty ? "" : ", \(roles)")
                    + (outcome.isEmpty ? "" : ". " + SupplierQuotes.quoted(outcome)))
        } else {
            parts.append(words("Er is nog geen gesprek gemeld", "No conversation was reported yet"))
        }
        let agreed = topics.page.count { $0.previous != nil }
        if agreed > 0 {
            parts.append(
                agreed == 1
                    ? words("1 afspraak van toen staat rechts", "1 agreement of then stands at the right")
                    : words(
                        "\(agreed) afspraken van toen staan rechts", "\(agreed) agreements of then stand at the right"))
        }
        return WrappedText.cut(parts.joined(separator: " · "), 155)
    }

    // MARK: - What went well

    private func writePraise() throws {
        try section(
            "1  " + words("Wat ging goed? (begin hier)", "What went well? (begin here)"), ConversationLayout.praiseRow)
        guard !layout.praise.isEmpty else {
            try page.sheet.rowHeight(16, row: layout.row(ofPraise: 0))
            return try text(
                words(
                    "Hierover is niets gemeld. Vraag ernaar: waar bent u trots op, en wat heeft u geleerd?",
                    "Nothing was reported on this. Ask: what are you proud of, and what did you learn?"),
                layout.row(ofPraise: 0), .kind, PageStyle.subtitle)
        }
        for (position, praise) in layout.praise.enumerated() {
            let first = layout.row(ofPraise: position)
            for line in 0..<praise.height {
                let row = first + line
                try page.sheet.rowHeight(15, row: row)
                let isLast = line + 1 == praise.height
                func lined(_ style: Style) -> Style { isLast ? style : style.with { $0.border = Border() } }
                let green = lined(PageStyle.mark(.good)).with { $0.isBold = true }
                try text(line == 0 ? praise.mark.text[language] : "", row, .kind, green)
                if praise.subject.indices.contains(line) {
                    try page.link(
                        praise.subject[line], to: line == 0 ? praise.target?.headings : nil, row,
                        ConversationLayout.Column.subject.rawValue, lined(PageStyle.link))
                } else {
                    try text("", row, .subject, lined(PageStyle.text))
                }
                try text(
                    praise.words.indices.contains(line) ? praise.words[line] : "", row, .quotes,
                    lined(PageStyle.text))
                try page.blanks(
                    row, ConversationLayout.Column.turn.rawValue...ConversationLayout.Column.previous.rawValue,
                    lined(PageStyle.text))
            }
        }
    }

    // MARK: - What is in the way

    private func writeTopics() throws {
        try section(
            "2  "
                + words("Waar loopt u tegenaan, en wie is aan zet?", "What are you up against, and whose turn is it?"),
            layout.topicRow)
        if topics.count > topics.page.count {
            let rest = topics.count - topics.page.count
            try page.link(
                rest == 1
                    ? words("nog 1 onderwerp →", "1 more topic →")
                    : words("nog \(rest) onderwerpen →", "\(rest) more topics →"),
                to: topics.more.extent.top, layout.topicRow, ConversationLayout.Column.agreement.rawValue,
                PageStyle.link.with { $0.border = Border() })
        }
        try page.sheet.rowHeight(30, row: layout.headingRow)
        for column in ConversationLayout.Column.allCases {
            try text(column.heading[language], layout.headingRow, column, PageStyle.heading)
        }
        guard !topics.page.isEmpty else {
            try page.sheet.rowHeight(20, row: layout.row(ofTopic: 0))
            return try text(
                "✓ " + words("Niets staat in de weg, voor zover gemeld.", "Nothing is in the way, as far as reported."),
                layout.row(ofTopic: 0), .kind, PageStyle.text)
        }
        for (position, line) in topics.page.enumerated() { try write(line, layout.row(ofTopic: position)) }
        let rows = layout.row(ofTopic: 0)...layout.row(ofTopic: topics.page.count - 1)
        try DecisionHints.add(to: page.sheet, rows, language) { heading in
            ConversationLayout.Column.allCases.first { $0.heading == heading }?.rawValue
        }
    }

    private func write(_ line: TopicLine, _ row: Int) throws {
        let style = { (style: Style) in style.with { ($0.wrapsText, $0.vertical) = (true, .top) } }
        let subject = WrappedText.cut(line.subject, 100)
        let quotes = WrappedText.cut(line.quotes, ConversationLayout.longestQuote)
        // With one contract the title names it.
        let isNamed = summary.contracts.count == 1 || line.contract.isEmpty
        let kind = line.mark.text[language] + (isNamed ? "" : "\n" + WrappedText.cut(line.contract, 30))
        let previous = WrappedText.cut(
            line.previous ?? words("hierover nog niets", "nothing on this yet"), ConversationLayout.longestPrevious)
        let cells: [(String, ConversationLayout.Column)] = [
            (kind, .kind), (subject, .subject), (quotes, .quotes), (previous, .previous),
        ]
        let height = cells.map { RowHeight.lines($0.0, width: $0.1.width - 2) }.max() ?? 1
        try page.sheet.rowHeight(
            RowHeight.points(lines: max(topics.page.count > 5 ? 2 : 3, min(line.previous == nil ? 7 : 12, height))) + 2,
            row: row)
        let target = line.quotesSubject ? line.places.first?.target?.headings : line.places.first?.target
        // Programs do not wrap a link, so one of several lines is text, and the kind beside it is the link.
        if RowHeight.lines(subject, width: ConversationLayout.Column.subject.width - 2) > 1 {
            let mark = style(PageStyle.mark(line.mark.look))
            if var target {
                // The number of a contract has no place in a formula.
                if isNamed { target.row?.words = "\"\(kind)\"" }
                try page.link(
                    kind, to: target, row, ConversationLayout.Column.kind.rawValue, mark.with { $0.isUnderlined = true }
                )
            } else {
                try text(kind, row, .kind, mark)
            }
            try text(subject, row, .subject, style(PageStyle.text))
        } else {
            try text(kind, row, .kind, style(PageStyle.mark(line.mark.look)))
            try page.link(subject, to: target, row, ConversationLayout.Column.subject.rawValue, style(PageStyle.link))
        }
        try text(quotes, row, .quotes, style(PageStyle.text))
        try text(line.turn[language], row, .turn, style(PageStyle.strong))
        for column in ConversationLayout.Column.allCases where column.isInput {
            try text("", row, column, ConversationLayout.input)
        }
        try text(
            previous, row, .previous, style(line.previous == nil ? PageStyle.muted : PageStyle.text))
        try text(line.contract, row, .contract, PageStyle.text)
        try text(line.id, row, .topic, PageStyle.text)
        try text(line.contractNumbers, row, .contractNumbers, PageStyle.text)
        try text(line.period, row, .period, PageStyle.text)
    }

    // MARK: - Where we stand

    private func writeState() throws {
        try section("3  " + words("Waar staan we?", "Where do we stand?"), layout.stateRow)
        let totals = summary.totals
        try write(
            words("Personen", "Persons"), formulas.persons, "#,##0",
            agreed(
                .persons, words("aan het werk of aan het leren in deze periode", "at work or learning in this period")),
            0)
        let unknown = totals.placements > 0 && totals.placementsWithoutFTE == totals.placements
        let average = Self.rounded(totals.averageFTE?.double ?? 0).formatted(language)
        try write(
            words("Fte op einddag", "FTE last day"), unknown ? nil : formulas.fte(.lastDay), "#,##0.00",
            unknown
                ? words("niet te berekenen: voltijduren ontbreken", "cannot be calculated: full-time hours are missing")
                : agreed(
                    .fullTimeEquivalents,
                    words("gemiddeld over de periode \(average)", "on average over the period \(average)")), 1)
        let commitments = formulas.commitmentWords
        try write(
            words("Afspraken", "Commitments"), formulas.commitments(nil, .total),
            "0", commitments, 2)
        try write(
            words("Vast werk", "Permanent work"), Figure(Double(totals.permanentWork.became)), "0",
            PermanentWorkWords.text(totals, language), 3)
        let (checks, gaps) = (topics.control.count, topics.register.count)
        try page.sheet.rowHeight(18, row: layout.lastRow)
        try page.link(
            words(
                "Voor wie controleert: \(checks) punten op Controle →",
                "For whoever checks: \(checks) points on Controle →"),
            to: topics.control.extent.top, layout.lastRow, 0, PageStyle.link.with { $0.border = Border() })
        try page.link(
            words(
                "Voor het register: \(gaps) punten op Register →", "For the register: \(gaps) points on Register →"),
            to: topics.register.extent.top, layout.lastRow, ConversationLayout.Column.quotes.rawValue,
            PageStyle.link.with { $0.border = Border() })
    }

    /// A line: what is counted, the figure, and the words beside it.
    private func write(
        _ name: String, _ figure: Figure?, _ format: String, _ note: (formula: String?, text: String), _ line: Int
    ) throws {
        let row = layout.row(ofState: line)
        try page.sheet.rowHeight(16, row: row)
        try text(name, row, .kind, PageStyle.strong)
        if let figure {
            try page.figure(
                figure, row, ConversationLayout.Column.subject.rawValue,
                PageStyle.strong.with { $0.numberFormat = format })
        } else {
            try text("–", row, .subject, PageStyle.text)
        }
        if let formula = note.formula {
            try page.formula(
                formula, .text(note.text), row, ConversationLayout.Column.quotes.rawValue, PageStyle.text)
        } else {
            try text(note.text, row, .quotes, PageStyle.text)
        }
    }

    private func write(_ name: String, _ figure: Figure?, _ format: String, _ note: String, _ line: Int) throws {
        try write(name, figure, format, (nil, note), line)
    }

    /// The number in hundredths.
    private static func rounded(_ value: Double) -> Quantity {
        Quantity(tenThousandths: SafeInteger.product(100, SafeInteger.nearest(value * 100).map(Int64.init) ?? 0))
    }

    /// What was agreed in `measure` under all contracts, before `note`.
    private func agreed(_ measure: Measure, _ note: String) -> String {
        let goals = summary.contracts.flatMap { contract in
            contract.goals.filter { $0.measure == measure }.compactMap(\.agreed)
        }
        guard let first = goals.first else { return note }
        let sum = goals.dropFirst().reduce(first) { $0 + $1 }
        let number = Self.rounded(sum.double).formatted(language)
        let count = goals.count == 1 ? "" : words(" bij \(goals.count) contracten", " under \(goals.count) contracts")
        return words("afgesproken: \(number)\(count); ", "agreed: \(number)\(count); ") + note
    }
}

/// Where everything stands on *Gesprek*, settled before anything is written.
struct ConversationLayout {
    /// The columns; the last four are for programs.
    enum Column: Int, CaseIterable {
        case kind, subject, quotes, turn, agreement, owner, dueBy, remark, previous, contract, topic, contractNumbers,
            period

        /// The width in characters: together they fill a screen of 1366 pixels, and a page at four fifths of its size.
        var width: Double {
            switch self {
            case .kind: 15
            case .subject: 26
            case .quotes: 35
            case .turn: 12
            case .agreement: 19
            case .owner: 11
            case .dueBy: 11
            case .remark: 13
            case .previous: 17
            case .contract, .topic, .contractNumbers, .period: 12
            }
        }

        /// What stands above the column.
        var heading: Text {
            switch self {
            case .kind: Text(nl: "Soort", en: "Kind")
            case .subject: Text(nl: "Onderwerp", en: "Topic")
            case .quotes: Text(nl: "In de woorden van de leverancier", en: "In the words of the supplier")
            case .turn: Text(nl: "Aan zet", en: "Whose turn")
            case .agreement: DecisionForm.agreement
            case .owner: DecisionForm.owner
            case .dueBy: DecisionForm.dueBy
            case .remark: DecisionForm.remark
            case .previous: Text(nl: "Vorige keer", en: "Last time")
            case .contract: Text(nl: "Contract", en: "Contract")
            case .topic: DecisionForm.topic
            case .contractNumbers: DecisionForm.contracts
            case .period: DecisionForm.period
            }
        }

        var isInput: Bool { DecisionForm.inputs.contains(heading) }
        var isHidden: Bool { rawValue > Column.previous.rawValue }
    }

    /// What went well.
    let praise: [Praise]
    private let topicCount: Int

    /// A cell to write in, with a line that is seen on its tint.
    static let input = CellStyle.decision.style.with { $0.border = .all(.thin, color: Palette.grey) }

    /// What a cell on the page shows of a text, in characters; the whole of it stands on its own sheet.
    static let longestQuote = 170, longestPrevious = 400

    init(_ topics: ReportTopics) {
        praise = topics.praise
        topicCount = topics.page.count
    }

    static let titleRow = 0, lastTimeRow = 1, praiseRow = 2
    func row(ofPraise position: Int) -> Int {
        Self.praiseRow + 1 + praise.prefix(position).reduce(0) { $0 + $1.height }
    }
    var topicRow: Int { praise.isEmpty ? row(ofPraise: 0) + 1 : row(ofPraise: praise.count) }
    var headingRow: Int { topicRow + 1 }
    func row(ofTopic position: Int) -> Int { headingRow + 1 + position }
    var stateRow: Int { row(ofTopic: max(1, topicCount)) }
    func row(ofState line: Int) -> Int { stateRow + 1 + line }
    var lastRow: Int { row(ofState: 4) }

    /// The cells of the contracts of the topics on the page, as a formula on another sheet refers to them; nil without topics.
    var contracts: String? {
        guard topicCount > 0 else { return nil }
        return CellRange(rows: row(ofTopic: 0)...row(ofTopic: topicCount - 1), column: Column.contract.rawValue)
            .reference(in: ReportSheet.conversation.name)
    }
}
