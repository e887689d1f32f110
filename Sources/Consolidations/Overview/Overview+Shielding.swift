import SocialReturnModel

extension Overview {
    /// Hides small groups everywhere, and what would give them away.
    mutating func shield(_ reported: [ReportedContract], whole: Overview?) {
        var layout = ShieldingLayout(self, reported)
        if let whole { layout.hide(whatIsHiddenIn: whole, self) }
        let figures = layout.figures
        let persons = layout.table.visibilities(smallest: smallestGroup)
        let hidden = Set(persons.indices.filter { persons[$0] != .shown })
        /// Numbers about a part of the persons: where the persons are hidden, this part is hidden too.
        func part(_ value: (Figures) -> Int) -> [ShieldedTable.Visibility] {
            let values = figures.map(value)
            return layout.table.with(values, hidden: hidden.filter { values[$0] > 0 })
                .visibilities(smallest: smallestGroup)
        }
        layout.persons = persons
        layout.euros = part { $0.value == .zero ? 0 : $0.persons }
        layout.permanentJobs = part(\.permanentJobs)
        layout.permanentContracts = part(\.permanentContracts)
        layout.apply(to: &self)
    }
}

/// Which number stands where: every figure that a workbook shows of persons, and every sum of them.
///
/// Full-time equivalents of several periods are those of the last, so that the last period by itself is one more sum.
private struct ShieldingLayout {
    private(set) var table = ShieldedTable()
    private(set) var figures: [Figures] = []
    var persons: [ShieldedTable.Visibility] = []
    var euros: [ShieldedTable.Visibility] = []
    var permanentJobs: [ShieldedTable.Visibility] = []
    var permanentContracts: [ShieldedTable.Visibility] = []

    private var total = 0
    private var contracts: [Int] = []
    private var placements: [Int] = []
    private var aggregates: [[Int]] = []
    private var slices: [[Int]] = []
    /// The number of each contract's periods; that of the contract where there is one period only.
    private var periods: [[ReportingPeriod: Int]] = []

    init(_ overview: Overview, _ reported: [ReportedContract]) {
        total = add(overview.total.shown.figures)
        contracts = overview.contracts.map { add($0.shown.figures) }
        placements = overview.placements.map { add($0.shown.figures) }
        for lines in [overview.clients, overview.categories, overview.suppliers] {
            let numbers = lines.map { add($0.shown.figures) }
            for (number, line) in zip(numbers, lines) {
                table.add(sum: number, of: line.contracts.map { contracts[$0] })
            }
            table.add(sum: total, of: numbers)
            aggregates.append(numbers)
        }
        let hasSeveralPeriods = overview.contracts.contains { $0.periods.count > 1 }
        for lines in [overview.groups, overview.kinds] {
            let numbers = lines.map { add($0.shown.figures) }
            table.add(sum: total, of: numbers, hasSeveralPeriods ? .flows : .all)
            if hasSeveralPeriods {
                // One that is not there in the last period has no full-time equivalents, which is no secret.
                let last = zip(numbers, lines).filter { $1.shown.figures.fullTimeEquivalents ?? .zero > .zero }.map(\.0)
                table.add(sum: total, of: last, .levels)
            }
            slices.append(numbers)
        }
        slices.append(overview.periods.map { add($0.shown.figures) })
        table.add(sum: total, of: slices[2], hasSeveralPeriods ? .flows : .all)
        addContracts(overview, reported)
        addGroupsAndPeriods(overview)
        for line in overview.comparisons where line.kind == .replaced {
            // The old figure is small: the new one beside it is hidden with it.
            guard let contract = line.contract, (1..<overview.smallestGroup).contains(line.old.persons),
                let number = periods[contract][line.period]
            else { continue }
            table.hidden.insert(number)
        }
    }

    private mutating func add(_ figures: Figures) -> Int {
        self.figures.append(figures)
        return table.add(figures.persons)
    }

    private mutating func addContracts(_ overview: Overview, _ reported: [ReportedContract]) {
        for (position, contract) in overview.contracts.enumerated() {
            let own = contracts[position]
            var numbers: [ReportingPeriod: Int] = [:]
            if contract.periods.count == 1 {
                numbers[contract.periods[0]] = own
                table.add(sum: own, of: contract.placementLines.map { placements[$0] })
            } else if !contract.periods.isEmpty {
                for period in reported[position].periods {
                    let number = add(period.figures)
                    numbers[period.period] = number
                    table.add(
                        sum: number,
                        of: contract.placementLines.filter { overview.placements[$0].period == period.period }.map {
                            placements[$0]
                        })
                }
                table.add(sum: own, of: contract.periods.compactMap { numbers[$0] }, .flows)
                table.add(sum: own, of: contract.lastPlacementLines.map { placements[$0] }, .levels)
            }
            periods.append(numbers)
        }
    }

    private mutating func addGroupsAndPeriods(_ overview: Overview) {
        var (byGroup, lastByGroup, byPeriod) = ([String: [Int]](), [String: [Int]](), [String: [Int]]())
        var hasSeveralPeriods = false
        for contract in overview.contracts {
            if contract.periods.count > 1 { hasSeveralPeriods = true }
            for line in contract.placementLines {
                let placement = overview.placements[line]
                byGroup[placement.group, default: []].append(placements[line])
                byPeriod[placement.period.description, default: []].append(placements[line])
                if contract.lastPlacementLines.contains(line) {
                    lastByGroup[placement.group, default: []].append(placements[line])
                }
            }
        }
        for (number, line) in zip(slices[0], overview.groups) {
            table.add(sum: number, of: byGroup[line.key] ?? [], hasSeveralPeriods ? .flows : .all)
            if hasSeveralPeriods { table.add(sum: number, of: lastByGroup[line.key] ?? [], .levels) }
        }
        for (number, line) in zip(slices[2], overview.periods) {
            table.add(sum: number, of: byPeriod[line.key] ?? [])
        }
    }

    /// Hides what the overview of everything hides.
    mutating func hide(whatIsHiddenIn whole: Overview, _ part: Overview) {
        var positions: [String: Int] = [:]
        for (position, contract) in whole.contracts.enumerated() { positions[contract.facts.id] = position }
        for (position, contract) in part.contracts.enumerated() {
            guard let other = positions[contract.facts.id].map({ whole.contracts[$0] }) else { continue }
            if other.shown.persons != .shown { table.hidden.insert(contracts[position]) }
            for (own, its) in zip(contract.placementLines, other.placementLines)
            where whole.placements[its].shown.persons != .shown { table.hidden.insert(placements[own]) }
        }
    }

    /// Writes what was found into the lines.
    func apply(to overview: inout Overview) {
        set(&overview.total.shown, total)
        for (index, number) in contracts.enumerated() { set(&overview.contracts[index].shown, number) }
        for (index, number) in placements.enumerated() { set(&overview.placements[index].shown, number) }
        for (index, number) in aggregates[0].enumerated() { set(&overview.clients[index].shown, number) }
        for (index, number) in aggregates[1].enumerated() { set(&overview.categories[index].shown, number) }
        for (index, number) in aggregates[2].enumerated() { set(&overview.suppliers[index].shown, number) }
        for (index, number) in slices[0].enumerated() { set(&overview.groups[index].shown, number) }
        for (index, number) in slices[1].enumerated() { set(&overview.kinds[index].shown, number) }
        for (index, number) in slices[2].enumerated() { set(&overview.periods[index].shown, number) }
        for index in overview.comparisons.indices { apply(to: &overview.comparisons[index], overview) }
    }

    private func set(_ shown: inout ShownFigures, _ number: Int) {
        shown.persons = persons[number]
        shown.euros = euros[number]
        shown.permanentJobs = permanentJobs[number]
        shown.permanentContracts = permanentContracts[number]
    }

    private func apply(to line: inout ComparisonLine, _ overview: Overview) {
        let isSmall = { (persons: Int) in (1..<overview.smallestGroup).contains(persons) }
        line.hidesPersons = isSmall(line.old.persons) || isSmall(line.new.persons)
        guard let contract = line.contract else {
            line.hidesEuros = line.hidesPersons
            return
        }
        var numbers = [periods[contract][line.period]].compactMap { $0 }
        if line.kind == .previousPeriod {
            // The period before is one of the contract's own.
            numbers += periods[contract].filter { $0.key.description == line.before }.map(\.value)
        }
        if numbers.contains(where: { persons[$0] != .shown }) { line.hidesPersons = true }
        line.hidesEuros = line.hidesPersons || numbers.contains { euros[$0] != .shown }
    }
}
