/// The bytes that structure a delimited text.
enum Byte {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let quote: UInt8 = 0x22
    static let comma: UInt8 = 0x2C
    static let semicolon: UInt8 = 0x3B
    static let pipe: UInt8 = 0x7C
}

extension UInt8 {
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }

    /// Does this byte continue a UTF-8 sequence that began before it?
    var continuesUTF8: Bool { self & 0xC0 == 0x80 }
}

extension UnsafeBufferPointer<UInt8> {
    /// The length of valid UTF-8 in UTF-16 units, as spreadsheet programs measure cells.
    func utf16Length(of range: Range<Int>) -> Int {
        var length = 0
        for position in range {
            // A sequence of four bytes, which begins with 0xF0 or above, takes two units.
            length += self[position].continuesUTF8 ? 0 : self[position] >= 0xF0 ? 2 : 1
        }
        return length
    }
}
