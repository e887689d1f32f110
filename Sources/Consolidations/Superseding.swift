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
    ///
    /// A report replaces an earlier one of the same supplier when both are about the same period and share a contract, or when it says
    /// that it is a correction and both periods share a day. Reports on the same period that share no contract stand beside each
    /// other: some suppliers report contract by contract. Of two that replace each other the one prepared last counts, then the
    /// correction, then the one whose name comes last. A rejected report replaces nothing.
    public init(_ digests: [SubmissionDigest]) {
        var bySupplier: [KvKNumber: [Int]] = [:]
        for (index, digest) in digests.enumerated() {
            guard let supplier = digest.supplier, digest.period != nil, digest.status != .rejected else {
                rejected.append(index)
                continue
            }
            bySupplier[supplier, default: []].append(index)
        }
        for (_, reports) in bySupplier {
            var counting: [Int] = []
            let latestFirst = reports.sorted { digests[$1].rank($1) < digests[$0].rank($0) }
            for report in latestFirst {
                if let new = counting.first(where: { digests[$0].replaces(digests[report]) }) {
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

    /// What comes last counts. The position settles what nothing else does.
    fileprivate func rank(_ position: Int) -> Rank {
        Rank(day: preparedOn?.daysSince1970 ?? .min, correction: isCorrection ? 1 : 0, name: name, position: position)
    }

    fileprivate struct Rank: Comparable {
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
    fileprivate func replaces(_ other: SubmissionDigest) -> Bool {
        guard let period, let earlier = other.period else { return false }
        if isCorrection, period.overlaps(earlier) { return period == earlier || sharesContract(with: other) }
        return period == earlier && sharesContract(with: other)
    }

    private func sharesContract(with other: SubmissionDigest) -> Bool {
        if contracts.isEmpty || other.contracts.isEmpty { return true }
        let own = Set(contracts.map { $0.id.lowercased() })
        return other.contracts.contains { own.contains($0.id.lowercased()) }
    }
}
