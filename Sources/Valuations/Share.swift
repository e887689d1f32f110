import SocialReturnModel

/// What a value is multiplied by: the part of full time, and the part of a year or the number of units.
public struct Share: BitwiseCopyable, Sendable, Hashable {
    /// The hours a week, of how many; nil where the working week does not matter.
    public let week: Week?
    /// The part of a year, or the number of units.
    public let length: Length

    /// Hours a week beside those of a full-time week.
    public struct Week: BitwiseCopyable, Sendable, Hashable {
        /// The hours a week of the placement, not negative.
        public let hours: Quantity
        /// The hours of a full-time week, above zero.
        public let fullTime: Quantity

        /// The hours that count: at most those of a full-time week.
        public var counted: Quantity { min(hours, fullTime) }

        /// The part of a full-time week, with four decimals, half up.
        public var fte: Quantity {
            let (part, whole) = (counted.tenThousandths * Quantity.scale, fullTime.tenThousandths)
            return Quantity(tenThousandths: (2 * part + whole) / (2 * whole))
        }
    }

    /// A part of a year, or a number of units.
    public enum Length: BitwiseCopyable, Sendable, Hashable {
        /// Days, each a part of the year that it lies in.
        case days(YearDays)
        /// Days of weeks of which a year has 52, so that no year has more than 364.
        case weekDays(Int, isCapped: Bool)
        /// Days, seven of which are one.
        case weeks(Int)
        /// Calendar months, of the twelve in a year.
        case monthsOfYear(Months)
        /// Hours worked, of those in a full-time year.
        case workedHours(Quantity, ofYear: Quantity)
        /// So many full-time equivalents on a part of a year: what hours above them are held to.
        case cappedYear(Quantity, PartOfYear)
        /// The part of a year of so many hours in it: what hours above them are held to.
        case cappedHours(Quantity, PartOfYear)
        /// Calendar months.
        case months(Months)
        /// Hours.
        case hours(Quantity)
        /// Days that count.
        case countedDays(Int)
        /// The whole value, one time.
        case once
    }

    /// The share as a fraction; both numbers fit in 64 bits for all that a table and a calendar can hold.
    ///
    /// A week has 1,680,000 ten-thousandths of an hour at most, and ten years have 3,653 days, of 366 parts where both kinds of years are in
    /// it, or 120 months of 377,580 parts: 7.7 x 10^13. The greatest denominator is 1,680,000 x 365 x 366: 2.3 x 10^11.
    var fraction: (numerator: UInt64, denominator: UInt64) {
        let (part, whole) = lengthFraction
        guard let week else { return (part, whole) }
        return (UInt64(week.counted.tenThousandths) * part, UInt64(week.fullTime.tenThousandths) * whole)
    }

    private var lengthFraction: (UInt64, UInt64) {
        switch length {
        case .days(let days): days.fraction
        case .weekDays(let days, _): (UInt64(days), 364)
        case .weeks(let days): (UInt64(days), 7)
        case .monthsOfYear(let months): (months.parts, Months.partsOfMonth * 12)
        case .workedHours(let hours, let year): (UInt64(hours.tenThousandths), UInt64(year.tenThousandths))
        case .cappedYear(let number, let part), .cappedHours(let number, let part): part.times(number)
        case .months(let months): (months.parts, Months.partsOfMonth)
        case .hours(let hours): (UInt64(hours.tenThousandths), UInt64(Quantity.scale))
        case .countedDays(let count): (UInt64(count), 1)
        case .once: (1, 1)
        }
    }

    /// `amount` times the share; nil for an amount that is too large.
    func of(_ amount: Cents) -> ExactAmount? {
        let (numerator, denominator) = fraction
        return ExactAmount(amount, times: numerator, over: denominator)
    }
}

/// A part of a year, by what the obligation divides a year into.
public enum PartOfYear: BitwiseCopyable, Sendable, Hashable {
    /// Days, each a part of the year that it lies in.
    case days(YearDays)
    /// Days of weeks of which a year has 52.
    case weekDays(Int, isCapped: Bool)
    /// Calendar months.
    case months(Months)

    /// The part that `counted` is.
    init(_ counted: CountedDays, _ basis: YearBasis) {
        switch basis {
        case .days: self = .days(YearDays(from: counted.first, through: counted.last))
        case .weeks:
            let days = YearDays.ofWeeks(from: counted.first, through: counted.last)
            self = .weekDays(days, isCapped: days != counted.count)
        case .months: self = .months(Months(from: counted.first, through: counted.last))
        }
    }

    /// The part as what a value is multiplied by.
    var length: Share.Length {
        switch self {
        case .days(let days): .days(days)
        case .weekDays(let days, let isCapped): .weekDays(days, isCapped: isCapped)
        case .months(let months): .monthsOfYear(months)
        }
    }

    /// `number` times the part, as a fraction. 10 full-time equivalents of 8,784 hours are 8.8 x 10^8 ten-thousandths, and ten years 4.5 x 10^7
    /// parts of months: 4 x 10^16.
    fileprivate func times(_ number: Quantity) -> (UInt64, UInt64) {
        let (part, whole) = Share(week: nil, length: length).fraction
        return (UInt64(number.tenThousandths) * part, UInt64(Quantity.scale) * whole)
    }
}

/// Days in years of 365 and of 366 days: a full calendar year is never more than one.
public struct YearDays: BitwiseCopyable, Sendable, Hashable {
    // A share is kept for each placement, so the days of all years together take eight bytes.
    private let (commonDays, leapDays): (Int32, Int32)

    /// The days in years of 365 days.
    public var common: Int { Int(commonDays) }
    /// The days in years of 366 days.
    public var leap: Int { Int(leapDays) }

    /// The days from `first` to `last`, both included; none when they are in the wrong order.
    public init(from first: Day, through last: Day) {
        var (common, leap) = (0, 0)
        var day = first
        while day <= last {
            let (year, _, _) = day.components
            let end = min(last, Day.last(of: year))
            let count = end.days(since: day) + 1
            if Day.isLeap(year) { leap += count } else { common += count }
            day = end.adding(days: 1)
        }
        // Days are numbered in 32 bits, so there are no more of them.
        (commonDays, leapDays) = (Int32(clamping: common), Int32(clamping: leap))
    }

    /// The number of days.
    public var count: Int { common + leap }

    /// The part of a year, as a fraction.
    public var fraction: (UInt64, UInt64) {
        if leap == 0 { return (UInt64(common), 365) }
        if common == 0 { return (UInt64(leap), 366) }
        return (UInt64(common * 366 + leap * 365), 365 * 366)
    }

    /// The days of weeks: no year has more than 364.
    public static func ofWeeks(from first: Day, through last: Day) -> Int {
        var count = 0
        var day = first
        while day <= last {
            let end = min(last, Day.last(of: day.components.year))
            count += min(end.days(since: day) + 1, 364)
            day = end.adding(days: 1)
        }
        return count
    }
}

/// A number of calendar months in which each day is one part of its own month.
public struct Months: BitwiseCopyable, Sendable, Hashable {
    /// The first day.
    public let first: Day
    /// The last day.
    public let last: Day

    /// The least number that 28, 29, 30 and 31 divide.
    public static let partsOfMonth: UInt64 = 377_580

    /// The months from `first` to `last`, both included; none when they are in the wrong order.
    public init(from first: Day, through last: Day) {
        (self.first, self.last) = (first, last)
    }

    /// The number in ``partsOfMonth``-ths; worked out each time, as a share is kept for each placement.
    public var parts: UInt64 {
        var parts = 0
        var day = first
        while day <= last {
            let (year, month, dayOfMonth) = day.components
            let length = Day.length(ofMonth: month, in: year)
            let covered = min(length - dayOfMonth + 1, last.days(since: day) + 1)
            parts += covered * Int(Self.partsOfMonth) / length
            day = day.adding(days: length - dayOfMonth + 1)
        }
        return UInt64(parts)
    }

    /// The number as people can calculate with it, nothing rounded: `3`, `17/30 + 1`, `17/30 + 2 + 5/31`.
    public var exactText: String {
        guard first <= last else { return "0" }
        var pieces: [String] = []
        var whole = 0
        var day = first
        while day <= last {
            let (year, month, dayOfMonth) = day.components
            let length = Day.length(ofMonth: month, in: year)
            let covered = min(length - dayOfMonth + 1, last.days(since: day) + 1)
            if covered == length {
                whole += 1
            } else {
                if whole > 0 { pieces.append("\(whole)") }
                whole = 0
                pieces.append("\(covered)/\(length)")
            }
            day = day.adding(days: length - dayOfMonth + 1)
        }
        if whole > 0 { pieces.append("\(whole)") }
        return pieces.count == 1 ? pieces[0] : "(\(pieces.joined(separator: " + ")))"
    }
}
