import Intake
import Parameters
import SocialReturnModel
import Valuations

/// What the register knows of a contract, in words.
public struct ContractFacts: Sendable {
    /// The number, as the register writes it, else as the first report does.
    public let id: String
    /// The title; empty where nobody knows it.
    public let title: String
    /// The category; empty where nobody knows it.
    public let category: String
    /// The OIN of the client; empty where nobody knows it.
    public let client: String
    /// The supplier: by the register, else the one that reported.
    public let supplier: KvKNumber?
    /// How social return is part of the contract.
    public let regime: Regime?
    /// The first day.
    public let start: Day?
    /// The last day.
    public let end: Day?
    /// What it obliges to; nil where the register does not know it.
    public let terms: ContractTerms?
    /// What the register says of the certificate on which a PSO discount rests.
    let certificate: DiscountCertificate

    /// Whether a PSO discount holds on `day`, by the register alone.
    func discountHolds(_ day: Day) -> Bool {
        terms.map { certificate.holds(for: $0.contract, atEndOf: day) } ?? false
    }
}

/// The contracts of a register by number, with their terms.
struct ContractBook: Sendable {
    /// The contracts in the order of the register.
    let all: [ContractFacts]
    private let positions: [String: Int]
    /// The names of organisations, by KvK number.
    let names: [KvKNumber: String]

    init(_ register: ContractRegister?, _ tables: ValuationTables) {
        var all: [ContractFacts] = []
        var positions: [String: Int] = [:]
        if let register, let contracts = register.contracts {
            let texts = contracts.source
            // The first of two stands, in its own place.
            for index in contracts.acceptedIndices {
                let row = contracts.rows[index]
                guard let symbol = row.id else { continue }
                let id = register.symbols[symbol]
                guard positions[id.lowercased()] == nil else { continue }
                positions[id.lowercased()] = all.count
                all.append(
                    ContractFacts(
                        id: id, title: texts.text(row.title),
                        category: row.category.map { register.symbols[$0] } ?? "",
                        client: texts.text(row.clientOIN), supplier: row.supplier, regime: row.regime,
                        start: row.start, end: row.end,
                        terms: ContractTerms(of: symbol, in: register, tables: tables),
                        certificate: DiscountCertificate(
                            of: row, in: register, evidence: nil, symbols: register.symbols, months: 0)))
            }
        }
        self.all = all
        self.positions = positions
        var names: [KvKNumber: String] = [:]
        for row in register?.suppliers?.rows ?? [] {
            guard let kvk = row.kvk, let source = register?.suppliers?.source, names[kvk] == nil else { continue }
            names[kvk] = source.text(row.name)
        }
        for row in register?.partners?.rows ?? [] {
            guard let kvk = row.kvk, let source = register?.partners?.source, names[kvk] == nil else { continue }
            names[kvk] = source.text(row.name)
        }
        self.names = names
    }

    /// The facts of a contract; those that a report gives where the register does not know it.
    func facts(_ id: String, reportedBy supplier: KvKNumber?) -> ContractFacts {
        if let position = positions[id.lowercased()] { return all[position] }
        return ContractFacts(
            id: id, title: "", category: "", client: "", supplier: supplier, regime: nil, start: nil, end: nil,
            terms: nil, certificate: .none)
    }
}
