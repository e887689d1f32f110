import SocialReturnModel

/// An invoice is dated in the period that the report is about.
enum InvoiceWithinPeriod: RowRule {
    static let facts = RuleMetadata(
        "INK-03", since: .v2026_2, .warning, level: .row, basis: .technical, column: .of(\SocialPurchase.invoiceDate),
        needs: [.table(.purchases)], traits: [.settledByExplanation],
        name: Text(nl: "Hoort deze factuur in de periode?", en: "Does this invoice belong in the period?"),
        message: Text(
            nl: "De factuur is van {read}. De rapportageperiode begint op {detail}.",
            en: "The invoice is of {read}. The reporting period begins on {detail}."),
        remedy: Text(
            nl: "Verplaats naar de juiste periode. Ging het toch om werk in deze periode, leg dat dan uit.",
            en: "Move it to the right period. If it was for work in this period after all, explain that."),
        why: Text(
            nl: "Elke factuur telt in één periode mee. Zo blijven kwartalen met elkaar te vergelijken.",
            en: "Every invoice counts in one period. So quarters can still be compared with each other."),
        examples: [
            .triggers("sociale_inkoop: factuurdatum=31-03-2026"),
            .triggers("sociale_inkoop: factuurdatum=01-07-2026"),
            .triggers("sociale_inkoop: factuurdatum=15-05-2025"),
            .passes("sociale_inkoop: factuurdatum=01-04-2026"),
            .passes("sociale_inkoop: factuurdatum=30-06-2026"),
            .passes("voorblad: periode=2026", "sociale_inkoop: factuurdatum=01-01-2026"),
            .passes("voorblad: periode=ergens", "sociale_inkoop: factuurdatum=01-01-2020"),
            .passes("sociale_inkoop: factuurdatum=onbekend"),
        ])

    static let variants = [
        Text(
            nl: "De factuur is van {read}. De rapportageperiode eindigt op {detail}.",
            en: "The invoice is of {read}. The reporting period ends on {detail}.")
    ]

    static func check(_ row: SocialPurchase, _ context: borrowing RowContext<SocialPurchase>) -> Verdict {
        context.within(period: row.invoiceDate)
    }
}
