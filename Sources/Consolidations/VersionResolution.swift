import SocialReturnModel

/// Which reports count, and which were replaced by a later one.
public struct VersionResolution: Sendable {
    /// The positions of the reports that count, in order.
    public private(set) var inEffect: [Int] = []
    /// The reports that were replaced, each with the one that replaced it, in order.
    public private(set) var replaced: [(old: Int, new: Int)] = []
    /// Those of ``replaced`` of which nothing but the names told which one is the later, in order.
    public private(set) var replacedByName: [(old: Int, new: Int)] = []
    /// The pairs of reports of one supplier that both count, are about the same days and share a contract, in order.
    public private(set) var overlapping: [(first: Int, second: Int)] = []
    /// The reports that cannot be used: the supplier or the period is not known, or the checks rejected them.
    public private(set) var rejected: [Int] = []
    /// Those of ``rejected`` that the supplier has put right: feedback on them came back and can be used. Each with the report that counts now, in order.
    public private(set) var putRight: [(old: Int, new: Int)] = []

    /// Sorts out `digests`, which are in the order of ``Consolidation/sorted``.
    public init(_ digests: [SubmissionAggregate]) { self.init(digests.map(ReportFacts.init)) }

    /// Sorts out `reports`, which are in an order that depends on nothing but themselves.
    ///
    /// A report replaces an earlier one of the same supplier when both are about the same period and share a contract, or when it says
    /// that it is a correction and both periods share a day. Reports on the same period that share no contract stand beside each
    /// other: some suppliers report contract by contract. Of two that replace each other the one prepared last counts, then the
    /// correction, then the one that comes later in a chain of corrections, then the one whose name comes last. A correction that names by
    /// digest what it corrects is never older than that, whatever day it names. A rejected report replaces nothing.
    public init(_ reports: [ReportFacts]) {
        var bySupplier: [KvKNumber: [Int]] = [:]
        for (index, report) in reports.enumerated() {
            guard let supplier = report.supplier, report.period != nil, report.status != .rejected else {
                rejected.append(index)
                continue
            }
            bySupplier[supplier, default: []].append(index)
        }
        let chain = CorrectionChain(reports)
        for (_, positions) in bySupplier {
            var counting: [Int] = []
            let latestFirst = positions.sorted { reports[$1].rank($1, chain) < reports[$0].rank($0, chain) }
            for report in latestFirst {
                if let new = counting.first(where: { reports[$0].replaces(reports[report]) }) {
                    replaced.append((report, new))
                    if reports[report].rank(report, chain).isAlike(reports[new].rank(new, chain)) {
                        replacedByName.append((report, new))
                    }
                } else {
                    for other in counting where reports[other].overlaps(reports[report]) {
                        overlapping.append((min(other, report), max(other, report)))
                    }
                    counting.append(report)
                }
            }
            inEffect += counting
        }
        inEffect.sort()
        replaced.sort { $0.old < $1.old }
        replacedByName.sort { $0.old < $1.old }
        overlapping.sort { ($0.first, $0.second) < ($1.first, $1.second) }
        putRight = corrected(reports)
    }

    /// The rejected reports before a usable one in a chain of corrections. A digest tells what feedback is about, also where the period was not to be read.
    private func corrected(_ reports: [ReportFacts]) -> [(old: Int, new: Int)] {
        guard !rejected.isEmpty, reports.contains(where: { $0.corrects != nil }) else { return [] }
        var open: [String: Int] = [:]
        for index in rejected {
            if let delivery = reports[index].delivery { open[delivery] = index }
        }
        let newest = Dictionary(replaced.map { ($0.old, $0.new) }, uniquingKeysWith: { first, _ in first })
        var found: [(old: Int, new: Int)] = []
        for index in (inEffect + replaced.map(\.old)).sorted() {
            var next = reports[index].corrects
            // Each is taken once, so a ring ends.
            while let delivery = next, let old = open.removeValue(forKey: delivery) {
                found.append((old, newest[index] ?? index))
                next = reports[old].corrects
            }
        }
        return found.sorted { $0.old < $1.old }
    }
}

extension SubmissionAggregate {
    /// Whether the report says that it corrects another.
    public var isCorrection: Bool { !correctionOf.isEmpty }
}

extension ReportFacts {
    /// What comes last counts. The position settles what nothing else does.
    func rank(_ position: Int, _ chain: CorrectionChain) -> Rank {
        Rank(
            day: chain.days[position], correction: isCorrection ? 1 : 0, depth: chain.depths[position], name: name,
            position: position)
    }

    struct Rank: Comparable {
        let day: Int32
        let correction: Int
        let depth: Int
        let name: String
        let position: Int

        static func < (left: Rank, right: Rank) -> Bool {
            (left.day, left.correction, left.depth, left.name, left.position)
                < (right.day, right.correction, right.depth, right.name, right.position)
        }

        /// Whether nothing tells the two reports apart but their names.
        func isAlike(_ other: Rank) -> Bool {
            (day, correction, depth) == (other.day, other.correction, other.depth)
        }
    }

    /// Whether this report, which is the later one, replaces `other`.
    fileprivate func replaces(_ other: ReportFacts) -> Bool {
        guard let period, let earlier = other.period else { return false }
        if isCorrection, period.overlaps(earlier) { return period == earlier || sharesContract(with: other) }
        return period == earlier && sharesContract(with: other)
    }

    /// Whether both are about the same days of a contract that both name.
    fileprivate func overlaps(_ other: ReportFacts) -> Bool {
        guard let period, let second = other.period, !contracts.isEmpty, !other.contracts.isEmpty else { return false }
        return period.overlaps(second) && sharesContract(with: other)
    }

    private func sharesContract(with other: ReportFacts) -> Bool {
        if contracts.isEmpty || other.contracts.isEmpty { return true }
        let own = Set(contracts.map { $0.lowercased() })
        return other.contracts.contains { own.contains($0.lowercased()) }
    }
}

/// The order of corrections of corrections: feedback that came back names by digest what it corrects.
struct CorrectionChain {
    /// How many corrections stand before each report.
    private(set) var depths: [Int]
    /// The day on which each report was prepared, or that of what it corrects when that is later; days since 1970.
    private(set) var days: [Int32]

    init(_ reports: [ReportFacts]) {
        depths = Array(repeating: 0, count: reports.count)
        days = reports.map { $0.preparedOn?.daysSince1970 ?? .min }
        guard reports.contains(where: { $0.corrects != nil }) else { return }
        var byDelivery: [String: Int] = [:]
        for (index, report) in reports.enumerated() {
            if let delivery = report.delivery { byDelivery[delivery] = index }
        }
        let parents = reports.map { report in report.corrects.flatMap { byDelivery[$0] } }
        var isKnown = parents.map { $0 == nil }
        for start in reports.indices where !isKnown[start] {
            // Up to what is known, and down again. A ring, which nobody can deliver, ends where it closes.
            var path: [Int] = []
            var next = start
            while !isKnown[next], let parent = parents[next] {
                isKnown[next] = true
                path.append(next)
                next = parent
            }
            for index in path.reversed() {
                guard let parent = parents[index] else { continue }
                depths[index] = depths[parent] + 1
                days[index] = max(days[index], days[parent])
            }
        }
    }
}
