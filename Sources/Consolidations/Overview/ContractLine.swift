import Assessments
import Rules
import SocialReturnModel
import Valuations

/// One contract over all periods that were reported.
public struct ContractLine: Sendable {
    /// What the register knows of it.
    public let facts: ContractFacts
    /// The supplier's name, as it may be shown.
    public let supplierName: String
    /// The periods that were reported, in order.
    public let periods: [ReportingPeriod]
    /// The figures of its placements.
    public internal(set) var figures: Figures
    /// The positions of its lines among the placements.
    public internal(set) var placementLines: Range<Int>
    /// Those of them that are about the last period.
    public internal(set) var lastPlacementLines: Range<Int>
    /// The positions of its lines among the purchases.
    public let purchaseLines: Range<Int>
    /// Whether the valuation table gives any of them a value, also one of 0.
    let hasValuedPurchases: Bool
    /// What invoices come to, without VAT.
    public let purchases: Cents
    /// What purchases and activities are worth by the valuation table.
    public let otherValue: Cents
    /// What counts in euros as soon as the client accepts it: no part of what was realised.
    public internal(set) var inConsultation: Cents
    /// What it obliges to, with the PSO discounts taken off that held in the last report.
    public let obligations: [ResolvedObligation]
    /// The obligation in euros; nil where there is none.
    public let agreed: Cents?
    /// The obligation in another unit; nil where there is none.
    public let target: Amount?
    /// How many commitments there are, are met, are open and are overdue.
    public let commitments: CommitmentNumbers
    /// How often help was asked in the last report.
    public let helpRequests: Int
    /// The day of the last conversation.
    public let lastConversation: Day?
    /// The part of the term that has passed on the last day that was reported on; nil where nobody knows.
    public let elapsed: Double?
    /// Whether the term has begun on the last day that was reported on.
    let hasBegun: Bool
    /// By how much of the term, from 0 to 1, what was realised may lag.
    let tolerance: Double
    /// Whether the reports cover the term from its first day.
    public let historyIsKnown: Bool

    /// Whether any report is about it.
    public var isReported: Bool { !periods.isEmpty }

    /// What was realised in euros, as it may be shown; nil where no table values it.
    public internal(set) var realised: Cents?
    /// How it stands, by the exact figures.
    public internal(set) var standing = Standing.unknown

    /// Whether the numbers are so small that a word on how it stands would tell them; never in exact figures.
    public internal(set) var isTooSmallToTell = false

    /// What was realised in euros; nil where no table values it, or where all there is are placements and purchases of which none could be valued:
    /// that is not nothing.
    var exactRealised: Cents? {
        // Nobody is worth nothing; beside purchases without a value that says nothing of these.
        let isOfPlacements = figures.value != nil && (figures.placements > 0 || purchaseLines.isEmpty)
        let isKnown = isOfPlacements || otherValue != .zero || inConsultation != .zero || hasValuedPurchases
        guard facts.terms?.tableInUse != nil, isKnown else { return nil }
        return (figures.value ?? .zero) + otherValue
    }

    /// What is still to be done in euros; nil where that cannot be told.
    public var toDo: Cents? {
        guard let agreed, let realised else { return nil }
        return max(.zero, agreed - realised)
    }

    /// What was realised in euros above what was agreed: ``agreed`` less ``toDo`` plus this is ``realised``. Nil like ``toDo``.
    public var surplus: Cents? {
        guard let agreed, let realised else { return nil }
        return max(.zero, realised - agreed)
    }

    /// What was realised in the unit of ``target``.
    public var reached: Amount? {
        guard let target else { return nil }
        return switch target.measure {
        case .euros: nil
        case .persons: Amount(.persons, count: figures.persons)
        case .places: Amount(.places, count: figures.lastPlacements)
        case .hours: figures.hours.map { Amount(.hours, $0) }
        case .fullTimeEquivalents:
            (facts.terms?.fteMeasure.value == .lastDay ? figures.lastDayFTE : figures.fullTimeEquivalents)
                .map { Amount(.fullTimeEquivalents, $0) }
        case .commitments: Amount(.commitments, count: commitments.met)
        }
    }

    /// The next day to look forward to: the first target date of an open commitment, else the end of the contract.
    public var nextDue: Day? { commitments.nextDue ?? facts.end }

    /// How it stands, while the figures are exact.
    var exactStanding: Standing {
        guard let terms = facts.terms else { return .unknown }
        if !terms.obligations.isEmpty, terms.obligations.allSatisfy(\.isExempt) { return .exempt }
        guard isReported else { return hasBegun ? .nothingReported : .notBegun }
        if let agreed {
            guard let realised = exactRealised else {
                return target != nil ? standingOfTarget : standingOfUncountable
            }
            guard agreed > .zero else { return .reached }
            return standing(Double(realised.rawValue) / Double(agreed.rawValue), addsUp: true)
        }
        return standingOfTarget
    }

    /// Before its first day nothing is expected, so that nothing needs to be countable.
    private var standingOfUncountable: Standing { hasBegun ? .notCountable : .notBegun }

    private var standingOfTarget: Standing {
        guard let target else { return .noFigure }
        guard let reached else { return standingOfUncountable }
        guard let share = reached.share(of: target) else { return .noFigure }
        return standing(share, addsUp: target.measure.addsUp)
    }

    func standing(_ share: Double, addsUp: Bool) -> Standing {
        // Before its first day nothing is expected, and nothing keeps up with nothing.
        guard hasBegun || share >= 1 else { return .notBegun }
        return Standing.of(
            share: share, elapsed: elapsed, tolerance: tolerance, historyIsKnown: historyIsKnown || !addsUp,
            grows: addsUp || target?.measure == .commitments)
    }
}

/// How the commitments of a contract stand.
public struct CommitmentNumbers: Hashable, Sendable {
    /// How many there are; dropped ones are left out.
    public var total = 0
    /// How many are met.
    public var met = 0
    /// How many are open.
    public var open = 0
    /// How many are open while their target date has passed.
    public var overdue = 0
    /// The first target date among those that are open.
    public var nextDue: Day?
}
