import Intake
import SocialReturnModel

/// A group of few persons is not shown in totals. One signal a submission says so.
enum SmallGroupsShielded: SubmissionRule {
    static let facts = RuleMetadata(
        "AVG-12", since: .v2026_1, .signal, level: .acrossTables, basis: .own, column: .of(\Placement.targetGroup),
        needs: [.table(.placements)],
        limits: [smallestGroup], traits: [.aboutPrivacy, .informsOnly],
        name: Text(nl: "Kleine groep", en: "Small group"),
        message: Text(
            nl: "In {detail} doelgroepen zitten zo weinig mensen dat iemand te herkennen kan zijn.",
            en: "{detail} target groups have so few people that someone may be recognised."),
        remedy: Text(
            nl: "Gedeelde overzichten tonen deze aantallen niet precies. Geen actie nodig.",
            en: "Overviews that are shared do not show these numbers exactly. No action needed."),
        why: Text(
            nl: "Bij een kleine groep kan een lezer raden om wie het gaat.",
            en: "With a small group a reader can guess who it is."),
        examples: [
            .triggers("inzet: inzet_id=P-001; deelnemercode=D-0001; doelgroep=PW"),
            .triggers(
                "inzet: inzet_id=P-1; deelnemercode=D-1", "inzet: inzet_id=P-2; deelnemercode=D-2",
                "inzet: inzet_id=P-3; deelnemercode=D-3", "inzet: inzet_id=P-4; deelnemercode=D-4",
                "inzet: inzet_id=P-5; deelnemercode=D-4; begindatum=01-02-2026"),
            .passes(
                "inzet: inzet_id=P-1; deelnemercode=D-1", "inzet: inzet_id=P-2; deelnemercode=D-2",
                "inzet: inzet_id=P-3; deelnemercode=D-3", "inzet: inzet_id=P-4; deelnemercode=D-4",
                "inzet: inzet_id=P-5; deelnemercode=D-5"),
            .passes("inzet"),
        ])

    static let smallestGroup = Limit(
        "kleinste_groep", .persons, .since(.v2026_1, 5), within: 2...1000,
        name: Text(nl: "Kleinste groep in een totaal", en: "Smallest group in a total"))

    static let variants = [
        Text(
            nl: "In 1 doelgroep zitten zo weinig mensen dat iemand te herkennen kan zijn.",
            en: "1 target group has so few people that someone may be recognised.")
    ]

    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.placements else { return }
        // For each participant the groups it was counted in, a bit each.
        var counted = [UInt32](repeating: 0, count: context.submission.symbols.count)
        var persons = [Int](repeating: 0, count: TargetGroup.allCases.count)
        for index in table.acceptedIndices {
            guard let group = table.rows[index].targetGroup, let participant = table.rows[index].participant else {
                continue
            }
            let bit = UInt32(1) << UInt32(group.rawValue)
            guard counted[Int(participant.rawValue)] & bit == 0 else { continue }
            counted[Int(participant.rawValue)] |= bit
            persons[Int(group.rawValue)] += 1
        }
        let small = persons.count { $0 > 0 && $0 < context.wholeLimit(Self.smallestGroup) }
        guard small > 0 else { return }
        let column = ColumnReference(\Placement.targetGroup)
        report.found(at: Place(.placements, column: column), .count(small), variant: small == 1 ? 1 : 0)
    }
}
