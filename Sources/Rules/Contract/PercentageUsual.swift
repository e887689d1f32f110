import Intake
import SocialReturnModel

/// A percentage lies between 0 and 100, and is written as a percentage and not as a part of one: 5, not 0.05.
///
/// Below one per cent the amount of the obligation decides; without it a whole percentage elsewhere in the file gives doubt.
enum PercentageUsual: SubmissionRule {
    static let facts = RuleMetadata(
        "CTR-05", since: .v2026_2, .warning, level: .cell, basis: .contract, column: .of(\Obligation.percentage),
        needs: [.register],
        limits: [AmountMatchesPercentage.tolerance], audience: .contractManager,
        name: Text(nl: "Percentage ongebruikelijk", en: "Percentage unusual"),
        message: Text(
            nl: "Er staat {read} procent. Een percentage ligt boven 0 en is ten hoogste 100.",
            en: "It says {read} per cent. A percentage lies above 0 and is 100 at most."),
        remedy: Text(
            nl: "Schrijf 5 voor vijf procent. Is er geen percentage afgesproken? Laat de cel dan leeg.",
            en: "Write 5 for five per cent. Was no percentage agreed? Then leave the cell empty."),
        why: Text(
            nl: "Met een verkeerd percentage wordt de verplichting honderd keer te klein of te groot.",
            en: "With a wrong percentage the obligation becomes a hundred times too small or too large."),
        examples: [
            .triggers("verplichtingen: percentage=0"),
            .triggers("verplichtingen: percentage=-5"),
            .triggers("verplichtingen: percentage=100,5"),
            // The amount shows that five per cent is meant.
            .triggers("verplichtingen: percentage=0,05"),
            .triggers(
                "verplichtingen: percentage=0,05; verplichting_bedrag=",
                "verplichtingen: contractnummer=BZK-2020-0001; percentage=5"),
            .passes(),
            .passes("verplichtingen: percentage=100"),
            .passes("verplichtingen: percentage="),
            .passes("verplichtingen: percentage=0; status=vrijgesteld"),
            // The amount shows that half a per cent is meant.
            .passes(
                "verplichtingen: percentage=0,5; verplichting_bedrag=3200,00",
                "verplichtingen: contractnummer=BZK-2020-0001; percentage=5"),
            .passes("verplichtingen: percentage=0,05; verplichting_bedrag="),
            .passes("verplichtingen:", "verplichtingen: contractnummer=BZK-2020-0001; percentage=0"),
        ])

    static let variants = [
        Text(
            nl: "Er staat {read} procent. Bedoelt u {detail} procent?",
            en: "It says {read} per cent. Do you mean {detail} per cent?")
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.register?.obligations else { return }
        let column = ColumnReference(\Obligation.percentage)
        let hasWholePercentage = table.rows.contains { $0.percentage.map { $0 >= 1 } ?? false }
        for index in table.rows.indices {
            let row = table.rows[index]
            guard let percentage = row.percentage, row.status != .exempt, context.concerns(row.contract) else {
                continue
            }
            if percentage <= .zero || percentage > Quantity(100) {
                report.found(at: table.place(index, column))
            } else if percentage < 1, isDoubtful(row, hasWholePercentage, context) {
                let hundredfold = Quantity(tenThousandths: 100 * percentage.tenThousandths)
                report.found(at: table.place(index, column), .number(hundredfold), variant: 1)
            }
        }
    }

    /// Whether a percentage below one is likely to be a part of one.
    private static func isDoubtful(_ row: Obligation, _ hasWholePercentage: Bool, _ context: RuleContext) -> Bool {
        let tolerance = context.amountLimit(AmountMatchesPercentage.tolerance, for: row.contract)
        func fits(_ calculated: Cents?) -> Bool {
            guard let calculated, let amount = row.amount else { return false }
            return (calculated - amount).magnitude <= tolerance
        }
        return fits(row.percentageOfBase(times: 100)) || hasWholePercentage && !fits(row.percentageOfBase())
    }
}
