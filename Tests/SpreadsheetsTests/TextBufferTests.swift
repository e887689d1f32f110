import Testing

@testable import Spreadsheets

/// The text that may stand in a cell, whatever came in.
@Suite struct TextBufferTests {
    struct Case: CustomTestStringConvertible {
        let bytes: [UInt8]
        let text: String
        let kinds: [Replacement.Kind]
        var testDescription: String { "\(bytes) -> \(text)" }

        init(_ text: String, _ expected: String, _ kinds: Replacement.Kind...) {
            (bytes, self.text, self.kinds) = (Array(text.utf8), expected, kinds)
        }

        init(bytes: [UInt8], _ expected: String, _ kinds: Replacement.Kind...) {
            (self.bytes, text, self.kinds) = (bytes, expected, kinds)
        }
    }

    static let cases = [
        Case("", ""),
        Case("gewoon", "gewoon"),
        Case("=1+1", "=1+1"),
        Case("één café € 😀", "één café € 😀"),
        Case("a\tb\nc", "a\tb\nc"),
        Case("a\r\nb\rc\r", "a\nb\nc\n"),
        Case("\r\r\n", "\n\n"),
        Case("nul\0byte", "nul\u{FFFD}byte", .illegalCharacter),
        Case("\u{1}\u{1F}", "\u{FFFD}\u{FFFD}", .illegalCharacter),
        Case("\u{7F}\u{85}\u{A0}", "\u{7F}\u{85}\u{A0}"),
        Case("\u{FFFD}\u{FFFE}\u{FFFF}\u{1FFFE}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{1FFFE}", .illegalCharacter),
        // windows-1252, cut-off, overlong and surrogate
        Case(bytes: [0x43, 0x61, 0x66, 0xE9], "Caf\u{FFFD}", .invalidUTF8),
        Case(bytes: [0xC3], "\u{FFFD}", .invalidUTF8),
        Case(bytes: [0xE2, 0x82], "\u{FFFD}", .invalidUTF8),
        Case(bytes: [0xE2, 0x82, 0x41], "\u{FFFD}A", .invalidUTF8),
        Case(bytes: [0xC0, 0xAF], "\u{FFFD}\u{FFFD}", .invalidUTF8),
        Case(bytes: [0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}", .invalidUTF8),
        Case(bytes: [0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", .invalidUTF8),
        Case(bytes: [0xFF, 0x00], "\u{FFFD}\u{FFFD}", .invalidUTF8, .illegalCharacter),
        // Excel decodes _xHHHH_ and would show another text
        Case("_x0041_", "_x005F_x0041_"),
        Case("a_x00e9_b", "a_x005F_x00e9_b"),
        Case("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
        Case("_x005F_", "_x005F_x005F_"),
        Case("_x004_ _xGGGG_ _X0041_ _x0041", "_x004_ _xGGGG_ _X0041_ _x0041"),
        Case("snake_case_x", "snake_case_x"),
    ]

    @Test(arguments: cases)
    func cleans(_ testCase: Case) {
        let buffer = TextBuffer()
        let kinds = testCase.bytes.withUnsafeBufferPointer { buffer.fill($0, limit: 32_767) }
        #expect(String(cString: buffer.cString) == testCase.text)
        #expect(Replacement.Kind.allCases.filter(kinds.contains) == testCase.kinds)
    }

    @Test func leavesHexAloneWhereNobodyDecodesIt() {
        var kinds: ReplacementKinds = []
        #expect(TextBuffer.cleaned("_x0041_", limit: 99, escapesHex: false, &kinds) == "_x0041_")
    }

    /// The quick look takes eight bytes at a time; a bad byte must be seen wherever it stands.
    @Test(arguments: [0x00, 0x1F, 0x80, 0xFF] as [UInt8])
    func seesBadBytesEverywhere(_ bad: UInt8) {
        let buffer = TextBuffer()
        for length in 1...20 {
            for position in 0..<length {
                for filler in [0x20, 0x41, 0x60, 0x5E, 0x7F] as [UInt8] {
                    var bytes = [UInt8](repeating: filler, count: length)
                    bytes[position] = bad
                    let kinds = bytes.withUnsafeBufferPointer { buffer.fill($0, limit: 99) }
                    #expect(!kinds.isEmpty, "\(bad) at \(position) of \(length)")
                    #expect(String(cString: buffer.cString).unicodeScalars.count == length)
                }
            }
        }
    }

    /// Any bytes give what the standard library gives, less what XML does not know.
    @Test func agreesWithTheStandardLibrary() {
        let buffer = TextBuffer()
        var state: UInt64 = 42
        let pieces: [[UInt8]] = [
            [0x41], [0x5F], [0x78], [0x30], [0xC3, 0xA9], [0xE2, 0x82, 0xAC], [0xF0, 0x9F, 0x98, 0x80],
            [0xEF, 0xBF, 0xBE], [0xED, 0xA0], [0xF4, 0x8F], [0xE0], [0x9F], [0x00], [0x0A], [0xC1],
        ]
        for _ in 0..<20_000 {
            var bytes: [UInt8] = []
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes += pieces[Int(state >> 33) % pieces.count]
            }
            var expected = ""
            for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
                let isIllegal = (scalar.value < 0x20 && scalar != "\n") || [0xFFFE, 0xFFFF].contains(scalar.value)
                expected.unicodeScalars.append(isIllegal ? "\u{FFFD}" : scalar)
            }
            _ = bytes.withUnsafeBufferPointer { buffer.fill($0, limit: 999, escapesHex: false) }
            #expect(String(cString: buffer.cString) == expected, "\(bytes)")
        }
    }

    struct Cut: CustomTestStringConvertible {
        let text: String
        let limit: Int
        let expected: String
        var testDescription: String { "\(text) in \(limit)" }
    }

    static let cuts = [
        Cut(text: "abcde", limit: 5, expected: "abcde"),
        Cut(text: "abcdef", limit: 5, expected: "abcd…"),
        Cut(text: "ééééé", limit: 5, expected: "ééééé"),
        Cut(text: "éééééé", limit: 5, expected: "éééé…"),
        Cut(text: "abc😀", limit: 5, expected: "abc😀"),
        Cut(text: "abcd😀", limit: 5, expected: "abcd…"),
        Cut(text: "abc😀x", limit: 5, expected: "abc…"),
        Cut(text: "ab_x0041_", limit: 9, expected: "ab_x005F…"),
        Cut(text: "x_x0041_", limit: 7, expected: "x…"),
    ]

    @Test(arguments: cuts)
    func cutsBetweenCharacters(_ cut: Cut) {
        let buffer = TextBuffer()
        let kinds = buffer.fill(cut.text, limit: cut.limit)
        let text = String(cString: buffer.cString)
        #expect(kinds.contains(.cut) == (text != cut.text))
        #expect(text.utf16.count <= cut.limit)
        if !cut.text.contains("_x") { #expect(text == cut.expected) }
        #expect(text.hasSuffix("…") == kinds.contains(.cut))
    }

    @Test func cutsWhatExcelCannotHold() {
        let buffer = TextBuffer()
        #expect(buffer.fill(String(repeating: "a", count: 32_767), limit: 32_767).isEmpty)
        #expect(buffer.fill(String(repeating: "😀", count: 16_383), limit: 32_767).isEmpty)
        #expect(buffer.fill(String(repeating: "a", count: 32_768), limit: 32_767) == .cut)
        #expect(buffer.fill(String(repeating: "😀", count: 1_000_000), limit: 32_767) == .cut)
        #expect(String(cString: buffer.cString).utf16.count == 32_767)
    }
}
