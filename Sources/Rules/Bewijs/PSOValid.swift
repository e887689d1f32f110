import Intake
import SocialReturnModel

/// A PSO certificate is valid on the date of the invoice, and for no longer than the two years that PSO gives it.
enum PSOValid: SubmissionRule {
    static let facts = RuleMetadata(
        "BEW-07", since: .v2026_3, .warning, level: .row, basis: .contract, sources: ["PSO-KOST", "AVR"],
        column: .of(\SocialPurchase.recognitionValidUntil),
        needs: [.table(.purchases)], limits: [longestTerm],
        earlier: [
            .since(
                .v2026_1,
                message: Text(
                    nl: "Het PSO-certificaat van deze partner geldt tot en met {read}. De rapportageperiode loopt tot "
                        + "en met {detail}.",
                    en: "The PSO certificate of this partner is valid until {read}. The reporting period runs until "
                        + "{detail}."),
                examples: [
                    .triggers("sociale_inkoop: erkenning_geldig_tot=29-06-2026"),
                    .passes("sociale_inkoop: erkenning_geldig_tot=30-06-2026"),
                ])
        ],
        name: Text(nl: "PSO nog geldig?", en: "PSO still valid?"),
        message: Text(
            nl: "Het PSO-certificaat van deze partner geldt tot en met {read}. De factuur is van {detail}.",
            en: "The PSO certificate of this partner is valid until {read}. The invoice is of {detail}."),
        remedy: Text(
            nl: "Is er een nieuw certificaat? Vul dan in tot wanneer dat geldt.",
            en: "Is there a new certificate? Then fill in until when it is valid."),
        why: Text(
            nl: "Inkoop bij een partner met een verlopen certificaat telt misschien niet mee.",
            en: "Purchases from a partner whose certificate has expired may not count."),
        examples: [
            .triggers("sociale_inkoop: erkenning_geldig_tot=14-05-2026; factuurdatum=15-05-2026"),
            .triggers("sociale_inkoop: erkenning=pso_trede; erkenning_geldig_tot=01-01-2026"),
            .triggers(
                "sociale_inkoop: erkenning_geldig_tot=30-06-2027",
                "bewijs: hoort_bij=F-2026-118; soort=pso_certificaat; datum_document=29-06-2025"),
            // It ended after the invoice, in the same period.
            .passes("sociale_inkoop: erkenning_geldig_tot=15-05-2026; factuurdatum=15-05-2026"),
            .passes("sociale_inkoop: erkenning_geldig_tot=01-01-2026; factuurdatum=ergens in mei"),
            .passes("sociale_inkoop: erkenning_geldig_tot="),
            .passes("sociale_inkoop: erkenning=sw; erkenning_geldig_tot=29-06-2026"),
            .passes(
                "sociale_inkoop: erkenning_geldig_tot=30-06-2027",
                "bewijs: hoort_bij=F-2026-118; soort=pso_certificaat; datum_document=30-06-2025"),
        ])

    /// PSO gives a certificate for two years.
    static let longestTerm = Limit(
        "pso_maanden", .months, .since(.v2026_1, 24, source: "PSO-KOST"), within: 1...60,
        name: Text(nl: "PSO-certificaat: langste duur", en: "PSO certificate: longest term"))

    static let variants = [
        Text(
            nl: "Het PSO-certificaat is van {detail} en zou tot en met {read} gelden. PSO geeft het voor ten hoogste "
                + "twee jaar.",
            en: "The PSO certificate is of {detail} and would be valid until {read}. PSO gives it for two years at "
                + "most.")
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.purchases else { return }
        let certificates = certificateDates(context)
        let months = context.wholeLimit(Self.longestTerm)
        let column = ColumnReference(\SocialPurchase.recognitionValidUntil)
        for index in table.acceptedIndices {
            let row = table.rows[index]
            guard let end = row.recognitionValidUntil,
                row.recognition.contains(.pso30) || row.recognition.contains(.psoStep)
            else { continue }
            if let last = context.ruleSet >= .v2026_3 ? row.invoiceDate : context.period?.end, end < last {
                report.found(at: table.place(index, column), .day(last))
            }
            if let date = row.invoiceNumber.flatMap({ certificates[$0] }), end > date.adding(months: months) {
                report.found(at: table.place(index, column), .day(date), variant: 1)
            }
        }
    }

    /// The date of the certificate that is named as evidence of an invoice.
    private static func certificateDates(_ context: RuleContext) -> [Symbol: Day] {
        var dates: [Symbol: Day] = [:]
        for row in context.submission.evidence?.rows ?? [] where row.kind == .psoCertificate {
            if let invoice = row.belongsTo, let date = row.documentDate { dates[invoice] = date }
        }
        return dates
    }
}
