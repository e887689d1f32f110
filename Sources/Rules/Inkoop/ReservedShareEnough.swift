import SocialReturnModel

/// Of the staff of an organisation that a contract is reserved for, at least 30 per cent is disabled or disadvantaged.
enum ReservedShareEnough: RowRule {
    static let facts = RuleFacts(
        "INK-06", since: .v2026_1, .error, level: .row, basis: .law, sources: ["AW-TXT"], column: "aandeel_doelgroep",
        needs: [.register, .table(.purchases)], limits: [leastShare],
        name: Text(nl: "Minder dan 30%", en: "Less than 30%"),
        message: Text(
            nl: "Het aandeel van de doelgroep is {read} procent. Bij een voorbehouden opdracht moet dat ten minste "
                + "{detail} zijn.",
            en: "The share of the target group is {read} per cent. For a reserved contract it must be at least "
                + "{detail}."),
        remedy: Text(
            nl: "De organisatie voldoet niet aan de eis van ten minste 30%. Controleer het aandeel.",
            en: "The organisation does not meet the requirement of at least 30%. Check the share."),
        why: Text(
            nl: "Een opdracht mag volgens de wet alleen zijn voorbehouden aan organisaties waar ten minste 30 procent "
                + "van de werknemers gehandicapt of kansarm is.",
            en: "By law a contract may only be reserved for organisations where at least 30 per cent of the employees "
                + "are disabled or disadvantaged."),
        examples: [
            .triggers("contracten: regime=voorbehouden; voorbehoud=geheel", "sociale_inkoop: aandeel_doelgroep=29,9"),
            .triggers("contracten: regime=voorbehouden; voorbehoud=deels", "sociale_inkoop: aandeel_doelgroep=12"),
            .triggers("contracten: regime=klassiek; voorbehoud=geheel", "sociale_inkoop: aandeel_doelgroep=29"),
            // A share written as a fraction.
            .triggers("contracten: regime=voorbehouden; voorbehoud=geheel", "sociale_inkoop: aandeel_doelgroep=0,415"),
            .passes("contracten: regime=voorbehouden; voorbehoud=geheel", "sociale_inkoop: aandeel_doelgroep=30"),
            .passes("contracten: regime=voorbehouden; voorbehoud=geheel", "sociale_inkoop: aandeel_doelgroep="),
            .passes("sociale_inkoop: aandeel_doelgroep=12"),
        ])

    /// Article 2.82 of the Public Procurement Act: at least 30 per cent.
    static let leastShare = Limit(
        "voorbehouden_aandeel", .percent, .since(.v2026_1, 30, source: "AW-TXT"), within: 0...100, isSetByLaw: true,
        name: Text(
            nl: "Aandeel van de doelgroep bij een voorbehouden opdracht",
            en: "Target group share of a reserved contract"))

    static let variants = [
        Text(
            nl: "Het aandeel van de doelgroep is {read}. Dat lezen wij als minder dan één procent.",
            en: "The share of the target group is {read}. We read that as less than one per cent.")
    ]

    static func check(_ row: SocialPurchase, _ context: borrowing RowContext<SocialPurchase>) -> Verdict {
        let limit = context.all.limit(Self.leastShare)
        guard let share = row.targetGroupShare, share < limit, context.all.isReserved(row.contract) else {
            return .pass
        }
        return .fail(.number(limit), variant: share > .zero && share < Quantity(1) ? 1 : 0)
    }
}
