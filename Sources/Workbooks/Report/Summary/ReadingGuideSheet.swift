import Assessments
import Rules
import SocialReturnModel
import Spreadsheets

/// *Leeswijzer*: what stands where, what colours and symbols mean, and what the figures do and do not say.
struct ReadingGuideSheet {
    private let report: Report
    private let page: Page
    private let guide: ReadingGuide

    private var language: Language { report.language }

    init(_ report: Report, _ summary: SubmissionSummary) throws(SpreadsheetError) {
        self.report = report
        page = Page(try report.writer.addSheet(ReportSheet.readingGuide.name), report.writer)
        guide = ReadingGuide(summary)
    }

    /// Writes the sheet.
    func write() throws {
        let sheet = page.sheet
        try sheet.column(0, width: Self.nameWidth)
        try sheet.column(1, width: Self.meaningWidth)
        try sheet.rowHeight(28, row: 0)
        try page.text(page.words("Leeswijzer", "How to read this workbook"), 0, 0, PageStyle.title)
        try sheet.rowHeight(18, row: 1)
        try page.text(report.assessment.footerText, 1, 0, PageStyle.subtitle)
        var row = 3
        try write(page.words("De bladen", "The sheets"), sheetHeadings, &row)
        for kind in ReportSheet.allCases where isThere(kind) {
            try write(kind.name, guide.meaning(of: kind)[language], &row, target: LinkTarget(sheet: kind.name))
        }
        for section in guide.sections {
            row += 1
            try write(section.title[language], section.headings, &row)
            for entry in section.entries {
                try write(entry.name[language], entry.meaning[language], &row, look: entry.look)
            }
        }
        try sheet.print(report.writer.printSetup())
        sheet.hideGridlines()
    }

    private static let nameWidth = 30.0, meaningWidth = 110.0

    private var sheetHeadings: (Text, Text) {
        (Text(nl: "Blad", en: "Sheet"), Text(nl: "Wat erop staat", en: "What is on it"))
    }

    /// Whether the workbook has the sheet.
    private func isThere(_ sheet: ReportSheet) -> Bool {
        switch sheet {
        case .readingGuide: false
        case .summary, .discussion: true
        default: report.index.extents[sheet] != nil
        }
    }

    private func write(_ title: String, _ headings: (Text, Text), _ row: inout Int) throws {
        try page.sheet.rowHeight(22, row: row)
        try page.text(title, row, 0, PageStyle.section)
        row += 1
        try page.sheet.rowHeight(20, row: row)
        try page.text(headings.0[language], row, 0, PageStyle.heading)
        try page.text(headings.1[language], row, 1, PageStyle.heading)
        row += 1
    }

    private func write(
        _ name: String, _ meaning: String, _ row: inout Int, look: Look? = nil, target: LinkTarget? = nil
    ) throws {
        let lines = max(
            RowHeight.lines(meaning, width: Self.meaningWidth * 1.08), RowHeight.lines(name, width: Self.nameWidth - 2))
        try page.sheet.rowHeight(RowHeight.points(lines: lines) + 4, row: row)
        if let target {
            try page.link(name, to: target, row, 0)
        } else {
            try page.text(name, row, 0, look.map(PageStyle.mark) ?? PageStyle.strong.with { $0.wrapsText = true })
        }
        try page.text(meaning, row, 1, PageStyle.wrapped)
        row += 1
    }
}
