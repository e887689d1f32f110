/// What a partner does for the supplier.
public enum ChainRole: UInt8, CodeList {
    case subcontracting, supply, hire

    /// What the list is called.
    public static var listName: Text { Text(nl: "rollen in de keten", en: "chain roles") }
    /// A word outside this proposed list may stand.
    public static var isOpen: Bool { true }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .subcontracting:
            CodeEntry(
                "onderaanneming", nl: "Onderaanneming", en: "Subcontracting",
                also: ["onderaannemer", "uitbesteding"])
        case .supply: CodeEntry("levering", nl: "Levering", en: "Supply", also: ["leverancier", "product"])
        case .hire: CodeEntry("inhuur", nl: "Inhuur", en: "Hire", also: ["ingehuurd", "detachering"])
        }
    }
}

/// What shows that an organisation is a social enterprise or a sheltered-employment (SW) company.
public enum Recognition: UInt8, CodeList {
    case shelteredEmployment, pso30, psoStep, socialEnterpriseCode, regional, article282

    /// What the list is called.
    public static var listName: Text { Text(nl: "erkenningen", en: "recognitions") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .shelteredEmployment:
            CodeEntry(
                "sw", nl: "SW-bedrijf", en: "Sheltered-employment company",
                also: ["sociaal werkbedrijf", "sw bedrijf"])
        case .pso30:
            CodeEntry("pso30", nl: "PSO 30+", en: "PSO 30+", also: ["pso30plus", "pso 30 plus", "pso 30", "pso-30+"])
        case .psoStep:
            CodeEntry(
                "pso_trede", nl: "PSO-trede", en: "PSO step",
                also: [
                    "pso", "pso trede 1", "pso trede 2", "pso trede 3", "trede 1", "trede 2", "trede 3",
                    // The first step of the ladder since April 2023.
                    "pso basistrede", "basistrede",
                ])
        case .socialEnterpriseCode:
            CodeEntry(
                "code_so", nl: "Code Sociale Ondernemingen", en: "Social Enterprise Code",
                also: ["code sociale onderneming", "register sociale ondernemingen"])
        case .regional:
            CodeEntry(
                "regionaal", nl: "Regionale erkenning", en: "Regional recognition",
                also: ["regionaal erkend", "regio"])
        case .article282:
            CodeEntry(
                "art282", nl: "Aanbestedingswet artikel 2.82", en: "Public Procurement Act, article 2.82",
                also: ["art. 2.82", "artikel 2.82", "2.82"])
        }
    }
}

/// How the share of the target group among the staff was counted.
public enum ShareCounting: UInt8, CodeList {
    case persons, fullTimeEquivalents, includingSecondment

    /// What the list is called.
    public static var listName: Text { Text(nl: "telwijzen", en: "ways of counting") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .persons: CodeEntry("personen", nl: "Personen", en: "Persons", also: ["hoofden", "per persoon"])
        case .fullTimeEquivalents: CodeEntry("fte", nl: "Fte", en: "FTE", also: ["fte's", "voltijdbanen"])
        case .includingSecondment:
            CodeEntry(
                "incl_detachering", nl: "Met detachering erbij", en: "Including secondment",
                also: ["inclusief detachering", "incl. gedetacheerden"])
        }
    }
}
