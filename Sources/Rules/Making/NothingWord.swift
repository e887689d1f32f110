import Intake
import SocialReturnModel

/// Words with which people fill a cell to say that there is nothing: `geen`, `n.v.t.`, `-`.
enum NothingWord {
    private static let words = [
        "geen", "geenverband", "geenactie", "nvt", "nee", "niet", "nietvantoepassing", "onbekend", "nogonbekend",
        "none", "na",
        "no",
    ].map { Array($0.utf8) }

    /// Whether `cell` (UTF-8) holds one of the words, or only signs.
    static func fills(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = cell.firstIndex(where: isWordByte) else { return true }
        // Nearly every cell ends here, without another look.
        guard [0x67, 0x6e, 0x6f].contains(cell[first] | 0x20) else { return false }
        return words.contains { word in
            var position = 0
            for byte in cell where isWordByte(byte) {
                guard position < word.count, byte | 0x20 == word[position] else { return false }
                position += 1
            }
            return position == word.count
        }
    }

    /// Whether `text` holds one of the words, or only signs.
    static func fills(_ text: String) -> Bool {
        var text = text
        return text.withUTF8(fills)
    }

    /// Letters, digits and every byte of a letter with an accent; dashes and blanks of more bytes are none.
    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0xc3...0xe1: true
        default: false
        }
    }
}

extension RowContext {
    /// Whether `cell` is empty or says that there is nothing.
    func isNullMarker(_ cell: TextCell) -> Bool { table.source.isNullMarker(cell) }

    /// Whether the first byte of `cell` is one of `letters` (lower case, ASCII), in either case: asked of every row before a text is made of it.
    func begins(_ cell: TextCell, withOneOf letters: StaticString) -> Bool {
        table.source.cells.withAllBytes { bytes in
            guard !cell.isEmpty else { return false }
            let first = bytes[cell.range.lowerBound] | 0x20
            return letters.withUTF8Buffer { $0.contains(first) }
        }
    }

    /// Whether nothing is written in the column of the property at `keyPath`, or a word for nothing. A cell that could not be read, or that was
    /// refused, is not blank: the rule that says so comes first.
    func isBlank(_ keyPath: PartialKeyPath<Row>) -> Bool {
        table.source.isNothing(at: table.place(index, ColumnReference(keyPath)))
    }
}

extension SourceTable {
    /// Whether `cell` is empty or says that there is nothing.
    func isNullMarker(_ cell: TextCell) -> Bool {
        cell.isEmpty || cells.withAllBytes { NothingWord.fills(UnsafeBufferPointer(rebasing: $0[cell.range])) }
    }
}

extension TableData {
    /// Whether `cell` is empty or says that there is nothing.
    func isNullMarker(_ cell: TextCell) -> Bool { source.isNullMarker(cell) }
}
