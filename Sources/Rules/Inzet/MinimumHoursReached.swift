import Intake
import SocialReturnModel
import Valuations

/// A placement has at least the hours a week from which it counts: as the obligation says, else the building block, else the
/// valuation table. Where none of them names a minimum there is none.
enum MinimumHoursReached: SubmissionRule {
    static let facts = RuleMetadata(
        "INZ-07", since: .v2026_2, .warning, level: .row, basis: .contract, sources: ["HAR"],
        column: .of(\Placement.hoursPerWeek),
        needs: [.register, .table(.placements)],
        name: Text(nl: "Onder minimum uren", en: "Below the minimum hours"),
        message: Text(
            nl: "Er staat {read} uur per week. Bij dit contract telt inzet vanaf {detail} uur per week.",
            en: "It says {read} hours a week. Under this contract a placement counts from {detail} hours a week."),
        remedy: Text(
            nl: "Inzet onder het minimum telt mogelijk niet mee. Bespreek of meer uren kunnen, of maak een afspraak "
                + "met de contractmanager.",
            en: "A placement below the minimum may not count. Discuss whether more hours are possible, or make an "
                + "agreement with the contract manager."),
        why: Text(
            nl: "Sommige contracten vragen een minimum aantal uren, zodat het werk iemand echt verder helpt.",
            en: "Some contracts ask for a minimum of hours, so that the work really helps someone along."),
        examples: [
            .triggers("inzet: uren_per_week=11,5"),
            .triggers("verplichtingen: min_uren=24,5"),
            // The table's own minimum.
            .triggers("verplichtingen: min_uren=; tabel_id=HARLINGEN", "inzet: uren_per_week=11"),
            .triggers("verplichtingen: tabel_id=; rekenmethode=", "inzet: uren_per_week=8"),
            .passes("inzet: uren_per_week=12"),
            .passes("inzet: uren_per_week="),
            // The obligation goes before the table.
            .passes("verplichtingen: min_uren=8; tabel_id=HARLINGEN", "inzet: uren_per_week=11"),
            .passes("verplichtingen: min_uren=", "inzet: uren_per_week=2"),
            .passes(
                "verplichtingen: status=vrijgesteld; reden_vrijstelling=geen arbeid", "inzet: uren_per_week=8"),
            .passes(
                "contracten:", "contracten: contractnummer=BZK-2026-0233",
                "inzet: uren_per_week=8; contractnummer=BZK-2026-0233"),
        ])

    /// The block of a placement is known after valuing.
    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.placements else { return }
        let column = ColumnReference(\Placement.hoursPerWeek)
        for index in context.judgedIndices(of: table) {
            let row = table.rows[index]
            guard let hours = row.hoursPerWeek, let terms = row.contract.flatMap({ context.terms[$0] }),
                terms.settling?.isExempt != true,
                let minimum = terms.minimumHours(context.valuation(index)?.block), hours < minimum
            else { continue }
            report.found(at: table.place(index, column), .number(minimum))
        }
    }
}
