import SocialReturnModel

/// A commitment says how much of what by when. A cell that could not be read is a matter for the rule about reading it, and a
/// commitment that was dropped need not be measured any more.
enum CommitmentMeasurable: RowRule {
    static let facts = RuleFacts(
        "MVM-04", since: .v2026_1, .warning, level: .row, basis: .own, sources: ["PPN002"],
        needs: [.table(.commitments)],
        name: Text(nl: "Afspraak niet meetbaar", en: "Commitment not measurable"),
        message: Text(
            nl: "Deze afspraak is nog niet te meten: '{column}' is leeg.",
            en: "This commitment cannot be measured yet: '{column}' is empty."),
        remedy: Text(nl: "Vul aantal, eenheid en datum in.", en: "Fill in number, unit and date."),
        why: Text(
            nl: "Met een aantal, een eenheid en een datum weten beide partijen wanneer de afspraak is gehaald.",
            en: "With a number, a unit and a date both parties know when the commitment has been met."),
        examples: [
            .triggers("afspraken: aantal="),
            .triggers("afspraken: eenheid="),
            .triggers("afspraken: streefdatum="),
            .triggers("afspraken -eenheid"),
            .passes(),
            .passes("afspraken: aantal=; status=vervallen"),
            .passes("afspraken: eenheid=schooldagen"),
            .passes("afspraken: streefdatum=ooit"),
        ])

    static func check(_ row: Commitment, _ context: borrowing RowContext<Commitment>) -> Verdict {
        guard row.count == nil || row.unit == nil || row.targetDate == nil, row.status != .dropped else { return .pass }
        if row.count == nil, context.isBlank("aantal") { return .fail(column: "aantal") }
        if row.unit == nil, context.isBlank("eenheid") { return .fail(column: "eenheid") }
        if row.targetDate == nil, context.isBlank("streefdatum") { return .fail(column: "streefdatum") }
        return .pass
    }
}
