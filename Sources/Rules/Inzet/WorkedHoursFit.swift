import Intake
import SocialReturnModel

/// The hours worked are no more than the hours a week allow, over the days of the period on which the placement runs, with some
/// leeway for overtime and shifted shifts.
///
/// Hours come from the placement itself, else from the rows of `uren.csv` that lie in the period.
enum WorkedHoursFit: SubmissionRule {
    static let facts = RuleMetadata(
        "INZ-09", since: .v2026_2, .warning, level: .row, basis: .own, column: .of(\Placement.workedHours),
        needs: [.table(.placements)], limits: [leeway, fewest], yields: [.to("BST-26", .subject)],
        name: Text(nl: "Kloppen de uren?", en: "Are the hours right?"),
        message: Text(
            nl: "Er staan {read} gewerkte uren. Bij de uren per week passen er in deze periode ten hoogste {detail}, "
                + "met de speling meegerekend.",
            en: "It says {read} hours worked. With the hours a week at most {detail} fit in this period, leeway "
                + "included."
        ),
        remedy: Text(
            nl: "Controleer gewerkte uren, uren per week en de datums.",
            en: "Check the hours worked, the hours a week and the dates."),
        why: Text(
            nl: "Uren van een andere periode of een tikfout vallen zo op. Meer werken dan afgesproken kan: licht het "
                + "dan toe.",
            en: "That way hours of another period or a typing error show. Working more than agreed is possible: then "
                + "explain it."),
        examples: [
            // 24 hours x 13 weeks, and a tenth more.
            .triggers("inzet: gewerkte_uren=343,3"),
            .triggers("inzet: begindatum=01-06-2026; gewerkte_uren=114"),
            .triggers("inzet: einddatum=30-04-2026; gewerkte_uren=120"),
            .triggers("instellingen: sleutel=uren_speling; waarde=0", "inzet: gewerkte_uren=312,1"),
            .triggers("inzet: gewerkte_uren=", "uren: gewerkte_uren=135,3"),
            .triggers("inzet: begindatum=01-07-2026; gewerkte_uren=8"),
            .triggers("inzet: gewerkte_uren=400", withRegister: false),
            .triggers("inzet: gewerkte_uren=100", "uren: gewerkte_uren=700"),
            // Thirteen weeks of 24 hours are 312 hours, or 39 days.
            .triggers(
                "inzet: gewerkte_uren=39", "inzet: inzet_id=P-002; deelnemercode=D-0002; gewerkte_uren=35",
                "inzet: inzet_id=P-003; deelnemercode=D-0003; gewerkte_uren=38", "uren"),
            .passes(
                "inzet: gewerkte_uren=39", "inzet: inzet_id=P-002; deelnemercode=D-0002; gewerkte_uren=35",
                "inzet: inzet_id=P-003; deelnemercode=D-0003; gewerkte_uren=280", "uren"),
            .passes(
                "inzet: gewerkte_uren=39", "inzet: inzet_id=P-002; deelnemercode=D-0002; gewerkte_uren=35", "uren"),
            .passes("inzet: gewerkte_uren=300", "uren: gewerkte_uren=92"),
            .passes("inzet: gewerkte_uren=343,2"),
            .passes("inzet: begindatum=01-06-2026; gewerkte_uren=113", "uren"),
            .passes("inzet: gewerkte_uren=", "uren: gewerkte_uren=135,2"),
            .passes("inzet: gewerkte_uren=", "uren: periode=2026-03; gewerkte_uren=300"),
            .passes("instellingen: sleutel=uren_speling; waarde=50", "inzet: gewerkte_uren=468"),
            .passes("inzet: gewerkte_uren=0; begindatum=01-07-2026"),
            .passes("inzet: uren_per_week=; gewerkte_uren=900"),
            .passes("inzet: gewerkte_uren=", "uren"),
        ])

    /// How much more than the agreed hours needs no question.
    static let leeway = Limit(
        "uren_speling", .percent, .since(.v2026_2, 10), within: 0...100,
        name: Text(
            nl: "Gewerkte uren: speling boven de uren per week", en: "Hours worked: leeway above the hours a week")
    )

    /// Of all placements together so few hours are no illness or leave, but another unit: days, or parts of a full-time week.
    static let fewest = Limit(
        "uren_ondergrens", .percent, .since(.v2026_3, 25), within: 0...100,
        name: Text(
            nl: "Gewerkte uren van iedereen: nakijken onder dit deel van de uren per week",
            en: "Hours worked by everyone: look again below this part of the hours a week"))

    /// So many placements have a unit in common by no accident.
    private static let several = 3

    static let variants = [
        Text(
            nl: "De gewerkte uren in uren.csv zijn samen te veel. Bij de uren per week passen er in deze periode ten "
                + "hoogste {detail}, met de speling meegerekend.",
            en: "The hours worked in uren.csv are together too many. With the hours a week at most {detail} fit in "
                + "this period, leeway included."),
        Text(
            nl: "Er zijn gewerkte uren gemeld, maar de inzet loopt niet in deze periode.",
            en: "Hours worked are reported, but the placement does not run in this period."),
        Text(
            nl: "Er staan {read} gewerkte uren, maar in uren.csv zijn het er bij deze inzet samen {detail}.",
            en: "It says {read} hours worked, but in uren.csv they are {detail} together for this placement."),
        Text(
            nl:
                "Bij elke inzet zijn weinig uren gewerkt, minder dan {detail} procent van de uren per week. Zijn het wel uren, en geen dagen of fte?",
            en:
                "Few hours were worked in each placement, less than {detail} per cent of the hours a week. Are they hours, and no days or fte?"
        ),
    ]

    /// The hours of `uren.csv` are added up when placements are valued.
    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let period = context.period, let table = context.submission.placements else { return }
        let column = ColumnReference(\Placement.workedHours)
        if context.ruleSet >= .v2026_3 { checkUnit(context, table, period, &report) }
        let byMonth = context.ruleSet >= .v2026_3 ? context.submission.hours?.byPlacement(within: period) ?? [:] : [:]
        for index in context.judgedIndices(of: table) {
            let row = table.rows[index]
            guard let worked = context.valuation(index)?.reportedHours, worked > .zero,
                let hours = row.hoursPerWeek, hours > .zero, let start = row.start
            else { continue }
            let first = max(start, period.start)
            let days = max(0, min(row.end ?? period.end, period.end).days(since: first) + 1)
            let most = mostHours(hours, days: days, leeway: context.limit(Self.leeway, for: row.contract))
            guard worked > most else {
                // Months that are not reported can make the total larger, and nothing can make it smaller.
                if row.workedHours != nil, let rows = row.id.flatMap({ byMonth[$0] }) {
                    let months = rows.reduce(Quantity.zero) { $0 + $1.hours }
                    if months > worked { report.found(at: table.place(index, column), .number(months), variant: 3) }
                }
                continue
            }
            report.found(
                at: table.place(index, column), .number(most.inTenths),
                variant: days == 0 ? 2 : row.workedHours == nil ? 1 : 0)
        }
    }

    /// Whether the hours of all placements are so few that they must be something else.
    private static func checkUnit(
        _ context: RuleContext, _ table: TableData<Placement>, _ period: ReportingPeriod,
        _ report: inout FindingCollector
    ) {
        var (count, first) = (0, -1)
        for index in context.judgedIndices(of: table) {
            let row = table.rows[index]
            guard let worked = context.valuation(index)?.reportedHours, worked > .zero, let hours = row.hoursPerWeek,
                hours > .zero, let start = row.start
            else { continue }
            let days = max(0, min(row.end ?? period.end, period.end).days(since: max(start, period.start)) + 1)
            let agreed = mostHours(hours, days: days, leeway: .zero)
            let part = context.limit(fewest, for: row.contract)
            guard worked.tenThousandths < agreed.tenThousandths / 100 * (part.tenThousandths / Quantity.scale) else {
                return
            }
            count += 1
            if first < 0 { first = index }
        }
        guard count >= several else { return }
        report.found(
            at: table.place(first, ColumnReference(\Placement.workedHours)),
            .number(context.limit(fewest, for: table.rows[first].contract)), variant: 4)
    }

    /// `hours` a week over `days`, and `leeway` per cent more.
    private static func mostHours(_ hours: Quantity, days: Int, leeway: Quantity) -> Quantity {
        // At most 168 hours a week and some three million days of a calendar, so none of this can overflow.
        let agreed = hours.tenThousandths * Int64(days) / 7
        return Quantity(tenThousandths: agreed + agreed * leeway.tenThousandths / (100 * Quantity.scale))
    }
}

extension Quantity {
    /// The number with one decimal, rounded down.
    fileprivate var inTenths: Quantity {
        let tenth = Self.scale / 10
        return Quantity(tenThousandths: tenThousandths / tenth * tenth)
    }
}
