import Intake
import Parameters
import SocialReturnModel
import Valuations

/// The bonuses that a supplier claims are in the contract's table, may go together, and fit the row.
///
/// A bonus for an age that the row does not show is left to the rule about ages.
enum BonusesCount: SubmissionRule {
    static let facts = RuleMetadata(
        "WRD-05", since: .v2026_2, .warning, level: .row, basis: .contract, column: .of(\Placement.bonuses),
        needs: [.register, .table(.placements)],
        name: Text(nl: "Telt deze bonus mee?", en: "Does this bonus count?"),
        message: Text(
            nl: "Deze bonus staat niet in de waarderingstabel van het contract: {detail}.",
            en: "This bonus is not in the valuation table of the contract: {detail}."),
        remedy: Text(
            nl: "Verwijder de bonus of verwijs naar de afspraak. Wij rekenen nu zonder deze bonus.",
            en: "Remove the bonus or refer to the agreement. For now we calculate without it."),
        why: Text(
            nl: "Elke tabel kent eigen bonussen. Alleen wat in de tabel van dit contract staat, telt mee.",
            en: "Every table has bonuses of its own. Only what is in the table of this contract counts."),
        examples: [
            .triggers("inzet: bonussen=VAST"),
            .triggers("inzet: leeftijdsklasse=56+; bonussen=LEEFTIJD, VAST"),
            // For special education only.
            .triggers("inzet: bonussen=VSOBAAN"),
            .triggers(
                "bestand waarderingstabellen/EIGEN.csv: \(ownTable)",
                "verplichtingen: tabel_id=EIGEN-2026", "inzet: contractvorm=onbepaald; bonussen=VAST + TAAL"),
            .passes(),
            .passes("inzet: leeftijdsklasse=56+; bonussen=LEEFTIJD"),
            .passes("inzet: leeftijdsklasse=27-49; bonussen=LEEFTIJD"),
            // Counts by the costs made.
            .passes("inzet: bonussen=OPLEIDING"),
            .passes("inzet: bonussen=geen"),
            .passes("inzet: bonussen=n.v.t."),
            .passes("verplichtingen: tabel_id=UTRECHT", "inzet: contractvorm=onbepaald; bonussen=vast"),
            .passes(
                "bestand waarderingstabellen/EIGEN.csv: \(ownTable)",
                "verplichtingen: tabel_id=EIGEN-2026", "inzet: contractvorm=onbepaald; bonussen=TAAL"),
            .passes("verplichtingen: tabel_id=; rekenmethode=", "inzet: bonussen=VAST"),
        ])

    /// A table with a bonus that stands alone.
    private static let ownTable = """
        soort_regel;tabel_id;geldig_vanaf;volledigheid;voltijd_uren;blok_code;bonus_code;invoertabel;doelgroep;\
        voorwaarde;waarde;bonus_waarde;eenheid;stapelbaar
        tabel;EIGEN-2026;01-01-2020;volledig;36;;;;;;;;;
        blok;EIGEN-2026;;;;PW;;inzet;PW;;11111;;jaar;
        bonus;EIGEN-2026;;;;;VAST;inzet;;contractvorm=onbepaald;;2222;;nee
        bonus;EIGEN-2026;;;;;TAAL;inzet;;;;1111;;ja
        """

    static let variants = [
        Text(
            nl: "Deze bonus mag niet samen met een andere bonus die meer telt: {detail}.",
            en: "This bonus may not go with another bonus that counts for more: {detail}."),
        Text(
            nl: "Deze rij past nog niet bij de voorwaarde van deze bonus: {detail}.",
            en: "This row does not fit the condition of this bonus yet: {detail}."),
    ]

    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.placements else { return }
        let column = ColumnReference(\Placement.bonuses)
        for index in context.judgedIndices(of: table) {
            guard context.reasons(index)?.contains(.bonusNotCounted) == true, let valuation = context.valuation(index),
                !table.isNullMarker(table.rows[index].bonuses)
            else { continue }
            let row = table.rows[index]
            let refused = valuation.bonuses.filter {
                $0.standing != .conditionNotMet || valuation.isRefusedForMoreThanAge($0, row)
            }
            let kinds: [(BonusOutcome.Standing, UInt8)] = [
                (.unknownCode, 0), (.notStackable, 1), (.conditionNotMet, 2),
            ]
            for (standing, variant) in kinds {
                let codes = refused.filter { $0.standing == standing }.map(\.code)
                guard !codes.isEmpty else { continue }
                report.found(
                    at: table.place(index, column), report.text(codes.joined(separator: ", "), from: .tool),
                    variant: variant)
            }
        }
    }
}

extension PlacementValuation {
    /// Whether a condition of the bonus does not hold that is not about age.
    fileprivate func isRefusedForMoreThanAge(_ outcome: BonusOutcome, _ row: borrowing Placement) -> Bool {
        guard let index = outcome.index, let bonus = terms?.tableInUse?.bonuses[index] else { return true }
        for condition in bonus.conditions where !condition.holds(for: row) {
            if case .ageClass = condition { continue }
            return true
        }
        return false
    }
}
