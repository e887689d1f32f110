import SocialReturnModel

/// What the words of a heading ask for.
///
/// Signs, numbering and accents do not count, nor do words that say how to fill the column in. Letters in brackets inside a word belong to
/// it (`Voorletter(s)`), a capital inside a word begins another (`deelnemerNaam`), and single letters that follow each other are one word
/// (`B.S.N.`).
struct HeadingWords {
    /// Folded, in the order of the heading.
    private let words: [String]
    /// All letters and digits together, for words that people write apart.
    private let glued: String

    init(_ heading: String) {
        words = Self.joined(Self.split(heading))
        glued = words.joined()
    }

    private func has(_ list: Set<String>) -> Bool { words.contains(where: list.contains) }

    /// Whether a word of the heading is the BSN. Only its beginning and end count where words are glued, since other words have the same
    /// three letters in them (`jobsnaam`).
    var askForCitizenNumber: Bool {
        has(["bsn", "sofi", "ssn"])
            || words.contains { $0.hasPrefix("bsn") || $0.hasSuffix("bsn") || $0.hasPrefix("sofin") }
            || ["burgerservice", "sociaalfiscaal", "citizenservice", "socialsecurityn"].contains(where: glued.contains)
    }

    /// Whether the heading asks for the number of a document by which a person can be known.
    var askForIdentityDocument: Bool {
        let documents = [
            "paspoort", "passport", "identiteits", "idbewijs", "idkaart", "rijbewijs", "vreemdeling",
        ]
        if words.contains("vnummer") || glued == "vnummer" || glued.hasPrefix("vnummervreemdeling") { return true }
        guard documents.contains(where: glued.contains) else { return false }
        return words.contains { word in ["nummer", "nr", "number", "no"].contains(where: word.hasSuffix) }
    }

    /// Whether the heading asks for a bank account. That of an organisation is not needed either.
    var askForAccount: Bool {
        if glued.contains("bankaccount") || words.contains(where: { $0.hasPrefix("iban") }) { return true }
        return words.indices.contains { index in
            let word = words[index]
            let next = index + 1 < words.count ? words[index + 1] : ""
            return HeadingLists.accounts.contains(word)
                || ["rek", "bankrek", "giro", "bank"].contains(word) && HeadingLists.numbers.contains(next)
        }
    }

    /// Whether the heading asks for the date, year or place of birth.
    var askForBirth: Bool {
        if has([
            "dob", "geboren", "gebdat", "gebdatum", "gebdtm", "gebjaar", "birth", "birthdate", "birthday", "birthyear",
        ]) {
            return true
        }
        return words.indices.contains { index in
            let word = words[index]
            if word.hasPrefix("geboorte") { return !word.hasPrefix("geboortenaam") && !word.hasPrefix("geboortezorg") }
            let next = index + 1 < words.count ? words[index + 1] : ""
            return word == "geb"
                && (words.count == 1 || ["dat", "datum", "dtm", "jaar", "dag", "plaats"].contains(next))
        }
    }

    /// Whether the heading asks for an illness, a disorder or a treatment.
    var askForHealth: Bool {
        has(HeadingLists.health) && !isImpersonal
    }

    /// Whether the heading asks for what else the law protects, or nobody needs: origin, belief, sex, family, convictions, debts.
    var askForSensitive: Bool {
        guard !isImpersonal else { return false }
        if has(HeadingLists.sensitive) || HeadingLists.sensitivePairs.contains(where: glued.contains) { return true }
        if has(["foto", "photo", "portret"]), nameAPerson { return true }
        let rest = words.filter { !Self.isPerson($0) }
        return !rest.isEmpty && rest.allSatisfy { HeadingLists.sexes.contains($0) }
    }

    private var isImpersonal: Bool { has(HeadingLists.impersonal) && !nameAPerson }

    /// Whether the heading has a word for a person.
    var nameAPerson: Bool { words.contains(where: Self.isPerson) }

    /// Whether the heading has no other words than such, so that its column holds names, or codes.
    var nameOnlyAPerson: Bool {
        !words.isEmpty && words.allSatisfy { Self.isPerson($0) && !HeadingLists.alsoNoPersons.contains($0) }
    }

    /// Whether the heading asks for the name of a person.
    func askForName(amongParticipants: Bool) -> Bool {
        if has(HeadingLists.surelyNames) || Self.pairs.contains(where: glued.contains) { return true }
        if amongParticipants, has(HeadingLists.personsNamed), !has(HeadingLists.contacts) { return true }
        return words.indices.contains { index in
            let word = words[index]
            if word == "naw" || HeadingLists.plainNames.contains(word) {
                switch owner(of: index) {
                case .person: return true
                case .thing: return false
                case nil: return amongParticipants
                }
            }
            // `deelnemersnaam` and `kandidaatnaam`, but not `projectnaam`.
            guard word.hasSuffix("naam") || word.hasSuffix("namen"), word.count > 5 else { return false }
            let rest = word.dropLast(word.hasSuffix("naam") ? 4 : 5)
            return Self.isPerson(String(rest)) || rest.last == "s" && Self.isPerson(String(rest.dropLast()))
        }
    }

    private static let pairs = [
        "firstname", "lastname", "middlename", "givenname", "surname", "forename", "voorenachternaam",
        "voornaamachternaam",
    ]

    /// Whether the heading asks for an address, telephone number or e-mail address of a person.
    func askForContact(amongParticipants: Bool) -> Bool {
        if amongParticipants {
            if has(HeadingLists.surelyHomes) { return true }
            // A postcode with a place, in one column, is where somebody lives.
            let streets: Set = ["plaats", "stad", "huisnummer", "huisnr", "straat"]
            if has(["postcode", "pc", "postcodes"]), has(streets),
                !words.contains(where: { Self.isThing($0) && !streets.contains($0) })
            {
                return true
            }
        }
        return words.indices.contains { index in
            var base = words[index]
            var isOfPerson = false
            if !HeadingLists.contacts.contains(base), let (rest, _) = Self.withoutPerson(base) {
                (base, isOfPerson) = (rest, true)
            }
            guard HeadingLists.contacts.contains(base) || HeadingLists.surelyHomes.contains(base) else { return false }
            if base == "06", !isTelephone(index) { return false }
            if isOfPerson { return true }
            switch owner(of: index) {
            case .person: return true
            case .thing: return false
            case nil: return amongParticipants
            }
        }
    }

    /// Whether `06` at `index` stands for a telephone: alone, or with words for a number or a person only. Elsewhere it is a day or a month
    /// (`Stand op 06-07-2026`).
    private func isTelephone(_ index: Int) -> Bool {
        words.indices.allSatisfy { other in
            let word = words[other]
            return other == index || HeadingLists.numbers.contains(word) || HeadingLists.contacts.contains(word)
                || Self.isPerson(word) || ["prive", "werk"].contains(word)
        }
    }

    /// Whether the heading names an organisation, whose name may have that of a person in it.
    var nameAnOrganisation: Bool {
        words.contains(where: Self.isThing) && !words.contains(where: Self.isPerson)
    }

    private enum Owner { case person, thing }

    /// Whose or what's the word at `index` is: by the next word that says so, or else by the last one before it. Behind `op`, `volgens` and
    /// the like a document is only where it stands.
    private func owner(of index: Int) -> Owner? {
        for word in words[(index + 1)...] {
            if HeadingLists.places.contains(word) { break }
            if let owner = Self.owner(word) { return owner }
        }
        return words[..<index].reversed().lazy.compactMap(Self.owner).first
    }

    private static func owner(_ word: String) -> Owner? { isPerson(word) ? .person : isThing(word) ? .thing : nil }

    private static func isPerson(_ word: String) -> Bool { HeadingLists.persons.contains(word) }

    private static func isThing(_ word: String) -> Bool {
        HeadingLists.things.contains(word)
            || HeadingLists.thingEndings.contains { word.count >= $0.count && word.hasSuffix($0) } && !isPerson(word)
    }

    /// The word without that for a person before or behind it: `telefoonkandidaat`, `deelnemersadres`.
    private static func withoutPerson(_ word: String) -> (base: String, person: String)? {
        for person in HeadingLists.persons where person.count > 3 && word.count > person.count {
            if word.hasSuffix(person) { return (String(word.dropLast(person.count)), person) }
            guard word.hasPrefix(person) else { continue }
            let rest = word.dropFirst(person.count)
            return (String(rest.first == "s" && rest.count > 4 ? rest.dropFirst() : rest), person)
        }
        return nil
    }
}

/// How a heading falls apart in words.
extension HeadingWords {
    private static func split(_ heading: String) -> [String] {
        var words: [String] = []
        var word = ""
        var previous: Unicode.Scalar = " "
        var isInsideWord = false
        func end() {
            if !word.isEmpty { words.append(FoldedName.fold(word)) }
            word = ""
        }
        let scalars = Array(heading.unicodeScalars).filter { !isInvisible($0) }
        for (index, scalar) in scalars.enumerated() {
            let next = index + 1 < scalars.count ? scalars[index + 1] : " "
            let properties = scalar.properties
            switch scalar {
            case "(" where isLetter(previous) && isLetter(next): isInsideWord = true
            case ")" where isInsideWord: isInsideWord = false
            case _ where isLetter(scalar) || properties.isDiacritic:
                if properties.isUppercase, previous.properties.isLowercase { end() }
                if isDigit(previous) { end() }
                word.unicodeScalars.append(scalar)
            case _ where isDigit(scalar):
                if !isDigit(previous) { end() }
                word.unicodeScalars.append(scalar)
            default: end()
            }
            previous = scalar
        }
        end()
        return words
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .format
    }

    /// The words that say something, with single letters joined: `b s n` as `bsn`, `e mail` as `email`.
    private static func joined(_ words: [String]) -> [String] {
        var joined: [String] = []
        var letters = ""
        for (index, word) in words.enumerated() {
            if word.count == 1, word.first?.isLetter == true {
                letters += word
                let next = index + 1 < words.count ? words[index + 1] : ""
                if next.count == 1, next.first?.isLetter == true { continue }
                if letters == "e", next.hasPrefix("mail") { continue }
                if letters == "v", next.hasPrefix("n") { continue }
            }
            let whole = word.count == 1 && !letters.isEmpty ? letters : letters + word
            letters = ""
            if whole.count > 1, !HeadingLists.fillers.contains(whole) { joined.append(whole) }
        }
        return joined
    }
}
