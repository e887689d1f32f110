import Assessments
import Consolidations
import Rules
import SocialReturnModel
import Spreadsheets

/// *Leeswijzer* of the ministry's workbook: what stands where, what the figures say, and what is not shown.
struct MinistryGuideSheet {
    private let ministry: Ministry
    private let writer: WorkbookWriter
    private let page: Page
    private var language: Language { ministry.language }

    private static let nameWidth = 30.0, meaningWidth = 110.0

    init(_ ministry: Ministry, _ writer: WorkbookWriter) throws(SpreadsheetError) {
        self.ministry = ministry
        self.writer = writer
        page = Page(try writer.addSheet(MinistrySheet.readingGuide.name), writer)
    }

    /// Writes the sheet.
    func write() throws {
        let sheet = page.sheet
        try sheet.column(0, width: Self.nameWidth)
        try sheet.column(1, width: Self.meaningWidth)
        try sheet.rowHeight(28, row: 0)
        try page.text(page.words("Leeswijzer", "How to read this workbook"), 0, 0, PageStyle.title)
        try sheet.rowHeight(18, row: 1)
        try page.text(writer.footerText, 1, 0, PageStyle.subtitle)
        var row = 3
        try heading(
            page.words("De bladen", "The sheets"),
            (Text(nl: "Blad", en: "Sheet"), Text(nl: "Wat erop staat", en: "What is on it")), &row)
        for kind in MinistrySheet.allCases where kind != .readingGuide {
            try line(kind.name, kind.meaning[language], &row, target: LinkTarget(sheet: kind.name))
        }
        row += 1
        try heading(
            page.words("Wat de cijfers zeggen", "What the figures say"),
            (Text(nl: "Cijfer", en: "Figure"), Text(nl: "Betekenis", en: "Meaning")), &row)
        for entry in MinistryGuide.figures(ministry.overview) {
            try line(entry.name[language], entry.meaning[language], &row)
        }
        row += 1
        try heading(
            page.words("Hoe een contract staat", "How a contract stands"),
            (Text(nl: "Woord", en: "Word"), Text(nl: "Betekenis", en: "Meaning")), &row)
        for standing in Standing.allCases where standing != .setAside {
            let mark = Mark(standing)
            try line(mark.text[language], standing.meaning[language], &row, look: mark.look)
        }
        try sheet.print(writer.printSetup())
        sheet.hideGridlines()
    }

    private func heading(_ title: String, _ headings: (Text, Text), _ row: inout Int) throws {
        try page.sheet.rowHeight(22, row: row)
        try page.text(title, row, 0, PageStyle.section)
        row += 1
        try page.sheet.rowHeight(20, row: row)
        try page.text(headings.0[language], row, 0, PageStyle.heading)
        try page.text(headings.1[language], row, 1, PageStyle.heading)
        row += 1
    }

    private func line(
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
