/// What blocks the execution.
public enum ObstacleKind: UInt8, CodeList {
    case noCandidates, noMatchingJob, candidateNotChosen, guidance, dropOut, capacity, regulations, privacy, contract,
        specialCircumstances, other

    /// What the list is called.
    public static var listName: Text { Text(nl: "soorten knelpunten", en: "kinds of obstacle") }
    /// A word outside this proposed list may stand.
    public static var isOpen: Bool { true }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .noCandidates:
            CodeEntry(
                "geen_kandidaten", nl: "Geen kandidaten", en: "No candidates",
                also: ["geen kandidaat", "te weinig kandidaten"])
        case .noMatchingJob:
            CodeEntry(
                "geen_match_functie", nl: "Geen match met de functie", en: "No match with the job",
                also: ["geen match", "geen passende functie"])
        case .candidateNotChosen:
            CodeEntry(
                "kandidaat_niet_gekozen", nl: "Kandidaat niet gekozen", en: "Candidate not chosen",
                also: ["kandidaat afgewezen", "niet geselecteerd"])
        case .guidance: CodeEntry("begeleiding", nl: "Begeleiding", en: "Guidance", also: ["coaching", "jobcoach"])
        case .dropOut: CodeEntry("uitval", nl: "Uitval", en: "Drop-out", also: ["uitgevallen", "voortijdig gestopt"])
        case .capacity:
            CodeEntry("capaciteit", nl: "Capaciteit", en: "Capacity", also: ["tijdgebrek", "te weinig tijd"])
        case .regulations:
            CodeEntry("regels", nl: "Regels", en: "Regulations", also: ["regelgeving", "wetgeving", "bureaucratie"])
        case .privacy: CodeEntry("privacy", nl: "Privacy", en: "Privacy", also: ["avg", "gegevensbescherming"])
        case .contract:
            CodeEntry("contract", nl: "Contract", en: "Contract", also: ["contractvoorwaarden", "overeenkomst"])
        case .specialCircumstances:
            CodeEntry(
                "bijzondere_omstandigheid", nl: "Bijzondere omstandigheid", en: "Special circumstances",
                also: ["overmacht", "bijzondere omstandigheden"])
        case .other: CodeEntry("overig", nl: "Overig", en: "Other", also: ["anders"])
        }
    }
}
