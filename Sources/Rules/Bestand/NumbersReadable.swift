import SocialReturnModel

/// A column of numbers holds numbers.
enum NumbersReadable: ReadingRule {
    static let facts = RuleFacts(
        "BST-16", since: .v2026_1, .error, level: .cell, basis: .technical,
        name: Text(nl: "Getal onleesbaar", en: "Number unreadable"),
        message: Text(
            nl: "'{value}' kunnen wij niet als getal lezen.", en: "We cannot read '{value}' as a number."),
        remedy: Text(
            nl: "Vul alleen het getal in, bijvoorbeeld 24,5. Zet uitleg in de toelichting.",
            en: "Fill in the number only, such as 24,5. Put explanations in the column for remarks."),
        why: Text(
            nl: "Met tekst in een getalkolom kunnen wij niet rekenen.",
            en: "We cannot calculate with text in a column of numbers."),
        examples: [
            .triggers("inzet: uren_per_week=wisselend"),
            .triggers("inzet: opgegeven_waarde=circa 1000"),
            .passes("inzet: opgegeven_waarde=€ 1.000,00"),
            .passes("inzet: uren_per_week=24,5"),
        ])

    static let sightings = [Sighting(.unreadableNumber)]
}
