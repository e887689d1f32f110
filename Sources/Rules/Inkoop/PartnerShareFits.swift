import Intake
import SocialReturnModel

/// A partner that is called an undertaking of article 2.82 has the share of the target group that the article asks for.
///
/// It is a signal: what counts as a social purchase is for the contract to say, and the article is about who may take part in a tender.
enum PartnerShareFits: SubmissionRule {
    static let facts = RuleMetadata(
        "INK-17", since: .v2026_3, .signal, level: .row, basis: .law, sources: ["AW-TXT"],
        column: .of(\SocialPurchase.targetGroupShare), needs: [.table(.purchases)],
        limits: [ReservedShareEnough.leastShare],
        traits: [.settledByExplanation],
        name: Text(nl: "Past artikel 2.82 bij deze partner?", en: "Does article 2.82 fit this partner?"),
        message: Text(
            nl:
                "Bij deze partner staat artikel 2.82 als erkenning, met een aandeel van {read} procent. Dat artikel gaat "
                + "over ten minste {detail} procent.",
            en:
                "For this partner the recognition is article 2.82, with a share of {read} per cent. That article is about "
                + "at least {detail} per cent."),
        remedy: Text(
            nl: "Controleer het aandeel en de erkenning. Heeft de partner een andere erkenning, noem dan die.",
            en: "Check the share and the recognition. If the partner has another recognition, name that one."),
        why: Text(
            nl: "Er zijn meer wegen om als sociale onderneming te tellen. Zo staat bij de partner de weg die past.",
            en: "There are several ways to count as a social enterprise. That way the one that fits stands with the "
                + "partner."),
        examples: [
            .triggers("sociale_inkoop: erkenning=art282; aandeel_doelgroep=29,9"),
            .triggers("sociale_inkoop: erkenning=art282, code_so; aandeel_doelgroep=12", withRegister: false),
            .triggers(
                "contracten: regime=voorbehouden; voorbehoud=geheel",
                "sociale_inkoop: erkenning=artikel 2.82; aandeel_doelgroep=12"),
            // The register has the share, and the row has not.
            .triggers("sociale_inkoop: erkenning=art282; aandeel_doelgroep=", "partners: aandeel_doelgroep=20"),
            .passes("sociale_inkoop: erkenning=art282; aandeel_doelgroep=30"),
            .passes("sociale_inkoop: erkenning=code_so; aandeel_doelgroep=12"),
            .passes("sociale_inkoop: erkenning=art282; aandeel_doelgroep=", "-partners"),
        ])

    static let variants = [
        Text(
            nl:
                "Bij deze partner staat artikel 2.82 als erkenning. In het register staat een aandeel dat lager is dan de "
                + "{detail} procent van dat artikel.",
            en:
                "For this partner the recognition is article 2.82. The register has a share that is lower than the {detail} "
                + "per cent of that article.")
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.purchases else { return }
        let limit = context.limit(ReservedShareEnough.leastShare)
        let known = context.knownPartners
        let column = ColumnReference(\SocialPurchase.targetGroupShare)
        for index in table.acceptedIndices where table.rows[index].recognition.contains(.article282) {
            let row = table.rows[index]
            let ofRegister = row.partner.flatMap { known[$0]?.targetGroupShare }
            guard let share = row.targetGroupShare ?? ofRegister, share < limit else { continue }
            report.found(
                at: table.place(index, column), .number(limit), variant: row.targetGroupShare == nil ? 1 : 0)
        }
    }
}
