import Foundation
import SocialReturnModel
import Spreadsheets
import TestSupport
import Testing

@testable import Workbooks

/// Sentences above and below a table, on paper.
@Suite struct RemarkTests {
    private static let words = (1...60).map { "woord\($0)" }

    /// The sentences on a sheet with one row, of which paper holds the first column only, with this many rows at most.
    private func sentences(rows: Int) throws -> [String] {
        let folder = try Folder()
        let path = folder.path("opmerking.xlsx")
        let writer = try WorkbookWriter(
            at: path, DocumentProperties(title: "Proef", created: 0), .dutch, homeSheet: "Blad", footerText: "",
            limits: SheetLimits(rows: rows), printsWhatFits: true)
        let text = Self.words.prefix(40).joined(separator: " ")
        let sheet = SheetDefinition<Int>(
            name: "Blad", title: Text(nl: "Proef", en: "Test"), explanation: Text(nl: "Uitleg.", en: "Explanation."),
            closing: Text(nl: text, en: text),
            columns: [60.0, 160.0].map { width in
                SheetColumn(Text(nl: "Kolom \(Int(width))", en: "Column"), key: "k\(Int(width))", width: width...width)
                {
                    line, _ in .text("rij \(line)")
                }
            })
        try writer.write(sheet, [1])
        try writer.file.close()
        let cells = try WrittenCells(path)
        return (SheetRange.firstRow + 2...SheetRange.firstRow + 10).compactMap { cells["Blad", "A\($0)"]?.text }
    }

    @Test func aLongRemarkGoesOnInTheNextLines() throws {
        let sentences = try sentences(rows: 100)
        #expect(sentences.joined(separator: " ") == Self.words.prefix(40).joined(separator: " "), "nothing is lost")
        #expect(sentences.count == 4 && sentences.allSatisfy { $0.count <= WorkbookWriter.lineLength / 2 })
    }

    @Test func whereNoRowIsLeftItSaysThatMoreFollows() throws {
        let sentences = try sentences(rows: SheetRange.firstRow + 2)
        #expect(sentences.count == 1 && sentences[0].hasSuffix("…"))
    }
}
