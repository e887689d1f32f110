import Intake
import SocialReturnModel

/// The hours of a placement on one day stand in one row of `uren.csv`. Of two rows of one placement that share a day, the later is
/// the double: the same month twice, or a month beside the quarter that holds it.
///
/// Rows outside the reporting period count nowhere and take nobody's place.
enum HoursCountOnce: SubmissionRule {
    static let facts = RuleMetadata(
        "INZ-28", since: .v2026_3, .error, level: .table, basis: .technical, column: .of(\WorkedHours.period),
        traits: [.reportsDouble(mayDiffer: true)],
        name: Text(nl: "Uren dubbel of overlappend", en: "Hours double or overlapping"),
        message: Text(
            nl: "De uren van deze inzet over {read} staan er al, in uw rij {detail}.",
            en: "The hours of this placement of {read} are there already, in your row {detail}."),
        remedy: Text(
            nl:
                "Laat één rij staan. Hoorden de uren bij een andere maand of een andere inzet? Verbeter dan "
                + "de periode of het "
                + "kenmerk.",
            en:
                "Keep one row. Did the hours belong to another month or another placement? Then correct the "
                + "period or the "
                + "reference."),
        why: Text(
            nl: "Uren die in twee rijen staan, zouden twee keer meetellen.",
            en: "Hours that are in two rows would count twice."),
        examples: [
            .triggers("uren: periode=2026-05"),
            .triggers("uren: periode=2026-05; gewerkte_uren=8"),
            .triggers("uren: periode=2026-Q2"),
            .triggers("uren: inzet_id=p-001; periode=15-05-2026/15-06-2026"),
            .triggers("voorblad: periode=2026", "uren: periode=2026-H1"),
            .triggers("voorblad: periode=2026", "uren: periode=2026"),
            .passes("uren: periode=2026-04"),
            .passes("uren", "uren: periode=2026-Q2"),
            .passes("uren: periode=2026-05; inzet_id=P-002", "inzet:", "inzet: inzet_id=P-002; deelnemercode=D-0002"),
            // A year does not count in a report on a quarter, so that the months stand.
            .passes("uren: periode=2026"),
            // A double of a row that does not count is none.
            .passes("uren: periode=2026-05; gewerkte_uren=veel"),
        ])

    static let variants = [
        Text(
            nl: "De uren van deze inzet over {read} overlappen met die in uw rij {detail}.",
            en: "The hours of this placement of {read} overlap with those in your row {detail}.")
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.hours else { return }
        let column = ColumnReference(\WorkedHours.period)
        var rows: [(placement: Int32, index: Int)] = []
        for index in table.acceptedIndices {
            guard let placement = table.rows[index].placement, let span = table.rows[index].period,
                context.period.map({ $0.contains(span.start) && $0.contains(span.end) }) ?? true
            else { continue }
            rows.append((placement.rawValue, index))
        }
        // Placement by placement, and in the order of the file.
        rows.sort { ($0.placement, $0.index) < ($1.placement, $1.index) }
        var spans = DaySpans()
        var current: Int32?
        for (placement, index) in rows {
            if placement != current { spans.removeAll() }
            current = placement
            guard let span = table.rows[index].period,
                let first = spans.insert(span.start, span.end, owner: index)
            else { continue }
            report.found(
                at: table.place(index, column), .row(table.records[first]),
                variant: table.rows[first].period == span ? 0 : 1)
        }
    }
}
