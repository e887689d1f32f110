import Parameters
import SocialReturnModel

/// What the rows of a submission have used of the maxima of their blocks, in the order of the file.
struct MaximumUse {
    /// A contract, a block, and the day of a row.
    struct Key {
        let contract: Symbol?
        let block: Int
        let day: Day

        init(_ contract: Symbol?, _ block: Int, _ day: Day) {
            self.contract = contract
            self.block = block
            self.day = day
        }
    }

    private struct Span: Hashable {
        let contract: Symbol?
        let block: Int
        let number: Int
    }

    private var used: [Span: Cents] = [:]

    /// `value`, or what `maximum` has left in the span of time of this row. What is not `isCounted` yet uses up nothing; a credit gives
    /// back what it takes off.
    mutating func limited(_ value: Cents, _ maximum: BlockMaximum?, _ key: Key, isCounted: Bool) -> Cents {
        guard let maximum else { return value }
        let span = Span(contract: key.contract, block: key.block, number: maximum.span.number(of: key.day))
        let before = used[span, default: .zero]
        let counted = min(value, max(.zero, maximum.amount - before))
        if isCounted { used[span] = before + counted }
        return counted
    }
}

extension BlockMaximum.Span {
    /// The number of the day, week (from Monday), month or year in which `day` lies.
    fileprivate func number(of day: Day) -> Int {
        let (year, month, _) = day.components
        switch self {
        case .day: return Int(day.daysSince1970)
        case .week: return (Int(day.daysSince1970) + 7 * 5000 + 3) / 7
        case .month: return year * 12 + month
        case .year: return year
        }
    }
}
