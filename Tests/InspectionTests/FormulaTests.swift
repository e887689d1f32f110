import Testing
import WorksheetReading

@testable import Inspection

@Suite struct FormulaTests {
    /// What formulas lead to: sheets with and without quotation marks, ranges, names, and texts that look like cells.
    @Test(arguments: [
        ("A1", ["A1"]), ("$B$2:$C$9", ["B2:C9"]), ("'Sociale inkoop'!F5+1", ["Sociale inkoop!F5"]),
        ("Inzet!U5", ["Inzet!U5"]), ("\"A1\"&B2", ["B2"]), ("SUM(A1:A3,-B1)%", ["A1:A3", "B1"]),
        ("IF(A1>=\"D4\",SUM(T_Inzet[uren]),C3)", ["A1", "C3"]), ("'It''s'!A1", ["It's!A1"]), ("1.5E3", []),
        ("SUMPRODUCT(--('Inzet'!$C$5:$C$10=$A$6),'Inzet'!$U$5:$U$10)", ["Inzet!C5:C10", "A6", "Inzet!U5:U10"]),
    ])
    func cellsOfFormulas(_ text: String, _ cells: [String]) {
        #expect(Formula(text).map(Self.cells) ?? [] == cells)
    }

    /// What is no formula, and what lies deeper than a stack allows.
    @Test(arguments: [
        "", "A1+", "(A1", "SUM(A1", "'A!A1", "\"", String(repeating: "(", count: 100_000),
        String(repeating: "-", count: 100_000),
    ])
    func noFormula(_ text: String) { #expect(Formula(text) == nil) }

    @Test(arguments: [("A1", 0, 0), ("$D$17", 16, 3), ("XFD1048576", 1_048_575, 16_383)])
    func addresses(_ text: String, _ row: Int, _ column: Int) {
        #expect(CellAddress(text) == CellAddress(row: row, column: column))
        #expect(CellAddress(row: row, column: column).text == text.filter { $0 != "$" })
    }

    @Test(arguments: ["", "A", "1", "A0", "AAAA1", "XFE1", "A1048577", "A99999999999999999999", "1A", "A1B"])
    func noAddresses(_ text: String) { #expect(CellAddress(text) == nil) }

    private static func cells(_ formula: Formula) -> [String] {
        switch formula {
        case .number, .text, .name: []
        case .cells(let sheet, let range): [(sheet.map { $0 + "!" } ?? "") + range.text]
        case .call(_, let parts), .operation(_, let parts): parts.flatMap(cells)
        }
    }
}
