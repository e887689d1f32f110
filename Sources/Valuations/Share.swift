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
        /// Days, of how many in a year: 365, or 364 for 52 weeks.
        case days(Int, ofYear: Int)
        /// Calendar months, of the twelve in a year.
        case monthsOfYear(Months)
        /// Hours worked, of those in a full-time year.
        case workedHours(Quantity, ofYear: Quantity)
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
    /// A week has 1,680,000 ten-thousandths of an hour at most, and ten years have 3,653 days or 120 months of 377,580 parts: 7.7 x 10^13.
    var fraction: (numerator: UInt64, denominator: UInt64) {
        let (part, whole) = lengthFraction
        guard let week else { return (part, whole) }
        return (UInt64(week.counted.tenThousandths) * part, UInt64(week.fullTime.tenThousandths) * whole)
    }

    private var lengthFraction: (UInt64, UInt64) {
        switch length {
        case .days(let days, let year): (UInt64(days), UInt64(year))
        case .monthsOfYear(let months): (months.parts, Months.partsOfMonth * 12)
        case .workedHours(let hours, let year): (UInt64(hours.tenThousandths), UInt64(year.tenThousandths))
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

/// A number of calendar months in which each day is one part of its own month.
public struct Months: BitwiseCopyable, Sendable, Hashable {
    /// The number in ``partsOfMonth``-ths.
    public let parts: UInt64

    /// The least number that 28, 29, 30 and 31 divide.
    public static let partsOfMonth: UInt64 = 377_580

    /// The months from `first` to `last`, both included; none when they are in the wrong order.
    public init(from first: Day, through last: Day) {
        var parts = 0
        var day = first
        while day <= last {
            let (year, month, dayOfMonth) = day.components
            let length = Day.length(ofMonth: month, in: year)
            let covered = min(length - dayOfMonth + 1, last.days(since: day) + 1)
            parts += covered * Int(Self.partsOfMonth) / length
            day = day.adding(days: length - dayOfMonth + 1)
        }
        self.parts = UInt64(parts)
    }

    /// The number to the nearest binary fraction.
    public var double: Double { Double(parts) / Double(Self.partsOfMonth) }

    /// The number with four decimals, half up, for people.
    public var quantity: Quantity {
        let scaled = parts * UInt64(Quantity.scale)
        return Quantity(tenThousandths: Int64((2 * scaled + Self.partsOfMonth) / (2 * Self.partsOfMonth)))
    }
}
