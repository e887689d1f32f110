import Intake
import SocialReturnModel

/// Someone with unemployment benefit is new at the employer, where the contract asks for that.
///
/// How many months before the start count is an agreement of some regions, so the register must give it. A placement that goes on
/// from one that was reported before is no question.
enum NewEmployer: SubmissionRule {
    static let facts = RuleMetadata(
        "INZ-12", since: .v2026_2, .warning, level: .row, basis: .contract, sources: ["HAR"],
        column: .of(\Placement.employedBefore), needs: [.register, .table(.placements)], limits: [newFor],
        traits: [.settledByExplanation],
        name: Text(nl: "Eerder bij dezelfde werkgever", en: "Earlier with the same employer"),
        message: Text(
            nl: "Deze deelnemer (WW) was kort hiervoor al in dienst bij deze werkgever. Bij dit contract telt een "
                + "nieuwe plaatsing als dat in de {detail} maanden ervoor niet zo was.",
            en: "This participant (unemployment benefit) was employed by this employer shortly before. Under this "
                + "contract a new placement counts if that was not so in the {detail} months before."),
        remedy: Text(
            nl: "Leg uit of dit een nieuwe plaatsing is.", en: "Explain whether this is a new placement."),
        why: Text(
            nl: "Sommige regio's willen dat er voor mensen met WW een nieuwe baan bij komt.",
            en: "Some regions want a new job to be made for people with unemployment benefit."),
        examples: [
            .triggers(
                "instellingen: sleutel=ww_nieuw_maanden; waarde=6", "inzet: doelgroep=WW; eerder_in_dienst=ja"),
            .triggers(
                "instellingen: sleutel=ww_nieuw_maanden; contractnummer=BZK-2026-0147; waarde=6",
                "inzet: doelgroep=WW; eerder_in_dienst=ja"),
            // The earlier placement was with another employer.
            .triggers(
                "instellingen: sleutel=ww_nieuw_maanden; waarde=6",
                "inzet: doelgroep=WW; begindatum=01-12-2025; einddatum=31-03-2026; werkgever_kvk=90000002",
                "inzet: inzet_id=P-002; doelgroep=WW; begindatum=01-04-2026; eerder_in_dienst=ja"),
            .passes(
                "instellingen: sleutel=ww_nieuw_maanden; waarde=6", "inzet: doelgroep=WW; eerder_in_dienst=nee"),
            .passes("instellingen: sleutel=ww_nieuw_maanden; waarde=6", "inzet: doelgroep=WW; eerder_in_dienst="),
            .passes(
                "instellingen: sleutel=ww_nieuw_maanden; waarde=6", "inzet: doelgroep=WW; eerder_in_dienst=onbekend"),
            .passes("instellingen: sleutel=ww_nieuw_maanden; waarde=6", "inzet: eerder_in_dienst=ja"),
            // It goes on from a placement of this report, or of an earlier one.
            .passes(
                "instellingen: sleutel=ww_nieuw_maanden; waarde=6",
                "inzet: doelgroep=WW; begindatum=01-12-2025; einddatum=31-03-2026",
                "inzet: inzet_id=P-002; doelgroep=WW; begindatum=01-04-2026; eerder_in_dienst=ja"),
            .passes(
                "instellingen: sleutel=ww_nieuw_maanden; waarde=6",
                "inzet: inzet_id=P-002; doelgroep=WW; begindatum=01-04-2026; eerder_in_dienst=ja",
                previous: [["voorblad: periode=2026-Q1", "inzet: doelgroep=WW; einddatum=31-03-2026"]]),
            // Nothing of the kind is agreed: then the rule is not tested.
            .passes("inzet: doelgroep=WW; eerder_in_dienst=ja"),
        ])

    /// For how many months someone must not have worked for the employer; zero where nothing is agreed.
    static let newFor = Limit(
        "ww_nieuw_maanden", .months, .since(.v2026_2, 0), within: 0...60,
        name: Text(
            nl: "WW: zo lang niet bij dezelfde werkgever (0: niet afgesproken)",
            en: "Unemployment benefit: not with the same employer for (0: not agreed)"))

    /// A double row is set aside before anything is said of it.
    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.placements else { return }
        let column = ColumnReference(\Placement.employedBefore)
        var known: [Job: Day]?
        for index in context.judgedIndices(of: table) {
            let row = table.rows[index]
            guard row.targetGroup == .unemployment, row.employedBefore == .yes else { continue }
            let months = context.wholeLimit(Self.newFor, for: row.contract)
            guard months > 0 else {
                report.notEvaluated(
                    Self.notAgreed,
                    supply: Text(
                        nl:
                            "Noemt het contract een grens? Zet die dan in instellingen.csv van het register: ww_nieuw_maanden.",
                        en:
                            "Does the contract name a limit? Then put it into instellingen.csv of the register: ww_nieuw_maanden."
                    ),
                    by: .contractManager, isRegisterGap: true)
                continue
            }
            let firstDays = known ?? Self.firstDays(context)
            known = firstDays
            if let start = row.start, let first = Job(row).flatMap({ firstDays[$0] }), first < start { continue }
            report.found(at: table.place(index, column), .count(months))
        }
    }

    private static let notAgreed = Text(
        nl: "Voor een contract is niet vastgelegd hoe lang iemand met WW nieuw moet zijn (ww_nieuw_maanden in "
            + "instellingen.csv).",
        en: "For a contract it is not recorded for how long someone with unemployment benefit must be new "
            + "(ww_nieuw_maanden in instellingen.csv).")

    /// The first day of each participant with each employer, in this submission and in earlier ones.
    private static func firstDays(_ context: RuleContext) -> [Job: Day] {
        var days: [Job: Day] = [:]
        func note(_ submission: Submission, _ translation: SymbolTranslation?) {
            guard let table = submission.placements else { return }
            for index in table.acceptedIndices {
                guard let start = table.rows[index].start, let job = Job(table.rows[index], translation) else {
                    continue
                }
                days[job] = min(days[job] ?? start, start)
            }
        }
        note(context.submission, nil)
        for earlier in context.previous {
            note(earlier.submission, SymbolTranslation(from: earlier.submission, to: context.submission))
        }
        return days
    }

    private struct Job: Hashable {
        let participant: Symbol
        let employer: KvKNumber

        init?(_ row: Placement, _ translation: SymbolTranslation? = nil) {
            guard let participant = row.participant, let employer = row.employer else { return nil }
            guard let here = translation.map({ $0[participant] }) ?? participant else { return nil }
            self.participant = here
            self.employer = employer
        }
    }
}
