import Intake
import SocialReturnModel

/// When a contract has ended there is a final report: this one, or one before it.
enum FinalReportSupplied: SubmissionRule {
    static let facts = RuleMetadata(
        "RAP-09", since: .v2026_2, .warning, level: .acrossSubmissions, basis: .contract, sources: ["SCH"],
        column: .of(\Cover.finalReport), needs: [.register],
        name: Text(nl: "Slotrapportage ontbreekt", en: "Final report missing"),
        message: Text(
            nl: "Contract {detail} is afgelopen. Wij zien nog geen eindrapportage.",
            en: "Contract {detail} has ended. We see no final report yet."),
        remedy: Text(
            nl: "Lever de eindrapportage aan. Is dit de eindrapportage? Zet dan 'ja' bij slotrapportage.",
            en: "Supply the final report. Is this the final report? Then put 'ja' in slotrapportage."),
        why: Text(
            nl: "Met de eindrapportage sluit u het contract samen af en is duidelijk wat er is bereikt.",
            en: "With the final report you close the contract together and it is clear what was achieved."),
        examples: [
            .triggers("contracten: einddatum=30-06-2026"),
            .triggers("contracten: einddatum=15-05-2026", "voorblad: slotrapportage="),
            .triggers("contracten: einddatum=31-03-2026", previous: [["voorblad: periode=2026-Q1"]]),
            .passes(),
            .passes("contracten: einddatum=01-07-2026"),
            .passes("contracten: einddatum=30-06-2026", "voorblad: slotrapportage=ja"),
            .passes(
                "contracten: einddatum=31-03-2026",
                previous: [["voorblad: periode=2026-Q1; slotrapportage=ja"]]),
            // It ended before this period, and nobody gave the earlier reports.
            .passes("contracten: einddatum=31-03-2026"),
            .passes("contracten: einddatum=30-06-2026", "voorblad: slotrapportage=misschien"),
            // Not a contract of this supplier.
            .passes(
                "contracten:",
                "contracten: contractnummer=BZK-2026-0200; leverancier_kvk=90000003; einddatum=30-06-2026"),
        ])

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        let place = context.coverPlace(\.finalReport)
        let cover = context.submission.coverRow
        let isUnreadable =
            cover.finalReport == nil
            && !(context.submission.cover?.source.text(at: place) ?? "").allSatisfy { $0.isWhitespace || $0 == "-" }
        guard let period = context.period, cover.finalReport != .yes, !isUnreadable else { return }
        for (contract, _) in context.concernedContracts {
            guard let id = contract.id, let end = contract.end, end <= period.end else { continue }
            let earlier = context.lastVersions.compactMap { report in report.period.map { (report, $0) } }
                .filter { !$0.1.overlaps(period) && $0.1.end >= end }
            if earlier.contains(where: { $0.0.submission.coverRow.finalReport == .yes }) { continue }
            if end < period.start, earlier.isEmpty {
                report.notEvaluated(
                    Text(
                        nl:
                            "Een contract is voor deze periode afgelopen. Zonder de rapportage over die tijd (--previous) "
                            + "is niet te zeggen of er een eindrapportage is.",
                        en:
                            "A contract ended before this period. Without the report on that time (--previous) nobody can "
                            + "tell whether there is a final report."),
                    supply: Need.previous.supply, by: .contractManager)
            } else {
                report.found(at: place, report.text(context.submission.symbols[id], from: .register))
            }
        }
    }
}
