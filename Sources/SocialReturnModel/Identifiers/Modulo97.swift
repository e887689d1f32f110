/// The remainder by 97 of a row of digits and letters (ISO 7064), where a letter counts as two digits: A is 10, Z is 35.
public struct Modulo97: BitwiseCopyable, Sendable {
    /// The remainder of what was added: 0 to 96.
    public private(set) var remainder: UInt32 = 0

    /// The remainder of nothing.
    public init() {}

    /// Adds a digit or a letter of either case, and tells whether `byte` was one.
    @discardableResult
    public mutating func add(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39: remainder = (remainder * 10 + UInt32(byte - 0x30)) % 97
        case 0x41...0x5A: remainder = (remainder * 100 + UInt32(byte - 0x41) + 10) % 97
        case 0x61...0x7A: remainder = (remainder * 100 + UInt32(byte - 0x61) + 10) % 97
        default: return false
        }
        return true
    }
}
