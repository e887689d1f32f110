import Intake
import Parameters
import SocialReturnModel
import Valuations

/// An activity or placement counts for no more than the maximum that the table gives its building block.
enum WithinMaximum: SubmissionRule {
    static let facts = RuleMetadata(
        "WRD-07", since: .v2026_3, .signal, level: .row, basis: .contract, sources: ["LEI"], needs: [.register],
        earlier: [
            .since(
                .v2026_2, .warning, informsOnly: false,
                remedy: Text(
                    nl:
                        "Wij rekenen met het maximum. Controleer de datum en de uren; klopt alles, dan hoeft u niets te "
                        + "doen.",
                    en: "We calculate with the maximum. Check the date and the hours; if all is right, no action is "
                        + "needed."),
                examples: [
                    .triggers(
                        "verplichtingen: tabel_id=LEIDEN-2023-09", "activiteiten:", "activiteiten: soort=coaching"),
                    .passes("verplichtingen: tabel_id=LEIDEN-2023-09"),
                ])
        ], traits: [.informsOnly],
        name: Text(nl: "Maximum per activiteit", en: "Maximum per activity"),
        message: Text(
            nl: "Hiervoor telt ten hoogste {detail} per dag. Wat daarboven komt, telt niet mee.",
            en: "For this at most {detail} a day counts. What is above that does not count."),
        remedy: Text(
            nl: "Wij rekenen met het maximum. Geen actie nodig.",
            en: "We calculate with the maximum. No action needed."),
        why: Text(
            nl: "De tabel van het contract begrenst wat één soort inzet kan opleveren.",
            en: "The table of the contract limits what one kind of effort can add."),
        examples: [
            .triggers("verplichtingen: tabel_id=LEIDEN-2023-09", "activiteiten:", "activiteiten: soort=coaching"),
            .triggers(
                "bestand waarderingstabellen/EIGEN.csv: \(ownTable)", "verplichtingen: tabel_id=EIGEN-2026",
                "activiteiten: uren=10,5"),
            .triggers(
                "bestand waarderingstabellen/EIGEN.csv: \(ownTable)", "verplichtingen: tabel_id=EIGEN-2026",
                "inzet: uren_per_week=36", "-activiteiten"),
            .passes("verplichtingen: tabel_id=LEIDEN-2023-09"),
            .passes(
                "verplichtingen: tabel_id=LEIDEN-2023-09", "activiteiten:",
                "activiteiten: soort=coaching; datum=21-05-2026"),
            .passes(
                "bestand waarderingstabellen/EIGEN.csv: \(ownTable)", "verplichtingen: tabel_id=EIGEN-2026",
                "inzet: uren_per_week=18", "activiteiten: uren=10,0"),
            .passes("activiteiten:", "activiteiten: soort=coaching"),
            .passes("verplichtingen: tabel_id=; rekenmethode=", "activiteiten:", "activiteiten: soort=coaching"),
        ])

    /// A table with maxima for an activity and for a placement.
    private static let ownTable = """
        soort_regel;tabel_id;geldig_vanaf;volledigheid;voltijd_uren;blok_code;invoertabel;doelgroep;waarde;eenheid;\
        max_per_periode
        tabel;EIGEN-2026;01-01-2020;volledig;36;;;;;;
        blok;EIGEN-2026;;;;PW;inzet;PW;12000;jaar;500 per maand
        blok;EIGEN-2026;;;;ACT;activiteiten;;100;uur;1000 per maand
        """

    static let variants = [
        Text(
            nl: "Hiervoor telt ten hoogste {detail} per week. Wat daarboven komt, telt niet mee.",
            en: "For this at most {detail} a week counts. What is above that does not count."),
        Text(
            nl: "Hiervoor telt ten hoogste {detail} per maand. Wat daarboven komt, telt niet mee.",
            en: "For this at most {detail} a month counts. What is above that does not count."),
        Text(
            nl: "Hiervoor telt ten hoogste {detail} per jaar. Wat daarboven komt, telt niet mee.",
            en: "For this at most {detail} a year counts. What is above that does not count."),
        Text(
            nl: "Hiervoor telt ten hoogste {detail} per keer. Wat daarboven komt, telt niet mee.",
            en: "For this at most {detail} each time counts. What is above that does not count."),
    ]

    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        if let table = context.submission.placements {
            let column = ColumnReference(\Placement.hoursPerWeek)
            for index in context.judgedIndices(of: table) {
                guard context.reasons(index)?.contains(.maximumReached) == true,
                    let maximum = context.valuation(index)?.block?.maximum
                else { continue }
                report.found(at: table.place(index, column), .money(maximum.amount), variant: variant(of: maximum.span))
            }
        }
        if let table = context.submission.activities {
            let column = ColumnReference(\Activity.date)
            for index in context.judgedIndices(of: table) {
                guard let valuation = context.activityValuation(index), valuation.reasons.contains(.maximumReached)
                else {
                    continue
                }
                let place = table.place(index, column)
                if let maximum = valuation.block?.maximum {
                    report.found(at: place, .money(maximum.amount), variant: variant(of: maximum.span))
                } else if let most = valuation.block?.maximumEach {
                    report.found(at: place, .money(most), variant: 4)
                }
            }
        }
        if let table = context.submission.purchases {
            let column = ColumnReference(\SocialPurchase.invoiceDate)
            for index in context.judgedIndices(of: table) {
                guard let valuation = context.purchaseValuation(index), valuation.reasons.contains(.maximumReached),
                    let maximum = valuation.block?.maximum
                else { continue }
                report.found(at: table.place(index, column), .money(maximum.amount), variant: variant(of: maximum.span))
            }
        }
    }

    private static func variant(of span: BlockMaximum.Span) -> UInt8 {
        switch span {
        case .day: 0
        case .week: 1
        case .month: 2
        case .year: 3
        }
    }
}
