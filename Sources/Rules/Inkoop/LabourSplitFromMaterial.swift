import Intake
import SocialReturnModel
import Valuations

/// Where the valuation table of the contract counts labour only, an invoice says which part of it is labour.
enum LabourSplitFromMaterial: SubmissionRule {
    static let facts = RuleMetadata(
        "INK-12", since: .v2026_2, .warning, level: .row, basis: .contract, sources: ["HAR", "GH-GEM"],
        column: .of(\SocialPurchase.labourAmount),
        needs: [.register, .table(.purchases)],
        name: Text(nl: "Arbeid of materiaal?", en: "Labour or material?"),
        message: Text(
            nl: "Bij dit contract telt alleen arbeid. Er staat niet welk deel van de factuur arbeid is.",
            en: "Under this contract only labour counts. It does not say which part of the invoice is labour."),
        remedy: Text(
            nl: "Splits arbeid en materiaal: vul bij 'waarvan_arbeid' het deel voor arbeid in. Vraag het anders na bij "
                + "de partner.",
            en: "Split labour and material: fill in the part for labour in 'waarvan_arbeid'. Or ask the partner."),
        why: Text(
            nl: "Zonder het deel voor arbeid kunnen wij deze factuur niet meetellen.",
            en: "Without the part for labour we cannot count this invoice."),
        examples: [
            .triggers(
                "verplichtingen: tabel_id=HARLINGEN",
                "sociale_inkoop: erkenning=sw; keten=onderaanneming; waarvan_arbeid="),
            .triggers(
                "verplichtingen: tabel_id=HARLINGEN",
                "sociale_inkoop: erkenning=sw; keten=onderaanneming; waarvan_arbeid=4250,01"),
            // The register knows what the partner is.
            .triggers(
                "verplichtingen: tabel_id=HARLINGEN", "partners: erkenning=sw",
                "sociale_inkoop: erkenning=; keten=onderaanneming; waarvan_arbeid="),
            .passes(
                "verplichtingen: tabel_id=HARLINGEN",
                "sociale_inkoop: erkenning=sw; keten=onderaanneming; waarvan_arbeid=4250,00"),
            .passes(
                "verplichtingen: tabel_id=HARLINGEN",
                "sociale_inkoop: erkenning=sw; keten=onderaanneming; waarvan_arbeid=0,00"),
            .passes(
                "verplichtingen: tabel_id=HARLINGEN",
                "sociale_inkoop: erkenning=sw; keten=onderaanneming; bedrag_excl_btw=-100,00; waarvan_arbeid=-80,00"),
            // Whatever counts: a part is no more than the whole.
            .triggers("verplichtingen: tabel_id=; rekenmethode=", "sociale_inkoop: waarvan_arbeid=4250,01"),
            // And of an amount above zero no part is below it.
            .triggers("verplichtingen: tabel_id=; rekenmethode=", "sociale_inkoop: waarvan_arbeid=-900,00"),
            // A supply is no subcontract; another table counts the whole invoice; no table counts nothing.
            .passes(
                "verplichtingen: tabel_id=HARLINGEN", "sociale_inkoop: erkenning=sw; keten=levering; waarvan_arbeid="),
            .passes("sociale_inkoop: waarvan_arbeid="),
            .passes("verplichtingen: tabel_id=; rekenmethode=", "sociale_inkoop: waarvan_arbeid="),
            .passes(
                "verplichtingen: tabel_id=HARLINGEN",
                "sociale_inkoop: erkenning=sw; keten=onderaanneming; waarvan_arbeid=de helft"),
        ])

    static let variants = [
        Text(
            nl: "Bij dit contract telt alleen arbeid. Er staat {read} voor arbeid; dat is meer dan de hele factuur van "
                + "{detail}.",
            en:
                "Under this contract only labour counts. It says {read} for labour; that is more than the whole invoice of "
                + "{detail}."),
        Text(
            nl: "Er staat {read} voor arbeid; dat is meer dan de hele factuur van {detail}.",
            en: "It says {read} for labour; that is more than the whole invoice of {detail}."),
    ]

    static let wordings = [
        Wording(
            Text(
                nl: "Er staat {read} voor arbeid, onder nul, bij een factuur van {detail}.",
                en: "It says {read} for labour, below zero, for an invoice of {detail}."),
            remedy: Text(
                nl:
                    "Staat er een minteken te veel? Haal het dan weg. Is de hele factuur een creditfactuur? Zet het dan ook voor het bedrag.",
                en:
                    "Is there a minus sign too many? Then remove it. Is the whole invoice a credit note? Then put it before the amount too."
            ))
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.purchases else { return }
        let countsLabourOnly = context.terms.values.contains {
            $0.tableInUse?.blocks.contains(where: \.countsLabourOnly) ?? false
        }
        guard countsLabourOnly || context.ruleSet >= .v2026_3 else { return }
        let known = countsLabourOnly ? context.knownPartners : [:]
        let column = ColumnReference(\SocialPurchase.labourAmount)
        for index in table.acceptedIndices {
            let row = table.rows[index]
            let isTooMuch =
                row.labourAmount.flatMap { labour in row.amount.map { $0 > .zero && labour > $0 } } ?? false
            if context.ruleSet >= .v2026_3, let labour = row.labourAmount, let amount = row.amount, labour < .zero,
                amount > .zero
            {
                report.found(at: table.place(index, column), .money(amount), variant: 3)
            } else if countsLabourOnly, asksForLabour(row, context, known) {
                if isTooMuch, let amount = row.amount {
                    report.found(at: table.place(index, column), .money(amount), variant: 1)
                } else if RowContext(all: context, table: table, index: index).isBlank(\.labourAmount) {
                    report.found(at: table.place(index, column))
                }
            } else if isTooMuch, context.ruleSet >= .v2026_3, let amount = row.amount {
                report.found(at: table.place(index, column), .money(amount), variant: 2)
            }
        }
    }

    /// Whether only the labour in the invoice counts, by the table of its contract.
    private static func asksForLabour(
        _ row: SocialPurchase, _ context: RuleContext, _ known: [KvKNumber: Partner]
    ) -> Bool {
        // As in valuing: what the register knows counts where the row names no recognition.
        let recognition =
            row.recognition.isEmpty ? row.partner.flatMap { known[$0]?.recognition } ?? CodeSet() : row.recognition
        guard let terms = row.contract.flatMap({ context.terms[$0] }), let valuation = terms.tableInUse,
            case .block(let block) = valuation.block(for: row, recognition: recognition)
        else { return false }
        return valuation.blocks[block].countsLabourOnly
    }
}
