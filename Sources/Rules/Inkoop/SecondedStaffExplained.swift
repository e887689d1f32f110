import SocialReturnModel

/// Where seconded staff is part of the share of the target group, the supplier tells how it counted: whether that is right depends on
/// the circumstances.
enum SecondedStaffExplained: RowRule {
    static let facts = RuleMetadata(
        "INK-10", since: .v2026_2, .signal, level: .row, basis: .law, sources: ["AEVES", "AW-TXT"],
        column: .of(\SocialPurchase.shareCounting),
        needs: [.table(.purchases)],
        name: Text(nl: "Gedetacheerden in de 30%", en: "Seconded staff in the 30%"),
        message: Text(
            nl: "In het aandeel van de doelgroep tellen gedetacheerden mee, zonder toelichting.",
            en: "Seconded staff is part of the share of the target group, without an explanation."),
        remedy: Text(
            nl: "Leg uit hoe de 30% is geteld: hoeveel mensen, en hoeveel daarvan gedetacheerd. Noem geen namen.",
            en: "Explain how the 30% was counted: how many people, and how many of them seconded. Name no names."),
        why: Text(
            nl: "Gedetacheerden kunnen meetellen, maar niet altijd: dat hangt van de situatie af.",
            en: "Seconded staff can count, but not always: that depends on the situation."),
        examples: [
            .triggers("sociale_inkoop: telwijze=incl_detachering"),
            .triggers("sociale_inkoop: telwijze=inclusief detachering; toelichting=n.v.t."),
            .passes(),
            .passes("sociale_inkoop: telwijze=incl_detachering; toelichting=20 van 48, waarvan 3 gedetacheerd"),
            .passes("sociale_inkoop: telwijze=incl_detachering; aandeel_doelgroep="),
            .passes("sociale_inkoop: telwijze="),
        ])

    static func check(_ row: SocialPurchase, _ context: borrowing RowContext<SocialPurchase>) -> Verdict {
        guard row.shareCounting == .includingSecondment, row.targetGroupShare != nil,
            context.isNullMarker(row.explanation)
        else { return .pass }
        return .fail
    }
}
