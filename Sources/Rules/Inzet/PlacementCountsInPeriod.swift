import Intake
import SocialReturnModel
import Valuations

/// A placement has at least one day that counts in the reporting period. One that has none realises nothing, however complete it is: no
/// person, no place, no hour.
///
/// Where the cause is the contract's term or the counting duration, the rules about those say more.
enum PlacementCountsInPeriod: SubmissionRule {
    static let facts = RuleMetadata(
        "INZ-30", since: .v2026_3, .warning, level: .row, basis: .contract, column: .of(\Placement.start),
        needs: [.table(.placements)], yields: [.to("INZ-04", .row)],
        name: Text(nl: "Inzet telt niet mee in deze periode", en: "Placement does not count in this period"),
        message: Text(
            nl:
                "Deze inzet begint op {read}, na het einde van de periode op {detail}. Deze inzet telt nu "
                + "nog niet mee.",
            en: "This placement starts on {read}, after the end of the period on {detail}. It does not count yet."),
        remedy: Text(
            nl: "Klopt de datum? Dan hoeft u niets te doen. Zo niet, vul dan de juiste datum in.",
            en: "Is the date right? Then no action is needed. If not, fill in the right date."),
        why: Text(
            nl: "Mensen, plekken, fte en uren tellen alleen als de inzet in de periode minstens één dag meetelt.",
            en:
                "People, places, FTE and hours count only when the placement has at least one counting day "
                + "in the period."
        ),
        examples: [
            .triggers("inzet: begindatum=01-07-2026; einddatum="),
            .triggers("inzet: begindatum=01-03-2026; einddatum=31-03-2026"),
            .triggers(
                "contracten: ingangsdatum=01-06-2026", "verplichtingen: terugkijkmaanden=12",
                "inzet: begindatum=01-03-2026; einddatum=31-05-2026"),
            .triggers(
                "contracten: ingangsdatum=01-07-2026", "verplichtingen: terugkijkmaanden=12",
                "inzet: begindatum=01-03-2026; einddatum="),
            .passes(),
            .passes("inzet: begindatum=30-06-2026; einddatum="),
            .passes("inzet: einddatum=01-04-2026"),
            // Other rules tell of these.
            .passes(
                "contracten: ingangsdatum=01-07-2026", "verplichtingen: terugkijkmaanden=; tabel_id=; rekenmethode=",
                "inzet: begindatum=01-03-2026; einddatum="),
            .passes("inzet: begindatum=01-03-2030; einddatum="),
            .passes("verplichtingen: meetelduur=1", "inzet: begindatum=01-03-2026"),
            .passes("voorblad: periode=ergens", "inzet: begindatum=01-07-2029; einddatum="),
        ])

    static let variants = [
        Text(
            nl:
                "Deze inzet eindigde op {detail}, voor het begin van de periode. In deze periode telt deze "
                + "inzet niet mee.",
            en: "This placement ended on {detail}, before the start of the period. It does not count in this period."),
        Text(
            nl: "Deze inzet eindigde op {detail}, voor het begin van het contract. Deze inzet telt niet mee.",
            en: "This placement ended on {detail}, before the start of the contract. It does not count."),
        Text(
            nl: "Het contract begint op {detail}, na het einde van de periode. Deze inzet telt nu nog niet mee.",
            en: "The contract starts on {detail}, after the end of the period. This placement does not count yet."),
    ]

    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let period = context.period, let table = context.submission.placements else { return }
        let start = ColumnReference(\Placement.start)
        let end = ColumnReference(\Placement.end)
        for index in context.judgedIndices(of: table) {
            let row = table.rows[index]
            guard let value = context.valuation(index), let first = row.start, value.days == 0,
                value.counted?.isTooEarly != true
            else { continue }
            let contract = value.terms?.contract
            if let last = contract?.end, first > last { continue }
            if first > period.end {
                report.found(at: table.place(index, start), .day(period.end))
            } else if let last = row.end, last < period.start {
                report.found(at: table.place(index, end), .day(last), variant: 1)
            } else if let last = row.end, let opening = contract?.start, last < opening {
                report.found(at: table.place(index, end), .day(last), variant: 2)
            } else if let opening = contract?.start, period.end < opening {
                report.found(at: table.place(index, start), .day(opening), variant: 3)
            }
        }
    }
}
