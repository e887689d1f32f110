import SocialReturnModel
import Valuations

extension ResolvedObligation {
    /// The amount as a formula, and whether there is anything to calculate.
    package var amountFormula: (text: String, isCalculated: Bool) {
        guard var formula = row.amount?.description ?? percentageFormula else {
            return (amount?.description ?? "0", false)
        }
        var isCalculated = row.amount == nil
        if let cap = row.cap {
            formula = "MIN(\(formula),\(cap))"
            isCalculated = true
        }
        if let discount = appliedDiscount {
            formula = "ROUND(\(formula)*(100-\(discount))/100,2)"
            isCalculated = true
        }
        return (formula, isCalculated)
    }

    private var percentageFormula: String? {
        guard let percentage = row.percentage, let base = row.baseAmount else { return nil }
        return "ROUND(\(base)*\(percentage)/100,2)"
    }
}
