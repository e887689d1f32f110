import SocialReturnModel

/// The partner of a purchase is another organisation than the supplier.
enum PartnerIsAnother: RowRule {
    static let facts = RuleMetadata(
        "INK-13", since: .v2026_2, .warning, level: .acrossTables, basis: .own, column: .of(\SocialPurchase.partner),
        needs: [.table(.purchases)],
        name: Text(nl: "Is de partner een ander?", en: "Is the partner another organisation?"),
        message: Text(
            nl: "De partner heeft hetzelfde KvK-nummer als u zelf.",
            en: "The partner has the same KvK number as you yourself."),
        remedy: Text(
            nl:
                "Inkoop bij uzelf telt niet als sociale inkoop. Controleer het KvK-nummer van de partner. Werken de mensen "
                + "bij u? Meld hen dan bij inzet.",
            en:
                "A purchase from yourself is no social purchase. Check the KvK number of the partner. Do the people work "
                + "with you? Then report them as placements."),
        why: Text(
            nl: "Sociale inkoop is werk dat u aan een ander geeft. Eigen mensen tellen mee als inzet.",
            en: "A social purchase is work that you give to another. Your own people count as placements."),
        examples: [
            .triggers("sociale_inkoop: partner_kvk=12345678"),
            .triggers("sociale_inkoop: partner_kvk=12345678", withRegister: false),
            // The contract is with another organisation of the group than the one that reports.
            .triggers("contracten: leverancier_kvk=90000001"),
            .passes(),
            .passes("sociale_inkoop: partner_kvk=90000002"),
            .passes("voorblad: leverancier_kvk=", "sociale_inkoop: partner_kvk=90000009"),
        ])

    static let variants = [
        Text(
            nl: "De partner heeft hetzelfde KvK-nummer als de leverancier van dit contract.",
            en: "The partner has the same KvK number as the supplier of this contract.")
    ]

    static func check(_ row: SocialPurchase, _ context: borrowing RowContext<SocialPurchase>) -> Verdict {
        guard let partner = row.partner else { return .pass }
        if partner == context.all.submission.coverRow.supplierKvK { return .fail }
        guard let contract = row.contract, partner == context.all.terms[contract]?.contract.supplier else {
            return .pass
        }
        return .fail(variant: 1)
    }
}
