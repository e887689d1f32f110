/// Finds the names of persons among the words of a text.
///
/// A name is seen by a title before it (`mevr. Voorbeeld`), by initials (`J.P. Voorbeeld`, `Voorbeeld, J.`), or by a first name that is in
/// the list, with or without a surname. The name of an organisation, a street or a building may hold that of a person; what stands before
/// or behind it tells.
struct NameSearch {
    /// What kind of text it is.
    enum Style {
        /// Sentences: names have capitals, and a first name alone is one.
        case text
        /// A heading or a title, in which a word alone says nothing.
        case heading
        /// A reference or the name of a file: `_`, `-` and full stops are blanks and there may be no capitals, but a word alone says nothing.
        case reference
    }

    let tokens: TextTokens
    let words: [TextTokens.Token]
    let style: Style
    private let lexicon = Lexicon.shared
    /// Whether the whole text is in capitals.
    private let isInCapitals: Bool

    /// More initials, particles or surnames in a row than any name has; what follows is looked at by itself.
    private static let mostParts = 6

    init(_ tokens: TextTokens, _ style: Style) {
        self.tokens = tokens
        words = tokens.all
        self.style = style
        isInCapitals = tokens.all.allSatisfy { $0.isNumber || $0.isAllCapitals }
    }

    /// Where names stand, from the left and without overlap.
    func names() -> [Range<Int>] {
        var found: [Range<Int>] = []
        if style == .reference, let pair = pairOfNames() { return [words[pair.lowerBound].start..<end(of: pair)] }
        var index = 0
        while index < words.count {
            guard let name = name(at: index) else {
                index += 1
                continue
            }
            if name.isPerson { found.append(words[name.words.lowerBound].start..<end(of: name.words)) }
            index = max(name.words.upperBound, index + 1)
        }
        return found
    }

    /// The end of a name; the full stop of a last initial belongs to it.
    private func end(of range: Range<Int>) -> Int {
        let last = range.upperBound - 1
        let end = words[last].end
        return words[last].count == 1 && tokens.byte(after: last) == 0x2E ? end + 1 : end
    }

    private struct Name {
        let words: Range<Int>
        /// Whether it is a person's; else it is to be passed over.
        var isPerson = true
    }

    private func name(at index: Int) -> Name? {
        let word = words[index]
        guard !word.isNumber else { return nil }
        if let end = titled(index) { return Name(words: (word.isDoubtfulHeer ? index - 1 : index)..<end) }
        if let end = surnameWithInitials(index) { return judged(index..<end) }
        if let end = initialsWithSurname(index) { return judged(index..<end) }
        if let end = fullName(index) { return judged(index..<end) }
        if let range = called(index) ?? calledPerson(index) { return judged(range) }
        if style == .text, isLoneFirstName(index) { return judged(index..<index + 1) }
        return nil
    }
}

extension TextTokens.Token {
    /// Whether it is `heer` or `hr`, which `de` makes a title.
    fileprivate var isDoubtfulHeer: Bool { hash == Self.heer || hash == Self.hr }

    private static let heer = WordHash.of("heer")
    private static let hr = WordHash.of("hr")
}

/// The forms of a name.
extension NameSearch {
    /// The end of a title with a name: `dhr. Voorbeeld`, `de heer J. van Voorbeeld`, `mw. De Voorbeeld`.
    private func titled(_ index: Int) -> Int? {
        let word = words[index]
        guard word.isAny(of: [.title, .doubtfulTitle]), isJoined(index) else { return nil }
        let isSure = word.kinds.contains(.title)
        if word.isDoubtfulHeer {
            // `de heer`, `den heer`, `de hr.`; `heren` are others.
            guard index > 0, words[index - 1].hash == Self.de, tokens.isJoined(index - 1, by: " _-") else { return nil }
        }
        let next = endOfInitials(from: index + 1)
        return surname(next, orFirstNameBefore: true, needsCapital: !isSure) ?? ordinaryWord(next, behindTitle: index)
    }

    /// The end of a word of every day that is the name of whom a title announces: `Mevrouw Tijd`, `de heer Van der Uren`. A capital tells it from
    /// what the person does (`mevrouw werkt`), where the text has small letters too.
    private func ordinaryWord(_ index: Int, behindTitle title: Int) -> Int? {
        guard style == .text, !isInCapitals, index < words.count else { return nil }
        let word = words[index]
        guard word.isCapital, !word.isNumber, word.count > 2, !word.isAny(of: [.title, .doubtfulTitle]),
            !(word.isAllCapitals && word.count < 5), index + 1 == words.count || !words[index + 1].isNumber
        else { return nil }
        // `mevr. Tijd` is a name; behind a whole word a full stop ends the sentence. `mw.` is an employee too, and behind a number always.
        let hasStop = tokens.byte(after: title) == 0x2E
        guard hasStop ? words[title].count < 5 : words[title].hash != Self.mw else { return nil }
        guard !words[title].kinds.contains(.doubtfulTitle) || title == 0 || !words[title - 1].isNumber else {
            return nil
        }
        return further(from: index + 1)
    }

    private static let mw = WordHash.of("mw")

    /// Where initials end that begin at `index`: there, when none do.
    private func endOfInitials(from index: Int) -> Int {
        var end = index
        while end - index < Self.mostParts, isInitial(end) { end += 1 }
        return end
    }

    private static let de = WordHash.of("de")

    /// The end of initials with a surname behind them.
    private func initialsWithSurname(_ index: Int) -> Int? {
        guard isInitial(index) || isSmallInitial(index),
            index == 0 || tokens.byte(before: index) != 0x2E && !isInitial(index - 1)
        else { return nil }
        var last = index
        while last - index < Self.mostParts, isInitial(last + 1), tokens.gap(after: last).count <= 2 { last += 1 }
        guard !isAbbreviation(index...last), last + 1 < words.count, isJoined(last) else { return nil }
        let isSmall = !words[index].isCapital
        guard let end = surname(last + 1, needsCapital: !isSmall) else { return nil }
        let isListed = words[end - 1].isAny(of: .anySurname)
        let hasParticle = end - last > 2 && words[last + 1].kinds.contains(.particle)
        if isSmall {
            let isWhole =
                index == 0 && words[end - 1].kinds.isEmpty && words[end - 1].count > 4 && !isEnding(end - 1)
                && (end..<words.count).allSatisfy(isEnding)
            return (words[end - 1].kinds.contains(.surname) || isWhole) && end - last == 2 ? end : nil
        }
        guard hasParticle || words[last + 1..<end].contains(where: { $0.count > 2 }) else { return nil }
        // After another word a capital can begin a sentence, and a letter can name a building.
        let isOne = last == index
        let isClose = tokens.gap(after: last).count == 1
        // `R.KWADRAAT` is a term.
        if style == .text, isOne, isClose, !isListed, !hasParticle, words[end - 1].isAllCapitals, !isInCapitals {
            return nil
        }
        guard isOne, !isClose, !hasParticle, index > 0, tokens.byte(before: index) == 0x20 else { return end }
        let before = words[index - 1].kinds
        // A map with a letter is one of a series, unless a word follows that is nothing else.
        let isOfSomebody =
            style == .reference && Self.folders.contains(words[index - 1].hash) && words[end - 1].kinds.isEmpty
        if before.contains(.label), !isOfSomebody { return nil }
        // In the name of a file nothing ends a sentence.
        if style == .reference { return end }
        return isListed || before.contains(.preposition) || !tokens.isJoined(index - 1, by: " ") ? end : nil
    }

    private static let folders = Set(["map", "ordner", "lade", "kluis"].map { WordHash.of($0) })

    /// The end of a surname with initials or a first name behind it and a comma: `Voorbeeld, J.P.`; in references also `Voorbeeld_J` and
    /// `Voorbeeld Jan`.
    private func surnameWithInitials(_ index: Int) -> Int? {
        let word = words[index]
        guard index + 1 < words.count, word.count > 2,
            word.isCapital || style == .reference && word.kinds.contains(.surname)
        else {
            return nil
        }
        let gap = tokens.gap(after: index)
        let next = words[index + 1]
        if gap.first == 0x2C, gap.dropFirst().allSatisfy({ $0 == 0x20 }) {
            if isInitial(index + 1) {
                var end = endOfInitials(from: index + 1)
                let isName = word.isAny(of: .anySurname) || !word.isAny(of: [.label, .organisation, .common])
                guard isName, !isAbbreviation(index + 1...end - 1) else { return nil }
                let last = min(end + Self.mostParts, words.count)
                while end < last, words[end].kinds.contains(.particle), tokens.isJoined(end - 1, by: " .", fewest: 1) {
                    end += 1
                }
                return end
            }
            let isAlone = index == 0 && index + 2 == words.count
            return next.isCapital && next.isAny(of: .anyFirstName) && (isAlone || word.isAny(of: .anySurname))
                && !word.kinds.contains(.common) ? index + 2 : nil
        }
        guard style == .reference, word.isAny(of: .anySurname), tokens.isJoined(index, by: "_-. ", fewest: 1) else {
            return nil
        }
        let isInitial =
            next.count == 1 && !next.isNumber
            && (index + 2 == words.count || tokens.byte(after: index + 1) != 0x20 || next.isCapital)
        let isFirstName =
            next.kinds.contains(.firstName) && !next.kinds.contains(.month) && !next.isAny(of: .anySurname)
        return isInitial || isFirstName ? index + 2 : nil
    }

    /// A reference that is a first name and another word, in any order and in any case: `Voorbeeld-Voornaam`, `voornaam_voorbeeld.pdf`. What
    /// every day or an organisation is called is no surname.
    private func pairOfNames() -> Range<Int>? {
        var range = 0..<words.count
        while let last = range.last, isEnding(last) { range.removeLast() }
        while let first = range.first, words[first].isNumber || words[first].isAny(of: [.common, .label]) {
            guard !words[first].isAny(of: [.anyFirstName, .anySurname]) else { break }
            range.removeFirst()
        }
        guard range.count == 2, isJoined(range.lowerBound) else { return nil }
        let (first, second) = (words[range.lowerBound], words[range.lowerBound + 1])
        let isName = [(first, second), (second, first)].contains { name, other in
            name.kinds.contains(.firstName) && !name.isAny(of: [.common, .month, .famous]) && name.count > 2
                && other.kinds.isEmpty && other.count > 3
        }
        return isName && !range.contains(where: isOrganisation) && !isBehindOrganisation(range.lowerBound) ? range : nil
    }

    /// Whether the word is a number, or says what kind of file it is.
    private func isEnding(_ index: Int) -> Bool {
        words[index].isNumber || Self.fileEndings.contains(words[index].hash) && tokens.byte(before: index) == 0x2E
    }

    private static let fileEndings = Set(
        "pdf doc docx csv xls xlsx xlsm ods odt zip msg eml txt json jsonl xml tsv rtf jpg jpeg png tif tiff html"
            .split(separator: " ").map { WordHash.of($0) })

    /// The end of a first name with a surname: `Voornaam van Voorbeeld`, `Voornaam-Tweede Voorbeeld`.
    private func fullName(_ index: Int) -> Int? {
        let word = words[index]
        guard word.isAny(of: .anyFirstName), word.isCapital || style == .reference else { return nil }
        var last = index
        while last - index < Self.mostParts, last + 1 < words.count, words[last + 1].isAny(of: .anyFirstName),
            words[last + 1].isCapital, isJoined(last), !words[last + 1].isAny(of: .anySurname)
        {
            last += 1
        }
        if last + 2 < words.count, isInitial(last + 1), isJoined(last) { last += 1 }
        guard isJoined(last) else { return nil }
        let isOrdinary = word.isAny(of: [.common, .particle, .doubtfulTitle])
        let needsList = last == index && (isOrdinary || word.kinds.contains(.month) && !word.kinds.contains(.firstName))
        guard let end = surname(last + 1, needsCapital: word.isCapital) else { return nil }
        let hasParticle = end - last > 2
        if style == .reference, !word.isCapital {
            return words[end - 1].kinds.contains(.surname) || hasParticle && words[end - 1].isAny(of: .anySurname)
                ? end : nil
        }
        guard needsList else { return end }
        return hasParticle || words[end - 1].isAny(of: .anySurname) || hasSurnameEnding(end - 1) ? end : nil
    }

    /// The name that a word announces: `kandidaat Voornaam Voorbeeld`, `naam: Voorbeeld`.
    private func called(_ index: Int) -> Range<Int>? {
        guard style != .reference, words[index].kinds.contains(.cue), index + 1 < words.count else { return nil }
        let isNaam = words[index].hash == Self.naam
        let gap = tokens.gap(after: index)
        guard gap.count <= 3, gap.allSatisfy({ " :(".utf8.contains($0) }), !isNaam || gap.contains(0x3A) else {
            return nil
        }
        let first = index + 1
        guard first + 1 < words.count, isNameWord(first), isJoined(first) else { return nil }
        guard let end = surname(first + 1, needsCapital: true) else { return nil }
        return first..<end
    }

    private static let naam = WordHash.of("naam")

    /// Whether a word that can be a first name does something: `Iris heeft`.
    private func isDoubtfulWithVerb(_ index: Int) -> Bool {
        words[index].kinds.contains(.doubtfulFirstName)
            && !words[index].isAny(of: [.common, .month, .organisation, .particle])
            && index + 1 < words.count && words[index + 1].kinds.contains(.verb)
            && tokens.isJoined(index, by: " ", fewest: 1)
    }

    private func isLoneFirstName(_ index: Int) -> Bool {
        let word = words[index]
        guard word.isCapital, word.count > 2 || isDoubtfulWithVerb(index),
            words.count > 1 || !word.kinds.contains(.month),
            word.kinds.contains(.firstName) || isDoubtfulWithVerb(index)
        else { return false }
        // A month, a number of a series, or a part of a longer word.
        if index + 1 < words.count {
            let next = words[index + 1]
            let gap = tokens.gap(after: index)
            if next.isNumber, gap.count <= 2, gap.allSatisfy({ " -./'".utf8.contains($0) }) { return false }
            if gap.count == 1, "-/".utf8.contains(gap[gap.startIndex]), !next.isAny(of: [.firstName, .surname]) {
                return false
            }
            if word.kinds.contains(.month) && next.kinds.contains(.month) { return false }
        }
        return !(index > 0 && tokens.byte(before: index) == 0x2D && !words[index - 1].isAny(of: .anyFirstName))
    }
}

/// The parts of a name.
extension NameSearch {
    /// The end of the surname that begins at `index`: particles, a word with a capital, and what hangs on it with a hyphen; nil where there
    /// is none. With `orFirstNameBefore` a first name may stand before it.
    private func surname(_ index: Int, orFirstNameBefore: Bool = false, needsCapital: Bool) -> Int? {
        var next = index
        while next - index < Self.mostParts, next + 1 < words.count, words[next].kinds.contains(.particle),
            isJoined(next, apostrophes: true), !(words[next].count > 1 && words[next].isAny(of: .surname))
        {
            next += 1
        }
        guard next < words.count, isSurname(next, afterParticle: next > index, needsCapital: needsCapital) else {
            return nil
        }
        if orFirstNameBefore, next == index, words[next].isAny(of: .anyFirstName), next + 1 < words.count,
            isJoined(next),
            words[next + 1].isCapital || words[next + 1].kinds.contains(.particle),
            let end = surname(next + 1, needsCapital: true)
        {
            return end
        }
        return further(from: next + 1)
    }

    /// Where a name ends that goes on behind its first surname: with a hyphen, or another surname with or without a particle.
    private func further(from first: Int) -> Int {
        var end = first
        for _ in 0..<Self.mostParts {
            guard end < words.count else { break }
            if words[end].isCapital, tokens.isJoined(end - 1, by: "-", fewest: 1), !isOrganisation(end) {
                end += 1
                continue
            }
            var next = end
            while next < min(end + 3, words.count), words[next].kinds.contains(.particle),
                tokens.isJoined(next - 1, by: " .'") || next == end && isHyphenated(next)
            { next += 1 }
            guard next < words.count, isNameWord(next), !isOrganisation(next),
                tokens.isJoined(next - 1, by: " '", fewest: 1), !words[next].kinds.contains(.firstName) || next > end
            else { break }
            end = next + 1
        }
        return end
    }

    /// Whether the word hangs on the one before it with a hyphen, as `de` in `Voorbeeld-de Voorbeeld`; with blanks around it, it is a dash.
    private func isHyphenated(_ index: Int) -> Bool {
        tokens.gap(after: index - 1).count == 1 && tokens.byte(before: index) == 0x2D
    }

    private func isSurname(_ index: Int, afterParticle: Bool, needsCapital: Bool) -> Bool {
        let word = words[index]
        guard !word.isNumber, word.count > 1 else { return false }
        if word.isCapital { return afterParticle && word.count > 2 || word.isAny(of: .anySurname) || isNameWord(index) }
        if needsCapital { return false }
        // In a sentence a verb may follow a title.
        return word.isAny(of: [.surname, .firstName])
            || (style == .reference || afterParticle)
                && !word.isAny(of: [.common, .particle, .organisation, .label, .month])
    }

    /// Whether a word can be a name that is in no list: with a capital, no word of every day, and no abbreviation.
    private func isNameWord(_ index: Int) -> Bool {
        let word = words[index]
        guard word.isCapital, !word.isNumber, word.count > 2 || word.isAny(of: .anySurname) else { return false }
        guard
            !word.isAny(of: [.common, .organisation, .label, .month, .beforeOrganisation]) || word.isAny(of: .surname)
        else { return false }
        return !(word.isAllCapitals && word.count < 5 && !isInCapitals)
    }

    /// A single capital with a full stop.
    private func isInitial(_ index: Int) -> Bool {
        index < words.count && words[index].count == 1 && words[index].isCapital && tokens.byte(after: index) == 0x2E
    }

    /// In a reference, a single small letter with a full stop, of which no other word is a part: `loonstrook-s.voorbeeld.pdf`.
    private func isSmallInitial(_ index: Int) -> Bool {
        style == .reference && words[index].count == 1 && !words[index].isNumber && tokens.byte(after: index) == 0x2E
            && (index == 0 || tokens.byte(before: index) != 0x2E)
    }

    /// Whether the letters are no initials of a person: a legal form, an office, a group (`B.V.`, `U.W.V.`, `H.R.`).
    private func isAbbreviation(_ range: ClosedRange<Int>) -> Bool {
        Self.abbreviations.contains(
            words[range].reduce(WordHash.start) { hash, word in
                tokens.text[word.start..<word.start + 1].reduce(hash) { WordHash.add($1 | 0x20, to: $0) }
            })
    }

    private static let abbreviations: Set<UInt64> = Set(
        "bv nv cv ua wa ba vof gr uwv hr hrm pz po pw ww wia wao wsw bbl bol vso roc kvk st"
            .split(separator: " ").map { WordHash.of($0) })

    /// Whether the word ends as many surnames do.
    private func hasSurnameEnding(_ index: Int) -> Bool {
        let word = tokens.text[words[index].start..<words[index].end]
        return words[index].count > 5
            && Self.surnameEndings.contains { ending in
                word.count > ending.utf8CodeUnitCount
                    && (0..<ending.utf8CodeUnitCount).allSatisfy {
                        word[word.endIndex - ending.utf8CodeUnitCount + $0] | 0x20 == ending.utf8Start[$0]
                    }
            }
    }

    private static let surnameEndings: [StaticString] = [
        "sen", "stra", "sma", "inga", "ink", "mans", "huis", "oglu", "ski", "ska", "enko", "wicz", "ova", "oev", "kamp",
        "veld", "man",
    ]

    /// Whether `'t` or `'s` follows, as in `Voornaam 't Voorbeeld`.
    private func isBeforeArticle(_ index: Int) -> Bool {
        index + 2 < words.count && words[index + 1].count == 1 && tokens.isJoined(index, by: " '’", fewest: 2)
            && tokens.isJoined(index + 1, by: " ", fewest: 1)
    }

    /// Whether the word at `index` and the next belong together.
    private func isJoined(_ index: Int, apostrophes: Bool = false) -> Bool {
        switch style {
        case .text, .heading:
            tokens.isJoined(index, by: apostrophes ? " .'’-" : " .-", fewest: apostrophes ? 0 : 1)
                || isBeforeArticle(index)
        case .reference:
            tokens.isJoined(index, by: apostrophes ? " ._-'" : " ._-", fewest: apostrophes ? 0 : 1)
                || isBeforeArticle(index)
        }
    }
}

/// Persons and what is named after them.
extension NameSearch {
    private func judged(_ range: Range<Int>) -> Name {
        if let end = organisationEnd(after: range) { return Name(words: range.lowerBound..<end, isPerson: false) }
        if isBehindOrganisation(range.lowerBound) { return Name(words: range, isPerson: false) }
        if range.count > 1 || range.upperBound < words.count {
            let second = range.lowerBound + 1
            if lexicon.isFamous(words[range.lowerBound].hash, words[second].hash) {
                return Name(words: range.lowerBound..<max(range.upperBound, second + 1), isPerson: false)
            }
        }
        return Name(words: range)
    }

    /// Where the name of an organisation or a building ends that begins with the name of a person; nil where it does not.
    private func organisationEnd(after range: Range<Int>) -> Int? {
        if range.contains(where: isOrganisation) { return range.upperBound }
        var next = range.upperBound
        // `en Zonen`, `& Zn.`
        if next < words.count, words[next].hash == Self.en { next += 1 }
        // `Voornaam's Vervoer`
        let isOwners = style == .text && next + 1 < words.count && isPossessive(next)
        if isOwners { next += 1 }
        guard next < words.count, tokens.isJoined(range.upperBound - 1, by: " -_&.") || next > range.upperBound else {
            return nil
        }
        if isOwners { return isOrganisation(next) ? next + 1 : nil }
        if isOrganisation(next) { return next + 1 }
        // B.V., V.O.F.
        var letters = WordHash.start
        var last = next
        while last < words.count, words[last].count == 1, last - next < 3 {
            letters = WordHash.add(tokens.text[words[last].start] | 0x20, to: letters)
            last += 1
        }
        return last > next && lexicon.kinds(of: letters).contains(.organisation) ? last : nil
    }

    private static let en = WordHash.of("en")

    /// Whether the word names an organisation, street or building, as `Transport`, `Zonen`, `Dorpsschool`, `Alexanderplein`.
    private func isOrganisation(_ index: Int) -> Bool {
        let word = words[index]
        guard !word.isNumber, word.isCapital || style == .reference || word.isAny(of: .organisation) && word.count < 5
        else { return false }
        if word.isAny(of: .surname) { return false }
        if word.kinds.contains(.organisation) || word.isCapital && word.kinds.contains(.trade) { return true }
        guard word.count > 6, !word.isAny(of: .anySurname) else { return false }
        let bytes = tokens.text[word.start..<word.end]
        return Self.organisationEndings.contains { ending in
            let count = ending.utf8CodeUnitCount
            return bytes.count > count
                && (0..<count).allSatisfy { bytes[bytes.endIndex - count + $0] | 0x20 == ending.utf8Start[$0] }
        }
    }

    private static let organisationEndings: [StaticString] = [
        "straat", "laan", "plein", "gracht", "singel", "plantsoen", "steeg", "dreef", "markt", "arena",
        "bedrijf", "bedrijven", "techniek", "groep", "werken", "diensten", "school", "college", "ziekenhuis", "huis",
        "haven", "hallen",
        "toren", "gebouw", "zaal", "stadion", "bouw", "bureau", "winkel", "centrum", "stichting", "fonds",
        "beheer", "inzameling", "service", "verzorging", "stoffering", "meubelen", "kleding", "onderhoud", "bewassing",
        "bestrijding", "reiniging", "vervoer", "keukens", "vloeren", "wasserij", "recycling", "transport", "bestrating",
    ]

    /// Whether the word is the `s` of `Voornaam's`, with a blank behind it.
    private func isPossessive(_ index: Int) -> Bool {
        guard words[index].count == 1, tokens.text[words[index].start] == UInt8(ascii: "s") else { return false }
        let apostrophe = tokens.gap(after: index - 1)
        return (apostrophe.elementsEqual("'".utf8) || apostrophe.elementsEqual("’".utf8))
            && tokens.isJoined(index, by: " ", fewest: 1)
    }

    /// Whether a word such as `Bakkerij` or `Stichting` stands before the name.
    private func isBehindOrganisation(_ index: Int) -> Bool {
        var before = index - 1
        while before >= 0, index - before < Self.mostParts, words[before].kinds.contains(.particle),
            tokens.isJoined(before, by: " -_.")
        { before -= 1 }
        guard before >= 0, tokens.isJoined(before, by: " -_.", fewest: 1) else { return false }
        let word = words[before]
        if word.kinds.contains(.beforeOrganisation) || word.isCapital && word.kinds.contains(.firm) { return true }
        guard word.count > 6 else { return false }
        let bytes = tokens.text[word.start..<word.end]
        return ["bedrijf", "kerij", "school", "bureau", "stichting", "handel"].contains { (ending: StaticString) in
            let count = ending.utf8CodeUnitCount
            return bytes.count >= count
                && (0..<count).allSatisfy { bytes[bytes.endIndex - count + $0] | 0x20 == ending.utf8Start[$0] }
        }
    }
}
