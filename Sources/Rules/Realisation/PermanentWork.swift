import Intake
import SocialReturnModel

/// Who came into permanent work, and whether they are still there.
///
/// The form of a contract and an outcome are two facts: a placement can be open-ended from its first day, and a temporary one can become
/// permanent work. The second is what the network is after.
public struct PermanentWork: Sendable, Hashable {
    /// How many came into permanent work, of whom reports tell whether they were at work some months later.
    public struct Retention: Sendable, Hashable {
        /// Of whom a report tells.
        public internal(set) var known = 0
        /// Those of them who were still at work.
        public internal(set) var stayed = 0
    }

    /// Different participants whose temporary placement became permanent work in the period.
    public internal(set) var became = 0
    /// Those who came into permanent work six months before a day that reports tell of.
    public internal(set) var afterSixMonths = Retention()
    /// Likewise after twelve months.
    public internal(set) var afterTwelveMonths = Retention()

    /// Adds that of another contract.
    mutating func add(_ other: PermanentWork) {
        became += other.became
        for path in [\PermanentWork.afterSixMonths, \.afterTwelveMonths] {
            self[keyPath: path].known += other[keyPath: path].known
            self[keyPath: path].stayed += other[keyPath: path].stayed
        }
    }

    /// The placements of one report on `period`.
    struct Report {
        let table: TableData<Placement>
        let period: ReportingPeriod
    }

    /// The permanent work under each contract that has any.
    ///
    /// - Parameters:
    ///   - present: The placements of this report; `counts` tells of each row whether it counts.
    ///   - earlier: Those of earlier reports, with the same symbols, in the order of their periods.
    static func all(_ present: Report, counts: [Bool], _ earlier: [Report]) -> [Symbol: PermanentWork] {
        var work: [Symbol: PermanentWork] = [:]
        let people = CareerKey.withMoreToTell(in: earlier + [present])
        guard !people.isEmpty else { return work }
        var now = Careers(of: people)
        now.add(present, counts: counts)
        var all = Careers(of: people)
        for report in earlier { all.add(report) }
        for key in now.became(besides: all) { work[key.contract, default: PermanentWork()].became += 1 }
        all.add(present)
        for (key, since) in all.permanentSince {
            all.note(key, since, months: 6, &work[key.contract, default: PermanentWork()].afterSixMonths)
            all.note(key, since, months: 12, &work[key.contract, default: PermanentWork()].afterTwelveMonths)
        }
        return work
    }

    /// Which rows of a single report are of somebody whose temporary placement became permanent work in the period, in the order of `table`.
    public static func marks(
        in table: TableData<Placement>, _ period: ReportingPeriod, counts: [Bool]
    ) -> [Bool] {
        let report = Report(table: table, period: period)
        let people = CareerKey.withMoreToTell(in: [report])
        var careers = Careers(of: people)
        careers.add(report, counts: counts)
        let became = Set(careers.became(besides: Careers(of: people)))
        return table.rows.indices.map { index in
            counts[index] && (CareerKey(table.rows[index]).map(became.contains) ?? false)
        }
    }
}

/// A participant under a contract.
private struct CareerKey: Hashable {
    let contract: Symbol
    let participant: Symbol

    init?(_ row: Placement) {
        guard let contract = row.contract, let participant = row.participant else { return nil }
        (self.contract, self.participant) = (contract, participant)
    }

    /// Those who may have come into permanent work: with an outcome that says so, or with a permanent placement beside another. They are few,
    /// so that the placements of all others need not be kept.
    static func withMoreToTell(in reports: [PermanentWork.Report]) -> Set<CareerKey> {
        var (people, permanent) = (Set<CareerKey>(), Set<CareerKey>())
        for report in reports {
            for index in report.table.acceptedIndices {
                let row = report.table.rows[index]
                guard row.contractForm == .permanent || row.outcome == .permanentJob, let key = CareerKey(row) else {
                    continue
                }
                if row.outcome == .permanentJob { people.insert(key) } else { permanent.insert(key) }
            }
        }
        guard !permanent.isEmpty else { return people }
        for report in reports {
            for index in report.table.acceptedIndices where report.table.rows[index].contractForm != .permanent {
                if let key = CareerKey(report.table.rows[index]), permanent.contains(key) { people.insert(key) }
            }
        }
        return people
    }
}

/// The placements of people over several reports, by contract and participant.
private struct Careers {
    private struct Run {
        let start: Day
        let end: Day?
        let isPermanent: Bool
        let period: ReportingPeriod
        /// Whether it led to a permanent job within that period.
        let outcome: Bool
    }

    private let people: Set<CareerKey>
    private var runs: [CareerKey: [Run]] = [:]

    /// Nothing as yet, of `people` alone.
    init(of people: Set<CareerKey>) { self.people = people }

    mutating func add(_ report: PermanentWork.Report, counts: [Bool]? = nil) {
        for index in report.table.acceptedIndices where counts?[index] ?? true {
            let row = report.table.rows[index]
            guard let key = CareerKey(row), people.contains(key), let start = row.start else { continue }
            runs[key, default: []].append(
                Run(
                    start: start, end: row.end, isPermanent: row.contractForm == .permanent, period: report.period,
                    outcome: row.outcome == .permanentJob && (row.end.map(report.period.contains) ?? true)))
        }
    }

    /// Who came into permanent work in these reports, when a temporary placement may stand in `past`.
    func became(besides past: Careers) -> [CareerKey] {
        runs.compactMap { key, runs in
            if runs.contains(where: \.outcome) { return key }
            let temporary = (runs + (past.runs[key] ?? [])).filter { !$0.isPermanent }
            let isNew = runs.contains { run in
                run.isPermanent && run.period.contains(run.start) && temporary.contains { $0.start < run.start }
            }
            return isNew ? key : nil
        }
    }

    /// The day on which each came into permanent work.
    var permanentSince: [CareerKey: Day] {
        runs.compactMapValues { runs in
            let outcomes = runs.filter(\.outcome).map { $0.end ?? $0.period.end }
            let changes = runs.filter { run in
                run.isPermanent && runs.contains { !$0.isPermanent && $0.start < run.start }
            }.map(\.start)
            return (outcomes + changes).min()
        }
    }

    /// Notes whether somebody is at work `months` after `since`, when a report on that day tells of the permanent work.
    func note(_ key: CareerKey, _ since: Day, months: Int, _ retention: inout PermanentWork.Retention) {
        let day = since.adding(months: months)
        let told = (runs[key] ?? []).filter { $0.period.contains(day) && ($0.isPermanent || $0.start >= since) }
        guard !told.isEmpty else { return }
        retention.known += 1
        if told.contains(where: { $0.start <= day && ($0.end.map { $0 >= day } ?? true) }) { retention.stayed += 1 }
    }
}
