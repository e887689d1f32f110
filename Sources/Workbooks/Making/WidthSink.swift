import SocialReturnModel
import Spreadsheets

/// Measures how wide the cells of the first rows are, in characters.
package struct WidthSink: CellWriter {
    /// The widest cell of each column so far.
    private(set) var widths: [Int]
    private var column = 0

    /// How many rows are measured; what comes later may be wider and is then cut on the screen, or wrapped.
    package static let measuredRows = 200

    package init(columns: Int) { widths = Array(repeating: 0, count: columns) }

    /// Goes to the first column of the next row.
    package mutating func nextRow() { column = 0 }

    package mutating func empty(_ look: CellStyle?) { column += 1 }

    package mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, _ look: CellStyle?) {
        // Continuation bytes of UTF-8 are no characters.
        note(bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) })
    }

    package mutating func text(_ text: String, _ look: CellStyle?) {
        var (widest, width) = (0, 0)
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\n") {
                widest = max(widest, width)
                width = 0
            } else if byte & 0xC0 != 0x80 {
                width += 1
            }
        }
        note(max(widest, width))
    }

    package mutating func decimal(_ value: Int64, decimals: Int, _ look: CellStyle?) {
        var scale: Int64 = 1
        for _ in 0..<decimals { scale *= 10 }
        number(Double(value) / Double(scale), look)
    }

    package mutating func number(_ value: Double, _ look: CellStyle?) {
        let digits = String(Int64(max(-9e15, min(9e15, value)))).count
        note(digits + (digits - 1) / 3 + 5)
    }

    package mutating func day(_ day: Day, _ look: CellStyle?) { note(10) }

    package mutating func formula(_ formula: String, _ cached: CachedValue, _ look: CellStyle?) {
        switch cached {
        case .number(let value): number(value, look)
        case .text(let value): text(value, look)
        }
    }

    package mutating func link(_ text: String, _ target: LinkTarget, _ look: CellStyle?) { note(text.count) }

    private mutating func note(_ width: Int) {
        if width > widths[column] { widths[column] = width }
        column += 1
    }
}
