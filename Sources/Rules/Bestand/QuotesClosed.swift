import SocialReturnModel

/// Every quote that opens a field also closes it.
enum QuotesClosed: ReadingRule {
    static let facts = RuleMetadata(
        "BST-18", since: .v2026_1, .error, level: .row, basis: .technical,
        name: Text(nl: "Aanhalingsteken sluit niet", en: "Quote does not close"),
        message: Text(
            nl: """
                In deze rij begint een veld met een aanhalingsteken dat nergens sluit. De rijen erna hebben wij wel \
                gelezen.
                """,
            en: "In this row a field begins with a quote that never closes. We did read the rows after it."),
        remedy: Text(
            nl: """
                Sluit het veld met een aanhalingsteken, of haal het eerste weg. Een aanhalingsteken in de tekst \
                schrijft u dubbel.
                """,
            en: "Close the field with a quote, or remove the first one. Write a quote inside the text twice."),
        why: Text(
            nl: "Zonder sluitend aanhalingsteken is niet te zien waar het veld ophoudt.",
            en: "Without a closing quote one cannot see where the field ends."),
        examples: [
            .triggers(
                "bestand uren.csv: inzet_id;periode;gewerkte_uren\nP-001;2026-Q1;288\n\"P-001;2026-Q1;12"
                    + "\nP-001;2026-Q1;13\nP-001;2026-Q1;14\nP-001;2026-Q1;15"),
            .passes("bestand uren.csv: inzet_id;periode;gewerkte_uren\nP-001;2026-Q1;288\n\"P-001\";\"2026-Q1\";12"),
            .passes(
                "bestand knelpunten.csv: contractnummer;soort;omschrijving\nBZK-2026-0147;begeleiding;"
                    + "\"regel een\nregel twee\"\nBZK-2026-0147;begeleiding;kort"),
        ])

    static let observationTriggers = [
        ObservationTrigger(.quoteNotClosed),
        ObservationTrigger(
            .quoteMisplaced, .warning,
            message: Text(
                nl: "In deze rij staat een aanhalingsteken midden in een veld. Controleer of wij de tekst goed lezen.",
                en: "In this row a quote stands in the middle of a field. Check whether we read the text properly."),
            remedy: Text(
                nl: "Schrijf een aanhalingsteken in de tekst dubbel, of laat het weg.",
                en: "Write a quote inside the text twice, or leave it out.")),
    ]
}
