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
            nl: "Noem het soort bewijs en de datum waarop u het zag.",
            en: "Name the kind of evidence and the date on which you saw it."),
        why: Text(
            nl: "Zonder bewijs kan de contractmanager niet nagaan of de inzet meetelt. Het stuk zelf blijft bij u.",
            en: "Without evidence the contract manager cannot tell whether it counts. The document itself stays with "
                + "you."),
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
            nl: "In bewijs.csv is geen enkel bewijs genoemd. Aantal rijen met inzet of een factuur: {detail}.",
            en: "No evidence at all is named in bewijs.csv. Rows with a placement or an invoice: {detail}."),
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        let submission = context.submission
        guard let evidence = submission.evidence, !evidence.rows.isEmpty else {
            let count =
                (submission.placements?.acceptedIndices.count { _ in true } ?? 0)
                + (submission.purchases?.acceptedIndices.count { _ in true } ?? 0)
            if count > 0 { report.found(at: Place(.evidence), .count(count), variant: 2) }
            return
        }
        var named = SymbolSet(submission.symbols)
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
