import SocialReturnModel

extension Overview {
    /// Makes the lines of each contract and period, and lays replaced reports beside those that count.
    mutating func addPeriods(_ reported: [ReportedContract]) {
        var positions: [String: Int] = [:]
        for (position, contract) in reported.enumerated() {
            positions[contract.facts.id.lowercased()] = position
            for period in contract.periods {
                periodLines.append(
                    PeriodLine(contract: position, period: period.period, figures: period.figures))
            }
        }
        for (old, new) in superseding.replaced { addReplaced(old, new, reported, positions) }
    }

    /// Lays each period beside the one before: of those who reported every period together, then of each contract.
    ///
    /// Only periods of one length can be compared: a half year has more people than a quarter, whatever was done. So the one before is the last
    /// of the same length, also where a half year was reported beside its quarters.
    mutating func addComparisons() {
        var made: [ComparisonLine] = []
        if let points = picture.trend?.points {
            for (before, now) in zip(points, points.dropFirst()) {
                made.append(
                    ComparisonLine(
                        contract: nil, contractID: "", kind: .together, supplier: "",
                        before: Text(verbatim: before.period.description), period: now.period, old: before.figures,
                        new: now.figures))
            }
        }
        var ofContracts: [ComparisonLine] = []
        for (index, now) in periodLines.enumerated().dropFirst() where periodLines[index - 1].contract == now.contract {
            let earlier = periodLines[..<index].reversed().prefix { $0.contract == now.contract }
            let alike = earlier.first {
                $0.period.months == now.period.months && $0.period.end < now.period.start
            }
            let before = alike ?? periodLines[index - 1]
            let kind: ComparisonLine.Kind =
                before.period.months != now.period.months
                ? .otherLength
                : before.period.end.adding(days: 1) == now.period.start ? .previousPeriod : .earlierPeriod
            ofContracts.append(
                ComparisonLine(
                    contract: now.contract, contractID: contracts[now.contract].facts.id, kind: kind,
                    supplier: contracts[now.contract].supplierName,
                    before: Text(verbatim: before.period.description),
                    period: now.period, old: before.figures, new: now.figures))
        }
        var figures: [PeriodKey: Figures] = [:]
        for line in periodLines { figures[PeriodKey(contract: line.contract, period: line.period)] = line.figures }
        for index in comparisons.indices {
            guard let contract = comparisons[index].contract,
                let known = figures[PeriodKey(contract: contract, period: comparisons[index].period)]
            else { continue }
            comparisons[index].new = known
        }
        // Together in the order of time, as one reads a trend; of contracts the last period first, in their order.
        made += ofContracts.enumerated().sorted {
            ($1.element.period, $0.offset) < ($0.element.period, $1.offset)
        }.map(\.element)
        comparisons = made + comparisons
    }

    private struct PeriodKey: Hashable {
        let contract: Int
        let period: ReportingPeriod
    }

    private mutating func addReplaced(
        _ old: Int, _ new: Int, _ reported: [ReportedContract], _ positions: [String: Int]
    ) {
        guard let period = digests[old].period, let newPeriod = digests[new].period else { return }
        var contents: [String: (old: ContractDigest?, new: ContractDigest?)] = [:]
        for content in digests[old].contracts { contents[content.id.lowercased(), default: (nil, nil)].old = content }
        for content in digests[new].contracts { contents[content.id.lowercased(), default: (nil, nil)].new = content }
        func before(_ language: Language) -> String {
            let day = digests[old].preparedOn.map { ", \($0.formatted(language))" } ?? ""
            return "\(period)\(day) (\(digests[old].name))"
        }
        for key in contents.keys.sorted() {
            guard let pair = contents[key], pair.old != nil || pair.new != nil else { continue }
            let position = positions[key]
            // A contract outside the scope belongs to another workbook.
            if position == nil, scope != .all { continue }
            comparisons.append(
                ComparisonLine(
                    contract: position, contractID: position.map { reported[$0].facts.id } ?? pair.old?.id ?? "",
                    kind: .replaced, supplier: digests[new].supplierName,
                    before: Text(nl: before(.dutch), en: before(.english)), period: newPeriod,
                    old: pair.old?.figures ?? .nobody, new: pair.new?.figures ?? .nobody))
        }
    }
}

extension ReportingPeriod {
    /// How long it is, in whole months: what periods must have in common to be compared.
    var months: Int { (end.days(since: start) + 16) / 30 }
}

extension ReportedPeriod {
    /// The figures of one period.
    var figures: Figures { Figures(of: groups, worth: placementValue) }
}

extension ContractDigest {
    /// The figures of its placements.
    var figures: Figures { Figures(of: groups, worth: placementValue) }
}

extension Figures {
    /// Those of the `groups` of one period. All placements are `worth` what the contract's own rounding makes of them.
    fileprivate init(of groups: [PlacementSlice], worth: Cents) {
        var sum = FigureSum()
        for slice in groups { sum.add(slice, isLastPeriod: true) }
        self = sum.figures
        if value != nil { value = worth }
    }
}
