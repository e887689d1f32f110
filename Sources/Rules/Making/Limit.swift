import SocialReturnModel

/// A number that a rule compares with: a limit, a tolerance, the size of a small group.
///
/// It is declared beside the rule that uses it. A department can replace it, for all contracts or for one, in `instellingen.csv` of
/// the contract register. An object and no value, so that a rule finds what holds for a contract by one pointer.
public final class Limit: Sendable {
    /// The name in `instellingen.csv`.
    public let key: String
    /// What the number counts.
    public let unit: LimitUnit
    /// What the number is for, as short as a heading.
    public let name: Text
    /// The built-in values by their first day, the oldest first.
    public let values: [DatedLimit]
    /// The values that make sense; others in the register are refused.
    public let range: ClosedRange<Quantity>
    /// Whether a law sets the number, so that no register may change it.
    public let isSetByLaw: Bool

    /// A limit with its built-in values, at least one, the oldest first.
    public init(
        _ key: String, _ unit: LimitUnit, _ values: DatedLimit..., within range: ClosedRange<Quantity>,
        isSetByLaw: Bool = false, name: Text
    ) {
        precondition(!values.isEmpty, "the limit \(key) must have a value")
        self.key = key
        self.unit = unit
        self.values = values
        self.range = range
        self.isSetByLaw = isSetByLaw
        self.name = name
    }

    /// The built-in value on `day`. Before the first one that first one holds.
    public func builtIn(on day: Day) -> DatedLimit { values.last { $0.since.validFrom <= day } ?? values[0] }
}

/// The value that a limit has from a certain edition of the catalogue.
public struct DatedLimit: Sendable, Hashable {
    /// The edition that brought the value.
    public let since: RuleSet
    /// The value, in the unit of the limit.
    public let value: Quantity
    /// The key of its source in the source register; nil for this tool's own choice.
    public let source: String?

    /// `value` from `since` on.
    public static func since(_ since: RuleSet, _ value: Quantity, source: String? = nil) -> DatedLimit {
        DatedLimit(since: since, value: value, source: source)
    }
}

extension Quantity: ExpressibleByIntegerLiteral {
    /// A whole number.
    public init(integerLiteral value: Int) { self.init(value) }
}

/// What a limit counts.
public enum LimitUnit: String, Sendable, CaseIterable {
    case hoursPerWeek, days, months, percent, percentPoints, persons, suppliers, periods, times, rows, euros

    /// The unit as people write it behind a number.
    public var name: Text {
        switch self {
        case .hoursPerWeek: Text(nl: "uur per week", en: "hours a week")
        case .days: Text(nl: "dagen", en: "days")
        case .months: Text(nl: "maanden", en: "months")
        case .percent: Text(nl: "procent", en: "per cent")
        case .percentPoints: Text(nl: "procentpunten", en: "percentage points")
        case .persons: Text(nl: "personen", en: "persons")
        case .suppliers: Text(nl: "leveranciers", en: "suppliers")
        case .periods: Text(nl: "perioden", en: "periods")
        case .times: Text(nl: "keer", en: "times")
        case .rows: Text(nl: "rijen", en: "rows")
        case .euros: Text(nl: "euro", en: "euros")
        }
    }
}
