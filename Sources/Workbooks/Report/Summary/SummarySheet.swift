import Assessments
import Intake
import Rules
import SocialReturnModel
import Spreadsheets
import Valuations

extension ReportSheet {
    static let summary = ReportSheet(
        page: "Samenvatting", at: 20,
        meaning: Text(
            nl: "Het hele beeld op één pagina: afgesproken, gerealiseerd, nog te doen.",
            en: "The whole picture on one page: agreed, realised, still to do.")
    ) { contents in
        try SummarySheet(contents.report, contents.summary, contents.topics).write()
        return nil
    }
}

/// *Samenvatting*: what a contract manager sees in ten seconds.
///
/// From the top down: who and when, how each contract stands and why, whose turn it is, what to celebrate, what to talk about; then the three
/// scores that are never added up, and the chart beside the figures it draws.
struct SummarySheet {
    let report: Report
    let summary: SubmissionSummary
    let topics: ReportTopics
    let formulas: SummaryFormulas
    let layout: SummaryLayout
    let page: Page

    var language: Language { report.language }

    /// Begins the sheet.
    init(_ report: Report, _ summary: SubmissionSummary, _ topics: ReportTopics) throws(SpreadsheetError) {
        self.report = report
        self.summary = summary
        self.topics = topics
        formulas = SummaryFormulas(report, summary)
        layout = SummaryLayout(summary, topicCount: min(topics.page.count, ReportTopics.mostOnSummary))
        page = Page(try report.writer.addSheet(ReportSheet.summary.name), report.writer)
    }

    /// Writes the sheet and opens the workbook on it.
    func write() throws {
        let sheet = page.sheet
        for (position, column) in layout.columns.enumerated() {
            try sheet.column(position, width: layout.width(column))
        }
        try writeTop()
        try writeContracts()
        try writeCommitments()
        try writeTopics()
        try writeScores()
        try writeFigures()
        try writeChart()
        var setup = report.writer.pagePrintSetup()
        // What one needs at a glance is a page by itself.
        setup.pageStarts = [layout.scoreSection]
        setup.area = CellRange(rows: 0...lastRow, columns: 0...layout.last)
        // Amounts of hundreds of millions and all columns at once: two pages beside each other rather than letters below 8 points.
        if !layout.fitsPage { (setup.pagesWide, setup.repeatedColumns) = (2, 0...0) }
        try sheet.print(setup)
        sheet.hideGridlines()
        sheet.zoom(PageStyle.zoom)
        sheet.activate()
    }

    /// The last row with a table or a part of the chart.
    private var lastRow: Int { max(layout.permanentRow, layout.chartRow + chartRows - 1) }

    /// The cell of a column on a row, as formulas on this sheet write it.
    func cell(_ column: SummaryLayout.Column, _ row: Int) -> String {
        CellReference(row: row, column: layout.position(column)).a1
    }

    /// The cell of the contract's number, from anywhere on the sheet.
    func contractCell(_ row: Int) -> String {
        CellReference(row: row, column: 0).absolute
    }

    // MARK: - Top

    private func writeTop() throws {
        let cover = report.assessment.submission.coverRow
        let source = report.assessment.submission.cover?.source
        let name = source?.text(cover.supplierName) ?? ""
        let supplier = name.isEmpty ? report.assessment.submission.name : name
        try page.sheet.rowHeight(24, row: layout.titleRow)
        try page.text(
            WrappedText.title(
                ["Social return", supplier, cover.period?.name(language) ?? ""], longest: PageStyle.titleLength),
            layout.titleRow, 0, PageStyle.title)
        var facts: [String] = []
        if let kvk = cover.supplierKvK { facts.append("KvK \(kvk)") }
        if let day = cover.receivedOn { facts.append(page.words("ontvangen ", "received ") + day.formatted(language)) }
        if let day = cover.preparedOn { facts.append(page.words("opgesteld ", "prepared ") + day.formatted(language)) }
        facts.append(
            page.words("lees eerst ", "first read ") + ReportSheet.readingGuide.name
                + page.words(" als iets onduidelijk is", " when something is unclear"))
        try page.sheet.rowHeight(16, row: layout.subtitleRow)
        try page.text(facts.joined(separator: " · "), layout.subtitleRow, 0, PageStyle.subtitle)
        try page.text(
            page.words("Stand op", "State on"), layout.subtitleRow, layout.position(.cause),
            PageStyle.subtitle.with { $0.horizontal = .right })
        try page.day(report.context.today, layout.subtitleRow, layout.position(.due))
        try writeStatus()
    }

    /// The cell of the day on which the submission is judged.
    var todayCell: String {
        CellReference(row: layout.subtitleRow, column: layout.position(.due)).absolute
    }

    /// The last day that the figures are about, for the elapsed part of each term: that of the period, where the submission is judged later.
    var lastDayCell: String {
        let day = report.context.lastDay
        guard day < report.context.today else { return todayCell }
        let date = day.components
        return "MIN(\(todayCell),DATE(\(date.year),\(date.month),\(date.day)))"
    }

    private func writeStatus() throws {
        let mark = Mark(summary.status)
        try page.sheet.rowHeight(20, row: layout.statusRow)
        try page.text(page.words("Voorstel status", "Proposed status"), layout.statusRow, 0, PageStyle.strong)
        try page.text(mark.text[language], layout.statusRow, 1, PageStyle.mark(mark.look))
        try page.blanks(layout.statusRow, 2...2, PageStyle.mark(mark.look))
        try page.text(summary.statusCause(report.assessment)[language], layout.statusRow, 3, PageStyle.text)
        try page.blanks(layout.statusRow, 4...layout.last)
    }
}

extension ReportingPeriod {
    /// The period as a heading has it: `2e kwartaal 2026`, `juni 2026`.
    package func name(_ language: Language) -> String {
        let notation = description
        let parts = notation.split(separator: "-").map(String.init)
        guard parts.count == 2, let year = parts.first else {
            guard notation.contains("/") else { return notation }
            return start.formatted(language) + (language == .dutch ? " t/m " : " to ") + end.formatted(language)
        }
        let part = parts[1]
        switch (part.first, language) {
        case ("Q", .dutch): return "\(part.dropFirst())e kwartaal \(year)"
        case ("H", .dutch): return "\(part.dropFirst())e halfjaar \(year)"
        case ("Q", .english), ("H", .english): return "\(part) \(year)"
        default: return notation
        }
    }
}
