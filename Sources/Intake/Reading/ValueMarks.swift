/// A cell that holds a value with something around it that is none of it: the mark of a note (`24,0*`, `1.250,00 1)`, `WAJ [2]`, `30-06-2026¹`), or a
/// full stop or comma behind it.
///
/// It is looked at only where the cell as it stands gives no value, so that what belongs to a value (`12.450,-`, `nr. 12`) is never taken off.
struct ValueMarks {
    /// The bytes of the cell that are left, without blanks at their ends; at least one is a letter or digit.
    let rest: Range<Int>
    /// Whether a mark says that there is a note to the value.
    let hasNote: Bool

    /// What stands around the value in `cell`, which has no blanks at its ends; nil where nothing does.
    init?(_ cell: UnsafeBufferPointer<UInt8>) {
        var end = cell.count
        var hasNote = false
        while let width = Self.noteWidth(cell[..<end]) {
            end = Self.withoutBlanks(cell[..<(end - width)])
            hasNote = true
        }
        if !hasNote, end > 1, [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";")].contains(cell[end - 1]) {
            end = Self.withoutBlanks(cell[..<(end - 1)])
        }
        guard end < cell.count, let last = cell[..<end].last,
            last >= 0x80 || last == UInt8(ascii: "+") || ByteCursor.isDigit(last) || Self.isLetter(last)
        else { return nil }
        (rest, self.hasNote) = (0..<end, hasNote)
    }

    /// The number of bytes of the mark at the end of `cell`; nil for none. A number between brackets is one where something else stands before it.
    private static func noteWidth(_ cell: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        guard let last = cell.last, cell.count > 1 else { return nil }
        switch last {
        case UInt8(ascii: "*"): return 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"):
            let digits = cell.dropLast().reversed().prefix(while: ByteCursor.isDigit).count
            guard (1...2).contains(digits) else { return nil }
            let before = cell.dropLast(1 + digits)
            guard let sign = before.last, before.count > 1 else { return nil }
            let opening = last == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "[")
            if sign == opening { return digits + 2 }
            // `24 1)`: a lone bracket belongs to the digit before it.
            return last == UInt8(ascii: ")") && sign == 0x20 && !before.contains(opening) ? digits + 1 : nil
        default:
            return superscripts.first { cell.count > $0.count && cell.suffix($0.count).elementsEqual($0) }?.count
        }
    }

    /// ¹ ² ³ ⁰ ⁴ to ⁹ † ‡, in UTF-8.
    private static let superscripts = ["¹", "²", "³", "⁰", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "†", "‡"].map {
        Array($0.utf8)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    private static func withoutBlanks(_ cell: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        var end = cell.endIndex
        while end > 0, cell[end - 1] == 0x20 { end -= 1 }
        return end
    }
}
