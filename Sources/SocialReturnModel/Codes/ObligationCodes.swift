/// What the percentage of an obligation is calculated on. No source gives a default, so the contract must name it.
public enum ObligationBase: UInt8, CodeList {
    case wageSum, contractValue, tenderSum, invoicedTurnover

    /// What the list is called.
    public static var listName: Text { Text(nl: "grondslagen", en: "bases") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .wageSum: CodeEntry("loonsom", nl: "Loonsom", en: "Wage sum", also: ["loonkosten"])
        case .contractValue:
            CodeEntry("opdrachtwaarde", nl: "Opdrachtwaarde", en: "Contract value", also: ["contractwaarde"])
        case .tenderSum: CodeEntry("inschrijfsom", nl: "Inschrijfsom", en: "Tender sum", also: ["inschrijfprijs"])
        case .invoicedTurnover:
            CodeEntry(
                "gefactureerde_omzet", nl: "Gefactureerde omzet", en: "Invoiced turnover",
                also: ["omzet", "gefactureerd"])
        }
    }
}

/// What the target of an obligation counts.
public enum TargetUnit: UInt8, CodeList {
    case persons, fullTimeEquivalents, hours, places

    /// Whether there are no parts of what is counted.
    public var isWhole: Bool { self == .persons || self == .places }

    /// What the list is called.
    public static var listName: Text { Text(nl: "doeleenheden", en: "target units") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .persons:
            CodeEntry(
                "personen", nl: "Personen", en: "Persons",
                also: ["mensen", "deelnemers", "kandidaten", "persoon"])
        case .fullTimeEquivalents: CodeEntry("fte", nl: "Fte", en: "FTE", also: ["fte's", "voltijdbanen"])
        case .hours: CodeEntry("uren", nl: "Uren", en: "Hours", also: ["uur"])
        case .places: CodeEntry("plekken", nl: "Plekken", en: "Places", also: ["plaatsen", "leerplekken", "plek"])
        }
    }
}

/// How a placement is valued pro rata.
public enum ValuationMethod: UInt8, CodeList {
    case contract, workedHours, units

    /// What the list is called.
    public static var listName: Text { Text(nl: "rekenmethoden", en: "calculation methods") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .contract:
            CodeEntry("contract", nl: "Volgens contract", en: "By contract", also: ["contracturen", "contractduur"])
        case .workedHours:
            CodeEntry("gewerkte_uren", nl: "Gewerkte uren", en: "Hours worked", also: ["uren", "werkelijke uren"])
        case .units: CodeEntry("eenheid", nl: "Per eenheid", en: "Per unit", also: ["eenheden"])
        }
    }
}

/// The day on which a participant must belong to the target group.
public enum ReferenceDateKind: UInt8, CodeList {
    case publication, award, placementStart

    /// What the list is called.
    public static var listName: Text { Text(nl: "soorten peildatum", en: "kinds of reference date") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .publication: CodeEntry("publicatie", nl: "Publicatie", en: "Publication", also: ["publicatiedatum"])
        case .award: CodeEntry("gunning", nl: "Gunning", en: "Award", also: ["gunningsdatum"])
        case .placementStart:
            CodeEntry(
                "start_inzet", nl: "Start van de inzet", en: "Start of the placement",
                also: ["begindatum", "begin inzet", "startdatum"])
        }
    }
}

/// How an obligation stands.
public enum ObligationStatus: UInt8, CodeList {
    case recorded, inProgress, finished, exempt

    /// What the list is called.
    public static var listName: Text { Text(nl: "standen van verplichtingen", en: "obligation statuses") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .recorded: CodeEntry("vastgelegd", nl: "Vastgelegd", en: "Recorded", also: ["open", "afgesproken"])
        case .inProgress: CodeEntry("in_uitvoering", nl: "In uitvoering", en: "In progress", also: ["loopt", "lopend"])
        case .finished: CodeEntry("afgerond", nl: "Afgerond", en: "Finished", also: ["gereed", "voldaan", "klaar"])
        case .exempt:
            CodeEntry(
                "vrijgesteld", nl: "Vrijgesteld", en: "Exempt",
                also: ["vrijstelling", "niet van toepassing", "n.v.t."])
        }
    }
}

/// What a year is divided into when a value is calculated pro rata.
public enum YearBasis: UInt8, CodeList {
    case days, weeks, months

    /// What the list is called.
    public static var listName: Text { Text(nl: "jaarbases", en: "year bases") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .days: CodeEntry("dagen", nl: "Dagen", en: "Days", also: ["365", "per dag", "dag"])
        case .weeks: CodeEntry("weken", nl: "Weken", en: "Weeks", also: ["52", "per week", "week"])
        case .months: CodeEntry("maanden", nl: "Maanden", en: "Months", also: ["12", "per maand", "maand"])
        }
    }
}

/// Which number of full-time equivalents is held against an agreed one; the average where the obligation says nothing.
public enum FTEMeasure: UInt8, CodeList {
    case average, lastDay

    /// What the list is called.
    public static var listName: Text { Text(nl: "fte-maten", en: "FTE measures") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .average:
            CodeEntry(
                "gemiddeld", nl: "Gemiddeld over de periode", en: "Average of the period", also: ["gem", "average"])
        case .lastDay:
            CodeEntry(
                "laatste_dag", nl: "Op de laatste dag", en: "On the last day",
                also: ["einde periode", "ultimo", "laatste dag van de periode"])
        }
    }
}

/// From which day a placement counts that began before its contract; the contract's first day where the obligation says nothing.
public enum CountsFrom: UInt8, CodeList {
    case contract, placement

    /// What the list is called.
    public static var listName: Text { Text(nl: "eerste teldagen", en: "first counting days") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .contract:
            CodeEntry(
                "contract", nl: "Eerste dag van het contract", en: "First day of the contract",
                also: ["ingangsdatum", "ingangsdatum contract"])
        case .placement:
            CodeEntry(
                "begindatum", nl: "Begindatum van de inzet", en: "First day of the placement",
                also: ["begindatum inzet", "start inzet", "inzet"])
        }
    }
}

/// When a calculated value is rounded; per row where the obligation says nothing.
public enum Rounding: UInt8, CodeList {
    case perRow, perTotal, wholeEuros

    /// What the list is called.
    public static var listName: Text { Text(nl: "afrondingen", en: "roundings") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .perRow: CodeEntry("per_rij", nl: "Per rij op centen", en: "Per row to cents", also: ["rij", "standaard"])
        case .perTotal: CodeEntry("per_totaal", nl: "Pas in het totaal", en: "Only in the total", also: ["totaal"])
        case .wholeEuros:
            CodeEntry("hele_euro", nl: "Op hele euro's", en: "To whole euros", also: ["hele euro's", "euro"])
        }
    }
}
