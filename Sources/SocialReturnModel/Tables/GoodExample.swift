/// A story that is useful to others: a row of `voorbeelden.csv`.
public struct GoodExample: TableRow {
    /// Column `contractnummer`.
    public var contract: Symbol?
    /// Column `titel`.
    public var title = TextCell.empty
    /// Column `verhaal`.
    public var story = TextCell.empty
    /// Column `deelbaar`.
    public var shareable: Shareability?
    /// Column `toestemming_datum`.
    public var consentDate: Day?

    /// A row in which every cell is empty.
    public init() {}

    /// The table and its columns.
    public static let table = TableDefinition<GoodExample>(
        .examples, .submission, at: 110, file: "voorbeelden.csv",
        title: Text(nl: "Goede voorbeelden", en: "Good examples"),
        meaning: Text(
            nl: "Eén rij is een verhaal waar anderen iets aan hebben.",
            en: "One row is a story that is useful to others."),
        sheetMeaning: Text(nl: "Verhalen waar anderen iets aan hebben.", en: "Stories that are useful to others."),
        columns: [
            .contract(
                \.contract,
                nl: "Het nummer van de overeenkomst waar het voorbeeld bij hoort.",
                en: "The number of the contract the example belongs to."),
            .text(
                "titel", \.title, required: true, also: ["kop", "onderwerp"], example: "Van stage naar vaste baan",
                nl: "Een korte titel.", en: "A short title."),
            .text(
                "verhaal", \.story, required: true, also: ["voorbeeld", "tekst", "beschrijving"],
                example: "Een stagiair bleef en leidt nu anderen op.",
                nl: "Wat er gebeurde, zonder namen of gezondheid.", en: "What happened, without names or health."),
            .code(
                "deelbaar", \.shareable, required: true, also: ["mag gedeeld", "delen", "openbaar maken"],
                example: "intern",
                nl: "Mag het verhaal worden gedeeld: nee, intern bij het Rijk, of openbaar.",
                en: "Whether the story may be shared: no, inside the State, or in public."),
            .day(
                "toestemming_datum", \.consentDate, within: .event,
                also: ["datum toestemming", "toestemming", "toestemming op"],
                example: "02-03-2026",
                nl: "De dag waarop de betrokkenen toestemming gaven.",
                en: "The day on which those concerned gave consent."),
        ])
}
