import SocialReturnModel

/// The days of a placement that count: those on which the placement, the reporting period, the contract with its
/// look-back, and the counting duration all overlap.
public struct CountedDays: BitwiseCopyable, Sendable, Hashable {
    /// The first day that counts, when ``count`` is not zero.
    public let first: Day
    /// The last day that counts, when ``count`` is not zero.
    public let last: Day
    /// What set the first day.
    public let firstLimit: DayLimit
    /// What set the last day.
    public let lastLimit: DayLimit

    /// The number of days, both included; zero where nothing overlaps.
    public var count: Int { max(0, last.days(since: first) + 1) }

    /// Whether the placement's first day that can count falls in the period, so that what counts once counts now.
    public var isFirstPeriod: Bool { count > 0 && firstLimit != .period }

    /// The days on which a placement from `start` to `end` (nil while it is open) counts. `contractStart` already has
    /// the look-back taken off; a side without a day is open.
    init(
        start: Day, end: Day?, period: ReportingPeriod, contractStart: Day?, hasLookBack: Bool, contractEnd: Day?,
        countingMonths: Int?
    ) {
        var first = (day: start, limit: DayLimit.placement)
        if let contractStart, contractStart > first.day { first = (contractStart, hasLookBack ? .lookBack : .contract) }
        if period.start > first.day { first = (period.start, .period) }
        var last = (day: period.end, limit: DayLimit.period)
        if let contractEnd, contractEnd <= last.day { last = (contractEnd, .contract) }
        if let countingMonths {
            let countingEnd = start.adding(months: countingMonths).adding(days: -1)
            if countingEnd <= last.day { last = (countingEnd, .countingDuration) }
        }
        if let end, end <= last.day { last = (end, .placement) }
        (self.first, firstLimit) = first
        (self.last, lastLimit) = last
    }
}

/// What sets the first or last day that counts.
public enum DayLimit: UInt8, BitwiseCopyable, Sendable, Hashable, CaseIterable {
    /// The placement's own first or last day.
    case placement
    /// The reporting period.
    case period
    /// The contract.
    case contract
    /// The contract's first day, less the look-back.
    case lookBack
    /// The counting duration of the group.
    case countingDuration

    /// What sets a first day, in words.
    public var firstName: Text {
        switch self {
        case .placement, .countingDuration: Text(nl: "begindatum", en: "first day of the placement")
        case .period: Text(nl: "begin van de periode", en: "start of the period")
        case .contract: Text(nl: "begin van de looptijd", en: "start of the contract")
        case .lookBack: Text(nl: "begin van de terugkijkperiode", en: "start of the look-back")
        }
    }

    /// What sets a last day, in words.
    public var lastName: Text {
        switch self {
        case .placement, .lookBack: Text(nl: "einddatum", en: "last day of the placement")
        case .period: Text(nl: "einde van de periode", en: "end of the period")
        case .contract: Text(nl: "einde van de looptijd", en: "end of the contract")
        case .countingDuration: Text(nl: "einde van de meetelduur", en: "end of the counting duration")
        }
    }
}
