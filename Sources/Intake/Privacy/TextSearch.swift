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
    }

    let place: Place
    let tokens: TextTokens

    /// Appends what was found in `cell` (UTF-8) to `hits`, leaving alone what overlaps those that it has from `first` on.
    static func search(
        _ cell: UnsafeBufferPointer<UInt8>, _ place: Place, into hits: inout [PrivacyHit], from first: Int
    ) {
        guard isWorthALook(cell) else { return }
        var tokens = TextTokens(cell)
        tokens.remove(hits[first...].map(\.range))
        // A masked hit can lay bare its neighbour.
        while true {
            let found = TextSearch(place: place, tokens: tokens).found()
            guard !found.isEmpty else { return }
            hits += found
            tokens.remove(found.map(\.range))
        }
    }

    /// What the words hold, without overlap.
    private func found() -> [PrivacyHit] {
        var hits: [PrivacyHit] = []
        func take(_ range: Range<Int>, _ kind: PrivacyHit.Kind) {
            guard !range.isEmpty, !hits.contains(where: { $0.range.overlaps(range) }) else { return }
            hits.append(PrivacyHit(start: range.lowerBound, end: range.upperBound, kind: kind, certainty: .certain))
        }
        if place.isAboutParticipants { for range in spelledEmails() { take(range, .email) } }
        for range in birthDates() { take(range, .birthDate) }
        for range in homeAddresses() { take(range, .homeAddress) }
        for range in NameSearch(tokens, .text).names() { take(range, .name) }
        return hits
    }
}

extension TextSearch {
    /// Whether a text has a word or sign with which something begins that is searched for.
    private static func isWorthALook(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        let lexicon = Lexicon.shared
        return lexicon.triggers.withBits { triggers in
            lexicon.capitalTriggers.withBits { capitals in
                lexicon.cues.withBits { cues in
                    var look = Look(cell: cell, triggers: triggers, capitals: capitals, cues: cues)
                    return look.finds()
                }
            }
        }
    }

    /// One look over the bytes of a text.
    private struct Look {
        let cell: UnsafeBufferPointer<UInt8>
        let triggers: WordFilter.Bits
        let capitals: WordFilter.Bits
        let cues: WordFilter.Bits
        private var position = 0
        private var isBehindCue = false
        private var isBehindNumber = false

        init(
            cell: UnsafeBufferPointer<UInt8>, triggers: WordFilter.Bits, capitals: WordFilter.Bits,
            cues: WordFilter.Bits
        ) {
            (self.cell, self.triggers, self.capitals, self.cues) = (cell, triggers, capitals, cues)
        }

        mutating func finds() -> Bool {
            while position < cell.count {
                let letter = FoldedLetter.at(position, in: cell)
                if letter.folded == 0 {
                    position += letter.length
                } else if letter.folded &- 0x30 < 10 {
                    if numberFinds() { return true }
                } else if wordFinds(isCapital: letter.isCapital) {
                    return true
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
                let letter = FoldedLetter.at(position, in: cell)
                guard letter.folded != 0, letter.folded &- 0x30 >= 10 else { break }
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
            isBehindCue = cues.mayHold(hash)
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
