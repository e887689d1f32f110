/// An exact decimal number with four decimals: hours, shares in per cent, counts of persons.
///
/// Four decimals hold every form a contract uses (`37,5` hours, `33,33` per cent); what a spreadsheet adds beyond them is
/// rounding noise, and reading counts it as a repair.
public struct Quantity: BitwiseCopyable, Hashable, Comparable, Sendable {
    /// The number in ten-thousandths.
    public let tenThousandths: Int64

    /// The number of ten-thousandths in one.
    public static var scale: Int64 { 10_000 }

    /// The number `tenThousandths / 10 000`.
    public init(tenThousandths: Int64) {
        self.tenThousandths = tenThousandths
    }

    /// The nearest ten-thousandth of `number`; nil for one that cannot be counted.
    public init?(nearest number: Double) {
        guard let scaled = SafeInteger.nearest(number * Double(Self.scale)) else { return nil }
        self.init(tenThousandths: Int64(scaled))
    }

    /// A whole number.
    public init(_ whole: Int) {
        self.init(tenThousandths: SafeInteger.product(Int64(whole), Self.scale))
    }

    /// Nothing.
    public static var zero: Quantity { Quantity(tenThousandths: 0) }

    /// The number to the nearest binary fraction: for spreadsheets, never for sums.
    public var double: Double { Double(tenThousandths) / Double(Self.scale) }

    /// The whole number below or at this one, towards zero.
    public var wholePart: Int { Int(tenThousandths / Self.scale) }

    /// The whole number this is, or nil when it has decimals.
    public var whole: Int? { tenThousandths % Self.scale == 0 ? Int(tenThousandths / Self.scale) : nil }

    /// Whether `left` is the smaller number.
    public static func < (left: Quantity, right: Quantity) -> Bool { left.tenThousandths < right.tenThousandths }
    /// The sum: exact below 922 trillion, which ``NumberBounds`` keeps out, and that much beyond.
    public static func + (left: Quantity, right: Quantity) -> Quantity {
        Quantity(tenThousandths: SafeInteger.sum(left.tenThousandths, right.tenThousandths))
    }
    /// The difference, as exact as the sum.
    public static func - (left: Quantity, right: Quantity) -> Quantity {
        Quantity(tenThousandths: SafeInteger.difference(left.tenThousandths, right.tenThousandths))
    }
    /// Adds `right`.
    public static func += (left: inout Quantity, right: Quantity) { left = left + right }
}

extension Quantity: CustomStringConvertible {
    /// The number for machines: `37.5`.
    public var description: String { DecimalText.digits(tenThousandths, decimals: 4, keepZeros: false) }

    /// The number as people write it: `1.234,5` in Dutch, `1,234.5` in English.
    public func formatted(_ language: Language) -> String {
        DecimalText.grouped(tenThousandths, decimals: 4, keepZeros: false, language, currency: false)
    }
}
