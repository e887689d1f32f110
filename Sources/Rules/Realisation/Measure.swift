import SocialReturnModel

/// What a figure counts. Figures of different measures are never added up.
public enum Measure: UInt8, BitwiseCopyable, CaseIterable, Hashable, Comparable, Sendable {
    /// Euros of a valuation table.
    case euros
    /// Different persons.
    case persons
    /// Full-time equivalents.
    case fullTimeEquivalents
    /// Hours worked.
    case hours
    /// Placements.
    case places
    /// Commitments of *afspraken.csv* that were met.
    case commitments

    /// The measure of an obligation's target.
    public init(_ unit: TargetUnit) {
        switch unit {
        case .persons: self = .persons
        case .fullTimeEquivalents: self = .fullTimeEquivalents
        case .hours: self = .hours
        case .places: self = .places
        }
    }

    /// The decimals of ``Amount/rawValue``.
    public var decimals: Int { self == .euros ? 2 : 4 }

    /// The word for programs.
    public var code: String {
        switch self {
        case .euros: "euro"
        case .persons: "personen"
        case .fullTimeEquivalents: "fte"
        case .hours: "uren"
        case .places: "plekken"
        case .commitments: "afspraken"
        }
    }

    /// What is counted, in the plural.
    public var name: Text {
        switch self {
        case .euros: Text(nl: "euro", en: "euros")
        case .persons: Text(nl: "personen", en: "persons")
        case .fullTimeEquivalents: Text(nl: "fte", en: "FTE")
        case .hours: Text(nl: "uren", en: "hours")
        case .places: Text(nl: "plekken", en: "places")
        case .commitments: Text(nl: "afspraken", en: "commitments")
        }
    }

    /// What is counted, for exactly one.
    public var singular: Text {
        switch self {
        case .euros: Text(nl: "euro", en: "euro")
        case .persons: Text(nl: "persoon", en: "person")
        case .fullTimeEquivalents: Text(nl: "fte", en: "FTE")
        case .hours: Text(nl: "uur", en: "hour")
        case .places: Text(nl: "plek", en: "place")
        case .commitments: Text(nl: "afspraak", en: "commitment")
        }
    }

    /// Whether what was reached in one period adds to what was reached before: a growing sum. Full-time equivalents, places and
    /// commitments are a state: there the last report counts.
    public var addsUp: Bool {
        switch self {
        case .euros, .persons, .hours: true
        case .fullTimeEquivalents, .places, .commitments: false
        }
    }

    /// Money comes first.
    public static func < (left: Measure, right: Measure) -> Bool { left.rawValue < right.rawValue }
}

/// An exact figure with what it counts.
public struct Amount: BitwiseCopyable, Hashable, Sendable {
    /// What the figure counts.
    public let measure: Measure
    /// The figure in units of ``Measure/decimals`` decimals: cents for euros, ten-thousandths for the rest.
    public let rawValue: Int64

    /// The figure `rawValue` of `measure`.
    public init(_ measure: Measure, rawValue: Int64) {
        self.measure = measure
        self.rawValue = rawValue
    }

    /// An amount of money.
    public init(_ cents: Cents) { self.init(.euros, rawValue: cents.rawValue) }

    /// A number of something that is no money.
    public init(_ measure: Measure, _ quantity: Quantity) {
        precondition(measure != .euros, "Euros are counted in cents.")
        self.init(measure, rawValue: quantity.tenThousandths)
    }

    /// A whole number of something that is no money.
    public init(_ measure: Measure, count: Int) { self.init(measure, Quantity(count)) }

    /// The figure to the nearest binary fraction: for spreadsheets and shares, never for sums.
    public var double: Double { Double(rawValue) / (measure == .euros ? 100 : 10_000) }

    /// Both figures together, as exact as a sum of `Cents`. Traps on different measures, which no data can bring together.
    public static func + (left: Amount, right: Amount) -> Amount {
        precondition(left.measure == right.measure, "Figures of different measures are never added up.")
        return Amount(left.measure, rawValue: SafeInteger.sum(left.rawValue, right.rawValue))
    }

    /// What is left of this figure after `other`, at least nothing. Traps on different measures.
    public func remaining(after other: Amount) -> Amount {
        precondition(measure == other.measure, "Figures of different measures are never compared.")
        return Amount(measure, rawValue: max(0, SafeInteger.difference(rawValue, other.rawValue)))
    }

    /// This figure as a part of `whole`; nil when the whole is nothing. Traps on different measures.
    public func share(of whole: Amount) -> Double? {
        precondition(measure == whole.measure, "Figures of different measures are never compared.")
        return whole.rawValue > 0 ? Double(rawValue) / Double(whole.rawValue) : nil
    }

    /// The figure as programs write it, with a decimal point: `13333.33`, `4`.
    public var plain: String {
        measure == .euros ? Cents(rawValue).description : Quantity(tenThousandths: rawValue).description
    }

    /// The figure with its unit as people write it: `€ 13.333,33`, `4 plekken`, `1 plek`.
    public func formatted(_ language: Language) -> String {
        if measure == .euros { return Cents(rawValue).formatted(language) }
        let number = Quantity(tenThousandths: rawValue)
        let unit = number == Quantity(1) ? measure.singular : measure.name
        return "\(number.formatted(language)) \(unit[language])"
    }
}
