/// A cell rewritten into an alphabet in which forms are easy to see: digits of every usual script as ASCII, lower-case
/// letters, one blank, one hyphen and one of each sign that people write between digits; every other letter is one sign and every other
/// symbol another. Signs without width, accents that stand alone and control characters are left out.
struct PlainCell {
    /// A letter outside a to z.
    static let foreignLetter: UInt8 = 0x80
    /// A sign outside ASCII that is no letter.
    static let foreignSymbol: UInt8 = 0x81

    /// One byte a sign.
    let signs: UnsafeMutableBufferPointer<UInt8>
    /// Where each sign begins in the cell, and after the last sign the length of the cell.
    let offsets: UnsafeMutableBufferPointer<Int32>

    /// Rewrites `cell` for the duration of `body`. A cell of more than two gigabytes is cut.
    ///
    /// - Parameter isText: Whether tabs and line breaks are blanks, as in a text; where a value stands they are left out, as they are when it
    ///   is read.
    static func withPlainCell(
        _ cell: UnsafeBufferPointer<UInt8>, isText: Bool, _ body: (PlainCell) -> Void
    ) {
        let cell = UnsafeBufferPointer(rebasing: cell.prefix(Int(Int32.max) - 1))
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: cell.count) { signs in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: cell.count + 1) { offsets in
                var count = 0
                var position = 0
                while position < cell.count {
                    let (sign, length) = sign(at: position, of: cell, isText: isText)
                    if let sign {
                        signs.initializeElement(at: count, to: sign)
                        offsets.initializeElement(at: count, to: Int32(position))
                        count += 1
                    }
                    position += length
                }
                offsets.initializeElement(at: count, to: Int32(cell.count))
                body(
                    PlainCell(
                        signs: UnsafeMutableBufferPointer(rebasing: signs[..<count]),
                        offsets: UnsafeMutableBufferPointer(rebasing: offsets[...count])))
            }
        }
    }

    /// The sign that begins at `position`, or nil where it has no width, and its length in bytes.
    @inline(__always)
    private static func sign(
        at position: Int, of cell: UnsafeBufferPointer<UInt8>, isText: Bool
    ) -> (sign: UInt8?, length: Int) {
        let byte = cell[position]
        switch byte {
        case 0x41...0x5A: return (byte | 0x20, 1)
        case 0x09, 0x0A, 0x0D: return (isText ? 0x20 : nil, 1)
        case 0..<0x20, 0x7F: return (nil, 1)
        // What the alphabet uses itself must not come in as a stray byte.
        case 0x80..<0xC2: return (byte == 0xA0 ? 0x20 : foreignSymbol, 1)
        case 0..<0x80: return (byte, 1)
        default: return longSign(at: position, of: cell)
        }
    }

    private static func longSign(at position: Int, of cell: UnsafeBufferPointer<UInt8>) -> (sign: UInt8?, length: Int) {
        let length = cell[position] < 0xE0 ? 2 : cell[position] < 0xF0 ? 3 : 4
        guard position + length <= cell.count,
            cell[position + 1..<position + length].allSatisfy({ $0 & 0xC0 == 0x80 })
        else { return (foreignSymbol, 1) }
        var scalar = UInt32(cell[position]) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for byte in cell[position + 1..<position + length] { scalar = scalar << 6 | UInt32(byte & 0x3F) }
        return (sign(of: scalar), length)
    }

    private static func sign(of scalar: UInt32) -> UInt8? {
        switch scalar {
        case 0xC0...0x2FF where scalar != 0xD7 && scalar != 0xF7: foreignLetter
        case 0xFF21...0xFF3A: UInt8(0x61 + scalar - 0xFF21)
        case 0xFF41...0xFF5A: UInt8(0x61 + scalar - 0xFF41)
        case 0xB7, 0x2022, 0x2024, 0x2027, 0x2219, 0x22C5, 0x3002, 0x30FB, 0xFE52, 0xFF0E: UInt8(ascii: ".")
        case 0x60C, 0x66B, 0x66C, 0x201A, 0x3001, 0xFE50, 0xFF0C: UInt8(ascii: ",")
        case 0x2044, 0x2215, 0xFF0F: UInt8(ascii: "/")
        case 0x2212, 0x2043: UInt8(ascii: "-")
        case 0x2028, 0x2029: 0x20
        default: Unicode.Scalar(scalar).map(sign) ?? foreignSymbol
        }
    }

    private static func sign(of scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.properties.generalCategory {
        case .decimalNumber, .otherNumber:
            scalar.properties.numericValue.map { (0...9).contains($0) && $0 == $0.rounded() } == true
                ? 0x30 + UInt8(scalar.properties.numericValue ?? 0) : foreignSymbol
        // What has no width would be dropped behind this step, and lay the number bare.
        case .format, .control, .nonspacingMark, .enclosingMark, .unassigned: nil
        case .spaceSeparator: 0x20
        case .dashPunctuation: UInt8(ascii: "-")
        case .connectorPunctuation: UInt8(ascii: "_")
        case .openPunctuation: UInt8(ascii: "(")
        case .closePunctuation: UInt8(ascii: ")")
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber,
            .spacingMark:
            foreignLetter
        default: foreignSymbol
        }
    }
}
