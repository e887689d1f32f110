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

    /// The tables that are one file each. The build gives each a property, by the name of its id; see ``decisions`` for which of
    /// ``recordedDecisions`` hold.
    @usableFromInline var tables = ContractRegisterTables()
    /// The department's own valuation tables, one file each.
    public internal(set) var valuationTables: [TableData<ValuationLine>] = []
    /// The CPV codes of the official list as it writes them, by their first eight digits, when the register holds a copy as
    /// `cpv.csv`.
    public internal(set) var cpvCodes: [String: String]?

    /// The rows that were there already, by table and in the order of each file. They count nowhere: those of contracts are set aside,
    /// others are in no table any more.
    public internal(set) var doubles: [RegisterDouble] = []
    /// The rows that name a contract or a supplier that the register does not have, at the column with the name.
    public internal(set) var referencesToNothing: [Place] = []
    /// The rows without what they are known by, such as the number of a contract, at the column for it. They count nowhere.
    public internal(set) var rowsOfNothing: [Place] = []
    /// The contracts whose number is nearly that of an earlier one, in the order of the register.
    public internal(set) var likenesses: [RegisterLikeness] = []
    /// The contracts by what numbers are compared by, whatever their writing; nil for two that are alike.
    var contractsByWriting: [String: Symbol?] = [:]
    /// Files in the folder of valuation tables that were not read, as they are no CSV.
    public internal(set) var unreadValuationFiles: [String] = []
    /// Files that were not read, as another one had been read as the same table.
    public internal(set) var unreadFiles: [(table: TableID, name: String)] = []
    /// Files that were not read, as their name only has that of a table in it or their form is another: `instellingen.xlsx`, `leveranciers oud.csv`.
    public internal(set) var filesNamedAlike: [(table: TableID, name: String)] = []

    /// What the lines of `kolommen.csv` say.
    public private(set) var ownHeadings = OwnHeadings()
    private var readStories = ReadStories()
    /// What was agreed in conversations, by topic.
    public var decisions = Decisions()
    /// What the register knows of organisations.
    public private(set) var knownOrganisations = KnownOrganisations()
    private var contractsBySymbol: [Symbol: [Int]] = [:]
    private var obligationsBySymbol: [Symbol: [Int]] = [:]
    private var contractsBySupplier: [KvKNumber: [Symbol]] = [:]
    private var suppliersByKvK: [KvKNumber: [Int]] = [:]
    private var partnersByKvK: [KvKNumber: [Int]] = [:]

    init() {}

    /// The contract with this number, and where it stands.
    public func contract(_ id: Symbol) -> (row: Contract, place: Place)? {
        guard let contracts, let index = contractsBySymbol[id]?.first else { return nil }
        return (contracts.rows[index], contracts.place(index))
    }

    /// The obligations of a contract, and where they stand, in the order of the register.
    public func obligations(of id: Symbol) -> [(row: Obligation, place: Place)] {
        guard let obligations else { return [] }
        return obligationsBySymbol[id, default: []].map { (obligations.rows[$0], obligations.place($0)) }
    }

    /// Whether something stands in the column of `property` of the obligation at `place`, whether or not it can be read.
    public func isWritten(_ property: PartialKeyPath<Obligation>, at place: Place) -> Bool {
        guard let obligations, let index = obligations.index(ofRecord: place.record) else { return false }
        return !obligations.written(index, column: Obligation.table.index(of: property)).isEmpty
    }

    /// The positions of the rows about `contracts` in a table, ascending; nil for a table that this is not kept of.
    ///
    /// A register can hold ten thousand contracts and a submission concern one: rules need not look at the rest.
    public func positions(in table: TableID, of contracts: some Sequence<Symbol>) -> [Int]? {
        switch table {
        case .contracts: contracts.flatMap { contractsBySymbol[$0] ?? [] }.sorted()
        case .obligations: contracts.flatMap { obligationsBySymbol[$0] ?? [] }.sorted()
        default: nil
        }
    }

    /// The positions of the rows about `organisations` in the table of suppliers or of partners, ascending; none in other tables.
    public func positions(in table: TableID, of organisations: Set<KvKNumber>) -> [Int] {
        switch table {
        case .suppliers: organisations.flatMap { suppliersByKvK[$0] ?? [] }.sorted()
        case .partners: organisations.flatMap { partnersByKvK[$0] ?? [] }.sorted()
        default: []
        }
    }

    /// Whether `organisation` is a supplier, a partner or a subcontractor that the register knows.
    public func knows(_ organisation: KvKNumber) -> Bool {
        suppliersByKvK[organisation] != nil || partnersByKvK[organisation] != nil
            || subcontractors?.rows.contains { $0.kvk == organisation } == true
    }

    /// Whether somebody has read the story of `contract` with this title, as `verhalen.csv` says.
    public func isRead(_ contract: Symbol?, title: String) -> Bool { readStories.holds(contract, title) }

    /// The contracts of a supplier, in the order of the register.
    public func contracts(of supplier: KvKNumber) -> [Symbol] { contractsBySupplier[supplier] ?? [] }

    /// The contract that the row at `place` is about; nil where the register has no such row, or the row no contract.
    public func contract(at place: Place) -> Symbol? {
        func contract<Row: TableRow>(_ table: TableData<Row>?, _ contract: KeyPath<Row, Symbol?>) -> Symbol? {
            table.flatMap { table in table.index(ofRecord: place.record).flatMap { table.rows[$0][keyPath: contract] } }
        }
        return switch place.table {
        case .contracts: contract(contracts, \.id)
        case .obligations: contract(obligations, \.contract)
        case .subcontractors: contract(subcontractors, \.contract)
        case .settings: contract(settings, \.contract)
        case .recordedDecisions: contract(recordedDecisions, \.contract)
        default: nil
        }
    }

    /// The contract whose number is `written` but for case, blanks, hyphens and the like; nil for none and for several.
    public func contractMeant(by written: String) -> Symbol? {
        contractsByWriting[ReferenceWriting.key(written)] ?? nil
    }

    /// The contract that the row at `place` may be about, where it names one that the register lacks; nil for none and for several.
    public func contractMeant(at place: Place) -> Symbol? {
        source(of: place.table)?.text(at: place).flatMap { contractMeant(by: $0.trimmingBlanks) }
    }

    /// The numbers of its contracts, as it writes them.
    var contractTexts: Set<String> { Set((contracts?.rows ?? []).compactMap(\.id).map { symbols[$0] }) }

    /// Settles what stands twice, and prepares the look-ups.
    mutating func index() {
        settle()
        ownHeadings = OwnHeadings(headings)
        readStories = ReadStories(stories)
        decisions = Decisions(recordedDecisions, symbols)
        for (index, row) in (contracts?.rows ?? []).enumerated() {
            guard let id = row.id, contracts?.isSetAside[index] == false else { continue }
            contractsBySymbol[id, default: []].append(index)
            if let supplier = row.supplier { contractsBySupplier[supplier, default: []].append(id) }
        }
        for (index, row) in (obligations?.rows ?? []).enumerated() {
            if let id = row.contract { obligationsBySymbol[id, default: []].append(index) }
        }
        let (suppliers, partners) = (suppliers?.rows ?? [], partners?.rows ?? [])
        for (index, row) in suppliers.enumerated() {
            if let kvk = row.kvk { suppliersByKvK[kvk, default: []].append(index) }
        }
        for (index, row) in partners.enumerated() {
            if let kvk = row.kvk { partnersByKvK[kvk, default: []].append(index) }
        }
        knownOrganisations.kvkNumbers = Set(
            (contracts?.rows ?? []).compactMap(\.supplier) + suppliers.compactMap(\.kvk) + partners.compactMap(\.kvk)
                + (subcontractors?.rows ?? []).compactMap(\.kvk))
        knownOrganisations.contracts = contractTexts
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
