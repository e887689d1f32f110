import SocialReturnModel

/// Text shows the characters that were meant: no sign of a file that was read in the wrong encoding.
enum NoStrangeCharacters: ReadingRule {
    static let facts = RuleMetadata(
        "BST-14", since: .v2026_1, .warning, level: .cell, basis: .technical,
        name: Text(nl: "Vreemde tekens", en: "Strange characters"),
        message: Text(
            nl: "In '{value}' staan tekens die niet zo bedoeld zijn, zoals Ã© in plaats van é.",
            en: "'{value}' has characters that were not meant so, such as Ã© instead of é."),
        remedy: Text(
            nl:
                "Typ deze tekst opnieuw, met de goede letters. Staat het overal? Sla uw bestand dan op als "
                + "CSV UTF-8 of als Excel-werkmap.",
            en:
                "Type this text again, with the right letters. Is it everywhere? Then save your file as CSV "
                + "UTF-8 or as an Excel workbook."
        ),
        why: Text(
            nl: "Namen met vreemde tekens herkennen wij niet als dezelfde organisatie.",
            en: "We do not recognise names with strange characters as the same organisation."),
        examples: [
            .triggers("inzet: toelichting=CafÃ© Voorbeeld"),
            .triggers("inzet: toelichting=kosten â‚¬ 10"),
            .passes("inzet: toelichting=Café Voorbeeld, € 10, São Paulo"),
        ])

    static let observationTriggers = [
        ObservationTrigger(.strangeCharacters),
        ObservationTrigger(
            .bytesDropped,
            message: Text(
                nl: "In {file} staan bytes die geen leesbaar teken zijn. Aantal: {detail}.",
                en: "In {file} there are bytes that are no readable character. Number: {detail}."),
            remedy: Text(
                nl: "Sla het bestand opnieuw op als CSV UTF-8 en controleer de tekst.",
                en: "Save the file again as CSV UTF-8 and check the text.")),
    ]
}
