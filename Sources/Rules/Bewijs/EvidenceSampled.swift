import Intake
import SocialReturnModel

/// Procurement looks at a part of the evidence now and then. How large that part should be, is for the department; the limit
/// here is this tool's own choice.
enum EvidenceSampled: SubmissionRule {
    static let facts = RuleMetadata(
        "BEW-10", since: .v2026_2, .signal, level: .table, basis: .own, column: .of(\Evidence.reviewedByClient),
        needs: [.table(.evidence)], limits: [leastSeen], audience: .contractManager,
        name: Text(nl: "Niet gezien door inkoop", en: "Not seen by procurement"),
        message: Text(
            nl: "Inkoop zag {detail} procent van de genoemde bewijzen.",
            en: "Procurement saw {detail} per cent of the evidence named."),
        remedy: Text(
            nl:
                "Spreek een steekproef af: kijk bij de leverancier een paar bewijzen in en zet 'steekproef' in de kolom.",
            en: "Agree on a sample: look at some evidence at the supplier's and write 'steekproef' in the column."),
        why: Text(
            nl: "Met een kleine steekproef weet u of het bewijs er is. De stukken blijven bij de leverancier.",
            en: "With a small sample you know whether the evidence is there. The documents stay with the supplier."),
        examples: [
            .triggers("bewijs", "bewijs: ingezien_door_inkoop=nee"),
            .triggers(
                "instellingen: sleutel=bewijs_ingezien; waarde=60", "bewijs", "bewijs: ingezien_door_inkoop=ja",
                "bewijs: bewijs_id=B-002; ingezien_door_inkoop=nee"),
            .passes(),
            .passes(
                "bewijs", "bewijs: ingezien_door_inkoop=ja", "bewijs: bewijs_id=B-002; ingezien_door_inkoop=nee"),
            .passes(
                "instellingen: sleutel=bewijs_ingezien; waarde=50", "bewijs",
                "bewijs: ingezien_door_inkoop=steekproef", "bewijs: bewijs_id=B-002; ingezien_door_inkoop=nee"),
            .passes(
                "instellingen: sleutel=bewijs_ingezien; waarde=0", "bewijs", "bewijs: ingezien_door_inkoop=nee"),
            .passes("bewijs", "bewijs: ingezien_door_inkoop="),
            .passes("bewijs"),
        ])

    static let leastSeen = Limit(
        "bewijs_ingezien", .percent, .since(.v2026_2, 10), within: 0...100,
        name: Text(nl: "Bewijs dat inkoop ten minste ziet", en: "Evidence that procurement sees at least"))

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.evidence else { return }
        var seen = 0
        var known = 0
        for index in table.acceptedIndices {
            guard let review = table.rows[index].reviewedByClient else { continue }
            known += 1
            if review != .no { seen += 1 }
        }
        guard known > 0 else {
            if !table.rows.isEmpty {
                report.notEvaluated(
                    Self.nothingSaid,
                    supply: Text(
                        nl: "Kijk bij de leverancier een paar bewijzen in, en zet in die kolom welke u zag.",
                        en: "Look at some evidence at the supplier's, and put into that column which you saw."),
                    by: .contractManager)
            }
            return
        }
        let limit = context.limit(Self.leastSeen)
        guard Quantity(100 * seen).tenThousandths < limit.tenThousandths * Int64(known) else { return }
        report.found(
            at: Place(.evidence, column: ColumnReference(\Evidence.reviewedByClient)),
            .count(100 * seen / known))
    }

    private static let nothingSaid = Text(
        nl: "In bewijs.csv staat niet welk bewijs inkoop heeft gezien (kolom ingezien_door_inkoop).",
        en: "In bewijs.csv it does not say which evidence procurement has seen (column ingezien_door_inkoop).")
}
