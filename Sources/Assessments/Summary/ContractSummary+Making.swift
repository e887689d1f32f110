import Intake
import Rules
import SocialReturnModel
import Valuations

extension ContractSummary {
    /// The contracts in view, each with what was agreed, what was realised and how it stands.
    static func all(
        _ slots: ContractSlots, _ terms: [ContractTerms?], _ tally: Tally, _ history: History, _ groups: [FindingGroup],
        _ submission: Submission, today: Day
    ) -> [ContractSummary] {
        var commitments = Array(repeating: CommitmentCounts(), count: slots.contracts.count)
        if let table = submission.commitments {
            for index in table.acceptedIndices {
                guard let slot = slots.slot(of: table.rows[index].contract) else { continue }
                commitments[slot].add(table.rows[index], at: table.place(index), today: today)
            }
        }
        var helpRequests = Array(repeating: 0, count: slots.contracts.count)
        submission.obstacles?.forEachAccepted { row in
            if row.helpRequested == .yes, let slot = slots.slot(of: row.contract) { helpRequests[slot] += 1 }
        }
        var findings = Array(repeating: [Severity: Int](), count: slots.contracts.count)
        for group in groups {
            if let slot = slots.slot(of: group.contract) { findings[slot][group.severity, default: 0] += group.count }
        }
        return slots.contracts.indices.map { slot in
            let contract = terms[slot]?.contract
            let progress = Progress(
                totals: tally.totals[slot], earlier: history.isEmpty ? nil : history.earlier(slot, beside: tally),
                commitments: commitments[slot], elapsed: elapsed(contract, today: today),
                historyIsKnown: history.covers(from: contract?.start))
            return ContractSummary(
                id: slots.contracts[slot], terms: terms[slot], goals: terms[slot].map(progress.goals) ?? [],
                totals: progress.totals, commitments: progress.commitments, helpRequests: helpRequests[slot],
                elapsed: progress.elapsed, historyIsKnown: progress.historyIsKnown, findings: findings[slot])
        }
    }
}

extension History {
    /// What earlier reports realised under a contract, by measure; persons and placements that this report has too are left to it.
    func earlier(_ slot: Int, beside present: Tally) -> [Measure: Amount] {
        let totals = tally.totals[slot]
        let isOfContract = { (key: UInt64) in Int(key >> 32) == slot }
        return [
            .euros: Amount(totals.value),
            .hours: Amount(.hours, totals.hours),
            .persons: Amount(
                .persons, count: tally.participants.subtracting(present.participants).count(where: isOfContract)),
            .places: Amount(
                .places, count: tally.placements.subtracting(present.placements).count(where: isOfContract)),
        ]
    }
}

/// What is known of one contract's progress, from which its goals follow.
private struct Progress {
    let totals: PeriodTotals
    let earlier: [Measure: Amount]?
    let commitments: CommitmentCounts
    let elapsed: Double?
    let historyIsKnown: Bool

    /// The goals under `terms`: what each obligation that is not exempt asks, in euros or in units, those of one measure together.
    /// Without any, the commitments themselves are counted.
    func goals(_ terms: ContractTerms) -> [Goal] {
        let obligations = terms.obligations.filter { !$0.isExempt }
        guard !obligations.isEmpty || terms.obligations.isEmpty else { return [] }
        var agreed: [Measure: Amount] = [:]
        for obligation in obligations {
            for amount in [
                obligation.amount.map { Amount($0) }, obligation.target.map { Amount(Measure($0.unit), $0.count) },
            ] {
                guard let amount else { continue }
                agreed[amount.measure] = agreed[amount.measure].map { $0 + amount } ?? amount
            }
        }
        var goals = agreed.keys.sorted().map { goal($0, agreed[$0], terms) }
        // Valued in euros, or a percentage without a base: money belongs to the contract although nobody knows how much.
        let mentionsMoney = terms.tableInUse != nil || obligations.contains { $0.row.percentage != nil }
        if agreed[.euros] == nil, mentionsMoney { goals.insert(goal(.euros, nil, terms), at: 0) }
        if agreed.isEmpty, commitments.total > 0 {
            goals.append(goal(.commitments, Amount(.commitments, count: commitments.total), terms))
        }
        return goals
    }

    private func goal(_ measure: Measure, _ agreed: Amount?, _ terms: ContractTerms) -> Goal {
        var reasons: ValuationReasons = []
        var realised = totals.amount(measure)
        switch measure {
        case .euros where terms.tableInUse == nil:
            realised = nil
            reasons = terms.table.reason ?? .tableNotNamed
        case .fullTimeEquivalents where realised == nil: reasons = .fullTimeHoursUnknown
        case .hours where realised == nil: reasons = .hoursMissing
        case .commitments: realised = Amount(.commitments, count: commitments.met)
        default: break
        }
        let before = realised != nil && measure.addsUp ? earlier?[measure] : nil
        let goal = Goal(
            measure: measure, agreed: agreed, thisPeriod: realised, earlier: before, reasons: reasons,
            standing: .noFigure)
        return goal.standing(standing(of: goal))
    }

    private func standing(of goal: Goal) -> Standing {
        if goal.measure != .commitments, totals.isEmpty {
            return (goal.share ?? 0) >= 1 ? .reached : totals.standingOfNothing
        }
        guard goal.agreed != nil else { return .noFigure }
        guard let share = goal.share else { return .notCountable }
        return .of(share: share, elapsed: elapsed, historyIsKnown: historyIsKnown || !goal.measure.addsUp)
    }
}

extension Goal {
    fileprivate func standing(_ standing: Standing) -> Goal {
        Goal(
            measure: measure, agreed: agreed, thisPeriod: thisPeriod, earlier: earlier, reasons: reasons,
            standing: standing)
    }
}
