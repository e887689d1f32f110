import Foundation
import Testing

@testable import Spreadsheets

/// The last look at the written file.
@Suite struct PackageTests {
    @Test(arguments: [("", 0), ("123456789", 0xCBF4_3926), ("a", 0xE8B7_BE43)] as [(String, UInt32)])
    func knowsChecksums(_ text: String, _ checksum: UInt32) {
        #expect(CRC32.checksum(Array(text.utf8)) == checksum)
    }

    private func written() throws -> WorkbookFixture {
        let book = try WorkbookFixture()
        try book.file.addSheet("A").text("x", row: 0, column: 0)
        try book.file.close()
        return book
    }

    @Test func seesWhenASheetIsTooShort() throws {
        let book = try written()
        let package = try WrittenPackage(path: book.path)
        try package.requireSheets(longerThan: [60])
        expect(.incomplete(part: "xl/worksheets/sheet1.xml")) { try package.requireSheets(longerThan: [100_000]) }
        expect(.incomplete(part: "xl/worksheets/sheet2.xml")) { try package.requireSheets(longerThan: [60, 1]) }
    }

    @Test(arguments: [1, 21, 100])
    func seesWhenTheEndIsMissing(_ bytes: Int) throws {
        let book = try written()
        let data = try Data(contentsOf: URL(fileURLWithPath: book.path))
        try data.dropLast(bytes).write(to: URL(fileURLWithPath: book.path))
        expect(.incomplete(part: "ZIP")) { _ = try WrittenPackage(path: book.path) }
    }

    /// Any part can be replaced by a shorter or longer one; the others stay as they were.
    @Test(arguments: ["[Content_Types].xml", "xl/workbook.xml", "docProps/app.xml"], [1, 50_000])
    func replacesParts(_ name: String, _ length: Int) throws {
        let book = try written()
        let before = try book.parts()
        let content = "<a>\(String(repeating: "x", count: length))</a>"
        do {
            let package = try WrittenPackage(path: book.path)
            try package.replace(name, with: Array(content.utf8))
        }
        #expect(try WorkbookFixture.unzip("-tq", book.path).contains("No errors"))
        var expected = before
        expected[name] = content
        #expect(try book.parts() == expected)
    }
}
