/// One activity for the target group, such as a guest lesson: a row of `activiteiten.csv`.
public struct Activity: TableRow {
    /// Column `contractnummer`.
    public var contract: Symbol?
    /// Column `soort`.
    public var kind: ActivityKind?
    /// Column `datum`.
    public var date: Day?
    /// Column `uren`, in hours.
    public var hours: Quantity?
    /// Column `aantal_medewerkers`, in persons.
    public var employees: Quantity?
    /// Column `kosten_excl_btw`, in euros, excluding VAT.
    public var costs: Cents?
    /// Column `bereikte_deelnemers`, in persons.
    public var participantsReached: Quantity?
    /// Column `goedgekeurd_door_opdrachtgever`.
    public var approvedByClient: YesNo?
    /// Column `toelichting`.
    public var explanation = TextCell.empty

    /// A row in which every cell is empty.
    public init() {}

    /// The table and its columns.
    public static let table = TableDefinition<Activity>(
        .activities, .submission, at: 50, file: "activiteiten.csv",
        title: Text(nl: "Activiteiten", en: "Activities"),
        meaning: Text(
            nl: "Eén rij is één activiteit voor de doelgroep, zoals een gastles of scholing.",
            en: "One row is one activity for the target group, such as a guest lesson or training."),
        sheetMeaning: Text(
            nl: "Gastlessen, coaching en andere activiteiten.", en: "Guest lessons, coaching and other activities."),
        columns: [
            .contract(
                \.contract,
                nl: "Het nummer van de overeenkomst waar de activiteit bij hoort.",
                en: "The number of the contract the activity belongs to."),
            .code(
                "soort", \.kind, required: true, also: ["soort activiteit", "activiteit", "type"], example: "gastles",
                nl: "Wat voor activiteit het was.", en: "What kind of activity it was."),
            .day(
                "datum", \.date, within: .event, required: true, also: ["datum activiteit", "uitgevoerd op"],
                example: "12-03-2026",
                nl: "De dag van de activiteit.", en: "The day of the activity."),
            .number(
                "uren", \.hours, within: .hoursTogether, also: ["aantal uren", "bestede uren", "tijd"], example: "6,0",
                nl: "De uren die uw medewerkers er samen aan besteedden.",
                en: "The hours that your employees spent on it together."),
            .number(
                "aantal_medewerkers", \.employees, within: .persons, also: ["medewerkers", "aantal mw"], example: "2",
                nl: "Hoeveel medewerkers eraan meewerkten.", en: "How many employees took part."),
            .money(
                "kosten_excl_btw", \.costs, also: ["kosten", "bedrag", "kosten exclusief btw"], example: "350,00",
                nl: "De kosten in euro's zonder btw.", en: "The costs in euros without VAT."),
            .number(
                "bereikte_deelnemers", \.participantsReached, within: .persons,
                also: ["deelnemers", "aantal deelnemers", "bereik"],
                example: "18",
                nl: "Hoeveel mensen uit de doelgroep u bereikte.",
                en: "How many people of the target group you reached."),
            .code(
                "goedgekeurd_door_opdrachtgever", \.approvedByClient,
                also: ["goedgekeurd", "akkoord opdrachtgever", "akkoord"], example: "ja",
                nl: "Is de activiteit vooraf goedgekeurd door de opdrachtgever?",
                en: "Did the client approve the activity beforehand?"),
            .text(
                "toelichting", \.explanation, also: ["opmerking", "opmerkingen", "bijzonderheden"], example: "",
                nl: "Wat u verder wilt vertellen, zonder namen of gezondheid.",
                en: "What else you want to tell, without names or health."),
        ])
}
