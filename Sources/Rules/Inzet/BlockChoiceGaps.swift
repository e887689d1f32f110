import Intake
import Parameters
import SocialReturnModel
import Valuations

/// The codes by which placements without a building block would have one, if they stood in one cell. What holds for one placement holds for
/// all with the same codes under the same contract, and is looked for once.
struct BlockChoiceGaps<Code: CodeList> {
    private let field: WritableKeyPath<Placement, Code?>
    private let names: (Block, Code) -> Bool
    private var known: [UInt64: [Code]] = [:]

    /// The gaps that a code in the cell behind `field` closes; only blocks that name the code itself count, as `names` tells.
    init(closing field: WritableKeyPath<Placement, Code?>, names: @escaping (Block, Code) -> Bool) {
        (self.field, self.names) = (field, names)
    }

    /// The codes that would give the placement at `index` of `placements` a block, in the order of their list; nil where a block was found,
    /// or where no table counts.
    mutating func codes(_ context: RuleContext, _ placements: TableData<Placement>, _ index: Int) -> [Code]? {
        guard let reasons = context.reasons(index), reasons.contains(.noBlock) else { return nil }
        let key = placements.rows[index].choiceKey
        if let codes = known[key] { return codes }
        guard let table = context.valuation(index)?.terms?.tableInUse else { return nil }
        let codes = Code.allCases.filter { code in
            var filled = placements.rows[index]
            filled[keyPath: field] = code
            return table.blocks.contains { names($0, code) && $0.fits(filled) }
        }
        known[key] = codes
        return codes
    }
}
