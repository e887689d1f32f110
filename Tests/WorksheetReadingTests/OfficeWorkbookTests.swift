import Archives
import Testing

@testable import WorksheetReading

@Suite struct OfficeWorkbookTests {
    @Test(arguments: [
        (#"<c r="A1" t="s"><v>0</v></c>"#, "1: inzet_id"),
        (#"<c r="A1" t="s"><v>1</v></c>"#, "1: P-001"),
        (#"<c r="A1" t="s"><v>2</v></c>"#, "1:  a & b "),
        (
            #"<c r="A1" t="inlineStr"><is><r><t>een</t></r><r><t xml:space="preserve"> twee</t></r></is></c>"#,
            "1: een twee"
        ),
        (#"<c r="A1" t="str"><f>A2</f><v>uit_x000D_komst</v></c>"#, "1: uit\rkomst"),
        (#"<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>"#, "1: ja|nee"),
        (#"<c r="A1" t="e"><v>#N/A</v></c>"#, "1: #N/A"),
        (#"<c r="A1" t="d"><v>2026-06-30T00:00:00</v></c>"#, "1: 30-06-2026"),
        (#"<c r="A1" s="1"><v>46203</v></c><c r="B1"><v>46203</v></c>"#, "1: 30-06-2026|46203"),
        (#"<c r="A1" s="2"><v>0.125</v></c>"#, "1: 12,5%"),
        (#"<c r="A1" s="3"><v>46174</v></c>"#, "1: 2026-06"),
        (#"<c r="A1" s="4"><v>0.5</v></c><c r="B1" s="1"><v>-5</v></c>"#, "1: 0,5|-5"),
        (#"<c r="A1"><v>1.234</v></c><c r="D1"><v>1234.5</v></c>"#, "1: 1,2340|||1234,5"),
        (#"<c><v>1</v></c><c><v>2</v></c><c r="E1"><v>3</v></c><c><v>4</v></c>"#, "1: 1|2|||3|4"),
        (#"<c r="A1"><f>1+1</f><v>2</v></c>"#, "1: 2"),
        (#"<c r="AB1"><v>1</v></c>"#, "1: " + String(repeating: "|", count: 27) + "1"),
        (#"<c r="A1"><v>1</v></c><c r="B1" s="1"/><c r="C1" t="s"/>"#, "1: 1"),
        (
            "<c r=\"A1\" t=\"inlineStr\"><is><t>\(String(repeating: "lang ", count: 8_000))</t></is></c>",
            "1: " + String(repeating: "lang ", count: 8_000)
        ),
        (#"<c r="A1" t="inlineStr"><is><t>&lt;&#233;&gt;<![CDATA[<x>]]></t></is></c>"#, "1: <é><x>"),
    ])
    func readsCells(_ cells: String, _ line: String) throws {
        let texts = """
            <si><t>inzet_id</t></si><si><r><t>P-</t></r><r><rPr/><t>001</t></r><rPh><t>fonetisch</t></rPh></si>\
            <si><t xml:space="preserve"> a &amp; b </t></si>
            """
        let sheet = try TestWorkbook.read(TestWorkbook.office(rows: "<row r=\"1\">\(cells)</row>", texts: texts))
        #expect(sheet.cells.lines == [line])
    }

    @Test func keepsTheNumbersOfRows() throws {
        let rows = """
            <row><c><v>1</v></c></row><row r="4" hidden="1"><c r="A4"><v>4</v></c></row><row r="5"><c r="A5" s="1"/></row>\
            <row><c r="A6"><v>6</v></c></row>
            """
        let columns = #"<cols><col min="1" max="1" hidden="1"/><col min="3" max="16384" hidden="1"/></cols>"#
        let sheet = try TestWorkbook.read(TestWorkbook.office(rows: rows, columns: columns))
        #expect(sheet.cells.lines == ["1: 1", "4: 4", "6: 6"])
        #expect(sheet.hiddenRows == 1)
        #expect(sheet.hiddenColumns == 1)
    }

    @Test func noticesFormulasWithoutResult() throws {
        let rows = """
            <row r="2"><c r="A2"><v>1</v></c><c r="C2"><f>A2*2</f></c><c r="D2"><f>A2*2</f><v/></c>\
            <c r="E2" t="str"><f>""</f><v></v></c><c r="F2"><f>A2</f><v>1</v></c></row>
            """
        let sheet = try TestWorkbook.read(TestWorkbook.office(rows: rows))
        #expect(sheet.cells.lines == ["2: 1||=A2*2|=A2*2||1"])
        #expect(sheet.uncomputed == [CellPosition(record: 0, field: 2), CellPosition(record: 0, field: 3)])
        #expect(sheet.formulas == 4)
    }

    @Test func countsDaysAsTheWorkbookSays() throws {
        let rows = #"<row r="1"><c r="A1" s="1"><v>44741</v></c></row>"#
        let sheet = try TestWorkbook.read(TestWorkbook.office(rows: rows, properties: #"date1904="1""#))
        #expect(sheet.cells.lines == ["1: 30-06-2026"])
    }

    @Test func readsTheStrictEditionAndPrefixes() throws {
        var parts = TestWorkbook.office(
            rows: #"<row r="1"><c r="A1"><v>1</v></c></row>"#,
            namespace: #"xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main""#,
            kinds: "http://purl.oclc.org/ooxml/officeDocument/relationships")
        #expect(try TestWorkbook.read(parts).cells.lines == ["1: 1"])
        parts["xl/bladen/een.xml"] = """
            <x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>
            """
        #expect(try TestWorkbook.read(parts).cells.lines == ["1: 2"])
    }

    @Test func saysWhatItNeverOpens() throws {
        let kinds = TestWorkbook.relationships
        let extra = """
            <Relationship Id="a" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>\
            <Relationship Id="b" Type="\(kinds)/externalLink" Target="externalLinks/externalLink1.xml"/>
            """
        let workbook = try WorkbookFile(TestWorkbook.archive(TestWorkbook.office(rows: "", extra: extra)))
        #expect(workbook.hasMacros)
        #expect(workbook.externalLinks == 1)
        #expect(workbook.sheets == [SheetListing(name: "Inzet", isHidden: false)])
    }

    @Test(arguments: [
        // Out of order, or beyond what a sheet has.
        (
            #"<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>"#,
            WorkbookError.damaged(part: "xl/bladen/een.xml")
        ),
        (#"<row r="2"/><row r="1"/>"#, .damaged(part: "xl/bladen/een.xml")),
        (#"<row r="1048577"/>"#, .tooLarge(part: "xl/bladen/een.xml")),
        (#"<row r="1"><c r="XFE1"><v>1</v></c></row>"#, .tooLarge(part: "xl/bladen/een.xml")),
        (#"<row r="1"><c r="A1" t="s"><v>7</v></c></row>"#, .damaged(part: "xl/bladen/een.xml")),
        ("<row r=\"1\"><c>", .damaged(part: "xl/bladen/een.xml")),
        (#"<row r="1"><c r="A1"><v>&naam;</v></c></row>"#, .damaged(part: "xl/bladen/een.xml")),
    ])
    func refusesDamagedSheets(_ rows: String, _ error: WorkbookError) {
        #expect(throws: error) { try TestWorkbook.read(TestWorkbook.office(rows: rows)) }
    }

    @Test func refusesDocumentTypes() {
        var parts = TestWorkbook.office(rows: "")
        parts["xl/bladen/een.xml"] = """
            <!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>\
            <worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>
            """
        #expect(throws: WorkbookError.documentType(part: "xl/bladen/een.xml")) { try TestWorkbook.read(parts) }
        parts["xl/bladen/een.xml"] = """
            <!DOCTYPE worksheet SYSTEM "file:///etc/hostname"><worksheet><sheetData/></worksheet>
            """
        #expect(throws: WorkbookError.documentType(part: "xl/bladen/een.xml")) { try TestWorkbook.read(parts) }
    }

    @Test func boundsWhatAFewBytesCanStandFor() {
        var limits = WorkbookLimits()
        limits.textBytes = 1_000
        let rows = (1...20).map { "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"s\"><v>0</v></c></row>" }.joined()
        let parts = TestWorkbook.office(rows: rows, texts: "<si><t>\(String(repeating: "x", count: 60))</t></si>")
        #expect(throws: WorkbookError.tooLarge(part: "xl/bladen/een.xml")) {
            try TestWorkbook.read(parts, limits: limits)
        }
        limits = WorkbookLimits()
        limits.cells = 100
        #expect(throws: WorkbookError.tooLarge(part: "xl/bladen/een.xml")) {
            try TestWorkbook.read(
                TestWorkbook.office(rows: #"<row r="1"><c r="CW1"><v>1</v></c></row>"#), limits: limits)
        }
        limits = WorkbookLimits()
        limits.sharedTextBytes = 59
        #expect(throws: WorkbookError.tooLarge(part: "xl/teksten.xml")) { try TestWorkbook.read(parts, limits: limits) }
        limits = WorkbookLimits()
        limits.sheets = 0
        #expect(throws: WorkbookError.tooLarge(part: "xl/boek.xml")) { try TestWorkbook.read(parts, limits: limits) }
    }

    @Test func tellsOtherDocumentsApart() {
        var parts = TestWorkbook.office(rows: "")
        parts["xl/boek.xml"] = "<document/>"
        #expect(throws: WorkbookError.notAWorkbook) { try TestWorkbook.read(parts) }
        parts["_rels/.rels"] = """
            <Relationships><Relationship Id="r" Type="a/officeDocument" Target="xl/workbook.bin"/></Relationships>
            """
        #expect(throws: WorkbookError.binaryWorkbook) { try TestWorkbook.read(parts) }
        parts = TestWorkbook.office(rows: "")
        parts["xl/bladen/een.xml"] = nil
        #expect(throws: WorkbookError.damaged(part: "xl/bladen/een.xml")) { try TestWorkbook.read(parts) }
    }
}
