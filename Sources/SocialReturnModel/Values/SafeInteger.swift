/// Conversions and sums of numbers that data decide, without a way to trap or to wrap.
///
/// A trap ends the process, and with it a whole batch; a sum that wraps is a wrong figure that nobody sees. ``NumberBounds`` keeps what
/// files hold so small that none of the limits here is met; these functions hold also where that should ever fail.
public enum SafeInteger {
    /// The whole number nearest to `number`; nil for one that is no number, infinite, or beyond 64 bits: unknown and no clamped figure.
    public static func nearest(_ number: Double) -> Int? { Int(exactly: number.rounded()) }

    /// `number` without its decimals; nil as for ``nearest(_:)``.
    public static func whole(_ number: Double) -> Int? { Int(exactly: number.rounded(.towardZero)) }

    /// `left + right`, at the end of the range where it does not fit.
    @inlinable
    public static func sum(_ left: Int64, _ right: Int64) -> Int64 {
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? (right > 0 ? .max : -.max) : sum
    }

    /// `left - right`, at the end of the range where it does not fit.
    @inlinable
    public static func difference(_ left: Int64, _ right: Int64) -> Int64 {
        let (difference, overflow) = left.subtractingReportingOverflow(right)
        return overflow ? (right < 0 ? .max : -.max) : difference
    }

    /// `left * right`, at the end of the range where it does not fit.
    @inlinable
    public static func product(_ left: Int64, _ right: Int64) -> Int64 {
        let (product, overflow) = left.multipliedReportingOverflow(by: right)
        return overflow ? ((left < 0) == (right < 0) ? .max : -.max) : product
    }

    /// `number` without its sign; the lowest number of all has no counterpart and gives the highest.
    @inlinable
    public static func magnitude(_ number: Int64) -> Int64 { number == .min ? .max : abs(number) }
}
