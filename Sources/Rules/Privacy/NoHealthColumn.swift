import SocialReturnModel

/// No table with participants has a column for an illness, a disorder or a treatment, whatever it holds.
enum NoHealthColumn: ReadingRule {
    static let facts = RuleMetadata(
        "AVG-15", since: .v2026_1, .error, level: .table, basis: .law, sources: ["AVG"],
        traits: [.aboutPrivacy],
        name: Text(nl: "Kolom vraagt gezondheid", en: "Column asks for health"),
        message: Text(
            nl: "De kolom '{column}' vraagt om gegevens over gezondheid. Wij hebben de hele kolom onleesbaar gemaakt.",
            en: "The column '{column}' asks for data on health. We have made the whole column unreadable."),
        remedy: Text(nl: "Verwijder de hele kolom.", en: "Remove the whole column."),
        why: Text(
            nl: "Gegevens over gezondheid zijn extra beschermd. Voor social return zijn zij niet nodig.",
            en: "Data on health have extra protection. Social return does not need them."),
        examples: [
            .triggers("inzet +Diagnose: Diagnose=onbekend"),
            .triggers("inzet +medische_beperking: medische_beperking="),
            .passes("inzet +arbeidsbeperking: arbeidsbeperking=ja"),
            .passes("activiteiten +ziekte: ziekte="),
            .passes(),
        ])

    static let observationTriggers = [ObservationTrigger(.healthColumn)]
}
