import SocialReturnModel

/// An RSIN has nine digits that pass the elfproef.
enum RSINValid: SubmissionRule {
    static let facts = RuleMetadata(
        "IDN-04", since: .v2026_1, .warning, level: .cell, basis: .technical,
        name: Text(nl: "RSIN ongeldig", en: "RSIN invalid"),
        message: Text(
            nl: "'{value}' heeft geen 9 cijfers en is daarom geen RSIN.",
            en: "'{value}' does not have 9 digits and therefore is not an RSIN."),
        remedy: Text(nl: "Controleer het RSIN.", en: "Check the RSIN."),
        why: Text(
            nl: "Met een onjuist RSIN is de organisatie niet te vinden.",
            en: "With a wrong RSIN the organisation cannot be found."),
        examples: [
            .triggers("inzet +rsin: rsin=12345678"),
            .triggers("inzet +rsin: rsin=123456789"),
            .passes("inzet +rsin: rsin=123456782"),
        ])

    static let variants = [
        Text(
            nl: "'{value}' doorstaat de elfproef niet en kan daarom geen RSIN zijn.",
            en: "'{value}' does not pass the elfproef and therefore cannot be an RSIN.")
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        report.checkIdentifiers(.rsin, "rsin", in: context) { cell in
            switch RSIN.check(cell) {
            case .valid: nil
            case .notNineDigits: 0
            case .failsElevenTest: 1
            }
        }
    }
}
