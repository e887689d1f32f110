import SocialReturnModel

/// A share of exactly 30 per cent meets the law. As practice often speaks of more than 30 per cent, the number must be sure.
enum ReservedShareExact: RowRule {
    static let facts = RuleFacts(
        "INK-07", since: .v2026_1, .signal, level: .row, basis: .law, sources: ["AW-TXT", "INTERVIEW"],
        column: "aandeel_doelgroep",
        needs: [.register, .table(.purchases)],
        limits: [ReservedShareEnough.leastShare],
        name: Text(nl: "Precies 30%", en: "Exactly 30%"),
        message: Text(
            nl: "Het aandeel van de doelgroep is precies {detail} procent.",
            en: "The share of the target group is exactly {detail} per cent."),
        remedy: Text(
            nl: "Voldoet aan de wet ('ten minste'); onderbouw het getal.",
            en: "This meets the law ('at least'); substantiate the number."),
        why: Text(
            nl: "De wet vraagt ten minste 30 procent. Een klein verschil in de telling kan dan beslissen.",
            en: "The law asks for at least 30 per cent. A small difference in counting can then decide."),
        examples: [
            .triggers("contracten: regime=voorbehouden; voorbehoud=geheel", "sociale_inkoop: aandeel_doelgroep=30"),
            .triggers("contracten: regime=voorbehouden; voorbehoud=geheel", "sociale_inkoop: aandeel_doelgroep=30,0%"),
            .passes("contracten: regime=voorbehouden; voorbehoud=geheel", "sociale_inkoop: aandeel_doelgroep=30,01"),
            .passes("contracten: regime=voorbehouden; voorbehoud=geheel", "sociale_inkoop: aandeel_doelgroep=29,99"),
            .passes("sociale_inkoop: aandeel_doelgroep=30"),
        ])

    static func check(_ row: SocialPurchase, _ context: borrowing RowContext<SocialPurchase>) -> Verdict {
        let limit = context.all.limit(ReservedShareEnough.leastShare)
        guard row.targetGroupShare == limit, context.all.isReserved(row.contract) else { return .pass }
        return .fail(.number(limit))
    }
}
