/// What was tried and what was learned: a row of `leerpunten.csv`.
public struct Lesson: TableRow {
    /// Column `contractnummer`.
    public var contract: Symbol?
    /// Column `afspraak_id`.
    public var commitment: Symbol?
    /// Column `wat_geprobeerd`.
    public var tried = TextCell.empty
    /// Column `wat_gebeurde`.
    public var happened = TextCell.empty
    /// Column `wat_geleerd`.
    public var learned = TextCell.empty
    /// Column `volgende_stap`.
    public var nextStep = TextCell.empty

    /// A row in which every cell is empty.
    public init() {}

    /// The table and its columns.
    public static let table = TableDefinition<Lesson>(
        .lessons, .submission, at: 100, file: "leerpunten.csv",
        title: Text(nl: "Leerpunten", en: "Lessons"),
        meaning: Text(
            nl: "Eén rij is wat u probeerde en wat u daarvan leerde. Ook wat niet lukte, is welkom.",
            en: "One row is what you tried and what you learned. What did not work is welcome too."),
        sheetMeaning: Text(nl: "Wat is geprobeerd en geleerd.", en: "What was tried and learned."),
        columns: [
            .contract(
                \.contract,
                nl: "Het nummer van de overeenkomst waar het leerpunt bij hoort.",
                en: "The number of the contract the lesson belongs to."),
            .identifier(
                "afspraak_id", \.commitment, also: ["afspraak", "afspraaknummer"], example: "A-01",
                nl: "De afspraak waar het leerpunt bij hoort, als die er is.",
                en: "The commitment the lesson belongs to, if there is one."),
            .text(
                "wat_geprobeerd", \.tried, also: ["geprobeerd", "aanpak"], example: "open dag met twee scholen",
                nl: "Wat u probeerde.", en: "What you tried."),
            .text(
                "wat_gebeurde", \.happened, also: ["gebeurd", "resultaat", "wat er gebeurde"],
                example: "acht leerlingen, twee stages",
                nl: "Wat er gebeurde.", en: "What happened."),
            .text(
                "wat_geleerd", \.learned, required: true, also: ["geleerd", "les", "leerpunt"],
                example: "eerder met de school beginnen",
                nl: "Wat u ervan leerde.", en: "What you learned from it."),
            .text(
                "volgende_stap", \.nextStep, also: ["vervolg", "vervolgstap", "volgende keer"],
                example: "in mei plannen met de school",
                nl: "Wat u nu gaat doen.", en: "What you will do next."),
        ])
}
