import SocialReturnModel

/// No table with participants has a column for origin, belief, sex, family, convictions or debts, whatever it holds.
enum NoSensitiveColumn: ReadingRule {
    static let facts = RuleMetadata(
        "AVG-16", since: .v2026_3, .error, level: .table, basis: .law, sources: ["AVG"], traits: [.aboutPrivacy],
        name: Text(nl: "Kolom vraagt meer dan nodig", en: "Column asks for more than needed"),
        message: Text(
            nl:
                "De kolom '{column}' vraagt om persoonsgegevens die niet nodig zijn. Wij hebben de hele kolom onleesbaar gemaakt.",
            en:
                "The column '{column}' asks for personal data that are not needed. We have made the whole column unreadable."
        ),
        remedy: Text(nl: "Verwijder de hele kolom.", en: "Remove the whole column."),
        why: Text(
            nl:
                "Gegevens over bijvoorbeeld afkomst, geloof, geslacht, gezin of schulden zijn voor social return niet nodig. Vaak zijn "
                + "zij extra beschermd.",
            en:
                "Data on matters such as origin, belief, sex, family or debts are not needed for social return. Many have extra "
                + "protection."),
        examples: [
            .triggers("inzet +Nationaliteit: Nationaliteit=onbekend"),
            .triggers("inzet +Geslacht_(m/v): Geslacht_(m/v)="),
            .triggers("inzet +Burgerlijke_staat: Burgerlijke_staat=onbekend"),
            .passes("inzet +Statushouder: Statushouder=ja"),
            .passes("activiteiten +Geslacht: Geslacht="),
            .passes(),
        ])

    static let observationTriggers = [ObservationTrigger(.sensitiveColumn)]
}
