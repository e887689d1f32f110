/// One conversation between supplier and client: a row of `gesprekken.csv`.
public struct Conversation: TableRow {
    /// Column `contractnummer`.
    public var contract: Symbol?
    /// Column `datum`.
    public var date: Day?
    /// Column `fase`.
    public var phase: ContractPhase?
    /// Column `deelnemende_rollen`.
    public var roles = TextCell.empty
    /// Column `uitkomst`.
    public var outcome = TextCell.empty

    /// A row in which every cell is empty.
    public init() {}

    /// The table and its columns.
    public static let table = TableDefinition<Conversation>(
        .conversations, .submission, at: 70, file: "gesprekken.csv",
        title: Text(nl: "Gesprekken", en: "Conversations"),
        meaning: Text(
            nl: "Eén rij is één gesprek tussen leverancier en opdrachtgever over social return.",
            en: "One row is one conversation between supplier and client on social return."),
        sheetMeaning: Text(
            nl: "Gesprekken tussen Rijk en leverancier.", en: "Conversations between State and supplier."),
        columns: [
            .contract(
                \.contract,
                nl: "Het nummer van de overeenkomst waar het gesprek over ging.",
                en: "The number of the contract the conversation was about."),
            .day(
                "datum", \.date, within: .event, required: true, also: ["datum gesprek", "gespreksdatum"],
                example: "05-02-2026",
                nl: "De dag van het gesprek.", en: "The day of the conversation."),
            .code(
                "fase", \.phase, required: true, also: ["fase contract", "moment"], example: "uitvoering",
                nl: "In welke fase van de opdracht het gesprek was.",
                en: "In which phase of the contract the conversation was."),
            .text(
                "deelnemende_rollen", \.roles, also: ["rollen", "aanwezig", "deelnemers gesprek", "aanwezigen"],
                example: "contractmanager, projectleider",
                nl: "Welke functies aan tafel zaten. Geen namen.", en: "Which functions were at the table. No names."),
            .text(
                "uitkomst", \.outcome, also: ["resultaat", "conclusie", "uitkomst gesprek"],
                example: "twee extra leerplekken afgesproken",
                nl: "Wat het gesprek opleverde.", en: "What the conversation led to."),
        ])
}
