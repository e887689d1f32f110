import SocialReturnModel

/// No table with participants has a column for an illness, a disorder or a treatment, whatever it holds.
enum NoHealthColumn: ReadingRule {
    static let facts = RuleMetadata(
        "AVG-15", since: .v2026_1, .error, level: .table, basis: .law, sources: ["AVG"],
        traits: [.aboutPrivacy],
        name: Text(nl: "Kolom over gezondheid", en: "Column on health"),
        message: Text(
            nl:
                "De kolom '{column}' is voor gegevens over gezondheid. Die mogen wij niet bewaren; wij "
                + "hebben de kolom bedekt.",
            en: "The column '{column}' is for data on health. We may not keep those, so we covered the column."),
        remedy: Text(nl: "Laat deze kolom leeg of haal haar weg.", en: "Leave this column empty or remove it."),
        why: Text(
            nl: "Gegevens over gezondheid zijn extra beschermd. Voor social return zijn zij niet nodig.",
            en: "Data on health have extra protection. Social return does not need them."),
        examples: [
            .triggers("inzet +Diagnose: Diagnose=onbekend"),
            .triggers("inzet +medische_beperking: medische_beperking=ja"),
            .passes("inzet +medische_beperking: medische_beperking="),
            .passes("inzet +arbeidsbeperking: arbeidsbeperking=ja"),
            .passes("activiteiten +ziekte: ziekte="),
            .passes(),
        ])

    static let observationTriggers = [ObservationTrigger(.healthColumn)]
}
