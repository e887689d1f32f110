import SocialReturnModel

@testable import Consolidations

/// A reader who has the whole workbook and tries to calculate what it hides: once with hours, once with full-time equivalents.
struct OverviewAttack {
    /// What was recomputed, in words.
    private(set) var recomputed: [String] = []

    init(_ overview: Overview) {
        for isFTE in [false, true] { attack(overview, isFTE: isFTE) }
    }

    private mutating func attack(_ overview: Overview, isFTE: Bool) {
        var table = ShieldedTable()
        var visibilities: [ShieldedTable.Visibility] = []
        var names: [String] = []
        func add(_ shown: ShownFigures, _ name: String) -> Int {
            visibilities.append(shown.persons)
            names.append("\(isFTE ? "fte" : "uren") van \(name)")
            let figures = shown.figures
            return table.add(Int((isFTE ? figures.fullTimeEquivalents : figures.hours)?.tenThousandths ?? 0))
        }
        /// A sum that really adds up; a reader sees no other.
        func sum(_ total: Int, _ parts: [Int]) {
            let sum = parts.reduce(0) { $0 + table.values[$1] }
            if sum == table.values[total] { table.add(sum: total, of: parts) }
        }
        let total = add(overview.total.shown, "alles")
        let contracts = overview.contracts.map { add($0.shown, $0.facts.id) }
        let placements = overview.placements.map { add($0.shown, "\($0.contract) \($0.period) \($0.group)") }
        for lines in [overview.clients, overview.categories, overview.suppliers] {
            let numbers = lines.map { add($0.shown, $0.key) }
            sum(total, numbers)
            for (number, line) in zip(numbers, lines) { sum(number, line.contracts.map { contracts[$0] }) }
        }
        for lines in [overview.groups, overview.kinds, overview.periods] {
            sum(total, lines.map { add($0.shown, $0.key) })
        }
        for (number, contract) in overview.contracts.enumerated() {
            sum(contracts[number], contract.placementLines.map { placements[$0] })
            sum(contracts[number], contract.lastPlacementLines.map { placements[$0] })
        }
        let firstGroup = names.count - overview.groups.count - overview.kinds.count - overview.periods.count
        for (offset, group) in overview.groups.enumerated() {
            let all = overview.placements.indices.filter { overview.placements[$0].group == group.key }
            sum(firstGroup + offset, all.map { placements[$0] })
            let last = all.filter { line in
                overview.contracts.contains { $0.lastPlacementLines.contains(line) }
            }
            sum(firstGroup + offset, last.map { placements[$0] })
        }
        for (offset, period) in overview.periods.enumerated() {
            let lines = overview.placements.indices.filter { overview.placements[$0].period.description == period.key }
            sum(names.count - overview.periods.count + offset, lines.map { placements[$0] })
        }
        // Nothing is no group: a group that is not there in the last period has no full-time equivalents.
        recomputed += Attack(table, visibilities).recomputed.filter { table.values[$0] > 0 }.map { names[$0] }
    }
}
