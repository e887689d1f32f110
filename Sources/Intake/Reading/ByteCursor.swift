/// A place in the plain bytes of a cell, moving forward.
struct ByteCursor {
    let bytes: UnsafeBufferPointer<UInt8>
    var index = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { index == bytes.count }

    /// The next byte, or zero at the end.
    @inline(__always)
    var next: UInt8 { index < bytes.count ? bytes[index] : 0 }

    /// The bytes from here on.
    var rest: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[index...]) }

    /// Steps over `byte`, which may be in either case; false and no step when another one stands here.
    mutating func skip(_ byte: UInt8) -> Bool {
        guard index < bytes.count, Self.folded(bytes[index]) == byte else { return false }
        index += 1
        return true
    }

    /// Steps over any blanks.
    mutating func skipBlanks() {
        while next == UInt8(ascii: " ") { index += 1 }
    }

    /// Steps over `word`, written in lower case here and in either case there; false and no step when it is not there.
    mutating func skip(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard bytes.count - index >= count else { return false }
        for offset in 0..<count where Self.folded(bytes[index + offset]) != word.utf8Start[offset] { return false }
        index += count
        return true
    }

    /// The whole number of one to eight digits that stands here, and how many digits it has.
    @inline(__always)
    mutating func number() -> (value: Int, width: Int)? {
        let start = index
        var value = 0
        while index < bytes.count, index - start < 9 {
            let digit = bytes[index] &- 0x30
            guard digit <= 9 else { break }
            value = value &* 10 &+ Int(digit)
            index += 1
        }
        let width = index - start
        return (1...8).contains(width) ? (value, width) : nil
    }

    /// The sign between two parts of a date: a hyphen, slash or full stop, with or without blanks, or blanks alone.
    mutating func separator() -> UInt8? {
        let start = index
        skipBlanks()
        let sign = next
        switch sign {
        case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."):
            index += 1
            skipBlanks()
            return sign
        default:
            return index > start ? UInt8(ascii: " ") : nil
        }
    }

    /// ASCII capitals as small letters, all else as it is.
    @inline(__always)
    static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }

    /// Steps over what makes a rank of a number: `1e`, `1ste`, `1st`; false where nothing does.
    mutating func skipOrdinalEnding() -> Bool {
        for ending in ["ste", "de", "e", "st", "nd", "rd", "th"] as [StaticString] where skip(ending) { return true }
        return false
    }
}
