import Testing

@testable import Spreadsheets

/// Links within the workbook.
@Suite struct LinkTests {
    @Test func linksToSheetsByAnyName() throws {
        let book = try WorkbookFixture()
        let bold = try book.file.style(Style(isBold: true))
        let sheet = try book.file.addSheet("Leeswijzer")
        let target = LinkTarget(sheet: "Foto's! & meer", cell: CellReference(row: 3, column: 1))
        try sheet.link("naar <foto's>", to: target, tip: "Ga & kijk", row: 0, column: 0, style: bold)
        try sheet.link("zonder stijl", to: LinkTarget(sheet: "2026"), row: 1, column: 0, style: nil)
        _ = try book.file.addSheet("Foto's! & meer")
        _ = try book.file.addSheet("2026")
        let xml = try book.closedSheet()
        #expect(
            xml.contains(
                """
                <hyperlink ref="A1" location="'Foto''s! &amp; meer'!B4" tooltip="Ga &amp; kijk" \
                display="naar &lt;foto's&gt;"/>
                """))
        #expect(xml.contains("location=\"'2026'!A1\""))
        #expect(xml.contains("<c r=\"A1\" s=\"1\" t=\"inlineStr\">"))
        #expect(xml.contains("<c r=\"A2\" t=\"inlineStr\">"))
    }

    /// The library would cut the attribute off within a character, at 2,079 bytes.
    @Test func cutsLongTexts() throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("A")
        let long = "x" + String(repeating: "é", count: 2_000)
        try sheet.link(long, to: LinkTarget(sheet: "A"), tip: long, row: 0, column: 0, style: nil)
        #expect(book.file.replacements.counts == [.cut: 1])
        #expect(try book.closedSheet().contains("x\(String(repeating: "é", count: 253))…</t>"))
    }

    @Test func refusesLinksThatLeadNowhere() throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("A")
        expect(.linkToNumberSign(sheet: "A", target: "B#1")) {
            try sheet.link("x", to: LinkTarget(sheet: "B#1"), row: 0, column: 0, style: nil)
        }
        try sheet.link("x", to: LinkTarget(sheet: "Weg"), row: 0, column: 0, style: nil)
        expect(.linkToMissingSheet(sheet: "A", target: "Weg")) { try book.file.close() }
        #expect(book.contents == [])
    }

    @Test func writesTextBeyondTheLinksThatExcelKnows() throws {
        let book = try WorkbookFixture(limits: SheetLimits(links: 2))
        let sheet = try book.file.addSheet("A")
        for row in 0..<2 { try sheet.link("x", to: LinkTarget(sheet: "A"), row: row, column: 0, style: nil) }
        try sheet.link("nog een", to: LinkTarget(sheet: "A"), row: 2, column: 0, style: nil)
        let xml = try book.closedSheet()
        #expect(xml.components(separatedBy: "<hyperlink ").count - 1 == 2)
        #expect(xml.contains("<c r=\"A3\" t=\"inlineStr\"><is><t>nog een</t></is></c>"))
        #expect(SheetLimits.excel.links == 65_530)
    }
}
