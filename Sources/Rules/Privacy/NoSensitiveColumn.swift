import SocialReturnModel

/// No table with participants has a column for origin, belief, sex, family, convictions or debts, whatever it holds.
enum NoSensitiveColumn: ReadingRule {
    static let facts = RuleMetadata(
        "AVG-16", since: .v2026_3, .error, level: .table, basis: .law, sources: ["AVG"], traits: [.aboutPrivacy],
        name: Text(nl: "Kolom met meer dan nodig", en: "Column with more than needed"),
        message: Text(
            nl:
                "De kolom '{column}' is voor persoonsgegevens die niet nodig zijn. Die mogen wij niet "
                + "bewaren; wij hebben de kolom bedekt.",
            en:
                "The column '{column}' is for personal data that are not needed. We may not keep those, so "
                + "we covered the column."
        ),
        remedy: Text(nl: "Laat deze kolom leeg of haal haar weg.", en: "Leave this column empty or remove it."),
        why: Text(
            nl:
                "Gegevens over bijvoorbeeld afkomst, geloof, geslacht, gezin of schulden zijn voor social "
                + "return niet nodig. Vaak zijn "
                + "zij extra beschermd.",
            en:
                "Data on matters such as origin, belief, sex, family or debts are not needed for social "
                + "return. Many have extra "
                + "protection."),
        examples: [
            .triggers("inzet +Nationaliteit: Nationaliteit=onbekend"),
            .triggers("inzet +Geslacht_(m/v): Geslacht_(m/v)=v"),
            .passes("inzet +Geslacht_(m/v): Geslacht_(m/v)="),
            .triggers("inzet +Burgerlijke_staat: Burgerlijke_staat=onbekend"),
            .passes("inzet +Statushouder: Statushouder=ja"),
            .passes("activiteiten +Geslacht: Geslacht="),
            .passes(),
        ])

    static let observationTriggers = [ObservationTrigger(.sensitiveColumn)]
}
