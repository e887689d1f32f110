import Intake
import SocialReturnModel
import Valuations

/// The value that the supplier reports for a placement is the one that the contract's table and method give, apart from the
/// tolerance.
enum ReportedValueMatches: SubmissionRule {
    static let facts = RuleMetadata(
        "WRD-01", since: .v2026_1, .warning, level: .row, basis: .contract, column: .of(\Placement.reportedValue),
        needs: [.register, .table(.placements)], limits: [tolerance],
        yields: [.to("WRD-02", .cell), .to("INZ-20", .row), .to("WRD-05", .row), .to("INZ-07", .row)],
        traits: [.settledByExplanation],
        name: Text(nl: "Opgegeven waarde wijkt af", en: "Reported value differs"),
        message: Text(
            nl: "U geeft {read} op. Wij berekenen {detail} voor deze periode.",
            en: "You report {read}. We calculate {detail} for this period."),
        remedy: Text(
            nl:
                "Klopt onze waarde? Neem die dan over. Zo niet, vertel dan hoe u aan uw bedrag komt: in 'Uw "
                + "antwoord' of in de toelichting.",
            en:
                "Is our value right? Then take it over. If not, tell how you got your amount: in 'Your "
                + "answer' or in the explanation."
        ),
        why: Text(
            nl: "Een verschil komt vaak door de uren, de duur of het bouwblok. Samen kijken wij wat klopt.",
            en: "A difference often comes from the hours, the length or the building block. Together we see what is "
                + "right."),
        examples: [
            .triggers("inzet: opgegeven_waarde=6649,41"),
            .triggers("inzet: opgegeven_waarde=6647,39"),
            .triggers("inzet: opgegeven_waarde=40000,00"),
            .triggers("verplichtingen: waarde_tolerantie=0,01", "inzet: opgegeven_waarde=6648,38"),
            // The supplier explains it: then it is for the contract manager.
            .triggers("inzet: opgegeven_waarde=40000,00; toelichting=met de bonus van het contract"),
            // A more specific rule names the cause: the hours below the minimum, the full-time week, the bonus.
            .passes("inzet: uren_per_week=8"),
            .passes("inzet: opgegeven_waarde=5983,56"),
            .passes("inzet: bonussen=LEEFTIJD; opgegeven_waarde=8310,50"),
            .passes("inzet: bonussen=VAST; opgegeven_waarde=8310,50"),
            // 312 of 1,872 hours of 40,000.
            .triggers("verplichtingen: rekenmethode=gewerkte_uren"),
            .passes("inzet: opgegeven_waarde=6648,40"),
            .passes("inzet: opgegeven_waarde=6649,40"),
            .passes("inzet: opgegeven_waarde=6647,40"),
            .passes("inzet: opgegeven_waarde="),
            .passes("verplichtingen: waarde_tolerantie=10", "inzet: opgegeven_waarde=6658,40"),
            .passes("verplichtingen: rekenmethode=gewerkte_uren", "inzet: opgegeven_waarde=6666,67"),
            .passes(
                "verplichtingen: rekenmethode=gewerkte_uren", "inzet: gewerkte_uren=; opgegeven_waarde=6666,67"),
            .passes("verplichtingen: tabel_id=; rekenmethode=", "inzet: opgegeven_waarde=1,00"),
        ])

    /// An obligation can name a tolerance of its own in `waarde_tolerantie`.
    static let tolerance = Limit(
        "waardeverschil", .euros, .since(.v2026_1, 1), within: 0...1_000_000,
        name: Text(nl: "Toegestaan verschil in waarde", en: "Tolerated difference in value"))

    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.placements else { return }
        let column = ColumnReference(\Placement.reportedValue)
        for index in context.judgedIndices(of: table) {
            guard let reported = table.rows[index].reportedValue, let valuation = context.valuation(index),
                let terms = valuation.terms
            else { continue }
            guard let difference = valuation.difference(from: reported), let value = valuation.value else {
                if terms.tableInUse != nil { report.notEvaluated(Self.noValue) }
                continue
            }
            let tolerance =
                terms.valueTolerance.origin == .standard
                ? context.amountLimit(Self.tolerance, for: table.rows[index].contract) : terms.valueTolerance.value
            if difference.magnitude > tolerance { report.found(at: table.place(index, column), .money(value)) }
        }
    }

    private static let noValue = Text(
        nl: "Niet van elke inzet met een opgegeven waarde is de waarde te berekenen; het blad Waardering zegt waarom.",
        en: "Not every placement with a reported value can be valued; the sheet Waardering says why.")
}
