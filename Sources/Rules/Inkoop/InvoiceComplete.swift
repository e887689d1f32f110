import SocialReturnModel

/// An invoice has a number, a date and an amount. The general rule on required cells leaves these columns to this rule.
enum InvoiceComplete: ReadingRule {
    static let facts = RuleMetadata(
        "INK-02", since: .v2026_2, .error, level: .row, basis: .technical, needs: [.table(.purchases)],
        name: Text(nl: "Factuur onvolledig", en: "Invoice incomplete"),
        message: Text(
            nl: "Van deze factuur ontbreekt iets: de kolom '{column}' is leeg.",
            en: "Something of this invoice is missing: the column '{column}' is empty."),
        remedy: Text(
            nl: "Vul factuurnummer, datum en bedrag in.", en: "Fill in the invoice number, the date and the amount."),
        why: Text(
            nl: "Zonder nummer, datum en bedrag kunnen wij een factuur niet meetellen.",
            en: "Without number, date and amount we cannot count an invoice."),
        examples: [
            .triggers("sociale_inkoop: factuurnummer="),
            .triggers("sociale_inkoop: factuurdatum="),
            .triggers("sociale_inkoop: bedrag_excl_btw=-"),
            .passes(),
            .passes("sociale_inkoop: waarvan_arbeid="),
            // A credit, and an invoice of nothing.
            .passes("sociale_inkoop: bedrag_excl_btw=-250,00; waarvan_arbeid="),
            .passes("sociale_inkoop: bedrag_excl_btw=0,00; waarvan_arbeid="),
            // What could not be read is a matter for the rules about reading.
            .passes("sociale_inkoop: factuurdatum=ergens in mei"),
        ])

    static let observationTriggers = [
        TableColumn.of(\SocialPurchase.invoiceNumber), .of(\SocialPurchase.invoiceDate), .of(\SocialPurchase.amount),
    ].map { ObservationTrigger(.valueMissing, in: $0) }
}
