/// The bytes of a cell without what nobody sees and nobody meant: control characters, characters without width, an apostrophe or
/// `="…"` with which a program marks a number as text, apostrophes or quotes around the whole.
///
/// A line break or tab parts what stands before and after it: two numbers below each other (`100` and `250`) are never one. Where words or
/// signs stand beside it, it is a blank.
///
/// Text stays as it was written; values and identifiers are read from this form. Nearly every cell is clean, which one look at its bytes
/// tells.
struct CleanCell {
    private var scratch: [UInt8] = []

    /// What stands for a line break or tab between two digits. No number, day or period is written with one.
    static let lineBreak: UInt8 = 0x0A

    /// Whether the cell needs a closer look: it has a byte that is no visible ASCII or blank, or begins with `'` or `=`.
    @inline(__always)
    static func needsLook(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = cell.first else { return false }
        if first == 0x27 || first == 0x3D || first == 0x22 { return true }
        var odd: UInt8 = 0
        // Visible ASCII and the blank lie between 0x20 and 0x7E.
        for byte in cell { odd |= byte &- 0x20 >= 0x5F ? 1 : 0 }
        return odd != 0
    }

    /// Calls `body` with the clean bytes of `cell`, and with what was left out or replaced.
    ///
    /// - Parameter isIdentifier: Whether typographic dashes and blanks become those of a keyboard, as they do in numbers and days.
    mutating func with<R>(
        _ cell: UnsafeBufferPointer<UInt8>, isIdentifier: Bool,
        _ body: (UnsafeBufferPointer<UInt8>, Repairs) -> R
    ) -> R {
        scratch.removeAll(keepingCapacity: true)
        var repairs: Repairs = []
        var bytes = cell
        // ="0123": a formula that is nothing but a text.
        if bytes.count >= 3, bytes[0] == 0x3D, bytes[1] == 0x22, bytes[bytes.count - 1] == 0x22 {
            bytes = UnsafeBufferPointer(rebasing: bytes[2..<bytes.count - 1])
            repairs.insert(.textMark)
        } else if bytes.count >= 2, bytes[0] == 0x27, bytes[1] != 0x27 {
            let isAround = bytes.count >= 3 && bytes[bytes.count - 1] == 0x27
            bytes = UnsafeBufferPointer(rebasing: bytes[1..<bytes.count - (isAround ? 1 : 0)])
            repairs.insert(.textMark)
        } else if bytes.count >= 3, bytes[0] == 0x22, bytes[bytes.count - 1] == 0x22,
            !bytes[1..<bytes.count - 1].contains(0x22)
        {
            // A program that quotes what was quoted already.
            bytes = UnsafeBufferPointer(rebasing: bytes[1..<bytes.count - 1])
            repairs.insert(.textMark)
        }
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                if (0x09...0x0D).contains(byte) {
                    let end = bytes[index...].firstIndex { !(0x09...0x0D).contains($0) } ?? bytes.count
                    let isBetweenDigits =
                        (scratch.last.map(ByteCursor.isDigit) ?? false) && end < bytes.count
                        && ByteCursor.isDigit(bytes[end])
                    scratch.append(isBetweenDigits && !isIdentifier ? Self.lineBreak : 0x20)
                    repairs.insert(.noBreakSpace)
                    index = end
                    continue
                }
                if byte < 0x20 || byte == 0x7F {
                    repairs.insert(.zeroWidth)
                } else {
                    scratch.append(byte)
                }
                index += 1
                continue
            }
            let width = Swift.min(Self.width(byte), bytes.count - index)
            if Self.isInvisible(bytes, index, width) {
                repairs.insert(.zeroWidth)
            } else if isIdentifier, let plain = Self.plain(bytes, index, width) {
                scratch.append(plain)
                repairs.insert(plain == 0x20 ? .noBreakSpace : .dashFolded)
            } else {
                scratch.append(contentsOf: bytes[index..<index + width])
            }
            index += width
        }
        return scratch.withUnsafeBufferPointer { clean in
            let (range, trimming) = CellReader.trim(clean)
            return body(UnsafeBufferPointer(rebasing: clean[range]), repairs.union(trimming))
        }
    }

    /// The number of bytes of the character that begins with `byte`.
    private static func width(_ byte: UInt8) -> Int { byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1 }

    /// Whether a character shows nothing and takes no place: U+00AD, U+0080 to U+009F, U+180E, U+200B to U+200F, U+202A to U+202E,
    /// U+2060 to U+206F, U+FEFF, U+FE00 to U+FE0F, and the tags of plane 14.
    private static func isInvisible(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ width: Int) -> Bool {
        switch (bytes[index], width) {
        case (0xC2, 2): bytes[index + 1] == 0xAD || bytes[index + 1] < 0xA0
        case (0xE1, 3): bytes[index + 1] == 0xA0 && bytes[index + 2] == 0x8E
        case (0xE2, 3):
            bytes[index + 1] == 0x80
                ? (0x8B...0x8F).contains(bytes[index + 2]) || (0xAA...0xAE).contains(bytes[index + 2])
                : bytes[index + 1] == 0x81 && (0xA0...0xAF).contains(bytes[index + 2])
        case (0xEF, 3):
            bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF
                || bytes[index + 1] == 0xB8 && (0x80...0x8F).contains(bytes[index + 2])
        case (0xF3, 4): bytes[index + 1] == 0xA0
        default: false
        }
    }

    /// The hyphen or blank of a keyboard for a typographic one.
    private static func plain(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ width: Int) -> UInt8? {
        switch (bytes[index], width) {
        case (0xC2, 2) where bytes[index + 1] == 0xA0: 0x20
        case (0xE2, 3) where bytes[index + 1] == 0x80 && (0x90...0x95).contains(bytes[index + 2]): 0x2D
        case (0xE2, 3) where bytes[index + 1] == 0x80 && (0x80...0x8A).contains(bytes[index + 2]): 0x20
        case (0xE2, 3) where bytes[index + 1] == 0x80 && bytes[index + 2] == 0xAF: 0x20
        case (0xE2, 3) where bytes[index + 1] == 0x88 && bytes[index + 2] == 0x92: 0x2D
        case (0xEF, 3) where bytes[index + 1] == 0xBC && bytes[index + 2] == 0x8D: 0x2D
        case (0xEF, 3) where bytes[index + 1] == 0xB9 && bytes[index + 2] == 0xA3: 0x2D
        default: nil
        }
    }
}
