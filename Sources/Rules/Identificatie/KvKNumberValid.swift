import SocialReturnModel

/// A KvK number has eight digits.
enum KvKNumberValid: ReadingRule {
    static let facts = RuleMetadata(
        "IDN-01", since: .v2026_1, .error, level: .cell, basis: .technical, sources: ["KVK"],
        traits: [.ofEveryColumn(.kvk)],
        name: Text(nl: "KvK-nummer ongeldig", en: "KvK number invalid"),
        message: Text(
            nl: "'{value}' is geen KvK-nummer van 8 cijfers.", en: "'{value}' is not a KvK number of 8 digits."),
        remedy: Text(
            nl:
                "Vul het KvK-nummer van 8 cijfers in. Is het een organisatie in het buitenland? Schrijf dan het land en het "
                + "nummer daar: 'DE HRB 12345'.",
            en:
                "Fill in the KvK number of 8 digits. Is it an organisation abroad? Then write the country and the number "
                + "there: 'DE HRB 12345'."),
        why: Text(
            nl: "Aan het KvK-nummer herkennen wij de organisatie.",
            en: "The KvK number is how we recognise the organisation."),
        examples: [
            .triggers("inzet: werkgever_kvk=123456789"),
            .triggers("inzet: werkgever_kvk=onbekend"),
            // A foreign employer: country and number. The row counts.
            .triggers("inzet: werkgever_kvk=BE 0123.456.749"),
            .triggers("inzet: werkgever_kvk=DE HRB 123456"),
            .triggers("sociale_inkoop: partner_kvk=PL 0000123456"),
            .passes("inzet: werkgever_kvk=01234567"),
            .passes("inzet: werkgever_kvk=1234 5678"),
            .passes("inzet: werkgever_kvk=1234567"),
        ])

    static let observationTriggers = [
        ObservationTrigger(.invalidKvK),
        ObservationTrigger(
            .foreignNumber, .signal,
            message: Text(
                nl: "'{value}' is een nummer uit een ander land. Wij nemen het over; de rij telt mee.",
                en: "'{value}' is a number from another country. We carry it along; the row counts."),
            remedy: Text(
                nl: "Geen actie nodig. Heeft de organisatie ook een KvK-nummer, vul dan dat in.",
                en: "No action needed. If the organisation has a KvK number too, fill in that one.")),
        // Without the number nobody knows whose report, contract or line of the register it is.
        ObservationTrigger(.foreignNumber, in: .of(\Contract.supplier)),
        ObservationTrigger(.foreignNumber, in: .of(\Partner.kvk)),
    ]
}
