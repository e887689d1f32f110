import Foundation
import TestSupport
import Testing

@testable import Spreadsheets

/// A Dutch locale makes C write `1234,56`, and readers silently drop the decimals.
@Suite struct DecimalSignTests {
    /// A locale with a decimal comma, made for this test where the system can make one.
    nonisolated(unsafe) static let dutch: locale_t? = {
        guard let folder = try? Folder.untilTheEnd() else { return nil }
        let target = folder.appendingPathComponent("nl_NL.UTF-8").path
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["localedef", "-i", "nl_NL", "-f", "UTF-8", target]
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        process.waitUntilExit()
        setenv("LOCPATH", folder.path, 1)
        return newlocale(LC_NUMERIC_MASK, "nl_NL.UTF-8", nil)
    }()

    /// Runs `body` with a decimal comma, on this thread only.
    private func withComma(_ body: () throws -> Void) rethrows {
        let before = uselocale(Self.dutch)
        defer { uselocale(before) }
        try body()
    }

    @Test(.enabled(if: dutch != nil, "The system cannot make a Dutch locale."))
    func refusesToWriteNumbersWithAComma() throws {
        let error = SpreadsheetError.decimalSign(",")
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("A")
        try sheet.number(1.5, row: 0, column: 0)
        withComma {
            expect(error) { _ = try WorkbookFixture() }
            expect(error) { _ = try book.file.addSheet("B") }
            expect(error) { try sheet.number(1.5, row: 1, column: 0) }
            expect(error) { try book.file.close() }
        }
        #expect(book.contents == [])
    }
}
