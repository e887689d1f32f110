import SocialReturnModel

/// A column of numbers holds numbers.
enum NumbersReadable: ReadingRule {
    static let facts = RuleMetadata(
        "BST-16", since: .v2026_1, .error, level: .cell, basis: .technical,
        traits: [.ofEveryColumn(.figure)],
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

    static let observationTriggers = [
        ObservationTrigger(.unreadableNumber),
        ObservationTrigger(
            .numberMerged,
            message: Text(
                nl:
                    "Deze cel is samengevoegd met de cel erboven. Geldt '{value}' voor alle rijen samen, of voor elke rij?",
                en:
                    "This cell is merged with the one above it. Does '{value}' hold for all rows together, or for each row?"
            ),
            remedy: Text(
                nl: "Hef de samenvoeging op en vul in elke rij het eigen getal in.",
                en: "Undo the merging and fill in each row's own number.")),
    ]
}
