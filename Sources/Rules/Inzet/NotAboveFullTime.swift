import Intake
import SocialReturnModel

/// A placement has no more hours a week than a full-time job under its contract.
enum NotAboveFullTime: SubmissionRule {
    static let facts = RuleMetadata(
        "INZ-08", since: .v2026_2, .signal, level: .row, basis: .contract, column: .of(\Placement.hoursPerWeek),
        needs: [.register, .table(.placements)], yields: [.to("INZ-06", .row)],
        name: Text(nl: "Boven voltijd", en: "Above full time"),
        message: Text(
            nl: "Er staat {read} uur per week. Voltijd is bij dit contract {detail} uur.",
            en: "It says {read} hours a week. Full time is {detail} hours under this contract."),
        remedy: Text(
            nl: "Wij rekenen met ten hoogste 1 fte. Kloppen de uren, dan is geen actie nodig.",
            en: "We calculate with 1 FTE at most. If the hours are right, no action is needed."),
        why: Text(
            nl: "Zo blijft een fte overal hetzelfde: één volledige baan.",
            en: "That way one FTE stays the same everywhere: one full-time job."),
        examples: [
            .triggers("inzet: uren_per_week=36,5"),
            .triggers("inzet: uren_per_week=40"),
            .triggers("verplichtingen: voltijd_uren=23"),
            .triggers(
                "verplichtingen: tabel_id=; rekenmethode=; voltijd_uren=36", "inzet: uren_per_week=38"),
            .passes("inzet: uren_per_week=36"),
            .passes("verplichtingen: voltijd_uren=40", "inzet: uren_per_week=40"),
            .passes("inzet: uren_per_week="),
            // Nobody names the hours of full time.
            .passes("verplichtingen: tabel_id=; rekenmethode=", "inzet: uren_per_week=40"),
            .passes(
                "contracten:", "contracten: contractnummer=BZK-2026-0233",
                "inzet: uren_per_week=40; contractnummer=BZK-2026-0233"),
        ])

    /// A double row is set aside before anything is said of it.
    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.placements else { return }
        let column = ColumnReference(\Placement.hoursPerWeek)
        for index in context.judgedIndices(of: table) {
            let row = table.rows[index]
            guard let hours = row.hoursPerWeek, let terms = row.contract.flatMap({ context.terms[$0] }) else {
                continue
            }
            guard let fullTime = terms.fullTimeHours?.value else {
                report.notEvaluated(
                    Text(
                        nl: "Een contract noemt geen voltijduren (voltijd_uren in verplichtingen.csv).",
                        en: "A contract names no full-time hours (voltijd_uren in verplichtingen.csv)."),
                    supply: Text(
                        nl: "Vul voltijd_uren in bij het contract in verplichtingen.csv.",
                        en: "Fill in voltijd_uren for the contract in verplichtingen.csv."),
                    by: .contractManager, isRegisterGap: true)
                continue
            }
            if hours > fullTime { report.found(at: table.place(index, column), .number(fullTime)) }
        }
    }
}
