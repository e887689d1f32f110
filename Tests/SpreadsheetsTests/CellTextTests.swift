import Testing

@testable import Spreadsheets

/// Texts that are longer than a cell.
@Suite struct CellTextTests {
    /// A text, the limit, and how many parts it takes.
    @Test(
        arguments: [
            ("", 16, 1), (String(repeating: "a", count: 16), 16, 1), (String(repeating: "a", count: 17), 16, 2),
            (String(repeating: "é", count: 33), 16, 3), (String(repeating: "😀", count: 9), 16, 2),
            (String(repeating: "_x0041_", count: 3), 16, 3), (String(repeating: "a\u{301}", count: 20), 16, 3),
            (String(repeating: "x", count: 70_000), 32_767, 3),
        ])
    func dividesWithoutLoss(_ text: String, _ limit: Int, _ count: Int) throws {
        let parts = CellText.parts(of: text, limit: limit)
        #expect(parts.count == count)
        #expect(Array(parts.joined().utf8) == Array(text.utf8))
        let book = try WorkbookFixture(limits: SheetLimits(textLength: limit))
        let sheet = try book.file.addSheet("A")
        for (row, part) in parts.enumerated() { try sheet.text(part, row: row, column: 0) }
        #expect(book.file.replacements.count == 0)
    }
}
