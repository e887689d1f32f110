import SocialReturnModel

/// No cell holds a bank account number.
enum NoAccountNumbers: ReadingRule {
    static let facts = RuleMetadata(
        "AVG-08", since: .v2026_1, .error, level: .cell, basis: .law, sources: ["AVG"],
        traits: [.aboutPrivacy],
        name: Text(nl: "IBAN gevonden", en: "IBAN found"),
        message: Text(
            nl: "Hier staat een rekeningnummer. Wij hebben het onleesbaar gemaakt.",
            en: "A bank account number stands here. We have made it unreadable."),
        remedy: Text(nl: "Laat het rekeningnummer weg.", en: "Leave the account number out."),
        why: Text(
            nl: "Wij betalen niets uit op grond van deze rapportage. Een rekeningnummer is dus niet nodig.",
            en: "We pay nothing on the ground of this report. So an account number is not needed."),
        examples: [
            .triggers("inzet: toelichting=NL91 ABNA 0417 1643 00"),
            .triggers("sociale_inkoop: omschrijving=op NL91ABNA0417164300"),
            .triggers("inzet +iban: iban=volgt"),
            .passes("inzet +iban: iban="),
            .passes("inzet: toelichting=NL92 ABNA 0417 1643 00"),
        ])

    static let observationTriggers = [
        ObservationTrigger(.accountNumber),
        ObservationTrigger(
            .accountColumn,
            message: Text(
                nl:
                    "De kolom '{column}' is voor rekeningnummers. Die mogen wij niet bewaren; wij hebben de "
                    + "kolom bedekt.",
                en: "The column '{column}' is for account numbers. We may not keep those, so we covered the column."),
            remedy: Text(nl: "Laat deze kolom leeg of haal haar weg.", en: "Leave this column empty or remove it.")),
    ]
}
