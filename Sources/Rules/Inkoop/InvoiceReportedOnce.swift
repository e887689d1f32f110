import Intake
import SocialReturnModel

/// An invoice of a partner is reported once: not twice in a submission, not again in a later period.
///
/// An invoice may be divided over contracts. So only the same amount under the same contract is an error; another amount under that contract,
/// and the same amount under another one, are questions. A credit takes back and is no double.
enum InvoiceReportedOnce: SubmissionRule {
    static let facts = RuleMetadata(
        "INK-04", since: .v2026_3, .error, level: .acrossSubmissions, basis: .own,
        column: .of(\SocialPurchase.invoiceNumber),
        needs: [.table(.purchases)],
        earlier: [
            .since(
                .v2026_1,
                examples: [
                    .triggers(
                        "contracten:", "contracten: contractnummer=BZK-2026-0200", "sociale_inkoop:",
                        "sociale_inkoop: contractnummer=BZK-2026-0200; bedrag_excl_btw=10,00; waarvan_arbeid="),
                    .triggers(
                        "sociale_inkoop:",
                        "sociale_inkoop: factuurnummer=f-2026-118; bedrag_excl_btw=10,00; waarvan_arbeid="),
                    .passes("sociale_inkoop:", "sociale_inkoop: factuurnummer=F-2026-119"),
                ])
        ], traits: [.foundAcrossReports(.invoiceTwice), .settledByExplanation, .reportsDouble(mayDiffer: true)],
        name: Text(nl: "Factuur dubbel?", en: "Invoice double?"),
        message: Text(
            nl: "Factuur {value} van deze partner staat er ook in uw rij {detail}.",
            en: "Invoice {value} of this partner is in your row {detail} too."),
        remedy: Text(
            nl:
                "Een factuur telt één keer. Is dit dezelfde? Haal deze rij dan weg. Is het een andere? "
                + "Verbeter dan het nummer. Is het een "
                + "creditnota? Zet dan een minteken voor het bedrag.",
            en:
                "An invoice counts once. Is this the same one? Then remove this row. Is it another? Then "
                + "correct the number. Is it a "
                + "credit note? Then put a minus sign before the amount."),
        why: Text(
            nl: "Een factuur die er twee keer staat, zou dubbel meetellen.",
            en: "An invoice that is there twice would count double."),
        examples: [
            .triggers("sociale_inkoop:", "sociale_inkoop:"),
            .triggers("sociale_inkoop:", "sociale_inkoop: factuurnummer=f-2026-118; omschrijving=nog eens"),
            // Another part of the invoice, or a slip?
            .triggers(
                "sociale_inkoop:",
                "sociale_inkoop: factuurnummer=f-2026-118; bedrag_excl_btw=10,00; waarvan_arbeid="),
            // A credit without its minus sign, under the number of the invoice.
            .triggers("sociale_inkoop:", "sociale_inkoop: omschrijving=creditnota"),
            // The whole invoice under two contracts.
            .triggers(
                "contracten:", "contracten: contractnummer=BZK-2026-0200", "sociale_inkoop:",
                "sociale_inkoop: contractnummer=BZK-2026-0200"),
            // One invoice, divided over two contracts.
            .passes(
                "contracten:", "contracten: contractnummer=BZK-2026-0200",
                "sociale_inkoop: bedrag_excl_btw=2500,00; waarvan_arbeid=",
                "sociale_inkoop: contractnummer=BZK-2026-0200; bedrag_excl_btw=1750,00; waarvan_arbeid="),
            // A credit under the number of the invoice.
            .passes("sociale_inkoop:", "sociale_inkoop: bedrag_excl_btw=-250,00; waarvan_arbeid="),
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

    private static let parts = Text(
        nl:
            "Zijn het delen van één factuur? Zet dat dan in de toelichting. Anders telt de factuur één keer: "
            + "verwijder een "
            + "rij of verbeter het factuurnummer.",
        en:
            "Are these parts of one invoice? Then put that in the explanation. Otherwise the invoice counts "
            + "once: remove a "
            + "row or correct the invoice number.")

    static let wordings = [
        Wording(
            Text(
                nl:
                    "Factuur {value} van deze partner staat er ook in uw rij {detail}, met een ander bedrag "
                    + "of bij een ander "
                    + "contract.",
                en: "Invoice {value} of this partner is in your row {detail} too, with another amount or under another "
                    + "contract."), remedy: parts),
        Wording(
            Text(
                nl:
                    "Factuur {value} van deze partner stond ook in uw rapportage over {detail}, met een "
                    + "ander bedrag of bij "
                    + "een ander contract.",
                en: "Invoice {value} of this partner was in your report on {detail} too, with another amount or under "
                    + "another contract."), remedy: parts),
        Wording(
            Text(
                nl:
                    "Factuur {value} van deze partner staat er ook in uw rij {detail}. Hier staat dat het een "
                    + "creditfactuur is, maar er staat "
                    + "geen minteken.",
                en:
                    "Invoice {value} of this partner is in your row {detail} too. Here it says that it is a "
                    + "credit note, but there is no "
                    + "minus sign."),
            remedy: Text(
                nl:
                    "Zet een minteken voor het bedrag. Is het een gewone factuur? Haal deze rij dan weg, of "
                    + "verbeter het nummer.",
                en:
                    "Put a minus sign before the amount. Is it an ordinary invoice? Then remove this row, or "
                    + "correct the number.")),
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.purchases else { return }
        let column = ColumnReference(\SocialPurchase.invoiceNumber)
        let before = invoicesBefore(context, &report)
        var seen = Reported<Int>(context.ruleSet, tellsLast: false, capacity: table.rows.count)
        for index in table.acceptedIndices {
            let row = table.rows[index]
            guard let invoice = Invoice(row) else { continue }
            let part = Part(row)
            let place = table.place(index, column)
            if let (kind, earlier) = seen.alike(part, of: invoice) {
                let detail = Detail.row(table.records[earlier])
                let isCredit =
                    row.amount.map { $0 > .zero } ?? false && context.ruleSet >= .v2026_3 && speaksOfCredit(row, table)
                report.found(
                    at: place, detail, severity: kind == .same ? nil : .warning,
                    variant: isCredit ? 4 : kind == .same ? 0 : 2)
                if kind == .same { continue }
            } else if let (kind, period) = before.alike(part, of: invoice) {
                if kind == .same {
                    report.found(at: place, period, variant: 1)
                } else {
                    report.found(at: place, period, severity: .warning, variant: 3)
                }
            }
            seen.add(part, of: invoice, index)
        }
    }

    private static func speaksOfCredit(_ row: SocialPurchase, _ table: TableData<SocialPurchase>) -> Bool {
        CostsWithoutVAT.speaksOfCredit(row.description, table.source)
            || CostsWithoutVAT.speaksOfCredit(row.explanation, table.source)
    }

    /// The invoices of earlier reports, each with the period it was reported in.
    private static func invoicesBefore(
        _ context: RuleContext, _ report: inout FindingCollector
    ) -> Reported<Detail> {
        var invoices = Reported<Detail>(context.ruleSet, tellsLast: true)
        for earlier in context.separateReports {
            guard let table = earlier.submission.purchases else { continue }
            let translation = SymbolTranslation(from: earlier.submission, to: context.submission)
            let period = report.text(earlier.period?.description ?? earlier.submission.name, from: .supplier)
            for index in table.acceptedIndices {
                if let invoice = Invoice(table.rows[index], translation) {
                    invoices.add(Part(table.rows[index], translation), of: invoice, period)
                }
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

    /// What of an invoice a row reports.
    private struct Part: Hashable {
        let contract: Symbol?
        let amount: Cents?

        init(_ row: SocialPurchase, _ translation: SymbolTranslation? = nil) {
            contract = row.contract.flatMap { symbol in translation.map { $0[symbol] } ?? symbol }
            amount = row.amount
        }

        var isCredit: Bool { amount.map { $0 < .zero } ?? false }
    }

    /// How likely two rows report the same.
    private enum Likeness { case perhaps, same }

    /// The parts of invoices that were reported, each with where. They are looked up and never gone through: ten thousand rows can name one
    /// invoice.
    private struct Reported<Value> {
        private struct Key: Hashable {
            let invoice: Invoice
            var contract: Symbol?
            var amount: Cents?
            let kind: Kind

            /// What two rows with the same key have in common besides the invoice.
            enum Kind { case nothing, contract, amount, both }
        }

        private let ruleSet: RuleSet
        /// Whether of several that are as likely the last one is told, and not the first.
        private let tellsLast: Bool
        private var known: [Key: (number: Int, value: Value)]
        private var count = 0

        init(_ ruleSet: RuleSet, tellsLast: Bool, capacity: Int = 0) {
            (self.ruleSet, self.tellsLast) = (ruleSet, tellsLast)
            known = .init(minimumCapacity: 3 * capacity)
        }

        mutating func add(_ part: Part, of invoice: Invoice, _ value: Value) {
            count += 1
            func note(_ key: Key) {
                if tellsLast || known[key] == nil { known[key] = (count, value) }
            }
            guard ruleSet >= .v2026_3 else { return note(Key(invoice: invoice, kind: .nothing)) }
            note(Key(invoice: invoice, contract: part.contract, amount: part.amount, kind: .both))
            if !part.isCredit { note(Key(invoice: invoice, contract: part.contract, kind: .contract)) }
            note(Key(invoice: invoice, amount: part.amount, kind: .amount))
        }

        /// What was reported that is most like `part`; nil where nothing is. The same contract with another amount, unless one of them is a
        /// credit, and the same amount under another contract are perhaps the same.
        func alike(_ part: Part, of invoice: Invoice) -> (Likeness, Value)? {
            guard ruleSet >= .v2026_3 else {
                return known[Key(invoice: invoice, kind: .nothing)].map { (.same, $0.value) }
            }
            if let same = known[Key(invoice: invoice, contract: part.contract, amount: part.amount, kind: .both)] {
                return (.same, same.value)
            }
            let ofContract =
                part.isCredit ? nil : known[Key(invoice: invoice, contract: part.contract, kind: .contract)]
            let ofAmount = known[Key(invoice: invoice, amount: part.amount, kind: .amount)]
            guard let one = ofContract ?? ofAmount, let other = ofAmount ?? ofContract else { return nil }
            return (.perhaps, (one.number < other.number) == tellsLast ? other.value : one.value)
        }
    }
}
