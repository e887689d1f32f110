import SocialReturnModel

/// What inkoop knows: contracts with their obligations, suppliers, partners, subcontractors, and valuation tables of the
/// department's own.
public struct ContractRegister: Sendable {
    /// The texts behind the symbols in the rows. A submission starts from these.
    public internal(set) var symbols = SymbolTable()
    /// What reading saw in the register's own files.
    public internal(set) var observations: [Observation] = []
    /// The names and digests of the files that were read.
    public internal(set) var files: [SubmissionFileFacts] = []

    /// The contracts.
    public internal(set) var contracts: TableData<Contract>?
    /// What contracts oblige to, one or more each.
    public internal(set) var obligations: TableData<Obligation>?
    /// The suppliers.
    public internal(set) var suppliers: TableData<Supplier>?
    /// Partners in social purchasing.
    public internal(set) var partners: TableData<Partner>?
    /// Subcontractors by contract.
    public internal(set) var subcontractors: TableData<Subcontractor>?
    /// The department's own valuation tables, one file each.
    public internal(set) var valuationTables: [TableData<ValuationLine>] = []
    /// The CPV codes of the official list as it writes them, by their first eight digits, when the register holds a copy as
    /// `cpv.csv`.
    public internal(set) var cpvCodes: [String: String]?

    /// What the register knows of organisations.
    public private(set) var knownOrganisations = KnownOrganisations()
    private var contractBySymbol: [Symbol: Int] = [:]
    private var obligationsBySymbol: [Symbol: [Int]] = [:]

    init() {}

    /// The contract with this number, and where it stands.
    public func contract(_ id: Symbol) -> (row: Contract, place: Place)? {
        guard let contracts, let index = contractBySymbol[id] else { return nil }
        return (contracts.rows[index], contracts.place(index))
    }

    /// The obligations of a contract, and where they stand, in the order of the register.
    public func obligations(of id: Symbol) -> [(row: Obligation, place: Place)] {
        guard let obligations else { return [] }
        return obligationsBySymbol[id, default: []].map { (obligations.rows[$0], obligations.place($0)) }
    }

    /// The contracts of a supplier, in the order of the register.
    public func contracts(of supplier: KvKNumber) -> [Symbol] {
        contracts?.rows.filter { $0.supplier == supplier }.compactMap(\.id) ?? []
    }

    /// The file behind a table of the register.
    public func source(of table: TableID) -> SourceTable? {
        switch table {
        case .contracts: contracts?.source
        case .obligations: obligations?.source
        case .suppliers: suppliers?.source
        case .partners: partners?.source
        case .subcontractors: subcontractors?.source
        default: nil
        }
    }

    mutating func index() {
        for (index, row) in (contracts?.rows ?? []).enumerated() {
            if let id = row.id, contractBySymbol[id] == nil { contractBySymbol[id] = index }
        }
        for (index, row) in (obligations?.rows ?? []).enumerated() {
            if let id = row.contract { obligationsBySymbol[id, default: []].append(index) }
        }
        let (suppliers, partners) = (suppliers?.rows ?? [], partners?.rows ?? [])
        knownOrganisations.kvkNumbers = Set(
            (contracts?.rows ?? []).compactMap(\.supplier) + suppliers.compactMap(\.kvk) + partners.compactMap(\.kvk)
                + (subcontractors?.rows ?? []).compactMap(\.kvk))
        let forms = suppliers.map { ($0.kvk, $0.legalForm) } + partners.map { ($0.kvk, $0.legalForm) }
        for case (let kvk?, let form?) in forms {
            if form == .soleTrader {
                knownOrganisations.soleTraders.insert(kvk)
            } else {
                knownOrganisations.legalEntities.insert(kvk)
            }
        }
    }
}
