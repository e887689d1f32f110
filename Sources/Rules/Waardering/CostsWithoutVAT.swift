import Intake
import SocialReturnModel

/// Of costs and invoices it is clear that they are without VAT: the heading says so, and no remark says otherwise. A credit lowers what counts, and
/// stands beside the invoice that it takes back.
enum CostsWithoutVAT: SubmissionRule {
    static let facts = RuleMetadata(
        "WRD-09", since: .v2026_3, .warning, level: .row, basis: .contract, sources: ["LEI"],
        earlier: [
            .since(
                .v2026_2,
                examples: [
                    .triggers("sociale_inkoop: toelichting=Bedrag is inclusief btw."),
                    .passes("sociale_inkoop: toelichting=incl. 21% btw"),
                    .passes("sociale_inkoop: omschrijving=creditfactuur"),
                    .passes("sociale_inkoop: bedrag_excl_btw=-250,00; waarvan_arbeid="),
                ])
        ], yields: [.to("INK-04", .row)], traits: [.settledByAnswer],
        name: Text(nl: "Bedrag met of zonder btw?", en: "Amount with or without VAT?"),
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
            .triggers("activiteiten: kosten_excl_btw=-350,00"),
            .triggers("sociale_inkoop: toelichting=incl. 21% btw"),
            .triggers("activiteiten: toelichting=zaalhuur inclusief 9 % BTW"),
            // A credit with an amount above zero, and one without its invoice.
            .triggers("sociale_inkoop: omschrijving=Creditfactuur kleding"),
            .triggers("sociale_inkoop: toelichting=creditnota op F-2026-101"),
            .triggers("sociale_inkoop: bedrag_excl_btw=-250,00; waarvan_arbeid="),
            .passes(),
            .passes("sociale_inkoop: toelichting=excl. 21% btw"),
            .passes("sociale_inkoop: toelichting=korting van 21%"),
            .passes("sociale_inkoop: omschrijving=dagcreaties van hout"),
            .passes("sociale_inkoop:", "sociale_inkoop: factuurnummer=C-1; bedrag_excl_btw=-250,00; waarvan_arbeid="),
            .passes(
                "sociale_inkoop: factuurnummer=C-1; bedrag_excl_btw=-250,00; waarvan_arbeid=",
                previous: [["voorblad: periode=2026-Q1"]]),
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

    static let wordings = [
        Wording(
            Text(
                nl: "Bij het bedrag van {read} staat dat het met btw is.",
                en: "Beside the amount of {read} it says that VAT is included."),
            remedy: Text(
                nl:
                    "Vul het bedrag zonder btw in, en haal de woorden over de btw weg. Is de btw er al af? Zeg "
                    + "dat dan in 'Uw antwoord'.",
                en:
                    "Fill in the amount without VAT, and remove the words about VAT. Is VAT left out already? "
                    + "Then say so in 'Your answer'.")),
        Wording(
            Text(
                nl: "Hier staat dat het een creditfactuur is, maar het bedrag van {read} staat er zonder minteken.",
                en: "Here it says that it is a credit note, but the amount of {read} has no minus sign."),
            remedy: Text(
                nl: "Zet een minteken voor het bedrag. Is het een gewone factuur? Verander dan de omschrijving.",
                en: "Put a minus sign before the amount. Is it an ordinary invoice? Then change the description.")),
        Wording(
            Text(
                nl:
                    "Deze creditfactuur van {read} staat alleen: van deze partner is er bij dit contract "
                    + "geen factuur van ten "
                    + "minste dat bedrag.",
                en:
                    "This credit note of {read} stands alone: of this partner there is no invoice of at "
                    + "least that amount "
                    + "under this contract."),
            remedy: Text(
                nl: "Bij welke factuur hoort deze creditfactuur? Meld die factuur ook, of noem haar nummer in de "
                    + "toelichting.",
                en: "To which invoice does this credit note belong? Report that invoice too, or name its number in the "
                    + "explanation.")),
        Wording(
            Text(
                nl: "De kosten van {read} staan er met een minteken: zij gaan van het totaal af.",
                en: "The costs of {read} have a minus sign: they are taken off the total."),
            remedy: Text(
                nl: "Kreeg u dit bedrag terug? Zeg dat dan in 'Uw antwoord'. Zo niet, haal het minteken weg.",
                en: "Did you get this amount back? Then say so in 'Your answer'. If not, remove the minus sign.")),
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        let skipsRate = context.ruleSet >= .v2026_3
        if let table = context.submission.purchases {
            report.checkAmounts(
                of: table, \.amount, [\.explanation, \.description], skipsRate: skipsRate)
            if skipsRate { checkCredits(table, context, &report) }
        }
        if let table = context.submission.activities {
            report.checkAmounts(of: table, \.costs, [\.explanation], skipsRate: skipsRate)
            let column = ColumnReference(\Activity.costs)
            for index in table.acceptedIndices where skipsRate {
                guard let costs = table.rows[index].costs, costs < .zero else { continue }
                report.found(at: table.place(index, column), variant: 4)
            }
        }
    }

    /// Credits that are written as an invoice, and credits without one.
    private static func checkCredits(
        _ table: TableData<SocialPurchase>, _ context: RuleContext, _ report: inout FindingCollector
    ) {
        let column = ColumnReference(\SocialPurchase.amount)
        var invoiced: [Account: Cents]?
        for index in table.acceptedIndices {
            let row = table.rows[index]
            guard let amount = row.amount, amount != .zero else { continue }
            if amount > .zero {
                if speaksOfCredit(row.description, table.source) || speaksOfCredit(row.explanation, table.source) {
                    report.found(at: table.place(index, column), variant: 2)
                }
                continue
            }
            let largest = invoiced ?? largestInvoices(context)
            invoiced = largest
            if largest[Account(row)].map({ $0 < amount.magnitude }) ?? true, table.isNullMarker(row.explanation) {
                report.found(at: table.place(index, column), severity: .signal, variant: 3)
            }
        }
    }

    /// Whether `cell` says that an invoice is a credit.
    static func speaksOfCredit(_ cell: TextCell, _ source: SourceTable) -> Bool {
        guard !cell.isEmpty, source.cells.withAllBytes({ mayHoldCredit($0[cell.range]) }) else { return false }
        let folded = FoldedName.fold(source.text(cell))
        return folded.contains("creditfactu") || folded.contains("creditnota") || folded.contains("creditering")
    }

    /// Whether the letters of `credit` stand in `text` one behind the other, with anything between them: nearly every description ends here. Of a
    /// text with signs outside ASCII it says so without looking.
    private static func mayHoldCredit(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let word: StaticString = "credit"
        var found = 0
        for byte in text {
            guard byte < 0x80 else { return true }
            if byte | 0x20 == word.utf8Start[found] { found += 1 }
            if found == word.utf8CodeUnitCount { return true }
        }
        return false
    }

    private struct Account: Hashable {
        let partner: KvKNumber?
        let contract: Symbol?

        init(_ row: SocialPurchase, _ translation: SymbolTranslation? = nil) {
            partner = row.partner
            contract = row.contract.flatMap { symbol in translation.map { $0[symbol] } ?? symbol }
        }
    }

    /// The largest invoice of each partner under each contract, in this report and in earlier ones.
    private static func largestInvoices(_ context: RuleContext) -> [Account: Cents] {
        var largest: [Account: Cents] = [:]
        func note(_ submission: Submission, _ translation: SymbolTranslation?) {
            guard let table = submission.purchases else { return }
            for index in table.acceptedIndices {
                guard let amount = table.rows[index].amount, amount > .zero else { continue }
                let account = Account(table.rows[index], translation)
                largest[account] = max(largest[account] ?? .zero, amount)
            }
        }
        note(context.submission, nil)
        for earlier in context.separateReports {
            note(earlier.submission, SymbolTranslation(from: earlier.submission, to: context.submission))
        }
        return largest
    }
}

extension FindingCollector {
    /// Looks at the heading of the column of `amount`, and at the `remarks` beside each.
    fileprivate mutating func checkAmounts<Row: TableRow>(
        of table: TableData<Row>, _ amount: KeyPath<Row, Cents?>, _ remarks: [KeyPath<Row, TextCell>],
        skipsRate: Bool
    ) {
        let column = ColumnReference(amount)
        guard let field = table.source.field(of: column) else { return }
        var hasAmount = false
        for index in table.acceptedIndices {
            let row = table.rows[index]
            guard row[keyPath: amount].map({ $0 != .zero }) ?? false else { continue }
            hasAmount = true
            for remark in remarks where !row[keyPath: remark].isEmpty {
                guard VATWords(table.source.text(row[keyPath: remark]), skipsRate: skipsRate).isIncluded else {
                    continue
                }
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
        found(at: Place(table.source.id, column: column), text(heading, from: .supplier))
    }
}
