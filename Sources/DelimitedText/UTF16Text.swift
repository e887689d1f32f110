/// A text in UTF-16.
struct UTF16Text {
    let bytes: UnsafeBufferPointer<UInt8>
    let byteOrder: ByteOrder
    /// Where the text begins, after a byte-order mark.
    let start: Int

    /// The order of the bytes of a text without byte-order mark, when NUL stands in every other byte; nil when the
    /// bytes do not look like UTF-16.
    ///
    /// Western text has a zero high byte in nearly every unit and hardly ever a zero low byte.
    static func byteOrder(guessedFrom bytes: UnsafeBufferPointer<UInt8>) -> ByteOrder? {
        let units = min(bytes.count, 4096) / 2
        guard units >= 2 else { return nil }
        var (zerosFirst, zerosSecond) = (0, 0)
        for unit in 0..<units {
            if bytes[2 * unit] == 0 { zerosFirst += 1 }
            if bytes[2 * unit + 1] == 0 { zerosSecond += 1 }
        }
        let (many, few) = (units * 7 / 10, units / 50)
        if zerosSecond > many && zerosFirst <= few { return .littleEndian }
        if zerosFirst > many && zerosSecond <= few { return .bigEndian }
        return nil
    }

    /// The text as UTF-8, with U+FFFD for lone surrogates and for a last half unit, and the places of these in it.
    func decoded() -> (text: [UInt8], invalid: (count: Int, firstAt: Int)?) {
        var invalid: (count: Int, firstAt: Int)?
        let units = (bytes.count - start + 1) / 2
        let text = [UInt8](unsafeUninitializedCapacity: 3 * units) { buffer, count in
            var writer = UTF8Writer(buffer)
            var position = start
            while position < bytes.count {
                let first = unit(at: position)
                position += 2
                if let first, first & 0xF800 != 0xD800 {
                    writer.append(scalar: UInt32(first))
                } else if let first, first & 0xFC00 == 0xD800, let second = unit(at: position),
                    second & 0xFC00 == 0xDC00
                {
                    writer.append(scalar: 0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF)))
                    position += 2
                } else {
                    invalid = ((invalid?.count ?? 0) + 1, invalid?.firstAt ?? writer.count)
                    writer.append(scalar: replacementCharacter)
                }
            }
            count = writer.count
        }
        return (text, invalid)
    }

    /// The unit at `position`, or nil when the text ends before or inside it.
    private func unit(at position: Int) -> UInt16? {
        guard position + 1 < bytes.count else { return nil }
        let (first, second) = (UInt16(bytes[position]), UInt16(bytes[position + 1]))
        return byteOrder == .littleEndian ? second << 8 | first : first << 8 | second
    }
}
