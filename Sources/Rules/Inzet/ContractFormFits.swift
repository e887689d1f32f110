import SocialReturnModel

/// The contract form fits the way of learning: a bbl learner has an employment contract, a bol intern has none, and an internship
/// earns no bonus for a permanent job.
enum ContractFormFits: RowRule {
    static let facts = RuleMetadata(
        "INZ-16", since: .v2026_2, .warning, level: .row, basis: .contract, column: .of(\Placement.contractForm),
        needs: [.table(.placements)],
        traits: [.settledByExplanation],
        name: Text(nl: "Past deze contractvorm?", en: "Does this contract form fit?"),
        message: Text(
            nl: "Bij een leerbaan (bbl) hoort een arbeidsovereenkomst. Er staat '{value}'.",
            en: "With work-based learning (bbl) goes an employment contract. It says '{value}'."),
        remedy: Text(
            nl: "Controleer contractvorm en doelgroep. Is er iets anders afgesproken? Licht dat toe.",
            en: "Check the contract form and the target group. Was something else agreed? Then explain it."),
        why: Text(
            nl: "Een baan en een stage tellen anders mee. Met de juiste vorm krijgt uw inzet de waarde die erbij "
                + "hoort.",
            en: "A job and an internship count differently. With the right form your placement gets the value that "
                + "belongs to it."),
        examples: [
            .triggers("inzet: doelgroep=BBL; soort_inzet=bbl; niveau=2; contractvorm=geen"),
            .triggers("inzet: soort_inzet=bbl; contractvorm=geen"),
            .triggers("inzet: doelgroep=BOL; soort_inzet=stage; niveau=3; contractvorm=bepaald"),
            .triggers("inzet: soort_inzet=bol; contractvorm=onbepaald"),
            .triggers("inzet: doelgroep=VSO; soort_inzet=stage; contractvorm=geen; bonussen=VAST"),
            .triggers("inzet: doelgroep=VSO; soort_inzet=stage; contractvorm=geen; bonussen=leeftijd, vast"),
            .passes("inzet: doelgroep=BBL; soort_inzet=bbl; niveau=2; contractvorm=bepaald"),
            .passes("inzet: doelgroep=BBL; soort_inzet=bbl; niveau=2; contractvorm=onbepaald"),
            .passes("inzet: doelgroep=BOL; soort_inzet=stage; niveau=3; contractvorm=geen"),
            .passes("inzet: doelgroep=VSO; soort_inzet=stage; contractvorm=geen; bonussen=LEEFTIJD"),
            .passes("inzet: doelgroep=VSO; soort_inzet=stage; contractvorm=geen; bonussen=VASTGOED"),
            .passes("inzet: contractvorm=onbepaald; einddatum=; bonussen=VAST"),
            .passes("inzet: soort_inzet=werkervaring; contractvorm=geen"),
            .passes("inzet: doelgroep=BBL; soort_inzet=bbl; contractvorm="),
        ])

    static let variants = [
        Text(
            nl: "Bij een stage (bol of hbo) hoort geen arbeidsovereenkomst. Er staat '{value}'.",
            en: "With a school-based internship goes no employment contract. It says '{value}'."),
        Text(
            nl: "Bij deze stage staat de bonus voor een vast dienstverband ('{value}').",
            en: "With this internship stands the bonus for a permanent job ('{value}')."),
    ]

    static func check(_ row: Placement, _ context: borrowing RowContext<Placement>) -> Verdict {
        let isWorkLearning = row.targetGroup == .workLearning || row.kind == .workLearning
        if isWorkLearning, row.contractForm == Optional(ContractForm.none) { return .fail }
        let isSchoolLearning = row.targetGroup == .internship || row.kind == .schoolLearning
        if isSchoolLearning, row.contractForm == .fixedTerm || row.contractForm == .permanent {
            return .fail(variant: 1)
        }
        guard row.kind == .internship || row.kind == .schoolLearning, !row.bonuses.isEmpty,
            context.claims("VAST", row.bonuses)
        else { return .pass }
        return .fail(variant: 2, column: .of(\Placement.bonuses))
    }
}

extension RowContext<Placement> {
    /// Whether the bonus with `code` is one of those in `cell`.
    fileprivate func claims(_ code: String, _ cell: TextCell) -> Bool {
        text(cell).uppercased().split { !$0.isLetter && !$0.isNumber }.contains { $0 == code }
    }
}
