import Testing

@testable import Spreadsheets

/// Charts with words for who cannot see them.
@Suite struct ChartTests {
    static func chart(sheet: String = "Foto's!", cached: [Double] = [1, 2.5, 3]) -> Chart {
        let series = Chart.Series(
            name: "=Aantal & meer", sheet: sheet, values: CellRange(rows: 1...3, column: 1),
            categories: CellRange(rows: 1...3, column: 0), color: Color(0x154273), cachedValues: cached,
            cachedCategories: ["één", "<twee>", "drie"])
        return Chart(.bars, title: "Titel", description: "Drie staven & hun <hoogte>.", series: [series])
    }

    @Test func writesTheChartWithItsNumbersAndWords() throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("Foto's!")
        try sheet.chart(Self.chart(), row: 5, column: 0)
        try book.file.close()
        let parts = try book.parts()
        let chart = try #require(parts["xl/charts/chart1.xml"])
        #expect(chart.contains("<c:f>'Foto''s!'!$B$2:$B$4</c:f><c:numCache><c:formatCode>General</c:formatCode>"))
        #expect(chart.contains("<c:pt idx=\"1\"><c:v>2.5</c:v></c:pt>"))
        #expect(chart.contains("<c:pt idx=\"1\"><c:v>&lt;twee&gt;</c:v></c:pt>"))
        #expect(chart.contains("<c:v> =Aantal &amp; meer</c:v>"))
        #expect(
            try #require(parts["xl/drawings/drawing1.xml"]).contains("descr=\"Drie staven &amp; hun &lt;hoogte&gt;.\""))
    }

    @Test func refusesChartsThatCannotBe() throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("A")
        func refuse(_ problem: ChartProblem, _ change: (inout Chart) -> Void) {
            var chart = Self.chart()
            change(&chart)
            expect(.chart(sheet: "A", problem)) { try sheet.chart(chart, row: 0, column: 0) }
        }
        refuse(.noSeries) { $0.series = [] }
        refuse(.noDescription) { $0.description = " " }
        refuse(.badFormat) { $0.valueFormat = String(repeating: "0", count: 128) }
        refuse(.cacheCount(expected: 3, found: 2)) { $0.series[0].cachedValues = [1, 2] }
        try sheet.chart(Self.chart(sheet: "Weg"), row: 0, column: 0)
        expect(.chart(sheet: "A", .missingSheet("Weg"))) { try book.file.close() }
        #expect(book.contents == [])
    }

    @Test func takesSizesAndNumbersThatAreNone() throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("A")
        var chart = Self.chart(sheet: "A")
        (chart.width, chart.height) = (99, 1 << 40)
        chart.series[0].cachedValues = [1, .infinity, .nan]
        chart.valueRange = 0...Double.infinity
        try sheet.chart(chart, row: 0, column: 0)
        try book.file.close()
        let xml = try #require(try book.parts()["xl/charts/chart1.xml"])
        #expect(!xml.lowercased().contains("nan") && !xml.contains("inf"))
    }

    @Test func cutsWordsThatTheLibraryWouldCutWithinACharacter() throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("Foto's!")
        var chart = Self.chart()
        chart.description = "x" + String(repeating: "é", count: 2_000)
        try sheet.chart(chart, row: 0, column: 0)
        try book.file.close()
        #expect(try book.parts()["xl/drawings/drawing1.xml"]!.contains("\(String(repeating: "é", count: 498))…\""))
        #expect(book.file.replacements.listed.map(\.place) == [.chart])
    }

    @Test(arguments: [(0x154273, true), (0xE17000, false), (0xFFFFFF, false), (0x000000, true), (0x007BC7, false)])
    func knowsDarkColors(_ rgb: UInt32, _ isDark: Bool) {
        #expect(Color(rgb).isDark == isDark)
    }
}
