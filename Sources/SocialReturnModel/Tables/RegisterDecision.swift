/// What was agreed about a topic in a conversation: a row of `besluiten.csv` in the register.
public struct RegisterDecision: TableRow {
    /// Column `contractnummer`; nil for a topic that is about no contract in particular.
    public var contract: Symbol?
    /// Column `onderwerp`: the id of the topic, see ``TopicID``.
    public var topic: Symbol?
    /// Column `periode`: the period of the report in which it was written down.
    public var period: ReportingPeriod?
    /// Column `afspraak`: what was agreed.
    public var agreement = TextCell.empty
    /// Column `wie`: who does it.
    public var owner = TextCell.empty
    /// Column `voor_wanneer`: the last day on which it is done.
    public var dueBy: Day?
    /// Column `toelichting`: a remark that the supplier does not read.
    public var remark = TextCell.empty
    /// Column `vastgelegd_op`: the day on which it came into the register.
    public var recordedOn: Day?
    /// Column `bron`: the workbook in which it was written.
    public var origin = TextCell.empty

    /// A row in which every cell is empty.
    public init() {}

    /// The table and its columns.
    public static let table = TableDefinition<RegisterDecision>(
        .recordedDecisions, .register, at: 130, file: "besluiten.csv",
        title: Text(nl: "Besluiten", en: "Decisions"),
        meaning: Text(
            nl: "Eén rij is één afspraak uit een gesprek over een onderwerp van een rapport.",
            en: "One row is one agreement from a conversation about a topic of a report."),
        columns: [
            .contract(
                \.contract, required: false, also: ["contract", "contractnr", "overeenkomst"],
                nl: "Het contract waar het over gaat. Leeg is: over de leverancier, of over de rapportage zelf.",
                en: "The contract that it is about. Empty means: about the supplier, or about the report itself."),
            .identifier(
                "onderwerp", \.topic, required: true, also: ["onderwerp-id", "topic", "topic id"],
                example: "loopt-achter/bzk-2026-0147",
                nl: "Het kenmerk van het onderwerp, zoals in de kolom Onderwerp-id van het rapport.",
                en: "The id of the topic, as in the column Onderwerp-id of the report."),
            .period(
                "periode", \.period, required: true, also: ["rapportageperiode", "period"], example: "2026-Q2",
                nl: "De periode van het rapport waarin het is opgeschreven.",
                en: "The period of the report in which it was written down."),
            .text(
                "afspraak", \.agreement, also: ["besluit", "agreed"],
                example: "Samen met het adviesteam kandidaten zoeken",
                nl: "Wat is afgesproken.", en: "What was agreed."),
            .text(
                "wie", \.owner, also: ["door", "eigenaar", "who"], example: "leverancier",
                nl: "De functie of organisatie die het doet; geen naam van een persoon.",
                en: "The position or organisation that does it; no name of a person."),
            .day(
                "voor_wanneer", \.dueBy, within: .deadline, also: ["uiterlijk", "datum", "by when"],
                example: "30-09-2026",
                nl: "De dag waarop het klaar is.", en: "The day by which it is done."),
            .text(
                "toelichting", \.remark, also: ["opmerking", "remark"], example: "besproken in het kwartaalgesprek",
                nl: "Een opmerking voor de contractmanager. De leverancier ziet deze niet.",
                en: "A remark for the contract manager. The supplier does not see it."),
            .day(
                "vastgelegd_op", \.recordedOn, within: .event, also: ["vastgelegd", "recorded on"],
                example: "15-07-2026",
                nl: "De dag waarop de afspraak in het register kwam.",
                en: "The day on which the agreement came into the register."),
            .text(
                "bron", \.origin, privacy: .plain, also: ["werkboek", "source"], example: "inzending-q2/rapport.xlsx",
                nl: "Het werkboek waarin de afspraak stond.", en: "The workbook in which the agreement stood."),
        ])
}
