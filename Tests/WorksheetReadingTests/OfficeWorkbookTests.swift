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
        (#"<c r="A1" s="3"><v>46174</v></c><c r="B1" t="d" s="3"><v>2026-06-15</v></c>"#, "1: 01-06-2026|15-06-2026"),
        (#"<c r="A1" s="4"><v>0.5</v></c><c r="B1" s="1"><v>-5</v></c>"#, "1: 12:00|-5"),
        (#"<c r="A1" s="5"><v>2</v></c><c r="B1" s="99"><v>2</v></c><c r="C1" s="x"><v>2</v></c>"#, "1: 2|2|2"),
        (#"<c r="A1" t="d"><v>08:15:00</v></c><c r="B1" t="e"><v>#REF!</v></c>"#, "1: 08:15:00|#REF!"),
        (#"<c r="A1"><v>0x10</v></c><c r="B1"><v>1e400</v></c><c r="C1"><v>INF</v></c>"#, "1: 0x10|1e400|INF"),
        (#"<c r="A1" t="s"><v> 1 </v></c>"#, "1: P-001"),
        (#"<c r="a1"><v>1</v></c><c r="bbb1"/>"#, "1: 1"),
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
        #expect(sheet.filteredRows == 0)
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
        (#"<row r="0"/>"#, .damaged(part: "xl/bladen/een.xml")),
        (#"<row r="1048577"/>"#, .tooLarge(part: "xl/bladen/een.xml", limit: .rows(1_048_576))),
        (#"<row r="4294967295"/>"#, .tooLarge(part: "xl/bladen/een.xml", limit: .rows(1_048_576))),
        (#"<row r="9223372036854775808"/>"#, .damaged(part: "xl/bladen/een.xml")),
        (#"<row r="-1"/>"#, .damaged(part: "xl/bladen/een.xml")),
        (
            #"<row r="1"><c r="XFE1"><v>1</v></c></row>"#,
            .tooLarge(part: "xl/bladen/een.xml", limit: .columns(16_384))
        ),
        (#"<row r="1"><c r="99"><v>1</v></c></row>"#, .damaged(part: "xl/bladen/een.xml")),
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
        parts = ["Index/Document.iwa": ""]
        #expect(throws: WorkbookError.notAWorkbook) { try TestWorkbook.read(parts) }
    }

    /// What programs write that are no Excel: names and targets in every notation, and parts that are left out.
    @Test func readsPackagesOfOtherPrograms() throws {
        let whole = TestWorkbook.office(
            rows: #"<row><c t="inlineStr"><is><t>a</t></is></c><c s="1"><v>2</v></c></row>"#)
        var lean = whole
        lean["xl/teksten.xml"] = nil
        lean["xl/stijlen.xml"] = nil
        #expect(try TestWorkbook.read(lean).cells.lines == ["1: a|2"])
        lean = TestWorkbook.office(rows: #"<row><c t="s"><v>0</v></c></row>"#)
        lean["xl/teksten.xml"] = nil
        #expect(throws: WorkbookError.damaged(part: "xl/bladen/een.xml")) { try TestWorkbook.read(lean) }

        let slashed = Dictionary(uniqueKeysWithValues: whole.map { ("/" + $0, $1) })
        #expect(try TestWorkbook.read(slashed).cells.lines == ["1: a|02-01-1900"])
        let upper = Dictionary(uniqueKeysWithValues: whole.map { ($0.uppercased(), $1) })
        #expect(try TestWorkbook.read(upper).cells.lines == ["1: a|02-01-1900"])
        for target in [
            #"bladen\een.xml"#, "/xl/bladen/een.xml", "./bladen/een.xml", "../xl/bladen/een.xml", "//xl/bladen/een.xml",
        ] {
            var parts = whole
            parts["xl/_rels/boek.xml.rels"] = whole["xl/_rels/boek.xml.rels"]?.replacing("bladen/een.xml", with: target)
            #expect(try TestWorkbook.read(parts).cells.lines == ["1: a|02-01-1900"], "\(target)")
        }
        var usual = whole
        usual["_rels/.rels"] = nil
        usual["xl/workbook.xml"] = usual.removeValue(forKey: "xl/boek.xml")
        usual["xl/_rels/workbook.xml.rels"] = usual.removeValue(forKey: "xl/_rels/boek.xml.rels")
        #expect(try TestWorkbook.read(usual).cells.lines == ["1: a|02-01-1900"])
    }

    @Test func readsASheetOfAKindThatNobodyKnows() throws {
        var parts = TestWorkbook.office(rows: #"<row><c t="str"><v>a</v></c></row>"#)
        let types = try #require(parts["xl/_rels/boek.xml.rels"])
        for kind in ["9223372036854775807", "Worksheet", "sheet"] {
            parts["xl/_rels/boek.xml.rels"] = types.replacing("/worksheet\"", with: "/\(kind)\"")
            #expect(parts["xl/_rels/boek.xml.rels"] != types)
            #expect(try TestWorkbook.read(parts).cells.lines == ["1: a"])
        }
    }

    @Test func saysWhichListedSheetIsNotThere() throws {
        var parts = TestWorkbook.office(rows: "")
        parts["xl/_rels/boek.xml.rels"] = "<Relationships/>"
        #expect(throws: WorkbookError.damaged(part: "xl/boek.xml")) { try TestWorkbook.read(parts) }
        parts["xl/_rels/boek.xml.rels"] = """
            <Relationships><Relationship Id="rId9" Type="\(TestWorkbook.relationships)/chartsheet" Target="x.xml"/></Relationships>
            """
        #expect(try WorkbookFile(TestWorkbook.archive(parts)).read([0]).map { $0 == nil } == [true])
        // One that nobody asks for may be missing.
        parts["xl/_rels/boek.xml.rels"] = "<Relationships/>"
        #expect(try WorkbookFile(TestWorkbook.archive(parts)).read([]).count == 1)
    }

    @Test func readsOtherPagesThanUTF8() throws {
        let parts = TestWorkbook.office(rows: "")
        func read(_ bytes: [UInt8]) throws -> [String] {
            try TestWorkbook.read(parts, bytes: ["xl/bladen/een.xml": bytes]).cells.lines
        }
        func sheet(_ declaration: String, _ text: String) -> String {
            declaration + #"<worksheet><sheetData><row><c t="str"><v>"# + text
                + "</v></c></row></sheetData></worksheet>"
        }
        func utf16(_ text: String, _ isHighFirst: Bool) -> [UInt8] {
            text.utf16.flatMap {
                isHighFirst ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)]
            }
        }
        // Long enough for a pair to be parted between two pieces.
        let long = String(repeating: "é😀", count: 40_000)
        for isHighFirst in [true, false] {
            let text = sheet(#"<?xml version="1.0" encoding="UTF-16"?>"#, long)
            #expect(try read(utf16("\u{FEFF}" + text, isHighFirst)) == ["1: " + long])
            #expect(try read(utf16(text, isHighFirst)) == ["1: " + long])
            #expect(try read(utf16("\u{FEFF}" + sheet("", "x" + long), isHighFirst)) == ["1: x" + long])
        }
        #expect(try read(Array(("\u{FEFF}" + sheet("", "é")).utf8)) == ["1: é"])
        for page in ["ISO-8859-1", "windows-1252"] {
            let text = sheet("<?xml version='1.0' encoding='\(page)'?>", "caf#")
            #expect(try read(text.utf8.map { $0 == UInt8(ascii: "#") ? 0xE9 : $0 }) == ["1: café"])
        }
        let broken: [[UInt8]] = [
            Array(sheet(#"<?xml version="1.0" encoding="UTF-7"?>"#, "a").utf8),
            Array(sheet("", "a").utf8.dropLast(20)) + [0xFF], [0xFF, 0xFE, 0x3C],
            utf16("\u{FEFF}<worksheet>", true) + [0xD8, 0], [0x4C, 0x6F, 0xA7, 0x94], [],
        ]
        for bytes in broken {
            #expect(throws: WorkbookError.damaged(part: "xl/bladen/een.xml")) { try read(bytes) }
        }
    }

    @Test(arguments: [
        ("B1:B3", ["1: a|b", "2: c|b", "4: d"], [CellPosition(record: 1, field: 1)]),
        (
            "B1:B1048576", ["1: a|b", "2: c|b", "4: d|b"],
            [CellPosition(record: 1, field: 1), CellPosition(record: 2, field: 1)]
        ),
        // What is merged to the side only, what is filled already, and what has no value.
        ("A1:B1", ["1: a|b", "2: c", "4: d"], []), ("A1:A4", ["1: a|b", "2: c", "4: d"], []),
        ("C1:C4", ["1: a|b", "2: c", "4: d"], []), ("B3:B4", ["1: a|b", "2: c", "4: d"], []),
        ("B4:B1", ["1: a|b", "2: c", "4: d"], []), ("B1:B1048577", ["1: a|b", "2: c", "4: d"], []),
        ("B0:B4", ["1: a|b", "2: c", "4: d"], []), ("B1", ["1: a|b", "2: c", "4: d"], []),
        ("1:4", ["1: a|b", "2: c", "4: d"], []),
    ])
    func fillsMergedCells(_ range: String, _ lines: [String], _ filled: [CellPosition]) throws {
        let rows = #"""
            <row r="1"><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row><row r="2"><c t="str"><v>c</v></c></row>\#
            <row r="3"/><row r="4"><c t="str"><v>d</v></c></row>
            """#
        let parts = TestWorkbook.office(rows: rows, tail: #"<mergeCells><mergeCell ref="\#(range)"/></mergeCells>"#)
        let sheet = try TestWorkbook.read(parts)
        #expect(sheet.cells.lines == lines)
        #expect(sheet.filledFromMerge == filled)
    }

    @Test func fillsAcrossColumnsAndOverEachOther() throws {
        let rows = #"""
            <row r="1"><c r="A1" s="3"><v>46113</v></c><c r="D1"><f>1+1</f></c><c r="E1"><v>5</v></c></row>\#
            <row r="2"><c r="B2"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c><c r="E3"><v>6</v></c></row>
            """#
        let merges = ["E1:F3", "D1:D3", "A1:A2", "A1:A2", "E2:E3"].map { "<mergeCell ref=\"\($0)\"/>" }.joined()
        let sheet = try TestWorkbook.read(
            TestWorkbook.office(rows: rows, tail: "<mergeCells>\(merges)</mergeCells>"))
        #expect(sheet.cells.lines == ["1: 01-04-2026|||=1+1|5", "2: 01-04-2026|1||=1+1|5", "3: |2||=1+1|6"])
        #expect(sheet.filledFromMerge.count == 4)
        #expect(sheet.monthCells == [CellPosition(record: 0, field: 0), CellPosition(record: 1, field: 0)])
        #expect(sheet.uncomputed == (0...2).map { CellPosition(record: $0, field: 3) })
    }

    /// Parts are read in pieces of 64 KiB: what lies across their borders must come out whole.
    @Test func readsAcrossPieces() throws {
        var (rows, lines) = ("", [String]())
        for row in 1...6_000 {
            let text = "é&<\(row)>" + String(repeating: "x", count: row % 61)
            rows += "<row r=\"\(row)\"><c r=\"A\(row)\" t=\"str\"><v>"
            rows += text.replacing("&", with: "&amp;").replacing("<", with: "&lt;") + "</v></c>"
            rows += "<!-- < ' \" \(row) --><c r='B\(row)'><v><![CDATA[\(row)]]></v></c></row>\n"
            lines.append("\(row): \(text)|\(row)")
        }
        #expect(try TestWorkbook.read(TestWorkbook.office(rows: rows)).cells.lines == lines)
    }
}
