import Intake
import SocialReturnModel

/// The hours in `uren.csv` are those of the reporting period.
enum HoursWithinPeriod: SubmissionRule {
    static let facts = RuleMetadata(
        "INZ-05", since: .v2026_2, .warning, level: .row, basis: .technical, column: .of(\WorkedHours.period),
        needs: [.table(.hours)],
        name: Text(nl: "Buiten rapportageperiode", en: "Outside the reporting period"),
        message: Text(
            nl: "Deze uren zijn van {read}. Dit rapport gaat over {detail}, dus wij tellen ze hier niet mee.",
            en: "These hours are of {read}. This report is about {detail}, so we do not count them here."),
        remedy: Text(
            nl: "Plaats de uren in de juiste periode. Horen ze bij een eerder rapport? Lever dat dan opnieuw aan.",
            en: "Put the hours in the right period. Do they belong to an earlier report? Then supply that one again."),
        why: Text(
            nl: "Zo tellen uren één keer mee, in de periode waarin ze zijn gewerkt.",
            en: "That way hours count once, in the period in which they were worked."),
        examples: [
            .triggers("uren: periode=2026-03"),
            .triggers("uren: periode=2026-07"),
            .triggers("uren: periode=2026"),
            .triggers("uren: periode=31-03-2026/30-04-2026"),
            .triggers("voorblad: periode=2026-05"),
            .passes("uren: periode=2026-06"),
            .passes("uren: periode=2026-Q2"),
            .passes("uren: periode=01-04-2026/30-06-2026"),
            .passes("uren: periode="),
            // Without a reporting period there is nothing to compare with.
            .passes("voorblad: periode=ooit", "uren: periode=2025-01"),
            // A row without a placement is a matter for the rule about required values.
            .passes("uren: inzet_id=; periode=2026-03"),
        ])

    static let variants = [
        Text(
            nl: "Deze uren zijn van {read}. Dat is deels buiten de periode van dit rapport, {detail}. Wij kunnen ze "
                + "niet verdelen en tellen ze hier niet mee.",
            en: "These hours are of {read}. That is in part outside the period of this report, {detail}. We cannot "
                + "divide them and do not count them here.")
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let period = context.period, let table = context.submission.hours else { return }
        let column = ColumnReference(\WorkedHours.period)
        for index in table.acceptedIndices {
            guard let span = table.rows[index].period, !period.contains(span.start) || !period.contains(span.end) else {
                continue
            }
            report.found(
                at: table.place(index, column), report.text(period.description, from: .supplier),
                variant: span.overlaps(period) ? 1 : 0)
        }
    }
}
