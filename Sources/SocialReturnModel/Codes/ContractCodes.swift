/// What a contract is about.
public enum OrderKind: UInt8, CodeList {
    case supply, service, works

    /// What the list is called.
    public static var listName: Text { Text(nl: "soorten opdracht", en: "kinds of contract") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .supply: CodeEntry("levering", nl: "Levering", en: "Supply", also: ["leveringen", "goederen"])
        case .service: CodeEntry("dienst", nl: "Dienst", en: "Service", also: ["diensten", "dienstverlening"])
        case .works: CodeEntry("werk", nl: "Werk", en: "Works", also: ["werken", "bouwwerk"])
        }
    }
}

/// How social return is part of a contract. It cannot be told from a date: both approaches run side by side.
public enum Regime: UInt8, CodeList {
    case classic, tailored, awardCriterion, reserved

    /// What the list is called.
    public static var listName: Text { Text(nl: "regimes", en: "regimes") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .classic:
            CodeEntry(
                "klassiek", nl: "Klassieke variant", en: "Classic variant",
                also: ["klassieke uitvoeringsvariant", "sroi 1.0", "5%"])
        case .tailored:
            CodeEntry(
                "maatwerk", nl: "Maatwerk voor Mensen", en: "Tailored (Maatwerk voor Mensen)",
                also: ["mvm", "sroi 2.0"])
        case .awardCriterion:
            CodeEntry(
                "gunningscriterium", nl: "Gunningscriterium", en: "Award criterion",
                also: ["als gunningscriterium", "gunning"])
        case .reserved:
            CodeEntry("voorbehouden", nl: "Voorbehouden opdracht", en: "Reserved contract", also: ["voorbehoud"])
        }
    }
}

/// Whether a contract is reserved for organisations with the main aim of integration.
public enum Reservation: UInt8, CodeList {
    case none, partly, wholly

    /// What the list is called.
    public static var listName: Text { Text(nl: "voorbehouden", en: "reservations") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .none: CodeEntry("geen", nl: "Geen", en: "None", also: ["nee", "niet", "n.v.t."])
        case .partly: CodeEntry("deels", nl: "Deels", en: "In part", also: ["gedeeltelijk", "perceel"])
        case .wholly: CodeEntry("geheel", nl: "Geheel", en: "Wholly", also: ["volledig", "ja"])
        }
    }
}

/// What the notice of a tender says of a reservation, in the codes of the eForms list *reserved-procurement*.
public enum NoticeReservation: UInt8, CodeList {
    case notReserved, workshops, publicServices

    /// What the list is called.
    public static var listName: Text { Text(nl: "voorbehouden in de aankondiging", en: "reservations in the notice") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .notReserved: CodeEntry("none", nl: "Geen voorbehoud", en: "No reservation", also: ["geen", "nee"])
        case .workshops:
            CodeEntry(
                "res-ws", nl: "Voorbehouden volgens artikel 2.82", en: "Reserved under article 2.82",
                also: ["art282", "art. 2.82", "artikel 2.82", "2.82"])
        case .publicServices:
            CodeEntry(
                "res-pub-ser", nl: "Voorbehouden volgens artikel 2.82a", en: "Reserved under article 2.82a",
                also: ["art282a", "art. 2.82a", "artikel 2.82a", "2.82a"])
        }
    }
}

/// How often a supplier reports on a contract.
public enum ReportingFrequency: UInt8, CodeList {
    case monthly, quarterly, halfYearly, yearly, once

    /// What the list is called.
    public static var listName: Text { Text(nl: "rapportagefrequenties", en: "reporting frequencies") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .monthly: CodeEntry("maand", nl: "Per maand", en: "Monthly", also: ["maandelijks", "elke maand"])
        case .quarterly:
            CodeEntry("kwartaal", nl: "Per kwartaal", en: "Quarterly", also: ["elk kwartaal", "driemaandelijks"])
        case .halfYearly:
            CodeEntry(
                "halfjaar", nl: "Per halfjaar", en: "Half-yearly",
                also: ["halfjaarlijks", "elk halfjaar", "zesmaandelijks"])
        case .yearly: CodeEntry("jaar", nl: "Per jaar", en: "Yearly", also: ["jaarlijks", "elk jaar"])
        case .once: CodeEntry("eenmalig", nl: "Eenmalig", en: "Once", also: ["één keer", "aan het einde"])
        }
    }
}

/// The legal form of an organisation.
public enum LegalForm: UInt8, CodeList {
    case privateLimited, publicLimited, foundation, association, cooperative, soleTrader, generalPartnership,
        professionalPartnership, limitedPartnership, publicBody

    /// What the list is called.
    public static var listName: Text { Text(nl: "rechtsvormen", en: "legal forms") }
    /// A word outside this proposed list may stand.
    public static var isOpen: Bool { true }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .privateLimited: CodeEntry("bv", nl: "Besloten vennootschap", en: "Private limited company")
        case .publicLimited: CodeEntry("nv", nl: "Naamloze vennootschap", en: "Public limited company")
        case .foundation: CodeEntry("stichting", nl: "Stichting", en: "Foundation", also: ["st."])
        case .association: CodeEntry("vereniging", nl: "Vereniging", en: "Association", also: ["ver."])
        case .cooperative: CodeEntry("cooperatie", nl: "Coöperatie", en: "Cooperative", also: ["coöp", "u.a."])
        case .soleTrader:
            CodeEntry("eenmanszaak", nl: "Eenmanszaak", en: "Sole trader", also: ["zzp", "eenmansbedrijf"])
        case .generalPartnership: CodeEntry("vof", nl: "Vennootschap onder firma", en: "General partnership")
        case .professionalPartnership: CodeEntry("maatschap", nl: "Maatschap", en: "Professional partnership")
        case .limitedPartnership: CodeEntry("cv", nl: "Commanditaire vennootschap", en: "Limited partnership")
        case .publicBody:
            CodeEntry(
                "overheid", nl: "Overheid", en: "Public body",
                also: ["gemeenschappelijke regeling", "gr", "publiekrechtelijk"])
        }
    }
}
