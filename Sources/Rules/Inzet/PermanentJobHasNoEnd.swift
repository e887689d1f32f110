import SocialReturnModel

/// A permanent job has no end that lies ahead, unless the placement ends with the contract or the row tells why it ends.
enum PermanentJobHasNoEnd: RowRule {
    static let facts = RuleMetadata(
        "INZ-17", since: .v2026_2, .warning, level: .row, basis: .technical, column: .of(\Placement.end),
        needs: [.table(.placements)],
        name: Text(nl: "Vast dienstverband met einddatum", en: "Permanent job with an end date"),
        message: Text(
            nl: "Het dienstverband is voor onbepaalde tijd, maar er staat een einddatum: {read}.",
            en: "The job is permanent, but there is an end date: {read}."),
        remedy: Text(
            nl: "Kies bepaalde of onbepaalde tijd. Stopt de inzet echt op die dag? Vul dan de uitkomst of de reden in.",
            en: "Choose fixed term or permanent. Does the placement really end on that day? Then fill in the outcome "
                + "or the reason."),
        why: Text(
            nl: "Vast werk telt zwaar mee in wat wij samen bereiken. Daarom moet het kloppen.",
            en: "Permanent work weighs heavily in what we achieve together. So it must be right."),
        examples: [
            .triggers("inzet: contractvorm=onbepaald"),
            .triggers("inzet: contractvorm=onbepaald; einddatum=01-07-2026"),
            .triggers("inzet: contractvorm=onbepaald; reden_einde=n.v.t."),
            .triggers("inzet: contractvorm=onbepaald; einddatum=28-02-2030", withRegister: false),
            .passes("inzet: contractvorm=onbepaald; einddatum="),
            .passes("inzet: contractvorm=bepaald"),
            // It ended in the period, or before.
            .passes("inzet: contractvorm=onbepaald; einddatum=30-06-2026"),
            .passes("inzet: contractvorm=onbepaald; uitkomst=doorstroom"),
            .passes("inzet: contractvorm=onbepaald; reden_einde=verhuist in het najaar"),
            // The last day of the contract: the job goes on, the placement ends.
            .passes("inzet: contractvorm=onbepaald; einddatum=28-02-2030"),
        ])

    static func check(_ row: Placement, _ context: borrowing RowContext<Placement>) -> Verdict {
        guard row.contractForm == .permanent, let end = row.end, row.outcome == nil,
            end > context.all.period?.end ?? context.all.today
        else { return .pass }
        if let last = context.all.contract(row.contract)?.end, end >= last { return .pass }
        return context.isNullMarker(row.endReason) ? .fail : .pass
    }
}
