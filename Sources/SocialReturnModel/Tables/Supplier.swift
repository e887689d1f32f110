/// One supplier: a row of `leveranciers.csv` in the register.
public struct Supplier: TableRow {
    /// Column `kvk`.
    public var kvk: KvKNumber?
    /// Column `naam`.
    public var name = TextCell.empty
    /// Column `rechtsvorm`.
    public var legalForm: LegalForm?
    /// Column `erkenning`.
    public var recognition = CodeSet<Recognition>()
    /// Column `erkenning_geldig_tot`.
    public var recognitionValidUntil: Day?
    /// Column `aandeel_doelgroep`, in per cent.
    public var targetGroupShare: Quantity?
    /// Column `aandeel_peildatum`.
    public var shareDate: Day?
    /// Column `telwijze`.
    public var shareCounting: ShareCounting?
    /// Column `hoofddoel_integratie`.
    public var mainAimIntegration: YesNo?
    /// Column `contact`.
    public var contact = TextCell.empty

    /// A row in which every cell is empty.
    public init() {}

    /// The table and its columns.
    public static let table = TableDefinition<Supplier>(
        .suppliers, .register, at: 30, file: "leveranciers.csv",
        title: Text(nl: "Leveranciers", en: "Suppliers"),
        meaning: Text(nl: "Eén rij is één leverancier van het Rijk.", en: "One row is one supplier of the State."),
        columns: [
            .kvk(
                "kvk", \.kvk, required: true, also: ["kvknummer", "kvk nr"], example: "12345678",
                nl: "Het KvK-nummer van de leverancier: acht cijfers.",
                en: "The KvK number of the supplier: eight digits."),
            .text(
                "naam", \.name, required: true, privacy: .plain, also: ["bedrijfsnaam", "organisatie"],
                example: "Voorbeeld Schoon B.V.",
                nl: "De naam van de leverancier.", en: "The name of the supplier."),
            .code(
                "rechtsvorm", \.legalForm, also: ["juridische vorm", "vorm"], example: "bv",
                nl: "De rechtsvorm van de organisatie.", en: "The legal form of the organisation."),
            .codes(
                "erkenning", \.recognition, also: ["erkenningen", "keurmerk", "certificaat"], example: "pso_trede",
                nl: "Welke keurmerken of erkenningen de leverancier zelf heeft.",
                en: "Which marks or recognitions the supplier itself has."),
            .day(
                "erkenning_geldig_tot", \.recognitionValidUntil, within: .deadline,
                also: ["geldig tot", "certificaat geldig tot", "keurmerk geldig tot"], example: "30-06-2027",
                nl: "De laatste dag waarop de erkenning geldt.", en: "The last day on which the recognition is valid."),
            .number(
                "aandeel_doelgroep", \.targetGroupShare, within: .share,
                also: ["percentage doelgroep", "aandeel", "% doelgroep"], example: "41,5",
                nl: "Bij een voorbehouden opdracht: hoeveel procent van het eigen personeel bij de doelgroep hoort.",
                en: "For a reserved contract: what percentage of its own staff belongs to the target group."),
            .day(
                "aandeel_peildatum", \.shareDate, within: .event, also: ["peildatum", "peildatum aandeel"],
                example: "01-01-2026",
                nl: "De dag waarop het aandeel is geteld.", en: "The day on which the share was counted."),
            .code(
                "telwijze", \.shareCounting, also: ["wijze van tellen", "telmethode"], example: "fte",
                nl: "Hoe het aandeel is geteld: in personen, in fte, of met detachering erbij.",
                en: "How the share was counted: in persons, in FTE, or with secondment included."),
            .code(
                "hoofddoel_integratie", \.mainAimIntegration, also: ["hoofddoel", "integratie hoofddoel"],
                example: "ja",
                nl: "Is het hoofddoel van de leverancier om mensen uit de doelgroep aan werk te helpen?",
                en: "Is it the supplier's main aim to help people of the target group into work?"),
            .text(
                "contact", \.contact, also: ["contactadres", "mailbox", "e-mail"],
                example: "socialreturn@voorbeeldschoon.example",
                nl: "Een algemeen mailadres van de leverancier, voor terugkoppeling en herinneringen.",
                en: "A general mailbox of the supplier, for feedback and reminders."),
        ])
}
