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
            // Digits that changed places, one that is another, a number without its zeros or its beginning, the title.
            .triggers("inzet: contractnummer=BZK-2062-0147"),
            .triggers("inzet: contractnummer=BZK-2026-0148"),
            .triggers("inzet: contractnummer=BZK-2026-147"),
            .triggers("inzet: contractnummer=0147"),
            .triggers("inzet: contractnummer=Sanitaire supplies", "contracten: titel=Sanitaire supplies"),
            .passes(),
            .passes("inzet: contractnummer=bzk-2026-0147", "contracten: contractnummer=BZK-2026-0147"),
            .passes("inzet: contractnummer="),
            .passes("inzet: contractnummer=BZK-0000-0000", withRegister: false),
        ])

    static let wordings = [
        Wording(
            Text(
                nl: "Contractnummer '{value}' staat niet in het contractregister. Bedoelt u {detail}?",
                en: "Contract number '{value}' is not in the contract register. Do you mean {detail}?"),
            remedy: Text(
                nl: "Klopt dat? Vul dan dat nummer in. Zo niet, gebruik het contractnummer uit uw overeenkomst.",
                en: "Is that right? Then fill in that number. If not, use the contract number from your contract."))
    ]

    static var phase: Phase { .rows }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let register = context.register else { return }
        var search = UnknownContracts(register: register)
        context.submission.forEachTable(&search)
        guard !search.found.isEmpty else { return }
        // Only the supplier's own contracts are proposed: the numbers of others are none of its business.
        let own = context.submission.coverRow.supplierKvK.map(register.contracts) ?? []
        let proposals = ContractProposals(own, register)
        // One slip stands in many rows.
        var known: [Symbol: String?] = [:]
        for (place, contract) in search.found {
            let proposal = known[contract] ?? proposals.contract(for: context.submission.symbols[contract])
            known[contract] = .some(proposal)
            if let meant = proposal {
                report.found(at: place, report.text(meant, from: .register), variant: 1)
            } else {
                report.found(at: place)
            }
        }
    }
}

/// Which contract somebody may mean by a number that the register lacks.
private struct ContractProposals {
    private let contracts: [(number: String, key: String, parts: [Substring], title: String)]

    init(_ own: [Symbol], _ register: ContractRegister) {
        contracts = own.prefix(Self.most).map { id in
            let number = register.symbols[id]
            let title =
                register.contract(id).flatMap { found in register.contracts?.source.text(found.row.title) } ?? ""
            return (number, ReferenceWriting.key(number), Self.parts(number), FoldedName.fold(title))
        }
    }

    /// More contracts than a supplier has; a longer text is no number of one.
    private static let most = 500, longest = 60

    /// The only contract of which the number is nearly `text`, or that is called so; nil for none and for several.
    func contract(for text: String) -> String? {
        guard text.utf8.count <= Self.longest else { return nil }
        let (key, parts, title) = (ReferenceWriting.key(text), Self.parts(text), FoldedName.fold(text))
        guard !key.isEmpty else { return nil }
        let digits = text.filter { $0.isASCII && $0.isNumber }
        let same = contracts.filter { contract in
            contract.parts == parts || !contract.title.isEmpty && contract.title == title
                || digits.count >= 3 && digits.count == text.count && contract.key.hasSuffix(digits)
        }
        if !same.isEmpty { return same.count == 1 ? same[0].number : nil }
        // Half of a short number can be wrong by one digit.
        guard key.count >= 5 else { return nil }
        let near = contracts.filter { EditDistance.between(key, $0.key) == 1 }
        return near.count == 1 ? near[0].number : nil
    }

    /// The words and numbers of a contract number, folded, numbers without zeros in front.
    private static func parts(_ text: String) -> [Substring] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { part in
            part.allSatisfy(\.isNumber) ? part.drop { $0 == "0" } : part
        }.map { Substring(String($0)) }
    }
}

/// Collects the cells that name a contract which the register does not have.
private struct UnknownContracts: TableVisitor {
    let register: ContractRegister
    private(set) var found: [(place: Place, contract: Symbol)] = []
    private var known: Set<Symbol> = []

    init(register: ContractRegister) { self.register = register }

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        guard let column = Row.table.facts.contractColumn, let field = Row.table.contractField else { return }
        for index in table.rows.indices {
            guard let id = field.value(in: table.rows[index]), !known.contains(id) else { continue }
            if register.contract(id) != nil {
                known.insert(id)
            } else {
                found.append((table.place(index, .known(column)), id))
            }
        }
    }
}
