extension CellReader {
    /// Whether the cell holds an error value of a spreadsheet program, Dutch or English, or a row of `#` for a column that
    /// was too narrow.
    public static func isExcelError(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count >= 2 else { return false }
        if bytes[0] == UInt8(ascii: "#") {
            if bytes[1] == UInt8(ascii: "#") { return bytes.allSatisfy { $0 == UInt8(ascii: "#") } }
            guard bytes.count >= 3, bytes.count <= 16 else { return false }
            return errorNames.contains { name in
                var cursor = ByteCursor(bytes)
                cursor.index = 1
                return cursor.skip(name) && cursor.isAtEnd
            }
        }
        var cursor = ByteCursor(bytes)
        guard (7...8).contains(bytes.count), cursor.skip("err:") || cursor.skip("fout:") else { return false }
        return cursor.number() != nil && cursor.isAtEnd
    }

    /// Whether a cell may hold an error, by its first byte: what else is asked of a text is asked of very few of them.
    @inline(__always)
    static func mayBeExcelError(_ first: UInt8) -> Bool {
        first == 0x23 || first | 0x20 == 0x65 || first | 0x20 == 0x66
    }

    /// What stands behind the `#`, in small letters: in Dutch and English, and as Excel writes it for suppliers across the border.
    private static let errorNames: [StaticString] = [
        "n/b", "n/a", "verw!", "ref!", "deel/0!", "div/0!", "waarde!", "value!", "naam?", "name?", "getal!", "num!",
        "leeg!", "null!", "overloop!", "overlopen!", "spill!", "bereken!", "calc!", "veld!", "field!", "onbekend!",
        "unknown!", "geblokkeerd!", "blocked!", "verbinding!", "connect!", "getting_data", "nv", "bezug!", "wert!",
        "zahl!", "feld!", "valeur!", "nom?", "nom ?", "nom\u{a0}?", "nombre!", "nul!", "propagation!", "champ!",
    ]

    /// Whether a number stands in scientific notation, as a spreadsheet program shows a long one: `1,23E+11`, `1.2E10`.
    public static func isScientific(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count >= 3, bytes.count <= 32 else { return false }
        var cursor = ByteCursor(bytes)
        if !cursor.skip(UInt8(ascii: "-")) { _ = cursor.skip(UInt8(ascii: "+")) }
        guard skipDigits(&cursor) else { return false }
        if cursor.skip(UInt8(ascii: ",")) || cursor.skip(UInt8(ascii: ".")) { _ = skipDigits(&cursor) }
        guard cursor.skip(UInt8(ascii: "e")) else { return false }
        if !cursor.skip(UInt8(ascii: "+")) { _ = cursor.skip(UInt8(ascii: "-")) }
        return skipDigits(&cursor) && cursor.isAtEnd
    }

    /// Whether a spreadsheet program changed an identifier for good: `4,50001E+11`. It always writes the sign of the exponent, by which
    /// that is told from `12E3`, a room and a seat.
    static func isDamagedIdentifier(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        isScientific(bytes) && bytes.contains { [0x2B, 0x2C, 0x2E].contains($0) }
            || isScientific(bytes) && bytes.dropFirst().contains(0x2D)
    }

    /// The length of a whole number that a program wrote with an empty decimal, as it does in a column with empty cells (`1001.0`); nil for
    /// anything else.
    static func lengthWithoutZeroDecimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let length = bytes.count - 2
        guard length > 0, bytes[length + 1] == UInt8(ascii: "0"), bytes[length] == UInt8(ascii: "."),
            bytes[..<length].allSatisfy(ByteCursor.isDigit)
        else { return nil }
        return length
    }

    /// The length of a code of digits to which a program added an empty decimal, `2.0` or `2,0`; nil for anything else.
    static func lengthWithoutEmptyDecimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let length = bytes.count - 2
        guard length > 0, bytes[length + 1] == UInt8(ascii: "0"),
            bytes[length] == UInt8(ascii: ".") || bytes[length] == UInt8(ascii: ","),
            bytes[..<length].allSatisfy(ByteCursor.isDigit)
        else { return nil }
        return length
    }

    private static func skipDigits(_ cursor: inout ByteCursor) -> Bool {
        let start = cursor.index
        while ByteCursor.isDigit(cursor.next) { cursor.index += 1 }
        return cursor.index > start
    }

    /// Whether a text would be a formula to a spreadsheet program: `=`, `+`, `-`, `@` or a tab in front. Takes the cell as
    /// written, not trimmed. Dashes alone are how people write "nothing" and are none.
    public static func startsLikeFormula(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first else { return false }
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "@"), UInt8(ascii: "\t"):
            return true
        case UInt8(ascii: "-"):
            return !bytes.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") }
        default:
            return false
        }
    }

    /// Whether a text was once read in the wrong encoding: `Ã©` for é, `â‚¬` for €, `Â` before a sign, or U+FFFD.
    public static func looksMojibake(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !PlainBytes.isASCII(bytes) else { return false }
        var index = 0
        while index + 2 < bytes.count {
            defer { index += 1 }
            switch (bytes[index], bytes[index + 1]) {
            case (0xef, 0xbf) where bytes[index + 2] == 0xbd:
                return true
            case (0xc3, 0x83) where trailWidth(at: index + 2, in: bytes) > 0:
                return true
            case (0xcb, 0x86), (0xc2, 0xa4):
                // A lone hat and the sign for any currency come from another code page.
                return true
            case (0xc6, 0x92), (0xe2, 0x80), (0xc5, 0xa0), (0xc5, 0xbd):
                if isMisread(at: index, in: bytes) { return true }
            case (0xc3, 0x82) where trailWidth(at: index + 2, in: bytes) == 2 || isEuro(at: index + 2, in: bytes):
                return true
            case (0xc3, 0xa2), (0xc3, 0xaf):
                let width = trailWidth(at: index + 2, in: bytes)
                if width > 0, trailWidth(at: index + 2 + width, in: bytes) > 0 { return true }
            default:
                break
            }
        }
        return false
    }

    /// Whether a sign of Windows-1252 stands where none belongs: `caf‚`, `‡a`, `ƒƒn`, `cafŽ`. There another code page has a letter.
    private static func isMisread(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        func isLetter(_ position: Int) -> Bool {
            bytes.indices.contains(position) && (bytes[position] | 0x20) &- 0x61 < 26
        }
        let isWide = bytes[index] == 0xe2
        let next = index + (isWide ? 3 : 2)
        let isDouble =
            next + next - index <= bytes.count && bytes[index..<next].elementsEqual(bytes[next..<next + next - index])
        if !isWide {
            // `Žan` begins a word, and so may `ƒ`; inside one or behind one there is none.
            return isDouble || isLetter(index - 1) && bytes[index - 1] >= 0x61
        }
        switch bytes[index + 2] {
        case 0x9a, 0xa0, 0xa1, 0xb0: return isDouble || isLetter(index - 1)
        default: return false
        }
    }

    private static func isEuro(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count - index >= 3 && bytes[index] == 0xe2 && bytes[index + 1] == 0x82 && bytes[index + 2] == 0xac
    }

    /// The number of bytes of the character at `index` when Windows-1252 has it where UTF-8 has the later bytes of a
    /// character (0x80 to 0xbf); otherwise zero.
    private static func trailWidth(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard index + 1 < bytes.count else { return 0 }
        switch (bytes[index], bytes[index + 1]) {
        case (0xc2, _): return 2
        case (0xc5, 0x92), (0xc5, 0x93), (0xc5, 0xa0), (0xc5, 0xa1), (0xc5, 0xb8), (0xc5, 0xbd), (0xc5, 0xbe),
            (0xc6, 0x92), (0xcb, 0x86), (0xcb, 0x9c):
            return 2
        case (0xe2, 0x80), (0xe2, 0x82), (0xe2, 0x84):
            guard index + 2 < bytes.count else { return 0 }
            switch (bytes[index + 1], bytes[index + 2]) {
            case (0x80, 0x93...0x94), (0x80, 0x98...0x9a), (0x80, 0x9c...0x9e), (0x80, 0xa0...0xa2),
                (0x80, 0xa6), (0x80, 0xb0), (0x80, 0xb9), (0x80, 0xba), (0x82, 0xac), (0x84, 0xa2):
                return 3
            default:
                return 0
            }
        default: return 0
        }
    }
}
