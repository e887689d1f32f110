import Intake
import SocialReturnModel

/// The group of a participant and the first day of a placement stay as they were reported before, unless the row explains the change.
enum CoreFactsUnchanged: SubmissionRule {
    static let facts = RuleMetadata(
        "RAP-11", since: .v2026_2, .warning, level: .acrossSubmissions, basis: .own,
        column: .of(\Placement.targetGroup),
        needs: [.previous, .table(.placements)],
        traits: [.settledByExplanation],
        name: Text(nl: "Kerngegeven gewijzigd", en: "Core fact changed"),
        message: Text(
            nl: "Bij deze deelnemer staat doelgroep {value}. Eerder meldde u {detail}.",
            en: "This participant has group {value}. Before you reported {detail}."),
        remedy: Text(
            nl: "Licht de wijziging toe in de kolom toelichting, zonder namen of gezondheid.",
            en: "Explain the change in the column toelichting, without names or health."),
        why: Text(
            nl: "Doelgroep en begindatum bepalen hoe lang en hoe zwaar iemand meetelt.",
            en: "Group and first day decide for how long and how much someone counts."),
        examples: [
            .triggers("inzet: doelgroep=WW", previous: [["voorblad: periode=2026-Q1"]]),
            .triggers(
                "inzet: doelgroep=WW; inzet_id=P-009; deelnemercode=d-0001", previous: [["voorblad: periode=2026-Q1"]]),
            .triggers("inzet: begindatum=02-03-2026", previous: [["voorblad: periode=2026-Q1"]]),
            .triggers(
                "inzet: begindatum=02-03-2026; toelichting=n.v.t.", previous: [["voorblad: periode=2026-Q1"]]),
            .passes(previous: [["voorblad: periode=2026-Q1"]]),
            .passes(
                "inzet: doelgroep=WW; toelichting=uitkering is per 1 april gewijzigd",
                previous: [["voorblad: periode=2026-Q1"]]),
            // Another placement of the same participant begins on another day.
            .passes("inzet: inzet_id=P-009; begindatum=02-06-2026", previous: [["voorblad: periode=2026-Q1"]]),
            // The reference is now used for another participant.
            .passes(
                "inzet: deelnemercode=D-0002; doelgroep=WW; begindatum=02-06-2026",
                previous: [["voorblad: periode=2026-Q1"]]),
            // Two groups before: nobody can tell which one it was.
            .passes(
                "inzet: doelgroep=WW",
                previous: [
                    ["voorblad: periode=2026-Q1", "inzet:", "inzet: inzet_id=P-002; doelgroep=NUG"]
                ]),
            // The last report on that period counts.
            .passes(
                "inzet: doelgroep=WW",
                previous: [
                    ["voorblad: periode=2026-Q1; opgesteld_op=05-04-2026"],
                    ["voorblad: periode=2026-Q1; opgesteld_op=06-04-2026", "inzet: doelgroep=WW"],
                ]),
            // A correction may change what it corrects.
            .passes(
                "voorblad: correctie_op=2026-Q2 van 03-07-2026", "inzet: doelgroep=WW",
                previous: [["voorblad: opgesteld_op=03-07-2026"]]),
            .passes("inzet: doelgroep=WW; begindatum="),
        ])

    static let variants = [
        Text(
            nl: "Deze inzet begint op {read}. Eerder meldde u {detail}.",
            en: "This placement begins on {read}. Before you reported {detail}.")
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.placements else { return }
        var known = CoreFacts()
        for earlier in context.reportsBefore { known.add(earlier.submission, context.submission) }
        let group = ColumnReference(\Placement.targetGroup)
        let start = ColumnReference(\Placement.start)
        var reported: Set<Symbol> = []
        for index in table.acceptedIndices {
            let row = table.rows[index]
            guard let participant = row.participant, table.source.isNullMarker(row.explanation) else { continue }
            if let now = row.targetGroup, let before = known.group(of: participant), before != now,
                reported.insert(participant).inserted
            {
                report.found(at: table.place(index, group), report.text(before.code, from: .supplier))
            }
            if let now = row.start, let id = row.id, let before = known.starts[id], before.participant == participant,
                before.day != now
            {
                report.found(at: table.place(index, start), .day(before.day), variant: 1)
            }
        }
    }
}

/// What earlier reports say of participants and placements, in the symbols of the present one; the last report goes first.
private struct CoreFacts {
    private(set) var starts: [Symbol: (participant: Symbol, day: Day)] = [:]
    private var groups: [Symbol: CodeSet<TargetGroup>] = [:]

    /// The group that the last report with this participant names; nil when it names several.
    func group(of participant: Symbol) -> TargetGroup? {
        guard let codes = groups[participant]?.codes, codes.count == 1 else { return nil }
        return codes[0]
    }

    mutating func add(_ earlier: Submission, _ present: Submission) {
        guard let table = earlier.placements else { return }
        let translation = SymbolTranslation(from: earlier, to: present)
        var own: [Symbol: CodeSet<TargetGroup>] = [:]
        for index in table.acceptedIndices {
            let row = table.rows[index]
            guard let participant = row.participant.flatMap({ translation[$0] }) else { continue }
            if let group = row.targetGroup { own[participant, default: CodeSet()].bits |= 1 << UInt32(group.rawValue) }
            if let id = row.id.flatMap({ translation[$0] }), let day = row.start { starts[id] = (participant, day) }
        }
        groups.merge(own) { $1 }
    }
}
