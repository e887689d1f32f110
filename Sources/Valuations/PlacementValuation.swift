import Parameters
import SocialReturnModel

/// What one placement counts for in one reporting period, and why not for more. Words are made only when asked for.
public struct PlacementValuation: Sendable {
    /// The terms of its contract; nil where the register does not know it.
    public let terms: ContractTerms?
    // There is one of these for each placement of a delivery: small fields fill gaps, what few rows have lies elsewhere, and what follows
    // from the rest is worked out.
    private let rare: RareParts?
    /// Why there is no value, or not more.
    public let reasons: ValuationReasons
    private let weekHours: SmallHours
    private let worked: SmallHours
    private let length: Share.Length?
    private let sharesWeek: Bool
    private let position: Int32
    /// The value before rounding; nil for no value.
    public let exactValue: ExactAmount?
    /// The days that count; nil for a placement without a first day.
    public let counted: CountedDays?

    init(
        terms: ContractTerms?, blockIndex: Int?, counted: CountedDays?, weekHours: Quantity?, workedHours: Quantity?,
        share: Share?, reportedHours: Quantity?, bonusShare: Share?, bonuses: [BonusOutcome], exactValue: ExactAmount?,
        inConsultation: Cents?, reasons: ValuationReasons
    ) {
        self.terms = terms
        self.weekHours = SmallHours(weekHours)
        worked = SmallHours(workedHours)
        let isPlain =
            bonuses.isEmpty && inConsultation == nil && reportedHours == workedHours
            && self.weekHours.value == weekHours && worked.value == workedHours
        rare =
            isPlain
            ? nil
            : RareParts(
                weekHours: weekHours, workedHours: workedHours, reportedHours: reportedHours, bonuses: bonuses,
                bonusShare: bonuses.isEmpty ? nil : bonusShare, inConsultation: inConsultation)
        self.reasons = reasons
        self.exactValue = exactValue
        // A table has no more blocks than a file has rows.
        position = blockIndex.map { Int32($0) } ?? -1
        self.counted = counted
        sharesWeek = share?.week != nil
        length = share?.length
    }

    /// The position of the building block in ``ValuationTable/blocks``; nil for none.
    public var blockIndex: Int? { position < 0 ? nil : Int(position) }

    /// The hours a week beside those of full time; nil where either is not known.
    public var week: Share.Week? {
        guard let hours = rare.map(\.weekHours) ?? weekHours.value, let fullTime = fullTimeHours else { return nil }
        return Share.Week(hours: hours, fullTime: fullTime)
    }

    /// The hours worked that count in the period, from the placement or from `uren.csv`; nil where neither has them.
    public var workedHours: Quantity? { rare.map(\.workedHours) ?? worked.value }

    /// The hours worked in the period as they were reported, whether they count or not; nil where there are none.
    public var reportedHours: Quantity? { rare.map(\.reportedHours) ?? worked.value }

    /// What the block's value is multiplied by; nil where it has no share.
    public var share: Share? { length.map { Share(week: sharesWeek ? week : nil, length: $0) } }

    /// What a bonus is multiplied by when it counts pro rata; nil where hours or settings are missing, and without bonuses.
    public var bonusShare: Share? { rare?.bonusShare }

    /// The bonuses that the supplier claims.
    public var bonuses: [BonusOutcome] { rare?.bonuses ?? [] }

    /// The value in euros, rounded as the obligation says, bonuses included; nil for no value.
    public var value: Cents? { exactValue.map { $0.rounded(terms?.rounding.value ?? .perRow) } }

    /// What counts once the client accepts it, in euros; nil where nothing waits for that.
    public var inConsultation: Cents? { rare?.inConsultation }

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

/// All hours of a placement of which few have such, and what few have besides.
private final class RareParts: Sendable {
    let weekHours: Quantity?
    let workedHours: Quantity?
    /// The hours that were reported, which are not always those that count.
    let reportedHours: Quantity?
    let bonuses: [BonusOutcome]
    /// What they are multiplied by when they count pro rata.
    let bonusShare: Share?
    let inConsultation: Cents?

    init(
        weekHours: Quantity?, workedHours: Quantity?, reportedHours: Quantity?, bonuses: [BonusOutcome],
        bonusShare: Share?, inConsultation: Cents?
    ) {
        self.weekHours = weekHours
        self.workedHours = workedHours
        self.reportedHours = reportedHours
        self.bonuses = bonuses
        self.bonusShare = bonusShare
        self.inConsultation = inConsultation
    }
}

/// Hours or none in four bytes: the least number stands for none, and for hours that do not fit.
///
/// The hours of one person fit in any period that a cover can name (``NumberBounds/hoursOfPerson``); a sum of many rows can be more.
private struct SmallHours: BitwiseCopyable, Sendable {
    private let stored: Int32

    init(_ value: Quantity?) { stored = value.flatMap { Int32(exactly: $0.tenThousandths) } ?? .min }

    var value: Quantity? { stored == .min ? nil : Quantity(tenThousandths: Int64(stored)) }
}
