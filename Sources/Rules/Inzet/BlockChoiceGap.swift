import Intake
import Parameters
import SocialReturnModel
import Valuations

/// A placement for which the valuation table has no building block, and would have one if another cell were filled in.
struct BlockChoiceGap {
    private let placement: Placement
    private let table: ValuationTable

    /// The gap of the placement at `index` of `placements`; nil where a block was found, or where no table counts.
    init?(_ context: RuleContext, _ placements: TableData<Placement>, _ index: Int) {
        guard let valuation = context.valuation(index), valuation.reasons.contains(.noBlock),
            let table = valuation.terms?.tableInUse
        else { return nil }
        placement = placements.rows[index]
        self.table = table
    }

    /// The codes that would give the placement a block if they stood in the cell behind `field`, in the order of their list; only
    /// blocks that name the code itself count, as `names` tells.
    func codes<Code: CodeList>(
        closing field: WritableKeyPath<Placement, Code?>, names: (Block, Code) -> Bool
    ) -> [Code] {
        Code.allCases.filter { code in
            var filled = placement
            filled[keyPath: field] = code
            return table.blocks.contains { names($0, code) && $0.fits(filled) }
        }
    }
}
