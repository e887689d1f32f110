/// A word that a department adds to a list, or leaves out of it: a row of `woordenlijsten.csv` in the register.
public struct RegisterWord: TableRow {
    /// Column `lijst`.
    public var list: Symbol?
    /// Column `woord`.
    public var word = TextCell.empty
    /// Column `vorm`.
    public var form: WordForm?
    /// Column `geldig_vanaf`.
    public var validFrom: Day?
    /// Column `geldig_tot`, the last day.
    public var validThrough: Day?
    /// Column `toelichting`.
    public var explanation = TextCell.empty

    /// A row in which every cell is empty.
    public init() {}

    /// The table and its columns.
    public static let table = TableDefinition<RegisterWord>(
        .words, .register, at: 70, file: "woordenlijsten.csv",
        title: Text(nl: "Woordenlijsten", en: "Word lists"),
        meaning: Text(
            nl: "Eén rij is één woord dat de afdeling aan een lijst toevoegt, of juist met rust laat.",
            en: "One row is one word that the department adds to a list, or that it leaves alone."),
        columns: [
            .identifier(
                "lijst", \.list, required: true, privacy: .plain, also: ["woordenlijst", "naam lijst"],
                example: "medische_termen",
                nl: "De naam van de lijst, zoals in de lijst van regels.",
                en: "The name of the list, as in the list of rules."),
            .text(
                "woord", \.word, required: true, privacy: .plain, also: ["term", "begrip"],
                example: "autismevriendelijk",
                nl: "Het woord, of het begin ervan.", en: "The word, or its beginning."
            ).marked(.nothingSaysSomething),
            .code(
                "vorm", \.form, required: true, also: ["soort"], example: "niet",
                nl: "Heel woord, begin van een woord, of niet melden.",
                en: "Whole word, beginning of a word, or not to be reported."),
            .day(
                "geldig_vanaf", \.validFrom, within: .ownChoice, also: ["vanaf", "ingangsdatum"], example: "01-01-2026",
                nl: "De eerste dag waarop de regel geldt. Leeg is altijd al.",
                en: "The first day on which the line holds. Empty means always."),
            .day(
                "geldig_tot", \.validThrough, within: .ownChoice, also: ["tot", "tot en met", "t/m", "einddatum"],
                example: "31-12-2026",
                nl: "De laatste dag waarop de regel geldt. Leeg is tot nader order.",
                en: "The last day on which the line holds. Empty means until further notice."),
            .text(
                "toelichting", \.explanation, also: ["reden", "opmerking"], example: "naam van een project",
                nl: "Waarom het woord in de lijst staat.", en: "Why the word is in the list."),
        ])
}
