/// The phases of a contract in which client and supplier talk.
public enum ContractPhase: UInt8, CodeList {
    case marketConsultation, beforeAward, start, execution, closing

    /// What the list is called.
    public static var listName: Text { Text(nl: "fasen", en: "phases") }
    /// A word outside this proposed list may stand.
    public static var isOpen: Bool { true }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .marketConsultation:
            CodeEntry(
                "marktconsultatie", nl: "Marktconsultatie", en: "Market consultation",
                also: ["consultatie", "marktverkenning"])
        case .beforeAward:
            CodeEntry(
                "voor_gunning", nl: "Voor de gunning", en: "Before the award",
                also: ["aanbesteding", "inschrijving"])
        case .start: CodeEntry("start", nl: "Start", en: "Start", also: ["startgesprek", "kick-off", "na gunning"])
        case .execution:
            CodeEntry("uitvoering", nl: "Uitvoering", en: "Execution", also: ["contractfase", "voortgang", "lopend"])
        case .closing:
            CodeEntry("afronding", nl: "Afronding", en: "Closing", also: ["einde", "eindgesprek", "evaluatie"])
        }
    }
}

/// Who sees to a commitment or an action.
public enum Owner: UInt8, CodeList {
    case supplier, state, together

    /// What the list is called.
    public static var listName: Text { Text(nl: "eigenaren", en: "owners") }
    /// A word outside this proposed list may stand.
    public static var isOpen: Bool { true }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .supplier: CodeEntry("leverancier", nl: "Leverancier", en: "Supplier", also: ["opdrachtnemer"])
        case .state: CodeEntry("rijk", nl: "Rijk", en: "State", also: ["opdrachtgever", "ministerie", "overheid"])
        case .together: CodeEntry("samen", nl: "Samen", en: "Together", also: ["gezamenlijk", "beide", "beiden"])
        }
    }
}

/// What the number of a commitment counts: the units of ``TargetUnit``, or a unit that the parties chose themselves.
public enum CommitmentUnit: UInt8, CodeList {
    case persons, fullTimeEquivalents, hours, places

    /// What the list is called.
    public static var listName: Text { Text(nl: "eenheden", en: "units") }
    /// A word outside this proposed list may stand.
    public static var isOpen: Bool { true }

    /// The code in files, with its names.
    public var entry: CodeEntry { targetUnit.entry }

    /// The same unit in an obligation.
    public var targetUnit: TargetUnit {
        switch self {
        case .persons: .persons
        case .fullTimeEquivalents: .fullTimeEquivalents
        case .hours: .hours
        case .places: .places
        }
    }
}

/// How a commitment stands. The list is a proposal of this toolkit.
public enum CommitmentStatus: UInt8, CodeList {
    case open, inProgress, met, partlyMet, notMet, dropped

    /// What the list is called.
    public static var listName: Text { Text(nl: "standen van afspraken", en: "commitment statuses") }
    /// A word outside this proposed list may stand.
    public static var isOpen: Bool { true }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .open: CodeEntry("open", nl: "Open", en: "Open", also: ["nog niet gestart", "gepland", "nieuw"])
        case .inProgress:
            CodeEntry(
                "loopt", nl: "Loopt", en: "In progress",
                also: ["lopend", "in uitvoering", "bezig", "gestart", "onderhanden"])
        case .met:
            CodeEntry(
                "gehaald", nl: "Gehaald", en: "Met",
                also: ["afgerond", "gereed", "klaar", "behaald", "gerealiseerd", "voltooid"])
        case .partlyMet:
            CodeEntry(
                "deels_gehaald", nl: "Deels gehaald", en: "Partly met",
                also: ["deels", "gedeeltelijk gehaald", "deels behaald"])
        case .notMet:
            CodeEntry(
                "niet_gehaald", nl: "Niet gehaald", en: "Not met",
                also: ["niet behaald", "mislukt", "niet gerealiseerd"])
        case .dropped:
            CodeEntry("vervallen", nl: "Vervallen", en: "Dropped", also: ["gestopt", "ingetrokken", "geannuleerd"])
        }
    }

    /// Whether the commitment is settled, one way or another.
    public var isClosed: Bool {
        switch self {
        case .open, .inProgress: false
        case .met, .partlyMet, .notMet, .dropped: true
        }
    }
}
