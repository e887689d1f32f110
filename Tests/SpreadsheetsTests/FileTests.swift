import Foundation
import TestSupport
import Testing

@testable import Spreadsheets

/// The file: whole or absent, the same bytes for the same calls.
@Suite struct FileTests {
    @Test func leavesNothingBehindUnlessClosed() throws {
        let folder = try Folder.untilTheEnd()
        let path = folder.appendingPathComponent("boek.xlsx").path
        try "oud".write(toFile: path, atomically: true, encoding: .utf8)
        do {
            let file = try SpreadsheetFile(at: path, properties: DocumentProperties(title: "", created: 1))
            try file.addSheet("A").text("x", row: 0, column: 0)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["boek.xlsx"])
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "oud")
    }

    /// The rows of a small workbook wait in memory, those of a large one on the disk, and a named folder holds all.
    @Test func rowsWaitWhereTheyFit() throws {
        var storage = RowStorage(named: nil)
        let fits = FileManager.default.isWritableFile(atPath: "/dev/shm") && RowStorage.room(in: "/dev/shm")! > 1 << 30
        let small = RowStorage.mostInMemory / RowStorage.bytesPerCell / 2
        #expect(storage.folder(forSheetOf: 0) == (fits ? "/dev/shm" : nil))
        #expect(storage.folder(forSheetOf: small) == (fits ? "/dev/shm" : nil))
        #expect(storage.folder(forSheetOf: small) == nil)  // together they are too many
        #expect(storage.folder(forSheetOf: 0) == nil)
        #expect(storage.folder(forSheetOf: .max) == nil)
        #expect(storage.folder(holding: RowStorage.mostInMemory + 1) == nil)
        var named = RowStorage(named: "/ergens")
        #expect(named.folder(forSheetOf: .max) == "/ergens" && named.folder(holding: 0) == "/ergens")
        #expect(RowStorage.room(in: "/geen/map") == nil)
    }

    @Test func replacesWhatStoodThere() throws {
        let book = try WorkbookFixture()
        try "oud".write(toFile: book.path, atomically: true, encoding: .utf8)
        try book.file.addSheet("A").text("x", row: 0, column: 0)
        try book.file.close()
        #expect(book.contents == ["boek.xlsx"])
        #expect(try WorkbookFixture.unzip("-tq", book.path).contains("No errors"))
    }

    @Test func saysWhereItCannotWrite() throws {
        let folder = try Folder.untilTheEnd()
        let properties = DocumentProperties(title: "", created: 1)
        let missing = folder.appendingPathComponent("weg/boek.xlsx").path
        expect(.cannotWrite(path: missing, errorNumber: ENOENT)) {
            _ = try SpreadsheetFile(at: missing, properties: properties)
        }
        expect(.cannotWrite(path: folder.path, errorNumber: EISDIR)) {
            _ = try SpreadsheetFile(at: folder.path, properties: properties)
        }
    }

    @Test func saysWhenTheFileCannotGetItsName() throws {
        let book = try WorkbookFixture()
        try book.file.addSheet("A").text("x", row: 0, column: 0)
        // A folder took the name after the file was begun.
        try FileManager.default.createDirectory(atPath: book.path, withIntermediateDirectories: false)
        expect(.cannotWrite(path: book.path, errorNumber: EISDIR)) { try book.file.close() }
        #expect(book.contents == ["boek.xlsx"])
    }

    @Test func saysWhenTheFolderIsGone() throws {
        let book = try WorkbookFixture()
        try book.file.addSheet("A").text("x", row: 0, column: 0)
        try FileManager.default.removeItem(at: book.folder.url)
        #expect(throws: SpreadsheetError.self) { try book.file.close() }
    }

    /// libxlsxwriter leaves temporary files open when a workbook is thrown away, and those of sheets without rows always.
    @Test func givesBackItsOpenFiles() throws {
        let marker = "spreadsheets-open-\(UUID().uuidString)"
        let temporary = try Folder.untilTheEnd().appendingPathComponent(marker)
        try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
        // While it grows the file itself is open too, and locked.
        func openFiles(andItself closesAll: Bool = true) throws -> Int {
            let manager = FileManager.default
            return try manager.contentsOfDirectory(atPath: "/proc/self/fd").filter {
                let target = try? manager.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
                return target.map { $0.contains(marker) && (closesAll || !$0.contains(".spreadsheet-")) } ?? false
            }.count
        }
        for closes in [true, false] {
            let file = try SpreadsheetFile(
                at: temporary.appendingPathComponent("boek.xlsx").path,
                properties: DocumentProperties(title: "", created: 1), temporaryDirectory: temporary.path)
            for name in ["A", "B", "Leeg"] {
                let sheet = try file.addSheet(name)
                if name != "Leeg" { try sheet.text("x", row: 0, column: 0) }
            }
            #expect(try openFiles(andItself: false) == 3)
            if closes { try file.close() } else { file.discard() }
            #expect(try openFiles() == 0)
        }
    }

    private static func fill(_ sheet: Sheet, _ style: StyleID, _ highlight: HighlightID) throws {
        try sheet.column(0, width: 20)
        for row in 0..<3_000 {
            for column in 0..<8 {
                let text = "\(sheet.name) één \(row * column)"
                try sheet.text(text, row: row, column: column, style: column % 2 == 0 ? style : nil)
            }
            if row % 500 == 0 { try sheet.note(Note("rij \(row)"), row: row, column: 0) }
            if row % 700 == 0 {
                try sheet.link("naar A", to: LinkTarget(sheet: "A"), row: row, column: 1, style: style)
            }
            try sheet.formula("SUM(A1:A\(row + 1))", cached: .number(0), row: row, column: 8)
        }
        let range = CellRange(rows: 0...2_999, columns: 0...8)
        try sheet.autofilter(range)
        try sheet.highlight(range, where: .contains("7"), as: highlight)
        try sheet.inputRule(InputRule(.list(["a", "b"])), for: range)
        try sheet.print(PrintSetup())
    }

    private static func write(_ book: WorkbookFixture, concurrently: Bool) throws -> Data {
        let style = try book.file.style(Style(isBold: true))
        let highlight = try book.file.highlight(Style(isBold: true))
        let sheets = [try book.file.addSheet("A"), try book.file.addSheet("B")]
        if concurrently {
            let finished = DispatchSemaphore(value: 0)
            let thread = Thread {
                defer { finished.signal() }
                do { try fill(sheets[1], style, highlight) } catch { Issue.record(error) }
            }
            thread.start()
            try fill(sheets[0], style, highlight)
            finished.wait()
        } else {
            for sheet in sheets { try fill(sheet, style, highlight) }
        }
        try book.file.close()
        return try Data(contentsOf: URL(fileURLWithPath: book.path))
    }

    @Test func givesTheSameBytesFromOneThreadAndFromTwo() throws {
        let once = try Self.write(WorkbookFixture(), concurrently: false)
        #expect(try Self.write(WorkbookFixture(), concurrently: false) == once)
        for _ in 0..<3 { #expect(try Self.write(WorkbookFixture(), concurrently: true) == once) }
    }

    @Test func needsASheetToShow() throws {
        let empty = try WorkbookFixture()
        expect(.noVisibleSheet) { try empty.file.close() }
        let hidden = try WorkbookFixture()
        try hidden.file.addSheet("A").hide()
        expect(.noVisibleSheet) { try hidden.file.close() }
    }

    @Test func opensOnTheSheetThatAsks() throws {
        let book = try WorkbookFixture()
        for name in ["Codes", "A", "B"] { _ = try book.file.addSheet(name) }
        book.file.sheets[0].hide()
        book.file.sheets[2].activate()
        try book.file.close()
        let xml = try #require(try book.parts()["xl/workbook.xml"])
        #expect(xml.contains("firstSheet=\"1\" activeTab=\"2\""))
        #expect(xml.contains("<sheet name=\"Codes\" sheetId=\"1\" state=\"hidden\""))
    }

    @Test func protectsCellsButNotUnlockedOnes() throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("A")
        sheet.protect(allowing: [.sort, .useFilters])
        #expect(
            try book.closedSheet().contains(
                "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" sort=\"0\" autoFilter=\"0\"/>"))
    }

    @Test func writesNotes() throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("A")
        try sheet.text("x", row: 0, column: 0)
        try sheet.note(Note("Waarom & <hoe>", author: "Inkoop"), row: 0, column: 0)
        try book.file.close()
        let xml = try #require(try book.parts()["xl/comments1.xml"])
        #expect(xml.contains("<author>Inkoop</author>"))
        #expect(xml.contains("<t>Waarom &amp; &lt;hoe&gt;</t>"))
    }
}
