import SocialReturnModel

/// The number of an establishment has twelve digits.
enum EstablishmentNumberValid: SubmissionRule {
    static let facts = RuleMetadata(
        "IDN-03", since: .v2026_1, .warning, level: .cell, basis: .technical, sources: ["KVK-NUM"],
        name: Text(nl: "Vestigingsnummer ongeldig", en: "Establishment number invalid"),
        message: Text(
            nl: "'{value}' is geen vestigingsnummer van 12 cijfers.",
            en: "'{value}' is not an establishment number of 12 digits."),
        remedy: Text(nl: "Vul 12 cijfers in of laat leeg.", en: "Fill in 12 digits or leave empty."),
        why: Text(
            nl: "Met een onjuist nummer is de vestiging niet te vinden.",
            en: "With a wrong number the establishment cannot be found."),
        examples: [
            .triggers("inzet +vestigingsnummer: vestigingsnummer=1,23E+11"),
            .triggers("inzet +vestigingsnummer: vestigingsnummer=12345678901"),
            .passes("inzet +vestigingsnummer: vestigingsnummer=000012345678"),
            .passes("inzet +vestigingsnummer: vestigingsnummer="),
        ])

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        report.checkIdentifiers(.establishment, "vestigingsnummer", in: context) {
            EstablishmentNumber.isValid($0) ? nil : 0
        }
    }
}
