import Intake
import SocialReturnModel

/// What is known of the PSO certificate of a contract's supplier, on which a discount on its obligation rests.
///
/// It stands in `leveranciers.csv`, in `partners.csv` under the supplier's own number, or in `bewijs.csv` with the contract or the
/// supplier as what it belongs to. Until it is known, the discount is not taken off.
public enum DiscountCertificate: Sendable, Hashable {
    /// None is known.
    case none
    /// There is one, but nobody names its last day.
    case withoutDay
    /// It is valid until this day, included: of several the last.
    case until(Day)

    /// The certificate of the supplier of `contract`.
    ///
    /// - Parameters:
    ///   - register: where the recognition of organisations stands.
    ///   - evidence: the documents of a report; only rows that count are looked at.
    ///   - symbols: the texts behind the references of `evidence`.
    ///   - months: for how many months a certificate is valid from the date of its document.
    public init(
        of contract: Contract, in register: ContractRegister?, evidence: TableData<Evidence>?, symbols: SymbolTable,
        months: Int
    ) {
        self = .none
        guard let supplier = contract.supplier else { return }
        if let register {
            for position in register.positions(in: .suppliers, of: [supplier]) {
                guard let row = register.suppliers?.rows[position], row.recognition.hasPSO else { continue }
                add(row.recognitionValidUntil)
            }
            for position in register.positions(in: .partners, of: [supplier]) {
                guard let row = register.partners?.rows[position], row.recognition.hasPSO else { continue }
                add(row.recognitionValidUntil)
            }
        }
        guard let evidence else { return }
        let owners = [contract.id, symbols.symbol(for: supplier.description)]
        for index in evidence.acceptedIndices {
            let row = evidence.rows[index]
            guard row.kind == .psoCertificate, let owner = row.belongsTo, owners.contains(owner) else { continue }
            add(row.documentDate?.adding(months: months))
        }
    }

    /// Whether the discount of `contract` is taken off in a report on `period`: the certificate is valid on the last day of the period, or of
    /// the contract where that comes first.
    public func holds(for contract: Contract, atEndOf period: Day) -> Bool {
        guard case .until(let last) = self else { return false }
        return last >= Self.day(for: contract, atEndOf: period)
    }

    /// The day on which a certificate must be valid: the last one of a period, or of the contract where that comes first.
    public static func day(for contract: Contract, atEndOf period: Day) -> Day {
        contract.end.map { min($0, period) } ?? period
    }

    /// Adds what another place says: the last day that any of them names goes first.
    private mutating func add(_ last: Day?) {
        switch (self, last) {
        case (.until(let known), let last?): self = .until(max(known, last))
        case (_, let last?): self = .until(last)
        case (.none, nil): self = .withoutDay
        default: break
        }
    }
}

extension CodeSet<Recognition> {
    fileprivate var hasPSO: Bool { contains(.pso30) || contains(.psoStep) }
}
