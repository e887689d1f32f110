import SocialReturnModel
import Spreadsheets

/// A *Leeswijzer*: sections of two columns, what something is called and what it means.
package struct GuidePage {
    /// The page it stands on.
    package let page: Page
    private let writer: WorkbookWriter
    private var row = 2
    /// The height of each row from the first on, in points, and the rows with which a section begins.
    private var heights: [Double] = [28, 18]
    private var sections: Set<Int> = []

    private static let nameWidth = 30.0, meaningWidth = 110.0

    /// A guide on a new sheet called `name`, with its title and `subtitle`.
    package init(_ name: String, subtitle: String, _ writer: WorkbookWriter) throws {
        self.writer = writer
        page = Page(try writer.addSheet(name), writer)
        try page.sheet.column(0, width: Self.nameWidth)
        try page.sheet.column(1, width: Self.meaningWidth)
        try page.sheet.rowHeight(28, row: 0)
        try page.text(page.words("Leeswijzer", "How to read this workbook"), 0, 0, PageStyle.title)
        try page.sheet.rowHeight(18, row: 1)
        try page.text(subtitle, 1, 0, PageStyle.subtitle)
    }

    /// Begins a section, with a row between it and what stands above.
    package mutating func begin(_ title: String, _ headings: (Text, Text)) throws {
        row += 1
        sections.insert(row)
        try setHeight(22)
        try page.text(title, row, 0, PageStyle.section)
        row += 1
        try setHeight(20)
        try page.text(headings.0[page.language], row, 0, PageStyle.heading)
        try page.text(headings.1[page.language], row, 1, PageStyle.heading)
        row += 1
    }

    /// Writes an entry of the section: a link where it has a target, a mark where it has a look.
    package mutating func add(_ name: String, _ meaning: String, look: CellStyle? = nil, target: LinkTarget? = nil)
        throws
    {
        let lines = max(
            RowHeight.lines(meaning, width: Self.meaningWidth * 1.08), RowHeight.lines(name, width: Self.nameWidth - 2))
        try setHeight(RowHeight.points(lines: lines) + 4)
        if let target {
            try page.link(name, to: target, row, 0)
        } else {
            try page.text(name, row, 0, look.map(PageStyle.mark) ?? PageStyle.strong.with { $0.wrapsText = true })
        }
        try page.text(meaning, row, 1, PageStyle.wrapped)
        row += 1
    }

    /// Sets up printing. Call it when everything was added.
    package func finish() throws {
        var setup = writer.printSetup()
        setup.pageStarts = pageStarts(height: Self.printedHeight)
        try page.sheet.print(setup)
        page.sheet.hideGridlines()
    }

    /// What a page of A4 on its long side holds between its margins of 2.0 and 1.8 centimetres, 487 points, a little less for how programs round.
    private static let printedHeight = 480.0
    /// The height of an empty row.
    private static let emptyHeight = 15.0

    private mutating func setHeight(_ points: Double) throws {
        try page.sheet.rowHeight(points, row: row)
        while heights.count < row { heights.append(Self.emptyHeight) }
        heights.append(points)
    }

    /// The rows with which pages of `height` begin. A section begins on a page that holds its title, its headings and two entries: a title alone at
    /// the end of a page belongs to nothing.
    private func pageStarts(height: Double) -> [Int] {
        var starts: [Int] = []
        var used = 0.0
        for row in heights.indices {
            let together =
                sections.contains(row) ? heights[row..<min(row + 4, heights.count)].reduce(0, +) : heights[row]
            if used > 0, used + together > height {
                starts.append(row)
                used = 0
            }
            used += heights[row]
        }
        return starts
    }
}
