/// Names behind a word for a person that nothing else gives away: in small letters (`kandidaat voornaam van voorbeeld`), and surnames that are
/// a word of every day too (`Kandidaat Bakker heeft zich ziek gemeld`).
///
/// Behind such a word stands what somebody does as often as who somebody is (`kandidaat bakker gezocht`, `medewerker Groen`). So a surname
/// alone counts only where the words around it leave no doubt.
extension NameSearch {
    /// The name behind the word at `index`; nil where none stands there, or one that is found by itself.
    func calledPerson(_ index: Int) -> Range<Int>? {
        guard style == .text, words[index].kinds.contains(.person), index + 1 < words.count else { return nil }
        let gap = tokens.gap(after: index)
        guard gap.count <= 3, !gap.isEmpty, gap.allSatisfy({ " :(".utf8.contains($0) }) else { return nil }
        let first = index + 1
        if let end = smallFirstName(first) { return first..<end }
        return calledSurname(first, behind: index).map { first..<$0 }
    }

    /// The end of a first name in small letters, with the surname behind it. With a capital it is a name by itself.
    private func smallFirstName(_ index: Int) -> Int? {
        let word = words[index]
        guard !word.isCapital, word.count > 2, word.kinds.contains(.firstName),
            !word.isAny(of: [.common, .organisation, .label, .particle])
        else { return nil }
        guard index + 1 < words.count else { return index + 1 }
        let next = words[index + 1]
        // `kandidaat jan 2026`, `kandidaat jan/feb`: a month. `kandidaat ali-achtig` is a part of a word.
        if word.kinds.contains(.month), next.isNumber || next.kinds.contains(.month) { return nil }
        if tokens.byte(after: index) == 0x2D, !next.isAny(of: [.firstName, .surname]) { return nil }
        var last = index + 1
        while last - index <= Self.mostParticles, last + 1 < words.count, words[last].kinds.contains(.particle),
            tokens.isJoined(last - 1, by: " '’.", fewest: 1)
        { last += 1 }
        let surname = words[last]
        let hasParticle = last > index + 1
        let isSurname =
            surname.isAny(of: .anySurname) && !surname.isAny(of: [.common, .organisation])
            || hasParticle && surname.kinds.isEmpty && surname.count > 3 && !surname.isNumber
        return isSurname && tokens.isJoined(last - 1, by: " '’-", fewest: 1) ? last + 1 : index + 1
    }

    /// The end of a surname of the lists without anything before it.
    private func calledSurname(_ index: Int, behind person: Int) -> Int? {
        var last = index
        while last - index < Self.mostParticles, last + 1 < words.count, words[last].kinds.contains(.particle),
            !words[last].isAny(of: .surname), tokens.isJoined(last, by: " '’.", fewest: 1)
        { last += 1 }
        let word = words[last]
        let isListed = word.kinds.contains(.surname)
        let hasParticle = last > index
        guard word.isCapital || isListed && hasParticle, word.isAny(of: .anySurname), word.count > 2,
            !(word.isAllCapitals && word.count < 5),
            !word.isAny(of: [.common, .organisation, .label, .month, .beforeOrganisation, .trade])
        else { return nil }
        let isBeforeVerb =
            last + 1 < words.count && tokens.isJoined(last, by: " ", fewest: 1)
            && (words[last + 1].kinds.contains(.verb) || Self.verbs.contains(words[last + 1].hash))
        let called = words[person].hash
        if Self.functions.contains(called) {
            // `medewerker van Bakker` works there, and `stagiair Schilder heeft` tells of the trade.
            return isListed && !hasParticle && isBeforeVerb ? last + 1 : nil
        }
        if Self.officials.contains(called) {
            // Behind a colon a sentence may begin.
            let isLast = last + 1 == words.count || tokens.byte(after: last) != 0x20
            return isListed || isBeforeVerb || isLast || !tokens.gap(after: person).contains(0x3A) ? last + 1 : nil
        }
        return isListed || hasParticle || isBeforeVerb ? last + 1 : nil
    }

    private static let mostParticles = 3

    /// Behind these stands a trade or a department, too.
    private static let functions = hashes(
        "medewerker medewerkster werknemer werkneemster collega cursist stagiair stagiaire leerling")
    /// Behind these stands no trade.
    private static let officials = hashes(
        """
        jobcoach contactpersoon begeleider begeleidster mentor opvolger opvolgster leermeester praktijkbegeleider werkbegeleider consulent
        klantmanager casemanager teamleider
        """)
    /// What a person does, besides the words of the list.
    private static let verbs = hashes(
        """
        belt belde meldt meldde verscheen verschijnt solliciteert solliciteerde rondt rondde zit zat loopt liep maakt maakte behaalt behaalde
        slaagt slaagde verhuist verhuisde neemt nam zoekt zocht volgt wordt werd gaf geeft hoopt hoopte viel valt raakt raakte
        """)

    private static func hashes(_ words: String) -> Set<UInt64> {
        Set(words.split { $0.isWhitespace }.map { WordHash.of(String($0)) })
    }
}
