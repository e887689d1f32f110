import SocialReturnModel

/// What one placement brings to the full-time equivalents of its contract in one reporting period.
///
/// Hours are those of the working week, at most a full-time one, in ten-thousandths. One participant is never more than full time at one
/// moment: where placements under one contract overlap, the earlier row counts first and a later one only for what is left.
public struct Presence: BitwiseCopyable, Sendable, Hashable {
    /// The hours a week of each counting day on which the contract runs, added up.
    public let hourDays: Int64
    private let hoursOnLastDay: Int32
    /// The hours a week on the last such day of the period.
    public var lastDayHours: Int64 { Int64(hoursOnLastDay) }
    /// Whether hours were left out, as the participant was at work elsewhere under the contract.
    public let isCapped: Bool

    /// - Parameter lastDayHours: At most those of a week, in ten-thousandths, which 32 bits hold.
    init(hourDays: Int64, lastDayHours: Int64, isCapped: Bool) {
        self.hourDays = hourDays
        hoursOnLastDay = Int32(clamping: lastDayHours)
        self.isCapped = isCapped
    }

    /// Nothing.
    static let none = Presence(hourDays: 0, lastDayHours: 0, isCapped: false)
}

/// The days of a reporting period on which a contract runs: what full-time equivalents are an average of.
public struct FTEWindow: BitwiseCopyable, Sendable, Hashable {
    /// The days.
    public let days: ReportingPeriod

    /// The days of `period` on which `contract` runs, all of them where its days are not known; nil where it does not run.
    public init?(_ contract: Contract?, _ period: ReportingPeriod) {
        let start = max(contract?.start ?? period.start, period.start)
        let end = min(contract?.end ?? period.end, period.end)
        guard let days = ReportingPeriod(from: start, through: end) else { return nil }
        self.days = days
    }

    /// How many days.
    public var count: Int { days.end.days(since: days.start) + 1 }
}

/// Full-time equivalents of placements under one contract, added up before they are rounded once.
public struct FTETotal: BitwiseCopyable, Sendable, Hashable, Codable {
    /// The hours a week of all counting days, in ten-thousandths.
    public private(set) var hourDays: Int64 = 0
    /// The hours a week on the last day, in ten-thousandths.
    public private(set) var lastDayHours: Int64 = 0
    /// The hours of a full-time week, in ten-thousandths; 0 while nothing is known.
    public private(set) var fullTime: Int64 = 0
    /// The days that the average is of; 0 while nothing is known.
    public private(set) var days: Int64 = 0
    /// How many placements it covers.
    public private(set) var placements = 0

    /// Nothing yet.
    public init() {}

    /// `placements` placements of `hours` hours in all, each day of `days`, where `fullTime` hours are a full-time week; all in ten-thousandths
    /// of an hour.
    public init(placements: Int, hours: Int64, fullTime: Int64, days: Int64) {
        self.placements = placements
        (hourDays, lastDayHours) = (SafeInteger.product(hours, days), hours)
        (self.fullTime, self.days) = (fullTime, days)
    }

    /// Adds a placement.
    public mutating func add(_ presence: Presence, _ value: PlacementValuation, _ period: ReportingPeriod) {
        hourDays = SafeInteger.sum(hourDays, presence.hourDays)
        lastDayHours = SafeInteger.sum(lastDayHours, presence.lastDayHours)
        placements += 1
        if let week = value.week { fullTime = week.fullTime.tenThousandths }
        if let window = FTEWindow(value.terms?.contract, period) { days = Int64(window.count) }
    }

    /// Adds another total of the same contract and period.
    public mutating func add(_ other: FTETotal) {
        hourDays = SafeInteger.sum(hourDays, other.hourDays)
        lastDayHours = SafeInteger.sum(lastDayHours, other.lastDayHours)
        placements += other.placements
        if fullTime == 0 { (fullTime, days) = (other.fullTime, other.days) }
    }

    /// The average over the days of the period on which the contract runs, with four decimals, half up; nil while nothing is known.
    public var average: Quantity? { ratio(hourDays, fullTime, days) }

    /// That on the last such day; nil while nothing is known.
    public var lastDay: Quantity? { ratio(lastDayHours, fullTime, 1) }

    /// This and another total of the same contract and period.
    public func adding(_ other: FTETotal) -> FTETotal {
        var sum = self
        sum.add(other)
        return sum
    }

    /// The figure that is held against an agreed number.
    public func figure(_ measure: FTEMeasure) -> Quantity? { measure == .average ? average : lastDay }

    /// Whether the figures are such as a report can come to, so that sums of them fit.
    public var isSound: Bool {
        let most = 2 * NumberBounds.columnTotal
        return (0...most).contains(hourDays) && (0...most).contains(lastDayHours) && (0...1_680_000).contains(fullTime)
            && (0...40_000).contains(days)
    }

    /// The average before rounding.
    public var exactAverage: Double {
        fullTime > 0 && days > 0 ? Double(hourDays) / (Double(fullTime) * Double(days)) : 0
    }

    /// That on the last day before rounding.
    public var exactLastDay: Double { fullTime > 0 ? Double(lastDayHours) / Double(fullTime) : 0 }

    private func ratio(_ hours: Int64, _ fullTime: Int64, _ days: Int64) -> Quantity? {
        guard fullTime > 0, self.days > 0 else { return nil }
        let (whole, overflow) = fullTime.multipliedReportingOverflow(by: days)
        guard !overflow else { return nil }
        // Ten-thousandths, half up: the remainder of the division decides.
        let (part, overflows) = hours.multipliedReportingOverflow(by: Quantity.scale)
        guard !overflows else { return nil }
        let quotient = part / whole
        return Quantity(tenThousandths: 2 * (part % whole) >= whole ? quotient + 1 : quotient)
    }
}
