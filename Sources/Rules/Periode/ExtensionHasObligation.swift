import Intake
import SocialReturnModel

/// When a contract was extended, its obligation was settled again or looked over since.
enum ExtensionHasObligation: SubmissionRule {
    static let facts = RuleMetadata(
        "RAP-13", since: .v2026_2, .signal, level: .acrossSubmissions, basis: .contract,
        column: .of(\Contract.extendedOn),
        needs: [.register, .column(.of(\Contract.extendedOn)), .column(.of(\Obligation.settledOn))],
        audience: .contractManager,
        name: Text(nl: "Verlenging zonder nieuwe verplichting", en: "Extension without new obligation"),
        message: Text(
            nl: "Dit contract is verlengd op {read}. De verplichting is daarna niet opnieuw vastgesteld.",
            en: "This contract was extended on {read}. The obligation has not been settled again since."),
        remedy: Text(
            nl:
                "Contractmanager: controleer de verplichting. Blijft zij gelijk? Vul dan vandaag in bij vastgesteld_op.",
            en: "Contract manager: check the obligation. Does it stay the same? Then fill in today in vastgesteld_op."),
        why: Text(
            nl: "Bij een langer contract hoort vaak ook meer social return. Dat spreekt u samen af.",
            en: "A longer contract often goes with more social return. You agree on that together."),
        examples: [
            .triggers("contracten: verlengd_op=01-06-2026"),
            .triggers("contracten: verlengd_op=01-06-2026", "verplichtingen: vastgesteld_op=31-05-2026"),
            .passes(),
            .passes("contracten: verlengd_op=01-06-2026", "verplichtingen: vastgesteld_op=01-06-2026"),
            .passes("contracten: verlengd_op=01-06-2026", "verplichtingen: status=vrijgesteld"),
            .passes("contracten: verlengd_op=01-06-2026", "verplichtingen"),
            // The extension is still to come.
            .passes("contracten: verlengd_op=11-07-2026"),
            .passes("contracten: verlengd_op=01-06-2026", "verplichtingen: vastgesteld_op=onlangs"),
            .passes(
                "contracten:",
                "contracten: contractnummer=BZK-2026-0200; leverancier_kvk=90000003; verlengd_op=01-06-2026"),
            .passes("contracten -verlengd_op: regime=maatwerk"),
        ])

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let register = context.register, let source = register.source(of: .obligations) else { return }
        let settled = ColumnReference(\Obligation.settledOn)
        for contract in context.concernedContracts {
            guard let id = contract.row.id, let extended = contract.row.extendedOn, extended <= context.today else {
                continue
            }
            let open = register.obligations(of: id).filter { $0.row.status != .exempt }
            let isSettled = open.contains { row, place in
                if let day = row.settledOn { return day >= extended }
                var place = place
                place.column = settled
                // A day that cannot be read is a matter for the rule about dates.
                return !(source.text(at: place) ?? "").allSatisfy(\.isWhitespace)
            }
            guard !open.isEmpty, !isSettled else { continue }
            var place = contract.place
            place.column = ColumnReference(\Contract.extendedOn)
            report.found(at: place)
        }
    }
}
