import SocialReturnModel

extension Overview {
    /// Lays replaced reports beside those that count, and each period beside the one before.
    mutating func addComparisons(_ reported: [ReportedContract]) {
        var positions: [String: Int] = [:]
        for (position, contract) in reported.enumerated() { positions[contract.facts.id.lowercased()] = position }
        for (old, new) in superseding.replaced {
            addReplaced(old, new, reported, positions)
        }
        for (position, contract) in reported.enumerated() {
            for (before, now) in zip(contract.periods, contract.periods.dropFirst()) {
                comparisons.append(
                    ComparisonLine(
                        contract: position, contractID: contract.facts.id, kind: .previousPeriod,
                        supplier: contracts[position].supplierName, before: before.period.description,
                        period: now.period, old: before.figures, new: now.figures))
            }
        }
    }

    private mutating func addReplaced(
        _ old: Int, _ new: Int, _ reported: [ReportedContract], _ positions: [String: Int]
    ) {
        guard let period = digests[old].period, let newPeriod = digests[new].period else { return }
        var contents: [String: (old: ContractDigest?, new: ContractDigest?)] = [:]
        for content in digests[old].contracts { contents[content.id.lowercased(), default: (nil, nil)].old = content }
        for content in digests[new].contracts { contents[content.id.lowercased(), default: (nil, nil)].new = content }
        let day = digests[old].preparedOn.map { ", \($0)" } ?? ""
        for key in contents.keys.sorted() {
            guard let pair = contents[key], pair.old != nil || pair.new != nil else { continue }
            let position = positions[key]
            // A contract outside the scope belongs to another workbook.
            if position == nil, scope != .all { continue }
            comparisons.append(
                ComparisonLine(
                    contract: position, contractID: position.map { reported[$0].facts.id } ?? pair.old?.id ?? "",
                    kind: .replaced, supplier: digests[new].supplierName,
                    before: "\(period)\(day) (\(digests[old].name))", period: newPeriod,
                    old: pair.old?.figures ?? Figures(), new: pair.new?.figures ?? Figures()))
        }
    }
}

extension ReportedPeriod {
    /// The figures of one period.
    var figures: Figures {
        var sum = FigureSum()
        for slice in groups { sum.add(slice, isLastPeriod: true) }
        var figures = sum.figures
        figures.value = placementValue
        return figures
    }
}

extension ContractDigest {
    /// The figures of its placements.
    var figures: Figures {
        var sum = FigureSum()
        for slice in groups { sum.add(slice, isLastPeriod: true) }
        var figures = sum.figures
        figures.value = placementValue
        return figures
    }
}
