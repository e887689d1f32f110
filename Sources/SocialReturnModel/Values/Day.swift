import Plumbing

/// A calendar day in the Gregorian calendar, without a time or a time zone.
public struct Day: BitwiseCopyable, Hashable, Comparable, Sendable {
    /// Days since 1 January 1970; negative before it.
    public let daysSince1970: Int32

    /// The day `daysSince1970` days after 1 January 1970.
    public init(daysSince1970: Int32) {
        self.daysSince1970 = daysSince1970
    }

    /// The years in which a day can lie: all that a contract, its participants and its archive can hold.
    public static let years = 1900...2199

    /// The first day of ``years``.
    public static let first = Day(uncheckedYear: years.lowerBound, month: 1, day: 1)
    /// The last day of ``years``.
    public static let last = Day(uncheckedYear: years.upperBound, month: 12, day: 31)

    /// The day with this date, or nil where there is none, such as 31 February, and outside ``years``.
    public init?(year: Int, month: Int, day: Int) {
        guard Self.years.contains(year), Self.exists(year: year, month: month, day: day) else { return nil }
        self.init(uncheckedYear: year, month: month, day: day)
    }

    /// Whether the calendar has this date in a year of one to four digits, also outside ``years``.
    public static func exists(year: Int, month: Int, day: Int) -> Bool {
        (1...9999).contains(year) && (1...12).contains(month) && day >= 1 && day <= length(ofMonth: month, in: year)
    }

    /// The arithmetic is the proleptic Gregorian count with years that begin in March, so that the leap day comes last.
    private init(uncheckedYear year: Int, month: Int, day: Int) {
        let y = month <= 2 ? year - 1 : year
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        daysSince1970 = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// Year, month and day of the month.
    public var components: (year: Int, month: Int, day: Int) {
        GregorianCalendar.date(daysSince1970: Int(daysSince1970))
    }

    /// The number of days in a month of a year.
    public static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The day in spreadsheet programs' count, in which 1 January 1900 is day 1 and 29 February 1900 exists.
    public var spreadsheetSerial: Int { Int(daysSince1970) + SpreadsheetDays.of1970 }

    /// The day that a spreadsheet shows for `serial`; nil outside 1 March 1900 to 31 December 2199.
    public init?(spreadsheetSerial serial: Int) {
        guard (SpreadsheetDays.thatNeverWas + 1...109_574).contains(serial) else { return nil }
        self.init(daysSince1970: Int32(serial - SpreadsheetDays.of1970))
    }

    /// This day, `months` calendar months later; at a shorter month's end, its last day. Never before the year 1 or after 9999.
    public func adding(months: Int) -> Day {
        let (year, month, day) = components
        let months = min(max(months, -120_000), 120_000)
        let index = min(max(year * 12 + month - 1 + months, 12), 9999 * 12 + 11)
        let (newYear, newMonth) = (index / 12, index % 12 + 1)
        return Day(
            uncheckedYear: newYear, month: newMonth, day: min(day, Self.length(ofMonth: newMonth, in: newYear)))
    }

    /// The last day of `year`, from 1 to 9999.
    public static func last(of year: Int) -> Day { Day(uncheckedYear: year, month: 12, day: 31) }

    /// Whether `year` has 366 days.
    public static func isLeap(_ year: Int) -> Bool { length(ofMonth: 2, in: year) == 29 }

    /// The last day of a span of `months` calendar months that begins on this day: the day before the same day of a later month, and the
    /// last of that month where it has no such day. From 31 August six months last through 28 February.
    public func end(ofMonths months: Int) -> Day {
        let later = adding(months: months)
        return later.components.day == components.day ? later.adding(days: -1) : later
    }

    /// This day, `days` days later; at the end of what can be counted where it lies beyond.
    public func adding(days: Int) -> Day {
        let (sum, overflow) = Int(daysSince1970).addingReportingOverflow(days)
        return Day(daysSince1970: overflow ? (days > 0 ? .max : .min) : Int32(clamping: sum))
    }

    /// The number of days from `earlier` to this day; zero for the same day.
    public func days(since earlier: Day) -> Int { Int(daysSince1970) - Int(earlier.daysSince1970) }

    /// Whether `left` is the earlier day.
    public static func < (left: Day, right: Day) -> Bool { left.daysSince1970 < right.daysSince1970 }
}

extension Day: CustomStringConvertible {
    /// The day as ISO 8601: `2026-06-30`.
    public var description: String {
        let (year, month, day) = components
        return Self.text((year, 4), (month, 2), (day, 2))
    }

    /// The day as people write it: `30-06-2026` in Dutch, `30 Jun 2026` in English.
    public func formatted(_ language: Language) -> String {
        let (year, month, day) = components
        switch language {
        case .dutch: return Self.text((day, 2), (month, 2), (year, 4))
        case .english: return "\(day) \(Self.englishMonths[month - 1]) \(year)"
        }
    }

    /// The numbers with zeros before them up to their width, and hyphens between them: ten characters, which need no allocation.
    private static func text(
        _ first: (number: Int, width: Int), _ second: (number: Int, width: Int), _ third: (number: Int, width: Int)
    ) -> String {
        String(unsafeUninitializedCapacity: 10) { bytes in
            func put(_ part: (number: Int, width: Int), at start: Int) {
                var rest = part.number
                for position in (start..<start + part.width).reversed() {
                    bytes[position] = UInt8(0x30 + rest % 10)
                    rest /= 10
                }
            }
            put(first, at: 0)
            bytes[first.width] = UInt8(ascii: "-")
            put(second, at: first.width + 1)
            bytes[first.width + 3] = UInt8(ascii: "-")
            put(third, at: first.width + 4)
            return 10
        }
    }

    private static let englishMonths = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
