import SocialReturnModel

/// Names that are in no list, behind a word for a person, in a cell that asks for a number, a day or a code: `kandidaat Voorbeeld`.
///
/// In a text such a word may be anything. Here it is a name, unless it is a word of every day or one of those that codes are written with.
/// A capital tells it from what the person does.
enum CalledPerson {
    /// The most words in a row behind a word for a person that can be nothing but parts of a name; a particle between them is none. What is
    /// a function too (`Medewerker Bediening`) is a name from two words on.
    static func words(in cell: UnsafeBufferPointer<UInt8>) -> Int {
        var most = 0
        for window in TextWindows(cell) {
            let tokens = TextTokens(UnsafeBufferPointer(rebasing: cell[window]))
            guard tokens.all.count > 1 else { continue }
            for index in tokens.all.indices.dropLast() where isPerson(tokens, index) {
                let (count, hasParticle) = nameWords(tokens, behind: index)
                let isName = count > 1 || count == 1 && (hasParticle || !isFunction(tokens.all[index]))
                if isName { most = max(most, hasParticle ? count + 1 : count) }
            }
        }
        return most
    }

    /// Whether a word for an organisation stands in `cell`.
    static func isOrganisation(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        TextTokens(cell).all.contains { $0.isAny(of: [.organisation, .trade, .firm]) }
    }

    /// Whether the word at `index` says that a person is called behind it.
    private static func isPerson(_ tokens: TextTokens, _ index: Int) -> Bool {
        let word = tokens.all[index]
        guard !word.isNumber, tokens.isJoined(index, by: " .:(,_-", fewest: 1) else { return false }
        if word.hash == heer { return index > 0 && tokens.all[index - 1].hash == de }
        if word.hash == naam { return tokens.gap(after: index).contains(0x3A) }
        if word.isAny(of: .title) || word.hash == mw { return true }
        return !pronouns.contains(word.hash) && (word.isAny(of: [.cue, .subject]) || others.contains(word.hash))
    }

    /// How many words behind the one at `index` are parts of a name, and whether a particle stands before one.
    private static func nameWords(_ tokens: TextTokens, behind index: Int) -> (count: Int, hasParticle: Bool) {
        var (count, hasParticle) = (0, false)
        var next = index + 1
        while next < tokens.all.count, next - index <= 6, next == index + 1 || tokens.isJoined(next - 1, by: " .'-_") {
            let word = tokens.all[next]
            if word.isAny(of: .particle), !word.isAny(of: .surname) {
                hasParticle = hasParticle || next + 1 < tokens.all.count && isNameWord(tokens.all[next + 1])
            } else if isNameWord(word) {
                count += 1
            } else {
                break
            }
            next += 1
        }
        // A word of two letters is too short to tell by itself.
        if count == 1, !hasParticle, tokens.all[index + 1].count < 3 { count = 0 }
        return (count, hasParticle)
    }

    private static func isNameWord(_ word: TextTokens.Token) -> Bool {
        guard word.isCapital, !word.isNumber, word.count > 1, !(word.isAllCapitals && word.count < 5) else {
            return false
        }
        if !word.isAny(of: [.firstName, .surname]), !word.kinds.subtracting([.famous, .doubtfulFirstName]).isEmpty {
            return false
        }
        return !word.isAny(of: [.common, .month, .organisation, .label, .trade]) && !codeWords.contains(word.hash)
    }

    private static func isFunction(_ word: TextTokens.Token) -> Bool { functions.contains(word.hash) }

    private static let heer = WordHash.of("heer")
    private static let de = WordHash.of("de")
    private static let mw = WordHash.of("mw")
    private static let naam = WordHash.of("naam")
    private static let pronouns = hashes("hij zij ze heet naam")
    private static let others = hashes("clienten clientnaam deelnemersnaam sollicitant participant leerlinge")
    private static let functions = hashes(
        """
        medewerker medewerkster werknemer werkneemster leerling leerlinge stagiair stagiaire cursist collega begeleider begeleidster mentor
        trekker actiehouder consulent teamleider jobcoach
        """)

    /// The words that codes, their names and other spellings are written with, those that people write where a value is missing, and units.
    private static let codeWords: Set<UInt64> = {
        var words = hashes(
            """
            onbekend onbekende anoniem nvt volgt vervallen ziek vertrokken gestopt uitgestroomd doorgestroomd uitgevallen actief inactief
            fulltime parttime deeltijd voltijd voltijds fte euro eur stuks procent intern extern tijdelijk regulier doelgroep subsidie wet
            uitkering totaal aantal code id alfa beta gamma delta leeg test voorbeeld begeleiding loonkosten niveau
            """)
        for list in CodeListDescription.lists(of: AllTables.facts) {
            for entry in list.entries {
                for spelling in [entry.code, entry.name.nl, entry.name.en] + entry.aliases { add(spelling, to: &words) }
            }
        }
        for line in OwnWordLines.values.lines where line.count >= 2 { add(line[1], to: &words) }
        return words
    }()

    private static func add(_ text: String, to words: inout Set<UInt64>) {
        var text = text
        text.withUTF8 { words.formUnion(TextTokens($0).all.map(\.hash)) }
    }

    private static func hashes(_ words: String) -> Set<UInt64> {
        Set(words.split { $0.isWhitespace }.map { WordHash.of(String($0)) })
    }
}
