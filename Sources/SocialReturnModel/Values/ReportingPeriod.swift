/// The span of days that a submission reports on, first and last day included.
public struct ReportingPeriod: BitwiseCopyable, Hashable, Sendable {
    /// First day.
    public let start: Day
    /// Last day, never before the first.
    public let end: Day

    /// The days from `start` to `end`, or nil when they are in the wrong order.
    public init?(from start: Day, through end: Day) {
        guard start <= end else { return nil }
        self.start = start
        self.end = end
    }

    /// The longest period that a report can be about, in days: ten years.
    public static let longest = 3_653

    /// The number of days, both ends included.
    public var days: Int { end.days(since: start) + 1 }

    /// Whether `day` falls in the period.
    public func contains(_ day: Day) -> Bool { start <= day && day <= end }

    /// Whether the two periods share a day.
    public func overlaps(_ other: ReportingPeriod) -> Bool { start <= other.end && other.start <= end }
}

extension ReportingPeriod: CustomStringConvertible {
    /// The shortest notation that names these days: `2026`, `2026-H1`, `2026-Q2`, `2026-06`, else
    /// `01-04-2026/15-04-2026`.
    public var description: String {
        let (first, last) = (start.components, end.components)
        let wholeMonths =
            first.day == 1 && last.day == Day.length(ofMonth: last.month, in: last.year) && first.year == last.year
        if wholeMonths {
            switch (first.month, last.month - first.month + 1) {
            case (1, 12): return "\(first.year)"
            case (1, 6), (7, 6): return "\(first.year)-H\(first.month / 6 + 1)"
            case (let month, 3) where month % 3 == 1: return "\(first.year)-Q\(month / 3 + 1)"
            case (let month, 1): return "\(first.year)-" + (month < 10 ? "0" : "") + "\(month)"
            default: break
            }
        }
        return "\(start.formatted(.dutch))/\(end.formatted(.dutch))"
    }

    /// The period in a sentence: `het tweede kwartaal van 2026`, `juni 2026`, `01-04-2026 tot en met 15-04-2026`.
    public var words: Text {
        let year = start.components.year
        let notation = description
        switch notation.dropFirst(4) {
        case "": return Text(verbatim: notation)
        case "-H1": return Text(nl: "het eerste halfjaar van \(year)", en: "the first half of \(year)")
        case "-H2": return Text(nl: "het tweede halfjaar van \(year)", en: "the second half of \(year)")
        case "-Q1": return Text(nl: "het eerste kwartaal van \(year)", en: "the first quarter of \(year)")
        case "-Q2": return Text(nl: "het tweede kwartaal van \(year)", en: "the second quarter of \(year)")
        case "-Q3": return Text(nl: "het derde kwartaal van \(year)", en: "the third quarter of \(year)")
        case "-Q4": return Text(nl: "het vierde kwartaal van \(year)", en: "the fourth quarter of \(year)")
        case let month where month.count == 3 && !notation.contains("/"):
            let position = start.components.month - 1
            return Text(nl: "\(Self.months.nl[position]) \(year)", en: "\(Self.months.en[position]) \(year)")
        default:
            return Text(
                nl: "\(start.formatted(.dutch)) tot en met \(end.formatted(.dutch))",
                en: "\(start.formatted(.english)) to \(end.formatted(.english))")
        }
    }

    private static let months = (
        nl: [
            "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
            "november",
            "december",
        ],
        en: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ]
    )

    /// The whole months `first` to `last` of `year`, numbered from 1.
    public init?(year: Int, months: ClosedRange<Int>) {
        guard let start = Day(year: year, month: months.lowerBound, day: 1),
            let end = Day(
                year: year, month: months.upperBound, day: Day.length(ofMonth: months.upperBound, in: year))
        else { return nil }
        self.init(from: start, through: end)
    }
}
