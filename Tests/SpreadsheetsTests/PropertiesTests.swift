import Testing

@testable import Spreadsheets

/// What the document says of itself.
@Suite struct PropertiesTests {
    @Test func writesTitleLanguageAndDate() throws {
        var properties = DocumentProperties(title: "Rapport <A> & B", created: 1_767_225_661)
        properties.subject = "2026-Q1"
        properties.author = "Inkoop"
        properties.company = "Ministerie"
        properties.language = "nl-NL"
        properties.comments = "a\u{1}b"
        properties.custom = [("sha256", "00ff"), ("bron", "a & b")]
        let book = try WorkbookFixture(properties: properties)
        try book.file.addSheet("A").text("x", row: 0, column: 0)
        try book.file.close()
        let parts = try book.parts()
        let core = try #require(parts["docProps/core.xml"])
        for text in [
            "<dc:title>Rapport &lt;A&gt; &amp; B</dc:title>", "<dc:language>nl-NL</dc:language>",
            "<dc:creator>Inkoop</dc:creator>", "<dc:description>a\u{FFFD}b</dc:description>",
            "<dcterms:created xsi:type=\"dcterms:W3CDTF\">2026-01-01T00:01:01Z</dcterms:created>",
        ] { #expect(core.contains(text), "\(text)") }
        #expect(!core.contains("cp:category"))
        #expect(try #require(parts["docProps/custom.xml"]).contains("name=\"bron\"><vt:lpwstr>a &amp; b</vt:lpwstr>"))
        #expect(try #require(parts["docProps/app.xml"]).contains("<Company>Ministerie</Company>"))
        #expect(book.file.replacements.listed.map(\.place) == [.property])
        #expect(try WorkbookFixture.unzip("-tq", book.path).contains("No errors"))
    }

    @Test(arguments: [[""], ["a", "A"], [String(repeating: "a", count: 256)], ["a\0"]])
    func refusesNamesOfProperties(_ names: [String]) throws {
        var properties = DocumentProperties(title: "", created: 0)
        properties.custom = names.map { ($0, "x") }
        let refused = properties
        expect(.customProperty(names.last!)) { _ = try WorkbookFixture(properties: refused) }
    }

    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"), (1_709_251_199, "2024-02-29T23:59:59Z"),
            (1_709_251_200, "2024-03-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
            (-2_208_988_800, "1900-01-01T00:00:00Z"), (.max, "9999-12-31T23:59:59Z"), (.min, "0001-01-01T00:00:00Z"),
        ] as [(Int64, String)])
    func writesDates(_ seconds: Int64, _ date: String) {
        #expect(DocumentProperties.timestamp(seconds) == date)
    }
}
