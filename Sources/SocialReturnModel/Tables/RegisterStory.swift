/// A story of a supplier that somebody has read before it was shared in public: a row of `verhalen.csv` in the register.
public struct RegisterStory: TableRow {
    /// Column `contractnummer`.
    public var contract: Symbol?
    /// Column `titel`: the story's title as the supplier wrote it.
    public var title = TextCell.empty
    /// Column `gedeeld_door`: who has read it, and shares it.
    public var sharedBy = TextCell.empty
    /// Column `gedeeld_op`.
    public var sharedOn: Day?

    /// A row in which every cell is empty.
    public init() {}

    /// The table and its columns.
    public static let table = TableDefinition<RegisterStory>(
        .stories, .register, at: 90, file: "verhalen.csv",
        title: Text(nl: "Gelezen verhalen", en: "Stories that were read"),
        meaning: Text(
            nl: "Eén rij is een verhaal dat iemand heeft gelezen voordat het openbaar wordt gedeeld.",
            en: "One row is a story that somebody has read before it is shared in public."),
        columns: [
            .contract(
                \.contract,
                nl: "Het nummer van de overeenkomst waar het verhaal bij hoort.",
                en: "The number of the contract the story belongs to."),
            .text(
                "titel", \.title, required: true, privacy: .plain, also: ["kop", "onderwerp"],
                example: "Van stage naar vaste baan",
                nl: "De titel zoals de leverancier die schreef.", en: "The title as the supplier wrote it."),
            .text(
                "gedeeld_door", \.sharedBy, required: true, privacy: .plain, also: ["gelezen door", "lezer"],
                example: "communicatie BZK",
                nl: "De functie of afdeling die het verhaal las en het deelt.",
                en: "The position or department that read the story and shares it."),
            .day(
                "gedeeld_op", \.sharedOn, within: .event, also: ["gelezen op", "datum"], example: "02-07-2026",
                nl: "De dag waarop het verhaal is gelezen.", en: "The day on which the story was read."),
        ])
}
