import Intake
import SocialReturnModel

/// Social return is asked by the framework agreement or by the contract under it, not by both.
enum ObligationOnOneLevel: SubmissionRule {
    static let facts = RuleMetadata(
        "CTR-10", since: .v2026_2, .warning, level: .acrossTables, basis: .contract, column: .of(\Contract.framework),
        needs: [.register], audience: .contractManager,
        name: Text(nl: "Raam- en nadere overeenkomst dubbel", en: "Framework and call-off contract double"),
        message: Text(
            nl: "Dit contract valt onder raamovereenkomst {value}. Beide hebben een verplichting.",
            en: "This contract is under framework agreement {value}. Both have an obligation."),
        remedy: Text(
            nl: "Kies één niveau voor de verplichting, of geef het andere niveau de status vrijgesteld.",
            en: "Choose one level for the obligation, or give the other level the status exempt."),
        why: Text(
            nl: "Anders vraagt het Rijk dezelfde inzet twee keer, of telt één inzet voor twee verplichtingen.",
            en: "Otherwise the State asks for the same effort twice, or one placement counts for two obligations."),
        examples: [
            .triggers(
                "contracten: raamovereenkomst=BZK-2025-0010", "contracten: contractnummer=BZK-2025-0010",
                "verplichtingen:", "verplichtingen: contractnummer=BZK-2025-0010"),
            .passes(),
            .passes("contracten -raamovereenkomst"),
            .passes(
                "contracten: raamovereenkomst=BZK-2025-0010", "contracten: contractnummer=BZK-2025-0010"),
            .passes(
                "contracten: raamovereenkomst=BZK-2025-0010", "contracten: contractnummer=BZK-2025-0010",
                "verplichtingen:", "verplichtingen: contractnummer=BZK-2025-0010; status=vrijgesteld"),
            // Only the settings of the valuation, nothing that is asked.
            .passes(
                "contracten: raamovereenkomst=BZK-2025-0010", "verplichtingen:",
                "verplichtingen: contractnummer=BZK-2025-0010; percentage=; grondslag=; verplichting_bedrag="),
            .passes("contracten: raamovereenkomst=BZK-2026-0147"),
            .passes(
                "contracten:",
                "contracten: contractnummer=BZK-2020-0001; leverancier_kvk=90000003; raamovereenkomst=BZK-2026-0147",
                "verplichtingen:", "verplichtingen: contractnummer=BZK-2020-0001"),
        ])

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let register = context.register else { return }
        let column = ColumnReference(\Contract.framework)
        guard register.contracts?.source.field(of: column) != nil else {
            return report.notEvaluated(
                Text(
                    nl: "Geen kolom 'raamovereenkomst' in contracten.csv van het register.",
                    en: "No column 'raamovereenkomst' in contracten.csv of the register."),
                supply: Text(
                    nl:
                        "Heeft het register raamovereenkomsten? Neem in contracten.csv dan een kolom 'raamovereenkomst' op.",
                    en:
                        "Does the register have framework agreements? Then include a column 'raamovereenkomst' in contracten.csv."
                ),
                by: .contractManager, isRegisterGap: true)
        }
        func asks(_ contract: Symbol) -> Bool {
            register.obligations(of: contract).contains { $0.row.status != .exempt && $0.row.asksSomething }
        }
        for (row, rowPlace) in context.concernedContracts {
            guard let id = row.id, let framework = row.framework, framework != id, asks(id), asks(framework) else {
                continue
            }
            var place = rowPlace
            place.column = column
            report.found(at: place)
        }
    }
}
