/// Searches free text for what can name a person or tell where somebody lives: names, dates of birth, home addresses, and e-mail addresses
/// that are spelled out.
///
/// One look over the bytes tells of nearly every text that there is nothing; only where a word, an initial or a number gives reason, the
/// words are taken apart.
struct TextSearch {
    /// Where a text stands, as far as it matters.
    struct Place {
        /// Whether the rows of the table are about participants.
        var isAboutParticipants: Bool
        /// Whether a first name alone is one: not above a column (`Jan`, `Feb`).
        var isHeading = false
        /// Whether names are searched for. Where a code is asked for they have a search of their own.
        var searchesNames = true

        /// A text that is about no participant: what it calls a day of birth or a home.
        static let withoutNames = Place(isAboutParticipants: false, searchesNames: false)
    }

    let place: Place
    let tokens: TextTokens

    /// Appends what was found in `cell` (UTF-8) to `hits`, leaving alone what overlaps those that it has from `first` on.
    static func search(
        _ cell: UnsafeBufferPointer<UInt8>, _ place: Place, into hits: inout [PrivacyHit], from first: Int
    ) {
        let taken = hits[first...].map(\.range).sorted { $0.lowerBound < $1.lowerBound }
        var next = 0
        for window in TextWindows(cell) {
            while next < taken.count, taken[next].upperBound <= window.lowerBound { next += 1 }
            let text = UnsafeBufferPointer(rebasing: cell[window])
            guard isWorthALook(text) else { continue }
            let masked = taken[next...].prefix { $0.lowerBound < window.upperBound }
                .map { $0.clamped(to: window) }
                .map { $0.lowerBound - window.lowerBound..<$0.upperBound - window.lowerBound }
            for hit in TextSearch(place: place, tokens: TextTokens(text, without: masked)).found() {
                hits.append(
                    PrivacyHit(
                        start: hit.range.lowerBound + window.lowerBound, end: hit.range.upperBound + window.lowerBound,
                        kind: hit.kind, certainty: .certain))
            }
        }
    }

    /// What the words hold, without overlap.
    private func found() -> [(range: Range<Int>, kind: PrivacyHit.Kind)] {
        var hits: [(range: Range<Int>, kind: PrivacyHit.Kind)] = []
        var isTaken = [Bool](repeating: false, count: tokens.text.count)
        func take(_ ranges: [Range<Int>], _ kind: PrivacyHit.Kind) {
            for range in ranges where !range.isEmpty && !isTaken[range].contains(true) {
                hits.append((range, kind))
                for position in range { isTaken[position] = true }
            }
        }
        if place.isAboutParticipants { take(spelledEmails(), .email) }
        take(birthDates(), .birthDate)
        take(homeAddresses(), .homeAddress)
        if place.searchesNames { take(NameSearch(tokens, place.isHeading ? .heading : .text).names(), .name) }
        return hits
    }
}

/// The parts in which a long text is searched: of some thousand bytes each, from one blank to another, so that neither memory nor time grow
/// faster than the text.
struct TextWindows: Sequence, IteratorProtocol {
    private static let size = 4096
    /// The furthest that a blank is looked for.
    private static let slack = 256
    private let text: UnsafeBufferPointer<UInt8>
    private var start = 0

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    mutating func next() -> Range<Int>? {
        guard start < text.count else { return nil }
        var end = Swift.min(start + Self.size, text.count)
        if end < text.count {
            let first = end - Self.slack
            // After the end of a line or sentence, or else a blank; in the middle of a word where there is none.
            end =
                (first..<end).last { text[$0] == 0x0A || text[$0] == 0x20 && ".!?".utf8.contains(text[$0 - 1]) }
                ?? (first..<end).last { text[$0] == 0x20 } ?? end
            while end > first, text[end] & 0xC0 == 0x80 { end -= 1 }
        }
        defer { start = end }
        return start..<end
    }
}

extension TextSearch {
    /// Whether a text has a word or sign with which something begins that is searched for.
    private static func isWorthALook(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        let lexicon = Lexicon.shared
        return lexicon.triggers.withBits { triggers in
            lexicon.capitalTriggers.withBits { capitals in
                lexicon.cues.withBits { cues in
                    lexicon.persons.withBits { persons in
                        lexicon.calledWords.withBits { called in
                            var look = Look(
                                cell: cell, triggers: triggers, capitals: capitals, cues: cues, persons: persons,
                                called: called)
                            return look.finds()
                        }
                    }
                }
            }
        }
    }

    /// One look over the bytes of a text.
    private struct Look {
        let cell: UnsafeBufferPointer<UInt8>
        let triggers: HashedWords.Bits
        let capitals: HashedWords.Bits
        let cues: HashedWords.Bits
        let persons: HashedWords.Bits
        let called: HashedWords.Bits
        private var position = 0
        private var isBehindCue = false
        private var isBehindPerson = false
        private var isBehindNumber = false

        init(
            cell: UnsafeBufferPointer<UInt8>, triggers: HashedWords.Bits, capitals: HashedWords.Bits,
            cues: HashedWords.Bits, persons: HashedWords.Bits, called: HashedWords.Bits
        ) {
            (self.cell, self.triggers, self.capitals, self.cues) = (cell, triggers, capitals, cues)
            (self.persons, self.called) = (persons, called)
        }

        mutating func finds() -> Bool {
            while position < cell.count {
                let byte = cell[position]
                if byte == 0x20 {
                    position += 1
                } else if (byte | 0x20) &- 0x61 < 26 {
                    if wordFinds(isCapital: byte & 0x20 == 0) { return true }
                } else if byte &- 0x30 < 10 {
                    if numberFinds() { return true }
                } else {
                    let letter = FoldedLetter.at(position, in: cell)
                    if letter.folded == 0 || letter.folded == FoldedLetter.accent {
                        position += letter.length
                    } else if wordFinds(isCapital: letter.isCapital) {
                        return true
                    }
                }
            }
            return false
        }

        /// Passes a word, and tells whether it is a reason to look.
        private mutating func wordFinds(isCapital: Bool) -> Bool {
            let start = position
            var hash = WordHash.start
            var letters = 0
            var areCapitals = true
            while position < cell.count {
                let byte = cell[position]
                // Nearly every byte is a plain letter.
                if (byte | 0x20) &- 0x61 < 26 {
                    hash = WordHash.add(byte | 0x20, to: hash)
                    letters += 1
                    areCapitals = areCapitals && byte & 0x20 == 0
                    position += 1
                    continue
                }
                if byte < 0x80 { break }
                let letter = FoldedLetter.at(position, in: cell)
                guard letter.folded != 0 else { break }
                if letter.folded != FoldedLetter.accent {
                    hash = WordHash.add(letter.folded, to: hash)
                    letters += 1
                    areCapitals = areCapitals && letter.isCapital
                }
                position += letter.length
            }
            // A postcode.
            if letters == 2, areCapitals, isBehindNumber { return true }
            isBehindNumber = false
            if triggers.mayHold(hash) { return true }
            if isCapital {
                if isBehindCue || capitals.mayHold(hash) { return true }
                // An initial.
                if letters == 1, position < cell.count, cell[position] == 0x2E { return true }
            }
            if isBehindPerson, called.mayHold(hash) { return true }
            isBehindCue = cues.mayHold(hash)
            isBehindPerson = persons.mayHold(hash)
            return letters >= 5 && isBeforeNumber && Street.ends(cell[start..<position])
        }

        /// Whether a blank and a digit follow.
        private var isBeforeNumber: Bool {
            position + 1 < cell.count && cell[position] == 0x20 && cell[position + 1] &- 0x30 < 10
        }

        /// Passes a number, and tells whether it is a year of birth behind `van`.
        private mutating func numberFinds() -> Bool {
            let start = position
            var value = 0
            while position < cell.count, cell[position] &- 0x30 < 10 {
                if position - start < 4 { value = value * 10 + Int(cell[position] - 0x30) }
                position += 1
            }
            let isYear = position - start == 4 && BirthDateCheck.years.contains(value)
            isBehindNumber = position - start == 4 && value >= 1000
            guard isYear, start >= 4 else { return false }
            return cell[start - 1] == 0x20 && cell[start - 2] | 0x20 == UInt8(ascii: "n")
                && cell[start - 3] | 0x20 == UInt8(ascii: "a") && cell[start - 4] | 0x20 == UInt8(ascii: "v")
        }
    }
}

/// How the names of streets end.
enum Street {
    private static let endings: [StaticString] = [
        "straat", "laan", "weg", "plein", "kade", "gracht", "singel", "dijk", "hof", "park", "plantsoen", "pad",
        "steeg", "dreef", "wal",
        "dam", "markt", "akker", "veld", "hout", "baan", "oord", "erf", "werf", "burg", "poort", "meent", "hage",
        "donk", "berg", "brink",
    ]

    /// Whether `word` (UTF-8) ends as the name of a street, in any case.
    static func ends(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        endings.contains { ending in
            let count = ending.utf8CodeUnitCount
            return word.count >= count
                && (0..<count).allSatisfy { word[word.endIndex - count + $0] | 0x20 == ending.utf8Start[$0] }
        }
    }
}
