import Intake
import SocialReturnModel

/// The data of a contract are not kept longer than the register says.
enum RetentionPeriodRunning: SubmissionRule {
    static let facts = RuleMetadata(
        "AVG-13", since: .v2026_1, .warning, level: .acrossSubmissions, basis: .contract, sources: ["IOE"],
        column: .of(\Contract.keepUntil),
        needs: [.register], audience: .contractManager,
        traits: [.aboutPrivacy],
        name: Text(nl: "Bewaartermijn verstreken", en: "Retention period over"),
        message: Text(
            nl: "De gegevens van dit contract mochten worden bewaard tot en met {detail}.",
            en: "The data of this contract could be kept until {detail}, that day included."),
        remedy: Text(
            nl: "Verwijder of archiveer deze inzending.", en: "Delete or archive this submission."),
        why: Text(
            nl: "Persoonsgegevens bewaren wij niet langer dan nodig is.",
            en: "We keep personal data no longer than needed."),
        examples: [
            .triggers("voorblad: opgesteld_op=10-04-2026", "contracten: bewaren_tot=09-04-2026"),
            .passes("voorblad: opgesteld_op=10-04-2026", "contracten: bewaren_tot=10-04-2026"),
            .passes("contracten: bewaren_tot="),
        ])

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        for contract in context.concernedContracts {
            guard let last = contract.row.keepUntil, last < context.today else { continue }
            var place = contract.place
            place.column = ColumnReference(\Contract.keepUntil)
            report.found(at: place, .day(last))
        }
    }
}
