import Intake
import SocialReturnModel

/// An invoice of a partner is reported once: not twice in a submission, not under two contracts, not again in a later period.
enum InvoiceReportedOnce: SubmissionRule {
    static let facts = RuleFacts(
        "INK-04", since: .v2026_1, .error, level: .acrossSubmissions, basis: .own, column: "factuurnummer",
        needs: [.table(.purchases)],
        name: Text(nl: "Factuur dubbel", en: "Invoice double"),
        message: Text(
            nl: "Factuur {value} van deze partner staat er al, in rij {detail}.",
            en: "Invoice {value} of this partner is there already, in row {detail}."),
        remedy: Text(
            nl: "Een factuur telt één keer. Verwijder de dubbele rij of verbeter het factuurnummer.",
            en: "An invoice counts once. Remove the double row or mend the invoice number."),
        why: Text(
            nl: "Een factuur die er twee keer staat, zou dubbel meetellen.",
            en: "An invoice that is there twice would count double."),
        examples: [
            .triggers("sociale_inkoop:", "sociale_inkoop:"),
            .triggers("sociale_inkoop:", "sociale_inkoop: factuurnummer=f-2026-118; bedrag_excl_btw=10,00"),
            .triggers(
                "contracten:", "contracten: contractnummer=BZK-2026-0200", "sociale_inkoop:",
                "sociale_inkoop: contractnummer=BZK-2026-0200"),
            .triggers(previous: [["voorblad: periode=2026-Q1"]]),
            .passes("sociale_inkoop:", "sociale_inkoop: factuurnummer=F-2026-119"),
            .passes("sociale_inkoop:", "sociale_inkoop: partner_kvk=90000003; partner_naam=Voorbeeld Groen B.V."),
            .passes(previous: [["voorblad: periode=2026-Q1", "sociale_inkoop: factuurnummer=F-2026-001"]]),
            // A correction replaces what it corrects.
            .passes("voorblad: correctie_op=2026-Q2 van 10-07-2026", previous: [["voorblad: opgesteld_op=03-07-2026"]]),
            // The same delivery once more is a matter for the rule about files.
            .passes(previous: [[]]),
        ])

    static let variants = [
        Text(
            nl: "Factuur {value} van deze partner stond al in uw rapportage over {detail}.",
            en: "Invoice {value} of this partner was already in your report on {detail}.")
    ]

    static func check(_ context: RuleContext, _ report: inout Report) {
        guard let table = context.submission.purchases else { return }
        let column = ColumnReference(named: "factuurnummer", in: SocialPurchase.self)
        let before = invoicesBefore(context, &report)
        var first: [Invoice: Int] = [:]
        for index in table.acceptedIndices {
            guard let invoice = Invoice(table.rows[index]) else { continue }
            if let earlier = first[invoice] {
                report.found(at: table.place(index, column), .count(table.row(of: earlier)))
            } else {
                first[invoice] = index
                if let period = before[invoice] { report.found(at: table.place(index, column), period, variant: 1) }
            }
        }
    }

    /// The invoices of earlier reports, each with the period it was reported in.
    private static func invoicesBefore(_ context: RuleContext, _ report: inout Report) -> [Invoice: Detail] {
        var invoices: [Invoice: Detail] = [:]
        for earlier in context.separateReports {
            guard let table = earlier.submission.purchases else { continue }
            let translation = SymbolTranslation(from: earlier.submission, to: context.submission)
            let period = report.text(earlier.period?.description ?? earlier.submission.name)
            for index in table.acceptedIndices {
                if let invoice = Invoice(table.rows[index], translation) { invoices[invoice] = period }
            }
        }
        return invoices
    }

    private struct Invoice: Hashable {
        let partner: KvKNumber
        let number: Symbol

        init?(_ row: SocialPurchase, _ translation: SymbolTranslation? = nil) {
            guard let partner = row.partner, let symbol = row.invoiceNumber,
                let number = translation.map({ $0[symbol] }) ?? symbol
            else { return nil }
            self.partner = partner
            self.number = number
        }
    }
}
