/// An amount of money in exact euro cents, excluding VAT unless its column says otherwise.
public struct Cents: BitwiseCopyable, Hashable, Comparable, Sendable {
    /// Whole cents; negative for a credit.
    public let rawValue: Int64

    /// An amount of `rawValue` cents.
    public init(_ rawValue: Int64) {
        self.rawValue = rawValue
    }

    /// No money.
    public static var zero: Cents { Cents(0) }

    /// The amount in euros, to the nearest binary fraction: for spreadsheets, never for sums.
    public var euros: Double { Double(rawValue) / 100 }

    /// The amount without its sign.
    public var magnitude: Cents { Cents(SafeInteger.magnitude(rawValue)) }

    /// Whether `left` is the smaller amount.
    public static func < (left: Cents, right: Cents) -> Bool { left.rawValue < right.rawValue }
    /// The sum: exact below 92 quadrillion euros, which ``NumberBounds`` keeps out, and that much beyond.
    public static func + (left: Cents, right: Cents) -> Cents { Cents(SafeInteger.sum(left.rawValue, right.rawValue)) }
    /// The difference, as exact as the sum.
    public static func - (left: Cents, right: Cents) -> Cents {
        Cents(SafeInteger.difference(left.rawValue, right.rawValue))
    }
    /// Adds `right`.
    public static func += (left: inout Cents, right: Cents) { left = left + right }
}

extension Cents: CustomStringConvertible {
    /// The amount for machines: `13333.33`.
    public var description: String { DecimalText.digits(rawValue, decimals: 2, keepZeros: true) }

    /// The amount as people write it: `€ 13.333,33` in Dutch, `€13,333.33` in English.
    public func formatted(_ language: Language) -> String {
        DecimalText.grouped(rawValue, decimals: 2, keepZeros: true, language, currency: true)
    }
}
