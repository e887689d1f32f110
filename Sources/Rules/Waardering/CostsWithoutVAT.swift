import Intake
import SocialReturnModel

/// Of costs and invoices it is clear that they are without VAT: the heading says so, and no remark says otherwise.
enum CostsWithoutVAT: SubmissionRule {
    static let facts = RuleFacts(
        "WRD-09", since: .v2026_2, .warning, level: .row, basis: .contract, sources: ["LEI"],
        name: Text(nl: "Kosten zonder btw-vlag", en: "Costs with VAT unclear"),
        message: Text(
            nl: "De kolom met bedragen heet hier '{detail}'. Daaruit blijkt niet of de btw eraf is.",
            en: "The column with amounts is called '{detail}' here. That does not tell whether VAT is left out."),
        remedy: Text(
            nl: "Geef het bedrag zonder btw. Staan er al bedragen zonder btw? Noem de kolom dan zoals in het sjabloon.",
            en:
                "Give the amount without VAT. Are the amounts without VAT already? Then call the column as the "
                + "template does."),
        why: Text(
            nl: "Alleen het bedrag zonder btw telt mee.", en: "Only the amount without VAT counts."),
        examples: [
            .triggers("sociale_inkoop -bedrag_excl_btw +factuurbedrag: factuurbedrag=4250,00"),
            .triggers("activiteiten -kosten_excl_btw +kosten: kosten=350,00"),
            .triggers("sociale_inkoop: toelichting=Bedrag is inclusief btw."),
            .triggers("sociale_inkoop: omschrijving=bedrijfskleding (incl. BTW)"),
            .triggers("activiteiten: toelichting=zaalhuur, kosten met btw"),
            .passes(),
            .passes("sociale_inkoop -bedrag_excl_btw +Bedrag_ex.btw: Bedrag_ex.btw=4250,00"),
            // A second column makes clear what the first one is.
            .passes(
                "sociale_inkoop -bedrag_excl_btw +bedrag +bedrag_incl.btw: bedrag=4250,00; bedrag_incl.btw=5142,50"),
            .passes("sociale_inkoop: toelichting=excl. btw, met btw is het 5.142,50"),
            .passes("sociale_inkoop: toelichting=btw verlegd"),
            // Nothing is reported in the column.
            .passes("activiteiten -kosten_excl_btw +kosten: kosten="),
            .passes("activiteiten -kosten_excl_btw +kosten: kosten=0"),
            .passes("activiteiten: kosten_excl_btw=; toelichting=koffie incl. btw"),
        ])

    static let variants = [
        Text(
            nl: "Bij het bedrag van {read} staat dat het met btw is.",
            en: "A remark says that the amount of {read} includes VAT.")
    ]

    static func check(_ context: RuleContext, _ report: inout Report) {
        if let table = context.submission.purchases {
            report.checkAmounts(of: table, "bedrag_excl_btw", \.amount, [\.explanation, \.description])
        }
        if let table = context.submission.activities {
            report.checkAmounts(of: table, "kosten_excl_btw", \.costs, [\.explanation])
        }
    }
}

extension Report {
    /// Looks at the heading of the amounts in `name`, and at the `remarks` beside each.
    fileprivate mutating func checkAmounts<Row: TableRow>(
        of table: TableData<Row>, _ name: String, _ amount: KeyPath<Row, Cents?>, _ remarks: [KeyPath<Row, TextCell>]
    ) {
        let column = ColumnReference(named: name, in: Row.self)
        guard let field = table.source.field(of: column) else { return }
        var hasAmount = false
        for index in table.acceptedIndices {
            let row = table.rows[index]
            guard row[keyPath: amount].map({ $0 != .zero }) ?? false else { continue }
            hasAmount = true
            for remark in remarks where !row[keyPath: remark].isEmpty {
                guard VATWords(table.source.text(row[keyPath: remark])).isIncluded else { continue }
                found(at: table.place(index, column), variant: 1)
                break
            }
        }
        guard hasAmount, table.source.headerRecord >= 0 else { return }
        let heading = table.source.cells.text(table.source.headerRecord, field)
        let headings = [heading] + table.source.extraColumns.filter { $0.identifier == nil }.map(\.heading)
        guard !headings.contains(where: { VATWords($0).isNamed }) else {
            return
        }
        found(at: Place(table.source.id, column: column), text(heading))
    }
}
