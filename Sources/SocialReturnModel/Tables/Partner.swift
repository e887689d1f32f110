/// One social enterprise or sheltered-employment (SW) company: a row of `partners.csv` in the register.
public struct Partner: TableRow {
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

    /// A row in which every cell is empty.
    public init() {}

    /// The table and its columns.
    public static let table = TableDefinition<Partner>(
        .partners, .register, at: 40, file: "partners.csv",
        title: Text(nl: "Partners", en: "Partners"),
        meaning: Text(
            nl: "Eén rij is één sociale onderneming of SW-bedrijf dat inkoop kent.",
            en: "One row is one social enterprise or SW company that procurement knows."),
        columns: [
            .kvk(
                "kvk", \.kvk, required: true, also: ["kvknummer", "kvk nr"], example: "90000001",
                nl: "Het KvK-nummer van de partner: acht cijfers.", en: "The KvK number of the partner: eight digits."),
            .text(
                "naam", \.name, required: true, privacy: .plain, also: ["bedrijfsnaam", "organisatie"],
                example: "Voorbeeld Sociaal Werk B.V.",
                nl: "De naam van de partner.", en: "The name of the partner."),
            .code(
                "rechtsvorm", \.legalForm, also: ["juridische vorm", "vorm"], example: "bv",
                nl: "De rechtsvorm van de organisatie.", en: "The legal form of the organisation."),
            .codes(
                "erkenning", \.recognition, also: ["erkenningen", "keurmerk", "certificaat"], example: "pso30",
                nl: "Waaruit blijkt dat de partner een sociale onderneming of SW-bedrijf is.",
                en: "What shows that the partner is a social enterprise or SW company."),
            .day(
                "erkenning_geldig_tot", \.recognitionValidUntil, within: .deadline,
                also: ["geldig tot", "certificaat geldig tot", "keurmerk geldig tot"], example: "30-06-2027",
                nl: "De laatste dag waarop de erkenning geldt.", en: "The last day on which the recognition is valid."),
            .number(
                "aandeel_doelgroep", \.targetGroupShare, within: .share,
                also: ["percentage doelgroep", "aandeel", "% doelgroep"],
                example: "41,5",
                nl: "Hoeveel procent van het personeel bij de doelgroep hoort.",
                en: "What percentage of the staff belongs to the target group."),
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
                nl: "Is het hoofddoel van de partner om mensen uit de doelgroep aan werk te helpen?",
                en: "Is it the partner's main aim to help people of the target group into work?"),
        ])
}
