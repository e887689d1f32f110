import Testing

@testable import Spreadsheets

/// The printed page.
@Suite struct PrintTests {
    @Test func printsOnA4WithRepeatedHeadings() throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("2026")
        var setup = PrintSetup()
        setup.repeatedRows = 0...1
        setup.repeatedColumns = 0...0
        setup.area = CellRange(rows: 0...9, columns: 0...3)
        setup.header = HeaderFooter(left: [.text("Jansen & Zn")], right: [.sheetName])
        setup.footer = HeaderFooter(
            center: [.text("Pagina "), .page, .text("+1 van "), .pageCount], right: [.fileName])
        try sheet.print(setup)
        try book.file.close()
        let parts = try book.parts()
        let xml = try #require(parts["xl/worksheets/sheet1.xml"])
        #expect(xml.contains("<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/>"))
        #expect(xml.contains("<pageMargins left=\"0.59\" right=\"0.59\" top=\"0.79\" bottom=\"0.71\""))
        #expect(xml.contains("<oddHeader>&amp;LJansen &amp;&amp; Zn&amp;R&amp;A</oddHeader>"))
        #expect(xml.contains("<oddFooter>&amp;CPagina &amp;P +1 van &amp;N&amp;R&amp;F</oddFooter>"))
        let names = try #require(parts["xl/workbook.xml"])
        #expect(names.contains(">'2026'!$A:$A,'2026'!$1:$2</definedName>"))
        #expect(names.contains(">'2026'!$A$1:$D$10</definedName>"))
    }

    @Test func cutsLongTextsOfHeaders() throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("A")
        let long = String(repeating: "é", count: 200)
        var setup = PrintSetup()
        setup.header = HeaderFooter(left: [.text(long)], right: [.text(long)])
        try sheet.print(setup)
        #expect(book.file.replacements.listed.allSatisfy { $0.place == .headerOrFooter && $0.kind == .cut })
        setup.header = HeaderFooter(left: Array(repeating: .text(long), count: 5))
        expect(.headerTooLong(sheet: "A", length: 302)) { try sheet.print(setup) }
        #expect(try book.closedSheet().contains("&amp;L\(long.prefix(59))…&amp;R\(long.prefix(59))…<"))
    }

    /// The library would cut the defined name off after 127 bytes.
    @Test func refusesHeadingsThatDoNotFitTheirName() throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet(String(repeating: "é", count: 31))
        var setup = PrintSetup()
        setup.repeatedRows = 0...0
        try sheet.print(setup)
        setup.repeatedColumns = 0...0
        expect(.repeatedHeadingsTooLong(sheet: sheet.name, bytes: 141)) { try sheet.print(setup) }
        try book.file.close()
        #expect(try book.parts()["xl/workbook.xml"]!.contains("'\(sheet.name)'!$1:$1</definedName>"))
    }

    @Test func filtersAndFreezes() throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("Q1")
        for row in 0..<6 { try sheet.integer(row, row: row, column: 0) }
        // After the rows, and not as far as the last one.
        try sheet.autofilter(CellRange(rows: 0...4, columns: 0...1))
        try sheet.freezePanes(rows: 1, columns: 1)
        try book.file.close()
        let parts = try book.parts()
        let xml = try #require(parts["xl/worksheets/sheet1.xml"])
        #expect(xml.contains("<autoFilter ref=\"A1:B5\"/>"))
        #expect(xml.contains("<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\""))
        #expect(xml.contains("<c r=\"A6\"><v>5</v></c>"))
        #expect(try #require(parts["xl/workbook.xml"]).contains(">'Q1'!$A$1:$B$5</definedName>"))
    }

    @Test(arguments: [
        ("kort", 10.0, 1), ("twee woorden", 10.0, 2), ("een\ntwee\n", 10.0, 3), ("abcdefghijkl", 5.0, 3), ("", 10.0, 1),
        ("aa bb cc dd", 5.0, 2),
    ])
    func estimatesLines(_ text: String, _ width: Double, _ lines: Int) {
        #expect(RowHeight.lines(text, width: width) == lines)
        #expect(RowHeight.points(lines: 1) == 15)
        #expect(RowHeight.points(lines: 1_000) == 409)
    }
}
