import Intake
import SocialReturnModel

/// A temporary contract that is about to end, or ended in this period, is a chance of permanent work as long as nothing is known of
/// what follows: no outcome, and no later placement of the same participant.
enum ChanceOfPermanentWork: SubmissionRule {
    static let facts = RuleMetadata(
        "INZ-26", since: .v2026_2, .signal, level: .row, basis: .policy, sources: ["INTERVIEW"],
        column: .of(\Placement.end),
        needs: [.table(.placements)], limits: [ahead], yields: [.to("INZ-25", .row)],
        traits: [.goodNews],
        name: Text(nl: "Kans op vast werk", en: "Opportunity for permanent work"),
        message: Text(
            nl: "Het tijdelijke contract van deze deelnemer loopt tot en met {read}. Dit is een mooi moment om samen "
                + "vooruit te kijken: wordt het vast werk?",
            en: "The temporary contract of this participant runs until {read}. This is a good moment to look ahead "
                + "together: will it be permanent work?"),
        remedy: Text(
            nl: "Bespreek verlenging, vast werk of doorstroom, samen met de deelnemer. Kunt u daar hulp bij "
                + "gebruiken? Het adviesteam denkt graag mee. Is het al gelukt? Vul dan de uitkomst in, zodat wij het "
                + "mee kunnen vieren.",
            en: "Discuss an extension, permanent work or a next step, together with the participant. Could you use "
                + "help? The advisory team gladly thinks along. Has it worked out already? Then fill in the outcome, "
                + "so that we can celebrate it with you."),
        why: Text(
            nl: "Vast werk geeft iemand rust en toekomst, en u een collega die het werk al kent. Wie er op tijd over "
                + "praat, heeft de meeste mogelijkheden.",
            en: "Permanent work gives someone peace of mind and a future, and you a colleague who knows the work "
                + "already. Talking about it in time leaves most possibilities open."),
        examples: [
            .triggers("inzet: einddatum=30-09-2026"),
            .triggers("inzet: einddatum=01-07-2026"),
            .triggers("inzet: soort_inzet=detachering; einddatum=31-08-2026"),
            .triggers("inzet: doelgroep=BBL; soort_inzet=bbl; niveau=2; einddatum=31-07-2026"),
            // It ended in this period, and nobody tells what followed.
            .triggers("inzet: einddatum=30-06-2026"),
            .triggers("inzet: begindatum=01-12-2025; einddatum=01-04-2026"),
            // It lasted shortly: the rule about that speaks, and asks the same.
            .passes("inzet: einddatum=01-04-2026"),
            .triggers("instellingen: sleutel=vast_werk_maanden; waarde=9", "inzet: einddatum=28-02-2027"),
            .triggers("inzet: einddatum=30-09-2026", withRegister: false),
            // Somebody else goes on.
            .triggers(
                "inzet: einddatum=30-09-2026",
                "inzet: inzet_id=P-002; deelnemercode=D-0002; begindatum=01-06-2026; einddatum="),
            // The placement beside it ends as well.
            .triggers(
                "inzet: einddatum=30-09-2026; uren_per_week=12",
                "inzet: inzet_id=P-002; begindatum=01-06-2026; einddatum=30-09-2026; uren_per_week=12"),
            .passes("inzet: einddatum=01-10-2026"),
            .passes("inzet: einddatum="),
            .passes("inzet: einddatum=31-03-2026"),
            .passes("inzet: contractvorm=onbepaald; einddatum=30-09-2026"),
            .passes("inzet: soort_inzet=stage; contractvorm=geen; einddatum=31-07-2026"),
            .passes("inzet: contractvorm=; einddatum=30-09-2026"),
            .passes("inzet: einddatum=30-09-2026; uitkomst=vast_werk"),
            .passes("inzet: einddatum=30-09-2026; uitkomst=verlengd"),
            .passes("inzet: einddatum=30-06-2026; uitkomst=uitval; reden_einde=verhuisd"),
            // The participant goes on, under this contract or another.
            .passes("inzet: einddatum=30-09-2026", "inzet: inzet_id=P-002; begindatum=01-10-2026; einddatum="),
            .passes(
                "inzet: einddatum=31-05-2026",
                "inzet: inzet_id=P-002; contractnummer=BZK-2026-0233; begindatum=01-06-2026; einddatum=31-05-2027",
                withRegister: false),
            // A double row is no second chance, and no other placement either.
            .triggers("inzet: einddatum=30-09-2026", "inzet: inzet_id=P-002; einddatum=30-09-2026"),
            .passes("instellingen: sleutel=vast_werk_maanden; waarde=1", "inzet: einddatum=01-08-2026"),
            // Three whole months after the last day of February.
            .triggers(
                "voorblad: periode=2027-02; opgesteld_op=08-03-2027; ontvangen_op=09-03-2027",
                "inzet: einddatum=31-05-2027"),
            .passes(
                "voorblad: periode=2027-02; opgesteld_op=08-03-2027; ontvangen_op=09-03-2027",
                "inzet: einddatum=01-06-2027"),
            .passes("voorblad: periode=ooit", "inzet: einddatum=30-09-2026"),
        ])

    /// How many months after the reporting period a contract that ends is a reason to talk.
    static let ahead = Limit(
        "vast_werk_maanden", .months, .since(.v2026_2, 3), within: 1...24,
        name: Text(
            nl: "Kans op vast werk: contract loopt af binnen",
            en: "Opportunity for permanent work: contract ends within"))

    static let variants = [
        Text(
            nl: "Het tijdelijke contract van deze deelnemer liep tot en met {read}. Wij zijn benieuwd hoe het verder "
                + "ging.",
            en: "The temporary contract of this participant ran until {read}. We would like to know what came of it.")
    ]

    /// A double row is set aside before anything is said of it.
    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let period = context.period, let table = context.submission.placements else { return }
        let column = ColumnReference(\Placement.end)
        let participants = ParticipantRows(table)
        let next = period.end.adding(days: 1)
        for index in context.judgedIndices(of: table) {
            let row = table.rows[index]
            guard row.contractForm == .fixedTerm, row.outcome == nil, let end = row.end, end >= period.start,
                end < next.adding(months: context.wholeLimit(Self.ahead, for: row.contract)),
                !participants.isFollowed(index)
            else { continue }
            report.found(at: table.place(index, column), variant: end < next ? 1 : 0)
        }
    }
}
