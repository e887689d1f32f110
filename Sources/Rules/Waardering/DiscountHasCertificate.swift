import Intake
import SocialReturnModel

/// A PSO discount on an obligation rests on a certificate of the supplier that is valid on the last day of the period.
///
/// The certificate stands in `leveranciers.csv`, in `partners.csv` under the supplier's own number, or in `bewijs.csv` with the
/// contract or the supplier as what it belongs to.
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
                + "laat de leverancier het noemen in bewijs.csv. Tot dan is de korting niet onderbouwd. Kijk ook of het contract "
                + "gelijkwaardig bewijs accepteert (gelijkwaardig_bewijs).",
            en:
                "Add the certificate and its validity: in leveranciers.csv (erkenning, erkenning_geldig_tot), or let "
                + "the supplier name it in bewijs.csv. Until then the discount has no ground. Look too whether the contract "
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
            let periodEnd = context.period?.end ?? context.today
            let day = contract.end.map { min($0, periodEnd) } ?? periodEnd
            let place = table.place(index, column)
            switch certificate(of: contract, context) {
            case .none: report.found(at: place)
            case .withoutDay: report.found(at: place, variant: 2)
            case .until(let last): if last < day { report.found(at: place, .day(last), variant: 1) }
            }
        }
    }

    /// What is known of a supplier's certificate.
    private enum Certificate {
        case none, withoutDay
        case until(Day)

        /// Adds what another place says: the last day that any of them names goes first.
        mutating func add(_ last: Day?) {
            switch (self, last) {
            case (.until(let known), let last?): self = .until(max(known, last))
            case (_, let last?): self = .until(last)
            case (.none, nil): self = .withoutDay
            default: break
            }
        }
    }

    private static func certificate(of contract: Contract, _ context: RuleContext) -> Certificate {
        var certificate = Certificate.none
        guard let supplier = contract.supplier else { return certificate }
        if let register = context.register {
            for position in register.positions(in: .suppliers, of: [supplier]) {
                guard let row = register.suppliers?.rows[position], row.recognition.hasPSO else { continue }
                certificate.add(row.recognitionValidUntil)
            }
            for position in register.positions(in: .partners, of: [supplier]) {
                guard let row = register.partners?.rows[position], row.recognition.hasPSO else { continue }
                certificate.add(row.recognitionValidUntil)
            }
        }
        guard let table = context.submission.evidence else { return certificate }
        let months = context.wholeLimit(PSOValid.longestTerm, for: contract.id)
        let owners = [contract.id, context.submission.symbols.symbol(for: supplier.description)]
        for index in table.acceptedIndices {
            let row = table.rows[index]
            guard row.kind == .psoCertificate, let owner = row.belongsTo, owners.contains(owner) else { continue }
            certificate.add(row.documentDate?.adding(months: months))
        }
        return certificate
    }
}

extension CodeSet<Recognition> {
    fileprivate var hasPSO: Bool { contains(.pso30) || contains(.psoStep) }
}
