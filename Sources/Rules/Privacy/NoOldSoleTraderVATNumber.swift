import SocialReturnModel

/// The VAT number of a sole trader is the one of after 1 January 2020. The old one holds the trader's BSN.
///
/// The nine digits of a legal entity pass the same test, so the legal form decides: from the register or from a column
/// `rechtsvorm`. As long as it is unknown the number is masked and the finding is a warning.
enum NoOldSoleTraderVATNumber: ReadingRule {
    static let facts = RuleMetadata(
        "AVG-09", since: .v2026_1, .error, level: .cell, basis: .law, sources: ["UAVG", "BTW-NP"],
        traits: [.aboutPrivacy],
        name: Text(nl: "Oud btw-nummer eenmanszaak", en: "Old VAT number of a sole trader"),
        message: Text(
            nl: """
                Hier staat het oude btw-nummer van een eenmanszaak. Daar zit een BSN in. Wij hebben het onleesbaar \
                gemaakt.
                """,
            en: "The old VAT number of a sole trader stands here. It holds a BSN. We have made it unreadable."),
        remedy: Text(
            nl: "Gebruik het btw-id van na 1 januari 2020.", en: "Use the VAT number of after 1 January 2020."),
        why: Text(
            nl: "Een BSN mag alleen worden gebruikt als de wet dat zegt.",
            en: "A BSN may be used only where the law says so."),
        examples: [
            .triggers("inzet +btw-id: btw-id=NL123456782B01", "leveranciers: kvk=12345678; rechtsvorm=eenmanszaak"),
            .triggers("inzet +btw-id +rechtsvorm: btw-id=NL123456782B01; rechtsvorm=Eenmanszaak", withRegister: false),
            .triggers("inzet +btw-id: btw-id=NL123456782B01", withRegister: false),
            .triggers("inzet: toelichting=btw NL123456782B01"),
            .passes("inzet +btw-id: btw-id=NL000099998B57"),
            .passes("inzet +btw-id: btw-id=NL123456782B01", "leveranciers: kvk=12345678; rechtsvorm=bv"),
            .passes("inzet +btw-id +rechtsvorm: btw-id=NL123456782B01; rechtsvorm=bv", withRegister: false),
        ])

    static let observationTriggers = [
        ObservationTrigger(.soleTraderVATNumber),
        ObservationTrigger(
            .soleTraderVATNumberPossible, .warning,
            message: Text(
                nl: "Hier staat een btw-nummer. Is het van een eenmanszaak, dan zit er een BSN in. "
                    + "Voor de zekerheid hebben wij het onleesbaar gemaakt.",
                en: "A VAT number stands here. If it is that of a sole trader, it holds a BSN. "
                    + "To be safe we made it unreadable."),
            remedy: Text(
                nl: "Noem de rechtsvorm. Is het een eenmanszaak, gebruik dan het btw-id van na 1 januari 2020.",
                en: "Name the legal form. If it is a sole trader, use the VAT number of after 1 January 2020.")),
    ]
}
