import SocialReturnModel

/// A KvK number has eight digits.
enum KvKNumberValid: ReadingRule {
    static let facts = RuleFacts(
        "IDN-01", since: .v2026_1, .error, level: .cell, basis: .technical, sources: ["KVK"],
        name: Text(nl: "KvK-nummer ongeldig", en: "KvK number invalid"),
        message: Text(
            nl: "'{value}' is geen KvK-nummer van 8 cijfers.", en: "'{value}' is not a KvK number of 8 digits."),
        remedy: Text(nl: "Vul het KvK-nummer van 8 cijfers in.", en: "Fill in the KvK number of 8 digits."),
        why: Text(
            nl: "Aan het KvK-nummer herkennen wij de organisatie.",
            en: "The KvK number is how we recognise the organisation."),
        examples: [
            .triggers("inzet: werkgever_kvk=123456789"),
            .triggers("inzet: werkgever_kvk=onbekend"),
            .passes("inzet: werkgever_kvk=01234567"),
            .passes("inzet: werkgever_kvk=1234 5678"),
            .passes("inzet: werkgever_kvk=1234567"),
        ])

    static let sightings = [Sighting(.invalidKvK)]
}
