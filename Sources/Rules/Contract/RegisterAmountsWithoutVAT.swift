import Intake
import SocialReturnModel

/// Amounts in the register are without VAT: no heading says otherwise, and a base that is the contract value is not above it.
enum RegisterAmountsWithoutVAT: SubmissionRule {
    static let facts = RuleMetadata(
        "CTR-07", since: .v2026_2, .warning, level: .row, basis: .contract, sources: ["SCH"], needs: [.register],
        audience: .contractManager,
        name: Text(nl: "Btw niet duidelijk", en: "VAT not clear"),
        message: Text(
            nl: "De kolom '{column}' heeft bedragen met btw. Een kolom met bedragen zonder btw is er niet, dus wij "
                + "rekenen zonder deze bedragen.",
            en: "The column '{column}' has amounts with VAT. There is no column with amounts without VAT, so we "
                + "calculate without these amounts."),
        remedy: Text(nl: "Geef bedragen zonder btw.", en: "Give amounts without VAT."),
        why: Text(
            nl: "De verplichting is een deel van een bedrag zonder btw. Met btw zou zij te hoog zijn.",
            en: "The obligation is a part of an amount without VAT. With VAT it would be too high."),
        examples: [
            .triggers("contracten -contractwaarde +contractwaarde_incl_btw: contractwaarde_incl_btw=2000000,00"),
            .triggers(
                "verplichtingen -grondslag_bedrag +grondslag_bedrag_(incl.btw): grondslag_bedrag_(incl.btw)=700000,00"
            ),
            .triggers("verplichtingen: grondslag=opdrachtwaarde; grondslag_bedrag=1850000,01; verplichting_bedrag="),
            .passes(),
            // With both columns it is clear which is which.
            .passes("contracten +contractwaarde_incl_btw: contractwaarde_incl_btw=2000000,00"),
            .passes("contracten +facturen_incl_btw: facturen_incl_btw=2000000,00"),
            .passes("verplichtingen: grondslag=opdrachtwaarde; grondslag_bedrag=1850000,00; verplichting_bedrag="),
            .passes("verplichtingen: grondslag=inschrijfsom; grondslag_bedrag=1850000,01; verplichting_bedrag="),
            .passes(
                "contracten: contractwaarde=",
                "verplichtingen: grondslag=opdrachtwaarde; grondslag_bedrag=1850000,01; verplichting_bedrag="),
            .passes(
                "verplichtingen: grondslag=opdrachtwaarde; grondslag_bedrag=1850000,01; status=vrijgesteld"),
        ])

    static let variants = [
        Text(
            nl: "Het percentage is van de opdrachtwaarde. De grondslag {read} is hoger dan de contractwaarde {detail}. "
                + "Is een van beide met btw?",
            en: "The percentage is of the contract value. The base {read} is above the contract value {detail}. Does "
                + "one of them include VAT?")
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let register = context.register else { return }
        for source in [register.contracts?.source, register.obligations?.source].compactMap({ $0 }) {
            for index in source.extraColumns.indices where isMoneyWithVAT(source.extraColumns[index].heading, source) {
                report.found(at: Place(source.id, column: .extra(index)))
            }
        }
        guard let table = register.obligations else { return }
        let column = ColumnReference(\Obligation.baseAmount)
        for index in register.positions(in: .obligations, of: context.terms.keys) ?? [] {
            let row = table.rows[index]
            guard row.base == .contractValue, row.status != .exempt, context.concerns(row.contract),
                let amount = row.baseAmount, let value = context.contract(row.contract)?.value, amount > value
            else { continue }
            report.found(at: table.place(index, column), .money(value), variant: 1)
        }
    }

    /// Whether `heading` is that of an amount of money with the words for VAT behind it, and the file lacks the amount itself.
    private static func isMoneyWithVAT(_ heading: String, _ source: SourceTable) -> Bool {
        let words = VATWords(heading)
        guard words.isIncluded else { return false }
        let rest = words.withoutIncluded.filter { $0 != "(" && $0 != ")" }
        return source.facts.columns.indices.contains { index in
            let facts = source.facts.columns[index]
            return facts.kind == .money && source.fieldOfColumn[index] < 0
                && ([facts.name] + facts.aliases).contains { FoldedName.fold($0) == rest }
        }
    }
}
