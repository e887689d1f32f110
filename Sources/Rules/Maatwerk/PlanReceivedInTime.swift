import Intake
import SocialReturnModel

/// The plan of action that a contract wants by a certain day is there by then.
enum PlanReceivedInTime: SubmissionRule {
    static let facts = RuleMetadata(
        "MVM-01", since: .v2026_2, .warning, level: .acrossTables, basis: .contract, sources: ["MVM-GUN1"],
        column: .of(\Contract.planReceived), needs: [.register, .column(.of(\Contract.planDue))],
        audience: .contractManager,
        name: Text(nl: "Is er een plan van aanpak?", en: "Is there a plan of action?"),
        message: Text(
            nl: "Het plan van aanpak moest er op {detail} zijn. In het register staat niet dat het is ontvangen.",
            en: "The plan of action was due on {detail}. The register does not say that it was received."),
        remedy: Text(
            nl: "Is het plan er? Vul dan de datum in het register in. Is het er nog niet? Vraag de leverancier om het "
                + "plan; het adviesteam denkt mee.",
            en: "Is the plan there? Then fill in the date in the register. Is it not there yet? Ask the supplier for "
                + "the plan; the advisory team thinks along."),
        why: Text(
            nl: "In het plan van aanpak staat wat leverancier en Rijk samen willen bereiken.",
            en: "The plan of action says what supplier and State want to achieve together."),
        examples: [
            .triggers("contracten: plan_uiterlijk_op=09-07-2026"),
            .triggers("contracten: plan_uiterlijk_op=31-03-2026; plan_ontvangen_op=01-04-2026"),
            .passes(),
            // Judged on 10 July 2026, the day of the report.
            .passes("contracten: plan_uiterlijk_op=10-07-2026"),
            .passes("contracten: plan_uiterlijk_op=31-05-2026; plan_ontvangen_op=31-05-2026"),
            // Late, but before this period: that was said then.
            .passes("contracten: plan_uiterlijk_op=01-03-2026; plan_ontvangen_op=31-03-2026"),
            .passes("contracten -plan_uiterlijk_op: regime=maatwerk"),
            // Another supplier's contract.
            .passes(
                "contracten:",
                "contracten: contractnummer=BZK-2026-0200; leverancier_kvk=90000003; plan_uiterlijk_op=01-05-2026"),
        ])

    static let variants = [
        Text(
            nl: "Het plan van aanpak moest er op {detail} zijn en is ontvangen op {read}.",
            en: "The plan of action was due on {detail} and was received on {read}.")
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        for contract in context.concernedContracts {
            guard let due = contract.row.planDue else { continue }
            var place = contract.place
            place.column = ColumnReference(\Contract.planReceived)
            if let received = contract.row.planReceived {
                guard received > due, context.period.map({ received >= $0.start }) ?? true else { continue }
                report.found(at: place, .day(due), variant: 1)
            } else if due < context.today {
                report.found(at: place, .day(due))
            }
        }
    }
}
