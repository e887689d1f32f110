import Intake
import SocialReturnModel
import Valuations

/// How far one contract is: what was agreed, what was realised now and before, and how much of the term has passed.
public struct ContractProgress: Sendable {
    /// The contract.
    public let id: Symbol
    /// What the register knows of it; nil where it does not know it, or there is no register.
    public let terms: ContractTerms?
    /// What was agreed and how far it is: money first, then other measures; empty where nothing that can be counted was agreed.
    public private(set) var goals: [Goal] = []
    /// What the accepted rows of this submission add up to.
    public let totals: PeriodTotals
    /// How the commitments stand.
    public let commitments: CommitmentCounts
    /// How many obstacles this report tells of: hardship that is told explains why a contract lags, and changes no figure.
    public let obstacles: Int
    /// The part of the term that has passed, from 0 to 1; nil where the register does not name both days.
    public let elapsed: Double?
    /// By how much of the term, from 0 to 1, what was realised may lag before the contract is behind.
    public let tolerance: Double
    /// Whether this report and those given with it cover the term up to the end of the period.
    public let historyIsKnown: Bool
    /// Whether the term has begun on the last day that is judged; where nobody knows its first day, it has.
    public let hasBegun: Bool

    /// What earlier reports realised, by measure; nil without any.
    private let earlier: [Measure: Amount]?

    init(
        id: Symbol, terms: ContractTerms?, totals: PeriodTotals, earlier: [Measure: Amount]?,
        commitments: CommitmentCounts, obstacles: Int, tolerance: Double, historyIsKnown: Bool, upTo day: Day
    ) {
        self.id = id
        self.terms = terms
        self.totals = totals
        self.earlier = earlier
        self.commitments = commitments
        self.obstacles = obstacles
        self.tolerance = tolerance
        self.historyIsKnown = historyIsKnown
        elapsed = Self.elapsed(terms?.contract, upTo: day)
        hasBegun = Self.hasBegun(terms?.contract, on: day)
        if let terms { goals = goals(terms) }
    }

    /// The goal that stands for the contract: the first of which the agreed figure is known, else the first.
    public var mainGoal: Goal? { goals.first { $0.agreed != nil } ?? goals.first }

    /// How the contract stands: as its main goal, where it has any.
    public var standing: Standing {
        guard let terms else { return .unknown }
        if case .exempt = terms.table { return .exempt }
        return mainGoal?.standing ?? (totals.isEmpty ? standingOfNothing : .noFigure)
    }

    /// How the contract stands without any row that counts. Before its first day nothing is expected, so that nothing is missing; what was set
    /// aside is to be corrected all the same.
    private var standingOfNothing: Standing {
        let standing = totals.standingOfNothing
        return hasBegun || standing == .setAside ? standing : .notBegun
    }

    /// Whether `contract` has begun on `day`; also where nobody knows its first day.
    public static func hasBegun(_ contract: Contract?, on day: Day) -> Bool {
        contract?.start.map { $0 <= day } ?? true
    }

    /// The part of `contract`'s term that has passed on `day`, that day included; nil where it does not name both days in order.
    public static func elapsed(_ contract: Contract?, upTo day: Day) -> Double? {
        guard let start = contract?.start, let end = contract?.end, end >= start else { return nil }
        let passed = min(max(0, day.days(since: start) + 1), end.days(since: start) + 1)
        return Double(passed) / Double(end.days(since: start) + 1)
    }

    /// The goals under `terms`: what each obligation that is not exempt asks, in euros or in units, those of one measure together.
    /// Without any, the commitments themselves are counted.
    private func goals(_ terms: ContractTerms) -> [Goal] {
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
            return (goal.share ?? 0) >= 1 ? .reached : standingOfNothing
        }
        guard goal.agreed != nil else { return .noFigure }
        // What counts from the first day of a placement may be there before the contract is.
        guard hasBegun || (goal.share ?? 0) >= 1 else { return .notBegun }
        guard let share = goal.share else { return .notCountable }
        return .of(
            share: share, elapsed: elapsed, tolerance: tolerance,
            historyIsKnown: historyIsKnown || !goal.measure.addsUp,
            grows: goal.measure.addsUp || goal.measure == .commitments)
    }
}

extension Goal {
    fileprivate func standing(_ standing: Standing) -> Goal {
        Goal(
            measure: measure, agreed: agreed, thisPeriod: thisPeriod, earlier: earlier, reasons: reasons,
            standing: standing)
    }
}
