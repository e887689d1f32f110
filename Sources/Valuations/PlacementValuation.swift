import Parameters
import SocialReturnModel

/// What one placement counts for in one reporting period, and why not for more. Words are made only when asked for.
public struct PlacementValuation: Sendable {
    /// The terms of its contract; nil where the register does not know it.
    public let terms: ContractTerms?
    /// The position of the building block in ``ValuationTable/blocks``; nil for none.
    public let blockIndex: Int?
    /// The days that count; nil for a placement without a first day.
    public let counted: CountedDays?
    /// The hours a week beside those of full time; nil where either is not known.
    public let week: Share.Week?
    /// The hours worked that count in the period, from the placement or from `uren.csv`; nil where neither has them.
    public let workedHours: Quantity?
    /// What the block's value is multiplied by; nil where it has no share.
    public let share: Share?
    /// The hours worked in the period as they were reported, whether they count or not; nil where there are none.
    public let reportedHours: Quantity?
    /// What a bonus is multiplied by when it counts pro rata; nil where hours or settings are missing.
    public let bonusShare: Share?
    /// The bonuses that the supplier claims.
    public let bonuses: [BonusOutcome]
    /// The value before rounding; nil for no value.
    public let exactValue: ExactAmount?
    /// The value in euros, rounded as the obligation says, bonuses included; nil for no value.
    public let value: Cents?
    /// What counts once the client accepts it, in euros; nil where nothing waits for that.
    public let inConsultation: Cents?
    /// Why there is no value, or not more.
    public let reasons: ValuationReasons

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
