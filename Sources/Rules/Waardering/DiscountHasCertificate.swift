import Intake
import SocialReturnModel
import Valuations

/// A PSO discount on an obligation rests on a certificate of the supplier that is valid on the last day of the period. Without one the
/// obligation is counted without the discount: ``DiscountCertificate`` says so for both.
enum DiscountHasCertificate: SubmissionRule {
    static let facts = RuleMetadata(
        "WRD-12", since: .v2026_2, .error, level: .acrossTables, basis: .contract, sources: ["AVR", "PSO-KOST"],
        column: .of(\Obligation.psoDiscount),
        needs: [.register], limits: [PSOValid.longestTerm], audience: .contractManager,
        name: Text(nl: "Is er een certificaat bij de PSO-korting?", en: "Is there a certificate for the PSO discount?"),
        message: Text(
            nl: "De verplichting heeft {read} procent PSO-korting, maar er is geen PSO-certificaat van de leverancier "
                + "bekend.",
            en: "The obligation has a PSO discount of {read} per cent, but no PSO certificate of the supplier is known."
        ),
        remedy: Text(
            nl:
                "Voeg het certificaat en de geldigheid toe: in leveranciers.csv (erkenning, erkenning_geldig_tot), of "
                + "laat de leverancier het noemen in bewijs.csv. Tot dan rekenen wij zonder de korting. Kijk ook of het contract "
                + "gelijkwaardig bewijs accepteert (gelijkwaardig_bewijs).",
            en:
                "Add the certificate and its validity: in leveranciers.csv (erkenning, erkenning_geldig_tot), or let "
                + "the supplier name it in bewijs.csv. Until then we calculate without the discount. Look too whether the contract "
                + "accepts equivalent proof (gelijkwaardig_bewijs)."),
        why: Text(
            nl: "De korting is afgesproken zolang de leverancier het certificaat heeft.",
            en: "The discount was agreed for as long as the supplier has the certificate."),
        examples: [
            .triggers("verplichtingen: pso_korting=10"),
            .triggers("verplichtingen: pso_korting=0,5", "leveranciers: erkenning=code_so"),
            .triggers(
                "verplichtingen: pso_korting=10",
                "leveranciers: erkenning=pso_trede; erkenning_geldig_tot=29-06-2026"),
            .triggers("verplichtingen: pso_korting=10", "leveranciers: erkenning=pso_trede"),
            // Two years after this day is a day before the end of the period.
            .triggers(
                "verplichtingen: pso_korting=10",
                "bewijs: hoort_bij=BZK-2026-0147; soort=pso_certificaat; datum_document=29-06-2024"),
            // The certificate of a partner.
            .triggers("verplichtingen: pso_korting=10", "bewijs: hoort_bij=F-2026-118; soort=pso_certificaat"),
            .passes(),
            .passes("verplichtingen: pso_korting=0"),
            .passes(
                "verplichtingen: pso_korting=10",
                "leveranciers: erkenning=pso_trede; erkenning_geldig_tot=30-06-2026"),
            .passes(
                "verplichtingen: pso_korting=10",
                "bewijs: hoort_bij=BZK-2026-0147; soort=pso_certificaat; datum_document=30-06-2024"),
            .passes(
                "verplichtingen: pso_korting=10",
                "bewijs: hoort_bij=12345678; soort=pso_certificaat; datum_document=01-02-2026"),
            .passes(
                "verplichtingen: pso_korting=10",
                "partners: kvk=12345678; naam=Voorbeeld Schoon B.V."),
            // A contract that ended does not need a certificate after its end.
            .passes(
                "contracten: einddatum=31-05-2026", "verplichtingen: pso_korting=10",
                "leveranciers: erkenning=pso30; erkenning_geldig_tot=31-05-2026"),
            .passes("verplichtingen: pso_korting=10; status=vrijgesteld"),
            .passes("verplichtingen:", "verplichtingen: contractnummer=BZK-2020-0001; pso_korting=10"),
        ])

    static let variants = [
        Text(
            nl: "De verplichting heeft {read} procent PSO-korting. Het certificaat van de leverancier gold tot en met "
                + "{detail}.",
            en: "The obligation has a PSO discount of {read} per cent. The certificate of the supplier was valid until "
                + "{detail}."),
        Text(
            nl:
                "De verplichting heeft {read} procent PSO-korting. Tot wanneer het certificaat van de leverancier "
                + "geldt, staat er niet bij.",
            en:
                "The obligation has a PSO discount of {read} per cent. It does not say until when the certificate of "
                + "the supplier is valid."),
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.register?.obligations else { return }
        let column = ColumnReference(\Obligation.psoDiscount)
        for index in table.rows.indices {
            let row = table.rows[index]
            guard let discount = row.psoDiscount, discount > .zero, row.status != .exempt,
                context.concerns(row.contract), let contract = context.contract(row.contract)
            else { continue }
            let day = DiscountCertificate.day(for: contract, atEndOf: context.period?.end ?? context.today)
            let place = table.place(index, column)
            switch context.discountCertificate(of: contract) {
            case .none: report.found(at: place)
            case .withoutDay: report.found(at: place, variant: 2)
            case .until(let last): if last < day { report.found(at: place, .day(last), variant: 1) }
            }
        }
    }
}
