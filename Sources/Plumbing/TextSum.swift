/// What the texts of a sheet come to, in whatever order they stand: sheets with the same texts have the same sum, others hardly ever have.
///
/// Only texts with a letter in them count, so that it does not matter which program wrote a number or a day as text, and no blanks, which
/// programs write each in their own way.
public struct TextSum: Hashable, Sendable {
    /// The sum.
    private var value: UInt64 = 0

    /// Of no text.
    public init() {}

    /// The sum that ``written`` became; nil for anything else.
    public init?(written: String) {
        guard let value = UInt64(written, radix: 16) else { return nil }
        self.value = value
    }

    /// The sum in hexadecimal digits.
    public var written: String { String(value, radix: 16) }

    /// Adds a text.
    public mutating func add(_ text: UnsafeBufferPointer<UInt8>) { value &+= Self.hash(text) }

    /// Takes away a text that was added.
    public mutating func remove(_ text: UnsafeBufferPointer<UInt8>) { value &-= Self.hash(text) }

    /// Adds a text.
    public mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add($0) }
    }

    /// Of the texts of both.
    public static func + (one: TextSum, other: TextSum) -> TextSum {
        var sum = one
        sum.value &+= other.value
        return sum
    }

    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var (hash, holdsLetter): (UInt64, Bool) = (ByteHash.start, false)
        for byte in text where byte > 0x20 {
            hash = ByteHash.add(byte, to: hash)
            if (byte | 0x20) &- 0x61 < 26 { holdsLetter = true }
        }
        return holdsLetter ? hash : 0
    }
}
