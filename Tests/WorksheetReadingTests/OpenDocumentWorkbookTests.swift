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
    ])
    func readsCells(_ cells: String, _ line: String) throws {
        let sheet = try TestWorkbook.read(
            TestWorkbook.openDocument(table("<table:table-row>\(cells)</table:table-row>")))
        #expect(sheet.cells.lines == [line])
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
        #expect(throws: WorkbookError.tooLarge(part: "content.xml")) {
            try TestWorkbook.read(TestWorkbook.openDocument(table(row)))
        }
        let long = """
            <table:table-row table:number-rows-repeated="999999999"><table:table-cell office:value-type="float" office:value="1"/>\
            </table:table-row>
            """
        #expect(throws: WorkbookError.tooLarge(part: "content.xml")) {
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
        var parts = TestWorkbook.openDocument("")
        parts["content.xml"] = "<office:document-content xmlns:office=\"o\"><office:text/></office:document-content>"
        #expect(throws: WorkbookError.notAWorkbook) { try TestWorkbook.read(parts) }
    }
}
