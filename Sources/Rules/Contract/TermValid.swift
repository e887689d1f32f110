import Intake
import SocialReturnModel
import Valuations

/// A contract does not end before it begins, and one that goes on after its last day has a new last day.
enum TermValid: SubmissionRule {
    static let facts = RuleMetadata(
        "CTR-08", since: .v2026_2, .error, level: .row, basis: .technical, column: .of(\Contract.end),
        needs: [.register],
        audience: .contractManager,
        name: Text(nl: "Looptijd ongeldig", en: "Term invalid"),
        message: Text(
            nl: "Het contract eindigt op {read}, voordat het begint op {detail}.",
            en: "The contract ends on {read}, before it begins on {detail}."),
        remedy: Text(
            nl: "Controleer begin- en einddatum. Is het contract verlengd? Vul dan de nieuwe einddatum in.",
            en: "Check the first and last day. Was the contract extended? Then fill in the new last day."),
        why: Text(
            nl: "Alleen dagen binnen de looptijd tellen mee. Met een verkeerde datum telt goede inzet niet.",
            en: "Only days within the term count. With a wrong date good work does not count."),
        examples: [
            .triggers("contracten: einddatum=28-02-2026"),
            // Still in progress with a person at work, after the last day.
            .triggers("contracten: ingangsdatum=01-03-2024; einddatum=31-03-2026"),
            .passes(),
            .passes("contracten: ingangsdatum=01-06-2026; einddatum=01-06-2026"),
            .passes("contracten: einddatum="),
            .passes("contracten: ingangsdatum="),
            .passes("contracten: ingangsdatum=01-03-2024; einddatum=01-04-2026"),
            .passes(
                "contracten: ingangsdatum=01-03-2024; einddatum=31-03-2026", "verplichtingen: status=afgerond"),
            .passes(
                "contracten: ingangsdatum=01-03-2024; einddatum=31-03-2026", "inzet: einddatum=31-03-2026"),
            .passes(
                "contracten:",
                "contracten: contractnummer=BZK-2020-0001; leverancier_kvk=90000003; einddatum=28-02-2026"),
        ])

    static let variants = [
        Text(
            nl:
                "Het contract liep tot en met {read}. De verplichting is nog in uitvoering, en er is inzet gemeld van "
                + "na die dag (aantal: {detail}).",
            en: "The contract ran until {read}. The obligation is still in progress, and placements after that day are "
                + "reported (number: {detail}).")
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        let column = ColumnReference(\Contract.end)
        for (row, rowPlace) in context.concernedContracts {
            guard let end = row.end else { continue }
            var place = rowPlace
            place.column = column
            if let start = row.start, end < start {
                report.found(at: place, .day(start))
            } else if let period = context.period, end < period.start, let id = row.id, isInProgress(id, context) {
                let running = runningPlacements(under: id, in: period, context)
                if running > 0 { report.found(at: place, .count(running), severity: .warning, variant: 1) }
            }
        }
    }

    private static func isInProgress(_ contract: Symbol, _ context: RuleContext) -> Bool {
        context.terms[contract]?.obligations.contains { $0.row.status == .inProgress } ?? false
    }

    private static func runningPlacements(
        under contract: Symbol, in period: ReportingPeriod, _ context: RuleContext
    ) -> Int {
        guard let table = context.submission.placements else { return 0 }
        return table.acceptedIndices.reduce(0) { count, index in
            let row = table.rows[index]
            guard row.contract == contract, let start = row.start, start <= period.end,
                row.end.map({ $0 >= period.start }) ?? true
            else { return count }
            return count + 1
        }
    }
}
