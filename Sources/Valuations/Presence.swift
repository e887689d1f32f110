import Intake
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

/// What each placement of a table brings, in the order of the table.
///
/// Who has one placement is never above full time, so what it brings follows from its valuation and is worked out when it is asked for;
/// hardly anybody has more, and only theirs are laid beside each other and kept.
public struct Presences: Sendable {
    private let values: PlacementValuations
    private let period: ReportingPeriod?
    /// What those bring whose participant has several placements, by position.
    private var shared: [Int: Presence] = [:]

    /// No placements.
    public static let none = Presences()

    private init() { (values, period) = (.none, nil) }

    /// - Parameters:
    ///   - values: The valuations of the rows, in their order.
    ///   - period: The reporting period; nil where the cover names none.
    public init(of table: TableData<Placement>, _ values: PlacementValuations, _ period: ReportingPeriod?) {
        (self.values, self.period) = (values, period)
        guard period != nil else { return }
        let repeated = SymbolSet.repeated(\.participant, in: table)
        guard !repeated.isEmpty else { return }
        var spans: [PersonSpan] = []
        for index in table.rows.indices where !table.isSetAside[index] {
            let row = table.rows[index]
            // A row without a participant is nobody else's.
            guard let participant = row.participant, repeated.contains(participant), let days = countingDays(index)
            else {
                continue
            }
            spans.append(
                PersonSpan(
                    contract: row.contract?.rawValue ?? -1, participant: participant.rawValue, index: index, days: days)
            )
        }
        spans.sort { ($0.contract, $0.participant, $0.index) < ($1.contract, $1.participant, $1.index) }
        var start = 0
        while start < spans.count {
            var end = start + 1
            while end < spans.count, spans[end].isOfSame(as: spans[start]) { end += 1 }
            if end > start + 1 { share(spans[start..<end]) }
            start = end
        }
    }

    /// What the placement at `index` brings; nil for one that was set aside, or whose full-time hours nobody knows.
    public subscript(index: Int) -> Presence? {
        if !shared.isEmpty, let presence = shared[index] { return presence }
        guard period != nil, index < values.count, let value = values[index], value.counted != nil, value.week != nil
        else { return nil }
        return countingDays(index)?.whole ?? Presence.none
    }

    /// The days and hours of the placement at `index`; nil where no day counts.
    private func countingDays(_ index: Int) -> CountingDays? {
        guard let period, index < values.count, let value = values[index], let counted = value.counted,
            counted.count > 0, let week = value.week, let window = FTEWindow(value.terms?.contract, period)
        else { return nil }
        let (first, last) = (max(counted.first, window.days.start), min(counted.last, window.days.end))
        guard first <= last else { return nil }
        return CountingDays(
            first: first.daysSince1970, last: last.daysSince1970, hours: week.counted.tenThousandths,
            most: week.fullTime.tenThousandths, end: window.days.end.daysSince1970)
    }

    /// Gives each of the placements of one participant what is left of full time, day by day between those on which one begins or ends.
    ///
    /// A list of placements of one person is short; from 64 on they are counted by themselves, as a code that so many rows share is
    /// no person.
    private mutating func share(_ spans: ArraySlice<PersonSpan>) {
        guard spans.count <= 64 else { return }
        let edges = Set(spans.flatMap { [$0.days.first, $0.days.last + 1] }).sorted()
        var sums: [Int: (hourDays: Int64, lastDay: Int64, isCapped: Bool)] = [:]
        for (from, to) in zip(edges, edges.dropFirst()) {
            var used: Int64 = 0
            for span in spans where span.days.first <= from && span.days.last >= to - 1 {
                let hours = max(0, min(span.days.hours, span.days.most - used))
                used += hours
                sums[span.index, default: (0, 0, false)].hourDays += hours * Int64(to - from)
                if to - 1 == span.days.end { sums[span.index, default: (0, 0, false)].lastDay = hours }
                if hours < span.days.hours { sums[span.index, default: (0, 0, false)].isCapped = true }
            }
        }
        for (index, sum) in sums {
            shared[index] = Presence(hourDays: sum.hourDays, lastDayHours: sum.lastDay, isCapped: sum.isCapped)
        }
    }

    /// The days that count of a placement, as days since 1970, with its hours a week and those of full time, in ten-thousandths.
    private struct CountingDays {
        let first: Int32
        let last: Int32
        let hours: Int64
        let most: Int64
        /// The last day of the period on which the contract runs.
        let end: Int32

        var whole: Presence {
            Presence(
                hourDays: hours * Int64(last - first + 1), lastDayHours: last == end ? hours : 0, isCapped: false)
        }
    }

    /// A placement of somebody who has several.
    private struct PersonSpan {
        let contract: Int32
        let participant: Int32
        let index: Int
        let days: CountingDays

        func isOfSame(as other: PersonSpan) -> Bool {
            contract == other.contract && participant == other.participant
        }
    }
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
