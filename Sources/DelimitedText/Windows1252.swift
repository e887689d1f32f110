/// Windows-1252, the encoding that Excel in Western Europe calls "CSV".
enum Windows1252 {
    /// The characters of 0x80 to 0x9F; 0 where the code page defines none. From 0xA0 it equals Unicode.
    private static let high: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]

    /// The Unicode scalar for `byte`, or nil when the code page defines none.
    static func scalar(for byte: UInt8) -> UInt32? {
        guard byte >= 0x80 && byte < 0xA0 else { return UInt32(byte) }
        let scalar = high[Int(byte) - 0x80]
        return scalar == 0 ? nil : scalar
    }

    /// The evidence that a text is not Windows-1252 either; nil when every byte stands for a character.
    static func reasonUnreadable(_ bytes: UnsafeBufferPointer<UInt8>) -> UnreadableReason? {
        var lineCounter = LineCounter()
        var first: (value: UInt8, line: Int)?
        var count = 0
        for position in bytes.indices where bytes[position] >= 0x80 && scalar(for: bytes[position]) == nil {
            count += 1
            if first == nil { first = (bytes[position], lineCounter.line(of: position, in: bytes)) }
        }
        return first.map { .undefinedByte(value: $0.value, line: $0.line, count: count) }
    }

    /// The text as UTF-8. `highBytes` is the number of bytes above 0x7F in it.
    ///
    /// With `keepingUTF8`, sequences that are well-formed UTF-8 stay as they are: for a UTF-8 file into which some
    /// Windows-1252 text was pasted.
    static func decode(
        _ bytes: UnsafeBufferPointer<UInt8>, highBytes: Int, keepingUTF8: Bool
    ) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: bytes.count + 2 * highBytes) { buffer, count in
            var writer = UTF8Writer(buffer)
            var position = 0
            while position < bytes.count {
                let length = keepingUTF8 ? bytes.lengthOfUTF8Sequence(at: position) : 0
                if length > 1 {
                    for offset in 0..<length { writer.append(byte: bytes[position + offset]) }
                } else {
                    writer.append(scalar: scalar(for: bytes[position]) ?? replacementCharacter)
                }
                position += Swift.max(length, 1)
            }
            count = writer.count
        }
    }
}
