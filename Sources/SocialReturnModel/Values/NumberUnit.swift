/// What the numbers of a column count, which says what sign or word may stand beside one.
public enum NumberUnit: UInt8, Sendable, Hashable, CaseIterable {
    /// What another cell says: any sign may stand there, and no word.
    case any
    /// What the column of codes behind it says: a word beside the number must be that one.
    case counted
    /// Amounts in euros.
    case euros
    /// Hours of a period or of an activity.
    case hours
    /// Hours a week.
    case hoursOfWeek
    /// Hours a year.
    case hoursOfYear
    /// Persons or places.
    case persons
    /// Hundredths of a whole.
    case percent
    /// Hundredths of a whole of which there is hardly ever one or less: such a number is rather the part itself (`0,3` for 30 per cent, `1` for all).
    case share
    /// Calendar months.
    case months
    /// Days.
    case days
    /// Full-time equivalents.
    case fullTimeEquivalents

    /// Whether `€` or `EUR` may stand beside the number.
    public var allowsCurrency: Bool { self == .any || self == .euros }

    /// Whether it counts hours.
    public var isOfHours: Bool { self == .hours || self == .hoursOfWeek || self == .hoursOfYear }

    /// Whether there are no parts of what is counted: half a person is none.
    public var isWhole: Bool { self == .persons || self == .months || self == .days }

    /// Whether `%` may stand beside the number.
    public var allowsPercentSign: Bool { self == .any || self == .percent || self == .share }
}
