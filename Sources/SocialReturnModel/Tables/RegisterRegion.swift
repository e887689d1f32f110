/// A region that a department adds to the list of regions, or another name for one: a row of `regios.csv` in the register.
public struct RegisterRegion: TableRow {
    /// Column `naam`: the region.
    public var name = TextCell.empty
    /// Column `alias`: another name for it.
    public var alias = TextCell.empty
    /// Column `postcodes`: the postcodes that lie in it.
    public var postcodes = TextCell.empty
    /// Column `plaatsen`: the places that lie in it.
    public var places = TextCell.empty
    /// Column `buren`: the regions that border on it.
    public var neighbours = TextCell.empty

    /// A row in which every cell is empty.
    public init() {}

    /// The table and its columns.
    public static let table = TableDefinition<RegisterRegion>(
        .regions, .register, at: 100, file: "regios.csv",
        title: Text(nl: "Regio's", en: "Regions"),
        meaning: Text(
            nl:
                "Eén rij is een regio die de lijst van arbeidsmarktregio's niet heeft, of een andere naam voor een regio.",
            en: "One row is a region that the list of labour market regions lacks, or another name for a region."),
        columns: [
            .text(
                "naam", \.name, required: true, privacy: .plain, also: ["regio", "arbeidsmarktregio"],
                example: "Regio Zwolle",
                nl: "De naam van de regio, zoals die moet heten.", en: "The name of the region as it must be called."),
            .text(
                "alias", \.alias, privacy: .plain, also: ["andere naam", "ook wel"], example: "IJsselvechtstreek",
                nl: "Een andere naam die hetzelfde betekent; meer namen met | ertussen. Leeg mag ook.",
                en: "Another name that means the same; several with | between them. May be empty."),
            .text(
                "postcodes", \.postcodes, privacy: .plain, also: ["pc4"], example: "2490-2599|2600-2629",
                nl: "De viercijferige postcodes in de regio, van-tot, met | ertussen. Gaat voor de ingebouwde lijst.",
                en:
                    "The four-digit postcodes in the region, from-to, with | between them. Takes precedence over the built-in list."
            ),
            .text(
                "plaatsen", \.places, privacy: .plain, also: ["gemeenten"], example: "Delft|Rijswijk",
                nl: "Plaatsen of gemeenten in de regio, met | ertussen.",
                en: "Places or municipalities in the region, with | between them."),
            .text(
                "buren", \.neighbours, privacy: .plain, also: ["buurregio's"], example: "Rijnmond|Holland Rijnland",
                nl: "Regio's die eraan grenzen, met | ertussen.", en: "Regions that border on it, with | between them."),
        ])
}
