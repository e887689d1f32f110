import SocialReturnModel
import Valuations

extension Obligation {
    /// The percentage of the base amount, times `factor`, to cents, half up; nil where either is missing, negative or too large.
    func percentageOfBase(times factor: UInt64 = 1) -> Cents? {
        guard let percentage, let baseAmount, percentage > .zero, percentage <= Quantity(100) else { return nil }
        return ExactAmount(
            baseAmount, times: UInt64(percentage.tenThousandths) * factor, over: UInt64(100 * Quantity.scale))?.rounded
    }

    /// Whether the row asks for something, besides settings of the valuation.
    var asksSomething: Bool { percentage != nil || amount != nil || targetCount != nil }
}
