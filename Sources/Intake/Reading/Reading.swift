/// What a cell says: a value, a problem, or both; an empty cell has neither.
///
/// A lone dash is how people write "nothing here" and reads as an empty cell.
public struct Reading<Value: Sendable>: Sendable {
    /// The value, or nil for an empty or unreadable cell.
    public var value: Value?
    /// What is wrong or in doubt. ``CellProblem`` tells which problems come with a value.
    public var problem: CellProblem?
    /// What was changed to read `value`; empty when there is none.
    public var repairs: Repairs
    /// The decimal sign that this notation proves, by use or because the other sign marks thousands; nil where it proves
    /// neither, as in `12` and `1.234`.
    public var decimalSign: DecimalSign?
    /// The other value that an ambiguous number may have meant.
    public var alternative: Value?

    /// A reading of `value`.
    public init(
        value: Value? = nil, problem: CellProblem? = nil, repairs: Repairs = [], decimalSign: DecimalSign? = nil,
        alternative: Value? = nil
    ) {
        self.value = value
        self.problem = problem
        self.repairs = repairs
        self.decimalSign = decimalSign
        self.alternative = alternative
    }

    /// The reading of a cell with nothing in it.
    public static var empty: Reading { Reading() }

    /// The reading of a cell that gives no value.
    static func failure(_ problem: CellProblem) -> Reading { Reading(problem: problem) }

    /// The reading when its number may only be one of `bounds`, without any for nil.
    ///
    /// Of a number that can be read in two ways, of which one lies within the bounds, that one is meant: nobody works 24,500 hours a week.
    /// The doubt stays, so that it is still reported.
    @inline(__always)
    func within(_ bounds: ClosedRange<Int64>?) -> Reading where Value == Int64 {
        guard let bounds, let value else { return self }
        var reading = self
        if let alternative, !bounds.contains(alternative) { reading.alternative = nil }
        if bounds.contains(value) { return reading }
        guard let other = reading.alternative else { return .failure(.outOfBounds) }
        reading.value = other
        reading.alternative = nil
        return reading
    }

    /// The same reading of another type.
    @inline(__always)
    func map<Other: Sendable>(_ transform: (Value) -> Other) -> Reading<Other> {
        Reading<Other>(
            value: value.map(transform), problem: problem, repairs: repairs, decimalSign: decimalSign,
            alternative: alternative.map(transform))
    }
}

/// The sign between the whole number and its decimals.
public enum DecimalSign: UInt8, Sendable, Hashable {
    /// `1234,56`, the Dutch sign.
    case comma
    /// `1234.56`.
    case point
}
