import Intake
import SocialReturnModel

extension RuleContext {
    /// Calls `visitor` for every table of the submission and then of the register.
    func forEachTable<Visitor: TableVisitor>(_ visitor: inout Visitor) {
        submission.forEachTable(&visitor)
        guard let register else { return }
        if let table = register.contracts { visitor.visit(table) }
        if let table = register.obligations { visitor.visit(table) }
        if let table = register.suppliers { visitor.visit(table) }
        if let table = register.partners { visitor.visit(table) }
        if let table = register.subcontractors { visitor.visit(table) }
    }

    /// The contracts that the submission concerns and the register knows, in the order of the register.
    var concernedContracts: [(row: Contract, place: Place)] {
        terms.keys.compactMap { register?.contract($0) }.sorted { $0.place.record < $1.place.record }
    }
}
