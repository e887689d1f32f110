import Plumbing

/// Names in the codes that suppliers make up for persons.
extension PseudonymCheck {
    /// How sure it is that a code holds a name.
    public enum NameCertainty: Int, Sendable, Hashable, Comparable {
        /// A first name alone, or a surname that is an ordinary word with an initial.
        case likely
        /// A surname that is hardly anything else, alone or with a number: `jansen01`.
        case surname
        /// Two parts of a name: `jan.jansen`, `JJansen`, `Jansen, J.`, `mevr. Jansen`.
        case full

        /// Whether `left` says less.
        public static func < (left: NameCertainty, right: NameCertainty) -> Bool { left.rawValue < right.rawValue }
    }

    /// How sure it is that `code` (UTF-8) holds the name of a person; nil when it seems to hold none.
    ///
    /// Words of every day that are a surname too (`groen-04`, `bakker 3`) say nothing by themselves.
    public static func name(in code: UnsafeBufferPointer<UInt8>) -> NameCertainty? { found(in: code).certainty }

    /// What tells in a code that it holds the name of a person.
    struct Found: Sendable {
        /// See ``PseudonymCheck/name(in:)``.
        var certainty: NameCertainty?
        /// Whether a title stands before a name.
        var isTitled = false
        /// How many words stand behind a word for a person that can be nothing but a name; see ``CalledPerson``.
        var calledWords = 0
    }

    /// What tells in `code` (UTF-8) that it holds the name of a person.
    static func found(in code: UnsafeBufferPointer<UInt8>) -> Found {
        guard hasWord(code) else { return Found() }
        // No code is that long: it is a text.
        if code.count > 256 {
            let isName = PersonNameCheck.holdsName(code)
            return Found(certainty: isName ? .full : nil, isTitled: isName, calledWords: CalledPerson.words(in: code))
        }
        let tokens = TextTokens(code, splitsCapitals: true)
        var parts = Parts()
        for index in tokens.all.indices { parts.add(tokens, index) }
        return Found(
            certainty: parts.certainty, isTitled: parts.isTitled, calledWords: CalledPerson.words(in: code))
    }

    /// Names in the codes of one column. Codes that differ in their numbers only (`kandidaat-17`, `kandidaat-18`) are looked at once.
    public struct NameMemory: Sendable {
        /// What was found, at the place that the last bits of a shape tell; a later one takes the place of an earlier one.
        private var known: [Known] = []
        private static let places = 1024

        private struct Known {
            /// No shape has been here yet where it is 0: then it is looked at, which tells the same.
            var shape: UInt64 = 0
            var found = Found()
        }

        /// Nothing was looked at yet.
        public init() {}

        /// How sure it is that `code` holds the name of a person; see ``PseudonymCheck/name(in:)``.
        public mutating func name(in code: UnsafeBufferPointer<UInt8>) -> NameCertainty? { found(in: code).certainty }

        /// What tells in `code` that it holds the name of a person.
        mutating func found(in code: UnsafeBufferPointer<UInt8>) -> Found {
            guard hasWord(code) else { return Found() }
            let shape = ByteHash.shape(of: code)
            if known.isEmpty { known = Array(repeating: Known(), count: Self.places) }
            let place = Int(truncatingIfNeeded: shape) & (Self.places - 1)
            if known[place].shape == shape, shape != 0 { return known[place].found }
            let found = PseudonymCheck.found(in: code)
            known[place] = Known(shape: shape, found: found)
            return found
        }
    }

    /// Whether three letters follow each other. Most codes have fewer.
    static func hasWord(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
        var letters = 0
        for byte in code {
            letters = (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 ? letters + 1 : 0
            if letters >= 3 { return true }
        }
        return false
    }

    /// Whether `cell` is a code and no name: it has no word of its own, but letters, numbers and words of every day (`ja`, `kandidaat 3`).
    static func isCode(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        let tokens = TextTokens(cell)
        let harmless: WordKinds = [.common, .label, .organisation, .subject, .cue, .month]
        // Beside a number a short word or one that can be a colour says nothing.
        let hasNumber = tokens.all.contains(where: \.isNumber)
        return !tokens.all.contains { word in
            guard word.count >= (hasNumber ? 5 : 4) else { return false }
            return hasNumber ? word.kinds.isEmpty : word.isAny(of: .anySurname) || !word.isAny(of: harmless)
        }
    }

    /// Whether `code` has a number of four digits or more.
    static func hasYear(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
        var runs = DigitRuns(code)
        while let run = runs.next() { if run.length >= 4 { return true } }
        return false
    }

    /// The parts of a name in a code.
    private struct Parts {
        private var firstNames = 0
        private var doubtfulFirstNames = 0
        private var surnames = 0
        private var doubtfulSurnames = 0
        private var initials = 0
        private var particles = 0
        private var titles = 0
        /// Words that are a title before a name, and otherwise something else: `HR-adviseur`.
        private var doubtfulTitles = 0
        private var others = 0
        /// Words that are in no list.
        private var unknown = 0
        /// Single letters as initials are written: with a full stop or a comma, or a capital that stands apart.
        private var markedInitials = 0
        private var numbers = 0
        private let lexicon = Lexicon.shared

        mutating func add(_ tokens: TextTokens, _ index: Int) {
            let token = tokens.all[index]
            guard !token.isNumber else {
                numbers += 1
                return
            }
            if token.count == 1 {
                initials += 1
                if Self.isMarked(tokens, index) { markedInitials += 1 }
            } else if index + 1 < tokens.all.count, tokens.all[index + 1].isNumber, token.kinds.contains(.month) {
                others += 1
            } else if token.kinds.contains(.doubtfulTitle), tokens.byte(after: index) == 0x2E {
                titles += 1
            } else if !add(token.kinds) {
                let letters = Array(folded: tokens.text[token.start..<token.end])
                if !addGlued(letters) {
                    others += 1
                    if token.kinds.isEmpty, token.count >= 4 { unknown += 1 }
                }
            }
        }

        private static func isMarked(_ tokens: TextTokens, _ index: Int) -> Bool {
            if tokens.byte(after: index) == 0x2E { return true }
            let isBehindComma = index > 0 && tokens.byte(after: index - 1) == UInt8(ascii: ",")
            // Behind a word a letter is that of a series: `bijstandsgroep B`.
            let isBefore = index + 1 < tokens.all.count && tokens.byte(after: index) == 0x20
            let isApart = isBehindComma || isBefore
            return isApart && tokens.all[index].isCapital
        }

        /// Counts a word by what it can be; false when it is no part of a name.
        private mutating func add(_ kinds: WordKinds) -> Bool {
            switch true {
            case kinds.contains(.title): titles += 1
            case kinds.contains(.doubtfulTitle): doubtfulTitles += 1
            case kinds.contains(.surname): surnames += 1
            case kinds.contains(.firstName): firstNames += 1
            case kinds.contains(.particle): particles += 1
            case kinds.contains(.doubtfulSurname): doubtfulSurnames += 1
            case kinds.contains(.doubtfulFirstName): doubtfulFirstNames += 1
            default: return false
            }
            return true
        }

        /// Counts the parts of a word in which they are written without anything between them: `devries`, `jjansen`, `visserk`.
        private mutating func addGlued(_ word: [UInt8]) -> Bool {
            for particle in Self.particles where word.count > particle.count + 2 {
                if word.starts(with: particle), lexicon.kinds(of: word.dropFirst(particle.count)).isSurname {
                    particles += 1
                    return add(lexicon.kinds(of: word.dropFirst(particle.count)))
                }
                if word.suffix(particle.count).elementsEqual(particle),
                    lexicon.kinds(of: word.dropLast(particle.count)).contains(.firstName)
                {
                    particles += 1
                    return add(lexicon.kinds(of: word.dropLast(particle.count)))
                }
            }
            guard word.count > 5 else { return false }
            for rest in [word.dropFirst(), word.dropLast()] where lexicon.kinds(of: rest).isSurname {
                // A word of every day can begin or end like a name with an initial.
                guard lexicon.kinds(of: rest).contains(.surname) || rest.count > 5 else { continue }
                initials += 1
                return add(lexicon.kinds(of: rest))
            }
            return false
        }

        private static let particles = ["vanden", "vander", "vande", "van", "vd", "de", "den", "ter", "ten", "el"].map {
            Array($0.utf8)
        }

        /// Whether a title stands before a name.
        var isTitled: Bool { titles > 0 && firstNames + surnames + doubtfulSurnames + others > 0 }

        var certainty: NameCertainty? {
            let isMixed = others > 0
            let anySurnames = surnames + doubtfulSurnames
            switch true {
            case isTitled: return .full
            case doubtfulTitles > 0 && (firstNames + anySurnames > 0): return .full
            // `Kees Zwartkous`, `k.zwartkous`, `M. Bakker`: with a name or initials, a word that is nothing else is a surname.
            case firstNames > 0 && unknown > 0 && unknown == others && others < 3 && numbers == 0: return .full
            case markedInitials > 0 && unknown == 1 && others == 1 && firstNames == 0 && numbers == 0: return .full
            case markedInitials > 0 && doubtfulSurnames > 0 && !isMixed && numbers == 0: return .full
            case surnames > 0 && (firstNames + doubtfulFirstNames + initials + particles > 0 || surnames > 1):
                return isMixed && firstNames == 0 ? .likely : .full
            case doubtfulSurnames > 0 && (firstNames > 0 || particles > 0 && !isMixed): return .full
            case surnames > 0: return isMixed || doubtfulSurnames > 0 ? .likely : .surname
            case doubtfulSurnames > 0 && (initials == 1 || doubtfulFirstNames > 0) && !isMixed: return .likely
            case firstNames > 0 && !isMixed: return .likely
            default: return nil
            }
        }
    }
}

extension WordKinds {
    fileprivate var isSurname: Bool { !isDisjoint(with: .anySurname) }
}

extension Lexicon {
    fileprivate func kinds(of word: some Sequence<UInt8>) -> WordKinds {
        kinds(of: word.reduce(WordHash.start) { WordHash.add($1, to: $0) })
    }
}

extension [UInt8] {
    /// The letters of `word` in lower case and without accents.
    fileprivate init(folded word: Slice<UnsafeBufferPointer<UInt8>>) {
        self = []
        let word = UnsafeBufferPointer(rebasing: word)
        var position = 0
        while position < word.count {
            let letter = FoldedLetter.at(position, in: word)
            if letter.folded > FoldedLetter.accent { append(letter.folded) }
            position += letter.length
        }
    }
}
