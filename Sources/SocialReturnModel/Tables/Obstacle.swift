/// Something that blocks the execution, and the help that is asked: a row of `knelpunten.csv`.
public struct Obstacle: TableRow {
    /// Column `contractnummer`.
    public var contract: Symbol?
    /// Column `soort`.
    public var kind: ObstacleKind?
    /// Column `fase`.
    public var phase = TextCell.empty
    /// Column `omschrijving`.
    public var description = TextCell.empty
    /// Column `hulpvraag`.
    public var helpRequested: YesNo?
    /// Column `actie`.
    public var action = TextCell.empty
    /// Column `eigenaar`.
    public var owner: Owner?

    /// A row in which every cell is empty.
    public init() {}

    /// The table and its columns.
    public static let table = TableDefinition<Obstacle>(
        .obstacles, .submission, at: 90, file: "knelpunten.csv",
        title: Text(nl: "Knelpunten", en: "Obstacles"),
        meaning: Text(
            nl: "Eén rij is iets dat de uitvoering in de weg zit. Het adviesteam leest mee en helpt.",
            en: "One row is something that blocks the execution. The advisory team reads it and helps."),
        sheetMeaning: Text(
            nl: "Wat in de weg staat, en welke hulp wordt gevraagd.", en: "What is in the way, and which help is asked."
        ),
        columns: [
            .contract(
                \.contract,
                nl: "Het nummer van de overeenkomst waar het knelpunt bij hoort.",
                en: "The number of the contract the obstacle belongs to."),
            .code(
                "soort", \.kind, required: true, also: ["soort knelpunt", "knelpunt", "type"],
                example: "geen_kandidaten",
                nl: "Wat voor knelpunt het is.", en: "What kind of obstacle it is."),
            .text(
                "fase", \.phase, also: ["fase contract", "moment"], example: "uitvoering",
                nl: "In welke fase het knelpunt speelt.", en: "In which phase the obstacle occurs."),
            .text(
                "omschrijving", \.description, required: true, also: ["beschrijving", "wat speelt er", "probleem"],
                example: "geen kandidaten met rijbewijs",
                nl: "Wat er speelt, zonder namen of gezondheid.", en: "What is going on, without names or health."),
            .code(
                "hulpvraag", \.helpRequested, also: ["hulp gevraagd", "hulp nodig"], example: "ja",
                nl: "Wilt u dat het adviesteam meedenkt?", en: "Do you want the advisory team to think along?"),
            .text(
                "actie", \.action, also: ["oplossing", "maatregel", "vervolg"],
                example: "gesprek met het werkgeversservicepunt",
                nl: "Wat u eraan doet.", en: "What you do about it."),
            .code(
                "eigenaar", \.owner, also: ["verantwoordelijke", "actiehouder", "wie"], example: "leverancier",
                nl: "Wie de actie oppakt: de leverancier, het Rijk, of samen.",
                en: "Who takes the action: the supplier, the State, or together."),
        ])
}
