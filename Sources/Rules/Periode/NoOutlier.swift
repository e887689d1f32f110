import Intake
import SocialReturnModel
import Valuations

/// Worked hours and reported values lie within some times the median of the category.
///
/// Compared are figures a day of the period, of this submission and of the supplier's earlier ones. What the row's own hours a week or
/// our own calculation explain is no outlier.
enum NoOutlier: SubmissionRule {
    static let facts = RuleMetadata(
        "RAP-12", since: .v2026_2, .signal, level: .acrossSubmissions, basis: .own, column: .of(\Placement.workedHours),
        needs: [.register, .table(.placements)], limits: [times, leastRows],
        name: Text(nl: "Uitschieter", en: "Outlier"),
        message: Text(
            nl: "Er staan {read} gewerkte uren. Bij andere inzet in deze categorie is dat meestal rond {detail}.",
            en: "It says {read} hours worked. For other placements in this category it is usually about {detail}."),
        remedy: Text(
            nl: "Controleer de regel. Staat de komma goed, en gaat het om uren in deze periode?",
            en: "Check the row. Is the decimal sign in the right place, and are these hours in this period?"),
        why: Text(
            nl: "Een getal dat ver van de rest ligt, is vaak een tikfout.",
            en: "A figure that is far from the rest is often a slip of the pen."),
        examples: [
            example(true, rows(9, "gewerkte_uren=937")),
            example(true, rows(9, "gewerkte_uren=; opgegeven_waarde=66484,00")),
            // Nine rows of an earlier report and this one.
            example(true, ["inzet: gewerkte_uren=1000"], previous: [["voorblad: periode=2026-Q1"] + rows(8, "")]),
            example(true, rows(4, "gewerkte_uren=937") + ["instellingen: sleutel=uitschieter_rijen; waarde=5"]),
            .passes(),
            // Three times the median of 312 and not more.
            example(false, rows(9, "gewerkte_uren=936")),
            // 40 hours a week explain 520 hours in 13 weeks.
            example(
                false, rows(9, "gewerkte_uren=520; uren_per_week=40", others: "gewerkte_uren=104; opgegeven_waarde=")),
            // Too few rows to compare with.
            example(false, rows(8, "gewerkte_uren=1000")),
            example(false, rows(9, "gewerkte_uren=937") + ["instellingen: sleutel=uitschieter_keer; waarde=4"]),
            example(false, rows(9, "gewerkte_uren=937") + ["contracten: categorie="]),
            example(false, rows(9, "gewerkte_uren=937"), withRegister: false),
        ])

    static let variants = [
        Text(
            nl: "De opgegeven waarde is {read}. Bij andere inzet in deze categorie is dat meestal rond {detail}.",
            en: "The reported value is {read}. For other placements in this category it is usually about {detail}.")
    ]

    static let times = Limit(
        "uitschieter_keer", .times, .since(.v2026_2, 3), within: 2...100,
        name: Text(nl: "Uitschieter: boven zoveel keer de mediaan", en: "Outlier: above so many times the median"))
    static let leastRows = Limit(
        "uitschieter_rijen", .rows, .since(.v2026_2, 10), within: 3...1000,
        name: Text(nl: "Uitschieter: vergelijken vanaf zoveel rijen", en: "Outlier: compare from so many rows on"))

    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let period = context.period, let table = context.submission.placements else { return }
        var figures = CategoryFigures()
        figures.add(context.submission, days: period.days) { context.contract($0)?.category }
        for earlier in context.lastVersions where !context.overlaps(earlier) {
            guard let days = earlier.period?.days else { continue }
            let translation = SymbolTranslation(from: earlier.submission, to: context.submission)
            figures.add(earlier.submission, days: days) { context.contract(translation[$0])?.category }
        }
        let least = context.wholeLimit(leastRows)
        let factor = Double(context.limit(times).tenThousandths) / Double(Quantity.scale)
        let (hours, values) = (
            figures.hours.mapValues { Median($0, least) }, figures.values.mapValues { Median($0, least) }
        )
        let hoursColumn = ColumnReference(\Placement.workedHours)
        let valueColumn = ColumnReference(\Placement.reportedValue)
        let days = Double(period.days)
        // Rows of a contract stand together.
        var last: (contract: Symbol?, hours: Median?, values: Median?) = (nil, nil, nil)
        for index in table.acceptedIndices {
            let row = table.rows[index]
            if row.contract != last.contract {
                let category = context.contract(row.contract)?.category
                last = (row.contract, category.flatMap { hours[$0] }, category.flatMap { values[$0] })
            }
            if let worked = row.workedHours, let median = last.hours {
                if !median.isKnown {
                    report.notEvaluated(tooFew)
                } else if worked.double > factor * median.perDay * days * (1 + 1e-9),
                    worked.double > (row.hoursPerWeek?.double ?? 0) * days / 7
                {
                    let usual = SafeInteger.whole(median.perDay * days)
                    report.found(at: table.place(index, hoursColumn), usual.map { .number(Quantity($0)) } ?? .none)
                }
            }
            if let value = row.reportedValue, let median = last.values {
                if !median.isKnown {
                    report.notEvaluated(tooFew)
                } else if value.inEuros > factor * median.perDay * days * (1 + 1e-9),
                    !isExplained(value, index, context)
                {
                    let usual = SafeInteger.whole(median.perDay * days)
                    report.found(
                        at: table.place(index, valueColumn),
                        usual.map { .money(Cents(SafeInteger.product(Int64($0), 100))) } ?? .none, variant: 1)
                }
            }
        }
    }

    private static let tooFew = Text(
        nl: "Te weinig rijen in de categorie van een contract om mee te vergelijken.",
        en: "Too few rows in the category of a contract to compare with.")

    /// Whether our own calculation comes to the same value.
    private static func isExplained(_ value: Cents, _ index: Int, _ context: RuleContext) -> Bool {
        guard let valuation = context.valuation(index), let difference = valuation.difference(from: value) else {
            return false
        }
        return difference.magnitude <= valuation.terms?.valueTolerance.value ?? .zero
    }

    /// An example whose lines are made.
    private static func example(
        _ triggers: Bool, _ lines: [String], withRegister: Bool = true, previous: [[String]] = [], line: UInt = #line
    ) -> Example {
        Example(
            triggers: triggers, lines: lines, withRegister: withRegister, previous: previous, file: #fileID,
            line: line)
    }

    /// The lines of a row with `cells` and `count` usual rows.
    private static func rows(_ count: Int, _ cells: String, others: String = "") -> [String] {
        ["inzet: \(cells)"] + (1...count).map { "inzet: inzet_id=U-\($0); deelnemercode=U-\($0); \(others)" }
    }
}

/// The figures of each category, a day of the period.
private struct CategoryFigures {
    private(set) var hours: [Symbol: [Double]] = [:]
    private(set) var values: [Symbol: [Double]] = [:]

    mutating func add(_ submission: Submission, days: Int, _ category: (Symbol) -> Symbol?) {
        guard let table = submission.placements else { return }
        var categories: [Symbol: Symbol?] = [:]
        for index in table.acceptedIndices {
            let row = table.rows[index]
            guard let contract = row.contract else { continue }
            let known = categories[contract] ?? category(contract)
            categories[contract] = .some(known)
            guard let known else { continue }
            if let worked = row.workedHours { hours[known, default: []].append(worked.double / Double(days)) }
            if let value = row.reportedValue { values[known, default: []].append(value.inEuros / Double(days)) }
        }
    }
}

/// The middle of some figures, when there are enough of them.
private struct Median {
    let perDay: Double
    let isKnown: Bool

    init(_ figures: [Double], _ least: Int) {
        isKnown = figures.count >= least
        let sorted = isKnown ? figures.sorted() : []
        let middle = sorted.count / 2
        perDay = sorted.isEmpty ? 0 : sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}

extension Cents {
    /// The amount to the nearest binary fraction, only to compare.
    fileprivate var inEuros: Double { Double(rawValue) / 100 }
}
