import Intake
import Parameters
import SocialReturnModel
import Valuations

/// What reports of earlier periods realised, in the terms of the present submission.
struct History {
    /// The accepted rows of the earlier reports, added up by contract.
    let tally: Tally
    /// The placements of those reports, with the symbols of the present submission.
    let placements: [PermanentWork.Report]
    /// The periods of the reports that count, this one included, in order.
    private let periods: [ReportingPeriod]

    /// Adds up the earlier reports of `context`; of reports that share a day the one that was prepared last counts.
    init(_ context: RuleContext, _ slots: ContractSlots, _ tables: ValuationTables, _ terms: [ContractTerms?]) {
        var tally = Tally(slots, keepsPlacements: true)
        let reports = Self.reportsThatCount(context)
        var kept: [PermanentWork.Report] = []
        var symbols = context.submission.symbols
        for (report, period) in reports {
            let translated = Translation(report.submission, &symbols)
            var valuer = Valuer(register: context.register, tables: tables, period: period)
            let accepted = AcceptedByClient(translated.evidence, register: context.register)
            if let placements = translated.placements {
                kept.append(PermanentWork.Report(table: placements, period: period))
                let values = valuer.values(
                    of: placements, hours: translated.hours, isAccepted: accepted.contains)
                tally.add(
                    placements, values, .none, counts: CountedScope.marks(of: placements, values), period)
            }
            if let purchases = translated.purchases {
                let values = valuer.values(of: purchases, isAccepted: accepted.contains)
                tally.add(purchases, values, counts: CountedScope.marks(of: purchases, values, period))
            }
            if let activities = translated.activities {
                let values = valuer.values(of: activities)
                tally.add(activities, values, counts: CountedScope.marks(of: activities, values, period))
            }
        }
        tally.finish(terms)
        self.tally = tally
        placements = kept
        periods = (reports.map(\.period) + [context.period].compactMap { $0 }).sorted { $0.start < $1.start }
    }

    /// Whether there are earlier reports.
    var isEmpty: Bool { periods.count < 2 }

    /// Whether the reports cover every day from `start` up to the end of the last one.
    func covers(from start: Day?) -> Bool {
        guard var day = start else { return false }
        for period in periods where period.end >= day {
            if period.start > day { return false }
            day = period.end.adding(days: 1)
        }
        return true
    }

    private static func reportsThatCount(_ context: RuleContext) -> [(report: EarlierReport, period: ReportingPeriod)] {
        guard let present = context.period else { return [] }
        let earlier = context.previous.compactMap { report in report.submission.coverRow.period.map { (report, $0) } }
            .filter { $0.1.end < present.start }
            .sorted {
                ($0.0.submission.coverRow.finishedOn ?? .distantPast)
                    > ($1.0.submission.coverRow.finishedOn ?? .distantPast)
            }
        var chosen: [(report: EarlierReport, period: ReportingPeriod)] = []
        for (report, period) in earlier where !chosen.contains(where: { $0.period.overlaps(period) }) {
            chosen.append((report, period))
        }
        return chosen.sorted { $0.period.start < $1.period.start }
    }
}

extension History {
    /// What earlier reports realised under a contract, by measure; persons and placements that this report has too are left to it.
    func earlier(_ slot: Int, beside present: Tally) -> [Measure: Amount] {
        let totals = tally.totals[slot]
        let isOfContract = { (key: UInt64) in Int(key >> 32) == slot }
        return [
            .euros: Amount(totals.value),
            .hours: Amount(.hours, totals.hours),
            .persons: Amount(
                .persons, count: tally.participants.subtracting(present.participants).count(where: isOfContract)),
            .places: Amount(
                .places, count: tally.placements.subtracting(present.placements).count(where: isOfContract)),
        ]
    }
}

extension Day {
    /// Before any day of a report.
    fileprivate static let distantPast = Day(daysSince1970: .min)
}

/// The tables of an earlier submission with the symbols of the present one. Each submission numbers its texts for itself.
private struct Translation {
    private(set) var placements: TableData<Placement>?
    private(set) var hours: TableData<WorkedHours>?
    private(set) var purchases: TableData<SocialPurchase>?
    private(set) var activities: TableData<Activity>?
    private(set) var evidence: TableData<Evidence>?

    /// Translates `submission`; texts that are new get a number of their own in `symbols`.
    init(_ submission: Submission, _ symbols: inout SymbolTable) {
        let numbers = (0..<submission.symbols.count).map {
            symbols.intern(submission.symbols[Symbol(rawValue: Int32($0))])
        }
        func translated(_ symbol: Symbol?) -> Symbol? { symbol.map { numbers[Int($0.rawValue)] } }
        placements = submission.placements
        for index in placements?.rows.indices ?? 0..<0 {
            placements?.rows[index].id = translated(submission.placements?.rows[index].id)
            placements?.rows[index].contract = translated(submission.placements?.rows[index].contract)
            placements?.rows[index].participant = translated(submission.placements?.rows[index].participant)
        }
        hours = submission.hours
        for index in hours?.rows.indices ?? 0..<0 {
            hours?.rows[index].placement = translated(submission.hours?.rows[index].placement)
        }
        purchases = submission.purchases
        for index in purchases?.rows.indices ?? 0..<0 {
            purchases?.rows[index].contract = translated(submission.purchases?.rows[index].contract)
            purchases?.rows[index].invoiceNumber = translated(submission.purchases?.rows[index].invoiceNumber)
        }
        activities = submission.activities
        for index in activities?.rows.indices ?? 0..<0 {
            activities?.rows[index].contract = translated(submission.activities?.rows[index].contract)
        }
        evidence = submission.evidence
        for index in evidence?.rows.indices ?? 0..<0 {
            evidence?.rows[index].belongsTo = translated(submission.evidence?.rows[index].belongsTo)
        }
    }
}
