/// One measurable goal that supplier and client agreed on together: a row of `afspraken.csv`.
public struct Commitment: TableRow {
    /// Column `afspraak_id`.
    public var id: Symbol?
    /// Column `contractnummer`.
    public var contract: Symbol?
    /// Column `doel`.
    public var goal = TextCell.empty
    /// Column `eigenaar`.
    public var owner: Owner?
    /// Column `aantal`, in the unit of `eenheid`.
    public var count: Quantity?
    /// Column `eenheid`.
    public var unit: CommitmentUnit?
    /// Column `streefdatum`.
    public var targetDate: Day?
    /// Column `voortgang`, in per cent.
    public var progress: Quantity?
    /// Column `status`.
    public var status: CommitmentStatus?
    /// Column `toelichting`.
    public var explanation = TextCell.empty

    /// A row in which every cell is empty.
    public init() {}

    /// The table and its columns.
    public static let table = TableDefinition<Commitment>(
        .commitments, .submission, at: 80, file: "afspraken.csv",
        title: Text(nl: "Afspraken", en: "Commitments"),
        meaning: Text(
            nl: "Eén rij is één meetbare afspraak die leverancier en Rijk samen maakten.",
            en: "One row is one measurable goal that supplier and State agreed on together."),
        sheetMeaning: Text(
            nl: "Wat samen is afgesproken, en hoe ver het is.", en: "What was agreed together, and how far it is."),
        columns: [
            .identifier(
                "afspraak_id", \.id, required: true, also: ["afspraaknummer", "id", "nr"], example: "A-01",
                nl: "Uw eigen, unieke kenmerk van deze afspraak.", en: "Your own unique reference of this commitment."),
            .contract(
                \.contract,
                nl: "Het nummer van de overeenkomst waar de afspraak bij hoort.",
                en: "The number of the contract the commitment belongs to."),
            .text(
                "doel", \.goal, required: true, also: ["doelstelling", "afspraak", "omschrijving"],
                example: "vier leerplekken in de logistiek",
                nl: "Wat u samen wilt bereiken.", en: "What you want to achieve together."),
            .code(
                "eigenaar", \.owner, required: true, also: ["verantwoordelijke", "wie", "trekker"], example: "samen",
                nl: "Wie ervoor zorgt: de leverancier, het Rijk, of samen.",
                en: "Who sees to it: the supplier, the State, or together."),
            .number(
                "aantal", \.count, within: .count, also: ["streefaantal", "hoeveel", "doel aantal"], example: "4",
                nl: "Hoeveel u wilt bereiken, geteld in de eenheid hiernaast.",
                en: "How much you want to achieve, counted in the unit beside it."),
            .code(
                "eenheid", \.unit, also: ["per", "doel eenheid"], example: "plekken",
                nl: "Waarin het aantal is geteld.", en: "What the number counts."),
            .day(
                "streefdatum", \.targetDate, within: .deadline,
                also: ["deadline", "gereed op", "einddatum", "datum gereed"],
                example: "31-12-2026",
                nl: "De dag waarop de afspraak gehaald moet zijn.", en: "The day by which the commitment must be met."),
            .number(
                "voortgang", \.progress, within: .progress, also: ["voortgang %", "percentage gereed", "% gereed"],
                example: "50",
                nl: "Hoe ver u bent, in procenten.", en: "How far you are, in per cent."),
            .code(
                "status", \.status, required: true, also: ["stand", "stand van zaken"], example: "loopt",
                nl: "Hoe het met de afspraak staat.", en: "How the commitment stands."),
            .text(
                "toelichting", \.explanation, also: ["opmerking", "opmerkingen", "bijzonderheden"], example: "",
                nl: "Wat u verder wilt vertellen, zonder namen of gezondheid.",
                en: "What else you want to tell, without names or health."),
        ])

    /// Whether the commitment is settled, one way or another.
    public var isClosed: Bool { status?.isClosed ?? false }
}
