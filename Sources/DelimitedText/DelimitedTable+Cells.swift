extension DelimitedTable {
    /// Where a cell lies among the bytes of all cells; empty for a field beyond the end of the record.
    /// - Parameter field: From 0.
    @inlinable public func range(_ record: Int, _ field: Int) -> Range<Int> {
        precondition(field >= 0, "Fields are counted from 0.")
        let (own, next) = (records[record], records[record + 1])
        let index = Int(own.firstField) + field
        guard index < Int(next.firstField) else { return Int(next.firstByte)..<Int(next.firstByte) }
        let start = Int(own.firstByte)
        return start + (field == 0 ? 0 : fieldEnds[index - 1])..<start + fieldEnds[index]
    }

    /// Lends the bytes of a cell; empty for a field beyond the end of the record.
    /// - Parameter field: From 0.
    @inlinable public func withCell<R>(
        _ record: Int, _ field: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> R
    ) rethrows -> R {
        let range = range(record, field)
        return try bytes.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// Lends the bytes of all cells, in which ``range(_:_:)`` finds each of them.
    @inlinable public func withAllBytes<R>(_ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
        try bytes.withUnsafeBufferPointer(body)
    }

    /// The text of a cell; empty for a field beyond the end of the record.
    /// - Parameter field: From 0.
    public func text(_ record: Int, _ field: Int) -> String {
        withCell(record, field) { String(decoding: $0, as: UTF8.self) }
    }

    /// Has no field of the record anything but blanks? Blanks are spaces of any width, also no-break and zero-width
    /// ones, tabs and line breaks.
    public func isBlank(_ record: Int) -> Bool {
        let (start, end) = (Int(records[record].firstByte), Int(records[record + 1].firstByte))
        return withAllBytes { bytes in
            var position = start
            while position < end {
                let length = bytes.lengthOfBlank(at: position)
                guard length > 0 else { return false }
                position += length
            }
            return true
        }
    }

    /// Overwrites a part of a cell in place, to mask what may not be shown.
    ///
    /// Takes in the whole of a character of which the range has a part, so that the cell stays valid UTF-8. The
    /// length of the cell does not change.
    /// - Parameters:
    ///   - field: From 0, within the record.
    ///   - range: Bytes of the cell, from 0.
    ///   - byte: An ASCII character.
    public mutating func overwrite(_ record: Int, _ field: Int, bytes range: Range<Int>, with byte: UInt8) {
        precondition(byte < 0x80, "A cell is masked with an ASCII character.")
        let cell = self.range(record, field)
        precondition(range.lowerBound >= 0 && range.upperBound <= cell.count, "The range lies outside the cell.")
        guard !range.isEmpty else { return }
        var (start, end) = (cell.lowerBound + range.lowerBound, cell.lowerBound + range.upperBound)
        while start > cell.lowerBound, bytes[start].continuesUTF8 { start -= 1 }
        while end < cell.upperBound, bytes[end].continuesUTF8 { end += 1 }
        for position in start..<end { bytes[position] = byte }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The length of the blank at `position` in valid UTF-8, or 0 when something else stands there.
    fileprivate func lengthOfBlank(at position: Int) -> Int {
        switch self[position] {
        case 0x09...0x0D, 0x20:
            return 1
        case 0xC2:  // U+00A0, no-break space; U+00AD, soft hyphen
            return self[position + 1] == 0xA0 || self[position + 1] == 0xAD ? 2 : 0
        case 0xE2:
            switch (self[position + 1], self[position + 2]) {
            case (0x80, 0x80...0x8F), (0x80, 0xAF): return 3  // U+2000 to U+200F, U+202F: spaces and zero width
            case (0x81, 0x9F...0xA0): return 3  // U+205F, U+2060
            default: return 0
            }
        case 0xE3:  // U+3000, the wide space
            return self[position + 1] == 0x80 && self[position + 2] == 0x80 ? 3 : 0
        case 0xEF:  // U+FEFF, the byte-order mark
            return self[position + 1] == 0xBB && self[position + 2] == 0xBF ? 3 : 0
        default:
            return 0
        }
    }
}
