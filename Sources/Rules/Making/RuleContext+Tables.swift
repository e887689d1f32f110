import Intake
import SocialReturnModel

extension RuleContext {
    /// Calls `visitor` for every table of the submission and then of the register.
    func forEachTable<Visitor: TableVisitor>(_ visitor: inout Visitor) {
        submission.forEachTable(&visitor)
        register?.forEachTable(&visitor)
    }

    /// The contracts that the submission concerns and the register knows, in the order of the register.
    var concernedContracts: [(row: Contract, place: Place)] {
        terms.keys.compactMap { register?.contract($0) }.sorted { $0.place.record < $1.place.record }
    }
}
