/// What the advice team answered to a request for help: a row of `hulpantwoorden.csv` in the register.
public struct RegisterHelpAnswer: TableRow {
    /// Column `contractnummer`; empty for all contracts that name the obstacle.
    public var contract: Symbol?
    /// Column `soort`: the kind of the obstacle.
    public var kind: ObstacleKind?
    /// Column `antwoord`.
    public var answer = TextCell.empty
    /// Column `beantwoord_op`.
    public var answeredOn: Day?
    /// Column `beantwoord_door`.
    public var answeredBy = TextCell.empty

    /// A row in which every cell is empty.
    public init() {}

    /// The table and its columns.
    public static let table = TableDefinition<RegisterHelpAnswer>(
        .helpAnswers, .register, at: 120, file: "hulpantwoorden.csv",
        title: Text(nl: "Antwoorden op hulpvragen", en: "Answers to requests for help"),
        meaning: Text(
            nl:
                "Eén rij is een antwoord op een hulpvraag. Het staat in het volgende gesprek en in het landelijke werkboek.",
            en:
                "One row is an answer to a request for help. It stands in the next conversation and in the national workbook."
        ),
        columns: [
            .identifier(
                "contractnummer", \.contract, privacy: .plain, also: ["contract"], example: "BZK-2026-0147",
                nl: "Het nummer van de overeenkomst; leeg als het antwoord voor iedereen met dit knelpunt is.",
                en: "The number of the contract; empty when the answer is for everybody with this obstacle."),
            .code(
                "soort", \.kind, required: true, also: ["knelpunt", "soort knelpunt"], example: "geen_kandidaten",
                nl: "Het soort knelpunt waarop het antwoord slaat.", en: "The kind of obstacle that is answered."),
            .text(
                "antwoord", \.answer, required: true, example: "Het werkgeversservicepunt belt u deze week.",
                nl: "Het antwoord, in gewone woorden. Geen namen van deelnemers.",
                en: "The answer, in plain words. No names of participants."
            ).marked(.nothingSaysSomething),
            .day(
                "beantwoord_op", \.answeredOn, within: .event, required: true, also: ["datum"], example: "15-07-2026",
                nl: "De dag van het antwoord.", en: "The day of the answer."),
            .text(
                "beantwoord_door", \.answeredBy, privacy: .plain, also: ["door"], example: "adviesteam",
                nl: "De functie of afdeling die antwoordde.", en: "The position or department that answered."),
        ])
}
