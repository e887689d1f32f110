import SocialReturnModel

/// The sum of valuations, rounded the way each row's obligation asks for.
public struct ValuationTotal: Sendable, Hashable {
    private var rounded = Cents.zero
    private var exact = ExactAmount(.zero)
    private var allExact = ExactAmount(.zero)

    /// Nothing yet.
    public init() {}

    /// Adds a valuation; one without a value adds nothing.
    public mutating func add(_ valuation: PlacementValuation) {
        guard let value = valuation.value, let exactValue = valuation.exactValue else { return }
        allExact = allExact + exactValue
        if valuation.terms?.rounding.value == .perTotal {
            exact = exact + exactValue
        } else {
            rounded += value
        }
    }

    /// The total: rows that are rounded themselves, plus the others rounded together to cents, half up.
    public var value: Cents { rounded + exact.rounded }

    /// The total of all rows when nothing is rounded before the end.
    public var unroundedRowsValue: Cents { allExact.rounded }
}
