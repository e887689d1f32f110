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
                "Eén pagina voor aan tafel: wat nog openstaat, wat goed ging, wat in de weg zit en wie aan zet is, met ruimte voor afspraken.",
            en:
                "One page for at the table: what is still open, what went well, what is in the way and whose turn it is, with room for agreements."
        )
    ) { contents in
        try ConversationSheet(contents.report, contents.summary, contents.topics).write()
        return nil
    }
}

/// *Gesprek*: one page for both sides of the table.
///
/// From the top down: what is still open of the last time, what went well, what is in the way and whose turn it is, where we stand. Below the topics
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
        try writeOpen()
        try writePraise()
        try writeTopics()
        try writeState()
        var setup = report.writer.pagePrintSetup()
        setup.pagesLong = 1
        setup.area = CellRange(
            rows: 0...layout.lastRow, columns: 0...ConversationLayout.Column.previous.rawValue)
        try sheet.print(setup)
        sheet.hideGridlines()
        sheet.zoom(PageStyle.zoom)
        sheet.protect()
    }

    private func text(
        _ text: String, _ row: Int, _ column: ConversationLayout.Column, _ style: Style
    ) throws(SpreadsheetError) {
        try page.text(text, row, column.rawValue, style)
    }

    private func section(_ title: String, _ row: Int) throws {
        try page.sheet.rowHeight(20, row: row)
        try text(title, row, .kind, PageStyle.section.with { $0.vertical = .bottom })
    }

    // MARK: - Top

    private func writeTop() throws {
        let cover = report.assessment.submission.coverRow
        let source = report.assessment.submission.cover?.source
        let name = source?.text(cover.supplierName) ?? ""
        let supplier = name.isEmpty ? report.assessment.submission.name : name
        try page.sheet.rowHeight(24, row: ConversationLayout.titleRow)
        // The number of the contract and the period stay whole.
        let (contract, number) = contractName
        let (sheet, period) = (words("Gesprek", "Conversation"), cover.period?.name(language) ?? "")
        let names = WrappedText.title(
            [supplier, contract], longest: PageStyle.titleLength - sheet.count - number.count - period.count - 6)
        try text(
            [sheet, names + number, period].filter { !$0.isEmpty }.joined(separator: " · "),
            ConversationLayout.titleRow, .kind, PageStyle.title)
        try page.sheet.rowHeight(16, row: ConversationLayout.lastTimeRow)
        // A report that cannot be used is what to talk about first, whatever stands below.
        let rejected =
            summary.status == .rejected
            ? "\(Mark(summary.status).text[language]): \(summary.statusCause(report.assessment)[language]) " : ""
        try text(rejected + lastTime, ConversationLayout.lastTimeRow, .kind, PageStyle.subtitle)
    }

    /// The contract with its number behind it, or how many there are.
    private var contractName: (name: String, number: String) {
        guard summary.contracts.count == 1, let contract = summary.contracts.first else {
            return summary.contracts.isEmpty
                ? ("", "")
                : (words("\(summary.contracts.count) contracten", "\(summary.contracts.count) contracts"), "")
        }
        let row = contract.contract
        let title = row.flatMap { row in report.context.register?.source(of: .contracts)?.text(row.title) } ?? ""
        return title.isEmpty ? (contract.number, "") : (title, " (\(contract.number))")
    }

    /// When both sides last sat together, who were there and what came of it.
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
        return WrappedText.cut(parts.joined(separator: " · "), 155)
    }

    // MARK: - What is still open

    private func writeOpen() throws {
        try section(
            "1  " + words("Nog open van vorige keer", "Still open from the last time"), ConversationLayout.openRow)
        guard !layout.open.isEmpty else {
            try page.sheet.rowHeight(16, row: ConversationLayout.openHeadingRow)
            return try text(
                words(
                    "Er staat niets open, voor zover gemeld en vastgelegd.",
                    "Nothing is open, as far as was reported and recorded."),
                ConversationLayout.openHeadingRow, .kind, PageStyle.subtitle)
        }
        let rest = topics.open.count - layout.open.count
        if rest > 0 {
            let commitments = report.index.extents[.commitments]?.top
            try page.link(
                words("en nog \(rest)", "and \(rest) more") + (commitments == nil ? "" : " →"), to: commitments,
                ConversationLayout.openRow, ConversationLayout.Column.agreement.rawValue,
                PageStyle.link.with { $0.border = Border() })
        }
        let row = ConversationLayout.openHeadingRow
        try page.sheet.rowHeight(18, row: row)
        try page.blanks(row, ConversationLayout.shownColumns, PageStyle.headingRest)
        let headings: [(ConversationLayout.Column, Text)] = [
            (.kind, Text(nl: "Stand", en: "Status")), (.subject, Text(nl: "Wat is afgesproken", en: "What was agreed")),
            (.turn, ConversationLayout.Column.turn.heading), (.agreement, DecisionForm.dueBy),
            (.owner, Text(nl: "Hoe het ermee staat", en: "How it is going")),
        ]
        for (column, heading) in headings {
            try text(heading[language], row, column, PageStyle.headingRest.with { $0.wrapsText = false })
        }
        for (position, item) in layout.open.enumerated() { try write(item, layout.row(ofOpen: position)) }
    }

    private func write(_ item: OpenItem, _ row: Int) throws {
        let today = report.context.today
        try page.sheet.rowHeight(15, row: row)
        try page.blanks(row, ConversationLayout.shownColumns)
        let date = item.place.flatMap(formulas.targetDate)
        let mark = item.isLate(on: today) ? item.markWhenLate : item.mark
        if date != nil {
            let due = CellReference(row: row, column: ConversationLayout.Column.agreement.rawValue).a1
            let (late, other) = (item.markWhenLate.text[language], item.mark.text[language])
            try page.status(
                "IF(\(due)<\(today.spreadsheetSerial),\"\(late)\",\"\(other)\")", mark.text[language],
                among: [item.markWhenLate, item.mark], row, ConversationLayout.Column.kind.rawValue)
        } else {
            try text(mark.text[language], row, .kind, PageStyle.mark(mark.look))
        }
        let contract = summary.named(item.contract, before: " · ")
        try page.link(
            WrappedText.cut(item.what, ConversationLayout.longestAgreed),
            to: item.place.flatMap(report.index.target)?.headings, row, ConversationLayout.Column.subject.rawValue)
        // A role of fifteen letters, such as that of the manager, does not fit in bold ones.
        let turn = WrappedText.cut(item.turn, ConversationLayout.longestTurn)
        try text(turn, row, .turn, turn.count > 12 ? PageStyle.text : PageStyle.strong)
        if let due = item.due {
            try page.due(date, due, today: today, row, ConversationLayout.Column.agreement.rawValue)
        } else {
            let without = item.dueWords.isEmpty ? words("geen datum", "no date") : item.dueWords
            try text(
                WrappedText.cut(without, 18), row, .agreement,
                item.dueWords.isEmpty ? PageStyle.muted : PageStyle.text)
        }
        try text(WrappedText.cut(contract + item.words, ConversationLayout.longestState), row, .owner, PageStyle.text)
    }

    // MARK: - What went well

    private func writePraise() throws {
        try section(
            "2  " + words("Wat ging goed?", "What went well?"), layout.praiseRow)
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
                try page.blanks(row, ConversationLayout.shownColumns.dropFirst(), lined(PageStyle.text))
                if line == 0 {
                    try page.link(
                        praise.subject, to: praise.target?.headings, row,
                        ConversationLayout.Column.subject.rawValue, lined(PageStyle.link))
                }
                try text(
                    praise.words.indices.contains(line) ? praise.words[line] : "", row, .turn,
                    lined(PageStyle.text))
            }
        }
    }

    // MARK: - What is in the way

    private func writeTopics() throws {
        try section(
            "3  "
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
        try page.sheet.rowHeight(28, row: layout.headingRow)
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
        let contract = summary.named(WrappedText.cut(line.contract, 30), behind: "\n")
        let seen = line.quotes != nil || line.seen.isEmpty ? "" : "\n" + line.seen
        let title = WrappedText.cut(line.subject, 100) + contract
        let width = ConversationLayout.Column.subject.width
        // What the row does not hold would be cut off in the middle of a line.
        func lines(_ text: String) -> Int { RowHeight.lines(text, width: width * ConversationLayout.lettersOfDigit) }
        var length = min(seen.count, ConversationLayout.longestQuote)
        while length > 20, lines(title + WrappedText.cut(seen, length)) > ConversationLayout.mostLines { length -= 5 }
        let subject = title + WrappedText.cut(seen, length)
        let quotes = line.quotes.map { WrappedText.cut($0, ConversationLayout.longestQuote) }
        let kind = line.mark.text[language]
        let previous = WrappedText.cut(
            line.previous ?? words("hierover nog niets", "nothing on this yet"), ConversationLayout.longestPrevious)
        let cells: [(String, ConversationLayout.Column)] = [
            (kind, .kind), (subject, .subject), (quotes ?? "", .quotes), (previous, .previous),
        ]
        let height = cells.map { RowHeight.lines($0.0, width: $0.1.width - 2) }.max() ?? 1
        try page.sheet.rowHeight(
            RowHeight.points(
                lines: max(
                    topics.page.count > 5 ? 2 : 3, min(line.previous == nil ? 7 : 12, height),
                    min(ConversationLayout.mostLines, lines(subject)))) + 2,
            row: row)
        let target = line.quotesSubject ? line.places.first?.target?.headings : line.places.first?.target
        // Programs do not wrap a link, so one of several lines is text, and the kind beside it is the link.
        if RowHeight.lines(subject, width: ConversationLayout.Column.subject.width - 2) > 1 {
            let mark = style(PageStyle.mark(line.mark.look))
            if var target {
                target.row?.words = "\"\(kind)\""
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
        try text(
            quotes ?? words("schreef hier niets over", "wrote nothing on this"), row, .quotes,
            style(quotes == nil ? PageStyle.muted : PageStyle.text))
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
        try text(line.seal(subject), row, .seal, PageStyle.text)
    }

    // MARK: - Where we stand

    private func writeState() throws {
        try section("4  " + words("Waar staan we?", "Where do we stand?"), layout.stateRow)
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
            PermanentWorkWords(totals, language).text, 3)
        try page.sheet.rowHeight(18, row: layout.lastRow)
        let others: [(Text, TopicSheet, ReportSheet, ConversationLayout.Column)] = [
            (Text(nl: "Voor wie controleert", en: "For whoever checks"), topics.control, .control, .kind),
            (Text(nl: "Voor het register", en: "For the register"), topics.register, .registerGaps, .quotes),
        ]
        for (whom, sheet, kind, column) in others {
            let count =
                sheet.count == 1
                ? words("1 onderwerp op", "1 topic on")
                : words("\(sheet.count) onderwerpen op", "\(sheet.count) topics on")
            try page.link(
                "\(whom[language]): \(count) \(kind.name) →", to: sheet.extent.top, layout.lastRow, column.rawValue,
                PageStyle.link.with { $0.border = Border() })
        }
    }

    /// A line: what is counted, the figure, and the words beside it.
    private func write(
        _ name: String, _ figure: Figure?, _ format: String, _ note: (formula: String?, text: String), _ line: Int
    ) throws {
        let row = layout.row(ofState: line)
        try page.sheet.rowHeight(15, row: row)
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
