/// A limit that a department sets itself: a row of `instellingen.csv` in the register.
public struct RegisterSetting: TableRow {
    /// Column `contractnummer`; nil for every contract.
    public var contract: Symbol?
    /// Column `sleutel`.
    public var key: Symbol?
    /// Column `waarde`, in the unit of the limit.
    public var value: Quantity?
    /// Column `geldig_vanaf`.
    public var validFrom: Day?
    /// Column `geldig_tot`, the last day.
    public var validThrough: Day?
    /// Column `toelichting`.
    public var explanation = TextCell.empty

    /// A row in which every cell is empty.
    public init() {}

    /// The table and its columns.
    public static let table = TableDefinition<RegisterSetting>(
        .settings, .register, at: 60, file: "instellingen.csv",
        title: Text(nl: "Instellingen", en: "Settings"),
        meaning: Text(
            nl: "Eén rij is één grens die de afdeling zelf kiest, voor alle contracten of voor één.",
            en: "One row is one limit that the department chooses itself, for all contracts or for one."),
        columns: [
            .contract(
                \.contract, required: false, also: ["contract", "contractnr", "overeenkomst"],
                nl: "Het contract waarvoor de grens geldt. Leeg is voor alle contracten.",
                en: "The contract that the limit is for. Empty means all contracts."),
            .identifier(
                "sleutel", \.key, required: true, privacy: .plain, also: ["instelling", "grens", "naam"],
                example: "korte_plaatsing",
                nl: "De naam van de grens, zoals in de lijst van regels.",
                en: "The name of the limit, as in the list of rules."),
            .number(
                "waarde", \.value, within: .limit, required: true, also: ["getal", "nieuwe waarde"], example: "3",
                nl: "Het getal, in de eenheid van de grens.", en: "The number, in the unit of the limit."),
            .day(
                "geldig_vanaf", \.validFrom, within: .ownChoice, also: ["vanaf", "ingangsdatum"], example: "01-01-2026",
                nl: "De eerste dag waarop de grens geldt. Leeg is altijd al.",
                en: "The first day on which the limit holds. Empty means always."),
            .day(
                "geldig_tot", \.validThrough, within: .ownChoice, also: ["tot", "tot en met", "t/m", "einddatum"],
                example: "31-12-2026",
                nl: "De laatste dag waarop de grens geldt. Leeg is tot nader order.",
                en: "The last day on which the limit holds. Empty means until further notice."),
            .text(
                "toelichting", \.explanation, also: ["reden", "bron", "opmerking"], example: "afspraak in het contract",
                nl: "Waarom deze grens is gekozen.", en: "Why this limit was chosen."),
        ])
}
