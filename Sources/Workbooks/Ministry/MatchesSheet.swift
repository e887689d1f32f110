import Consolidations
import SocialReturnModel
import Spreadsheets

extension SheetDefinition<MinistryLine> {
    /// *Verbinden*: offers of learning places that fit a demand of another supplier.
    static var matches: SheetDefinition {
        SheetDefinition(
            name: MinistrySheet.matches.name, title: Text(nl: "Verbinden", en: "Connecting"),
            explanation: Text(
                nl:
                    "Een plek bij de één past bij een wens van de ander. Er staan geen gegevens van deelnemers; mensen kiezen zelf.",
                en:
                    "A place at one fits a wish of another. There are no data of participants; people choose themselves."
            ),
            columns: [
                SheetColumn(Text(nl: "Biedt aan", en: "Offers"), key: "aanbod", width: 22...36, .wrapped) { line, _ in
                    .text(line.match.match.offer.supplierName)
                },
                SheetColumn(Text(nl: "Zoekt", en: "Looks for"), key: "vraag", width: 22...36, .wrapped) { line, _ in
                    .text(line.match.match.demand.supplierName)
                },
                SheetColumn(Text(nl: "Soort plek", en: "Kind of place"), key: "soort", width: 16...24) {
                    line, language in
                    .text(line.match.match.offer.kind.name[language])
                },
                SheetColumn(Text(nl: "Vak", en: "Occupation"), key: "vak", width: 18...30, .wrapped) { line, _ in
                    .text(line.match.match.offer.occupation)
                },
                SheetColumn(Text(nl: "Regio", en: "Region"), key: "regio", width: 14...24) { line, _ in
                    .text(line.match.match.offer.region)
                },
                SheetColumn(Text(nl: "Vanaf", en: "From"), key: "vanaf", width: 13...13, .day) { line, _ in
                    .day(line.match.match.from)
                },
                SheetColumn(Text(nl: "Tot en met", en: "Until"), key: "tot", width: 13...13, .day) { line, _ in
                    .day(line.match.match.until)
                },
                SheetColumn(Text(nl: "Plekken", en: "Places"), key: "aantal", width: 10...12, .integer) { line, _ in
                    .integer(line.match.match.count)
                },
                SheetColumn(Text(nl: "Waarom dit past", en: "Why this fits"), key: "waarom", width: 50...50, .wrapped) {
                    line, language in
                    .text(line.match.match.reasons.map { $0[language] }.joined(separator: " "))
                },
                SheetColumn(
                    Text(nl: "Contact aanbod", en: "Contact of the offer"), key: "contact_aanbod", width: 24...40
                ) {
                    line, language in .text(line.match.offerMailbox ?? viaSupplier[language])
                },
                SheetColumn(
                    Text(nl: "Contact vraag", en: "Contact of the demand"), key: "contact_vraag", width: 24...40
                ) {
                    line, language in .text(line.match.demandMailbox ?? viaSupplier[language])
                },
            ])
    }

    private static var viaSupplier: Text { Text(nl: "via de contractmanager", en: "through the contract manager") }
}

extension MinistryLine {
    fileprivate var match: MatchLine { overview.matches[index] }
}
