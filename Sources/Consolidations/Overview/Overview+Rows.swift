import Assessments
import Rules
import SocialReturnModel
import Valuations

extension Overview {
    /// Makes the lines of contracts, placements and purchases.
    mutating func addRows(_ reported: [ReportedContract]) {
        for (position, contract) in reported.enumerated() {
            let (firstPlacement, firstPurchase) = (placements.count, purchases.count)
            var lastPlacement = placements.count
            var sum = FigureSum()
            for (number, period) in contract.periods.enumerated() {
                let isLast = number == contract.periods.count - 1
                if isLast { lastPlacement = placements.count }
                for slice in period.groups {
                    sum.add(slice, isLastPeriod: isLast)
                    var own = FigureSum()
                    own.add(slice, isLastPeriod: true)
                    placements.append(
                        PlacementLine(
                            contract: position, period: period.period, group: slice.code,
                            figures: own.figures))
                }
                for partner in period.contents.flatMap(\.partners) {
                    purchases.append(PurchaseLine(contract: position, period: period.period, partner: partner))
                }
            }
            addPlans(contract, position, from: firstPurchase)
            var figures = sum.figures
            if figures.value != nil { figures.value = contract.periods.reduce(.zero) { $0 + $1.placementValue } }
            var made = line(
                contract, figures, firstPlacement..<placements.count, lastPlacement..<placements.count,
                firstPurchase..<purchases.count)
            made.realised = made.exactRealised
            made.standing = made.exactStanding
            contracts.append(made)
        }
    }

    /// Lays what was planned with partners beside what was bought from them under the contract, whose purchases begin at `first`.
    private mutating func addPlans(_ contract: ReportedContract, _ position: Int, from first: Int) {
        guard let last = contract.periods.last?.period else { return }
        var (bought, since) = ([KvKNumber: Cents](), [KvKNumber: ReportingPeriod]())
        for line in purchases[first...] {
            guard let kvk = line.partner.kvk else { continue }
            bought[kvk, default: .zero] += line.partner.amount
            since[kvk] = min(since[kvk] ?? line.period, line.period)
        }
        for plan in contract.facts.plannedPartners where plan.share != nil && bought[plan.kvk] == nil {
            purchases.append(
                PurchaseLine(
                    contract: position, period: last,
                    partner: PartnerDigest(
                        kvk: plan.kvk, name: plan.name, invoices: 0, amount: .zero, value: .zero)))
        }
        for index in purchases.indices[first...] {
            guard let kvk = purchases[index].partner.kvk else { continue }
            purchases[index].plan = contract.facts.plannedPartners.first { $0.kvk == kvk }
            purchases[index].boughtSoFar = bought[kvk] ?? .zero
            purchases[index].isNew = contract.periods.count > 1 && since[kvk] == last
        }
    }

    private func line(
        _ contract: ReportedContract, _ figures: Figures, _ all: Range<Int>, _ last: Range<Int>, _ bought: Range<Int>
    ) -> ContractLine {
        let contents = contract.periods.flatMap(\.contents)
        let numbers = commitmentNumbers(contract)
        let obliged = obligations(contract)
        let (agreed, target) = goals(obliged, contract.facts, numbers)
        let supplier = contract.facts.supplier
        let reporter = contract.periods.last?.reports.last.map { digests[$0].supplierName } ?? ""
        return ContractLine(
            facts: contract.facts, supplierName: supplier.flatMap { names[$0] } ?? reporter,
            periods: contract.periods.map(\.period), figures: figures, placementLines: all,
            lastPlacementLines: last, purchaseLines: bought,
            hasValuedPurchases: purchases[bought].contains(where: \.partner.isValued),
            purchases: purchases[bought].reduce(.zero) { $0 + $1.partner.amount },
            otherValue: contents.reduce(.zero) { $0 + $1.purchaseValue + $1.activityValue },
            inConsultation: contents.reduce(.zero) { $0 + ($1.inConsultation ?? .zero) }, obligations: obliged,
            agreed: agreed,
            target: target, commitments: numbers,
            helpRequests: contract.periods.last?.contents.flatMap(\.obstacles).reduce(0) { $0 + $1.helpRequests } ?? 0,
            lastConversation: contents.compactMap(\.lastConversation).max(),
            elapsed: ContractProgress.elapsed(contract.facts.terms?.contract, upTo: lastDay(contract)),
            hasBegun: ContractProgress.hasBegun(contract.facts.terms?.contract, on: lastDay(contract)),
            tolerance: parameters.toleratedLag(for: contract.facts.terms?.contract.id),
            historyIsKnown: covers(contract))
    }

    /// The day on which a contract is judged: the last that was reported on, as in the report itself, so that one correction that comes late
    /// makes nobody lag. Of what was never reported it is the day of the workbook.
    private func lastDay(_ contract: ReportedContract) -> Day {
        contract.periods.map(\.period.end).max().map { min($0, day) } ?? day
    }

    /// Whether the reported periods cover the term from its first day on.
    private func covers(_ contract: ReportedContract) -> Bool {
        guard var day = contract.facts.start else { return false }
        for period in contract.periods where period.period.end >= day {
            if period.period.start > day { return false }
            day = period.period.end.adding(days: 1)
        }
        return contract.isReported
    }

    /// The obligations of a contract. Whether their discounts hold is what its last report says; without one, what the register says.
    private func obligations(_ contract: ReportedContract) -> [ResolvedObligation] {
        guard let terms = contract.facts.terms else { return [] }
        let reported = contract.periods.last?.contents.compactMap(\.discountHolds).last
        return terms.obligations.map { obligation in
            guard obligation.discount != nil else { return obligation }
            return obligation.discounted(reported ?? contract.facts.discountHolds(day))
        }
    }

    /// What the contract obliges to: euros, and the first other unit; without either the commitments count themselves.
    private func goals(
        _ obligations: [ResolvedObligation], _ facts: ContractFacts, _ commitments: CommitmentNumbers
    ) -> (Cents?, Amount?) {
        let obligations = obligations.filter { !$0.isExempt }
        let amounts = obligations.compactMap(\.amount)
        let agreed = amounts.isEmpty ? nil : amounts.reduce(.zero, +)
        let targets = obligations.compactMap { obligation in
            obligation.target.map { Amount(Measure($0.unit), $0.count) }
        }
        if let measure = targets.map(\.measure).min() {
            let sum = targets.filter { $0.measure == measure }.reduce(Amount(measure, count: 0), +)
            return (agreed, sum)
        }
        guard agreed == nil, commitments.total > 0, facts.terms != nil else { return (agreed, nil) }
        return (nil, Amount(.commitments, count: commitments.total))
    }

    /// Makes the lines of clients, categories, suppliers, target groups, kinds and periods.
    mutating func addAggregates(_ reported: [ReportedContract]) {
        clients = aggregates(reported) { $0.client }
        categories = aggregates(reported) { $0.category }
        suppliers = aggregates(reported) {
            $0.supplier?.description ?? ""
        } name: { key in
            KvKNumber(digits: Array(key.utf8)).flatMap { self.names[$0] } ?? ""
        }
        total = aggregate(key: "", name: "", Array(contracts.indices), reported)
        addSlices(reported)
    }

    /// Makes the lines of target groups, kinds and periods.
    private mutating func addSlices(_ reported: [ReportedContract]) {
        var (byGroup, byKind, byPeriod) = ([String: FigureSum](), [String: FigureSum](), [ReportingPeriod: FigureSum]())
        for contract in reported {
            for (number, period) in contract.periods.enumerated() {
                let isLast = number == contract.periods.count - 1
                for slice in period.groups {
                    byGroup[slice.code, default: FigureSum()].add(slice, isLastPeriod: isLast)
                    byPeriod[period.period, default: FigureSum()].add(slice, isLastPeriod: true)
                }
                for slice in period.contents.flatMap(\.kinds) {
                    byKind[slice.code, default: FigureSum()].add(slice, isLastPeriod: isLast)
                }
            }
        }
        groups = Self.slices(byGroup, TargetGroup.allCases.map(\.code))
        kinds = Self.slices(byKind, PlacementKind.allCases.map(\.code))
        periods = byPeriod.keys.sorted().map {
            SliceLine(key: $0.description, figures: byPeriod[$0]?.figures ?? .nobody)
        }
    }

    private static func slices(_ sums: [String: FigureSum], _ order: [String]) -> [SliceLine] {
        (order + [""]).compactMap { code in
            sums[code].map { SliceLine(key: code, figures: $0.figures) }
        }
    }

    /// The contracts by what `key` gives, in its order; unknown comes last.
    private func aggregates(
        _ reported: [ReportedContract], _ key: (ContractFacts) -> String, name: (String) -> String = { _ in "" }
    ) -> [AggregateLine] {
        var members: [String: [Int]] = [:]
        for (position, contract) in contracts.enumerated() {
            members[key(contract.facts), default: []].append(position)
        }
        return members.keys.sorted { ($0.isEmpty ? 1 : 0, $0) < ($1.isEmpty ? 1 : 0, $1) }.map { key in
            aggregate(key: key, name: name(key), members[key] ?? [], reported)
        }
    }

    private func aggregate(
        key: String, name: String, _ positions: [Int], _ reported: [ReportedContract]
    ) -> AggregateLine {
        AggregateLine(
            key: key, name: name, contracts: positions, agreed: sum(positions, \.agreed),
            realised: sum(positions, \.realised), toDo: sum(positions, \.toDo), surplus: sum(positions, \.surplus),
            inConsultation: positions.reduce(.zero) { $0 + contracts[$1].inConsultation },
            figures: figures(positions, reported))
    }

    /// The sum of what is known of the contracts at `positions`; nil where nothing is.
    private func sum(_ positions: [Int], _ amount: KeyPath<ContractLine, Cents?>) -> Cents? {
        let known = positions.compactMap { contracts[$0][keyPath: amount] }
        return known.isEmpty ? nil : known.reduce(.zero) { $0 + $1 }
    }

    private func figures(_ positions: [Int], _ reported: [ReportedContract]) -> Figures {
        var sum = FigureSum()
        var value = Cents.zero
        for position in positions {
            let contract = reported[position]
            value += contracts[position].figures.value ?? .zero
            for (number, period) in contract.periods.enumerated() {
                for slice in period.groups {
                    sum.add(slice, isLastPeriod: number == contract.periods.count - 1)
                }
            }
        }
        var figures = sum.figures
        if figures.value != nil { figures.value = value }
        return figures
    }
}
