import Intake
import SocialReturnModel

/// A placement is reported once. Of two rows with the same contract, participant, group, start and hours, the later is the
/// double.
enum NoDoublePlacement: SubmissionRule {
    static let facts = RuleMetadata(
        "INZ-14", since: .v2026_1, .error, level: .table, basis: .technical, column: .of(\Placement.participant),
        needs: [.table(.placements)], traits: [.reportsDouble(mayDiffer: false)],
        name: Text(nl: "Dubbele rij", en: "Double row"),
        message: Text(
            nl: "Deze inzet staat er al: dezelfde deelnemer, doelgroep, begindatum en uren als in uw rij {detail}.",
            en: "This placement is there already: same participant, group, start and hours as in your row {detail}."),
        remedy: Text(
            nl: "Haal deze rij weg. Uw rij {detail} blijft staan.",
            en: "Remove this row. Your row {detail} stays."),
        why: Text(
            nl: "Een dubbele rij zou twee keer meetellen.", en: "A double row would count twice."),
        examples: [
            .triggers("inzet: inzet_id=P-001", "inzet: inzet_id=P-002"),
            .passes("inzet: inzet_id=P-001", "inzet: inzet_id=P-002; deelnemercode=D-0002"),
            .passes("inzet: inzet_id=P-001", "inzet: inzet_id=P-002; begindatum=01-05-2026"),
        ])

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.placements else { return }
        let column = ColumnReference(\Placement.participant)
        let doubles = doubles(in: table)
        for later in doubles.keys.sorted() {
            guard let first = doubles[later] else { continue }
            report.found(at: table.place(later, column), .row(table.records[first]))
        }
    }

    /// The accepted rows that are the double of an earlier one, each with that row.
    static func doubles(in table: TableData<Placement>) -> [Int: Int] {
        // Most participants have one row, which is nobody's double.
        let repeated = SymbolSet.repeated(\.participant, in: table)
        var first: [Key: Int] = [:]
        var doubles: [Int: Int] = [:]
        for index in table.acceptedIndices {
            let row = table.rows[index]
            guard let participant = row.participant, repeated.contains(participant), let start = row.start else {
                continue
            }
            let key = Key(
                contract: row.contract, participant: participant, group: row.targetGroup, start: start,
                hours: row.hoursPerWeek)
            if let earlier = first[key] { doubles[index] = earlier } else { first[key] = index }
        }
        return doubles
    }

    private struct Key: Hashable {
        let contract: Symbol?
        let participant: Symbol
        let group: TargetGroup?
        let start: Day
        let hours: Quantity?
    }
}
