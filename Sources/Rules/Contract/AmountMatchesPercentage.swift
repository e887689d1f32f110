import SocialReturnModel
import Valuations

/// The amount of an obligation is its percentage of its base. The amount with the cap applied fits too; one with the PSO discount
/// taken off does not, for that would be taken off twice.
enum AmountMatchesPercentage: RowRule {
    static let facts = RuleMetadata(
        "CTR-04", since: .v2026_2, .warning, level: .row, basis: .contract, column: .of(\Obligation.amount),
        needs: [.register], limits: [tolerance], audience: .contractManager,
        name: Text(nl: "Verplichting rekent anders", en: "Obligation calculates differently"),
        message: Text(
            nl: "Er staat een verplichting van {read}. Het percentage van de grondslag geeft {detail}.",
            en: "It says an obligation of {read}. The percentage of the base gives {detail}."),
        remedy: Text(
            nl: "Leg uit welke afspraak geldt. Tot dan rekenen wij met het bedrag dat er staat.",
            en: "Explain which agreement holds. Until then we calculate with the amount that is there."),
        why: Text(
            nl: "Leverancier en contractmanager moeten naar hetzelfde bedrag toe werken.",
            en: "Supplier and contract manager must work towards the same amount."),
        examples: [
            .triggers("verplichtingen: verplichting_bedrag=32001,01"),
            .triggers("verplichtingen: verplichting_bedrag=31998,99"),
            .triggers("verplichtingen: grondslag_bedrag=1850000,00"),
            .triggers("verplichtingen: verplichting_bedrag=3200000,00"),
            .triggers("verplichtingen: maximum=30000,00; verplichting_bedrag=31000,00"),
            // The discount is already taken off.
            .triggers("verplichtingen: pso_korting=10; verplichting_bedrag=28800,00"),
            .triggers(
                "verplichtingen: verplichting_bedrag=32000,50",
                "instellingen: contractnummer=BZK-2026-0147; sleutel=verplichtingsverschil; waarde=0"),
            .passes(),
            .passes("verplichtingen: verplichting_bedrag=32001,00"),
            .passes("verplichtingen: verplichting_bedrag="),
            .passes("verplichtingen: grondslag_bedrag="),
            .passes("verplichtingen: percentage="),
            .passes("verplichtingen: maximum=30000,00"),
            .passes("verplichtingen: maximum=30000,00; verplichting_bedrag=30000,00"),
            .passes("verplichtingen: pso_korting=10"),
            .passes("verplichtingen: verplichting_bedrag=1,00; status=vrijgesteld"),
            .passes(
                "verplichtingen: verplichting_bedrag=32100,00",
                "instellingen: sleutel=verplichtingsverschil; waarde=100"),
            // A percentage that cannot be one is a matter for the rule about percentages.
            .passes("verplichtingen: percentage=0,05"),
            .passes("verplichtingen: percentage=500"),
            .passes("verplichtingen:", "verplichtingen: contractnummer=BZK-2020-0001; verplichting_bedrag=1,00"),
        ])

    static let tolerance = Limit(
        "verplichtingsverschil", .euros, .since(.v2026_2, 1), within: 0...1_000_000,
        name: Text(
            nl: "Verplichting: toegestaan verschil met het percentage",
            en: "Obligation: tolerated difference from the percentage"))

    static let variants = [
        Text(
            nl:
                "Er staat een verplichting van {read}. Het lijkt alsof de PSO-korting daar al af is; wij trekken die "
                + "er zelf ook af. Bedoelt u een bedrag van {detail}, waar de korting nog af gaat?",
            en: "It says an obligation of {read}. It looks as if the PSO discount is already taken off; we take it off "
                + "too. Do you mean an amount of {detail}, before the discount?")
    ]

    static func check(_ row: Obligation, _ context: borrowing RowContext<Obligation>) -> Verdict {
        guard let amount = row.amount, row.status != .exempt, let gross = row.percentageOfBase(),
            context.all.concerns(row.contract)
        else { return .pass }
        let tolerance = context.all.amountLimit(Self.tolerance, for: row.contract)
        let capped = row.cap.map { min(gross, $0) } ?? gross
        guard (amount - gross).magnitude > tolerance, (amount - capped).magnitude > tolerance else { return .pass }
        if let percentage = row.percentage, percentage < 1, let hundredfold = row.percentageOfBase(times: 100),
            (amount - hundredfold).magnitude <= tolerance
        {
            return .pass
        }
        if let discounted = row.discounted(capped), (amount - discounted).magnitude <= tolerance {
            return .fail(.money(capped), variant: 1)
        }
        return .fail(.money(capped))
    }
}

extension Obligation {
    /// `amount` less the PSO discount; nil where there is none.
    fileprivate func discounted(_ amount: Cents) -> Cents? {
        guard let psoDiscount, psoDiscount > .zero, psoDiscount <= Quantity(100) else { return nil }
        let rest = Quantity(100) - psoDiscount
        return ExactAmount(amount, times: UInt64(rest.tenThousandths), over: UInt64(100 * Quantity.scale))?.rounded
    }
}
