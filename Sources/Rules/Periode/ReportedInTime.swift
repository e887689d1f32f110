import Intake
import SocialReturnModel

/// A report comes in within the days that its contracts give; of several contracts the one that gives the fewest counts.
enum ReportedInTime: SubmissionRule {
    static let facts = RuleMetadata(
        "RAP-02", since: .v2026_2, .signal, level: .acrossTables, basis: .contract, column: .of(\Cover.receivedOn),
        needs: [.register, .column(.of(\Contract.reportWithinDays))],
        name: Text(nl: "Later ontvangen dan afgesproken", en: "Received later than agreed"),
        message: Text(
            nl: "De rapportage is ontvangen op {read}. Volgens een contract moest zij er op {detail} zijn.",
            en: "The report was received on {read}. By a contract it was due on {detail}."),
        remedy: Text(
            nl: "Lukt het niet op tijd? Laat dan weten wat zou helpen.",
            en: "Is it hard to be in time? Then tell us what would help."),
        why: Text(
            nl: "Op tijd rapporteren geeft u en het Rijk de tijd om bij te sturen.",
            en: "Reporting in time gives you and the State time to adjust."),
        examples: [
            // The second quarter ends on 30 June; received on 12 July.
            .triggers("contracten: rapportage_binnen_dagen=11"),
            .triggers(
                "contracten: rapportage_binnen_dagen=30",
                "contracten: contractnummer=BZK-2026-0200; rapportage_binnen_dagen=10"),
            .passes(),
            .passes("contracten: rapportage_binnen_dagen=12"),
            .passes("contracten: rapportage_binnen_dagen=11", "voorblad: ontvangen_op="),
            .passes("contracten: rapportage_binnen_dagen=11", "voorblad: ontvangen_op=laatst"),
            .passes("contracten: rapportage_binnen_dagen=-5"),
            // A correction is sent later by its nature.
            .passes("contracten: rapportage_binnen_dagen=11", "voorblad: correctie_op=2026-Q2 van 03-07-2026"),
            .passes(
                "contracten:",
                "contracten: contractnummer=BZK-2026-0200; leverancier_kvk=90000003; rapportage_binnen_dagen=1"),
            .passes("contracten: rapportage_binnen_dagen=11", withRegister: false),
        ])

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let period = context.period, !context.isCorrection else { return }
        guard let last = context.runningContracts.compactMap({ $0.row.reportDue(on: period) }).min() else { return }
        let place = context.coverPlace(\.receivedOn)
        guard let received = context.submission.coverRow.receivedOn else {
            report.notEvaluated(
                Text(
                    nl: "Op het voorblad staat niet wanneer de rapportage is ontvangen (ontvangen_op).",
                    en: "The cover does not say when the report was received (ontvangen_op)."),
                supply: Text(
                    nl: "Vul op het voorblad bij ontvangen_op de dag in waarop u de rapportage kreeg.",
                    en: "On the cover, fill in at ontvangen_op the day on which you got the report."),
                by: .contractManager)
            return
        }
        if received > last { report.found(at: place, .day(last)) }
    }
}
