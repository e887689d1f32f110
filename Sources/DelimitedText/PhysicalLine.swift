/// One line of a text, ended by CR, LF, CR LF or the end of the text.
struct PhysicalLine {
    /// The first byte.
    let start: Int
    /// The end of the content, before the terminator.
    let end: Int
    /// The start of the next line. Equal to `end` for a last line without terminator.
    let next: Int
    /// Does the content hold a double quote?
    let hasQuote: Bool

    var isEmpty: Bool { start == end }
    var isTerminated: Bool { next > end }
}

extension UnsafeBufferPointer<UInt8> {
    /// The line that begins at `start`, which must lie before the end of the text.
    func line(at start: Int) -> PhysicalLine {
        var position = start
        var hasQuote = false
        while let word = word(at: position) {
            let breaks = word.marks(of: Byte.lineFeed) | word.marks(of: Byte.carriageReturn)
            if !hasQuote {
                // Only the lowest mark of a word is exact, so a quote counts only below the first line break.
                let quotes = word.marks(of: Byte.quote)
                hasQuote = quotes != 0 && (breaks == 0 || quotes.trailingZeroBitCount < breaks.trailingZeroBitCount)
            }
            if breaks != 0 {
                return line(from: start, to: position + breaks.trailingZeroBitCount / 8, hasQuote: hasQuote)
            }
            position += 8
        }
        while position < count, self[position] != Byte.lineFeed, self[position] != Byte.carriageReturn {
            if self[position] == Byte.quote { hasQuote = true }
            position += 1
        }
        return line(from: start, to: position, hasQuote: hasQuote)
    }

    private func line(from start: Int, to end: Int, hasQuote: Bool) -> PhysicalLine {
        var next = end
        if end < count {
            let isPair =
                self[end] == Byte.carriageReturn && end + 1 < count && self[end + 1] == Byte.lineFeed
            next += isPair ? 2 : 1
        }
        return PhysicalLine(start: start, end: end, next: next, hasQuote: hasQuote)
    }
}

/// Counts physical lines up to positions that never go back.
struct LineCounter {
    private var line = 1
    private var position = 0

    /// The physical line, from 1, on which the byte at `target` stands. A terminator belongs to the line it ends.
    mutating func line(of target: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        while position < target {
            let byte = bytes[position]
            position += 1
            let endsPair = byte == Byte.carriageReturn && position < bytes.count && bytes[position] == Byte.lineFeed
            if byte == Byte.lineFeed || (byte == Byte.carriageReturn && !endsPair) { line += 1 }
        }
        return line
    }
}
