import Intake
import SocialReturnModel

/// Of a placement that ended early in this period it says why: before the end that an earlier report planned, from a permanent job,
/// or because someone dropped out. Who goes on in another placement did not leave.
enum EarlyEndExplained: SubmissionRule {
    static let facts = RuleMetadata(
        "INZ-24", since: .v2026_2, .signal, level: .row, basis: .own, column: .of(\Placement.endReason),
        needs: [.table(.placements)],
        name: Text(nl: "Waarom eindigde deze inzet?", en: "Why did this placement end?"),
        message: Text(
            nl: "Deze inzet stopte eerder dan gepland: eerst was de einddatum {detail}. Er staat niet waarom.",
            en: "This placement ended earlier than planned: first the end date was {detail}. It does not say why."),
        remedy: Text(
            nl: "Kies een uitkomst of vul een reden in; dit helpt ons te leren. Schrijf niets over gezondheid.",
            en: "Choose an outcome or fill in a reason; it helps us to learn. Write nothing about health."),
        why: Text(
            nl: "Soms is een vertrek goed nieuws, zoals een andere baan. Soms had hulp geholpen. Beide willen wij "
                + "weten.",
            en: "Sometimes a departure is good news, such as another job. Sometimes help would have helped. We want to "
                + "know both."),
        examples: [
            .triggers(
                "inzet: einddatum=31-05-2026", previous: [["voorblad: periode=2026-Q1", "inzet: einddatum=28-02-2027"]]),
            .triggers("inzet: contractvorm=onbepaald; einddatum=30-06-2026"),
            .triggers("inzet: contractvorm=onbepaald; einddatum=31-05-2026; reden_einde=onbekend"),
            .triggers("inzet: uitkomst=uitval; einddatum=31-05-2026"),
            .triggers("inzet: uitkomst=uitval; einddatum="),
            .passes("inzet: einddatum=31-05-2026"),
            .passes(
                "inzet: einddatum=31-05-2026; reden_einde=andere baan dichterbij",
                previous: [["voorblad: periode=2026-Q1"]]),
            .passes("inzet: einddatum=31-05-2026; uitkomst=doorstroom", previous: [["voorblad: periode=2026-Q1"]]),
            .passes("inzet: uitkomst=uitval; reden_einde=de reistijd was te lang; einddatum=31-05-2026"),
            .passes("inzet: contractvorm=onbepaald; einddatum="),
            // It ended before this period, which an earlier report was about.
            .passes("inzet: contractvorm=onbepaald; einddatum=31-03-2026"),
            // The planned end was the same, or is still to come.
            .passes(
                "inzet: einddatum=31-05-2026",
                previous: [["voorblad: periode=2026-Q1", "inzet: einddatum=31-05-2026"]]),
            .passes(
                "inzet: einddatum=31-08-2026", previous: [["voorblad: periode=2026-Q1", "inzet: einddatum=28-02-2027"]]),
            // The participant goes on.
            .passes(
                "inzet: einddatum=31-05-2026",
                "inzet: inzet_id=P-002; begindatum=01-06-2026; einddatum=; contractvorm=onbepaald",
                previous: [["voorblad: periode=2026-Q1", "inzet: einddatum=28-02-2027"]]),
            // The last plan counts.
            .passes(
                "inzet: einddatum=31-05-2026",
                previous: [
                    ["voorblad: periode=2025-Q4", "inzet: einddatum=28-02-2027"],
                    ["voorblad: periode=2026-Q1", "inzet: einddatum=31-05-2026"],
                ]),
        ])

    static let variants = [
        Text(
            nl: "Het dienstverband was voor onbepaalde tijd en eindigde op {detail}. Er staat niet waarom.",
            en: "The job was permanent and ended on {detail}. It does not say why."),
        Text(
            nl: "De deelnemer is uitgevallen. Er staat niet waarom.",
            en: "The participant dropped out. It does not say why."),
    ]

    /// A double row is set aside before anything is said of it.
    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let period = context.period, let table = context.submission.placements else { return }
        let column = ColumnReference(\Placement.endReason)
        let participants = ParticipantRows(table)
        let planned = plannedEnds(context)
        for index in context.judgedIndices(of: table) {
            let row = table.rows[index]
            guard row.outcome == nil || row.outcome == .droppedOut, table.isNullMarker(row.endReason) else { continue }
            if row.outcome == .droppedOut {
                if row.end.map(period.contains) ?? true { report.found(at: table.place(index, column), variant: 2) }
                continue
            }
            guard let end = row.end, period.contains(end), !participants.isFollowed(index) else { continue }
            if let plan = row.id.flatMap({ planned[$0] }), plan > end {
                report.found(at: table.place(index, column), .day(plan))
            } else if row.contractForm == .permanent {
                report.found(at: table.place(index, column), .day(end), variant: 1)
            }
        }
    }

    /// The end of each placement as the last report before this one planned it.
    private static func plannedEnds(_ context: RuleContext) -> [Symbol: Day] {
        guard let period = context.period else { return [:] }
        var ends: [Symbol: Day] = [:]
        for earlier in context.lastVersions {
            guard let before = earlier.period, before.end < period.start, let table = earlier.submission.placements
            else { continue }
            let translation = SymbolTranslation(from: earlier.submission, to: context.submission)
            for index in table.acceptedIndices {
                if let id = table.rows[index].id.flatMap({ translation[$0] }) { ends[id] = table.rows[index].end }
            }
        }
        return ends
    }
}

extension TableData<Placement> {
    /// Whether `cell` is empty or says that there is nothing.
    fileprivate func isNullMarker(_ cell: TextCell) -> Bool {
        cell.isEmpty || source.cells.withAllBytes { NothingWord.fills(UnsafeBufferPointer(rebasing: $0[cell.range])) }
    }
}
