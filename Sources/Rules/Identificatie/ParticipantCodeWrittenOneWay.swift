import Intake
import SocialReturnModel

/// One participant has one code, written in one way: `D 0001` beside `D-0001` would count as two persons, and a double row of the same
/// placement would go unseen.
enum ParticipantCodeWrittenOneWay: SubmissionRule {
    static let facts = RuleMetadata(
        "IDN-14", since: .v2026_3, .warning, level: .table, basis: .technical, column: .of(\Placement.participant),
        needs: [.table(.placements)], traits: [.settledByAnswer],
        name: Text(nl: "Zelfde deelnemer, twee schrijfwijzen?", en: "Same participant, two spellings?"),
        message: Text(
            nl: "De deelnemercode '{value}' lijkt veel op '{detail}'. Wij tellen nu twee mensen.",
            en: "The participant code '{value}' is much like '{detail}'. Now we count two persons."),
        remedy: Text(
            nl: "Is het dezelfde persoon? Schrijf de code dan overal hetzelfde. Zo niet, zeg dat dan in 'Uw antwoord'.",
            en: "Is it the same person? Then write the code in one way. If not, say so in 'Your answer'."),
        why: Text(
            nl: "Aan de code zien wij hoeveel mensen er zijn, en of een rij dubbel is.",
            en: "By the code we see how many persons there are, and whether a row is double."),
        examples: [
            .triggers("inzet:", "inzet: inzet_id=P-002; deelnemercode=D 0001"),
            .triggers("inzet:", "inzet: inzet_id=P-002; deelnemercode=D.0001; begindatum=01-05-2026"),
            // Capitals make no other code.
            .passes("inzet:", "inzet: inzet_id=P-002; deelnemercode=d-0001; begindatum=01-05-2026"),
            .triggers("inzet: deelnemercode=0007", "inzet: inzet_id=P-002; deelnemercode=7"),
            .passes("inzet:", "inzet: inzet_id=P-002; deelnemercode=D-0002"),
            .passes("inzet:", "inzet: inzet_id=P-002; begindatum=01-05-2026"),
            .passes("inzet: deelnemercode=D-01", "inzet: inzet_id=P-002; deelnemercode=D-001"),
        ])

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.placements else { return }
        let column = ColumnReference(\Placement.participant)
        let symbols = context.submission.symbols
        var firsts: [String: Symbol] = [:]
        var keys: [Symbol: String] = [:]
        for index in table.acceptedIndices {
            guard let code = table.rows[index].participant else { continue }
            let key = keys[code] ?? ReferenceWriting.key(symbols[code])
            keys[code] = key
            guard let first = firsts[key] else {
                firsts[key] = code
                continue
            }
            if first != code {
                report.found(at: table.place(index, column), report.text(symbols[first], from: .supplier))
            }
        }
    }
}
