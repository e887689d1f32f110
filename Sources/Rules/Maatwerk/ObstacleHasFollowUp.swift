import SocialReturnModel

/// An obstacle comes with an action, or with a question for help.
enum ObstacleHasFollowUp: RowRule {
    static let facts = RuleMetadata(
        "MVM-08", since: .v2026_3, .signal, level: .row, basis: .policy, sources: ["INTERVIEW"],
        column: .of(\Obstacle.action),
        needs: [.table(.obstacles)],
        earlier: [
            .since(
                .v2026_1,
                examples: [.triggers("knelpunten: actie=; hulpvraag=nee"), .passes("knelpunten: hulpvraag=nee")])
        ],
        name: Text(nl: "Knelpunt zonder vervolg", en: "Obstacle without follow-up"),
        message: Text(
            nl: "Bij dit knelpunt staat geen actie en geen hulpvraag.",
            en: "For this obstacle there is no action and no request for help."),
        remedy: Text(
            nl: "Is hulp welkom? Vul dan 'ja' in bij hulpvraag; het adviesteam leest mee.",
            en: "Is help welcome? Then fill in 'ja' (yes) at hulpvraag; the advisory team reads along."),
        why: Text(
            nl: "Een knelpunt hoeft u niet alleen op te lossen: het adviesteam leest mee.",
            en: "You need not solve an obstacle alone: the advisory team reads along."),
        examples: [
            .triggers("knelpunten: actie=; hulpvraag="),
            .triggers("knelpunten: actie=geen; hulpvraag=onbekend"),
            // Who said no is not asked again.
            .passes("knelpunten: actie=; hulpvraag=nee"),
            .passes("knelpunten: actie=geen; hulpvraag=nee"),
            .triggers("knelpunten -actie -hulpvraag"),
            .passes("knelpunten: actie=; hulpvraag=ja"),
            .passes("knelpunten: actie=Geen actie nodig want opgelost; hulpvraag="),
            .passes("knelpunten: hulpvraag=nee"),
        ])

    static func check(_ row: Obstacle, _ context: borrowing RowContext<Obstacle>) -> Verdict {
        guard row.helpRequested != .yes, context.isNullMarker(row.action),
            row.helpRequested != .no || context.all.ruleSet < .v2026_3
        else { return .pass }
        return .fail
    }
}
