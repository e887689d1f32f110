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
    /// The partners that it plans to work with.
    public let plannedPartners: [PlannedPartner]
    /// By which routes of article 2.82 of the Aanbestedingswet it is reserved.
    public let routes: [ReservationRoute]
    /// What the register says of the certificate on which a PSO discount rests.
    let certificate: DiscountCertificate

    /// Whether a PSO discount holds on `day`, by the register alone.
    func discountHolds(_ day: Day) -> Bool {
        terms.map { certificate.holds(for: $0.contract, atEndOf: day) } ?? false
    }
}

/// A route by which a contract is reserved.
public enum ReservationRoute: Sendable, Hashable, CaseIterable {
    /// Article 2.82: participation, of a sheltered workshop.
    case workshop
    /// Article 2.82: participation, of an undertaking with integration as its main aim.
    case mainAim
    /// Article 2.82: participation; of which of the two kinds nobody says.
    case participation
    /// Article 2.82: the execution, within a programme of sheltered employment.
    case execution
    /// Article 2.82a: organisations with a task of general interest.
    case generalInterest
    /// The register says that it is reserved, and not how.
    case unknown

    /// The route in words.
    public var name: Text {
        switch self {
        case .workshop: Text(nl: "2.82: sociale werkplaats", en: "2.82: sheltered workshop")
        case .mainAim:
            Text(
                nl: "2.82: onderneming met hoofddoel integratie",
                en: "2.82: undertaking with integration as its main aim")
        case .participation:
            Text(nl: "2.82: deelname (soort niet vermeld)", en: "2.82: participation (kind not stated)")
        case .execution:
            Text(
                nl: "2.82: uitvoering in programma beschermde arbeid",
                en: "2.82: execution in a programme of sheltered employment")
        case .generalInterest: Text(nl: "2.82a: taak van algemeen belang", en: "2.82a: task of general interest")
        case .unknown: Text(nl: "route niet vermeld", en: "route not stated")
        }
    }

    /// The routes of a contract whose supplier is known as `supplier`.
    static func all(of contract: Contract, _ supplier: Supplier?) -> [ReservationRoute] {
        var routes: [ReservationRoute] = []
        if contract.noticeReservation == .workshops {
            let isWorkshop = supplier?.recognition.contains(.shelteredEmployment) ?? false
            routes.append(isWorkshop ? .workshop : supplier?.mainAimIntegration == .yes ? .mainAim : .participation)
        }
        if contract.executionReserved == .yes { routes.append(.execution) }
        if contract.noticeReservation == .publicServices { routes.append(.generalInterest) }
        let isReserved = contract.regime == .reserved || [.partly, .wholly].contains(contract.reservation)
        return routes.isEmpty && isReserved ? [.unknown] : routes
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
            var suppliers: [KvKNumber: Supplier] = [:]
            for row in register.suppliers?.rows ?? [] {
                if let kvk = row.kvk, suppliers[kvk] == nil { suppliers[kvk] = row }
            }
            var planned: [Symbol: [PlannedPartner]] = [:]
            if let table = register.subcontractors {
                for index in table.acceptedIndices {
                    let row = table.rows[index]
                    guard let contract = row.contract, let kvk = row.kvk else { continue }
                    planned[contract, default: []].append(
                        PlannedPartner(
                            kvk: kvk, name: table.source.text(row.name), role: row.chainRole, share: row.plannedShare))
                }
            }
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
                        plannedPartners: planned[symbol] ?? [],
                        routes: ReservationRoute.all(of: row, row.supplier.flatMap { suppliers[$0] }),
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
            terms: nil, plannedPartners: [], routes: [], certificate: .none)
    }
}
