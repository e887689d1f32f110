/// What a supplier does for the target group besides placements and purchases.
public enum ActivityKind: UInt8, CodeList {
    case guestLesson, coaching, training, community, sponsoring, visit

    /// What the list is called.
    public static var listName: Text { Text(nl: "soorten activiteiten", en: "kinds of activity") }
    /// A word outside this proposed list may stand.
    public static var isOpen: Bool { true }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .guestLesson:
            CodeEntry("gastles", nl: "Gastles", en: "Guest lesson", also: ["gastlessen", "les", "workshop"])
        case .coaching:
            CodeEntry(
                "coaching", nl: "Coaching", en: "Coaching",
                also: ["begeleiding", "mentoring", "sollicitatietraining"])
        case .training:
            CodeEntry("scholing", nl: "Scholing", en: "Training", also: ["opleiding", "training", "cursus"])
        case .community:
            CodeEntry(
                "maatschappelijk", nl: "Maatschappelijke activiteit", en: "Community activity",
                also: ["vrijwilligerswerk", "maatschappelijke inzet"])
        case .sponsoring: CodeEntry("sponsoring", nl: "Sponsoring", en: "Sponsoring", also: ["sponsor", "donatie"])
        case .visit:
            CodeEntry(
                "rondleiding", nl: "Rondleiding of bedrijfsbezoek", en: "Tour or company visit",
                also: ["bedrijfsbezoek", "excursie"])
        }
    }
}
