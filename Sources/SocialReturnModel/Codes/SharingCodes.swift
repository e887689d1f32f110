/// How far a story may be spread.
public enum Shareability: UInt8, CodeList {
    case no, inside, inPublic

    /// What the list is called.
    public static var listName: Text { Text(nl: "vormen van delen", en: "ways of sharing") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .no: CodeEntry("nee", nl: "Nee", en: "No", also: ["n", "niet", "onwaar", "false", "0"])
        case .inside:
            CodeEntry(
                "intern", nl: "Intern", en: "Internally",
                also: ["binnen het rijk", "intern rijk", "alleen intern"])
        case .inPublic: CodeEntry("openbaar", nl: "Openbaar", en: "In public", also: ["publiek", "extern"])
        }
    }
}

/// Whether a learning place is offered or looked for.
public enum PlaceDirection: UInt8, CodeList {
    case offer, demand

    /// What the list is called.
    public static var listName: Text { Text(nl: "richtingen", en: "directions") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .offer: CodeEntry("aanbod", nl: "Aanbod", en: "Offer", also: ["aangeboden", "biedt aan", "beschikbaar"])
        case .demand: CodeEntry("vraag", nl: "Vraag", en: "Demand", also: ["gevraagd", "gezocht", "zoekt"])
        }
    }
}

/// The kinds of place where people work or learn.
public enum PlaceKind: UInt8, CodeList {
    case internship, workExperience, learningPlace, job, guidance

    /// What the list is called.
    public static var listName: Text { Text(nl: "soorten plekken", en: "kinds of place") }
    /// A word outside this proposed list may stand.
    public static var isOpen: Bool { true }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .internship: CodeEntry("stage", nl: "Stage", en: "Internship", also: ["stageplek", "stageplaats"])
        case .workExperience:
            CodeEntry(
                "werkervaring", nl: "Werkervaringsplek", en: "Work experience",
                also: ["werkervaringsplaats", "wep"])
        case .learningPlace:
            CodeEntry("leerplek", nl: "Leerplek", en: "Learning place", also: ["leerbaan", "leerwerkplek", "bbl"])
        case .job: CodeEntry("baan", nl: "Baan", en: "Job", also: ["vacature", "dienstverband", "werkplek"])
        case .guidance:
            CodeEntry("begeleiding", nl: "Begeleiding", en: "Guidance", also: ["coaching", "mentor", "buddy"])
        }
    }
}
