import Testing

@testable import Spreadsheets

/// Records in one cell: the separator stays, and nothing else that a cell cannot hold.
@Suite struct RecordTests {
    static let cases: [(record: String, written: String)] = [
        ("P-1\u{1F}C-1\u{1F}", "P-1_x001F_C-1_x001F_"),
        ("\u{1F}", "_x001F_"),
        ("een lange tekst\u{1F}zonder iets bijzonders", "een lange tekst_x001F_zonder iets bijzonders"),
        ("één\u{1F}<&>", "één_x001F_&lt;&amp;&gt;"),
        ("a\u{1E}b\u{1F}c", "a\u{FFFD}b_x001F_c"),
        ("inzet_id\u{1F}_x001F_", "inzet_id_x001F__x005F_x001F_"),
    ]

    @Test(arguments: cases)
    func keepsItsSeparators(_ record: String, _ written: String) throws {
        let book = try WorkbookFixture()
        let sheet = try book.file.addSheet("A")
        var record = record
        try record.withUTF8 { try sheet.record($0, row: 0, column: 0) }
        #expect(try book.closedSheet().contains(">\(written)</t>"))
    }

    /// The quick look at eight bytes at a time sees a control character wherever it stands beside separators.
    @Test(arguments: [UInt8(0x00), 0x01, 0x1E, 0x20, 0x1F, 0x5F, 0x7F])
    func looksAtEveryByte(_ byte: UInt8) {
        for position in 0..<20 {
            var bytes = [UInt8](repeating: 0x1F, count: 20)
            bytes[position] = byte
            let buffer = TextBuffer()
            let kinds = bytes.withUnsafeBufferPointer { buffer.fill($0, limit: 100, keepsSeparators: true) }
            #expect(kinds.contains(.illegalCharacter) == (byte < 0x1F), "\(byte) \(position)")
        }
    }
}
