import SocialReturnModel

/// A commitment says how much of what by when. A cell that could not be read is a matter for the rule about reading it, and a
/// commitment that was dropped need not be measured any more.
///
/// In the classic regime an obligation is a number, so that a commitment without one is a warning. In the tailored regime a goal may be one of quality.
enum CommitmentMeasurable: RowRule {
    static let facts = RuleMetadata(
        "MVM-04", since: .v2026_3, .signal, level: .row, basis: .own, sources: ["PPN002"],
        needs: [.table(.commitments)],
        earlier: [
            .since(.v2026_1, .warning, examples: [.triggers("afspraken: aantal="), .passes()])
        ],
        name: Text(nl: "Hoe meet u deze afspraak?", en: "How do you measure this commitment?"),
        message: Text(
            nl: "Deze afspraak is nog niet te meten: '{column}' is leeg.",
            en: "This commitment cannot be measured yet: '{column}' is empty."),
        remedy: Text(
            nl: "Vul aantal, eenheid en datum in. Is het een doel zonder getal? Zet dan in de toelichting waaraan u "
                + "samen ziet dat het is gelukt.",
            en: "Fill in number, unit and date. Is it a goal without a number? Then put in the explanation by what you "
                + "see together that it worked out."),
        why: Text(
            nl: "Met een aantal, een eenheid en een datum weten beide partijen wanneer de afspraak is gehaald.",
            en: "With a number, a unit and a date both parties know when the commitment has been met."),
        examples: [
            .triggers("afspraken: aantal="),
            .triggers("afspraken: eenheid="),
            .triggers("afspraken: streefdatum="),
            .triggers("afspraken -eenheid"),
            .triggers("contracten: regime=klassiek", "afspraken: aantal="),
            .triggers("afspraken: aantal=n.v.t."),
            .passes(),
            .passes("afspraken: aantal=; status=vervallen"),
            .passes("afspraken: eenheid=schooldagen"),
            .passes("afspraken: streefdatum=ooit"),
        ])

    static func check(_ row: Commitment, _ context: borrowing RowContext<Commitment>) -> Verdict {
        guard row.count == nil || row.unit == nil || row.targetDate == nil, row.status != .dropped else { return .pass }
        let isClassic = context.all.contract(row.contract)?.regime == .classic
        let severity: Severity? = context.all.ruleSet >= .v2026_3 && isClassic ? .warning : nil
        if row.count == nil, context.isBlank(\.count) {
            return .fail(severity: severity, column: .of(\Commitment.count))
        }
        if row.unit == nil, context.isBlank(\.unit) { return .fail(severity: severity, column: .of(\Commitment.unit)) }
        if row.targetDate == nil, context.isBlank(\.targetDate) {
            return .fail(severity: severity, column: .of(\Commitment.targetDate))
        }
        return .pass
    }
}
