import SocialReturnModel

/// An OIN has twenty positions: a known prefix, the main number that belongs to it, and zeros.
enum OINValid: SubmissionRule {
    static let facts = RuleMetadata(
        "IDN-05", since: .v2026_1, .warning, level: .cell, basis: .technical, sources: ["OIN"],
        name: Text(nl: "OIN ongeldig", en: "OIN invalid"),
        message: Text(
            nl: "'{value}' heeft geen 20 posities en is daarom geen OIN.",
            en: "'{value}' does not have 20 positions and therefore is not an OIN."),
        remedy: Text(nl: "Controleer het OIN (20 posities).", en: "Check the OIN (20 positions)."),
        why: Text(
            nl: "Met een onjuist OIN is de opdrachtgever niet te vinden.",
            en: "With a wrong OIN the client cannot be found."),
        examples: [
            .triggers("contracten: opdrachtgever_oin=1234"),
            .triggers("contracten: opdrachtgever_oin=00000009123456780000"),
            .triggers("contracten: opdrachtgever_oin=00000003123456780001"),
            .triggers("inzet +oin: oin=00000001123456789000"),
            .passes("contracten: opdrachtgever_oin=00000003123456780000"),
            .passes("contracten: opdrachtgever_oin=00000001123456782000"),
            .passes("contracten: opdrachtgever_oin="),
        ])

    static let variants = [
        Text(
            nl: "'{value}' begint niet met 00000001, 00000002, 00000003 of 00000004.",
            en: "'{value}' does not begin with 00000001, 00000002, 00000003 or 00000004."),
        Text(
            nl: "In '{value}' klopt het nummer na de eerste acht posities niet.",
            en: "In '{value}' the number after the first eight positions is not right."),
        Text(
            nl: "'{value}' eindigt niet op de nullen die erbij horen.",
            en: "'{value}' does not end with the zeros it should."),
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        report.checkIdentifiers(.oin, "opdrachtgever_oin", in: context) { cell in
            switch OIN.check(cell) {
            case .valid: nil
            case .wrongLength: 0
            case .unknownPrefix: 1
            case .wrongMainNumber: 2
            case .wrongSuffix: 3
            }
        }
    }
}
