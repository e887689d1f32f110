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
        remedy: Text(nl: "Verwijder het rekeningnummer.", en: "Remove the account number."),
        why: Text(
            nl: "Wij betalen niets uit op grond van deze rapportage. Een rekeningnummer is dus niet nodig.",
            en: "We pay nothing on the ground of this report. So an account number is not needed."),
        examples: [
            .triggers("inzet: toelichting=NL91 ABNA 0417 1643 00"),
            .triggers("sociale_inkoop: omschrijving=op NL91ABNA0417164300"),
            .triggers("inzet +iban: iban="),
            .passes("inzet: toelichting=NL92 ABNA 0417 1643 00"),
        ])

    static let observationTriggers = [
        ObservationTrigger(.accountNumber),
        ObservationTrigger(
            .accountColumn,
            message: Text(
                nl: "De kolom '{column}' vraagt om rekeningnummers. Wij hebben de hele kolom onleesbaar gemaakt.",
                en: "The column '{column}' asks for account numbers. We have made the whole column unreadable.")),
    ]
}
