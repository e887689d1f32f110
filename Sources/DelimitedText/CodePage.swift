/// The code pages with one byte a character in which spreadsheet programs save CSV: Windows, DOS (`CSV (MS-DOS)`) and the old Macintosh
/// (`CSV (Macintosh)`).
public enum CodePage: Sendable, Hashable, CaseIterable {
    /// Windows-1252.
    case windows1252
    /// Code page 850, with the euro sign of 858.
    case dos850
    /// ISO 8859-15, with which programs on Linux and older ones write the euro sign.
    case iso8859part15
    /// Mac OS Roman.
    case macRoman

    /// The scalars of 0x80 to 0xFF; 0 where the code page defines none.
    private var high: [UInt32] {
        switch self {
        case .windows1252: Windows1252.high
        case .dos850: Self.dosHigh
        case .iso8859part15: Self.isoHigh
        case .macRoman: Self.macHigh
        }
    }

    /// The Unicode scalar for `byte`; nil when the code page defines none.
    func scalar(for byte: UInt8) -> UInt32? {
        guard byte >= 0x80 else { return UInt32(byte) }
        let scalar = high[Int(byte) - 0x80]
        return scalar == 0 ? nil : scalar
    }

    /// The upper half of Unicode's first block but for eight characters, of which the euro sign is what a Dutch sheet has.
    private static let isoHigh: [UInt32] = {
        var high = [UInt32](repeating: 0, count: 32) + Array(0xA0...0xFF)
        let others: [UInt8: UInt32] = [
            0xA4: 0x20AC, 0xA6: 0x160, 0xA8: 0x161, 0xB4: 0x17D, 0xB8: 0x17E, 0xBC: 0x152, 0xBD: 0x153, 0xBE: 0x178,
        ]
        for (byte, scalar) in others { high[Int(byte) - 0x80] = scalar }
        return high
    }()

    private static let dosHigh: [UInt32] = [
        0x00C7, 0x00FC, 0x00E9, 0x00E2, 0x00E4, 0x00E0, 0x00E5, 0x00E7, 0x00EA, 0x00EB, 0x00E8, 0x00EF,
        0x00EE, 0x00EC, 0x00C4, 0x00C5, 0x00C9, 0x00E6, 0x00C6, 0x00F4, 0x00F6, 0x00F2, 0x00FB, 0x00F9,
        0x00FF, 0x00D6, 0x00DC, 0x00F8, 0x00A3, 0x00D8, 0x00D7, 0x0192, 0x00E1, 0x00ED, 0x00F3, 0x00FA,
        0x00F1, 0x00D1, 0x00AA, 0x00BA, 0x00BF, 0x00AE, 0x00AC, 0x00BD, 0x00BC, 0x00A1, 0x00AB, 0x00BB,
        0x2591, 0x2592, 0x2593, 0x2502, 0x2524, 0x00C1, 0x00C2, 0x00C0, 0x00A9, 0x2563, 0x2551, 0x2557,
        0x255D, 0x00A2, 0x00A5, 0x2510, 0x2514, 0x2534, 0x252C, 0x251C, 0x2500, 0x253C, 0x00E3, 0x00C3,
        0x255A, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550, 0x256C, 0x00A4, 0x00F0, 0x00D0, 0x00CA, 0x00CB,
        0x00C8, 0x20AC, 0x00CD, 0x00CE, 0x00CF, 0x2518, 0x250C, 0x2588, 0x2584, 0x00A6, 0x00CC, 0x2580,
        0x00D3, 0x00DF, 0x00D4, 0x00D2, 0x00F5, 0x00D5, 0x00B5, 0x00FE, 0x00DE, 0x00DA, 0x00DB, 0x00D9,
        0x00FD, 0x00DD, 0x00AF, 0x00B4, 0x00AD, 0x00B1, 0x2017, 0x00BE, 0x00B6, 0x00A7, 0x00F7, 0x00B8,
        0x00B0, 0x00A8, 0x00B7, 0x00B9, 0x00B3, 0x00B2, 0x25A0, 0x00A0,
    ]

    private static let macHigh: [UInt32] = [
        0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1, 0x00E0, 0x00E2, 0x00E4, 0x00E3,
        0x00E5, 0x00E7, 0x00E9, 0x00E8, 0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3,
        0x00F2, 0x00F4, 0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC, 0x2020, 0x00B0, 0x00A2, 0x00A3,
        0x00A7, 0x2022, 0x00B6, 0x00DF, 0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8,
        0x221E, 0x00B1, 0x2264, 0x2265, 0x00A5, 0x00B5, 0x2202, 0x2211, 0x220F, 0x03C0, 0x222B, 0x00AA,
        0x00BA, 0x03A9, 0x00E6, 0x00F8, 0x00BF, 0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB,
        0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5, 0x0152, 0x0153, 0x2013, 0x2014, 0x201C, 0x201D,
        0x2018, 0x2019, 0x00F7, 0x25CA, 0x00FF, 0x0178, 0x2044, 0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02,
        0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1, 0x00CB, 0x00C8, 0x00CD, 0x00CE,
        0x00CF, 0x00CC, 0x00D3, 0x00D4, 0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9, 0x0131, 0x02C6, 0x02DC,
        0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7,
    ]
}

extension CodePage {
    /// The code page in which `bytes`, which are no UTF-8, make most sense as Dutch text.
    ///
    /// Windows-1252 it is, unless another one explains more of the bytes above 0x7F: `Caf‚` with a quote in the middle of a word is `Café`
    /// of DOS. A letter has to stand beside letters, a sign beside blanks and digits. Only the Macintosh ended lines with a CR alone.
    static func guess(_ bytes: UnsafeBufferPointer<UInt8>) -> CodePage {
        let pages = CodePage.allCases
        var scores = Array(repeating: 0, count: pages.count)
        // Bytes beside a letter that Windows-1252 makes nothing of and another page a letter: without one, it stays the first.
        var proofs = scores
        var found = 0
        for position in bytes.indices where bytes[position] >= 0x80 {
            found += 1
            // A few thousand bytes tell enough.
            if found > 4096 { break }
            let before = position > 0 ? bytes[position - 1] : 0x20
            let after = position + 1 < bytes.count ? bytes[position + 1] : 0x20
            let first = plausibility(pages[0].scalar(for: bytes[position]), between: before, after)
            for index in pages.indices {
                let scalar = pages[index].scalar(for: bytes[position])
                let score = plausibility(scalar, between: before, after)
                scores[index] += score
                let isSign = scalar.map { [0x2013, 0x2014, 0x2019, 0x20AC, 0xB0, 0xA7, 0xBD].contains($0) } ?? false
                if score == 2, first <= 0, isSign || isLetter(before) || isLetter(after) { proofs[index] += 1 }
            }
        }
        found = min(found, 4096)
        let mac = pages.firstIndex(of: .macRoman) ?? 0
        if scores[mac] >= found, scores[mac] > scores[0], endsLinesWithReturns(bytes) { return .macRoman }
        let best = scores.indices.max { (scores[$0], -$0) < (scores[$1], -$1) } ?? 0
        // One byte more or less is chance, unless Windows-1252 makes nothing of any of them.
        guard scores[best] >= scores[0] + 2, scores[best] >= found, proofs[best] > 0 else { return .windows1252 }
        return pages[best]
    }

    /// 2 for what Dutch text is full of, 1 for what can be, 0 for what has no place there, and less for what no text has.
    private static func plausibility(_ scalar: UInt32?, between before: UInt8, _ after: UInt8) -> Int {
        guard let scalar else { return -1 }
        let isInWord = isLetter(before) && (isLetter(after) || !isCapital(before))
        switch scalar {
        case 0xE9, 0xEB, 0xEF, 0xF6, 0xFC, 0xE8, 0xEA, 0xE0, 0xE7, 0xF3, 0xE1, 0xED, 0xFA, 0xF4, 0xEE, 0xFB, 0xF1, 0xE2,
            0xE4:
            return isLetter(before) || isLetter(after) || before >= 0x80 || after >= 0x80 ? 2 : 1
        case 0xC9, 0xC8, 0xCB, 0xCF, 0xD6, 0xDC, 0xC4, 0xC7, 0xD3, 0xC1:
            return isInWord && !isCapital(before) ? 0 : isCapital(before) || isCapital(after) ? 2 : 1
        case 0x20AC: return isLetter(before) ? 0 : 2
        case 0x2019: return 2
        // What opens a quotation stands before a word, and not twice in a row.
        case 0x2018, 0x201C, 0x201E, 0x201A: return isLetter(before) || before >= 0x80 || after >= 0x80 ? 0 : 2
        // `Žan` and `Šibenik`, but hardly two of them or in the middle of a word.
        case 0x160, 0x17D: return !isLetter(before) && before < 0x80 && isLetter(after) && !isCapital(after) ? 1 : 0
        case 0x201D: return isLetter(after) ? 0 : 2
        case 0x2013, 0x2014, 0x2022, 0xB7: return isInWord ? 0 : 2
        // Nobody leaves a word out in front of a number.
        case 0x2026: return isInWord ? 0 : isDigit(after) ? 1 : 2
        case 0xB0: return isDigit(before) ? 2 : 1
        case 0xA7: return after == 0x20 || isDigit(after) ? 2 : 1
        case 0xBD, 0xBC, 0xBE: return isDigit(before) || before == 0x20 ? 2 : 1
        case 0xAB: return isDigit(before) ? 0 : 1
        // The sign for any currency, which nobody types: it is the euro sign of another page.
        case 0xA4: return 0
        case 0xA0, 0xB2, 0xB3, 0xA9, 0xAE, 0xBB, 0xB1, 0xD7, 0xB5, 0xA3, 0x2122:
            return 1
        case 0xDF, 0xE5, 0xE6, 0xF8, 0xEC, 0xF2, 0xF9, 0xE3, 0xF5, 0xFD, 0xFF, 0x161, 0x17E, 0x153:
            return isLetter(before) ? 1 : 0
        default: return 0
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }

    /// Whether the first lines end with a CR and no LF.
    private static func endsLinesWithReturns(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let head = bytes.prefix(1 << 16)
        return head.contains(Byte.carriageReturn) && !head.contains(Byte.lineFeed)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    private static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

    /// The bytes that stand for no character: the first of them with its line, and how many there are; nil when there are none.
    func undefinedBytes(in bytes: UnsafeBufferPointer<UInt8>) -> (value: UInt8, line: Int, count: Int)? {
        var lineCounter = LineCounter()
        var first: (value: UInt8, line: Int)?
        var count = 0
        for position in bytes.indices where bytes[position] >= 0x80 && scalar(for: bytes[position]) == nil {
            count += 1
            if first == nil { first = (bytes[position], lineCounter.line(of: position, in: bytes)) }
        }
        return first.map { ($0.value, $0.line, count) }
    }

    /// The text as UTF-8. `highBytes` is the number of bytes above 0x7F in it.
    ///
    /// With `keepingUTF8`, sequences that are well-formed UTF-8 stay as they are: for a UTF-8 file into which some
    /// Windows-1252 text was pasted.
    func decode(_ bytes: UnsafeBufferPointer<UInt8>, highBytes: Int, keepingUTF8: Bool) -> [UInt8] {
        let high = high
        return [UInt8](unsafeUninitializedCapacity: bytes.count + 2 * highBytes) { buffer, count in
            var writer = UTF8Writer(buffer)
            var position = 0
            while position < bytes.count {
                let length = keepingUTF8 ? bytes.lengthOfUTF8Sequence(at: position) : 0
                if length > 1 {
                    for offset in 0..<length { writer.append(byte: bytes[position + offset]) }
                } else if bytes[position] < 0x80 {
                    writer.append(byte: bytes[position])
                } else {
                    let scalar = high[Int(bytes[position]) - 0x80]
                    writer.append(scalar: scalar == 0 ? replacementCharacter : scalar)
                }
                position += Swift.max(length, 1)
            }
            count = writer.count
        }
    }
}
