import SocialReturnModel

/// Which reports count, and which were replaced by a later one.
public struct Superseding: Sendable {
    /// The positions of the reports that count, in order.
    public private(set) var inEffect: [Int] = []
    /// The reports that were replaced, each with the one that replaced it, in order.
    public private(set) var replaced: [(old: Int, new: Int)] = []
    /// The reports that cannot be used: the supplier or the period is not known, or the checks rejected them.
    public private(set) var rejected: [Int] = []

    /// Sorts out `digests`, which are in the order of ``Consolidation/sorted``.
    public init(_ digests: [SubmissionDigest]) { self.init(digests.map(ReportFacts.init)) }

    /// Sorts out `reports`, which are in an order that depends on nothing but themselves.
    ///
    /// A report replaces an earlier one of the same supplier when both are about the same period and share a contract, or when it says
    /// that it is a correction and both periods share a day. Reports on the same period that share no contract stand beside each
    /// other: some suppliers report contract by contract. Of two that replace each other the one prepared last counts, then the
    /// correction, then the one whose name comes last. A rejected report replaces nothing.
    public init(_ reports: [ReportFacts]) {
        var bySupplier: [KvKNumber: [Int]] = [:]
        for (index, report) in reports.enumerated() {
            guard let supplier = report.supplier, report.period != nil, report.status != .rejected else {
                rejected.append(index)
                continue
            }
            bySupplier[supplier, default: []].append(index)
        }
        for (_, positions) in bySupplier {
            var counting: [Int] = []
            let latestFirst = positions.sorted { reports[$1].rank($1) < reports[$0].rank($0) }
            for report in latestFirst {
                if let new = counting.first(where: { reports[$0].replaces(reports[report]) }) {
                    replaced.append((report, new))
                } else {
                    counting.append(report)
                }
            }
            inEffect += counting
        }
        inEffect.sort()
        replaced.sort { $0.old < $1.old }
    }
}

extension SubmissionDigest {
    /// Whether the report says that it corrects another.
    public var isCorrection: Bool { !correctionOf.isEmpty }
}

extension ReportFacts {
    /// What comes last counts. The position settles what nothing else does.
    func rank(_ position: Int) -> Rank {
        Rank(day: preparedOn?.daysSince1970 ?? .min, correction: isCorrection ? 1 : 0, name: name, position: position)
    }

    struct Rank: Comparable {
        let day: Int32
        let correction: Int
        let name: String
        let position: Int

        static func < (left: Rank, right: Rank) -> Bool {
            (left.day, left.correction, left.name, left.position)
                < (right.day, right.correction, right.name, right.position)
        }
    }

    /// Whether this report, which is the later one, replaces `other`.
    fileprivate func replaces(_ other: ReportFacts) -> Bool {
        guard let period, let earlier = other.period else { return false }
        if isCorrection, period.overlaps(earlier) { return period == earlier || sharesContract(with: other) }
        return period == earlier && sharesContract(with: other)
    }

    private func sharesContract(with other: ReportFacts) -> Bool {
        if contracts.isEmpty || other.contracts.isEmpty { return true }
        let own = Set(contracts.map { $0.lowercased() })
        return other.contracts.contains { own.contains($0.lowercased()) }
    }
}
