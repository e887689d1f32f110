import Intake
import SocialReturnModel

/// For every placement and every invoice some document is named in `bewijs.csv`.
///
/// Without that file, or with an empty one, there is one finding for the whole submission instead of one for each row.
enum EvidenceNamed: SubmissionRule {
    static let facts = RuleMetadata(
        "BEW-01", since: .v2026_1, .warning, level: .acrossTables, basis: .contract, column: .of(\Evidence.belongsTo),
        yields: [.to("BEW-06", .row)],
        name: Text(nl: "Bewijs ontbreekt", en: "Evidence missing"),
        message: Text(
            nl: "Bij inzet {value} is in bewijs.csv geen bewijs genoemd.",
            en: "For placement {value} no evidence is named in bewijs.csv."),
        remedy: Text(
            nl: "Noem het soort bewijs en de datum waarop u het zag. Het stuk zelf blijft bij u.",
            en: "Name the kind of evidence and the date on which you saw it. The document itself stays with you."),
        why: Text(
            nl: "Zonder bewijs kan de contractmanager niet nagaan of de inzet meetelt.",
            en: "Without evidence the contract manager cannot tell whether it counts."),
        examples: [
            .triggers("bewijs: hoort_bij=P-002"),
            .triggers("inzet:", "inzet: inzet_id=P-002; deelnemercode=D-0002"),
            .triggers("sociale_inkoop: factuurnummer=F-2026-119"),
            .triggers("-bewijs"),
            .triggers("bewijs"),
            .passes("bewijs: hoort_bij=p-001"),
            .passes("inzet", "bewijs: hoort_bij=P-007"),
            .passes("-bewijs", "-inzet", "-sociale_inkoop"),
        ])

    static let variants = [
        Text(
            nl: "Bij factuur {value} is in bewijs.csv geen bewijs genoemd.",
            en: "For invoice {value} no evidence is named in bewijs.csv."),
        Text(
            nl: "In bewijs.csv staat nog niets. Wij verwachten daar {detail}: één voor elke inzet en elke factuur.",
            en: "There is nothing in bewijs.csv yet. We expect {detail} there: one for each placement and each invoice."
        ),
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        let submission = context.submission
        guard let evidence = submission.evidence, !evidence.rows.isEmpty else {
            let count =
                (submission.placements.map { table in table.acceptedIndices.count { table.rows[$0].id != nil } } ?? 0)
                + (submission.purchases.map { table in
                    table.acceptedIndices.count { table.rows[$0].invoiceNumber != nil }
                } ?? 0)
            guard count > 0 else { return }
            let rows = Text(
                nl: count == 1 ? "1 rij" : "\(Quantity(count).formatted(.dutch)) rijen",
                en: count == 1 ? "1 row" : "\(Quantity(count).formatted(.english)) rows")
            report.found(at: Place(.evidence), report.text(rows, from: .tool), variant: 2)
            return
        }
        var named = SymbolSet()
        for row in evidence.rows { named.insert(row.belongsTo) }
        if let table = submission.placements {
            let column = ColumnReference(\Placement.id)
            for index in table.acceptedIndices {
                if let id = table.rows[index].id, !named.contains(id) { report.found(at: table.place(index, column)) }
            }
        }
        if let table = submission.purchases {
            let column = ColumnReference(\SocialPurchase.invoiceNumber)
            for index in table.acceptedIndices {
                if let number = table.rows[index].invoiceNumber, !named.contains(number) {
                    report.found(at: table.place(index, column), variant: 1)
                }
            }
        }
    }
}
