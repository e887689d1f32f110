extension UnsafeBufferPointer<UInt8> {
    /// The length of the well-formed UTF-8 sequence at `position`, 1 to 4, or 0 when there is none.
    func lengthOfUTF8Sequence(at position: Int) -> Int {
        let lead = self[position]
        if lead < 0x80 { return 1 }
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)  // no overlong forms
        case 0xED: (length, second) = (3, 0x80...0x9F)  // no surrogates
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)  // no overlong forms
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)  // nothing above U+10FFFF
        default: return 0
        }
        guard position + length <= count, second.contains(self[position + 1]) else { return 0 }
        for offset in 2..<Swift.max(length, 2) where !self[position + offset].continuesUTF8 { return 0 }
        return length
    }
}

/// What in a text is UTF-8 and what cannot be.
struct UTF8Check {
    /// Well-formed sequences of more than one byte.
    private(set) var wellFormedSequences = 0
    /// The evidence against UTF-8; nil when all is well-formed.
    private(set) var foreign: ForeignByte?

    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        var lineCounter = LineCounter()
        var (first, lines): (UInt8?, [Int]) = (nil, [])
        var (count, countOfAll) = (0, 0)
        var position = start
        while true {
            position = bytes.skippingASCII(from: position)
            guard position < bytes.count else { break }
            let length = bytes.lengthOfUTF8Sequence(at: position)
            if length > 1 { wellFormedSequences += 1 }
            if length == 0 {
                countOfAll += 1
                if first == nil { first = bytes[position] }
                if bytes[position] == first {
                    count += 1
                    if lines.count < 3 {
                        let line = lineCounter.line(of: position, in: bytes)
                        if line != lines.last { lines.append(line) }
                    }
                }
            }
            position += Swift.max(length, 1)
        }
        if let first { foreign = ForeignByte(value: first, lines: lines, count: count, countOfAll: countOfAll) }
    }
}
