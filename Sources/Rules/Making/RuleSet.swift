import SocialReturnModel

/// An edition of the catalogue: the rules that hold from a certain day.
///
/// The first days are this tool's own choice. They say from when a rule is applied, and not since when a law is in force.
public struct RuleSet: Sendable, Hashable, Comparable {
    /// The name of the edition: year and number.
    public let version: String
    /// The first day on which it is applied.
    public let validFrom: Day

    private init(_ version: String, year: Int, month: Int, day: Int) {
        guard let validFrom = Day(year: year, month: month, day: day) else {
            preconditionFailure("the first day of rule set \(version) must be a day of the calendar")
        }
        self.version = version
        self.validFrom = validFrom
    }

    /// Reading, privacy and what a report needs at least.
    public static let v2026_1 = RuleSet("2026.1", year: 2026, month: 1, day: 1)
    /// The complete catalogue.
    public static let v2026_2 = RuleSet("2026.2", year: 2026, month: 11, day: 23)
    /// Bounds of numbers and dates, doubles and references to nothing in every table and in the register. The law of 2026 and 2027; one
    /// cause gives one finding (``RuleMetadata/yields``); what a supplier explained is for the contract manager (``RuleTrait/settledByExplanation``).
    public static let v2026_3 = RuleSet("2026.3", year: 2026, month: 11, day: 28)

    /// The editions, the oldest first.
    public static let all = [v2026_1, v2026_2, v2026_3]

    /// The edition that is applied unless a day is named.
    public static let newest = v2026_3

    /// Whether `left` came first.
    public static func < (left: RuleSet, right: RuleSet) -> Bool { left.validFrom < right.validFrom }

    /// The edition that was applied on `day`; nil before the first.
    public static func applied(on day: Day) -> RuleSet? { all.last { $0.validFrom <= day } }
}
