import Intake
import SocialReturnModel

/// A share of exactly 30 per cent meets the law. As practice often speaks of more than 30 per cent, the number must be sure.
enum ReservedShareExact: SubmissionRule {
    static let facts = RuleMetadata(
        "INK-07", since: .v2026_3, .signal, level: .acrossTables, basis: .law, sources: ["AW-TXT", "INTERVIEW"],
        column: .of(\SocialPurchase.targetGroupShare), needs: [.register], limits: [ReservedShareEnough.leastShare],
        audience: .contractManager,
        earlier: [
            .since(
                .v2026_1, audience: .supplier,
                examples: [
                    .triggers(
                        "contracten: regime=voorbehouden; voorbehoud=geheel", "sociale_inkoop: aandeel_doelgroep=30"),
                    .passes(
                        "contracten: regime=voorbehouden; voorbehoud=geheel",
                        "sociale_inkoop: aandeel_doelgroep=30,01"),
                ])
        ],
        name: Text(nl: "Precies 30%", en: "Exactly 30%"),
        message: Text(
            nl: "Het aandeel van de doelgroep is precies {detail} procent.",
            en: "The share of the target group is exactly {detail} per cent."),
        remedy: Text(
            nl: "Dit voldoet aan de wet ('ten minste'). Vraag waarop het getal steunt.",
            en: "This meets the law ('at least'). Ask what the number rests on."),
        why: Text(
            nl: "De wet vraagt ten minste 30 procent. Een klein verschil in de telling kan dan beslissen.",
            en: "The law asks for at least 30 per cent. A small difference in counting can then decide."),
        examples: [
            .triggers("contracten: regime=voorbehouden; voorbehoud=geheel", "leveranciers: aandeel_doelgroep=30"),
            .triggers("contracten: regime=voorbehouden; voorbehoud=geheel", "leveranciers: aandeel_doelgroep=30,0%"),
            .passes("contracten: regime=voorbehouden; voorbehoud=geheel", "leveranciers: aandeel_doelgroep=30,01"),
            .passes("contracten: regime=voorbehouden; voorbehoud=geheel", "leveranciers: aandeel_doelgroep=29,99"),
            .passes("contracten: regime=voorbehouden; voorbehoud=geheel", "sociale_inkoop: aandeel_doelgroep=30"),
            .passes("leveranciers: aandeel_doelgroep=30"),
        ])

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        let limit = context.limit(ReservedShareEnough.leastShare)
        if context.ruleSet >= .v2026_3 {
            for contractor in Contractor.ofReservedContracts(context) where contractor.share == limit {
                report.found(at: contractor.place(ofColumn: .of(\SocialPurchase.targetGroupShare)), .number(limit))
            }
        } else if let table = context.submission.purchases {
            let column = ColumnReference(\SocialPurchase.targetGroupShare)
            for index in table.acceptedIndices
            where table.rows[index].targetGroupShare == limit && context.isReserved(table.rows[index].contract) {
                report.found(at: table.place(index, column), .number(limit))
            }
        }
    }
}
