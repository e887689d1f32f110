import Parameters
import SocialReturnModel

/// What one placement counts for in one reporting period, and why not for more. Words are made only when asked for.
public struct PlacementValuation: Sendable {
    /// The terms of its contract; nil where the register does not know it.
    public let terms: ContractTerms?
    // There is one of these for each placement of a delivery: small fields fill gaps, what few rows have lies elsewhere, and what follows
    // from the rest is worked out.
    private let claimed: ClaimedBonuses?
    /// Why there is no value, or not more.
    public let reasons: ValuationReasons
    /// The value before rounding; nil for no value.
    public let exactValue: ExactAmount?
    /// The days that count; nil for a placement without a first day.
    public let counted: CountedDays?
    private let sharesWeek: Bool
    private let length: Share.Length?
    private let position: Int32
    private let weekHours: SmallOptional
    private let worked: SmallOptional
    private let reported: SmallOptional
    private let waiting: SmallOptional

    init(
        terms: ContractTerms?, blockIndex: Int?, counted: CountedDays?, weekHours: Quantity?, workedHours: Quantity?,
        share: Share?, reportedHours: Quantity?, bonusShare: Share?, bonuses: [BonusOutcome], exactValue: ExactAmount?,
        inConsultation: Cents?, reasons: ValuationReasons
    ) {
        self.terms = terms
        claimed = bonuses.isEmpty ? nil : ClaimedBonuses(bonuses, bonusShare)
        self.reasons = reasons
        self.exactValue = exactValue
        // A table has no more blocks than a file has rows.
        position = blockIndex.map { Int32($0) } ?? -1
        self.counted = counted
        sharesWeek = share?.week != nil
        length = share?.length
        self.weekHours = SmallOptional(weekHours?.tenThousandths)
        worked = SmallOptional(workedHours?.tenThousandths)
        reported = SmallOptional(reportedHours?.tenThousandths)
        waiting = SmallOptional(inConsultation?.rawValue)
    }

    /// The position of the building block in ``ValuationTable/blocks``; nil for none.
    public var blockIndex: Int? { position < 0 ? nil : Int(position) }

    /// The hours a week beside those of full time; nil where either is not known.
    public var week: Share.Week? {
        guard let hours = weekHours.value, let fullTime = fullTimeHours else { return nil }
        return Share.Week(hours: Quantity(tenThousandths: hours), fullTime: fullTime)
    }

    /// The hours worked that count in the period, from the placement or from `uren.csv`; nil where neither has them.
    public var workedHours: Quantity? { worked.value.map { Quantity(tenThousandths: $0) } }

    /// The hours worked in the period as they were reported, whether they count or not; nil where there are none.
    public var reportedHours: Quantity? { reported.value.map { Quantity(tenThousandths: $0) } }

    /// What the block's value is multiplied by; nil where it has no share.
    public var share: Share? { length.map { Share(week: sharesWeek ? week : nil, length: $0) } }

    /// What a bonus is multiplied by when it counts pro rata; nil where hours or settings are missing, and without bonuses.
    public var bonusShare: Share? { claimed?.share }

    /// The bonuses that the supplier claims.
    public var bonuses: [BonusOutcome] { claimed?.outcomes ?? [] }

    /// The value in euros, rounded as the obligation says, bonuses included; nil for no value.
    public var value: Cents? { exactValue.map { $0.rounded(terms?.rounding.value ?? .perRow) } }

    /// What counts once the client accepts it, in euros; nil where nothing waits for that.
    public var inConsultation: Cents? { waiting.value.map(Cents.init) }

    /// The number of days that count.
    public var days: Int { counted?.count ?? 0 }

    /// The part of a full-time week, at most 1, with four decimals; nil where the full-time hours are not known.
    public var fte: Quantity? { week?.fte }

    /// The hours of a full-time week; nil where nobody names them.
    public var fullTimeHours: Quantity? { terms?.fullTimeHours?.value }

    /// The building block; nil for none.
    public var block: Block? { blockIndex.flatMap { terms?.tableInUse?.blocks[$0] } }

    /// The value of the building block per unit; nil for none.
    public var blockValue: Cents? { blockIndex.flatMap { terms?.tableInUse?.blocks[$0].value } }

    /// What the bonuses that count pro rata add for a whole full-time year.
    public var yearlyBonus: Cents { sumOfBonuses(.proRata) }

    /// What the bonuses that count once add.
    public var onceBonus: Cents { sumOfBonuses(.once) }

    /// The difference between the reported and the computed value; nil where either is missing.
    public func difference(from reported: Cents?) -> Cents? {
        guard let reported, let value else { return nil }
        return reported - value
    }

    private func sumOfBonuses(_ spread: BonusSpread) -> Cents {
        bonuses.reduce(.zero) { sum, outcome in
            guard outcome.standing == .counted, let index = outcome.index,
                let bonus = terms?.tableInUse?.bonuses[index], bonus.spread == spread
            else { return sum }
            return sum + (bonus.value ?? .zero)
        }
    }
}

/// The bonuses that a supplier claims for a placement, and what they are multiplied by when they count pro rata.
private final class ClaimedBonuses: Sendable {
    let outcomes: [BonusOutcome]
    let share: Share?

    init(_ outcomes: [BonusOutcome], _ share: Share?) { (self.outcomes, self.share) = (outcomes, share) }
}

/// A number or none in eight bytes: the least number, which no cell and no sum gives, stands for none.
private struct SmallOptional: BitwiseCopyable, Sendable {
    private let stored: Int64

    init(_ value: Int64?) { stored = value ?? .min }

    var value: Int64? { stored == .min ? nil : stored }
}
