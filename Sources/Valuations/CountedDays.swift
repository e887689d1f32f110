import SocialReturnModel

/// The days of a placement that count: those on which the placement, the reporting period, the contract and the counting duration all
/// overlap.
///
/// Look-back is a test of entry: a placement that began longer before the contract than the look-back allows counts on no day. One that
/// passes counts from the contract's first day, unless the obligation says from its own.
public struct CountedDays: BitwiseCopyable, Sendable, Hashable {
    /// The first day that counts, when ``count`` is not zero.
    public let first: Day
    /// The last day that counts, when ``count`` is not zero.
    public let last: Day
    /// What set the first day.
    public let firstLimit: DayLimit
    /// What set the last day.
    public let lastLimit: DayLimit

    /// Whether the placement began too long before the contract, so that no day counts.
    public let isTooEarly: Bool

    /// The number of days, both included; zero where nothing overlaps.
    public var count: Int { isTooEarly ? 0 : max(0, last.days(since: first) + 1) }

    /// Whether the placement's first day that can count falls in the period, so that what counts once counts now.
    public var isFirstPeriod: Bool { count > 0 && firstLimit != .period }

    /// The days of `period` on which a placement from `start` to `end` (nil while it is open) counts under `terms`.
    init(
        start: Day, end: Day?, period: ReportingPeriod, terms: ContractTerms?, countingMonths: Int?
    ) {
        var first = (day: start, limit: DayLimit.placement)
        let contractStart = terms?.contract.start
        if let contractStart, terms?.countsFrom.value != .placement, contractStart > first.day {
            first = (contractStart, .contract)
        }
        if period.start > first.day { first = (period.start, .period) }
        var last = (day: period.end, limit: DayLimit.period)
        if let contractEnd = terms?.contract.end, contractEnd <= last.day { last = (contractEnd, .contract) }
        let countingEnd = countingMonths.map { start.end(ofMonths: $0) }
        if let countingEnd, countingEnd <= last.day { last = (countingEnd, .countingDuration) }
        if let end, end <= last.day { last = (end, .placement) }
        (self.first, firstLimit) = first
        (self.last, lastLimit) = last
        isTooEarly = terms?.firstEntry.map { start < $0 } ?? false
    }

    /// Whether hours that were worked in `span` count: every day of it on which the placement ran is one that counts.
    ///
    /// Of a month that counts in part nobody knows on which days the hours were worked.
    func holds(hoursOf span: ReportingPeriod, from start: Day, to end: Day?) -> Bool {
        guard count > 0 else { return false }
        let from = max(span.start, start)
        let through = end.map { min($0, span.end) } ?? span.end
        return from <= through && from >= first && through <= last
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
    /// The counting duration of the group.
    case countingDuration

    /// What sets a first day, in words.
    public var firstName: Text {
        switch self {
        case .placement, .countingDuration: Text(nl: "begindatum", en: "first day of the placement")
        case .period: Text(nl: "begin van de periode", en: "start of the period")
        case .contract: Text(nl: "begin van de looptijd", en: "start of the contract")
        }
    }

    /// What sets a last day, in words.
    public var lastName: Text {
        switch self {
        case .placement: Text(nl: "einddatum", en: "last day of the placement")
        case .period: Text(nl: "einde van de periode", en: "end of the period")
        case .contract: Text(nl: "einde van de looptijd", en: "end of the contract")
        case .countingDuration: Text(nl: "einde van de meetelduur", en: "end of the counting duration")
        }
    }
}
