import Intake
import SocialReturnModel

/// What was realised under a contract keeps up with the part of its term that has passed.
///
/// Commitments that are counted themselves are left out: each has a target date of its own.
enum RealisationKeepsUp: SubmissionRule {
    static let facts = RuleMetadata(
        "RAP-06", since: .v2026_2, .signal, level: .acrossSubmissions, basis: .own, column: .of(\Cover.period),
        needs: [.register], limits: [tolerance],
        traits: [.hasOwnTopic],
        name: Text(nl: "Halen wij dit samen?", en: "Will we make it together?"),
        message: Text(
            nl: "Bij contract {detail} is nog minder gehaald dan past bij het deel van de looptijd dat voorbij is.",
            en: "Under contract {detail} less has been reached yet than fits the part of the term that has passed."),
        remedy: Text(
            nl: "Bespreek met uw contractmanager wat nodig is om het te halen.",
            en: "Discuss with your contract manager what it takes to make it."),
        why: Text(
            nl: "Wie dit op tijd ziet, heeft nog ruimte om iets anders te proberen.",
            en: "Who sees this in time still has room to try something else."),
        examples: [
            // 91 of 365 days have passed, nearly 25 per cent.
            .triggers(
                "contracten: ingangsdatum=01-04-2026; einddatum=31-03-2027",
                "verplichtingen: verplichting_bedrag=3200000,00"),
            .triggers(
                "contracten: ingangsdatum=01-04-2026; einddatum=31-03-2027",
                "verplichtingen: percentage=; grondslag=; grondslag_bedrag=; verplichting_bedrag=; tabel_id=; "
                    + "doel_aantal=11; doel_eenheid=personen"),
            // Nothing in this period either.
            .triggers(
                "contracten: ingangsdatum=01-04-2026; einddatum=31-03-2027", "inzet", "sociale_inkoop", "activiteiten",
                "uren", "bewijs"),
            .triggers(
                "contracten: ingangsdatum=01-04-2026; einddatum=31-03-2027",
                "verplichtingen: percentage=; grondslag=; grondslag_bedrag=; verplichting_bedrag=; tabel_id=; "
                    + "doel_aantal=5; doel_eenheid=personen", "instellingen: sleutel=achterstand_punten; waarde=2"),
            .triggers(
                "contracten: einddatum=28-02-2027", "verplichtingen: verplichting_bedrag=3200000,00",
                previous: [["voorblad: periode=2026-Q1"]]),
            .passes(),
            // One of four persons: 25 per cent.
            .passes(
                "contracten: ingangsdatum=01-04-2026; einddatum=31-03-2027",
                "verplichtingen: percentage=; grondslag=; grondslag_bedrag=; verplichting_bedrag=; tabel_id=; "
                    + "doel_aantal=4; doel_eenheid=personen"),
            .passes(
                "contracten: ingangsdatum=01-04-2026; einddatum=31-03-2027",
                "verplichtingen: verplichting_bedrag=3200000,00; status=vrijgesteld"),
            .passes(
                "contracten: ingangsdatum=01-04-2026; einddatum=31-03-2027",
                "verplichtingen: verplichting_bedrag=3200000,00",
                "instellingen: sleutel=achterstand_punten; waarde=25"),
            // Of a contract that begins after the period nobody is expected to work there yet.
            .passes(
                "contracten: ingangsdatum=01-10-2026; einddatum=30-09-2028",
                "verplichtingen: percentage=; grondslag=; grondslag_bedrag=; verplichting_bedrag=; tabel_id=; "
                    + "doel_aantal=6; doel_eenheid=fte"),
            // Without the report on March nobody can tell.
            .passes("contracten: einddatum=28-02-2027", "verplichtingen: verplichting_bedrag=3200000,00"),
            .passes(
                "contracten: ingangsdatum=01-04-2026; einddatum=31-03-2027",
                "verplichtingen: verplichting_bedrag=3200000,00", withRegister: false),
        ])

    static let tolerance = Limit(
        "achterstand_punten", .percentPoints, .since(.v2026_2, 15), within: 1...100,
        name: Text(nl: "Realisatie: achter bij meer dan", en: "Realisation: lags by more than"))

    static let variants = [
        Text(
            nl: "Bij contract {detail} werken er nu minder mensen dan is afgesproken.",
            en: "Under contract {detail} fewer people work now than was agreed.")
    ]

    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        for contract in context.realisation?.contracts ?? [] {
            let lagging = contract.goals.filter { contract.lags($0) }
            if lagging.contains(where: { contract.historyIsKnown || !$0.measure.addsUp }) {
                let grows = lagging.contains { contract.historyIsKnown && $0.measure.addsUp }
                report.found(
                    at: context.coverPlace(\.period),
                    report.text(context.submission.symbols[contract.id], from: .register), variant: grows ? 0 : 1)
            } else if !lagging.isEmpty {
                report.notEvaluated(
                    Text(
                        nl:
                            "Een contract liep al voor deze periode. Zonder alle eerdere rapportages "
                            + "(--previous) is niet "
                            + "te zeggen of het achterloopt.",
                        en:
                            "A contract ran before this period. Without all earlier reports (--previous) "
                            + "nobody can tell "
                            + "whether it lags."),
                    supply: Need.previous.supply, by: .contractManager)
            }
        }
    }
}

extension ContractProgress {
    /// Whether what is known to be realised lags the term by more than the tolerance.
    fileprivate func lags(_ goal: Goal) -> Bool {
        // Before its first day nobody works under a contract.
        guard hasBegun, goal.measure != .commitments, let share = goal.share, let elapsed else { return false }
        return Standing.of(
            share: share, elapsed: elapsed, tolerance: tolerance, historyIsKnown: true, grows: goal.measure.addsUp)
            == .behind
    }
}
