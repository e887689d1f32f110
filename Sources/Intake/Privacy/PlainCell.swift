/// A cell rewritten into an alphabet in which forms are easy to see: digits of every usual script as ASCII, lower-case
/// letters, one blank and one hyphen; every other letter is one sign and every other symbol another. Zero-width signs are
/// left out.
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
    static func withPlainCell(_ cell: UnsafeBufferPointer<UInt8>, _ body: (PlainCell) -> Void) {
        let cell = UnsafeBufferPointer(rebasing: cell.prefix(Int(Int32.max) - 1))
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: cell.count) { signs in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: cell.count + 1) { offsets in
                var count = 0
                var position = 0
                while position < cell.count {
                    let (sign, length) = sign(at: position, of: cell)
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
    private static func sign(at position: Int, of cell: UnsafeBufferPointer<UInt8>) -> (sign: UInt8?, length: Int) {
        let byte = cell[position]
        switch byte {
        case 0x41...0x5A: return (byte | 0x20, 1)
        case 0x09: return (0x20, 1)
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
        case 0xFF10...0xFF19: UInt8(0x30 + scalar - 0xFF10)
        case 0x0660...0x0669: UInt8(0x30 + scalar - 0x0660)
        case 0x06F0...0x06F9: UInt8(0x30 + scalar - 0x06F0)
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: 0x20
        case 0x2010...0x2015, 0x2212, 0xFF0D: 0x2D
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: nil
        case 0x80...0xBF, 0xD7, 0xF7, 0x2000...0x2BFF, 0x3001...0x303F, 0xFF00...0xFF20: foreignSymbol
        case 0x10000...: foreignSymbol
        default: foreignLetter
        }
    }
}
