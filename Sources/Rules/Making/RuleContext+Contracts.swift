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
}
