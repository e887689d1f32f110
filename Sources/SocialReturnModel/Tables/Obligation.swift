/// One obligation of a contract, with the settings of its valuation: a row of `verplichtingen.csv` in the register.
public struct Obligation: TableRow {
    /// Column `contractnummer`.
    public var contract: Symbol?
    /// Column `percentage`, in per cent.
    public var percentage: Quantity?
    /// Column `grondslag`.
    public var base: ObligationBase?
    /// Column `grondslag_bedrag`, in euros, excluding VAT.
    public var baseAmount: Cents?
    /// Column `maximum`, in euros, excluding VAT.
    public var cap: Cents?
    /// Column `verplichting_bedrag`, in euros, excluding VAT.
    public var amount: Cents?
    /// Column `doel_aantal`, in the unit of `doel_eenheid`.
    public var targetCount: Quantity?
    /// Column `doel_eenheid`.
    public var targetUnit: TargetUnit?
    /// Column `tabel_id`.
    public var tableID: Symbol?
    /// Column `rekenmethode`.
    public var method: ValuationMethod?
    /// Column `peildatum_soort`.
    public var referenceDateKind: ReferenceDateKind?
    /// Column `terugkijkmaanden`, in months.
    public var lookBackMonths: Quantity?
    /// Column `pso_korting`, in per cent.
    public var psoDiscount: Quantity?
    /// Column `status`.
    public var status: ObligationStatus?
    /// Column `jaarbasis`.
    public var yearBasis: YearBasis?
    /// Column `afronding`, nil for the default, per row.
    public var rounding: Rounding?
    /// Column `min_uren`, in hours a week.
    public var minimumHours: Quantity?
    /// Column `meetelduur`, in months.
    public var countingMonths: Quantity?
    /// Column `voltijd_uren`, in hours a week.
    public var fullTimeHours: Quantity?
    /// Column `jaaruren`, in hours a year.
    public var yearHours: Quantity?
    /// Column `waarde_tolerantie`, in euros, excluding VAT.
    public var valueTolerance: Cents?
    /// Column `reden_vrijstelling`.
    public var exemptionReason = TextCell.empty
    /// Column `vastgesteld_op`.
    public var settledOn: Day?
    /// Column `aandeel_arbeid`, in per cent.
    public var labourShare: Quantity?
    /// Column `keurmerken`.
    public var acceptedMarks = CodeSet<Recognition>()
    /// Column `gelijkwaardig_bewijs`.
    public var acceptsEquivalentProof: YesNo?
    /// Column `telt_vanaf`, nil for the default, the contract's first day.
    public var countsFrom: CountsFrom?
    /// Column `fte_maat`, nil for the default, the average of the period.
    public var fteMeasure: FTEMeasure?
    /// Column `max_fte`, in full-time equivalents, nil for the default, 1.
    public var maximumFTE: Quantity?

    /// A row in which every cell is empty.
    public init() {}

    /// The table and its columns.
    public static let table = TableDefinition<Obligation>(
        .obligations, .register, at: 20, file: "verplichtingen.csv",
        title: Text(nl: "Verplichtingen", en: "Obligations"),
        meaning: Text(
            nl: "Eén rij is één verplichting van een overeenkomst. Een overeenkomst kan er meer hebben.",
            en: "One row is one obligation of a contract. A contract can have more than one."),
        columns: [
            .contract(
                \.contract,
                nl: "Het nummer van de overeenkomst waar de verplichting bij hoort.",
                en: "The number of the contract the obligation belongs to."),
            .number(
                "percentage", \.percentage, within: .percent,
                also: ["percentage social return", "%", "sroi percentage"], example: "5,0",
                nl: "Het percentage social return.", en: "The percentage of social return."),
            .code(
                "grondslag", \.base, also: ["berekend over", "basis", "soort grondslag"], example: "loonsom",
                nl: "Waarover het percentage is berekend.", en: "What the percentage is calculated on."),
            .money(
                "grondslag_bedrag", \.baseAmount, within: .eurosAgreed,
                also: ["bedrag grondslag", "grondslag in euro"], example: "640000,00",
                nl: "Het bedrag in euro's waarover het percentage is berekend.",
                en: "The amount in euros that the percentage is calculated on."),
            .money(
                "maximum", \.cap, within: .eurosAgreed, also: ["max", "maximumbedrag", "plafond"], example: "300000,00",
                nl: "Het hoogste bedrag van de verplichting, in euro's.",
                en: "The highest amount of the obligation, in euros."),
            .money(
                "verplichting_bedrag", \.amount, within: .eurosAgreed,
                also: ["verplichting", "bedrag verplichting", "sroi bedrag", "sroi verplichting"], example: "32000,00",
                nl: "Het bedrag van de verplichting, in euro's.", en: "The amount of the obligation, in euros."),
            .number(
                "doel_aantal", \.targetCount, within: .count, also: ["aantal", "doel"], example: "4",
                nl: "Het afgesproken aantal, als er geen bedrag is.",
                en: "The agreed number, when there is no amount."),
            .code(
                "doel_eenheid", \.targetUnit, also: ["eenheid", "eenheid doel"], example: "plekken",
                nl: "Waarin het aantal is geteld: personen, fte, uren of plekken.",
                en: "What the number counts: persons, FTE, hours or places."),
            .identifier(
                "tabel_id", \.tableID, also: ["tabel", "waarderingstabel", "bouwblokkentabel"],
                example: "HAAGLANDEN-2023-07",
                nl: "De waarderingstabel die het contract noemt. Zonder tabel is er geen waarde in euro's.",
                en: "The valuation table that the contract names. Without a table there is no value."),
            .code(
                "rekenmethode", \.method, also: ["methode", "berekeningswijze"], example: "contract",
                nl: "Hoe de waarde wordt berekend: volgens contract, gewerkte uren of eenheid.",
                en: "How the value is calculated: by contract, hours worked or unit."),
            .code(
                "peildatum_soort", \.referenceDateKind, also: ["peildatum", "soort peildatum"], example: "start_inzet",
                nl: "Op welke dag een deelnemer bij de doelgroep moet horen.",
                en: "On which day a participant must belong to the target group."),
            .number(
                "terugkijkmaanden", \.lookBackMonths, within: .months,
                also: ["terugkijken", "maanden terug", "terugkijktermijn"],
                example: "12",
                nl: "Hoeveel maanden voor de ingangsdatum een inzet al mag beginnen.",
                en: "How many months before the contract a placement may already start."),
            .number(
                "pso_korting", \.psoDiscount, within: .share, also: ["korting pso", "pso-korting %"], example: "0",
                nl: "De korting op de verplichting voor een PSO-certificaat, in procenten.",
                en: "The discount on the obligation for a PSO certificate, in per cent."),
            .code(
                "status", \.status, required: true, also: ["stand", "stand van zaken"], example: "in_uitvoering",
                nl: "Hoe het met de verplichting staat.", en: "How the obligation stands."),
            .code(
                "jaarbasis", \.yearBasis, also: ["basis jaar", "jaar in"], example: "dagen",
                nl: "Waarin een jaar is verdeeld bij het berekenen: dagen, weken of maanden.",
                en: "What a year is divided into when calculating: days, weeks or months."),
            .code(
                "afronding", \.rounding, also: ["afronden"], example: "per_rij",
                nl: "Wanneer een waarde wordt afgerond. Leeg is per rij.",
                en: "When a value is rounded. Empty means per row."),
            .number(
                "min_uren", \.minimumHours, within: .hoursOfWeek, also: ["minimum uren", "minimaal aantal uren"],
                example: "12",
                nl: "Het aantal uren per week vanaf waar een inzet meetelt.",
                en: "The number of hours a week from which a placement counts."),
            .number(
                "meetelduur", \.countingMonths, within: .months, also: ["telt mee", "duur meetellen", "meetelmaanden"],
                example: "24",
                nl: "Hoeveel maanden een deelnemer meetelt.", en: "For how many months a participant counts."),
            .number(
                "voltijd_uren", \.fullTimeHours, within: .fullTimeWeek,
                also: ["voltijd", "voltijdnorm", "uren voltijd"], example: "36",
                nl: "Hoeveel uur per week een volledige baan is, als de tabel dat niet zegt of het contract afwijkt.",
                en: "How many hours a week a full-time job is, where the table does not say or the contract differs."),
            .number(
                "jaaruren", \.yearHours, within: .hoursOfYear, also: ["uren per jaar", "jaaruren voltijd"],
                example: "1872",
                nl: "Hoeveel uur per jaar een volledige baan is. Leeg is 52 keer de voltijd_uren.",
                en: "How many hours a year a full-time job is. Empty means 52 times voltijd_uren."),
            .money(
                "waarde_tolerantie", \.valueTolerance, within: .eurosAgreed,
                also: ["tolerantie", "toegestaan verschil"], example: "1,00",
                nl: "Welk verschil in euro's tussen opgegeven en berekende waarde geen vraag oproept.",
                en: "Which difference in euros between reported and computed value needs no question."),
            .text(
                "reden_vrijstelling", \.exemptionReason, also: ["vrijstelling", "reden vrijgesteld"],
                example: "levering zonder arbeid",
                nl: "Waarom de verplichting niet geldt, als zij is vrijgesteld.",
                en: "Why the obligation does not apply, when it is exempt."),
            .day(
                "vastgesteld_op", \.settledOn, within: .event, also: ["datum vastgesteld", "nagekeken op"],
                example: "15-01-2026",
                nl: "De dag waarop de verplichting voor het laatst is vastgesteld of nagekeken.",
                en: "The day on which the obligation was last settled or looked over."),
            .number(
                "aandeel_arbeid", \.labourShare, within: .share, also: ["arbeidsaandeel", "arbeidscomponent"],
                example: "25",
                nl: "Het deel van de opdracht dat uit arbeid bestaat, in procenten.",
                en: "The part of the contract that is labour, in per cent."),
            .codes(
                "keurmerken", \.acceptedMarks, also: ["keurmerk", "gevraagd keurmerk"], example: "pso_trede",
                nl: "De keurmerken die het contract als bewijs noemt.",
                en: "The marks that the contract names as proof."),
            .code(
                "gelijkwaardig_bewijs", \.acceptsEquivalentProof,
                also: ["gelijkwaardig", "gelijkwaardig keurmerk", "of gelijkwaardig"], example: "ja",
                nl: "Of het contract ook bewijs aanneemt dat gelijkwaardig is aan die keurmerken.",
                en: "Whether the contract also accepts proof that is equivalent to those marks."),
            .code(
                "telt_vanaf", \.countsFrom, also: ["telt mee vanaf", "eerste teldag"], example: "contract",
                nl:
                    "Telt een eerder begonnen inzet vanaf de eerste dag van het contract, of vanaf de begindatum? Leeg is contract.",
                en:
                    "Whether an earlier placement counts from the contract's first day, or from its own. Empty means contract."
            ),
            .code(
                "fte_maat", \.fteMeasure, also: ["maat fte", "maat van fte"], example: "gemiddeld",
                nl:
                    "Welke fte naast het doel staat: gemiddeld over de periode, of op de laatste dag. Leeg is gemiddeld.",
                en:
                    "Which FTE is held against the goal: the average of the period, or that on the last day. Empty means average."
            ),
            .number(
                "max_fte", \.maximumFTE, within: .fullTimeEquivalents, also: ["maximum fte", "hoogste fte"],
                example: "1",
                nl: "Voor hoeveel fte de gewerkte uren van één inzet hoogstens tellen. Leeg is 1.",
                en: "For how many FTE the hours worked of one placement count at most. Empty means 1."),
        ])
}
