import Testing

@testable import Spreadsheets

/// What may be typed into cells, and which ones stand out.
@Suite struct RuleTests {
    static let range = CellRange(rows: 4...8, columns: 2...3)

    /// The first two are lists of 24 accented words that have at most 255 characters: libxlsxwriter 1.1.4 ends the process.
    @Test(arguments: [
        (Array(repeating: "ééééééééé", count: 24), 455),
        (Array(repeating: "woordenéé", count: 24), 287),
        ([String(repeating: "a", count: 256)], 256),
        ([String(repeating: "é", count: 128)], 256),
    ])
    func refusesListsThatDoNotFit(_ items: [String], _ bytes: Int) throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("A")
        expect(.dropDownTooLong(sheet: "A", bytes: bytes)) {
            try sheet.inputRule(InputRule(.list(items)), for: Self.range)
        }
    }

    @Test func takesListsThatJustFit() throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("A")
        let items = [String(repeating: "é", count: 126), "<&"]
        #expect(InputRule.listBytes(items) == 255)
        try sheet.inputRule(InputRule(.list(items)), for: Self.range)
        let xml = try book.closedSheet()
        #expect(xml.contains("<formula1>\"\(items[0]),&lt;&amp;\"</formula1>"))
        #expect(xml.contains("<dataValidation type=\"list\" allowBlank=\"1\" showInputMessage=\"1\""))
        #expect(xml.contains("sqref=\"C5:D9\""))
    }

    @Test(arguments: ["", "a,b", "a\"b", "a\nb", "a\0"])
    func refusesItemsThatWouldBreakTheList(_ item: String) throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("A")
        expect(.dropDownItem(sheet: "A", item: item)) {
            try sheet.inputRule(InputRule(.list(["goed", item])), for: Self.range)
        }
        expect(.dropDownEmpty(sheet: "A")) { try sheet.inputRule(InputRule(.list([])), for: Self.range) }
    }

    @Test func writesEachKindOfRule() throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("A")
        let conditions: [InputRule.Condition] = [
            .listFrom("Lijst"), .whole(1...36), .number(0.5...1.5), .day(1...2), .textLength(8...8),
            .formula("LEN(C5)=8"),
        ]
        for condition in conditions { try sheet.inputRule(InputRule(condition), for: Self.range) }
        try sheet.inputRule(
            InputRule(
                .anything, promptTitle: "=T", prompt: "<p>\nregel", errorTitle: "E", errorMessage: "M",
                severity: .warning, allowsBlank: false), for: Self.range)
        let xml = try book.closedSheet()
        for formula in ["Lijst", "1", "36", "0.5", "1.5", "8", "LEN(C5)=8"] {
            #expect(xml.contains(">\(formula)</formula"), "\(formula)")
        }
        for attribute in [
            "type=\"list\"", "type=\"whole\"", "type=\"decimal\"", "type=\"date\"", "type=\"textLength\"",
            "type=\"custom\"", "count=\"7\"", "promptTitle=\"=T\"", "prompt=\"&lt;p&gt;&#xA;regel\"",
            "errorTitle=\"E\"", "error=\"M\"",
            "errorStyle=\"warning\"",
        ] { #expect(xml.contains(attribute), "\(attribute)") }
    }

    @Test func cutsMessagesThatAreTooLong() throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("A")
        let long = String(repeating: "é", count: 300)
        try sheet.inputRule(
            InputRule(.whole(1...2), promptTitle: long, prompt: long, errorTitle: long, errorMessage: "=" + long),
            for: Self.range)
        #expect(book.file.replacements.counts == [.cut: 4])
        let xml = try book.closedSheet()
        #expect(xml.contains("promptTitle=\"\(long.prefix(31))…\""))
        #expect(xml.contains("error=\"=\(long.prefix(252))…\""))
    }

    @Test func countsRulesInMoreThanOneByte() throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("A")
        for row in 0..<255 { try sheet.inputRule(InputRule(.whole(1...2)), for: CellRange(rows: row...row, column: 0)) }
        expect(.tooManyInputRules(sheet: "A", limit: 255)) {
            try sheet.inputRule(InputRule(.whole(1...2)), for: Self.range)
        }
    }

    @Test(arguments: ["", "=", String(repeating: "A", count: 256), "A\0", "IFS(A1,1)"])
    func refusesFormulasThatBreakRules(_ formula: String) throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("A")
        let style = try book.file.highlight(Style(isBold: true))
        let error = SpreadsheetError.ruleFormula(sheet: "A", formula: formula)
        expect(error) { try sheet.inputRule(InputRule(.listFrom(formula)), for: Self.range) }
        expect(error) { try sheet.inputRule(InputRule(.formula(formula)), for: Self.range) }
        expect(error) { try sheet.highlight(Self.range, where: .formula(formula), as: style) }
    }

    @Test func refusesLimitsThatAreNoNumbers() throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("A")
        let style = try book.file.highlight(Style(isBold: true))
        let error = SpreadsheetError.ruleNotFinite(sheet: "A")
        expect(error) { try sheet.inputRule(InputRule(.number(0...Double.infinity)), for: Self.range) }
        expect(error) { try sheet.highlight(Self.range, where: .above(.nan), as: style) }
        expect(error) { try sheet.highlight(Self.range, where: .between(-.infinity...0), as: style) }
        expect(error) { try sheet.dataBar(Self.range, color: .black, from: 0...Double.infinity) }
    }

    /// The library's own text rule would look at D5.
    @Test func looksAtTheFirstColumnOfTheRange() throws {
        let book = try WorkbookFixture()
        let style = try book.file.highlight(Style(fill: Color(0xF9DFDD)))
        let sheet = try book.file.addSheet("A")
        try sheet.highlight(Self.range, where: .contains("fout*\"?"), as: style)
        try sheet.highlight(Self.range, where: .equals("a\"b"), as: style)
        try sheet.highlight(Self.range, where: .below(-1), as: style)
        try sheet.highlight(Self.range, where: .between(1...2), as: style)
        try sheet.dataBar(Self.range, color: Color(0x8FCAE7), from: 0...1)
        let xml = try book.closedSheet()
        #expect(xml.contains("<formula>NOT(ISERROR(SEARCH(\"fout~*\"\"~?\",C5)))</formula>"))
        #expect(xml.contains("operator=\"equal\"><formula>\"a\"\"b\"</formula>"))
        #expect(xml.contains("operator=\"lessThan\"><formula>-1</formula>"))
        #expect(xml.contains("operator=\"between\"><formula>1</formula><formula>2</formula>"))
        #expect(xml.contains("type=\"dataBar\""))
        #expect(!xml.contains("containsText"))
    }
}
