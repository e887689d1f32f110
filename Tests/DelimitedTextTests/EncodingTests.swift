import Testing

@testable import DelimitedText

/// Which encoding is found, why, and what the cells then hold.
@Suite struct EncodingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        let encoding: TextEncoding
        var records: [[String]] = []
        var damages: [Damage] = []
    }

    static func utf16(_ text: String, _ order: ByteOrder) -> [UInt8] {
        text.utf16.flatMap { unit -> [UInt8] in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return order == .littleEndian ? [low, high] : [high, low]
        }
    }

    static func foreign(
        _ value: UInt8, _ lines: [Int], _ count: Int, of all: Int, _ page: CodePage = .windows1252
    ) -> TextEncoding {
        .codePage(page, because: ForeignByte(value: value, lines: lines, count: count, countOfAll: all))
    }

    static let sample = "naam;bedrag\nJosé;€ 5\n🙂;ok\n"
    static let sampleRecords = [["naam", "bedrag"], ["José", "€ 5"], ["🙂", "ok"]]
    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    static let readable = [
        Case(testDescription: "UTF-8", bytes: Array(sample.utf8), encoding: .utf8, records: sampleRecords),
        Case(
            testDescription: "UTF-8 with mark", bytes: mark + sample.utf8, encoding: .utf8WithByteOrderMark,
            records: sampleRecords),
        Case(
            testDescription: "UTF-16 LE", bytes: [0xFF, 0xFE] + utf16(sample, .littleEndian),
            encoding: .utf16(.littleEndian, byteOrderMark: true), records: sampleRecords),
        Case(
            testDescription: "UTF-16 BE", bytes: [0xFE, 0xFF] + utf16(sample, .bigEndian),
            encoding: .utf16(.bigEndian, byteOrderMark: true), records: sampleRecords),
        Case(
            testDescription: "UTF-16 LE without mark", bytes: utf16("naam;x\né;1\n", .littleEndian),
            encoding: .utf16(.littleEndian, byteOrderMark: false), records: [["naam", "x"], ["é", "1"]]),
        Case(
            testDescription: "UTF-16 BE without mark", bytes: utf16("naam;x\né;1\n", .bigEndian),
            encoding: .utf16(.bigEndian, byteOrderMark: false), records: [["naam", "x"], ["é", "1"]]),
        Case(
            testDescription: "UTF-16 with a lone surrogate and half a unit",
            bytes: [0xFF, 0xFE] + utf16("a;b\n1;", .littleEndian) + [0x00, 0xD8, 0x32, 0x00, 0x0A, 0x00, 0x33],
            encoding: .utf16(.littleEndian, byteOrderMark: true),
            records: [["a", "b"], ["1", "\u{FFFD}2"], ["\u{FFFD}"]], damages: [.invalidBytes(count: 2, line: 2)]),
        Case(
            testDescription: "UTF-16 with U+0000", bytes: [0xFF, 0xFE] + utf16("a;b\n1\0;2\n", .littleEndian),
            encoding: .utf16(.littleEndian, byteOrderMark: true), records: [["a", "b"], ["1", "2"]],
            damages: [.nulBytes(count: 1, line: 2)]),
        Case(
            testDescription: "Windows-1252: the euro sign and the apostrophe",
            bytes: Array("naam;x\n".utf8) + [0x80, 0x3B, 0x92, 0x73, 0x0A],
            encoding: foreign(0x80, [2], 1, of: 2), records: [["naam", "x"], ["€", "’s"]]),
        Case(
            testDescription: "Windows-1252: the first byte is counted, on three lines at most",
            bytes: Array("a;b\r\n".utf8) + [0xE9, 0x3B, 0xE9, 13, 10, 0x80, 0x3B, 0xE9, 13, 10]
                + [0xE9, 0x3B, 0x31, 13, 10, 0xE9, 0x3B, 0x32],
            encoding: foreign(0xE9, [2, 3, 4], 5, of: 6),
            records: [["a", "b"], ["é", "é"], ["€", "é"], ["é", "1"], ["é", "2"]]),
        Case(
            testDescription: "Windows-1252: the edges of what differs from Latin-1",
            bytes: Array("a;b\n".utf8) + [0x80, 0x8E, 0x3B, 0x9E, 0x9F, 0xA0, 0xFF, 0x0A],
            encoding: foreign(0x80, [2], 1, of: 6), records: [["a", "b"], ["€Ž", "žŸ\u{A0}ÿ"]]),
        Case(
            testDescription: "UTF-8 with a Windows-1252 line in it",
            bytes: Array("a;b\né;ë\nê;ö\n1;".utf8) + [0xE9, 0x0A, 0x81, 0x3B, 0x32],
            encoding: .utf8, records: [["a", "b"], ["é", "ë"], ["ê", "ö"], ["1", "é"], ["\u{FFFD}", "2"]],
            damages: [.invalidBytes(count: 2, line: 4)]),
        Case(
            testDescription: "a UTF-8 mark before other text",
            bytes: mark + [0x61, 0x3B, 0x62, 0x0A, 0xE9, 0x3B, 0x31],
            encoding: .utf8WithByteOrderMark, records: [["a", "b"], ["é", "1"]],
            damages: [.invalidBytes(count: 1, line: 2)]),
        Case(
            testDescription: "NUL bytes", bytes: Array("a;b\n1;\0\0x\r\n2;\0y\0\0\n\0\0\n3;z".utf8), encoding: .utf8,
            records: [["a", "b"], ["1", "x"], ["2", "y"], ["3", "z"]], damages: [.nulBytes(count: 7, line: 2)]),
        Case(
            testDescription: "a few control bytes", bytes: Array("a;b\n1;\u{1}\u{1A}\u{7F}\n".utf8), encoding: .utf8,
            records: [["a", "b"], ["1", "\u{1}\u{1A}\u{7F}"]]),
        Case(
            testDescription: "the end of a DOS file, and what filled its block",
            bytes: Array("a;b\n1;2\n\u{1A}\r\n\u{1A}\u{1A}\0\0".utf8), encoding: .utf8,
            records: [["a", "b"], ["1", "2"]]),
        Case(
            testDescription: "the end of a DOS file in UTF-16",
            bytes: [0xFF, 0xFE] + Array("a;b\n1;2\n\u{1A}\r\n\u{1A}".utf16).flatMap { [UInt8($0), 0] },
            encoding: .utf16(.littleEndian, byteOrderMark: true), records: [["a", "b"], ["1", "2"]]),
        Case(
            testDescription: "code page 850, a word that begins with its signs",
            bytes: Array("a;b\n".utf8) + [0x82, 0x82] + Array("n idee;".utf8) + [0x90, 0x90] + Array("N\n".utf8),
            encoding: foreign(0x82, [2], 2, of: 4, .dos850), records: [["a", "b"], ["één idee", "ÉÉN"]]),
        Case(
            testDescription: "a Macintosh, whose lines end with CR",
            bytes: Array("a;b\r".utf8) + [0x8E, 0x8E] + Array("n co".utf8) + [0x9A] + Array("rdinator;2\r".utf8),
            encoding: foreign(0x8E, [2], 2, of: 3, .macRoman), records: [["a", "b"], ["één coördinator", "2"]]),
        Case(
            testDescription: "names with a caron stay Windows-1252",
            bytes: Array("a;b\r\n".utf8) + [0x8E] + Array("an;".utf8) + [0x8A] + Array("ibenik\r\n".utf8),
            encoding: foreign(0x8E, [2], 1, of: 2), records: [["a", "b"], ["Žan", "Šibenik"]]),
        Case(
            testDescription: "a few bytes of no character",
            bytes: Array("a;b\r\n".utf8) + [0xE9, 0x3B, 0x8D, 0x0A],
            encoding: foreign(0xE9, [2], 1, of: 2), records: [["a", "b"], ["é", "\u{FFFD}"]],
            damages: [.invalidBytes(count: 1, line: 2)]),
        Case(testDescription: "empty", bytes: [], encoding: .utf8),
        Case(testDescription: "UTF-8 mark alone", bytes: mark, encoding: .utf8WithByteOrderMark),
        Case(
            testDescription: "UTF-16 mark alone", bytes: [0xFF, 0xFE],
            encoding: .utf16(.littleEndian, byteOrderMark: true)),
    ]

    @Test(arguments: readable) func reads(_ testCase: Case) throws {
        let table = try DelimitedTable(parsing: testCase.bytes)
        #expect(table.detection.encoding == testCase.encoding)
        #expect(ParsedText(table).records == testCase.records)
        #expect(table.damages == testCase.damages)
    }

    static let unreadable: [(name: String, bytes: [UInt8], reason: UnreadableReason)] = [
        ("XLSX", [0x50, 0x4B, 3, 4] + Array("xl/workbook.xml;;".utf8), .zipArchive),
        ("empty ZIP", [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18), .zipArchive),
        (
            "XLS", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 100),
            .oldExcelWorkbook
        ),
        ("PDF", Array("%PDF-1.7\n1;2\n".utf8), .pdf),
        ("UTF-32", [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], .utf32),
        (
            "undefined", Array("a;b\r\n1;2\r\n".utf8) + [0xE9, 0x3B] + [UInt8](repeating: 0x8D, count: 9) + [0x0A],
            .undefinedByte(value: 0x8D, line: 3, count: 9)
        ),
        ("control bytes", (0..<100).map { UInt8($0 % 50) }, .controlBytes(count: 54, bytes: 100)),
        ("NUL", Array("a;b".utf8) + [UInt8](repeating: 0, count: 9), .controlBytes(count: 9, bytes: 12)),
    ]

    @Test(arguments: unreadable.indices) func givesUp(_ index: Int) throws {
        let (_, bytes, reason) = Self.unreadable[index]
        let table = try DelimitedTable(parsing: bytes)
        #expect(table.detection.encoding == .unreadable(reason))
        #expect(table.recordCount == 0)
        #expect(table.damages.isEmpty)
        #expect(table.record(atLine: 1) == nil)
    }

    /// Every byte of the code page, against the standard's own table by way of its differences from Latin-1.
    @Test func mapsTheWholeCodePage() {
        let differing = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars.map(\.value)
        for byte in UInt8.min...UInt8.max {
            let expected: UInt32? =
                switch byte {
                case 0x81, 0x8D, 0x8F, 0x90, 0x9D: nil
                case 0x80...0x9F: differing[Int(byte) - 0x80]
                default: UInt32(byte)
                }
            #expect(CodePage.windows1252.scalar(for: byte) == expected)
        }
    }

    /// The check of UTF-8 agrees with the standard library, at every place within a word of eight bytes.
    @Test func recognisesUTF8() {
        var sequences: [[UInt8]] = []
        let edges: [UInt8] =
            [0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE1]
            + [0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF]
        for first in edges where first >= 0x80 {
            sequences.append([first])
            for second in edges {
                sequences.append([first, second])
                for third in edges {
                    sequences.append([first, second, third])
                    if first >= 0xF0 { sequences += edges.map { [first, second, third, $0] } }
                }
            }
        }
        for (index, sequence) in sequences.enumerated() {
            let bytes = [UInt8](repeating: 0x61, count: index % 9) + sequence
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            let check = bytes.withUnsafeBufferPointer { UTF8Check($0, from: 0) }
            #expect((check.foreign == nil) == isValid, "\(sequence)")
        }
    }
}

/// Which code page a text without UTF-8 is in.
@Suite("Encodings: code pages")
struct CodePageTests {
    @Test(
        "A text is read in the code page in which it makes sense",
        arguments: [
            (
                "Café Coöperatie; € 1.250,00", CodePage.macRoman,
                [0x43, 0x61, 0x66, 0x8E, 0x20, 0x43, 0x6F, 0x9A, 0x70, 0x65, 0x72] as [UInt8]
            ),
            ("Café Coöper", .dos850, [0x43, 0x61, 0x66, 0x82, 0x20, 0x43, 0x6F, 0x94, 0x70, 0x65, 0x72]),
            ("Café Coöper", .windows1252, [0x43, 0x61, 0x66, 0xE9, 0x20, 0x43, 0x6F, 0xF6, 0x70, 0x65, 0x72]),
            ("auto's", .windows1252, [0x61, 0x75, 0x74, 0x6F, 0x92, 0x73]),
            ("€ 5", .windows1252, [0x80, 0x20, 0x35]),
            ("€ 5", .iso8859part15, [0xA4, 0x20, 0x35]),
            ("één à €5", .iso8859part15, [0xE9, 0xE9, 0x6E, 0x20, 0xE0, 0x20, 0xA4, 0x35]),
            ("mañana", .windows1252, [0x6D, 0x61, 0xF1, 0x61, 0x6E, 0x61]),
            ("Tomáš", .windows1252, [0x54, 0x6F, 0x6D, 0xE1, 0x9A]),
            ("één – twee", .windows1252, [0xE9, 0xE9, 0x6E, 0x20, 0x96, 0x20, 0x74, 0x77, 0x65, 0x65]),
            ("“ja”", .windows1252, [0x93, 0x6A, 0x61, 0x94]),
            ("CAFÉ ZOË", .windows1252, [0x43, 0x41, 0x46, 0xC9, 0x20, 0x5A, 0x4F, 0xCB]),
            (
                "reünie, beëindigd", .dos850,
                [0x72, 0x65, 0x81, 0x6E, 0x69, 0x65, 0x2C, 0x20, 0x62, 0x65, 0x89, 0x69, 0x6E, 0x64]
            ),
            ("geïnd, vóór", .macRoman, [0x67, 0x65, 0x95, 0x6E, 0x64, 0x2C, 0x20, 0x76, 0x97, 0x97, 0x72]),
        ])
    func guesses(_ text: String, page: CodePage, bytes: [UInt8]) {
        #expect(bytes.withUnsafeBufferPointer { CodePage.guess($0) } == page, "\(text)")
    }

    @Test("Marks in front and the sign for the end of a file are no text")
    func marks() throws {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let table = try DelimitedTable(parsing: mark + mark + Array("\"a\";b\n1;2\n".utf8) + [0x1A])
        #expect(table.recordCount == 2)
        #expect(table.text(0, 0) == "a")
    }
}
