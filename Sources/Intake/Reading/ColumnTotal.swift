import SocialReturnModel

/// The bounds of a column of amounts or numbers, and what its values add up to so far.
///
/// Every figure that the toolkit makes is a sum over some rows of some columns. As no column can add up to more than
/// ``NumberBounds/columnTotal``, none of those sums can leave 64 bits, however many rows there are.
struct ColumnTotal {
    /// The values that the column can hold, in cents or ten-thousandths; nil for any.
    let bounds: ClosedRange<Int64>?
    /// What the column counts.
    let unit: NumberUnit
    private var total: Int64 = 0

    init(_ column: ColumnDescriptor) {
        bounds = column.bounds?.parts(of: column.kind == .money ? 100 : Quantity.scale)
        unit = column.bounds?.kind ?? .any
    }

    /// `reading`, unless its value, or the other one that it may have meant, makes the column add up to too much.
    @inline(__always)
    mutating func admit<Value>(_ reading: Reading<Value>, _ parts: (Value) -> Int64) -> Reading<Value> {
        guard let value = reading.value else { return reading }
        let largest = max(
            SafeInteger.magnitude(parts(value)), SafeInteger.magnitude(reading.alternative.map(parts) ?? 0))
        let sum = SafeInteger.sum(total, largest)
        guard sum <= NumberBounds.columnTotal else { return .failure(.totalOutOfBounds) }
        total = sum
        return reading
    }
}
