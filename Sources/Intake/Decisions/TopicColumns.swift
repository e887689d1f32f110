import Plumbing
import SocialReturnModel

/// The fields of the columns of a block of topics.
struct TopicColumns {
    var topic: Int?, contracts: Int?, period: Int?, subject: Int?, previous: Int?, seal: Int?
    var inputs: [Int?] = [nil, nil, nil, nil]
    var isOlder = false
    /// How many columns have a heading.
    let width: Int

    /// The columns that `headings`, folded, name; nil when they are no headings of a block.
    init?(_ headings: [String]) {
        func field(_ heading: Text) -> Int? { headings.firstIndex { DecisionForm.isHeading($0, heading) } }
        width = (headings.lastIndex { !$0.isEmpty } ?? -1) + 1
        topic = field(DecisionForm.topic)
        inputs = DecisionForm.inputs.map(field)
        if topic != nil || inputs.allSatisfy({ $0 != nil }) {
            contracts = field(DecisionForm.contracts)
            period = field(DecisionForm.period)
            (subject, previous) = (field(DecisionForm.subject), field(DecisionForm.previous))
            seal = field(DecisionForm.seal)
            return
        }
        let older = DecisionForm.olderInputs.map { headings.firstIndex(of: $0) }
        guard older.allSatisfy({ $0 != nil }) else { return nil }
        (inputs, isOlder) = (older, true)
    }

    /// The heading that the block lacks. One without ids is told row by row.
    var missing: Text? {
        guard topic != nil else { return nil }
        return zip(inputs, DecisionForm.inputs).first { $0.0 == nil }?.1
            ?? (contracts == nil ? DecisionForm.contracts : nil)
    }
}
