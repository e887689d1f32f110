import Intake
import SocialReturnModel

/// What the register expects on a day, contract by contract.
struct ResponseBook {
    /// A contract, and what is expected of it.
    struct Entry {
        let id: String
        let title: String
        let supplier: KvKNumber?
        let supplierName: String
        let row: Contract
        /// Whether something stands in `rapportage_binnen_dagen`, usable or not.
        let namesDays: Bool
        /// The term; nil where the register does not give it.
        let term: ReportingPeriod?
        /// The periods that are expected; empty where ``silence`` says why.
        let periods: [ExpectedPeriod]
        let silence: SilentContract.Reason?
    }

    /// The contracts, in the order of the register; the first of two with the same number.
    private(set) var contracts: [Entry] = []
    private var positions: [String: Int] = [:]
    /// The names of suppliers.
    private(set) var names: [KvKNumber: String] = [:]
    /// The positions of the contracts of each supplier.
    private(set) var ofSupplier: [KvKNumber: [Int]] = [:]

    init(_ register: ContractRegister, on day: Day) {
        if let suppliers = register.suppliers {
            for index in suppliers.acceptedIndices {
                guard let kvk = suppliers.rows[index].kvk, names[kvk] == nil else { continue }
                names[kvk] = suppliers.source.text(suppliers.rows[index].name)
            }
        }
        guard let table = register.contracts else { return }
        let days = Contract.table.index(of: \.reportWithinDays)
        for index in table.acceptedIndices {
            let row = table.rows[index]
            guard let symbol = row.id else { continue }
            let id = register.symbols[symbol]
            guard positions[id.lowercased()] == nil else { continue }
            positions[id.lowercased()] = contracts.count
            if let supplier = row.supplier { ofSupplier[supplier, default: []].append(contracts.count) }
            let term = row.start.flatMap { start in row.end.flatMap { ReportingPeriod(from: start, through: $0) } }
            let (periods, silence) = Self.expectation(symbol, row, term, register, day)
            contracts.append(
                Entry(
                    id: id, title: table.source.text(row.title), supplier: row.supplier,
                    supplierName: row.supplier.flatMap { names[$0] } ?? "", row: row,
                    namesDays: !table.written(index, column: days).isEmpty, term: term,
                    periods: periods,
                    silence: silence))
        }
    }

    /// The position of the contract with this number; nil where the register does not know it.
    func position(of id: String) -> Int? { positions[id.lowercased()] }

    /// Whether the register knows the supplier, with a contract or without.
    func knows(_ supplier: KvKNumber) -> Bool { names[supplier] != nil || ofSupplier[supplier] != nil }

    private static func expectation(
        _ id: Symbol, _ row: Contract, _ term: ReportingPeriod?, _ register: ContractRegister, _ day: Day
    ) -> (periods: [ExpectedPeriod], silence: SilentContract.Reason?) {
        let obligations = register.obligations(of: id)
        // One obligation that is not exempt asks for reports.
        if let first = obligations.first, obligations.allSatisfy({ $0.row.status == .exempt }) {
            let reason = register.obligations?.source.text(first.row.exemptionReason) ?? ""
            return ([], .exempt(reason))
        }
        guard let frequency = row.reportingFrequency else { return ([], .frequencyUnknown) }
        guard let term else { return ([], .termUnknown) }
        let periods = frequency.periods(of: term, endedBefore: day)
        guard periods.isEmpty else { return (periods, nil) }
        if term.start > day { return ([], .beginsLater(term.start)) }
        // A period that ends after the last day that there can be is not a period.
        let first = frequency.periods(of: term, endedBefore: .last).first?.period.end ?? term.end
        return ([], .firstPeriodRuns(until: first))
    }
}
