import Intake
import SocialReturnModel

/// A paid placement that ended in this period lasted for some months. Internships, trial placements and work experience places are
/// meant to be short; and who moved on, or goes on in another placement, is well on the way.
enum PlacementLasts: SubmissionRule {
    static let facts = RuleMetadata(
        "INZ-25", since: .v2026_2, .signal, level: .row, basis: .own, column: .of(\Placement.end),
        needs: [.table(.placements)], limits: [shortBelow],
        name: Text(nl: "Korte plaatsing", en: "Short placement"),
        message: Text(
            nl: "Deze plaatsing eindigde op {read}, binnen {detail} maanden na het begin.",
            en: "This placement ended on {read}, within {detail} months of its start."),
        remedy: Text(
            nl: "Is begeleiding of hulp van het adviesteam nodig? Werd het vast werk, of ging "
                + "de deelnemer anders verder? Vul dan de uitkomst in.",
            en: "Is guidance or help of the advisory team needed? Did it become permanent work, or did the participant "
                + "move on? Then fill in the outcome."),
        why: Text(
            nl: "De eerste maanden zijn vaak het moeilijkst. Met wat hulp lukt een volgende plaatsing misschien wel.",
            en: "The first months are often the hardest. With some help the next placement may succeed."),
        examples: [
            .triggers("inzet: einddatum=30-05-2026"),
            .triggers("inzet: begindatum=15-06-2026; einddatum=30-06-2026"),
            .triggers("inzet: einddatum=30-05-2026; uitkomst=uitval; reden_einde=de reistijd was te lang"),
            .triggers(
                "inzet: soort_inzet=detachering; begindatum=01-01-2026; einddatum=01-04-2026",
                "instellingen: sleutel=korte_plaatsing_maanden; waarde=6"),
            .triggers("inzet: einddatum=30-05-2026", withRegister: false),
            // Three months to the day.
            .passes("inzet: einddatum=31-05-2026"),
            .passes("inzet: einddatum="),
            // Still to come: then a talk about what follows is what helps.
            .passes("inzet: begindatum=15-06-2026; einddatum=31-07-2026"),
            .passes("inzet: begindatum=01-02-2026; einddatum=31-03-2026"),
            .passes("inzet: einddatum=30-05-2026; uitkomst=vast_werk"),
            .passes("inzet: einddatum=30-05-2026; uitkomst=opleiding"),
            .passes("inzet: einddatum=30-05-2026", "inzet: inzet_id=P-002; begindatum=01-06-2026"),
            .passes("inzet: soort_inzet=stage; contractvorm=geen; einddatum=30-05-2026"),
            .passes("inzet: soort_inzet=proefplaatsing; contractvorm=geen; einddatum=30-05-2026"),
            .passes(
                "inzet: begindatum=01-05-2026; einddatum=31-05-2026",
                "instellingen: sleutel=korte_plaatsing_maanden; waarde=1"),
        ])

    /// Below how many months a placement is short.
    static let shortBelow = Limit(
        "korte_plaatsing_maanden", .months, .since(.v2026_2, 3), within: 1...24,
        name: Text(nl: "Korte plaatsing: korter dan", en: "Short placement: shorter than"))

    /// A double row is set aside before anything is said of it.
    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let period = context.period, let table = context.submission.placements else { return }
        let column = ColumnReference(\Placement.end)
        let participants = ParticipantRows(table)
        for index in context.judgedIndices(of: table) {
            let row = table.rows[index]
            guard row.isPaidWork, let start = row.start, let end = row.end, period.contains(end),
                row.outcome == nil || row.outcome == .droppedOut, !participants.isFollowed(index)
            else { continue }
            let months = context.wholeLimit(Self.shortBelow, for: row.contract)
            if end.adding(days: 1) < start.adding(months: months) {
                report.found(at: table.place(index, column), .count(months))
            }
        }
    }
}

extension Placement {
    /// Whether someone is paid for the work, as far as the kind of placement tells.
    fileprivate var isPaidWork: Bool {
        switch kind {
        case .employment, .secondment, .workLearning: true
        case .internship, .schoolLearning, .workExperience, .trial, .selfEmployed, nil: false
        }
    }
}
