import SocialReturnModel

/// Of a job for someone who stands in the target group register (job agreement, Wajong, Wsw) it says whether it also counts for the job agreement, which is another figure
/// than social return.
enum JobAgreementFlagged: RowRule {
    static let facts = RuleMetadata(
        "INZ-27", since: .v2026_3, .signal, level: .row, basis: .own, sources: ["WFSV"],
        column: .of(\Placement.countsForJobAgreement),
        needs: [.table(.placements)],
        earlier: [
            .since(
                .v2026_2,
                examples: [
                    .triggers("inzet: doelgroep=BAN; telt_banenafspraak="),
                    .passes("inzet: doelgroep=WAJ; telt_banenafspraak="),
                ])
        ],
        name: Text(nl: "Banenafspraak apart", en: "Job agreement apart"),
        message: Text(
            nl:
                "Deze deelnemer hoort bij een groep die meestal in het doelgroepregister staat. Er staat "
                + "niet of de baan ook "
                + "voor de banenafspraak telt.",
            en:
                "This participant belongs to a group that is usually in the target group register. It does "
                + "not say whether "
                + "the job also counts for the job agreement."),
        remedy: Text(
            nl: "Vul in of deze baan ook voor de banenafspraak telt. 'Onbekend' mag ook.",
            en: "Fill in whether this job also counts for the job agreement. 'Unknown' will do too."),
        why: Text(
            nl: "Social return en de banenafspraak zijn twee verschillende tellingen. Zo halen wij ze niet door "
                + "elkaar.",
            en: "Social return and the job agreement are two different counts. That way we do not mix them up."),
        examples: [
            .triggers("inzet: doelgroep=BAN; telt_banenafspraak="),
            .triggers("inzet -telt_banenafspraak: doelgroep=banenafspraak"),
            .triggers("inzet: doelgroep=WAJ; telt_banenafspraak="),
            .triggers("inzet: doelgroep=WSW; telt_banenafspraak="),
            .passes("inzet: doelgroep=BSW; telt_banenafspraak="),
            .passes("inzet: doelgroep=BAN; telt_banenafspraak=ja"),
            .passes("inzet: doelgroep=BAN; telt_banenafspraak=nee"),
            .passes("inzet: doelgroep=BAN; telt_banenafspraak=onbekend"),
            .passes("inzet: doelgroep=PW; telt_banenafspraak="),
            // A code that is not known is a matter for the rule about codes.
            .passes("inzet: doelgroep=BAN; telt_banenafspraak=misschien"),
            // No job, but a place to learn.
            .passes("inzet: doelgroep=BAN; soort_inzet=stage; contractvorm=geen; telt_banenafspraak="),
        ])

    static func check(_ row: Placement, _ context: borrowing RowContext<Placement>) -> Verdict {
        guard
            row.targetGroup == .jobAgreement
                || context.all.ruleSet >= .v2026_3 && row.isInTargetGroupRegister, row.countsForJobAgreement == nil,
            row.contractForm != Optional(ContractForm.none), context.isBlank(\.countsForJobAgreement)
        else { return .pass }
        return .fail
    }
}
