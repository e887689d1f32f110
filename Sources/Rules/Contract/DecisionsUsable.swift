import Intake
import SocialReturnModel

/// A line of `besluiten.csv` names the topic, the period and a day that can be read.
enum DecisionsUsable: SubmissionRule {
    static let facts = RuleMetadata(
        "CTR-19", since: .v2026_3, .warning, level: .row, basis: .technical, needs: [.register],
        audience: .contractManager,
        name: Text(nl: "Regel in besluiten.csv niet goed te lezen", en: "Line in besluiten.csv cannot be read well"),
        message: Text(
            nl: "'{value}' is geen datum. De afspraak staat er wel, met deze woorden.",
            en: "'{value}' is no date. What was agreed is there, with these words."),
        remedy: Text(
            nl: "Verbeter de regel in besluiten.csv van het register, of haal de regel weg.",
            en: "Correct the line in besluiten.csv of the register, or remove it."),
        why: Text(
            nl:
                "Een afspraak komt alleen terug in het volgende rapport als duidelijk is waarover en wanneer zij is gemaakt.",
            en: "An agreement only returns in the next report when it is clear what it is about and when it was made."),
        examples: [
            .triggers("besluiten: \(decision); voor_wanneer=volgende maand"),
            .triggers("besluiten: \(decision); voor_wanneer=31-02-2026"),
            .triggers("besluiten: contractnummer=BZK-2026-0147; periode=2026-Q1; afspraak=samen zoeken"),
            .triggers(
                "besluiten: contractnummer=BZK-2026-0147; onderwerp=hulpvraag/bzk-2026-0147; afspraak=samen zoeken"),
            .triggers(
                "besluiten: contractnummer=BZK-2026-0147; onderwerp=hulpvraag/bzk-2026-0147; periode=winter; afspraak=samen zoeken"
            ),
            .triggers("besluiten: onderwerp=hulpvraag/bzk-2026-0147; periode=2026-Q1; afspraak=samen zoeken"),
            .passes("besluiten: \(decision); voor_wanneer=30-06-2026"),
            .passes("besluiten: \(decision)"),
            .passes("besluiten: onderwerp=register-ontbreekt/@12345678; periode=2026-Q1; afspraak=register meegeven"),
            .passes(),
        ])

    private static let decision =
        "contractnummer=BZK-2026-0147; onderwerp=hulpvraag/bzk-2026-0147; periode=2026-Q1; afspraak=samen zoeken"

    static let variants = [
        Text(
            nl: "Op deze regel staat geen onderwerp. De afspraak komt in geen rapport terug.",
            en: "There is no topic on this line. What was agreed returns in no report."),
        Text(
            nl:
                "Op deze regel staat geen periode die wij kunnen lezen ('{value}'). De afspraak komt in geen rapport terug.",
            en: "There is no period on this line that we can read ('{value}'). What was agreed returns in no report."),
        Text(
            nl:
                "Op deze regel staat geen contractnummer, en het onderwerp noemt geen leverancier. De afspraak komt in geen rapport terug.",
            en:
                "There is no contract number on this line, and its topic names no supplier. What was agreed returns in no report."
        ),
        Text(
            nl:
                "Deze regel heeft meer velden dan er kolommen zijn. Wij weten niet wat waar hoort; de afspraak komt in geen rapport terug.",
            en:
                "This line has more fields than there are columns. We do not know what belongs where; what was agreed returns in no report."
        ),
        RegisterListing<Place>.restMessage,
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let register = context.register else { return }
        let listing = RegisterListing(register.decisions.problems) { $0.place.table }
        for (place, problem) in listing.shown { report.found(at: place, variant: problem.rawValue) }
        report.addRest(of: listing, variant: UInt8(Decisions.Problem.allCases.count))
    }
}
