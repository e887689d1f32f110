import Intake
import SocialReturnModel

/// A statement for the wage benefit is asked for within three months after the start. The day of asking is not in the file, so the
/// rule looks whether the statement is later than asking on the last day and the longest time for deciding can explain.
enum StatementAskedInTime: SubmissionRule {
    static let facts = RuleFacts(
        "BEW-05", since: .v2026_2, .signal, level: .row, basis: .law, sources: ["FISC", "REND", "HOLK"],
        column: "datum_document",
        needs: [.table(.placements), .table(.evidence)], limits: [monthsForAsking, daysForDeciding],
        name: Text(nl: "Verklaring LKV te laat", en: "Statement for the wage benefit late"),
        message: Text(
            nl: "De doelgroepverklaring is van {read}. Wie haar op tijd aanvraagt, heeft haar meestal voor {detail}.",
            en: "The target group statement is of {read}. Who asks for it in time mostly has it before {detail}."),
        remedy: Text(
            nl: "Voor social return hoeft u niets te doen. Let op: het loonkostenvoordeel vervalt mogelijk.",
            en: "For social return you need not do anything. Note: the wage benefit (LKV) may lapse."),
        why: Text(
            nl: "Een werknemer vraagt de verklaring aan binnen drie maanden na de start. Anders kunt u het "
                + "loonkostenvoordeel mislopen.",
            en: "An employee asks for the statement within three months after the start. Otherwise you can miss the "
                + "wage benefit."),
        examples: [
            .triggers(
                "inzet: begindatum=01-12-2025", "bewijs: soort=doelgroepverklaring; datum_document=02-06-2026"),
            .triggers(
                "inzet: begindatum=01-12-2025; soort_inzet=bbl",
                "bewijs: soort=doelgroepverklaring; datum_document=30-06-2026"),
            .triggers(
                "instellingen: sleutel=lkv_besluit_dagen; waarde=56", "inzet: begindatum=01-12-2025",
                "bewijs: soort=doelgroepverklaring; datum_document=27-04-2026"),
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

    static func check(_ context: RuleContext, _ report: inout Report) {
        guard let table = context.submission.evidence else { return }
        let placements = PlacementIndex(context.submission)
        let months = context.wholeLimit(Self.monthsForAsking)
        let column = ColumnReference(named: "datum_document", in: Evidence.self)
        for index in table.acceptedIndices where table.rows[index].kind == .targetGroupStatement {
            let row = table.rows[index]
            guard let day = row.documentDate, let placement = placements[row.belongsTo], let start = placement.start,
                placement.kind == .employment || placement.kind == .workLearning
            else { continue }
            let days = context.wholeLimit(Self.daysForDeciding, for: placement.contract)
            let last = start.adding(months: months).adding(days: days)
            if day > last { report.found(at: table.place(index, column), .day(last)) }
        }
    }
}
