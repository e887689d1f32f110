/// A quick hash of bytes in their order, FNV-1a: for what nobody has a reason to make meet. The same in every process.
public enum ByteHash {
    /// The hash of no byte.
    @inlinable public static var start: UInt64 { 0xCBF2_9CE4_8422_2325 }

    /// The hash of the bytes so far and one more.
    @inlinable @inline(__always)
    public static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    /// The hash of `text` with each run of ASCII digits as one digit: what texts have in common that differ in their numbers only.
    @inlinable public static func shape(of text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var (shape, isBehindDigit) = (start, false)
        for byte in text {
            let isDigit = byte &- 0x30 < 10
            if !(isDigit && isBehindDigit) { shape = add(isDigit ? 0x30 : byte, to: shape) }
            isBehindDigit = isDigit
        }
        return shape
    }
}
