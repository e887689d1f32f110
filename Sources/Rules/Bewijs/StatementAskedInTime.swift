import Intake
import SocialReturnModel

/// A statement for the wage benefit is asked for within three months after the start. The day of asking is not in the file, so the
/// rule looks whether the statement is later than asking on the last day and the longest time for deciding can explain.
///
/// Since 2026 the three months hold for employees with a work disability and for placing them anew. The job agreement asks for no statement,
/// and the benefit for older employees is gone.
enum StatementAskedInTime: SubmissionRule {
    static let facts = RuleMetadata(
        "BEW-05", since: .v2026_3, .signal, level: .row, basis: .law, sources: ["WTL", "FISC", "REND", "HOLK"],
        column: .of(\Evidence.documentDate),
        needs: [.table(.placements), .table(.evidence)], limits: [monthsForAsking, daysForDeciding],
        earlier: [
            .since(
                .v2026_2, informsOnly: false,
                examples: [
                    .triggers(
                        "inzet: begindatum=02-01-2026",
                        "bewijs: soort=doelgroepverklaring; datum_document=03-07-2026"),
                    .passes(
                        "inzet: begindatum=02-01-2026",
                        "bewijs: soort=doelgroepverklaring; datum_document=02-07-2026"),
                ])
        ], lawDays: [StatementFromAgency.withoutStatement],
        name: Text(nl: "Verklaring LKV op tijd gevraagd?", en: "Statement for the wage benefit asked in time?"),
        message: Text(
            nl: "De doelgroepverklaring is van {read}. Wie haar op tijd aanvraagt, heeft haar meestal voor {detail}.",
            en: "The target group statement is of {read}. Who asks for it in time mostly has it before {detail}."),
        remedy: Text(
            nl: "Voor social return is geen actie nodig. Kijk wel of u het loonkostenvoordeel nog kunt krijgen.",
            en: "For social return no action is needed. Do look whether you can still get the wage benefit (LKV)."),
        why: Text(
            nl: "Een werknemer vraagt de verklaring aan binnen drie maanden na de start. Anders kunt u het "
                + "loonkostenvoordeel mislopen. Wie sinds 01-01-2026 is begonnen, heeft haar alleen nodig bij een "
                + "arbeidshandicap of bij herplaatsen, en niet voor de banenafspraak.",
            en: "An employee asks for the statement within three months after the start. Otherwise you can miss the "
                + "wage benefit. Who began since 01-01-2026 needs it only with a work disability or when placed anew, "
                + "and not for the job agreement."),
        examples: [
            .triggers(
                "inzet: begindatum=01-12-2025", "bewijs: soort=doelgroepverklaring; datum_document=02-06-2026"),
            .triggers(
                "inzet: begindatum=01-12-2025; soort_inzet=bbl",
                "bewijs: soort=doelgroepverklaring; datum_document=30-06-2026"),
            .triggers(
                "instellingen: sleutel=lkv_besluit_dagen; waarde=56", "inzet: begindatum=01-12-2025",
                "bewijs: soort=doelgroepverklaring; datum_document=27-04-2026"),
            // Since 2026 for a work disability only.
            .triggers(
                "inzet: doelgroep=WIA; begindatum=02-01-2026",
                "bewijs: soort=doelgroepverklaring; datum_document=03-07-2026"),
            .passes("inzet: begindatum=02-01-2026", "bewijs: soort=doelgroepverklaring; datum_document=03-07-2026"),
            .passes(
                "inzet: doelgroep=BAN; begindatum=01-01-2026",
                "bewijs: soort=doelgroepverklaring; datum_document=03-07-2026"),
            // Three months until 01-03-2026, and thirteen weeks.
            .passes("inzet: begindatum=01-12-2025", "bewijs: soort=doelgroepverklaring; datum_document=31-05-2026"),
            .passes(
                "inzet: begindatum=01-12-2025; soort_inzet=stage",
                "bewijs: soort=doelgroepverklaring; datum_document=02-06-2026"),
            .passes("inzet: begindatum=01-12-2025", "bewijs: soort=doelgroepverklaring; datum_document="),
            .passes("inzet: begindatum=01-12-2025", "bewijs: soort=uwv_verklaring; datum_document=02-06-2026"),
        ])

    static let monthsForAsking = Limit(
        "lkv_aanvraag_maanden", .months, .since(.v2026_2, 3, source: "FISC"), within: 1...12, isSetByLaw: true,
        name: Text(nl: "Doelgroepverklaring: tijd om aan te vragen", en: "Target group statement: time for asking"))
    static let daysForDeciding = Limit(
        "lkv_besluit_dagen", .days, .since(.v2026_2, 91, source: "REND"), within: 0...366,
        name: Text(nl: "Doelgroepverklaring: tijd om te besluiten", en: "Target group statement: time for deciding"))

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.evidence else { return }
        let placements = PlacementIndex(context.submission)
        let months = context.wholeLimit(Self.monthsForAsking)
        let column = ColumnReference(\Evidence.documentDate)
        for index in table.acceptedIndices where table.rows[index].kind == .targetGroupStatement {
            let row = table.rows[index]
            guard let day = row.documentDate, let placement = placements[row.belongsTo], let start = placement.start,
                placement.kind == .employment || placement.kind == .workLearning
            else { continue }
            if context.ruleSet >= .v2026_3, start >= StatementFromAgency.withoutStatement.day,
                placement.targetGroup != .disabilityBenefit
            {
                continue
            }
            let days = context.wholeLimit(Self.daysForDeciding, for: placement.contract)
            let last = start.adding(months: months).adding(days: days)
            if day > last { report.found(at: table.place(index, column), .day(last)) }
        }
    }
}
