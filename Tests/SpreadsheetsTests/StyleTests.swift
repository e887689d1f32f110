import Testing

@testable import Spreadsheets

/// Styles, each once in the file.
@Suite struct StyleTests {
    @Test func registersEqualStylesOnce() throws {
        let book = try WorkbookFixture()
        let first = try book.file.style(Style(isBold: true))
        let second = try book.file.style(Style(isBold: true))
        // Another style that comes to the same format must still have a number of its own.
        let third = try book.file.style(Style(fontName: "Verdana", isBold: true))
        #expect(first.format == second.format)
        #expect(first.format != third.format)
        #expect(first.format.pointee.xf_index == 1)
        #expect(third.format.pointee.xf_index == 2)
        #expect(try book.file.style(Style()).format.pointee.xf_index == 0)
    }

    @Test func numbersHighlightsAtOnce() throws {
        let book = try WorkbookFixture()
        let first = try book.file.highlight(Style(isBold: true))
        let second = try book.file.highlight(Style(fontName: "Arial", isBold: true))
        #expect(first.format.pointee.dxf_index == 0)
        #expect(second.format.pointee.dxf_index == 1)
    }

    @Test func writesWhatTheStyleSays() throws {
        let book = try WorkbookFixture()
        _ = try book.file.style(
            Style(
                numberFormat: "0.0 \"a&b\"", fontSize: 12, isBold: true, isItalic: true, isUnderlined: true,
                fontColor: .black, fill: Color(0x154273), border: .all(.thin, color: Color(0x999999)),
                horizontal: .center, vertical: .top, wrapsText: true, isUnlocked: true))
        _ = try book.file.highlight(Style(fontColor: .black, fill: Color(0xF9DFDD)))
        try book.file.addSheet("A").text("x", row: 0, column: 0)
        try book.file.close()
        let xml = try #require(try book.parts()["xl/styles.xml"])
        for text in [
            "<font><sz val=\"10\"/><color theme=\"1\"/><name val=\"Verdana\"/>",
            "<font><b/><i/><u/><sz val=\"12\"/><color rgb=\"FF000000\"/><name val=\"Verdana\"/>",
            "formatCode=\"0.0 &quot;a&amp;b&quot;\"", "<fgColor rgb=\"FF154273\"/>",
            "<left style=\"thin\"><color rgb=\"FF999999\"/></left>",
            "<alignment horizontal=\"center\" vertical=\"top\" wrapText=\"1\"/><protection locked=\"0\"/>",
            "<dxf><font><color rgb=\"FF000000\"/></font><fill><patternFill><bgColor rgb=\"FFF9DFDD\"/>",
        ] { #expect(xml.contains(text), "\(text)") }
    }
}
