import Intake
import SocialReturnModel

/// Every contract number in the submission stands in the contract register.
enum ContractKnown: SubmissionRule {
    static let facts = RuleMetadata(
        "IDN-08", since: .v2026_1, .error, level: .acrossTables, basis: .contract, column: .of(\Contract.id),
        needs: [.register],
        name: Text(nl: "Contractnummer onbekend", en: "Contract number unknown"),
        message: Text(
            nl: "Contractnummer '{value}' staat niet in het contractregister.",
            en: "Contract number '{value}' is not in the contract register."),
        remedy: Text(
            nl: "Gebruik het contractnummer uit uw overeenkomst.", en: "Use the contract number from your contract."),
        why: Text(
            nl: "Zonder bekend contract weten wij niet voor welke afspraak deze rij meetelt.",
            en: "Without a known contract we do not know for which agreement this row counts."),
        examples: [
            .triggers("inzet: contractnummer=BZK-0000-0000"),
            .triggers("knelpunten: contractnummer=BZK-onbekend"),
            .passes(),
            .passes("inzet: contractnummer=bzk-2026-0147", "contracten: contractnummer=BZK-2026-0147"),
            .passes("inzet: contractnummer="),
            .passes("inzet: contractnummer=BZK-0000-0000", withRegister: false),
        ])

    static var phase: Phase { .rows }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let register = context.register else { return }
        var search = UnknownContracts(register: register)
        context.submission.forEachTable(&search)
        for place in search.found { report.found(at: place) }
    }
}

/// Collects the cells that name a contract which the register does not have.
private struct UnknownContracts: TableVisitor {
    let register: ContractRegister
    private(set) var found: [Place] = []
    private var known: Set<Symbol> = []

    init(register: ContractRegister) { self.register = register }

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        guard let column = Row.table.facts.contractColumn, let field = Row.table.contractField else { return }
        for index in table.rows.indices {
            guard let id = field.value(in: table.rows[index]), !known.contains(id) else { continue }
            if register.contract(id) != nil {
                known.insert(id)
            } else {
                found.append(table.place(index, .known(column)))
            }
        }
    }
}
