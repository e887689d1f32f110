import Intake
import SocialReturnModel
import Valuations

/// A work experience place lasts no longer than the contract or its valuation table allows.
///
/// How long that is, is an agreement of some regions, so the table or the register must give it.
enum WorkExperienceEnds: SubmissionRule {
    static let facts = RuleMetadata(
        "INZ-21", since: .v2026_2, .warning, level: .row, basis: .contract, column: .of(\Placement.end),
        needs: [.register, .table(.placements)], limits: [longest],
        name: Text(nl: "Hoe lang duurt deze werkervaringsplek?", en: "How long does this work experience place last?"),
        message: Text(
            nl: "Deze werkervaringsplek loopt tot en met {read}. Bij dit contract duurt zo'n plek ten hoogste tot en "
                + "met {detail}.",
            en: "This work experience place lasts until {read}. Under this contract such a place lasts until {detail} "
                + "at most."),
        remedy: Text(
            nl: "Bespreek omzetting naar betaald werk. Wilt u daar hulp bij? Vraag het adviesteam.",
            en: "Discuss turning it into paid work. Would you like help with that? Ask the advisory team."),
        why: Text(
            nl: "Een werkervaringsplek is een stap naar een baan. Na een paar maanden kan vaak meer.",
            en: "A work experience place is a step towards a job. After some months more is often possible."),
        examples: [
            .triggers(
                "instellingen: sleutel=werkervaring_maanden; waarde=3",
                "inzet: soort_inzet=werkervaring; contractvorm=geen; einddatum=01-06-2026"),
            .triggers(
                "instellingen: sleutel=werkervaring_maanden; waarde=3",
                "inzet: soort_inzet=werkervaring; contractvorm=geen; einddatum="),
            .triggers(
                "instellingen: sleutel=werkervaring_maanden; contractnummer=BZK-2026-0147; waarde=6",
                "inzet: soort_inzet=werkervaring; contractvorm=geen"),
            .passes(
                "instellingen: sleutel=werkervaring_maanden; waarde=3",
                "inzet: soort_inzet=werkervaring; contractvorm=geen; einddatum=31-05-2026"),
            .passes(
                "instellingen: sleutel=werkervaring_maanden; waarde=4",
                "inzet: soort_inzet=werkervaring; contractvorm=geen; einddatum="),
            .passes("instellingen: sleutel=werkervaring_maanden; waarde=3", "inzet: einddatum="),
            .passes(
                "instellingen: sleutel=werkervaring_maanden; waarde=3",
                "inzet: soort_inzet=werkervaring; contractvorm=geen; begindatum="),
            // Nothing of the kind is agreed: then the rule is not tested.
            .passes("inzet: soort_inzet=werkervaring; contractvorm=geen; einddatum="),
        ])

    /// For how many months someone may have a work experience place; zero where nothing is agreed.
    static let longest = Limit(
        "werkervaring_maanden", .months, .since(.v2026_2, 0), within: 0...60,
        name: Text(
            nl: "Werkervaringsplek: langste duur (0: niet afgesproken)",
            en: "Work experience place: longest term (0: not agreed)"))

    static let variants = [
        Text(
            nl: "Deze werkervaringsplek heeft nog geen einddatum. Bij dit contract duurt zo'n plek ten hoogste tot en "
                + "met {detail}.",
            en: "This work experience place has no end date yet. Under this contract such a place lasts until "
                + "{detail} at most.")
    ]

    /// The block of a placement is known after valuing.
    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let period = context.period, let table = context.submission.placements else { return }
        let column = ColumnReference(\Placement.end)
        for index in context.judgedIndices(of: table) where table.rows[index].kind == .workExperience {
            let row = table.rows[index]
            guard let start = row.start else { continue }
            let agreed = context.wholeLimit(Self.longest, for: row.contract)
            let ofTable = context.valuation(index)?.block.flatMap { block in
                block.kinds.contains(.workExperience) ? block.countingMonths : nil
            }
            guard let months = ofTable ?? (agreed > 0 ? agreed : nil) else {
                report.notEvaluated(
                    Text(
                        nl: "Voor een contract is niet vastgelegd hoe lang een werkervaringsplek mag duren "
                            + "(werkervaring_maanden in instellingen.csv).",
                        en: "For a contract it is not recorded how long a work experience place may last "
                            + "(werkervaring_maanden in instellingen.csv)."),
                    supply: Text(
                        nl:
                            "Noemt het contract een grens? Zet die dan in instellingen.csv van het register: werkervaring_maanden.",
                        en:
                            "Does the contract name a limit? Then put it into instellingen.csv of the register: werkervaring_maanden."
                    ),
                    by: .contractManager, isRegisterGap: true)
                continue
            }
            let last = start.adding(months: months).adding(days: -1)
            if row.end ?? period.end > last {
                report.found(at: table.place(index, column), .day(last), variant: row.end == nil ? 1 : 0)
            }
        }
    }
}
