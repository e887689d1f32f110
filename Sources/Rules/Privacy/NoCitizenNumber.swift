import SocialReturnModel

/// No cell holds a number that can be a citizen service number.
///
/// One in eleven numbers of nine digits passes the elfproef, so the rule speaks of a number that *can* be one.
enum NoCitizenNumber: ReadingRule {
    static let facts = RuleMetadata(
        "AVG-01", since: .v2026_1, .error, level: .cell, basis: .law, sources: ["UAVG", "AP-BSN"],
        traits: [.aboutPrivacy, .ofEveryColumn(.text)],
        name: Text(nl: "Mogelijk BSN", en: "Possible citizen service number"),
        message: Text(
            nl: "Hier staat een nummer dat een BSN kan zijn. Wij hebben het onleesbaar gemaakt.",
            en: "A number stands here that can be a citizen service number (BSN). We have made it unreadable."),
        remedy: Text(
            nl: "Verwijder het nummer. Gebruik een eigen deelnemercode.",
            en: "Remove the number. Use a participant code of your own."),
        why: Text(
            nl: "Een BSN mag alleen worden gebruikt als de wet dat zegt. Ook toestemming is daarvoor geen grond.",
            en: "A BSN may be used only where the law says so. Consent is no ground for it either."),
        examples: [
            .triggers("inzet: toelichting=nummer 123456782"),
            .triggers("inzet: toelichting=nummer 1234.56.782"),
            .triggers("inzet: deelnemercode=123456782"),
            .triggers("inzet: toelichting=nummer 90000006"),
            .passes("inzet: toelichting=nummer 123456789"),
            .passes("inzet: toelichting=KvK 90000006"),
            .passes("inzet: werkgever_kvk=90000006"),
        ])

    static let observationTriggers = [
        ObservationTrigger(.citizenNumber),
        ObservationTrigger(
            .citizenNumberPossible, .warning,
            message: Text(
                nl: """
                    Hier staat een nummer dat misschien een BSN is. Voor de zekerheid hebben wij het onleesbaar \
                    gemaakt.
                    """,
                en: """
                    A number stands here that may be a citizen service number (BSN). To be safe we made it \
                    unreadable.
                    """)),
    ]
}
