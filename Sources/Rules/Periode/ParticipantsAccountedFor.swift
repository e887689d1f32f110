import Intake
import SocialReturnModel

/// A participant whose placement was still open in the last report is in this one too, at work or with an end.
///
/// Without any placement in this report there is one finding for all of them.
enum ParticipantsAccountedFor: SubmissionRule {
    static let facts = RuleMetadata(
        "RAP-10", since: .v2026_1, .warning, level: .acrossSubmissions, basis: .technical,
        column: .of(\Placement.participant),
        needs: [.previous],
        name: Text(nl: "Hoe ging deze deelnemer verder?", en: "How did this participant go on?"),
        message: Text(
            nl: "Deelnemer {detail} staat in uw vorige rapportage zonder einde in die periode, en nu niet meer.",
            en: "Participant {detail} is in your last report without an end in that period, and is no longer in this "
                + "one."),
        remedy: Text(
            nl:
                "Werkt iemand nog? Zet de rij er dan nog een keer in. Is iemand gestopt? Zet de rij er dan in "
                + "met de einddatum.",
            en:
                "Does someone still work? Then put the row in once more. Has someone stopped? Then put the row "
                + "in with the end date."),
        why: Text(
            nl: "Zo weten wij of iemand is gestopt of is doorgestroomd.",
            en: "That way we know whether someone stopped or moved on."),
        examples: [
            .triggers("inzet: deelnemercode=D-0002", previous: [["voorblad: periode=2026-Q1"]]),
            .triggers(
                "inzet: deelnemercode=D-0002", previous: [["voorblad: periode=2026-Q1", "inzet: einddatum="]]),
            .triggers("inzet", previous: [["voorblad: periode=2026-Q1"]]),
            .triggers("-inzet", previous: [["voorblad: periode=2026-Q1"]]),
            .passes(previous: [["voorblad: periode=2026-Q1"]]),
            .passes("inzet: deelnemercode=d-0001; inzet_id=P-009", previous: [["voorblad: periode=2026-Q1"]]),
            .passes(
                "inzet: deelnemercode=D-0002", previous: [["voorblad: periode=2026-Q1", "inzet: einddatum=31-03-2026"]]),
            // Only the last period matters.
            .passes(
                "inzet: deelnemercode=D-0002",
                previous: [
                    ["voorblad: periode=2025-Q4"], ["voorblad: periode=2026-Q1", "inzet: deelnemercode=D-0002"],
                ]),
            // The contract has ended.
            .passes(
                "contracten: einddatum=31-03-2026", "inzet: deelnemercode=D-0002",
                previous: [["voorblad: periode=2026-Q1"]]),
        ])

    static let variants = [
        Text(
            nl: "Er is nu geen inzet gerapporteerd. Aantal deelnemers in uw vorige rapportage zonder einde in die "
                + "periode: {detail}.",
            en: "No placements are reported now. Participants in your last report without an end in that period: "
                + "{detail}.")
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let period = context.period, let before = context.reportBefore, let table = before.submission.placements
        else { return }
        let present = participants(of: context.submission)
        let translation = SymbolTranslation(from: before.submission, to: context.submission)
        var open = SymbolSet()
        var gone: [Symbol] = []
        for index in table.acceptedIndices {
            let row = table.rows[index]
            guard let participant = row.participant, row.end.map({ $0 >= period.start }) ?? true,
                !hasEnded(row.contract.flatMap { translation[$0] }, before: period.start, context),
                !(translation[participant].map(present.contains) ?? false)
            else { continue }
            if open.insert(participant) { gone.append(participant) }
        }
        let place = Place(.placements, column: ColumnReference(\Placement.participant))
        if context.submission.placements?.rows.isEmpty ?? true {
            if !gone.isEmpty { report.found(at: place, .count(gone.count), variant: 1) }
        } else {
            for participant in gone {
                report.found(at: place, report.text(before.submission.symbols[participant], from: .supplier))
            }
        }
    }

    /// The participants of every row, also of those that were set aside.
    private static func participants(of submission: Submission) -> SymbolSet {
        var participants = SymbolSet()
        for row in submission.placements?.rows ?? [] { participants.insert(row.participant) }
        return participants
    }

    private static func hasEnded(_ contract: Symbol?, before day: Day, _ context: RuleContext) -> Bool {
        context.contract(contract)?.end.map { $0 < day } ?? false
    }
}
