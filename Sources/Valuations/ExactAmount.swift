import SocialReturnModel

/// An amount of money with the exact fraction of a cent that a division leaves.
///
/// Sums of amounts fit in 64 bits: a ``Valuer`` gives rows no value any more where those of a submission together would pass
/// ``NumberBounds/columnTotal``, 10^15 cents, so that nine thousand submissions can be added up.
public struct ExactAmount: BitwiseCopyable, Sendable, Hashable {
    /// Whole cents, rounded down.
    public let cents: Int64
    /// The rest in ``denominator``-ths of a cent, less than one cent.
    public let remainder: UInt64
    /// The parts of a cent that ``remainder`` counts; at least 1.
    public let denominator: UInt64

    private init(cents: Int64, remainder: UInt64, denominator: UInt64) {
        self.cents = cents
        self.remainder = remainder
        self.denominator = denominator
    }

    /// A whole number of cents.
    public init(_ amount: Cents) {
        self.init(cents: amount.rawValue, remainder: 0, denominator: 1)
    }

    /// `amount x numerator / denominator`, exactly; nil for a negative amount, a denominator of 0, or a result that is
    /// too large.
    ///
    /// The product has 128 bits, in two words: Swift's own `Int128` asks for a newer runtime than the toolkit does.
    public init?(_ amount: Cents, times numerator: UInt64, over denominator: UInt64) {
        guard amount >= .zero, denominator > 0 else { return nil }
        let product = UInt64(amount.rawValue).multipliedFullWidth(by: numerator)
        guard product.high < denominator else { return nil }
        let (quotient, remainder) = denominator.dividingFullWidth(product)
        guard quotient <= UInt64(NumberBounds.columnTotal) else { return nil }
        self.init(cents: Int64(quotient), remainder: remainder, denominator: denominator)
    }

    /// The amount in whole cents; half a cent goes away from zero, as `ROUND` in a workbook has it, so that a credit note takes back just
    /// what its invoice brought.
    public var rounded: Cents {
        let rest = denominator - remainder
        let goesUp = remainder > rest || remainder == rest && cents >= 0
        return Cents(goesUp ? SafeInteger.sum(cents, 1) : cents)
    }

    /// The amount in whole euros; half a euro goes away from zero.
    public var roundedToEuros: Cents {
        let whole = SafeInteger.difference(cents, (cents % 100 + 100) % 100)
        let part = SafeInteger.difference(cents, whole)
        let goesUp = part > 50 || part == 50 && (remainder > 0 || cents >= 0)
        return Cents(goesUp ? SafeInteger.sum(whole, 100) : whole)
    }

    /// The amount as `rounding` wants a row to show it. An amount that is rounded in the total only is shown in cents.
    public func rounded(_ rounding: Rounding) -> Cents { rounding == .wholeEuros ? roundedToEuros : rounded }

    /// The exact sum; an amount at the end of 64 bits stays there. Where the common denominator needs more than 62 bits, the right-hand amount is rounded to
    /// billionths of a cent; hours with four decimals and days of a year never come near that.
    public static func + (left: ExactAmount, right: ExactAmount) -> ExactAmount {
        let cents = SafeInteger.sum(left.cents, right.cents)
        if right.remainder == 0 { return ExactAmount(cents: cents, left) }
        if left.remainder == 0 { return ExactAmount(cents: cents, right) }
        let factor = right.denominator / greatestCommonDivisor(left.denominator, right.denominator)
        let (common, overflow) = left.denominator.multipliedReportingOverflow(by: factor)
        guard !overflow, common < 1 << 62 else { return left.coarse + right.coarse }
        // Both terms are below the common denominator, so their sum is below 2^63.
        let sum = left.remainder * factor + right.remainder * (common / right.denominator)
        guard sum >= common else { return ExactAmount(cents: cents, remainder: sum, denominator: common) }
        return ExactAmount(cents: SafeInteger.sum(cents, 1), remainder: sum - common, denominator: common)
    }

    private init(cents: Int64, _ fraction: ExactAmount) {
        self.init(cents: cents, remainder: fraction.remainder, denominator: fraction.denominator)
    }

    /// The amount in billionths of a cent.
    private var coarse: ExactAmount {
        let billion: UInt64 = 1_000_000_000
        let parts = denominator.dividingFullWidth(remainder.multipliedFullWidth(by: billion)).quotient
        return ExactAmount(cents: cents, remainder: parts, denominator: billion)
    }

    private static func greatestCommonDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
        var (a, b) = (left, right)
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }
}
