import Intake
import SocialReturnModel

/// What was realised under a contract is far more than was agreed. It is good news, told once: in the report in which it came so far.
enum RealisationFarAhead: SubmissionRule {
    static let facts = RuleMetadata(
        "RAP-07", since: .v2026_2, .signal, level: .acrossSubmissions, basis: .own, column: .of(\Cover.period),
        needs: [.register], limits: [farAhead],
        traits: [.goodNews],
        name: Text(nl: "Ruim meer dan afgesproken", en: "Well beyond the agreement"),
        message: Text(
            nl: "Bij contract {detail} is al veel meer gerealiseerd dan is afgesproken.",
            en: "Under contract {detail} much more has been realised already than was agreed."),
        remedy: Text(
            nl: "Mooi resultaat; mag dit als goed voorbeeld?",
            en: "A great result; may this be shown as a good example?"),
        why: Text(
            nl: "Van wat goed gaat, kunnen andere leveranciers leren.",
            en: "From what goes well other suppliers can learn."),
        examples: [
            .triggers("verplichtingen: verplichting_bedrag=4000,00"),
            .triggers(
                "verplichtingen: percentage=; grondslag=; grondslag_bedrag=; verplichting_bedrag=; tabel_id=; "
                    + "doel_aantal=1; doel_eenheid=personen", "inzet:",
                "inzet: inzet_id=P-002; deelnemercode=D-0002; begindatum=02-04-2026"),
            .triggers(
                "verplichtingen: verplichting_bedrag=6000,00", "instellingen: sleutel=ruim_voor_procent; waarde=110"),
            .passes(),
            // Three persons where two were agreed is 150 per cent and not more.
            .passes(
                "verplichtingen: percentage=; grondslag=; grondslag_bedrag=; verplichting_bedrag=; tabel_id=; "
                    + "doel_aantal=2; doel_eenheid=personen", "inzet:",
                "inzet: inzet_id=P-002; deelnemercode=D-0002; begindatum=02-04-2026",
                "inzet: inzet_id=P-003; deelnemercode=D-0003; begindatum=03-04-2026"),
            // That was so after the period before.
            .passes(
                "verplichtingen: verplichting_bedrag=1000,00", previous: [["voorblad: periode=2026-Q1"]]),
            .passes("verplichtingen: verplichting_bedrag=4000,00", withRegister: false),
        ])

    static let farAhead = Limit(
        "ruim_voor_procent", .percent, .since(.v2026_2, 150), within: 101...1000,
        name: Text(nl: "Realisatie: ruim voor boven", en: "Realisation: far ahead above"))

    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        for contract in context.realisation?.contracts ?? [] {
            let limit = Double(context.limit(farAhead, for: contract.id).tenThousandths) / Double(100 * Quantity.scale)
            let isNews = contract.goals.contains { goal in
                guard let agreed = goal.agreed, let share = goal.share, share > limit else { return false }
                return !(goal.earlier?.share(of: agreed).map { $0 > limit } ?? false)
            }
            guard isNews else { continue }
            report.found(
                at: context.coverPlace(\.period), report.text(context.submission.symbols[contract.id], from: .register)
            )
        }
    }
}
