/// A number of the Dutch business register: eight digits, without a check digit.
public struct KvKNumber: BitwiseCopyable, Hashable, Sendable {
    /// The number without its leading zeros.
    public let rawValue: UInt32

    /// The number that `digits` spells, or nil unless it is exactly eight ASCII digits, not all of them zero: that is how people fill a field.
    ///
    /// Seven digits are refused and not padded: a spreadsheet may have lost a zero, or a person a digit, and only the sender
    /// knows which.
    @inlinable
    public init?(digits: some Collection<UInt8>) {
        guard digits.count == 8 else { return nil }
        var value: UInt32 = 0
        for byte in digits {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + UInt32(byte - 0x30)
        }
        guard value > 0 else { return nil }
        rawValue = value
    }
}

extension KvKNumber: LosslessStringConvertible {
    /// The number that `text` spells, or nil unless it is exactly eight digits.
    public init?(_ text: String) { self.init(digits: Array(text.utf8)) }

    /// The eight digits.
    public var description: String {
        let digits = String(rawValue)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
