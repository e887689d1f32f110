import Intake
import SocialReturnModel
import Valuations

/// Rounding row by row gives nearly the same total as rounding at the end.
enum RoundingNegligible: SubmissionRule {
    static let facts = RuleMetadata(
        "WRD-11", since: .v2026_2, .signal, level: .table, basis: .own, column: .of(\Placement.contract),
        needs: [.register, .table(.placements)], limits: [largestDifference], traits: [.informsOnly],
        name: Text(nl: "Afronding stapelt", en: "Rounding adds up"),
        message: Text(
            nl:
                "Bij {value} ronden wij elke rij af, zoals is afgesproken. Samen scheelt dat {detail} met afronden "
                + "aan het einde.",
            en: "For {value} we round every row, as was agreed. Together that differs by {detail} from rounding at the "
                + "end."),
        remedy: Text(
            nl: "Geen actie nodig. Rondt u zelf anders af, dan verklaart dit het verschil.",
            en: "No action needed. If you round in another way, this explains the difference."),
        why: Text(
            nl: "Kleine verschillen per rij kunnen samen een verschil geven dat u zelf ook ziet.",
            en: "Small differences in each row can together make one that you see too."),
        examples: [
            // 6,648.40 becomes 6,648, three times.
            .triggers(
                "verplichtingen: afronding=hele_euro", "inzet:", "inzet: inzet_id=P-002; deelnemercode=D-0002",
                "inzet: inzet_id=P-003; deelnemercode=D-0003"),
            .triggers(
                "verplichtingen: afronding=hele_euro",
                "instellingen: contractnummer=BZK-2026-0147; sleutel=afrondingsverschil; waarde=0,30"),
            .passes(),
            .passes("verplichtingen: afronding=hele_euro"),
            .passes("verplichtingen: afronding=hele_euro", "inzet:", "inzet: inzet_id=P-002; deelnemercode=D-0002"),
            .passes(
                "verplichtingen: afronding=per_totaal", "inzet:", "inzet: inzet_id=P-002; deelnemercode=D-0002",
                "inzet: inzet_id=P-003; deelnemercode=D-0003"),
            .passes(
                "verplichtingen: afronding=hele_euro", "inzet:", "inzet: inzet_id=P-002; deelnemercode=D-0002",
                "inzet: inzet_id=P-003; deelnemercode=D-0003", "instellingen: sleutel=afrondingsverschil; waarde=2"),
            .passes("verplichtingen: tabel_id=; rekenmethode=; afronding=hele_euro"),
        ])

    static let largestDifference = Limit(
        "afrondingsverschil", .euros, .since(.v2026_2, 1), within: 0...1_000_000,
        name: Text(nl: "Afronding: melden boven een verschil van", en: "Rounding: reported above a difference of"))

    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.placements else { return }
        var totals: [Symbol: (first: Int, sum: ValuationTotal)] = [:]
        for index in table.acceptedIndices {
            guard let contract = table.rows[index].contract, let valuation = context.valuation(index),
                valuation.value != nil
            else { continue }
            totals[contract, default: (index, ValuationTotal())].sum.add(valuation)
        }
        let column = ColumnReference(\Placement.contract)
        for (contract, total) in totals {
            let difference = (total.sum.value - total.sum.unroundedRowsValue).magnitude
            guard difference > context.amountLimit(Self.largestDifference, for: contract) else { continue }
            report.found(at: table.place(total.first, column), .money(difference))
        }
    }
}
