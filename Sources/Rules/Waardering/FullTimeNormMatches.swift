import Intake
import SocialReturnModel
import Valuations

/// A reported value is not the one that another full-time week would give: tables count with 36 hours or with 40.
enum FullTimeNormMatches: SubmissionRule {
    static let facts = RuleMetadata(
        "WRD-02", since: .v2026_1, .warning, level: .row, basis: .contract, sources: ["UTR", "UTR-40"],
        column: .of(\Placement.reportedValue),
        needs: [.register, .table(.placements)], traits: [.settledByExplanation],
        name: Text(nl: "Andere voltijdnorm?", en: "Another full-time norm?"),
        message: Text(
            nl:
                "De waarde {read} is anders dan onze berekening en past bij een andere voltijdweek. Dit contract rekent "
                + "met {detail} uur.",
            en: "The value {read} differs from our calculation and fits another full-time week. This contract counts "
                + "with {detail} hours."),
        remedy: Text(nl: "Reken met {detail} uur per week.", en: "Calculate with {detail} hours per week."),
        why: Text(
            nl: "Tussen 36 en 40 uur scheelt het bedrag ongeveer een tiende.",
            en: "Between 36 and 40 hours the amount differs by about a tenth."),
        examples: [
            // 40,000 x 24/40 x 91/365.
            .triggers("inzet: opgegeven_waarde=5983,56"),
            // 40,000 x 24/36 x 91/365, where the obligation says 40 hours.
            .triggers("verplichtingen: voltijd_uren=40"),
            .passes(),
            .passes("inzet: opgegeven_waarde=5983,57"),
            .passes("inzet: opgegeven_waarde="),
            .passes("verplichtingen: voltijd_uren=40", "inzet: opgegeven_waarde=5983,56"),
            // Full time is full time by either norm.
            .passes("inzet: uren_per_week=40; opgegeven_waarde=9972,60"),
        ])

    /// The full-time weeks that valuation tables count with, in hours.
    private static let knownNorms: [Quantity] = [36, 40]

    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.placements else { return }
        let column = ColumnReference(\Placement.reportedValue)
        for index in context.judgedIndices(of: table) {
            guard let reported = table.rows[index].reportedValue, reported > .zero,
                let valuation = context.valuation(index), let week = valuation.share?.week, reported != valuation.value,
                valuation.reasons.isDisjoint(with: [.belowMinimumHours, .maximumReached])
            else { continue }
            let others = Self.knownNorms.filter { $0 != week.fullTime }
            if others.contains(where: { valuation.value(fullTime: $0) == reported }) {
                report.found(at: table.place(index, column), .number(week.fullTime))
            }
        }
    }
}

extension PlacementValuation {
    /// The value that the placement would have if `fullTime` hours were a full-time week.
    fileprivate func value(fullTime: Quantity) -> Cents? {
        guard let share, let week = share.week, let (part, whole) = share.length.partOfYear else { return nil }
        let counted = min(week.hours, fullTime)
        let amount = (blockValue ?? .zero) + yearlyBonus
        let proRata = ExactAmount(
            amount, times: UInt64(counted.tenThousandths) * part, over: UInt64(fullTime.tenThousandths) * whole)
        return proRata.map { ($0 + ExactAmount(onceBonus)).rounded(terms?.rounding.value ?? .perRow) }
    }
}

extension Share.Length {
    /// The part of a year as a fraction; nil for what is no part of a year.
    fileprivate var partOfYear: (UInt64, UInt64)? {
        switch self {
        case .days(let days): days.fraction
        case .weekDays(let days, _): (UInt64(days), 364)
        case .monthsOfYear(let months): (months.parts, Months.partsOfMonth * 12)
        default: nil
        }
    }
}
