// Looking at eight bytes at a time. This keeps the whole of reading close to the speed of libcsv alone: byte by byte,
// the checks of the encoding and the search for line ends took as long as libcsv.

extension UInt64 {
    /// A word with `byte` in each of its eight bytes.
    private static func repeating(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

    /// A word with the high bit set in each byte of this one that is smaller than `limit`, at most 0x80. Only the
    /// lowest mark is exact: bytes above it may be marked wrongly, by borrowing.
    func marks(below limit: UInt8) -> UInt64 {
        (self &- Self.repeating(limit)) & ~self & Self.repeating(0x80)
    }

    /// A word with the high bit set in each byte of this one that equals `byte`. Only the lowest mark is exact.
    func marks(of byte: UInt8) -> UInt64 {
        (self ^ Self.repeating(byte)).marks(below: 1)
    }

    /// A word with the high bit set in each byte of this one that is above 0x7F.
    var marksAboveASCII: UInt64 { self & Self.repeating(0x80) }
}

extension UnsafeBufferPointer<UInt8> {
    /// The eight bytes from `position`, the first one lowest; nil when there are fewer.
    @inline(__always)
    func word(at position: Int) -> UInt64? {
        guard position + 8 <= count, let baseAddress else { return nil }
        let word = UnsafeRawPointer(baseAddress).loadUnaligned(fromByteOffset: position, as: UInt64.self)
        return UInt64(littleEndian: word)
    }

    /// A position from `start` with nothing but ASCII before it: less than eight bytes before a byte above 0x7F or
    /// the end.
    func skippingASCII(from start: Int) -> Int {
        var position = start
        while let word = word(at: position), word.marksAboveASCII == 0 { position += 8 }
        return position
    }

    /// A position from `start` with nothing but printable ASCII before it: less than eight bytes before another
    /// byte or the end.
    func skippingPrintableASCII(from start: Int) -> Int {
        var position = start
        while let word = word(at: position),
            word.marksAboveASCII | word.marks(below: Byte.space) | word.marks(of: 0x7F) == 0
        {
            position += 8
        }
        return position
    }
}
