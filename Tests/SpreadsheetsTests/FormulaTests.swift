import Testing

@testable import Spreadsheets

/// Live formulas with cached values.
@Suite struct FormulaTests {
    static let place = CellPlace(sheet: "Inzet", row: 0, column: 0)

    @Test func writesFormulasWithTheirValues() throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("Inzet")
        try sheet.formula("=SUM(B1:B9)", cached: .scaled(1_995, decimals: 2), row: 0, column: 0)
        try sheet.formula("IF(A1>1,\"ja & nee\",\"\")", cached: .text("ja & nee"), row: 0, column: 1)
        try sheet.formula("\"_x0041_\"", cached: .text("_x0041_"), row: 0, column: 2)
        let xml = try book.closedSheet()
        #expect(xml.contains("<c r=\"A1\"><f>SUM(B1:B9)</f><v>19.95</v></c>"))
        #expect(xml.contains("<f>IF(A1&gt;1,\"ja &amp; nee\",\"\")</f><v>ja &amp; nee</v>"))
        #expect(xml.contains("<v>_x0041_</v>"))
    }

    @Test(
        arguments: [
            ("", .emptyFormula(place)), ("=", .emptyFormula(place)),
            ("\"a\0b\"", .formulaForbiddenCharacter(place, "\0")),
            ("\"\u{FFFF}\"", .formulaForbiddenCharacter(place, "\u{FFFF}")),
            ("TEXTJOIN(\",\",TRUE,A1:A3)", .formulaNeedsPrefix(place, function: "TEXTJOIN")),
            ("1+ifs(A1>1,2)", .formulaNeedsPrefix(place, function: "IFS")),
            ("IF('MAXIFS('!A1,STDEV.S(A1:A3),0)", .formulaNeedsPrefix(place, function: "STDEV.S")),
        ] as [(String, SpreadsheetError)])
    func refuses(_ formula: String, _ error: SpreadsheetError) throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("Inzet")
        expect(error) { try sheet.formula(formula, cached: .number(0), row: 0, column: 0) }
    }

    /// A formula of a shape that was looked at before is taken as it is; one that only resembles it is not.
    @Test func looksAtEachShapeOfAFormula() throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("Inzet")
        for row in 0..<3 {
            try sheet.formula("DAYS360(A\(row + 9),B1)", cached: .number(0), row: row, column: 0)
            try sheet.formula("IF(A\(row)=\"é\",1,2)", cached: .number(2), row: row, column: 1)
        }
        expect(.formulaNeedsPrefix(CellPlace(sheet: "Inzet", row: 3, column: 0), function: "DAYS")) {
            try sheet.formula("DAYS(A12,B1)", cached: .number(0), row: 3, column: 0)
        }
        expect(.formulaForbiddenCharacter(CellPlace(sheet: "Inzet", row: 4, column: 0), "\0")) {
            try sheet.formula("DAYS360(A12,B1)\0", cached: .number(0), row: 4, column: 0)
        }
        #expect(try book.closedSheet().contains("<f>DAYS360(A11,B1)</f>"))
    }

    @Test func writesTheValueOfAFormulaThatIsTooLong() throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("Inzet")
        let long = "=" + String(repeating: "1", count: 8_192)
        try sheet.formula(long, cached: .number(12), row: 0, column: 0)
        try sheet.formula(long, cached: .text("twaalf"), row: 0, column: 1)
        #expect(book.file.replacements.counts == [.formulaTooLong: 2])
        let xml = try book.closedSheet()
        #expect(xml.contains("<c r=\"A1\"><v>12</v></c>") && xml.contains("<t>twaalf</t>") && !xml.contains("<f>"))
    }

    @Test(arguments: [
        "_xlfn.TEXTJOIN(\",\",TRUE,A1)", "\"IFS(\"&A1", "'IFS('!A1", "SUMIFS(A:A,B:B,1)", "MYIFS(1)",
        "COUNTIF('Foto''s IFS('!A1,1)",
    ])
    func takes(_ formula: String) throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("Inzet")
        try sheet.formula(formula, cached: .number(0), row: 0, column: 0)
    }
}
