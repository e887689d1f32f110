/// How far from the reporting period a day of a column can lie without a question about its year.
///
/// Every column of days names its reach, or nil where a day has no period to be near: from or until when a valuation table holds.
/// They are this tool's own choice: wide enough for what happens, narrow enough for the slips that keys make, `2062` for
/// 2026, `2006` and `1926`. A day beyond is read as it stands and asked about. A rule with better words goes before: that a placement does not fall in the term of its
/// contract, that an invoice is of another period.
public struct DayReach: Sendable, Hashable {
    /// Whole years before the first day of the period.
    public let yearsBefore: Int
    /// Whole years after the last day of the period.
    public let yearsAfter: Int

    private init(before: Int, after: Int) {
        (yearsBefore, yearsAfter) = (before, after)
    }

    /// Whether `day` is within reach of `period`.
    public func holds(_ day: Day, of period: ReportingPeriod) -> Bool {
        day >= first(of: period) && day <= last(of: period)
    }

    /// The first day that is within reach of `period`.
    public func first(of period: ReportingPeriod) -> Day { period.start.adding(months: -12 * yearsBefore) }

    /// The last day that is within reach of `period`.
    public func last(of period: ReportingPeriod) -> Day { period.end.adding(months: 12 * yearsAfter) }
}

extension DayReach {
    /// When a report was finished or came in.
    public static let ofReport = DayReach(before: 0, after: 1)

    /// What happened under the contract, or in the years before it: a conversation, a count, a look in a register. It may have been planned for next year.
    public static let event = DayReach(before: 10, after: 1)

    /// The date on a document. Some hold for life.
    public static let document = DayReach(before: 60, after: 1)

    /// The first day of a placement: people stay for long.
    public static let start = DayReach(before: 15, after: 2)

    /// The last day of a placement for a limited time: the longest apprenticeships last four years.
    public static let end = DayReach(before: 15, after: 6)

    /// The day by which something must be done, or until which it is valid or available.
    public static let deadline = DayReach(before: 10, after: 10)

    /// The first days of a contract: its publication, award and beginning.
    public static let contractStart = DayReach(before: 25, after: 5)

    /// The last day of a contract: those for building and upkeep together run for thirty years.
    public static let contractEnd = DayReach(before: 10, after: 30)

    /// From or until when a limit or word of the department's own holds, for contracts of any age.
    public static let ownChoice = DayReach(before: 30, after: 30)

    /// Until when the data of a contract are kept.
    public static let archive = DayReach(before: 10, after: 60)
}
