/// One person, known by a pseudonym, who works or learns under a contract: a row of `inzet.csv`.
public struct Placement: TableRow {
    /// The supplier's reference.
    public var id: Symbol?
    /// The contract number.
    public var contract: Symbol?
    /// The pseudonym.
    public var participant: Symbol?
    /// The group that social return is meant for.
    public var targetGroup: TargetGroup?
    /// How long someone has had a benefit.
    public var durationClass: DurationClass?
    /// The age class.
    public var ageClass: AgeClass?
    /// The employer or host.
    public var employer: KvKNumber?
    /// In what form someone works or learns.
    public var kind: PlacementKind?
    /// For how long the employment contract runs.
    public var contractForm: ContractForm?
    /// The first day.
    public var start: Day?
    /// Planned or real last day; nil while it is open.
    public var end: Day?
    /// Agreed hours a week.
    public var hoursPerWeek: Quantity?
    /// Hours worked in the reporting period.
    public var workedHours: Quantity?
    /// The level of vocational education.
    public var level: EducationLevel?
    /// Whether the employer employed the participant shortly before.
    public var employedBefore: YesNo?
    /// How the work belongs to the contract.
    public var linkWithContract = TextCell.empty
    /// Whether the job also counts for the job agreement.
    public var countsForJobAgreement: YesNo?
    /// Codes of the bonuses that the supplier claims.
    public var bonuses = TextCell.empty
    /// The value that the supplier computed.
    public var reportedValue: Cents?
    /// How the placement ended.
    public var outcome: PlacementOutcome?
    /// Why it ended early.
    public var endReason = TextCell.empty
    /// The postcode of the place of work.
    public var workPostcode = TextCell.empty
    /// What else the supplier tells.
    public var explanation = TextCell.empty

    /// A row in which every cell is empty.
    public init() {}

    /// The table `inzet.csv` and its columns.
    public static let table = TableDefinition<Placement>(
        .placements, .submission, at: 20, file: "inzet.csv",
        title: Text(nl: "Inzet", en: "Placements"),
        meaning: Text(
            nl: "Eén rij is één persoon die onder een contract werkt of leert. Gebruik een eigen code, nooit een naam.",
            en: "One row is one person who works or learns under a contract. Use a code of your own, never a name."),
        sheetMeaning: Text(
            nl: "De mensen die werken of leren, één rij per inzet.", en: "The people who work or learn, one row each."),
        columns: [
            .identifier(
                "inzet_id", \.id, required: true, also: ["inzetnummer", "id"], example: "P-001",
                nl: "Uw eigen, unieke kenmerk van deze inzet.", en: "Your own unique reference of this placement."),
            .contract(
                \.contract, also: ["contract", "contractnr"],
                nl: "Het nummer van de overeenkomst waar de inzet bij hoort.",
                en: "The number of the contract the placement belongs to."),
            .identifier(
                "deelnemercode", \.participant, required: true, privacy: .pseudonym, also: ["deelnemer"],
                example: "D-0007",
                nl: "Een code zonder betekenis die u zelf maakt. Geen naam, geen geboortedatum, geen BSN.",
                en: "A meaningless code that you make yourself. No name, no birth date, no citizen service number."),
            .code(
                "doelgroep", \.targetGroup, required: true, example: "PW",
                nl: "De groep waar de deelnemer bij hoort.", en: "The group the participant belongs to."),
            .code(
                "duurklasse", \.durationClass, example: ">2j",
                nl: "Hoe lang iemand een uitkering heeft; alleen als de tabel van het contract dat onderscheid maakt.",
                en: "How long someone has had a benefit; only if the contract's table makes that distinction."
            ).marked(.aside),
            .code(
                "leeftijdsklasse", \.ageClass, example: "50-54",
                nl: "De leeftijdsklasse; alleen nodig voor een leeftijdsbonus. Geen geboortedatum.",
                en: "The age class; only needed for an age bonus. No birth date."
            ).marked(.aside),
            .kvk(
                "werkgever_kvk", \.employer, required: true, also: ["kvk werkgever"], example: "87654321",
                nl: "Het KvK-nummer van de werkgever of stageplek.", en: "The KvK number of the employer or host."
            ).marked(.aside),
            .code(
                "soort_inzet", \.kind, required: true, example: "dienstverband",
                nl: "In welke vorm iemand werkt of leert.", en: "In what form someone works or learns."),
            .code(
                "contractvorm", \.contractForm, required: true, example: "bepaald",
                nl: "Bepaalde tijd, onbepaalde tijd, of geen arbeidsovereenkomst.",
                en: "Fixed term, permanent, or no employment contract."),
            .day(
                "begindatum", \.start, within: .start, required: true, also: ["startdatum", "begin"],
                example: "01-03-2026",
                nl: "De eerste dag van de inzet.", en: "The first day of the placement."),
            .day(
                "einddatum", \.end, within: .end, also: ["eind"], example: "31-12-2026",
                nl: "De laatste dag, als die bekend is.", en: "The last day, when it is known."
            ).marked(.simpleTemplate),
            .number(
                "uren_per_week", \.hoursPerWeek, within: .weekHours, required: true,
                also: [
                    "uren p/w", "urenweek", "uren per week contract", "uren per week volgens contract",
                    "contracturen per week",
                ],
                example: "24,0",
                nl: "Het aantal uren per week volgens de afspraak.", en: "The agreed number of hours a week."),
            .number(
                "gewerkte_uren", \.workedHours, within: .hoursOfPerson, example: "288,0",
                nl: "De gewerkte uren in deze periode; nodig als het contract daarmee rekent.",
                en: "The hours worked in this period; needed if the contract calculates with them."
            ).marked([.simpleTemplate, .ofPeriod]),
            .code(
                "niveau", \.level, example: "2", nl: "Het mbo-niveau bij een leerbaan of stage.",
                en: "The vocational level of a learning job or internship."
            ).marked(.aside),
            .code(
                "eerder_in_dienst", \.employedBefore, example: "nee",
                nl: "Was de deelnemer kort hiervoor al in dienst bij deze werkgever?",
                en: "Was the participant employed by this employer shortly before?"
            ).marked(.aside),
            .text(
                "verband_opdracht", \.linkWithContract, required: true, also: ["verband met opdracht"],
                example: "direct: bevoorrading",
                nl: "Hoe het werk bij de opdracht hoort.", en: "How the work belongs to the contract."
            ).marked([.aside, .nothingSaysSomething]),
            .code(
                "telt_banenafspraak", \.countsForJobAgreement, example: "onbekend",
                nl: "Telt deze baan ook mee voor de banenafspraak? Dat is een ander cijfer dan social return.",
                en: "Does this job also count for the job agreement? That is a different figure from social return."
            ).marked([.welcome, .aside]),
            .text(
                "bonussen", \.bonuses, privacy: .plain, example: "VAST",
                nl: "De codes van bonussen uit de waarderingstabel.",
                en: "The codes of bonuses from the valuation table."
            ).marked(.aside),
            .money(
                "opgegeven_waarde", \.reportedValue, also: ["waarde"], example: "13333,33",
                nl: "De waarde in euro's die u zelf berekende; alleen als het contract een tabel noemt.",
                en: "The value in euros that you calculated; only if the contract names a table."
            ).marked([.ofPeriod, .aside]),
            .code(
                "uitkomst", \.outcome, example: "vast_werk", nl: "Hoe de inzet is afgelopen.",
                en: "How the placement ended."
            ).marked(.ofPeriod),
            .text(
                "reden_einde", \.endReason, example: "andere baan",
                nl: "Waarom de inzet eerder stopte. Geen medische reden.",
                en: "Why the placement ended early. No medical reason."
            ).marked([.ofPeriod, .aside]),
            .text(
                "werkpostcode", \.workPostcode, privacy: .plain, also: ["postcode"], example: "2511",
                nl: "De postcode van de werkplek; vier cijfers zijn genoeg.",
                en: "The postcode of the place of work; four digits are enough."
            ).marked(.aside),
            .text(
                "toelichting", \.explanation, also: ["opmerking", "opmerkingen"], example: "",
                nl: "Wat u verder wilt vertellen, zonder namen of gezondheid.",
                en: "What else you want to tell, without names or health."
            ).marked([.simpleTemplate, .aside]),
        ])
}
