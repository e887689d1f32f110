/// A place offered at one organisation, or looked for by another: a row of `leerplekken.csv`.
public struct LearningPlace: TableRow {
    /// Column `richting`.
    public var direction: PlaceDirection?
    /// Column `soort_plek`.
    public var kind: PlaceKind?
    /// Column `vak`.
    public var occupation = TextCell.empty
    /// Column `regio`.
    public var region: Symbol?
    /// Column `van`.
    public var from: Day?
    /// Column `tot`.
    public var until: Day?
    /// Column `aantal`, in places.
    public var count: Quantity?
    /// Column `contact`.
    public var contact = TextCell.empty

    /// A row in which every cell is empty.
    public init() {}

    /// The table and its columns.
    public static let table = TableDefinition<LearningPlace>(
        .learningPlaces, .submission, at: 120, file: "leerplekken.csv",
        title: Text(nl: "Leerplekken", en: "Learning places"),
        meaning: Text(
            nl: "Eén rij is een plek die u aanbiedt, of een plek die u zoekt.",
            en: "One row is a place that you offer, or a place that you look for."),
        sheetMeaning: Text(
            nl: "Leerplekken die worden aangeboden of gezocht.", en: "Learning places offered or looked for."),
        columns: [
            .code(
                "richting", \.direction, required: true, also: ["aanbod of vraag", "vraag/aanbod"], example: "aanbod",
                nl: "Biedt u een plek aan, of zoekt u er een?", en: "Do you offer a place, or look for one?"),
            .code(
                "soort_plek", \.kind, required: true, also: ["soort", "plek", "type plek"], example: "stage",
                nl: "Wat voor plek het is.", en: "What kind of place it is."),
            .text(
                "vak", \.occupation, also: ["beroep", "functie", "vakgebied", "werksoort"],
                example: "logistiek medewerker",
                nl: "Het vak of beroep.", en: "The trade or occupation."),
            .identifier(
                "regio", \.region, required: true, privacy: .plain, also: ["arbeidsmarktregio", "gebied"],
                example: "Haaglanden",
                nl: "De arbeidsmarktregio van de plek.", en: "The labour market region of the place."),
            .day(
                "van", \.from, within: .deadline, required: true,
                also: ["vanaf", "begindatum", "startdatum", "beschikbaar vanaf"],
                example: "01-09-2026",
                nl: "De eerste dag waarop de plek er is of nodig is.",
                en: "The first day on which the place is there or needed."),
            .day(
                "tot", \.until, within: .deadline, also: ["t/m", "tot en met", "einddatum", "beschikbaar tot"],
                example: "28-02-2027",
                nl: "De laatste dag, als die bekend is.", en: "The last day, when it is known."),
            .number(
                "aantal", \.count, within: .persons, required: true,
                also: ["aantal plekken", "plekken", "aantal plaatsen"], example: "2",
                nl: "Hoeveel plekken.", en: "How many places."),
            .text(
                "contact", \.contact, required: true, also: ["contactadres", "mailbox", "e-mail"],
                example: "leerplekken@voorbeeldschoon.example",
                nl: "Een algemeen mailadres, niet van een persoon.", en: "A general mailbox, not of a person."),
        ])
}
