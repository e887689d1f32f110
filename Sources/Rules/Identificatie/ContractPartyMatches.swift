import Intake
import SocialReturnModel

/// The supplier on the cover is the one that the register has for each contract it reports on.
enum ContractPartyMatches: SubmissionRule {
    static let facts = RuleMetadata(
        "IDN-02", since: .v2026_1, .warning, level: .acrossTables, basis: .contract, column: .of(\Cover.supplierKvK),
        needs: [.register],
        traits: [.saysOnlyWhoseContract],
        name: Text(nl: "Past het KvK-nummer bij het contract?", en: "Does the KvK number fit the contract?"),
        message: Text(
            nl: "Contract {detail} staat in het contractregister op een ander KvK-nummer dan {value}.",
            en: "In the contract register contract {detail} has another KvK number than {value}."),
        remedy: Text(
            nl: "Meld een wijziging van contractpartij bij de contractmanager.",
            en: "Report a change of contract party to the contract manager."),
        why: Text(
            nl: "Inzet telt mee voor de organisatie die het contract heeft.",
            en: "Placements count for the organisation that holds the contract."),
        examples: [
            .triggers("contracten: leverancier_kvk=90000009"),
            .passes("voorblad: leverancier_kvk=90000009", "contracten: leverancier_kvk=90000009"),
            .passes("voorblad: leverancier_kvk=onbekend"),
        ])

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let cover = context.submission.cover, let index = context.submission.coverIndex,
            let supplier = cover.rows[index].supplierKvK
        else { return }
        let place = cover.place(index, ColumnReference(\Cover.supplierKvK))
        for contract in context.concernedContracts {
            guard let party = contract.row.supplier, party != supplier, let id = contract.row.id else { continue }
            report.found(at: place, report.text(context.submission.symbols[id], from: .supplier))
        }
    }
}
