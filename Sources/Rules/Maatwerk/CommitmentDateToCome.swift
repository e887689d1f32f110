import Intake
import SocialReturnModel

/// A commitment whose date has passed was met, or is talked about: by whoever owns it, the State as well as the supplier.
enum CommitmentDateToCome: SubmissionRule {
    static let facts = RuleMetadata(
        "MVM-18", since: .v2026_3, .signal, level: .row, basis: .policy, sources: ["MVM-OVER"],
        column: .of(\Commitment.targetDate),
        needs: [.table(.commitments)],
        traits: [.hasOwnTopic],
        name: Text(nl: "Streefdatum voorbij: waar staat u?", en: "Target date passed: where do you stand?"),
        message: Text(
            nl:
                "De streefdatum {read} is voorbij en deze afspraak staat nog open. Zij staat op naam van de "
                + "leverancier.",
            en: "The target date {read} has passed and this commitment is still open. Its owner is the supplier."),
        remedy: Text(
            nl: "Is het gelukt? Vul dan de status in. Is er meer tijd of hulp nodig? Spreek samen een nieuwe datum af.",
            en: "Did it work out? Then fill in the status. Is more time or help needed? Agree on a new date together."),
        why: Text(
            nl: "Een afspraak is van twee kanten. Zo ziet ieder op tijd wie aan zet is.",
            en: "A commitment has two sides. That way each sees in time whose turn it is."),
        examples: [
            .triggers("afspraken: streefdatum=09-07-2026; eigenaar=leverancier"),
            .triggers("afspraken: streefdatum=30-06-2026; eigenaar=rijk; status=open"),
            .triggers("afspraken: streefdatum=30-06-2026; eigenaar=samen"),
            .triggers("afspraken: streefdatum=30-06-2026; eigenaar="),
            .triggers("afspraken: streefdatum=30-06-2026; eigenaar=werkgeversservicepunt"),
            // Finished on 10-07-2026.
            .passes("afspraken: streefdatum=10-07-2026"),
            .passes("afspraken: streefdatum=30-06-2026; status=gehaald"),
            .passes("afspraken: streefdatum=30-06-2026; status=niet_gehaald"),
            .passes("afspraken: streefdatum=30-06-2026; status=vervallen"),
            .passes("afspraken: streefdatum="),
        ])

    static let variants = [
        Text(
            nl: "De streefdatum {read} is voorbij en deze afspraak staat nog open. U zorgt er samen voor.",
            en: "The target date {read} has passed and this commitment is still open. You see to it together."),
        Text(
            nl: "De streefdatum {read} is voorbij en deze afspraak staat nog open. Er staat niet wie ervoor zorgt.",
            en: "The target date {read} has passed and this commitment is still open. It does not say who sees to it."),
    ]

    static let wordings = [
        Wording(
            Text(
                nl: "De streefdatum {read} is voorbij en deze afspraak staat nog open. Het Rijk zorgt ervoor.",
                en: "The target date {read} has passed and this commitment is still open. The State sees to it."),
            remedy: Text(
                nl:
                    "Ga na wat er nog nodig is, en laat de leverancier weten wanneer het komt. Spreek zo "
                    + "nodig een nieuwe "
                    + "datum af.",
                en: "Find out what is still needed, and tell the supplier when it comes. Agree on a new date if needed."
            ),
            audience: .contractManager)
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.commitments else { return }
        let column = ColumnReference(\Commitment.targetDate)
        for index in table.acceptedIndices {
            let row = table.rows[index]
            guard !row.isClosed, let target = row.targetDate, target < context.today else { continue }
            let variant: UInt8 =
                switch row.owner {
                case .supplier: 0
                case .together: 1
                case .state: 3
                case nil: 2
                }
            report.found(at: table.place(index, column), variant: variant)
        }
    }
}
