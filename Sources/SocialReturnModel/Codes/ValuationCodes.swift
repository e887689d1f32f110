/// What a row of a valuation table holds.
public enum ValuationLineKind: UInt8, CodeList {
    case table, block, bonus

    /// What the list is called.
    public static var listName: Text { Text(nl: "soorten regel", en: "kinds of line") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .table: CodeEntry("tabel", nl: "De tabel zelf", en: "The table itself")
        case .block: CodeEntry("blok", nl: "Bouwblok", en: "Building block")
        case .bonus: CodeEntry("bonus", nl: "Bonus", en: "Bonus")
        }
    }
}

/// Whether a valuation table holds all that its source holds, its first day of validity included.
public enum Completeness: UInt8, CodeList {
    case complete, incomplete

    /// What the list is called.
    public static var listName: Text { Text(nl: "volledigheid", en: "completeness") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .complete: CodeEntry("volledig", nl: "Volledig", en: "Complete")
        case .incomplete: CodeEntry("onvolledig", nl: "Onvolledig", en: "Incomplete")
        }
    }
}

/// How a valuation table was read.
public enum TableCertainty: UInt8, CodeList {
    case atTheSource, secondHand

    /// What the list is called.
    public static var listName: Text { Text(nl: "zekerheid van een tabel", en: "certainty of a table") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .atTheSource: CodeEntry("A", nl: "Gelezen bij de bron zelf", en: "Read at the source itself")
        case .secondHand: CodeEntry("B", nl: "Uit tweede hand", en: "Second hand")
        }
    }
}

/// The table of a submission whose rows a building block or bonus values.
public enum ValuedTable: UInt8, CodeList {
    case placements, activities, purchases

    /// What the list is called.
    public static var listName: Text { Text(nl: "invoertabellen", en: "valued tables") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .placements: CodeEntry("inzet", nl: "Inzet", en: "Placements")
        case .activities: CodeEntry("activiteiten", nl: "Activiteiten", en: "Activities", also: ["activiteit"])
        case .purchases: CodeEntry("sociale_inkoop", nl: "Sociale inkoop", en: "Social purchases", also: ["inkoop"])
        }
    }
}

/// What a building block's value is for.
public enum ValueUnit: UInt8, CodeList {
    case year, month, hour, dayPart, day, once, invoice

    /// What the list is called.
    public static var listName: Text { Text(nl: "waarderingseenheden", en: "units of value") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .year: CodeEntry("jaar", nl: "Per jaar", en: "Per year")
        case .month: CodeEntry("maand", nl: "Per maand", en: "Per month")
        case .hour: CodeEntry("uur", nl: "Per uur", en: "Per hour")
        case .dayPart: CodeEntry("dagdeel", nl: "Per dagdeel", en: "Per half day")
        case .day: CodeEntry("dag", nl: "Per dag", en: "Per day")
        case .once: CodeEntry("eenmalig", nl: "Eenmalig", en: "Once", also: ["per keer"])
        case .invoice: CodeEntry("factuur", nl: "Factuurbedrag", en: "Invoice amount", also: ["rekening"])
        }
    }
}

/// The level of education that a building block is for; a submission itself knows the vocational levels only.
public enum BlockLevel: UInt8, CodeList {
    case one, two, three, four, higher

    /// What the list is called.
    public static var listName: Text { Text(nl: "opleidingsniveaus", en: "levels of education") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .one: CodeEntry("1", nl: "mbo-niveau 1", en: "vocational level 1")
        case .two: CodeEntry("2", nl: "mbo-niveau 2", en: "vocational level 2")
        case .three: CodeEntry("3", nl: "mbo-niveau 3", en: "vocational level 3")
        case .four: CodeEntry("4", nl: "mbo-niveau 4", en: "vocational level 4")
        case .higher: CodeEntry("hbo", nl: "hbo", en: "higher professional education")
        }
    }

    /// The block level that a vocational level is.
    public init(_ level: EducationLevel) {
        switch level {
        case .one: self = .one
        case .two: self = .two
        case .three: self = .three
        case .four: self = .four
        }
    }
}

/// Whether a bonus is paid out over the year like its block, or once.
public enum BonusSpread: UInt8, CodeList {
    case proRata, once

    /// What the list is called.
    public static var listName: Text { Text(nl: "verdeling van een bonus", en: "spread of a bonus") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .proRata: CodeEntry("ja", nl: "Naar rato", en: "Pro rata")
        case .once: CodeEntry("eenmalig", nl: "In één keer", en: "At once", also: ["nee"])
        }
    }
}
