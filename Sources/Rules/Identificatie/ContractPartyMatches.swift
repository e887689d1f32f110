import Intake
import SocialReturnModel

/// Every row names a contract that the register has for the supplier on the cover.
///
/// Each row is told, as each may have another slip. Where none of the contracts is the supplier's, the number on the cover is the likelier
/// cause, and the cover is told once. A supplier whose number is wrong or cannot be read is taken to be the one with its name in the
/// register, else the one with most of the rows; so rows of yet another organisation do not wait for the number. Until edition 2026.3 the
/// cover was told of each contract, and nothing was told without a number.
enum ContractPartyMatches: SubmissionRule {
    static let facts = RuleMetadata(
        "IDN-02", since: .v2026_3, .warning, level: .acrossTables, basis: .contract, column: .of(\Placement.contract),
        needs: [.register],
        earlier: [
            .since(
                .v2026_1, column: .of(\Cover.supplierKvK),
                message: Text(
                    nl: "Contract {detail} staat in het contractregister op een ander KvK-nummer dan {value}.",
                    en: "In the contract register contract {detail} has another KvK number than {value}."),
                remedy: Text(
                    nl: "Meld een wijziging van contractpartij bij de contractmanager.",
                    en: "Report a change of contract party to the contract manager."),
                examples: [
                    .triggers("contracten: leverancier_kvk=90000009"),
                    .passes("voorblad: leverancier_kvk=90000009", "contracten: leverancier_kvk=90000009"),
                    .passes("voorblad: leverancier_kvk=onbekend"),
                ])
        ],
        traits: [.saysOnlyWhoseContract],
        name: Text(nl: "Past het KvK-nummer bij het contract?", en: "Does the KvK number fit the contract?"),
        message: Text(
            nl: "Contract {value} staat in het contractregister op een ander KvK-nummer dan dat op het voorblad.",
            en: "In the contract register contract {value} has another KvK number than the one on the cover."),
        remedy: Text(
            nl:
                "Controleer het contractnummer en het KvK-nummer op het voorblad. Is de contractpartij veranderd, meld dat "
                + "dan bij de contractmanager.",
            en:
                "Check the contract number and the KvK number on the cover. If the contract party has changed, report that to "
                + "the contract manager."),
        why: Text(
            nl: "Inzet telt mee voor de organisatie die het contract heeft.",
            en: "Placements count for the organisation that holds the contract."),
        examples: [
            .triggers("contracten: leverancier_kvk=90000009"),
            .triggers("voorblad: leverancier_kvk=90000009"),
            // One of two contracts.
            .triggers("contracten:", others, "inzet:", "inzet: inzet_id=P-2; contractnummer=BZK-2026-0999"),
            .triggers("contracten:", others, "knelpunten: contractnummer=BZK-2026-0999"),
            // Nobody can read the number: the name, else most rows, tell whose report it is.
            .triggers(
                "voorblad: leverancier_kvk=onbekend", "contracten:", others, "inzet:",
                "inzet: inzet_id=P-2; contractnummer=BZK-2026-0999"),
            .triggers("voorblad: leverancier_kvk=", "leveranciers: kvk=90000009; naam=Voorbeeld Schoon BV"),
            .triggers("voorblad: leverancier_kvk=onbekend", "contracten: leverancier_kvk=90000009"),
            .passes("voorblad: leverancier_kvk=90000009", "contracten: leverancier_kvk=90000009"),
            .passes("voorblad: leverancier_kvk=onbekend"),
            .passes("contracten:", others),
            .passes("contracten:", others, "inzet: contractnummer=BZK-2026-0999", withRegister: false),
        ])

    /// A contract of another supplier beside that of the example, which stands in the register too.
    private static let others =
        "contracten: contractnummer=BZK-2026-0999; leverancier_kvk=90000009"

    static let variants = [
        Text(
            nl:
                "De contracten in deze rapportage staan in het contractregister op een ander KvK-nummer dan {value}: {detail}.",
            en: "In the contract register the contracts in this report have another KvK number than {value}: {detail}."),
        Text(
            nl:
                "Contract {value} staat in het contractregister op naam van een andere organisatie dan die van deze rapportage.",
            en:
                "In the contract register contract {value} is in the name of another organisation than the one of this report."
        ),
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let register = context.register else { return }
        guard context.ruleSet >= .v2026_3 else { return checkCover(context, &report) }
        var parties = PartiesOfRows(register: register)
        context.submission.forEachTable(&parties)
        guard !parties.rows.isEmpty else { return }
        let onCover = context.submission.coverRow.supplierKvK
        if let onCover, parties.rows.contains(where: { $0.party == onCover }) {
            for row in parties.rows where row.party != onCover { report.found(at: row.place) }
            return
        }
        if onCover != nil, let place = coverPlace(context) {
            let contracts = parties.contracts.map { context.submission.symbols[$0] }
            report.found(at: place, report.text(Text(listing: contracts, most: 3), from: .supplier), variant: 1)
        }
        // Whoever the supplier turns out to be: rows of yet another organisation have a cause of their own.
        let named = named(context, register).flatMap { name in
            onCover == nil || parties.rows.contains { $0.party == name } ? name : nil
        }
        guard let supplier = named ?? parties.withMostRows else { return }
        for row in parties.rows where row.party != supplier { report.found(at: row.place, variant: 2) }
    }

    /// The one supplier in the register with the name on the cover.
    private static func named(_ context: RuleContext, _ register: ContractRegister) -> KvKNumber? {
        guard let cover = context.submission.cover, let suppliers = register.suppliers else { return nil }
        let name = FoldedName.fold(cover.source.text(context.submission.coverRow.supplierName))
        guard !name.isEmpty else { return nil }
        let numbers = Set(
            suppliers.rows.lazy.filter { FoldedName.fold(suppliers.source.text($0.name)) == name }.compactMap(\.kvk))
        return numbers.count == 1 ? numbers.first : nil
    }

    private static func coverPlace(_ context: RuleContext) -> Place? {
        guard let cover = context.submission.cover, let index = context.submission.coverIndex else { return nil }
        return cover.place(index, ColumnReference(\Cover.supplierKvK))
    }

    private static func checkCover(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let place = coverPlace(context), let supplier = context.submission.coverRow.supplierKvK else { return }
        for contract in context.concernedContracts {
            guard let party = contract.row.supplier, party != supplier, let id = contract.row.id else { continue }
            report.found(at: place, report.text(context.submission.symbols[id], from: .supplier))
        }
    }
}

/// The cells that name a contract of which the register has the party, with that party, in the order of the tables.
private struct PartiesOfRows: TableVisitor {
    let register: ContractRegister
    private(set) var rows: [(place: Place, party: KvKNumber)] = []
    /// The contracts, in the order of their first row.
    private(set) var contracts: [Symbol] = []
    private var known: [Symbol: KvKNumber?] = [:]

    init(register: ContractRegister) { self.register = register }

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        guard let column = Row.table.facts.index(of: "contractnummer"),
            case .identifier(let field) = Row.table.columns[column].binding
        else { return }
        for index in table.rows.indices {
            guard let id = field.value(in: table.rows[index]), let party = party(of: id) else { continue }
            rows.append((table.place(index, .known(column)), party))
        }
    }

    private mutating func party(of contract: Symbol) -> KvKNumber? {
        if let known = known[contract] { return known }
        let party = register.contract(contract)?.row.supplier
        if party != nil { contracts.append(contract) }
        known[contract] = .some(party)
        return party
    }

    /// The party that most rows are about; of two with as many the one with the first row.
    var withMostRows: KvKNumber? {
        var counts: [KvKNumber: (count: Int, first: Int)] = [:]
        for (index, row) in rows.enumerated() { counts[row.party, default: (0, index)].count += 1 }
        return counts.max { ($0.value.count, -$0.value.first) < ($1.value.count, -$1.value.first) }?.key
    }
}
