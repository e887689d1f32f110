import Consolidations
import SocialReturnModel
import Spreadsheets
import Workbooks

extension MinistrySheet {
    static let purchases = MinistrySheet(
        "Sociale inkoop", at: 160,
        meaning: Text(
            nl: "De inkoop per contract, partner en periode.", en: "The purchases by contract, partner and period."),
        count: { $0.purchases.count }
    ) { _ in .purchasesByPartner }
}

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
                .money("waarde", Text(nl: "Telt mee voor", en: "Counts for")) { line in
                    // Not valued is not 0.
                    let partner = line.purchase.partner
                    guard partner.isValued else {
                        return .text(line.ministry.words("niet gewaardeerd", "not valued"), .muted)
                    }
                    let hasTable = line.overview.contracts[line.purchase.contract].realised != nil
                    guard hasTable || partner.value != .zero else {
                        return .text(line.ministry.words("geen tabel", "no table"), .muted)
                    }
                    return .euros(partner.value)
                },
                SheetColumn(
                    Text(nl: "Rol in de keten", en: "Role in the chain"), key: "keten", width: 16...22, .wrapped
                ) {
                    line, language in
                    let codes = line.purchase.partner.chains ?? [line.purchase.plan?.role?.code].compactMap { $0 }
                    return .text(
                        codes.map { Ministry.codeName(ChainRole.self, $0, language) }.joined(separator: ", "))
                },
                SheetColumn(
                    Text(nl: "Afgesproken deel van het contract", en: "Agreed part of the contract"), key: "gepland",
                    width: 13...16, .percent
                ) { line, _ in
                    guard let share = line.purchase.plan?.share else { return .empty }
                    return .number(Double(share.tenThousandths) / Double(100 * Quantity.scale))
                },
                SheetColumn(
                    Text(nl: "Gekocht deel tot nu", en: "Part bought so far"), key: "gerealiseerd", width: 12...15,
                    .percent
                ) { line, _ in
                    guard let value = line.contractValue else { return .empty }
                    return .number(line.purchase.boughtSoFar.euros / value.euros)
                },
                SheetColumn(Text(nl: "Wat opvalt", en: "What stands out"), key: "valt_op", width: 24...32, .wrapped) {
                    line, language in
                    .text(line.partnerRemark(language))
                },
            ])
    }
}

extension MinistryLine {
    fileprivate var purchase: PurchaseLine { overview.purchases[index] }

    /// What the contract is worth; nil where nobody knows.
    fileprivate var contractValue: Cents? {
        overview.contracts[purchase.contract].facts.terms?.contract.value.flatMap { $0 > .zero ? $0 : nil }
    }

    /// Whether the partner is new, was planned and not bought from, or lags what was agreed for the part of the term that has passed.
    fileprivate func partnerRemark(_ language: Language) -> String? {
        func text(_ nl: String, _ en: String) -> String { Text(nl: nl, en: en)[language] }
        let line = purchase
        if line.partner.invoices == 0 {
            return text("▲ afgesproken, nog niets gekocht", "▲ agreed, nothing bought yet")
        }
        var parts: [String] = []
        if line.isNew { parts.append(text("★ nieuwe partner", "★ new partner")) }
        if let share = line.plan?.share, let value = contractValue,
            let elapsed = overview.contracts[line.contract].elapsed
        {
            let agreed = Double(share.tenThousandths) / Double(100 * Quantity.scale)
            let part = line.boughtSoFar.euros / value.euros
            parts.append(
                part + 0.0001 >= agreed * elapsed
                    ? text("✓ op koers", "✓ on course") : text("▲ achter op de afspraak", "▲ behind what was agreed"))
        }
        return parts.joined(separator: "; ")
    }
}
