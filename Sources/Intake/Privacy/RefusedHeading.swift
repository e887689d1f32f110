import SocialReturnModel

/// A column that must not be delivered, known by its heading alone.
public enum RefusedHeading: Sendable, Hashable, CaseIterable {
    /// The citizen service number.
    case bsn
    /// The number of a passport, driving licence or residence permit.
    case identityDocument
    /// The name of a person.
    case participantName
    /// The date, year or place of birth.
    case birthDate
    /// An address, telephone number or e-mail address of a person.
    case contactDetail
    /// A bank account.
    case account
    /// An illness, a disorder or a treatment.
    case health
    /// What else the law protects, or nobody needs: origin, belief, sex, family, convictions, debts.
    case sensitive

    /// The tables with a row, or several, for each person.
    public static let participantTables: Set<TableID> = [.placements, .hours, .evidence]

    /// The tables in which a name that the heading does not give to something else is a person's: who was spoken with, whom a story is about.
    static let tablesWithPersons = participantTables.union([.conversations, .obstacles, .examples])

    /// The tables in which an address or telephone number is a person's in the same way. Those of organisations are not among them: in
    /// purchases, activities, learning places and on the cover a bare `E-mail` is that of an organisation.
    private static let tablesWithContacts = tablesWithPersons.union([.commitments, .lessons])

    /// What `heading` asks for in `table`, or nil when the column is welcome or merely unknown.
    ///
    /// A heading is judged by its words, whatever stands around them (`1. Naam *`, `Achternaam, voornaam (verplicht)`). A name or address
    /// is refused where it is that of a person, or where the heading of a table of participants does not say whose it is; words such as
    /// `werkgever`, `project` or `werk` before or behind it say that it is something else. In the contract register, which has names of
    /// organisations, only the BSN is refused by its heading. A nil table is one that was not recognised, and may have participants.
    public init?(heading: String, in table: TableID?) {
        guard heading.utf8.count <= HeadingName.longest else {
            self.init(looking: heading, in: table)
            return
        }
        let found = Self.memo.value(of: Question(heading: heading, table: table)) {
            RefusedHeading(looking: heading, in: table)
        }
        guard let found else { return nil }
        self = found
    }

    private struct Question: Hashable {
        let heading: String
        let table: TableID?
    }

    private static let memo = HeadingMemo<Question, RefusedHeading?>()

    private init?(looking heading: String, in table: TableID?) {
        let words = HeadingWords(heading)
        if words.askForCitizenNumber {
            self = .bsn
            return
        }
        guard table.map(\.isSubmission) ?? true else { return nil }
        let holdsParticipants = table.map(Self.participantTables.contains) ?? true
        if words.askForAccount {
            self = .account
        } else if words.askForName(amongParticipants: table.map(Self.tablesWithPersons.contains) ?? true) {
            self = .participantName
        } else if words.askForBirth {
            self = .birthDate
        } else if words.askForIdentityDocument {
            self = .identityDocument
        } else if words.askForContact(amongParticipants: table.map(Self.tablesWithContacts.contains) ?? true) {
            self = .contactDetail
        } else if holdsParticipants || words.nameAPerson, words.askForHealth {
            self = .health
        } else if holdsParticipants || words.nameAPerson, words.askForSensitive {
            self = .sensitive
        } else {
            return nil
        }
    }

    /// Whether nobody may so much as ask for it, so that an empty column is one too many: a number that only the law may have used. Of any other
    /// column the remedy is to leave it empty.
    var isAboutHeading: Bool { self == .bsn || self == .identityDocument }

    /// What reading reports of a column with this heading.
    var observation: Observation.Kind {
        switch self {
        case .bsn: .citizenNumberColumn
        case .identityDocument: .identityColumn
        case .participantName: .nameColumn
        case .birthDate: .birthDateColumn
        case .contactDetail: .contactColumn
        case .account: .accountColumn
        case .health: .healthColumn
        case .sensitive: .sensitiveColumn
        }
    }
}
