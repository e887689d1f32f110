import Intake
import SocialReturnModel

extension RuleContext {
    /// Whether the contract is one that rows of the submission name, or one of the supplier's that runs in the period. Others in
    /// the register are for other submissions.
    func concerns(_ contract: Symbol?) -> Bool { contract.map { terms[$0] != nil } ?? false }

    /// Whether a purchase under `contract` must be one of article 2.82 of the Public Procurement Act: the contract is wholly
    /// reserved, or reserved by its regime and not said to be otherwise.
    func isReserved(_ contract: Symbol?) -> Bool {
        guard let contract = self.contract(contract) else { return false }
        return contract.reservation == .wholly
            || contract.regime == .reserved && contract.reservation != Optional(Reservation.none)
    }

    /// Whether the register has the table of `column` but not the column.
    func lacksColumn(_ column: TableColumn) -> Bool {
        guard let source = register?.source(of: column.table) else { return false }
        return source.field(of: .known(column.index)) == nil
    }

    /// The contracts that the submission concerns and that run on a day of its period, in the order of the register.
    var runningContracts: [(row: Contract, place: Place)] {
        concernedContracts.filter { contract in
            guard let period else { return true }
            return (contract.row.start ?? period.start) <= period.end
                && (contract.row.end ?? period.end) >= period.start
        }
    }
}

extension Contract {
    /// Whether client and supplier give social return shape together: *Maatwerk voor Mensen*, also as an award criterion.
    var isTailored: Bool { regime == .tailored || regime == .awardCriterion }
}
