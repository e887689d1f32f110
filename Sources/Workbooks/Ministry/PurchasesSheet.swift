import Consolidations
import SocialReturnModel
import Spreadsheets

extension SheetDefinition<MinistryLine> {
    /// *Sociale inkoop*: the purchases by contract, partner and period. Invoices stand in the open data of each result.
    static var purchasesByPartner: SheetDefinition {
        SheetDefinition(
            name: MinistrySheet.purchases.name, title: Text(nl: "Sociale inkoop", en: "Social purchases"),
            explanation: Text(
                nl: "Inkoop bij sociale ondernemingen en SW-bedrijven, per contract, partner en periode.",
                en:
                    "Purchases from social enterprises and sheltered-employment companies, by contract, partner and period."
            ),
            columns: [
                SheetColumn(Text(nl: "Contract", en: "Contract"), key: "contract", width: 16...24, .link) { line, _ in
                    .link(
                        line.overview.contracts[line.purchase.contract].facts.id,
                        to: line.ministry.target(ofContract: line.purchase.contract))
                },
                SheetColumn(Text(nl: "Categorie", en: "Category"), key: "categorie", width: 14...24) { line, _ in
                    .text(Ministry.key(line.overview.contracts[line.purchase.contract].facts.category))
                },
                SheetColumn(Text(nl: "Periode", en: "Period"), key: "periode", width: 12...26) { line, _ in
                    .text(line.purchase.period.description)
                },
                SheetColumn(Text(nl: "KvK-nummer partner", en: "Partner's KvK number"), key: "partner", width: 14...16)
                {
                    line, _ in .text(line.purchase.partner.kvk?.description)
                },
                SheetColumn(Text(nl: "Partner", en: "Partner"), key: "naam", width: 24...44) { line, _ in
                    .text(line.purchase.partner.name)
                },
                SheetColumn(Text(nl: "Facturen", en: "Invoices"), key: "facturen", width: 10...12, .integer) {
                    line, _ in
                    .integer(line.purchase.partner.invoices)
                },
                .money("bedrag", Text(nl: "Bedrag zonder btw", en: "Amount without VAT")) {
                    .euros($0.purchase.partner.amount)
                },
                .money("waarde", Text(nl: "Telt mee voor", en: "Counts for")) { .euros($0.purchase.partner.value) },
            ])
    }
}

extension MinistryLine {
    fileprivate var purchase: PurchaseLine { overview.purchases[index] }
}
