import Intake
import SocialReturnModel
import Valuations

/// A participant counts no longer than the group's counting duration, from the first day that this submission or an earlier one
/// shows for the same contract and group.
enum CountingDurationLeft: SubmissionRule {
    static let facts = RuleMetadata(
        "INZ-10", since: .v2026_3, .signal, level: .acrossSubmissions, basis: .contract,
        sources: ["DH", "OOST", "SWF"],
        column: .of(\Placement.start), needs: [.register, .table(.placements)],
        earlier: [
            .since(
                .v2026_1, .warning, informsOnly: false,
                examples: [
                    .triggers("inzet: begindatum=30-06-2024; einddatum="),
                    .passes("inzet: begindatum=01-07-2024; einddatum="),
                ])
        ], traits: [.informsOnly],
        name: Text(nl: "Meetelduur voorbij", en: "Counting duration over"),
        message: Text(
            nl: "De inzet begon op {read}. De meetelduur van deze doelgroep eindigt op {detail}, voor het einde van "
                + "de periode.",
            en: "The placement started on {read}. The counting duration of this group ends on {detail}, before the "
                + "period does."),
        remedy: Text(
            nl: "Na {detail} telt deze inzet niet meer mee. Geen actie nodig.",
            en: "After {detail} this placement no longer counts. No action needed."),
        why: Text(
            nl: "Een tabel zegt hoeveel maanden iemand meetelt. Daarna is de inzet welkom, maar telt zij niet.",
            en: "A table says for how many months someone counts. After that the placement is welcome but does not "
                + "count."),
        examples: [
            // Participatiewet counts for 24 months in this table.
            .triggers("inzet: begindatum=30-06-2024; einddatum="),
            .triggers("verplichtingen: meetelduur=3", "inzet: begindatum=01-03-2026"),
            .triggers(
                "inzet: begindatum=01-06-2026",
                previous: [["voorblad: periode=2024-Q2", "inzet: begindatum=01-05-2024; einddatum=31-12-2024"]]),
            .triggers(
                "inzet: begindatum=01-05-2024; einddatum=31-12-2024", "inzet: inzet_id=P-002; begindatum=01-06-2026"),
            .passes("inzet: begindatum=01-07-2024; einddatum="),
            .passes("inzet: begindatum=30-06-2024; einddatum=29-06-2026"),
            // The job agreement counts always.
            .passes("inzet: doelgroep=BAN; begindatum=01-01-2020; einddatum="),
            .passes("verplichtingen: tabel_id=; rekenmethode=", "inzet: begindatum=01-01-2020; einddatum="),
            .passes(
                "inzet: begindatum=01-06-2026",
                previous: [["voorblad: periode=2024-Q2", "inzet: begindatum=01-05-2024; deelnemercode=D-0002"]]),
        ])

    static let variants = [
        Text(
            nl: "Deze deelnemer telt al eerder mee bij dit contract. Samen eindigt de meetelduur op {detail}, voor "
                + "het einde van de periode.",
            en: "This participant counted under this contract before. Together the counting duration ends on "
                + "{detail}, before the period does.")
    ]

    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let period = context.period, let table = context.submission.placements else { return }
        let column = ColumnReference(\Placement.start)
        let firstDays = firstDays(context)
        for index in context.judgedIndices(of: table) {
            let row = table.rows[index]
            guard let start = row.start, let key = Participant(row),
                let months = context.valuation(index)?.countingMonths
            else { continue }
            let end = min(row.end ?? period.end, period.end)
            let ownLast = start.end(ofMonths: months)
            let last = min(ownLast, (firstDays[key] ?? start).end(ofMonths: months))
            guard end > last else { continue }
            report.found(at: table.place(index, column), .day(last), variant: last < ownLast ? 1 : 0)
        }
    }

    /// The first day of each participant under a contract, in this submission and in earlier ones. Who has one row and no earlier one is left
    /// out: that row tells its own first day.
    private static func firstDays(_ context: RuleContext) -> [Participant: Day] {
        var days: [Participant: Day] = [:]
        func note(_ submission: Submission, _ translation: SymbolTranslation?, only repeated: SymbolSet? = nil) {
            guard let table = submission.placements else { return }
            for index in table.acceptedIndices {
                let row = table.rows[index]
                if let repeated, !(row.participant.map(repeated.contains) ?? false) { continue }
                guard let start = row.start, let key = Participant(row, translation) else { continue }
                days[key] = min(days[key] ?? start, start)
            }
        }
        if let table = context.submission.placements {
            note(context.submission, nil, only: .repeated(\.participant, in: table))
        }
        for earlier in context.previous {
            note(earlier.submission, SymbolTranslation(from: earlier.submission, to: context.submission))
        }
        return days
    }

    private struct Participant: Hashable {
        let code: Symbol
        let contract: Symbol
        let group: TargetGroup

        init?(_ row: Placement, _ translation: SymbolTranslation? = nil) {
            guard var code = row.participant, var contract = row.contract, let group = row.targetGroup else {
                return nil
            }
            if let translation {
                guard let here = translation[code], let there = translation[contract] else { return nil }
                (code, contract) = (here, there)
            }
            self.code = code
            self.contract = contract
            self.group = group
        }
    }
}

extension PlacementValuation {
    /// For how many months the placement counts: as the obligation says, else its building block; nil for always.
    fileprivate var countingMonths: Int? { terms?.countingMonths?.value ?? block?.countingMonths }
}
