import Archives
import Testing

@testable import WorksheetReading

@Suite struct OpenDocumentWorkbookTests {
    private func table(_ rows: String) -> String { "<table:table table:name=\"Inzet\">\(rows)</table:table>" }

    private func cell(_ attributes: String, _ text: String = "") -> String {
        "<table:table-cell \(attributes)>\(text)</table:table-cell>"
    }

    @Test(arguments: [
        (
            #"<table:table-cell office:value-type="float" office:value="1.234" calcext:value-type="float"/>"#,
            "1: 1,2340"
        ),
        (#"<table:table-cell office:value-type="percentage" office:value="0.125"/>"#, "1: 12,5%"),
        (#"<table:table-cell office:value-type="currency" office:value="12"/>"#, "1: 12"),
        (#"<table:table-cell office:value-type="currency" office:currency="USD" office:value="12"/>"#, "1: USD 12"),
        // The zero that older programs write for an error is none.
        (
            #"<table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0"><text:p>#DEEL/0!</text:p></table:table-cell>"#,
            "1: #DEEL/0!"
        ),
        (
            #"<table:table-cell table:formula="of:=A" office:value-type="float" office:value="0"><text:p>Err:508</text:p></table:table-cell>"#,
            "1: Err:508"
        ),
        (
            #"<table:table-cell table:formula="of:=0" office:value-type="float" office:value="0"><text:p>0 <text:s/>uur</text:p></table:table-cell>"#,
            "1: 0"
        ),
        (
            #"<table:table-cell office:value-type="date" office:date-value="2026-06-30"><text:p>30 jun</text:p></table:table-cell>"#,
            "1: 30-06-2026"
        ),
        (#"<table:table-cell office:value-type="boolean" office:boolean-value="true"/>"#, "1: ja"),
        (
            #"<table:table-cell office:value-type="string"><text:p>een<text:s text:c="2"/>twee</text:p><text:p>drie</text:p></table:table-cell>"#,
            "1: een  twee\ndrie"
        ),
        (
            #"<table:table-cell office:value-type="string"><office:annotation><text:p>nee</text:p></office:annotation><text:p>a<text:span>b</text:span></text:p></table:table-cell>"#,
            "1: ab"
        ),
        (
            #"<table:table-cell><draw:frame><draw:text-box><text:p>nee</text:p></draw:text-box></draw:frame></table:table-cell><table:table-cell office:value-type="float" office:value="1"/>"#,
            "1: |1"
        ),
        (
            #"<table:table-cell table:number-columns-repeated="3"/><table:table-cell office:value-type="float" office:value="7" table:number-columns-repeated="2"/><table:table-cell table:number-columns-repeated="16379"/>"#,
            "1: |||7|7"
        ),
        (
            #"<table:table-cell office:value-type="string" calcext:value-type="error" office:string-value=""><text:p>#N/B</text:p></table:table-cell>"#,
            "1: #N/B"
        ),
        (#"<table:table-cell table:formula="of:=[.A1]*2"/>"#, "1: =[.A1]*2"),
        // Texts that are not shown, or shown in pieces; blanks that XML was laid out with.
        (#"<table:table-cell office:value-type="string" office:string-value="BZK-2026-0147"/>"#, "1: BZK-2026-0147"),
        (
            #"<table:table-cell office:value-type="string" office:string-value="oud"><text:p>nieuw</text:p></table:table-cell>"#,
            "1: nieuw"
        ),
        (#"<table:table-cell office:value-type="string" office:string-value="x"><text:p/></table:table-cell>"#, "1: x"),
        (
            "<table:table-cell office:value-type=\"string\">\n <text:p>\n  een  <text:span> twee</text:span>\n</text:p>\n</table:table-cell>",
            "1: een twee"
        ),
        (
            #"<table:table-cell office:value-type="string"><text:p><text:s/><![CDATA[BZK]]>-<text:span>2026</text:span><text:a xlink:href="x">-0147</text:a></text:p></table:table-cell>"#,
            "1:  BZK-2026-0147"
        ),
        (
            #"<table:table-cell office:value-type="string"><text:p>a<text:tab/>b<text:line-break/>c <text:s/>d</text:p></table:table-cell>"#,
            "1: a\tb\nc  d"
        ),
        (
            #"<table:table-cell office:value-type="float" office:value="7"><office:annotation><text:p>let op</text:p></office:annotation><text:p>7</text:p></table:table-cell>"#,
            "1: 7"
        ),
        (
            #"<table:table-cell calcext:value-type="error" office:value-type="string"><text:p>a</text:p></table:table-cell>"#,
            "1: a"
        ),
        // Times as they are, whatever is shown of them.
        (
            #"<table:table-cell office:value-type="time" office:time-value="PT24H00M00S"><text:p>1440</text:p></table:table-cell>"#,
            "1: 24:00"
        ),
        (#"<table:table-cell office:value-type="time" office:time-value="PT36H30M20.000000001S"/>"#, "1: 36:30:20"),
        (#"<table:table-cell office:value-type="time" office:time-value="-PT1H30M"/>"#, "1: -1:30"),
        (#"<table:table-cell office:value-type="time" office:time-value="P1DT2H"/>"#, "1: 26:00"),
        (#"<table:table-cell office:value-type="time" office:time-value="PT8H14M59.9999S"/>"#, "1: 8:15"),
        (
            #"<table:table-cell office:value-type="time" office:time-value="P1Y"><text:p>8:15</text:p></table:table-cell>"#,
            "1: 8:15"
        ),
        (
            #"<table:table-cell office:value-type="time" office:time-value="PTH"><text:p>8:15</text:p></table:table-cell>"#,
            "1: 8:15"
        ),
    ])
    func readsCells(_ cells: String, _ line: String) throws {
        let sheet = try TestWorkbook.read(
            TestWorkbook.openDocument(table("<table:table-row>\(cells)</table:table-row>")))
        #expect(sheet.cells.lines == [line])
    }

    private static let styles = """
        <number:number-style style:name="N1"><number:number number:decimal-places="0" number:min-integer-digits="8"/></number:number-style>\
        <number:number-style style:name="N2"><number:text>P-</number:text><number:number number:min-integer-digits="3"/></number:number-style>\
        <number:number-style style:name="N3"><number:number number:min-integer-digits="6"><number:embedded-text \
        number:position="2">-</number:embedded-text></number:number></number:number-style>\
        <number:number-style style:name="N4"><number:number number:min-integer-digits="4" number:grouping="true"/></number:number-style>\
        <number:number-style style:name="N5"><number:number number:min-integer-digits="999999999"/></number:number-style>\
        <number:number-style style:name="N6P0"><number:text>A</number:text><number:number number:min-integer-digits="2"/></number:number-style>\
        <number:number-style style:name="N6"><number:text>-</number:text><number:number number:min-integer-digits="2"/>\
        <style:map style:condition="value()&gt;=0" style:apply-style-name="N6P0"/></number:number-style>\
        <number:currency-style style:name="N7"><number:currency-symbol>€</number:currency-symbol><number:number \
        number:min-integer-digits="3"/></number:currency-style>\
        <number:date-style style:name="N8"><number:month number:textual="true"/><number:text>-</number:text><number:year/></number:date-style>\
        <number:date-style style:name="N9"><number:day/><number:text>-</number:text><number:month/></number:date-style>\
        <number:time-style style:name="N10" number:truncate-on-overflow="false"><number:hours/></number:time-style>
        """
        + (1...10).map {
            "<style:style style:name=\"ce\($0)\" style:data-style-name=\"N\($0)\"/>"
        }.joined()
        + #"<style:style style:name="kind" style:parent-style-name="ce2"/><style:style style:name="kring" style:parent-style-name="kring"/>"#

    @Test(arguments: [
        ("ce1", "1234567", "01234567"), ("ce1", "123456789", "123456789"), ("ce1", "1.5", "1,5"), ("ce1", "-5", "-5"),
        ("ce2", "2", "P-002"), ("ce2", "1234", "P-1234"), ("kind", "2", "P-002"), ("kring", "2", "2"),
        ("geen", "2", "2"),
        ("ce3", "1234", "0012-34"), ("ce4", "7", "7"), ("ce5", "7", "7"), ("ce6", "7", "A07"), ("ce6", "-7", "-7"),
        ("ce7", "7", "7"), ("ce10", "1", "24:00"), ("ce10", "20000.5", "480012:00"), ("gewoon", "9", "009"),
    ])
    func showsNumbersAsTheSheetDoes(_ style: String, _ value: String, _ shown: String) throws {
        let float = "office:value-type=\"float\" office:value=\"\(value)\""
        let common = """
            <number:number-style style:name="N20"><number:number number:min-integer-digits="3"/></number:number-style>\
            <style:style style:name="gewoon" style:data-style-name="N20"/>
            """
        // By itself, by its row and by its column.
        let rows = """
            <table:table-column/><table:table-column table:number-columns-repeated="2" table:default-cell-style-name="\(style)"/>\
            <table:table-row>\(cell("table:style-name=\"\(style)\" " + float))\(cell(""))\(cell(float))</table:table-row>\
            <table:table-row table:default-cell-style-name="\(style)">\(cell(float))</table:table-row>
            """
        let sheet = try TestWorkbook.read(TestWorkbook.openDocument(table(rows), styles: Self.styles, common: common))
        #expect(sheet.cells.lines == ["1: \(shown)||\(shown)", "2: \(shown)"])
    }

    @Test func notesMonths() throws {
        let date = #"office:value-type="date" office:date-value="2026-04-01T00:00:00""#
        let row = ["ce8", "ce9", "ce1"].map { cell("table:style-name=\"\($0)\" \(date)", "<text:p>apr-26</text:p>") }
        let sheet = try TestWorkbook.read(
            TestWorkbook.openDocument(table("<table:table-row>\(row.joined())</table:table-row>"), styles: Self.styles))
        #expect(sheet.cells.lines == ["1: 01-04-2026|01-04-2026|01-04-2026"])
        #expect(sheet.monthCells == [CellPosition(record: 0, field: 0)])
    }

    @Test func fillsMergedCells() throws {
        func text(_ text: String, _ attributes: String = "") -> String {
            cell("office:value-type=\"string\" \(attributes)", "<text:p>\(text)</text:p>")
        }
        let rows = """
            <table:table-row>\(text("a"))\(text("b", #"table:number-rows-spanned="3" table:number-columns-spanned="2""#))\
            <table:covered-table-cell/></table:table-row>\
            <table:table-row>\(text("c"))<table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>\
            <table:table-row>\(text("d"))<table:covered-table-cell/><table:covered-table-cell/>\(text("e"))</table:table-row>\
            <table:table-row>\(text("f"))</table:table-row>
            """
        let sheet = try TestWorkbook.read(TestWorkbook.openDocument(table(rows)))
        #expect(sheet.cells.lines == ["1: a|b", "2: c|b", "3: d|b||e", "4: f"])
        #expect(sheet.filledFromMerge == [CellPosition(record: 1, field: 1), CellPosition(record: 2, field: 1)])
    }

    /// Sheets of other files, what other programs sent, and what stood there before are no sheets of this workbook.
    @Test func passesOverSheetsOfOtherFiles() throws {
        func table(_ name: String, _ style: String = "ta1", _ inner: String = "") -> String {
            "<table:table table:name=\"\(name)\" table:style-name=\"\(style)\">\(inner)<table:table-row>"
                + cell(#"office:value-type="float" office:value="1""#) + "</table:table-row></table:table>"
        }
        let source = #"<table:table-source xlink:href="../bron.ods" table:table-name="X"/>"#
        let tables = """
            <table:tracked-changes>\(table("Oud"))</table:tracked-changes>\(table("Inzet"))\(table("Gekoppeld", "ta1", source))\
            \(table("'file:///home/j.jansen/x.ods'#$Inzet", "ta_extref", source))\(table("'file:///home/j.jansen/x.ods'#Uren"))\
            \(table("Elders", "ta_extref"))<table:dde-links><table:dde-link>\(table("Dde"))</table:dde-link></table:dde-links>
            """
        let workbook = try WorkbookFile(TestWorkbook.archive(TestWorkbook.openDocument(tables)))
        #expect(workbook.sheets.map(\.name) == ["Inzet", "Gekoppeld"])
        #expect(workbook.externalLinks == 3)
        #expect(try workbook.read([0, 1]).map { $0?.cells.lines } == [["1: 1"], ["1: 1"]])
    }

    @Test func readsWhatIsWantedAtOnceAndTheRestLater() throws {
        let row = #"<table:table-row><table:table-cell office:value-type="float" office:value="%"/></table:table-row>"#
        let tables = ["1", "2", "3"].map { number in
            "<table:table table:name=\"B\(number)\">\(row.replacing("%", with: number))</table:table>"
        }
        let archive = try TestWorkbook.archive(TestWorkbook.openDocument(tables.joined()))
        let workbook = try WorkbookFile(archive) { $0.name != "B2" }
        let before = archive.budget.nodes
        #expect(try workbook.read([0, 2]).map { $0?.cells.lines } == [["1: 1"], nil, ["1: 3"]])
        #expect(archive.budget.nodes == before)
        #expect(try workbook.read([1]).map { $0?.cells.lines } == [nil, ["1: 2"], nil])
    }

    @Test func tellsRowsThatAFilterHidesFromOthers() throws {
        let one = #"<table:table-cell office:value-type="float" office:value="1"/>"#
        let rows = """
            <table:table-row table:visibility="filter" table:number-rows-repeated="2">\(one)</table:table-row>\
            <table:table-row table:visibility="collapse">\(one)</table:table-row><table:table-row>\(one)</table:table-row>
            """
        let sheet = try TestWorkbook.read(TestWorkbook.openDocument(table(rows)))
        #expect(sheet.hiddenRows == 3)
        #expect(sheet.filteredRows == 2)
    }

    @Test func tellsRowsAndColumnsOfAGroupThatIsFoldedAway() throws {
        let one = #"<table:table-cell office:value-type="float" office:value="1"/>"#
        let row = "<table:table-row>\(one)\(one)</table:table-row>"
        let rows = """
            <table:table-column/><table:table-column-group table:display="false"><table:table-column/></table:table-column-group>\
            <table:table-row-group table:display="false"><table:table-row-group>\(row)</table:table-row-group>\(row)</table:table-row-group>\
            <table:table-row-group>\(row)</table:table-row-group>\(row)
            """
        let sheet = try TestWorkbook.read(TestWorkbook.openDocument(table(rows)))
        #expect(sheet.cells.lines == ["1: 1|1", "2: 1|1", "3: 1|1", "4: 1|1"])
        #expect(sheet.hiddenRows == 2)
        #expect(sheet.hiddenColumns == 1)
    }

    @Test func repeatsRows() throws {
        let one = #"<table:table-cell office:value-type="float" office:value="1"/>"#
        let rows = """
            <table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>\
            <table:table-row table:number-rows-repeated="2">\(one)</table:table-row>\
            <table:table-row table:number-rows-repeated="5"><table:table-cell/></table:table-row>\
            <table:table-row table:visibility="collapse">\(one)\(one)\(one)</table:table-row>\
            <table:table-row table:number-rows-repeated="1048568"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
            """
        let sheet = try TestWorkbook.read(TestWorkbook.openDocument(table(rows)))
        #expect(sheet.cells.lines == ["1: 1", "2: 1", "8: 1|1|1"])
        #expect(sheet.hiddenRows == 1)
        #expect(sheet.hiddenColumns == 1)
    }

    @Test func boundsRepeats() {
        let row = """
            <table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" office:value="1" \
            table:number-columns-repeated="16384"/></table:table-row>
            """
        #expect(throws: WorkbookError.self) { try TestWorkbook.read(TestWorkbook.openDocument(table(row))) }
        let long = """
            <table:table-row table:number-rows-repeated="999999999"><table:table-cell office:value-type="float" office:value="1"/>\
            </table:table-row>
            """
        #expect(throws: WorkbookError.tooLarge(part: "content.xml", limit: .rows(1_048_576))) {
            try TestWorkbook.read(TestWorkbook.openDocument(table(long)))
        }
    }

    @Test func listsSheets() throws {
        let tables = "<table:table table:name=\"Uren\" table:style-name=\"ta2\"/>" + table("")
        let workbook = try WorkbookFile(TestWorkbook.archive(TestWorkbook.openDocument(tables)))
        #expect(
            workbook.sheets == [
                SheetListing(name: "Uren", isHidden: true), SheetListing(name: "Inzet", isHidden: false),
            ])
    }

    @Test func readsOnlyTheWantedSheet() throws {
        let row = #"<table:table-row><table:table-cell office:value-type="float" office:value="%"/></table:table-row>"#
        let tables = ["1", "2"].map { number in
            "<table:table table:name=\"B\(number)\">\(row.replacing("%", with: number))</table:table>"
        }
        let workbook = try WorkbookFile(TestWorkbook.archive(TestWorkbook.openDocument(tables.joined())))
        let read = try workbook.read([1])
        #expect(read[0] == nil)
        #expect(read[1]?.cells.lines == ["1: 2"])
    }

    @Test func refusesPasswordsAndOtherDocuments() {
        let manifest = "<m:manifest xmlns:m=\"m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
        #expect(throws: WorkbookError.encrypted) {
            try TestWorkbook.read(TestWorkbook.openDocument(table(""), manifest: manifest))
        }
        let wholesome = [
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": manifest,
        ]
        #expect(throws: WorkbookError.encrypted) {
            try TestWorkbook.read(wholesome.merging(["encrypted-package": "x"]) { $1 })
        }
        #expect(throws: WorkbookError.notAWorkbook) { try TestWorkbook.read(wholesome) }
        var parts = TestWorkbook.openDocument("")
        parts["content.xml"] = "<office:document-content xmlns:office=\"o\"><office:text/></office:document-content>"
        #expect(throws: WorkbookError.notAWorkbook) { try TestWorkbook.read(parts) }
    }
}
