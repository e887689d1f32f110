/// Whether a reference, such as the name of a file, leads to a person by a name.
///
/// Only forms that hardly mean anything else are seen: a title with a name (`dhr. Voorbeeld`), initials with a surname
/// (`J.P. Voorbeeld`, `Voorbeeld, J.`). A bare surname cannot be told from another word.
public enum PersonNameCheck {
    /// Whether `cell` (UTF-8) holds a name in one of these forms.
    public static func holdsName(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard mayHoldName(cell) else { return false }
        let words = Words(cell)
        return words.haveTitle || words.haveInitials
    }

    /// Whether the cell has the letters of a title, or a capital with a full stop. Nearly every reference ends here, without
    /// allocation.
    private static func mayHoldName(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        var last: UInt32 = 0
        var previous: UInt8 = 0
        for byte in cell {
            if byte == 0x2E, previous &- 0x41 < 26 || previous >= 0x80 { return true }
            last = (last << 8 | UInt32(byte | 0x20)) & 0xFF_FFFF
            // The ends of dhr, mevr, heer and meneer, and the beginning of mw.
            if last == 0x646872 || last == 0x657672 || last == 0x656572 || last & 0xFFFF == 0x6D77 { return true }
            previous = byte
        }
        return false
    }

    fileprivate static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0xC3 }
}

/// The words of a cell: runs of letters, with the digits and signs between them left out.
private struct Words {
    /// A run of letters.
    struct Word {
        let start: Int
        let end: Int
        /// The number of letters.
        let count: Int
        /// The first nine bytes in lower case.
        let folded: String
    }

    private let cell: UnsafeBufferPointer<UInt8>
    private var words: [Word] = []

    init(_ cell: UnsafeBufferPointer<UInt8>) {
        self.cell = cell
        var position = 0
        while position < cell.count {
            guard PersonNameCheck.isLetter(cell[position]) else {
                position += 1
                continue
            }
            let start = position
            while position < cell.count, PersonNameCheck.isLetter(cell[position]) || isTail(cell[position]) {
                position += 1
            }
            let bytes = cell[start..<min(position, start + 9)]
            let folded = String(decoding: bytes, as: UTF8.self).lowercased()
            words.append(
                Word(
                    start: start, end: position, count: cell[start..<position].count { !isTail($0) }, folded: folded))
        }
    }

    /// A title before a word that can be a name: `dhr. Voorbeeld`, `mevr_de_vries`, `de heer Voorbeeld`.
    var haveTitle: Bool {
        words.indices.dropLast().contains { index in
            let isTitle =
                switch words[index].folded {
                case "dhr", "mevr", "mevrouw", "meneer": true
                case "heer": index > 0 && words[index - 1].folded == "de"
                // Also short for a worker (medewerker), so a capital must follow.
                case "mw": isCapital(nameAfter(index))
                default: false
                }
            return isTitle && isJoined(index) && nameAfter(index).count > 1
        }
    }

    /// Initials before a surname, or after it and a comma.
    var haveInitials: Bool {
        var index = 0
        while index < words.count {
            let last = lastInitial(from: index)
            guard let last else {
                index += 1
                continue
            }
            let count = last - index + 1
            if !isAbbreviation(index...last) {
                // Behind a surname and a comma.
                if index > 0, isCapital(words[index - 1]), words[index - 1].count > 2, isComma(before: index) {
                    return true
                }
                if last + 1 < words.count, isCapital(nameAfter(last)), nameAfter(last).count > 2, isJoined(last),
                    count > 1 || isClose(last) || begins(index)
                {
                    return true
                }
            }
            index = last + 1
        }
        return false
    }

    /// The last of the single capitals with a full stop that begin at `index`, without blanks between them or with one.
    private func lastInitial(from index: Int) -> Int? {
        var last: Int?
        var next = index
        while next < words.count, words[next].count == 1, isCapital(words[next]), isByte(0x2E, words[next].end),
            next == index || words[next].start - words[next - 1].end <= 2
        {
            last = next
            next += 1
        }
        return last
    }

    /// Whether the letters are no initials of a person: a legal form, an office, a group (`B.V.`, `U.W.V.`, `H.R.`).
    private func isAbbreviation(_ range: ClosedRange<Int>) -> Bool {
        Self.abbreviations.contains(range.map { words[$0].folded }.joined())
    }

    private static let abbreviations: Set = [
        "bv", "nv", "cv", "ua", "wa", "ba", "vof", "gr", "uwv", "hr", "hrm", "pz", "po", "pw", "ww", "wia", "wao",
        "wsw",
        "bbl", "bol", "vso", "roc", "kvk",
    ]

    /// The word after the one at `index`, past the particles of a surname.
    private func nameAfter(_ index: Int) -> Word {
        var next = index + 1
        while next + 1 < words.count,
            ["van", "de", "der", "den", "ten", "ter", "el", "v", "d"].contains(words[next].folded)
        {
            next += 1
        }
        return words[next]
    }

    /// Whether only a full stop, a blank or a sign that joins stands between the word at `index` and the next.
    private func isJoined(_ index: Int) -> Bool {
        cell[words[index].end..<words[index + 1].start].allSatisfy { ". _-".utf8.contains($0) }
    }

    /// Whether the full stop after the word at `index` is followed by the next word at once.
    private func isClose(_ index: Int) -> Bool { words[index + 1].start == words[index].end + 1 }

    /// Whether nothing but signs that join stands before the word at `index`: after another word a capital can begin a sentence.
    private func begins(_ index: Int) -> Bool {
        let start = words[index].start
        return index == 0 || cell[start - 1] != 0x20
    }

    private func isComma(before index: Int) -> Bool {
        let between = cell[words[index - 1].end..<words[index].start]
        return between.first == 0x2C && between.dropFirst().allSatisfy { $0 == 0x20 }
    }

    private func isCapital(_ word: Word) -> Bool { cell[word.start] &- 0x41 < 26 || cell[word.start] >= 0xC3 }

    private func isByte(_ byte: UInt8, _ position: Int) -> Bool { position < cell.count && cell[position] == byte }

    /// Whether `byte` continues a letter of more bytes.
    private func isTail(_ byte: UInt8) -> Bool { (0x80..<0xC0).contains(byte) }
}
