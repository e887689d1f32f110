import Intake
import SocialReturnModel

/// A kind of obstacle under a contract does not come back in the next report. The kind *overig* says too little to compare.
enum ObstacleDoesNotReturn: SubmissionRule {
    static let facts = RuleMetadata(
        "MVM-09", since: .v2026_2, .warning, level: .acrossSubmissions, basis: .own, column: .of(\Obstacle.kind),
        needs: [.previous, .table(.obstacles)], limits: [periods],
        name: Text(nl: "Knelpunt keert terug", en: "Obstacle returns"),
        message: Text(
            nl: "Dit soort knelpunt stond bij dit contract ook al in uw rapportage over {detail}.",
            en: "This kind of obstacle was under this contract in your report on {detail} too."),
        remedy: Text(
            nl: "Leg dit voor aan het adviesteam. Vaak is er bij een ander contract al een oplossing gevonden.",
            en: "Put this to the advisory team. Often a solution was found under another contract already."),
        why: Text(
            nl: "Wat vaker voorkomt, lost zich meestal niet vanzelf op.",
            en: "What happens more than once seldom solves itself."),
        examples: [
            .triggers(previous: [["voorblad: periode=2026-Q1"]]),
            .triggers(
                "instellingen: sleutel=knelpunt_perioden; waarde=3",
                previous: [["voorblad: periode=2026-Q1"], ["voorblad: periode=2025-Q4"]]),
            .passes(previous: [["voorblad: periode=2026-Q1", "knelpunten: soort=capaciteit"]]),
            .passes(previous: [["voorblad: periode=2026-Q1", "-knelpunten"]]),
            .passes("knelpunten: soort=overig", previous: [["voorblad: periode=2026-Q1", "knelpunten: soort=overig"]]),
            .passes(
                "instellingen: sleutel=knelpunt_perioden; waarde=3", previous: [["voorblad: periode=2026-Q1"]]),
            .passes(previous: [["voorblad: periode=2026-Q1", "knelpunten: contractnummer=BZK-2026-0200"]]),
            // An earlier version of the same report is no other period.
            .passes(
                "voorblad: correctie_op=2026-Q2 van 03-07-2026", previous: [["voorblad: opgesteld_op=03-07-2026"]]),
            // The last version of the earlier report no longer has it.
            .passes(
                previous: [
                    ["voorblad: periode=2026-Q1; opgesteld_op=05-04-2026"],
                    ["voorblad: periode=2026-Q1; opgesteld_op=06-04-2026", "knelpunten"],
                ]),
        ])

    static let periods = Limit(
        "knelpunt_perioden", .periods, .since(.v2026_2, 2), within: 2...12,
        name: Text(nl: "Knelpunt: melden vanaf zoveel perioden", en: "Obstacle: report from so many periods on"))

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.obstacles else { return }
        var periods: [Obstruction: [ReportingPeriod]] = [:]
        for earlier in context.reportsBefore {
            guard let period = earlier.period, let obstacles = earlier.submission.obstacles else { continue }
            let translation = SymbolTranslation(from: earlier.submission, to: context.submission)
            for index in obstacles.acceptedIndices {
                guard let key = Obstruction(obstacles.rows[index], { translation[$0] }) else { continue }
                if periods[key]?.last != period { periods[key, default: []].append(period) }
            }
        }
        let column = ColumnReference(\Obstacle.kind)
        var reported: Set<Obstruction> = []
        for index in table.acceptedIndices {
            guard let key = Obstruction(table.rows[index], { $0 }), let before = periods[key], let last = before.last,
                before.count + 1 >= context.wholeLimit(Self.periods, for: key.contract), reported.insert(key).inserted
            else { continue }
            report.found(at: table.place(index, column), report.text(last.description, from: .supplier))
        }
    }

    /// A kind of obstacle under a contract.
    private struct Obstruction: Hashable {
        let contract: Symbol
        let kind: ObstacleKind

        init?(_ row: Obstacle, _ translated: (Symbol) -> Symbol?) {
            guard let contract = row.contract.flatMap(translated), let kind = row.kind, kind != .other else {
                return nil
            }
            self.contract = contract
            self.kind = kind
        }
    }
}
