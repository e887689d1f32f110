import SocialReturnModel

/// A column that must not be delivered, known by its heading alone.
public enum RefusedHeading: Sendable, Hashable, CaseIterable {
    /// The citizen service number.
    case bsn
    /// The name of a participant.
    case participantName
    /// The date or year of birth.
    case birthDate
    /// An address, telephone number or e-mail address of a participant.
    case contactDetail
    /// A bank account.
    case account

    /// The tables with a row, or several, for each person.
    public static let participantTables: Set<TableID> = [.placements, .hours, .evidence]

    /// What `heading` asks for in `table`, or nil when the column is welcome or merely unknown.
    ///
    /// Headings are compared in their folded form; see `FoldedName`. In the contract register, which has names of
    /// organisations, only the BSN is refused by its heading.
    public init?(heading: String, in table: TableID) {
        let folded = FoldedName.fold(heading)
        if Self.asksForBSN(folded, heading: heading) {
            self = .bsn
            return
        }
        guard table <= .learningPlaces else { return nil }
        let holdsParticipants = Self.participantTables.contains(table)
        let (base, isOfPerson) = Self.withoutPerson(folded)
        if Self.birthDates.contains(base) || base.hasPrefix("geboorted") {
            self = .birthDate
        } else if Self.accounts.contains(base) {
            self = .account
        } else if Self.names.contains(base), holdsParticipants || isOfPerson {
            self = .participantName
        } else if Self.contacts.contains(base), holdsParticipants || isOfPerson {
            self = .contactDetail
        } else {
            return nil
        }
    }

    /// Whether a word of the heading is the BSN; only its beginning and end count where words are glued, since other words
    /// have the same three letters in them (`jobsnaam`).
    private static func asksForBSN(_ folded: String, heading: String) -> Bool {
        if folded.hasPrefix("bsn") || folded.hasSuffix("bsn") || folded.hasPrefix("sofin") || folded == "sofi" {
            return true
        }
        let words = heading.unicodeScalars.split { !$0.properties.isAlphabetic }
        if words.contains(where: { ["bsn", "sofi"].contains(FoldedName.fold(String(String.UnicodeScalarView($0)))) }) {
            return true
        }
        return ["burgerservicen", "sofinummer", "sofinr", "sociaalfiscaalnummer", "citizenservicenumber"].contains {
            folded.holds($0)
        }
    }

    /// The heading without the word for a person before or after it: `naamdeelnemer` and `deelnemer_naam` are `naam`.
    private static func withoutPerson(_ folded: String) -> (base: String, isOfPerson: Bool) {
        for person in persons {
            if folded.count > person.count, folded.hasPrefix(person) {
                return (String(folded.dropFirst(person.count)), true)
            }
            for link in ["vande", "van", ""] where folded.count > person.count + link.count {
                if folded.hasSuffix(link + person) { return (String(folded.dropLast(link.count + person.count)), true) }
            }
        }
        return (folded, false)
    }

    private static let persons = [
        "deelnemers", "deelnemer", "kandidaten", "kandidaat", "medewerkers", "medewerker", "werknemers", "werknemer",
        "client",
        "participant", "leerling", "stagiaires", "stagiaire", "stagiair", "persoon", "persoons",
    ]

    private static let names: Set = [
        "naam", "namen", "voornaam", "voornamen", "achternaam", "familienaam", "roepnaam", "voorletter", "voorletters",
        "initialen", "tussenvoegsel", "tussenvoegsels", "voorvoegsel", "voorvoegsels", "geboortenaam", "meisjesnaam",
        "volledigenaam", "naamvolledig", "voorenachternaam", "voornaamenachternaam", "voornaamachternaam", "name",
        "fullname",
        "firstname", "lastname", "surname",
    ]

    private static let birthDates: Set = [
        "geboortejaar", "gebdatum", "gebdat", "gebdtm", "gebjaar", "geboren", "geborenop", "geboorteplaats",
        "dateofbirth",
        "birthdate", "birthyear", "dob",
    ]

    private static let contacts: Set = [
        "email", "emailadres", "mail", "mailadres", "telefoon", "telefoonnummer", "telefoonnr", "telnr", "tel",
        "telnummer",
        "mobiel", "mobielnummer", "mobielnr", "mobieletelefoon", "gsm", "06nummer", "06nr", "06", "adres",
        "adresgegevens",
        "woonadres", "thuisadres", "priveadres", "huisadres", "straat", "straatnaam", "straatenhuisnummer",
        "huisnummer", "huisnr", "huisnummertoevoeging", "woonplaats", "woonpostcode", "postcodewoonadres",
        "contactgegevens",
        "phone", "phonenumber", "mobile", "address", "street",
    ]

    private static let accounts: Set = [
        "iban", "ibannummer", "ibannr", "rekeningnummer", "rekeningnr", "rekening", "bankrekening",
        "bankrekeningnummer",
        "bankrekeningnr", "banknummer", "bankaccount", "gironummer",
    ]
}

extension String {
    /// Whether `part`, which is ASCII, occurs anywhere.
    fileprivate func holds(_ part: String) -> Bool {
        let whole = Array(utf8)
        let part = Array(part.utf8)
        guard whole.count >= part.count else { return false }
        return (0...whole.count - part.count).contains { whole[$0..<$0 + part.count].elementsEqual(part) }
    }
}
