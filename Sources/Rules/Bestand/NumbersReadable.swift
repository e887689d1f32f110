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
            nl: "Vul alleen het getal in, zoals {example}. Zet uitleg in de toelichting.",
            en: "Fill in the number only, such as {example}. Put explanations in the column for remarks."),
        why: Text(
            nl: "Met tekst in een getalkolom kunnen wij niet rekenen.",
            en: "We cannot calculate with text in a column of numbers."),
        examples: [
            .triggers("inzet: uren_per_week=wisselend"),
            .triggers("inzet: uren_per_week=24:00"),
            .triggers("inzet: uren_per_week=24.30 uur"),
            .passes("inzet: uren_per_week=24.3 uur"),
            .triggers("inzet: uren_per_week=24%"),
            .triggers("inzet: uren_per_week=24 uur per maand"),
            .triggers("inzet: opgegeven_waarde=circa 1000"),
            // Of a partner in the register whose invoice is reported.
            .triggers("sociale_inkoop:", "partners: aandeel_doelgroep=veel"),
            .passes("sociale_inkoop:", "partners:", "partners: kvk=90000099; aandeel_doelgroep=veel"),
            .triggers("afspraken: aantal=4 personen; eenheid=plekken"),
            .triggers("afspraken: aantal=4 bushaltes; eenheid=plekken"),
            .triggers("afspraken: aantal=50%"),
            .passes("afspraken: aantal=4 plekken; eenheid=plekken"),
            .passes("afspraken: aantal=4 leerplekken; eenheid=plaatsen"),
            .passes("inzet: opgegeven_waarde=€ 1.000,00"),
            .passes("inzet: uren_per_week=24,5"),
            .passes("inzet: uren_per_week=24 uur p/w"),
        ])

    static let observationTriggers = [
        ObservationTrigger(.unreadableNumber),
        ObservationTrigger(
            .timeNotNumber,
            message: Text(
                nl: "Hier staat een tijd: '{value}'. In deze kolom hoort een aantal.",
                en: "There is a time here: '{value}'. This column takes a number."),
            remedy: Text(
                nl: "Vul het aantal in als getal, zoals 24 of 24,5. Kies in Excel de opmaak Getal.",
                en: "Fill in the number, such as 24 or 24,5. Choose the format Number in Excel.")),
        ObservationTrigger(
            .numberMerged,
            message: Text(
                nl:
                    "Deze cel is samengevoegd met de cel erboven. Geldt '{value}' voor alle rijen samen, of "
                    + "voor elke rij?",
                en:
                    "This cell is merged with the one above it. Does '{value}' hold for all rows together, "
                    + "or for each row?"
            ),
            remedy: Text(
                nl: "Hef de samenvoeging op en vul in elke rij het eigen getal in.",
                en: "Undo the merging and fill in each row's own number.")),
        ObservationTrigger(
            .otherUnit,
            message: Text(
                nl: "Bij '{value}' staat een teken of woord voor iets anders. In deze kolom hoort {bounds}.",
                en: "The sign or word in '{value}' is for something else. This column takes {bounds}."),
            remedy: Text(
                nl: "Reken het om als dat nodig is, en vul alleen het getal in, zoals {example}.",
                en: "Convert it where needed, and fill in the number only, such as {example}.")),
        ObservationTrigger(
            .amountShown,
            message: Text(
                nl: "De cel met '{value}' toont een bedrag in euro's. In deze kolom hoort {bounds}.",
                en: "The cell with '{value}' shows an amount in euros. This column takes {bounds}."),
            remedy: Text(
                nl: "Vul het juiste getal in, zoals {example}, en kies in Excel de opmaak Getal.",
                en: "Fill in the right number, such as {example}, and choose the format Number in Excel.")),
    ]
}
