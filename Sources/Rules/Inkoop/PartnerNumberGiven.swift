import SocialReturnModel

/// A purchase names its partner by the KvK number. The general rules on required cells and KvK numbers leave this column to this
/// rule.
enum PartnerNumberGiven: ReadingRule {
    static let facts = RuleMetadata(
        "INK-01", since: .v2026_2, .error, level: .cell, basis: .technical, sources: ["KVK"],
        column: .of(\SocialPurchase.partner),
        needs: [.table(.purchases)],
        name: Text(nl: "Partner zonder KvK", en: "Partner without KvK number"),
        message: Text(
            nl: "Bij deze factuur staat geen KvK-nummer van de partner.",
            en: "For this invoice there is no KvK number of the partner."),
        remedy: Text(
            nl: "Vul het KvK-nummer van de partner in: 8 cijfers. Het staat op de factuur, en anders op kvk.nl.",
            en: "Fill in the KvK number of the partner: 8 digits. It is on the invoice, or else on kvk.nl."),
        why: Text(
            nl: "Aan het KvK-nummer herkennen wij de partner, en zien wij dat een factuur maar één keer meetelt.",
            en: "The KvK number is how we recognise the partner, and see that an invoice counts only once."),
        examples: [
            .triggers("sociale_inkoop: partner_kvk="),
            .triggers("sociale_inkoop: partner_kvk=-"),
            .triggers("sociale_inkoop: partner_kvk=onbekend"),
            .triggers("sociale_inkoop: partner_kvk=900000011"),
            .passes(),
            .passes("sociale_inkoop: partner_kvk=9000 0001"),
            // The number of an employer is a matter for the general rules.
            .passes("inzet: werkgever_kvk="),
            .passes("inzet: werkgever_kvk=onbekend"),
        ])

    static let observationTriggers = [
        ObservationTrigger(.valueMissing, in: .of(\SocialPurchase.partner)),
        ObservationTrigger(
            .invalidKvK, in: .of(\SocialPurchase.partner),
            message: Text(
                nl: "'{value}' is geen KvK-nummer van 8 cijfers.", en: "'{value}' is not a KvK number of 8 digits.")),
    ]
}
