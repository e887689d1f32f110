import Intake
import SocialReturnModel

extension RuleContext {
    /// Calls `visitor` for every table of the submission and then of the register.
    func forEachTable<Visitor: TableVisitor>(_ visitor: inout Visitor) {
        submission.forEachTable(&visitor)
        register?.forEachTable(&visitor)
    }

    /// The rows of `table` for a rule that judges each by itself and adds nothing up: those that count, and when rows that were set aside are
    /// looked at again, of these only them.
    func judgedIndices<Row: TableRow>(of table: TableData<Row>) -> some Sequence<Int> {
        var before = TableFinder<Row>()
        beforeReadmission?.value.forEachTable(&before)
        let wasSetAside = before.found?.isSetAside
        return table.acceptedIndices.lazy.filter { wasSetAside?[$0] ?? true }
    }

    /// The contracts that the submission concerns and the register knows, in the order of the register.
    var concernedContracts: [(row: Contract, place: Place)] {
        terms.keys.compactMap { register?.contract($0) }.sorted { $0.place.record < $1.place.record }
    }
}
