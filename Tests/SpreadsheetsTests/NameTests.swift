import Testing

@testable import Spreadsheets

/// Names of sheets, of ranges and of cells.
@Suite struct NameTests {
    @Test(arguments: [
        ("Inzet", "'Inzet'"), ("2026", "'2026'"), ("Q1", "'Q1'"), ("Foto's", "'Foto''s'"),
        ("a'\u{301}b", "'a''\u{301}b'"),
    ])
    func quotes(_ name: String, _ quoted: String) {
        #expect(SheetName.quoted(name) == quoted)
    }

    @Test(
        arguments: [
            ("Inzet", nil), ("Foto's & één 2026!", nil), (String(repeating: "é", count: 31), nil),
            ("", .empty),
            (String(repeating: "é", count: 32), .tooLong(length: 32)),
            (String(repeating: "😀", count: 16), .tooLong(length: 32)),
            ("a[b", .forbiddenCharacter("[")), ("a]b", .forbiddenCharacter("]")), ("a:b", .forbiddenCharacter(":")),
            ("a*b", .forbiddenCharacter("*")), ("a?b", .forbiddenCharacter("?")), ("a/b", .forbiddenCharacter("/")),
            ("a\\b", .forbiddenCharacter("\\")), ("a\nb", .forbiddenCharacter("\n")),
            ("a\u{FFFF}b", .forbiddenCharacter("\u{FFFF}")),
            ("'a", .apostropheAtEdge), ("a'", .apostropheAtEdge), ("'", .apostropheAtEdge),
            ("HISTORY", .reserved), ("a_x0041_", .hexEscape),
        ] as [(String, SheetNameProblem?)])
    func judgesSheetNames(_ name: String, _ problem: SheetNameProblem?) {
        #expect(SheetName.problem(in: name) == problem)
    }

    @Test(arguments: [("Inzet", "inzet"), ("Één", "één")])
    func refusesASecondSheetOfTheSameName(_ first: String, _ second: String) throws {
        let book = try WorkbookFixture()
        _ = try book.file.addSheet(first)
        expect(.sheetName(second, .duplicate)) { _ = try book.file.addSheet(second) }
        expect(.sheetName("", .empty)) { _ = try book.file.addSheet("") }
    }

    @Test(
        arguments: [
            ("Doelgroepen", nil), ("_a.b", nil), ("Élan_2", nil), ("ABCD1", nil), ("A1B", nil),
            ("", .empty), ("1a", .forbiddenCharacter("1")), ("a b", .forbiddenCharacter(" ")),
            ("a!b", .forbiddenCharacter("!")),
            ("A1", .looksLikeCell), ("xfd10", .looksLikeCell), ("R1C1", .looksLikeCell), ("r", .looksLikeCell),
            ("C", .looksLikeCell), (String(repeating: "é", count: 64), .tooLong(bytes: 128)),
        ] as [(String, DefinedNameProblem?)])
    func judgesDefinedNames(_ name: String, _ problem: DefinedNameProblem?) {
        #expect(DefinedName.problem(in: name) == problem)
    }

    @Test func guardsDefinedNames() throws {
        let book = try WorkbookFixture()
        _ = try book.file.addSheet("Codes")
        try book.file.defineName("Lijst", as: CellRange(rows: 1...29, column: 0).reference(in: "Codes"))
        expect(.definedName("LIJST", .duplicate)) { try book.file.defineName("LIJST", as: "'Codes'!$A$1") }
        expect(.definedName("Leeg", .emptyFormula)) { try book.file.defineName("Leeg", as: "=") }
        let long = "'Codes'!$A$1" + String(repeating: ",'Codes'!$A$1", count: 9)
        expect(.definedName("Lang", .formulaTooLong(bytes: 129))) { try book.file.defineName("Lang", as: long) }
        expect(.definedName("Nul", .formulaForbiddenCharacter("\0"))) { try book.file.defineName("Nul", as: "A\0") }
        try book.file.close()
        #expect(
            try book.parts()["xl/workbook.xml"]!.contains(
                "<definedName name=\"Lijst\">'Codes'!$A$2:$A$30</definedName>"))
    }

    @Test(arguments: [
        (0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD"),
    ])
    func namesColumns(_ column: Int, _ letters: String) {
        #expect(ColumnName.letters(column) == letters)
    }

    @Test func writesCellsAndRanges() {
        let cell = CellReference(row: 4, column: 2)
        #expect([cell.a1, cell.absolute, cell.absoluteColumn] == ["C5", "$C$5", "$C5"])
        #expect(cell.reference(in: "Foto's") == "'Foto''s'!$C$5")
        let range = CellRange(rows: 0...1_048_575, columns: 0...16_383)
        #expect(range.a1 == "A1:XFD1048576")
        #expect(range.absolute == "$A$1:$XFD$1048576")
        #expect(CellRange(cell).a1 == "C5")
        #expect(CellRange(rows: 1...3, column: 0).reference(in: "2026") == "'2026'!$A$2:$A$4")
        #expect(CellRange(row: 0, columns: 0...2).count == 3)
    }
}
