import SocialReturnModel

/// A *btw-id* has the form NL, nine digits, B and two digits, and passes one of its two tests.
enum VATNumberValid: SubmissionRule {
    static let facts = RuleMetadata(
        "IDN-06", since: .v2026_1, .warning, level: .cell, basis: .technical, sources: ["BTW-KO", "STDNUM-BTW"],
        name: Text(nl: "Btw-id ongeldig", en: "VAT number invalid"),
        message: Text(
            nl: "'{value}' heeft niet de vorm van een btw-id: NL, 9 cijfers, B en 2 cijfers.",
            en: "'{value}' does not have the form of a Dutch VAT number: NL, 9 digits, B and 2 digits."),
        remedy: Text(nl: "Controleer het btw-id.", en: "Check the VAT number."),
        why: Text(
            nl: "Met een onjuist btw-id is de organisatie niet te vinden.",
            en: "With a wrong VAT number the organisation cannot be found."),
        examples: [
            .triggers("inzet +btw-id: btw-id=NL12345678"),
            .triggers("inzet +btw-id: btw-id=NL000099998B58"),
            .passes("inzet +btw-id: btw-id=NL000099998B57"),
            .passes("inzet +btw-id: btw-id=nl 0000.99.998.B57"),
            .passes("inzet +btw-id: btw-id=NL123456782B01"),
        ])

    static let variants = [
        Text(
            nl: "'{value}' doorstaat geen van de twee controles van een btw-id.",
            en: "'{value}' passes neither of the two tests of a VAT number.")
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        report.checkIdentifiers(.vat, "btw-id", in: context) { cell in
            let outcome = VATNumber.check(cell)
            return outcome.isValid ? nil : outcome == .wrongFormat ? 0 : 1
        }
    }
}
