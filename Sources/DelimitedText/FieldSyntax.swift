/// How fields are written: the separator, the quotes, and the blanks around them.
///
/// Every function stays within the range it is given, mostly one physical line.
struct FieldSyntax {
    let bytes: UnsafeBufferPointer<UInt8>
    let separator: UInt8

    /// The first position from `start` that holds no space, and no tab that separates nothing; at most `end`.
    func skippingBlanks(from start: Int, to end: Int) -> Int {
        var position = start
        while position < end, bytes[position] == Byte.space || bytes[position] == Byte.tab,
            bytes[position] != separator
        {
            position += 1
        }
        return position
    }

    /// Can a field end at `position`, because a separator stands there or the line ends?
    func endsField(_ position: Int, lineEnd: Int) -> Bool {
        position == lineEnd || bytes[position] == separator
    }

    /// The next quote from `start` that is not doubled, or nil.
    func singleQuote(from start: Int, to end: Int) -> Int? {
        var position = start
        while position < end {
            if bytes[position] == Byte.quote {
                guard position + 1 < end, bytes[position + 1] == Byte.quote else { return position }
                position += 1
            }
            position += 1
        }
        return nil
    }

    /// Does the quote at `quote` open a field that closes, as it should, before the line ends?
    func closesOnLine(quoteAt quote: Int, lineEnd: Int) -> Bool {
        guard let closing = singleQuote(from: quote + 1, to: lineEnd) else { return false }
        return endsField(skippingBlanks(from: closing + 1, to: lineEnd), lineEnd: lineEnd)
    }

    /// Text behind a quote inside a quoted field: finds the quote that closes the field before the next separator.
    /// - Returns: That quote, or nil, and where the field ends.
    func closing(behind quote: Int, lineEnd: Int) -> (quote: Int?, fieldEnd: Int) {
        var position = quote + 1
        while position < lineEnd, bytes[position] != separator {
            if bytes[position] == Byte.quote {
                if position + 1 < lineEnd, bytes[position + 1] == Byte.quote {
                    position += 1
                } else {
                    let behind = skippingBlanks(from: position + 1, to: lineEnd)
                    if endsField(behind, lineEnd: lineEnd) { return (position, behind) }
                }
            }
            position += 1
        }
        return (nil, position)
    }

    /// The number of columns of a line read by itself: separators in sound quoted fields do not count.
    func columns(of line: PhysicalLine) -> Int {
        var (position, columns, isFieldStart) = (line.start, 1, true)
        while position < line.end {
            if isFieldStart, bytes[position] == Byte.quote, closesOnLine(quoteAt: position, lineEnd: line.end) {
                position = (singleQuote(from: position + 1, to: line.end) ?? position) + 1
                isFieldStart = false
                continue
            }
            isFieldStart = bytes[position] == separator
            if isFieldStart { columns += 1 }
            position += 1
        }
        return columns
    }

    /// The number of separators in `range`, by what stands round them.
    func separators(in range: Range<Int>) -> SeparatorCount {
        var count = SeparatorCount()
        for position in range where bytes[position] == separator {
            if isProse(at: position, in: range) {
                count.loose += 1
            } else {
                count.tight += 1
            }
        }
        return count
    }

    /// Does the separator at `position` stand before a blank, or is it a comma between digits?
    private func isProse(at position: Int, in range: Range<Int>) -> Bool {
        let next = position + 1
        guard next < range.upperBound else { return false }
        if separator == Byte.comma, bytes[next].isDigit {
            return position > range.lowerBound && bytes[position - 1].isDigit
        }
        let isNoBreakSpace = bytes[next] == 0xC2 && next + 1 < range.upperBound && bytes[next + 1] == 0xA0
        return isNoBreakSpace || skippingBlanks(from: next, to: next + 1) > next
    }
}

/// Separators in a stretch of text.
struct SeparatorCount {
    /// As between fields.
    var tight = 0
    /// As in prose: followed by a blank, or a comma between digits.
    var loose = 0

    var all: Int { tight + loose }
}
