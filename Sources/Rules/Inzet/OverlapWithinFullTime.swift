import Intake
import SocialReturnModel

/// The placements of one participant on one day in the reporting period are together no more than full time. Of the rows that
/// overlap, the later in the file is reported.
enum OverlapWithinFullTime: SubmissionRule {
    static let facts = RuleMetadata(
        "INZ-13", since: .v2026_1, .warning, level: .table, basis: .own, column: .of(\Placement.participant),
        needs: [.register, .table(.placements)], yields: [.to("INZ-15", .row)],
        name: Text(nl: "Overlap zelfde deelnemer", en: "Overlap of one participant"),
        message: Text(
            nl: "Deze deelnemer staat ook in een eerdere rij. Samen is dat vanaf {detail} meer dan 1 fte.",
            en: "This participant is in an earlier row too. Together that is more than 1 FTE from {detail}."),
        remedy: Text(
            nl:
                "Is de eerdere inzet gestopt? Vul daar dan de einddatum in. Staat iets er dubbel? Haal dan "
                + "één rij weg.",
            en:
                "Has the earlier placement ended? Then fill in its end date there. Is something there twice? "
                + "Then remove one row."
        ),
        why: Text(
            nl: "Iemand kan niet meer dan voltijd werken. Overlap is meestal een einddatum die ontbreekt.",
            en: "Nobody can work more than full time. Overlap is mostly an end date that is missing."),
        examples: [
            .triggers("inzet:", "inzet: inzet_id=P-002; begindatum=01-06-2026"),
            .triggers(
                "inzet: einddatum=30-06-2026", "inzet: inzet_id=P-002; begindatum=30-06-2026; uren_per_week=12,5"),
            .triggers(
                "inzet: uren_per_week=12", "inzet: inzet_id=P-002; uren_per_week=16",
                "inzet: inzet_id=P-003; uren_per_week=16,5"),
            .passes("inzet: einddatum=31-05-2026", "inzet: inzet_id=P-002; begindatum=01-06-2026"),
            .passes("inzet:", "inzet: inzet_id=P-002; begindatum=01-06-2026; uren_per_week=12"),
            .passes("inzet:", "inzet: inzet_id=P-002; begindatum=01-06-2026; deelnemercode=D-0002"),
            // One row above full time is a matter for the rule about full time.
            .passes("inzet: uren_per_week=40"),
            // Without a full-time norm nobody knows what 1 fte is.
            .passes(
                "verplichtingen: tabel_id=; rekenmethode=", "inzet:", "inzet: inzet_id=P-002; begindatum=01-06-2026"),
        ])

    /// A double row is set aside before its hours are added up.
    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let period = context.period, let table = context.submission.placements else { return }
        let column = ColumnReference(\Placement.participant)
        for rows in ParticipantRows(table).groups {
            var load = DailyLoad(period)
            for index in rows {
                let row = table.rows[index]
                guard let start = row.start, let hours = row.hoursPerWeek, hours > .zero, let contract = row.contract,
                    let terms = context.terms[contract]
                else { continue }
                guard let fullTime = terms.fullTimeHours?.value else {
                    report.notEvaluated(
                        Text(
                            nl: "Een contract noemt geen voltijduren; zonder dat is niet te zeggen wat 1 fte is.",
                            en: "A contract names no full-time hours; without them nobody can say what 1 FTE is."),
                        supply: Text(
                            nl: "Vul voltijd_uren in bij het contract in verplichtingen.csv.",
                            en: "Fill in voltijd_uren for the contract in verplichtingen.csv."), by: .contractManager,
                        isRegisterGap: true)
                    continue
                }
                if let day = load.add(hours, of: fullTime, from: start, through: row.end) {
                    report.found(at: table.place(index, column), .day(day))
                }
            }
        }
    }
}

/// How much of full time one participant works on each day of a period.
private struct DailyLoad {
    private let period: ReportingPeriod
    /// Billionths of full time by day; rounded down, so that 12 and 24 of 36 hours are never more than one.
    private var parts: [Int64]
    private static let whole: Int64 = 1_000_000_000

    init(_ period: ReportingPeriod) {
        self.period = period
        parts = Array(repeating: 0, count: period.days)
    }

    /// Adds a placement, and gives the first day on which it makes more than full time together with those before it.
    mutating func add(_ hours: Quantity, of fullTime: Quantity, from start: Day, through end: Day?) -> Day? {
        let first = max(start, period.start).days(since: period.start)
        let last = min(end ?? period.end, period.end).days(since: period.start)
        guard first <= last else { return nil }
        let counted = min(hours, fullTime).tenThousandths
        let part = Int64(Self.whole).multipliedFullWidth(by: counted)
        let added = fullTime.tenThousandths.dividingFullWidth(part).quotient
        var crossing: Int?
        for day in first...last {
            if parts[day] > 0, parts[day] + added > Self.whole, crossing == nil { crossing = day }
            parts[day] = min(parts[day] + added, 1000 * Self.whole)
        }
        return crossing.map { period.start.adding(days: $0) }
    }
}
