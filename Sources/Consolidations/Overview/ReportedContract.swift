import SocialReturnModel

/// What the reports that count say of one contract, period by period.
struct ReportedContract {
    /// What the register knows of it.
    let facts: ContractFacts
    /// The periods in order.
    var periods: [ReportedPeriod] = []

    /// Whether the contract was reported on at all.
    var isReported: Bool { !periods.isEmpty }
}

/// What reports on one period say of a contract.
struct ReportedPeriod {
    /// The period.
    let period: ReportingPeriod
    /// The reports, as positions of digests; nearly always one.
    var reports: [Int]
    /// What they say, one each.
    var contents: [ContractDigest]

    /// The placements by target group, in the order of the code list.
    var groups: [PlacementSlice] {
        if contents.count == 1 { return contents[0].groups }
        let order = Dictionary(
            TargetGroup.allCases.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        return contents.flatMap(\.groups).reduce(into: [String: PlacementSlice]()) { merged, slice in
            merged[slice.code] = merged[slice.code]?.merged(with: slice) ?? slice
        }.values.sorted { order[$0.code, default: .max] < order[$1.code, default: .max] }
    }

    /// What the placements are worth, rounded as the obligation says.
    var placementValue: Cents { contents.reduce(.zero) { $0 + $1.placementValue } }
}

extension ReportedContract {
    /// The contracts of `scope`: those that reports name, and those of the register that run in one of the reported periods, or on `day`
    /// where no report counts: something was agreed then too. In the order of category, number.
    static func all(
        _ digests: [SubmissionAggregate], inEffect: [Int], _ book: ContractBook, _ scope: Scope, _ day: Day
    ) -> [ReportedContract] {
        var contracts: [String: ReportedContract] = [:]
        var span: (first: Day, last: Day)?
        for index in inEffect {
            guard let period = digests[index].period else { continue }
            span = (min(span?.first ?? period.start, period.start), max(span?.last ?? period.end, period.end))
            for content in digests[index].contracts {
                let key = content.id.lowercased()
                var contract =
                    contracts[key]
                    ?? ReportedContract(facts: book.facts(content.id, reportedBy: digests[index].supplier))
                guard scope.contains(contract.facts) else { continue }
                if let position = contract.periods.firstIndex(where: { $0.period == period }) {
                    contract.periods[position].reports.append(index)
                    contract.periods[position].contents.append(content)
                } else {
                    contract.periods.append(ReportedPeriod(period: period, reports: [index], contents: [content]))
                }
                contracts[key] = contract
            }
        }
        let (first, last) = span ?? (day, day)
        for facts in book.all where scope.contains(facts) && contracts[facts.id.lowercased()] == nil {
            guard (facts.start ?? first) <= last, (facts.end ?? last) >= first else { continue }
            contracts[facts.id.lowercased()] = ReportedContract(facts: facts)
        }
        var sorted = contracts.values.sorted {
            ($0.facts.category.isEmpty ? 1 : 0, $0.facts.category, $0.facts.id)
                < ($1.facts.category.isEmpty ? 1 : 0, $1.facts.category, $1.facts.id)
        }
        for index in sorted.indices { sorted[index].periods.sort { $0.period < $1.period } }
        return sorted
    }
}
