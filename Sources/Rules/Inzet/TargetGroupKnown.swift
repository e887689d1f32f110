import SocialReturnModel

/// A target group is one of the list, by its code or its name.
enum TargetGroupKnown: ReadingRule {
    static let facts = RuleMetadata(
        "INZ-01", since: .v2026_1, .error, level: .cell, basis: .contract, column: .of(\Placement.targetGroup),
        needs: [.table(.placements)],
        traits: [.ofEveryColumn(.targetGroup)],
        name: Text(nl: "Doelgroepcode onbekend", en: "Target group code unknown"),
        message: Text(
            nl: "'{value}' is geen doelgroep die wij kennen.",
            en: "'{value}' is not a target group that we know."),
        remedy: Text(
            nl: "Kies een doelgroep van blad Keuzelijsten. Past er geen? Vraag het uw contractmanager.",
            en: "Choose a target group from sheet Keuzelijsten. Does none fit? Ask your contract manager."),
        why: Text(
            nl: "De doelgroep bepaalt of en hoe de inzet meetelt.",
            en: "The target group decides whether and how the placement counts."),
        examples: [
            .triggers("inzet: doelgroep=XYZ"),
            .triggers("inzet: doelgroep=PW en WW"),
            .triggers("inzet: doelgroep=Wajonger"),
            .triggers("inzet: doelgroep=P-wet"),
            .triggers("inzet: doelgroep=50 plus"),
            .passes("inzet: doelgroep=pw"),
            .passes("inzet: doelgroep=Participatiewet"),
            .passes("inzet: doelgroep="),
        ])

    static let observationTriggers = [
        ObservationTrigger(.codeUnknown, in: .of(\Placement.targetGroup)),
        ObservationTrigger(
            .codeMeant, in: .of(\Placement.targetGroup),
            message: Text(
                nl: "'{value}' is geen doelgroep die wij kennen. Bedoelt u {detail}?",
                en: "'{value}' is not a target group that we know. Do you mean {detail}?"),
            remedy: CodesKnown.remedyOfOwnWord),
    ]
}
