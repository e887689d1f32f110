import Testing

@testable import Spreadsheets

/// Tables, and links that find their row by a number.
@Suite struct TableTests {
    private static func write(_ headings: [String], rows: Int = 2) throws -> [String: String] {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("Sociale inkoop")
        for (column, heading) in headings.enumerated() { try sheet.text(heading, row: 3, column: column) }
        for row in 0..<rows { try sheet.number(Double(row + 1), row: row + 4, column: 0) }
        try sheet.table(
            CellRange(rows: 3...3 + rows, columns: 0...headings.count - 1), headings: headings, name: sheet.name)
        try book.file.close()
        return try book.parts()
    }

    @Test func rowsAreATable() throws {
        let parts = try Self.write(["rij", "naam & \"meer\""])
        let table = try #require(parts["xl/tables/table1.xml"])
        #expect(table.contains("ref=\"A4:B6\"") && table.contains("displayName=\"T_Sociale_inkoop\""))
        #expect(table.contains("name=\"rij\"") && table.contains("<autoFilter ref=\"A4:B6\"/>"))
        let sheet = try #require(parts["xl/worksheets/sheet1.xml"])
        #expect(sheet.contains("<tablePart ") && !sheet.contains("<autoFilter"))
        // The headings are written once, by us.
        #expect(sheet.components(separatedBy: "r=\"A4\"").count == 2)
    }

    @Test(arguments: [
        ["a", "A"], ["a", ""], ["a", "twee\nregels"], ["a", " b"], ["a", String(repeating: "x", count: 201)],
    ])
    func otherHeadingsGetAFilter(_ headings: [String]) throws {
        let parts = try Self.write(headings)
        #expect(parts["xl/tables/table1.xml"] == nil)
        #expect(parts["xl/worksheets/sheet1.xml"]?.contains("<autoFilter ref=\"A4:B6\"/>") == true)
    }

    @Test func noRowsAreNoTable() throws {
        #expect(try Self.write(["a", "b"], rows: 0)["xl/tables/table1.xml"] == nil)
    }

    /// What is a formula, and what goes to the headings instead.
    @Test(
        arguments: [
            ("Inzet rij 14", nil, "HYPERLINK(\"#'A'!C\"&amp;(MATCH(2,'A'!$Z$5:$Z$9,0)+4),\"Inzet rij 14\")"),
            ("=1+1", "'A'!$A$5:$A$9", "INDEX('A'!$A$5:$A$9,MATCH(2,'A'!$Z$5:$Z$9,0))"),
            ("=cmd|' /C calc'!A0", nil, nil), ("a\"&b", nil, nil),
        ] as [(String, String?, String?)])
    func linksFindTheirRow(_ text: String, _ shown: String?, _ formula: String?) throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("A")
        var target = LinkTarget(sheet: "A", cell: CellReference(row: 5, column: 2))
        target.row = RowKey(2, among: "'A'!$Z$5:$Z$9", firstRow: 4)
        target.row?.shown = shown
        try sheet.link(text, to: target, row: 0, column: 0, style: nil)
        let xml = try book.closedSheet()
        if let formula {
            #expect(xml.contains(formula))
        } else {
            #expect(!xml.contains("<f>") && xml.contains("location=\"'A'!C4\""))
        }
    }
}
