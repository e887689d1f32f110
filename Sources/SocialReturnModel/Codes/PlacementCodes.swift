/// The groups that social return is meant for. Codes, notes and sources: the code list of the social-return reference; who
/// counts under a contract is for the contract to say.
public enum TargetGroup: UInt8, CodeList {
    case participationAct, unemployment, disabilityBenefit, youngDisabled, jobAgreement, shelteredEmployment,
        shelteredWork,
        withoutBenefit, youthWithoutQualification, workLearning, internship, specialEducation, statusHolder, refugee,
        exDetainee, formerAthlete, other

    /// What the list is called.
    public static var listName: Text { Text(nl: "doelgroepen", en: "target groups") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .participationAct:
            CodeEntry("PW", nl: "Participatiewet", en: "Participation Act", also: ["bijstand", "WWB"])
        case .unemployment: CodeEntry("WW", nl: "WW", en: "Unemployment benefit (WW)", also: ["werkloosheidswet"])
        case .disabilityBenefit:
            CodeEntry("WIA", nl: "WIA/WAO/WGA/WAZ", en: "Disability benefit (WIA)", also: ["WAO", "WGA", "WAZ", "IVA"])
        case .youngDisabled: CodeEntry("WAJ", nl: "Wajong", en: "Young disabled (Wajong)")
        case .jobAgreement:
            CodeEntry(
                "BAN", nl: "Doelgroep banenafspraak", en: "Job agreement target group",
                also: ["banenafspraak", "doelgroepregister"])
        case .shelteredEmployment: CodeEntry("WSW", nl: "Wsw-indicatie", en: "Sheltered employment (Wsw)")
        case .shelteredWork: CodeEntry("BSW", nl: "Beschut werk", en: "Sheltered work")
        case .withoutBenefit:
            CodeEntry("NUG", nl: "Niet-uitkeringsgerechtigd", en: "Job seeker without benefit", also: ["nugger"])
        case .youthWithoutQualification:
            CodeEntry("JSK", nl: "Jongere zonder startkwalificatie", en: "Youth without basic qualification")
        case .workLearning:
            CodeEntry("BBL", nl: "Leerbaan mbo BBL", en: "Work-based learning (BBL)", also: ["leerbaan"])
        case .internship:
            CodeEntry("BOL", nl: "Stage mbo BOL of hbo", en: "School-based internship (BOL)", also: ["stage"])
        case .specialEducation:
            CodeEntry(
                "VSO", nl: "VSO of praktijkonderwijs", en: "Special secondary education", also: ["PrO", "VSO/PrO"])
        case .statusHolder: CodeEntry("STA", nl: "Statushouder", en: "Status holder", also: ["taalachterstand"])
        case .refugee:
            CodeEntry(
                "VLU", nl: "Vluchteling of asielzoeker", en: "Refugee or asylum seeker",
                also: [
                    "vluchteling", "Oekraïne", "Oekraïner", "Oekraïens", "Oekraïense vluchteling", "ontheemde",
                    "ontheemde uit Oekraïne", "ontheemden Oekraïne", "vluchteling Oekraïne", "asielzoeker",
                ])
        case .exDetainee: CodeEntry("EXD", nl: "Ex-gedetineerde", en: "Former detainee")
        case .formerAthlete:
            CodeEntry("TOP", nl: "Voormalig topsporter", en: "Former top athlete", also: ["topsporter"])
        case .other: CodeEntry("OVG", nl: "Overig, in overleg", en: "Other, as agreed", also: ["overig", "maatwerk"])
        }
    }
}

/// How long someone has had a benefit, where a valuation table splits a group by it.
public enum DurationClass: UInt8, CodeList {
    case underOneYear, overOneYear, underTwoYears, overTwoYears

    /// What the list is called.
    public static var listName: Text { Text(nl: "duurklassen", en: "duration classes") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .underOneYear: CodeEntry("<1j", nl: "korter dan 1 jaar", en: "under 1 year", also: ["< 1 jaar", "<1"])
        case .overOneYear: CodeEntry(">1j", nl: "langer dan 1 jaar", en: "over 1 year", also: ["> 1 jaar", ">1"])
        case .underTwoYears: CodeEntry("<2j", nl: "korter dan 2 jaar", en: "under 2 years", also: ["< 2 jaar", "<2"])
        case .overTwoYears: CodeEntry(">2j", nl: "langer dan 2 jaar", en: "over 2 years", also: ["> 2 jaar", ">2"])
        }
    }
}

/// Age classes, cut at every age that a regional table uses as the limit of a bonus. The year of birth is never asked.
public enum AgeClass: UInt8, CodeList {
    case from15, from27, from50, is55, from56

    /// What the list is called.
    public static var listName: Text { Text(nl: "leeftijdsklassen", en: "age classes") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .from15: CodeEntry("15-26", nl: "15 tot en met 26 jaar", en: "15 to 26", also: ["15 t/m 26"])
        case .from27: CodeEntry("27-49", nl: "27 tot en met 49 jaar", en: "27 to 49", also: ["27 t/m 49"])
        case .from50: CodeEntry("50-54", nl: "50 tot en met 54 jaar", en: "50 to 54", also: ["50 t/m 54"])
        case .is55: CodeEntry("55", nl: "55 jaar", en: "55")
        case .from56: CodeEntry("56+", nl: "56 jaar of ouder", en: "56 or older", also: ["56 en ouder"])
        }
    }
}

/// In what form someone works or learns.
public enum PlacementKind: UInt8, CodeList {
    case employment, secondment, internship, workLearning, schoolLearning, workExperience, trial, selfEmployed

    /// What the list is called.
    public static var listName: Text { Text(nl: "soorten inzet", en: "kinds of placement") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .employment:
            CodeEntry("dienstverband", nl: "Dienstverband", en: "Employment", also: ["arbeidsovereenkomst", "baan"])
        case .secondment:
            // Every form in which another employer lends people out.
            CodeEntry(
                "detachering", nl: "Detachering", en: "Secondment",
                also: [
                    "gedetacheerd", "inhuur", "uitzend", "uitzendkracht", "uitzendkrachten", "uitzending",
                    "uitzendbasis", "uitzendovereenkomst", "uitzendcontract", "uitzendbureau", "via uitzendbureau",
                    "payroll", "payrolling", "payrollcontract", "payrollovereenkomst", "terbeschikkingstelling",
                ])
        case .internship: CodeEntry("stage", nl: "Stage", en: "Internship", also: ["stageplaats"])
        case .workLearning: CodeEntry("bbl", nl: "Leerbaan (bbl)", en: "Work-based learning", also: ["leerbaan"])
        case .schoolLearning: CodeEntry("bol", nl: "Stage mbo (bol)", en: "School-based learning")
        case .workExperience:
            CodeEntry("werkervaring", nl: "Werkervaringsplek", en: "Work experience", also: ["werkervaringsplaats"])
        case .trial: CodeEntry("proefplaatsing", nl: "Proefplaatsing", en: "Trial placement")
        case .selfEmployed:
            CodeEntry(
                "zzp", nl: "Zelfstandige (zzp)", en: "Self-employed",
                also: ["zzp'er", "zzper", "zelfstandige", "freelance", "freelancer", "opdracht"])
        }
    }
}

/// For how long the employment contract runs.
public enum ContractForm: UInt8, CodeList {
    case fixedTerm, permanent, none

    /// What the list is called.
    public static var listName: Text { Text(nl: "contractvormen", en: "contract forms") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .fixedTerm:
            CodeEntry(
                "bepaald", nl: "Bepaalde tijd", en: "Fixed term",
                also: [
                    "tijdelijk", "uitzend", "uitzendovereenkomst", "uitzendcontract", "uitzendbeding", "uitzendkracht",
                    "fase A", "fase B", "payroll bepaalde tijd",
                ])
        case .permanent:
            CodeEntry(
                "onbepaald", nl: "Onbepaalde tijd", en: "Permanent",
                also: ["vast", "fase C", "payroll onbepaalde tijd"])
        case .none:
            CodeEntry(
                "geen", nl: "Geen arbeidsovereenkomst", en: "No employment contract",
                also: ["n.v.t.", "zzp", "zzp'er", "overeenkomst van opdracht", "freelance"])
        }
    }
}

/// The level of vocational education.
public enum EducationLevel: UInt8, CodeList {
    case one, two, three, four

    /// What the list is called.
    public static var listName: Text { Text(nl: "mbo-niveaus", en: "vocational levels") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .one: CodeEntry("1", nl: "mbo-niveau 1", en: "vocational level 1", also: ["niveau 1", "mbo 1", "entree"])
        case .two: CodeEntry("2", nl: "mbo-niveau 2", en: "vocational level 2", also: ["niveau 2", "mbo 2"])
        case .three: CodeEntry("3", nl: "mbo-niveau 3", en: "vocational level 3", also: ["niveau 3", "mbo 3"])
        case .four: CodeEntry("4", nl: "mbo-niveau 4", en: "vocational level 4", also: ["niveau 4", "mbo 4"])
        }
    }
}

/// How a placement ended.
public enum PlacementOutcome: UInt8, CodeList {
    case permanentJob, extended, movedOn, droppedOut, education

    /// What the list is called.
    public static var listName: Text { Text(nl: "uitkomsten", en: "outcomes") }
    /// A word outside the list is a warning.
    public static var isOpen: Bool { true }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .permanentJob: CodeEntry("vast_werk", nl: "Vast werk", en: "Permanent job", also: ["vast contract"])
        case .extended: CodeEntry("verlengd", nl: "Verlengd", en: "Extended", also: ["verlenging"])
        case .movedOn:
            CodeEntry(
                "doorstroom", nl: "Doorstroom naar ander werk", en: "Moved on to other work", also: ["doorgestroomd"])
        case .droppedOut: CodeEntry("uitval", nl: "Uitgevallen", en: "Dropped out")
        case .education: CodeEntry("opleiding", nl: "Opleiding", en: "Education")
        }
    }
}

/// Yes, no, or not known.
public enum YesNo: UInt8, CodeList {
    case yes, no, unknown

    /// What the list is called.
    public static var listName: Text { Text(nl: "ja of nee", en: "yes or no") }

    /// The code in files, with its names.
    public var entry: CodeEntry {
        switch self {
        case .yes:
            CodeEntry(
                "ja", nl: "Ja", en: "Yes", also: ["j", "waar", "true", "x", "1", "y", "v", "✓", "✔", "√", "☑", "✅"])
        case .no: CodeEntry("nee", nl: "Nee", en: "No", also: ["n", "onwaar", "false", "0"])
        case .unknown: CodeEntry("onbekend", nl: "Onbekend", en: "Unknown", also: ["?"])
        }
    }
}
