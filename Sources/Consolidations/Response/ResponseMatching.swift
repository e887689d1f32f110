import SocialReturnModel

/// Lays reports beside what is expected.
struct ResponseMatching {
    private let reports: [ReportFacts]
    private let book: ResponseBook
    private let day: Day
    /// The report that replaced each report that was replaced.
    private let replacedBy: [Int: Int]
    /// The rejected reports that the supplier has put right.
    private let putRight: Set<Int>
    /// The reports that can be about each contract, by its position in the book.
    private var candidates: [Int: [Int]] = [:]
    /// The contracts of which each report covers a period.
    private var covered: [Set<Int>]

    /// The order of corrections.
    private let chain: CorrectionChain

    /// - Parameter reports: in an order that depends on nothing but themselves.
    init(_ reports: [ReportFacts], _ book: ResponseBook, _ day: Day) {
        self.reports = reports
        self.book = book
        self.day = day
        chain = CorrectionChain(reports)
        covered = Array(repeating: [], count: reports.count)
        let versions = VersionResolution(reports)
        putRight = Set(versions.putRight.map(\.old))
        replacedBy = Dictionary(
            versions.replaced.map { ($0.old, $0.new) }, uniquingKeysWith: { first, _ in first })
        for (index, report) in reports.enumerated() where report.period != nil {
            guard let supplier = report.supplier else { continue }
            let named = report.namedContracts
            let positions =
                named.isEmpty ? book.ofSupplier[supplier] ?? [] : Set(named.compactMap(book.position)).sorted()
            for position in positions where isOf(supplier, position) { candidates[position, default: []].append(index) }
        }
    }

    /// Whether the contract at `position` is the supplier's, or nobody's by the register.
    private func isOf(_ supplier: KvKNumber, _ position: Int) -> Bool {
        book.contracts[position].supplier.map { $0 == supplier } ?? true
    }

    // MARK: - What is expected

    /// The lines of a contract, in the order of its periods.
    mutating func lines(of contract: Int) -> [ResponseLine] {
        let entry = book.contracts[contract]
        let candidates = candidates[contract] ?? []
        return entry.periods.flatMap { period in
            let covering = candidates.filter { reports[$0].period.map(period.isCovered) ?? false }
            for report in covering { covered[report].insert(contract) }
            let draft = Draft(entry, period)
            if let main = main(of: covering) { return lines(draft, main, covering) }
            return [missing(draft, candidates.filter { reports[$0].period?.overlaps(period.days) ?? false })]
        }
    }

    /// The report that counts among those that cover a period: one that can be used, on no more days than needed, the last one.
    private func main(of covering: [Int]) -> Int? {
        let usable = covering.filter { reports[$0].status != .rejected }
        let standing = usable.filter { replacedBy[$0] == nil }
        guard !usable.isEmpty else { return covering.max { isBefore($0, $1) } }
        return (standing.isEmpty ? usable : standing).max { left, right in
            let (leftDays, rightDays) = (reports[left].period?.days ?? 0, reports[right].period?.days ?? 0)
            return leftDays == rightDays ? isBefore(left, right) : leftDays > rightDays
        }
    }

    private func isBefore(_ left: Int, _ right: Int) -> Bool {
        reports[left].rank(left, chain) < reports[right].rank(right, chain)
    }

    private func lines(_ draft: Draft, _ main: Int, _ covering: [Int]) -> [ResponseLine] {
        let report = reports[main]
        var notes = draft.notes
        let lateness = lateness(draft.due, main, covering)
        notes += [lateness.note].compactMap(\.self)
        if report.status == .approvedWithRemarks { notes.append(.withRemarks) }
        if report.namedContracts.isEmpty { notes.append(.namesNoContract) }
        if let new = replacedBy[main] { notes.append(.replacedBy(reports[new].name)) }
        var beside: [ResponseLine] = []
        var others: [String] = []
        for other in covering.sorted(by: isBefore) where other != main {
            let facts = reports[other]
            let isRejected = facts.status == .rejected
            guard isRejected || replacedBy[other] != nil else {
                others.append(facts.name)
                continue
            }
            let state: ResponseState = isRejected && isBefore(main, other) ? .rejected : .replaced
            beside.append(
                draft.line(
                    state, isExpected: false, daysLate: Self.days(facts.receivedOn, after: draft.due), report: facts,
                    notes: []))
        }
        if !others.isEmpty { notes.append(.alsoIn(others)) }
        return [
            draft.line(
                ResponseState(report.status), isExpected: true, daysLate: lateness.days, report: report, notes: notes)
        ] + beside
    }

    private func missing(_ draft: Draft, _ partial: [Int]) -> ResponseLine {
        var notes = draft.notes
        if !partial.isEmpty {
            notes.append(
                .partly(partial.map { "\(reports[$0].name) (\(reports[$0].period?.description ?? ""))" }))
        }
        let days = draft.due.map { max(0, day.days(since: $0)) }
        let state: ResponseState = days.map { $0 > 0 ? .late : .notYet } ?? .missing
        return draft.line(state, isExpected: true, daysLate: days, report: nil, notes: notes)
    }

    /// How many days after `due` the first report that can be used came in: a correction comes later by its nature.
    private func lateness(_ due: Day?, _ main: Int, _ covering: [Int]) -> (days: Int?, note: ResponseNote?) {
        let usable = covering.filter { reports[$0].status != .rejected }
        let first = (usable.isEmpty ? covering : usable).min { isBefore($0, $1) } ?? main
        let note: ResponseNote? =
            reports[first].receivedOn == nil ? .receivedUnknown : reports[first].isCorrection ? .firstUnknown : nil
        guard let due else { return (nil, note == .receivedUnknown ? note : nil) }
        // Whatever came first came no later than one that is in time.
        if covering.contains(where: { reports[$0].receivedOn.map { $0 <= due } ?? false }) {
            return (0, reports[main].receivedOn == nil ? .receivedUnknown : nil)
        }
        if let note { return (nil, note) }
        return (
            Self.days(reports[first].receivedOn, after: due),
            reports[main].receivedOn == nil ? .receivedUnknown : nil
        )
    }

    private static func days(_ received: Day?, after due: Day?) -> Int? {
        guard let received, let due else { return nil }
        return max(0, received.days(since: due))
    }

    /// A line before it is known what came in.
    private struct Draft {
        let entry: ResponseBook.Entry
        let period: ExpectedPeriod
        let due: Day?

        init(_ entry: ResponseBook.Entry, _ period: ExpectedPeriod) {
            self.entry = entry
            self.period = period
            due = entry.row.reportDue(on: period.period)
        }

        var notes: [ResponseNote] {
            guard due == nil else { return [] }
            return [entry.namesDays ? .dueUnusable : .dueUnknown]
        }

        func line(
            _ state: ResponseState, isExpected: Bool, daysLate: Int?, report: ReportFacts?, notes: [ResponseNote]
        ) -> ResponseLine {
            // A supplier that the register does not name is the one that reported.
            ResponseLine(
                contract: entry.id, title: entry.title, supplier: entry.supplier ?? report?.supplier,
                supplierName: entry.supplierName.isEmpty ? report?.supplierName ?? "" : entry.supplierName,
                period: period, due: due, state: state, isExpected: isExpected, daysLate: daysLate,
                report: report?.name, receivedOn: report?.receivedOn, notes: notes)
        }
    }

    // MARK: - What is not expected

    /// What was reported and covers nothing that is expected, in the order of the reports. To be asked after all lines.
    func unexpected() -> [UnexpectedReport] {
        reports.indices.flatMap { index -> [UnexpectedReport] in
            let report = reports[index]
            func entry(_ contract: String?, _ reason: UnexpectedReport.Reason) -> UnexpectedReport {
                UnexpectedReport(
                    report: report.name, supplier: report.supplier,
                    supplierName: report.supplier.flatMap { book.names[$0] } ?? report.supplierName,
                    contract: contract, period: report.period, reason: reason)
            }
            guard let supplier = report.supplier, let period = report.period else {
                // What came back in order is no question any more.
                return putRight.contains(index) ? [] : [entry(nil, .coverIncomplete)]
            }
            let named = report.namedContracts
            guard !named.isEmpty else {
                guard covered[index].isEmpty else { return [] }
                guard let own = book.ofSupplier[supplier] else {
                    return [entry(nil, book.knows(supplier) ? .noContract : .supplierUnknown)]
                }
                return own.map { entry(book.contracts[$0].id, reason(period, $0)) }
            }
            return named.compactMap { contract in
                guard let position = book.position(of: contract) else {
                    return entry(contract, book.knows(supplier) ? .contractUnknown : .supplierUnknown)
                }
                guard isOf(supplier, position) else {
                    return entry(contract, book.knows(supplier) ? .ofAnotherSupplier : .supplierUnknown)
                }
                return covered[index].contains(position) ? nil : entry(contract, reason(period, position))
            }
        }
    }

    /// Why a report on `period` covers nothing that is expected of the contract at `position`.
    private func reason(_ period: ReportingPeriod, _ position: Int) -> UnexpectedReport.Reason {
        let entry = book.contracts[position]
        guard let term = entry.term else { return entry.silence.map { .silent($0) } ?? .outsideTerm }
        guard period.overlaps(term) else { return .outsideTerm }
        let parts = entry.periods.filter { period.overlaps($0.days) }.map(\.period)
        if !parts.isEmpty { return .partOf(parts) }
        if case .exempt(let words) = entry.silence { return .silent(.exempt(words)) }
        if period.end >= day { return .notEnded }
        return entry.silence.map { .silent($0) } ?? .notEnded
    }
}
