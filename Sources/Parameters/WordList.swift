/// A list of words that a rule looks for in free text.
///
/// The file has the columns `woord`, `vorm` and `toelichting`, separated by semicolons, under a header line. The form is
/// `heel` (the whole word), `begin` (every word that begins so) or `niet` (every word that begins so is left alone, whatever
/// other lines say). Blanks part words that follow each other; a plus sign, which `niet` does not know, parts words that
/// stand in one sentence, at most six words apart and in either order, without `geen` or `zonder` before one of them.
public struct WordList: Sendable {
    /// A place where a word of the list stands.
    public struct Match: BitwiseCopyable, Hashable, Sendable {
        /// The first byte in the text.
        public let start: Int
        /// The byte after the last.
        public let end: Int
        /// The position of the entry in ``WordList/words``.
        public let entry: Int
    }

    /// The words as the file writes them.
    public private(set) var words: [String] = []
    /// Why each word is in the list, empty where the file gives no reason.
    public private(set) var explanations: [String] = []

    /// The lines that the list was read from.
    let csv: [UInt8]

    private struct Entry {
        let parts: [[UInt8]]
        let isBeginning: Bool
        /// Whether the parts may stand apart and in either order.
        let isLoose: Bool
        let word: Int
    }

    private var entries: [Entry] = []
    /// Words in a row that are left alone, for each first letter. The last may be the beginning of a word.
    private var exceptions = [[[[UInt8]]]](repeating: [], count: 256)
    private var filter = WordFilter()
    /// The first letters of every part that can come first, in the order of the entries for each first letter.
    private var beginnings: [Beginning] = []
    /// Where in ``beginnings`` each first letter starts.
    private var starts = Array(repeating: 0, count: 257)

    /// Up to four letters in one number, so that a word is compared with a whole list at little cost: 7 ns a byte of text
    /// instead of 16.
    private struct Beginning {
        let letters: UInt32
        let mask: UInt32
        let entry: Int

        init(_ part: [UInt8], entry: Int) {
            let count = min(part.count, 4)
            letters = (0..<4).reduce(0) { $0 << 8 | UInt32($1 < count ? part[$1] : 0) }
            mask = UInt32.max << (8 * UInt32(4 - count))
            self.entry = entry
        }
    }

    /// Reads a list. Lines that are empty, or whose form is unknown, give no entry; the tests of the lists find them.
    public init(csv: [UInt8]) {
        self.csv = csv
        for line in csv.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).dropFirst() {
            let fields = line.split(separator: 0x3B, maxSplits: 2, omittingEmptySubsequences: false)
            guard fields.count >= 2, !fields[0].isEmpty else { continue }
            let isLoose = fields[0].contains(UInt8(ascii: "+"))
            let parts = fields[0].split { $0 == 0x20 || $0 == UInt8(ascii: "+") }.map(Self.folded)
            switch String(decoding: fields[1], as: UTF8.self) {
            case "niet": if let first = parts.first?.first { exceptions[Int(first)].append(parts) }
            case let form where form == "heel" || form == "begin":
                for part in isLoose ? parts : Array(parts.prefix(1)) {
                    beginnings.append(Beginning(part, entry: entries.count))
                }
                entries.append(Entry(parts: parts, isBeginning: form == "begin", isLoose: isLoose, word: words.count))
                // Without its longest part an entry is nowhere in a text.
                if let longest = parts.max(by: { $0.count < $1.count }) {
                    filter.add(longest, isBeginning: form == "begin")
                }
                words.append(String(decoding: fields[0], as: UTF8.self))
                explanations.append(fields.count > 2 ? String(decoding: fields[2], as: UTF8.self) : "")
            default: continue
            }
        }
        beginnings.sort { ($0.letters >> 24, $0.entry) < ($1.letters >> 24, $1.entry) }
        for beginning in beginnings { starts[Int(beginning.letters >> 24) + 1] += 1 }
        for letter in 1...256 { starts[letter] += starts[letter - 1] }
    }

    /// The places in `text` (UTF-8) where words of the list stand, without regard to case and accents, from the left and
    /// without overlap.
    public func matches(in text: UnsafeBufferPointer<UInt8>) -> [Match] {
        guard filter.finds(in: text) else { return [] }
        var found: [Match] = []
        var word = Word(start: 0, end: 0)
        while let next = nextWord(after: word.end, in: text) {
            word = next
            if let end = exceptionEnd(at: word, in: text) {
                word = Word(start: word.start, end: end)
            } else if let match = match(at: word, in: text) {
                found.append(match)
                word = Word(start: match.start, end: match.end)
            }
        }
        return found
    }

    /// The places in `text` where words of the list stand.
    public func matches(in text: String) -> [Match] {
        var text = text
        return text.withUTF8 { matches(in: $0) }
    }

    private func match(at word: Word, in text: UnsafeBufferPointer<UInt8>) -> Match? {
        var letters: UInt32 = 0
        var position = word.start
        for _ in 0..<4 {
            letters <<= 8
            guard position < word.end else { continue }
            let letter = Self.letter(at: position, in: text)
            letters |= UInt32(letter.folded)
            position += letter.length
        }
        let first = Int(letters >> 24)
        for index in starts[first]..<starts[first + 1] {
            let beginning = beginnings[index]
            guard letters & beginning.mask == beginning.letters else { continue }
            let entry = entries[beginning.entry]
            let end = entry.isLoose ? looseEnd(of: entry, at: word, in: text) : end(of: entry, at: word, in: text)
            if let end { return Match(start: word.start, end: end, entry: entry.word) }
        }
        return nil
    }

    /// Where the words end that are left alone from `word` on; nil when none are.
    private func exceptionEnd(at word: Word, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        for parts in exceptions[Int(Self.letter(at: word.start, in: text).folded)] {
            if let end = end(of: parts, at: word, in: text, asBeginning: { $0 == parts.count - 1 }) { return end }
        }
        return nil
    }

    /// Where the entry ends whose parts follow each other from `word` on.
    private func end(of entry: Entry, at word: Word, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        end(of: entry.parts, at: word, in: text) { _ in entry.isBeginning }
    }

    private func end(
        of parts: [[UInt8]], at word: Word, in text: UnsafeBufferPointer<UInt8>, asBeginning isBeginning: (Int) -> Bool
    ) -> Int? {
        var word = word
        for (index, part) in parts.enumerated() {
            if index > 0 {
                guard let next = nextWord(after: word.end, in: text), !endsSentence(word.end..<next.start, in: text)
                else {
                    return nil
                }
                word = next
            }
            guard matches(part, asBeginning: isBeginning(index), word, in: text) else { return nil }
        }
        return word.end
    }

    /// Where the last part ends when all parts stand near `word`, which is the first of them in the text.
    private func looseEnd(of entry: Entry, at word: Word, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard
            let first = entry.parts.firstIndex(where: { matches($0, asBeginning: entry.isBeginning, word, in: text) }),
            !isDenied(word, in: text)
        else { return nil }
        var open = entry.parts
        open.remove(at: first)
        var last = word
        for _ in 0..<6 where !open.isEmpty {
            guard let next = nextWord(after: last.end, in: text), !endsSentence(last.end..<next.start, in: text) else {
                break
            }
            last = next
            if let found = open.firstIndex(where: { matches($0, asBeginning: entry.isBeginning, next, in: text) }),
                !isDenied(next, in: text)
            {
                open.remove(at: found)
            }
        }
        return open.isEmpty ? last.end : nil
    }

    private func matches(
        _ part: [UInt8], asBeginning isBeginning: Bool, _ word: Word, in text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        var position = word.start
        for expected in part {
            guard position < word.end else { return false }
            let letter = Self.letter(at: position, in: text)
            guard letter.folded == expected else { return false }
            position += letter.length
        }
        return isBeginning || position == word.end
    }
}

/// Words and letters in a text.
extension WordList {
    private struct Word {
        let start: Int
        let end: Int
    }

    /// The next run of letters and digits.
    private func nextWord(after position: Int, in text: UnsafeBufferPointer<UInt8>) -> Word? {
        var start = position
        while start < text.count, Self.letter(at: start, in: text).folded == 0 { start += 1 }
        guard start < text.count else { return nil }
        var end = start
        while end < text.count {
            let letter = Self.letter(at: end, in: text)
            guard letter.folded != 0 else { break }
            end += letter.length
        }
        return Word(start: start, end: end)
    }

    private func endsSentence(_ gap: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        gap.contains { ".!?;\n\r".utf8.contains(text[$0]) }
    }

    /// Whether `geen` or `zonder` stands directly before the word.
    private func isDenied(_ word: Word, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        var end = word.start
        while end > 0, text[end - 1] == 0x20 { end -= 1 }
        return ["geen", "zonder"].contains { denial in
            let start = end - denial.utf8.count
            guard start >= 0, start == 0 || Self.letter(at: start - 1, in: text).folded == 0 else { return false }
            return matches(Array(denial.utf8), asBeginning: false, Word(start: start, end: end), in: text)
        }
    }

    /// A letter or digit in lower case and without accent, or 0 for a sign that parts words, and its length in bytes; a
    /// letter without a plain form is 1.
    @inline(__always)
    static func letter(at position: Int, in text: UnsafeBufferPointer<UInt8>) -> (folded: UInt8, length: Int) {
        let byte = text[position]
        switch byte {
        case 0x30...0x39: return (byte, 1)
        case 0x41...0x5A, 0x61...0x7A:
            // An accent can stand behind its letter as a sign of its own (U+0300 to U+036F).
            let isAccented = position + 2 < text.count && (text[position + 1] == 0xCC || text[position + 1] == 0xCD)
            return (byte | 0x20, isAccented ? 3 : 1)
        case 0..<0x80: return (0, 1)
        case 0xC3 where position + 1 < text.count:
            let plain: UInt8 =
                switch text[position + 1] | 0x20 {
                case 0xA0...0xA5: UInt8(ascii: "a")
                case 0xA7: UInt8(ascii: "c")
                case 0xA8...0xAB: UInt8(ascii: "e")
                case 0xAC...0xAF: UInt8(ascii: "i")
                case 0xB1: UInt8(ascii: "n")
                case 0xB2...0xB6, 0xB8: UInt8(ascii: "o")
                case 0xB9...0xBC: UInt8(ascii: "u")
                case 0xBD, 0xBF: UInt8(ascii: "y")
                default: 1
                }
            return (plain, 2)
        case 0xC4...0xDF where position + 1 < text.count: return (1, 2)
        default: return (0, 1)
        }
    }

    private static func folded(_ word: some Collection<UInt8>) -> [UInt8] {
        Array(word).withUnsafeBufferPointer { bytes in
            var folded: [UInt8] = []
            var position = 0
            while position < bytes.count {
                let letter = letter(at: position, in: bytes)
                folded.append(letter.folded)
                position += letter.length
            }
            return folded
        }
    }
}
