import Intake
import SocialReturnModel

/// The invoices that the client accepted, for blocks that count what was accepted only (`verklaring=in_overleg`).
///
/// A purchase does not show it itself. It is accepted when a row of `bewijs.csv` belongs to its invoice number, is of a kind that the contract
/// accepts (`aanvaard_bewijs`), and was seen by procurement (`ingezien_door_inkoop=ja`; a sample is not this document). A contract that
/// accepts no kind of evidence by name accepts by decision only: ``accept(_:of:)``.
public struct AcceptedByClient: Sendable {
    private struct Invoice: Hashable {
        let contract: Symbol
        let number: Symbol
    }

    private var byEvidence: [Symbol: CodeSet<EvidenceKind>] = [:]
    private var byDecision: Set<Invoice> = []
    private let register: ContractRegister?

    /// What accepted rows of `evidence` show, for the contracts of `register`.
    public init(_ evidence: TableData<Evidence>?, register: ContractRegister?) {
        self.register = register
        guard let evidence else { return }
        for index in evidence.acceptedIndices {
            let row = evidence.rows[index]
            guard row.reviewedByClient == .yes, let kind = row.kind, let invoice = row.belongsTo else { continue }
            byEvidence[invoice, default: CodeSet()].bits |= 1 << UInt32(kind.rawValue)
        }
    }

    /// Adds an invoice of `contract` that a decision accepted.
    public mutating func accept(_ invoice: Symbol, of contract: Symbol) {
        byDecision.insert(Invoice(contract: contract, number: invoice))
    }

    /// Whether the client accepted `placement`.
    public func contains(_ placement: Placement) -> Bool { contains(placement.id, of: placement.contract) }

    /// Whether the client accepted `purchase`.
    public func contains(_ purchase: SocialPurchase) -> Bool {
        contains(purchase.invoiceNumber, of: purchase.contract)
    }

    private func contains(_ number: Symbol?, of contract: Symbol?) -> Bool {
        guard let contract, let number else { return false }
        if byDecision.contains(Invoice(contract: contract, number: number)) { return true }
        guard let shown = byEvidence[number], let accepted = register?.contract(contract)?.row.acceptedEvidence else {
            return false
        }
        return shown.bits & accepted.bits != 0
    }
}
