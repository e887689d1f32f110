import Intake
import SocialReturnModel

/// Until 2026 the statement for somebody of the job agreement came from UWV; a municipality could not issue that one. Since then the benefit for
/// the job agreement asks for no statement, so there is nothing left to ask of a newer one.
enum StatementFromAgency: SubmissionRule {
    static let facts = RuleMetadata(
        "BEW-04", since: .v2026_3, .warning, level: .row, basis: .law, sources: ["WTL", "FISC", "HOLK"],
        column: .of(\Evidence.issuer), needs: [.table(.placements), .table(.evidence)],
        earlier: [
            .since(
                .v2026_2,
                examples: [
                    .triggers("inzet: doelgroep=BAN", "bewijs: soort=doelgroepverklaring"),
                    .passes("inzet: doelgroep=BAN", "bewijs: soort=doelgroepverklaring; afgever=UWV"),
                ])
        ], lawDays: [withoutStatement],
        name: Text(nl: "Komt de verklaring van UWV?", en: "Is the statement from UWV?"),
        message: Text(
            nl: "Bij deze doelgroepverklaring voor de banenafspraak staat '{value}' als afgever.",
            en: "For this target group statement for the job agreement it says '{value}' as issuer."),
        remedy: Text(
            nl:
                "Controleer de afgever, de doelgroep en de datum: misschien is een van de drie anders. Voor "
                + "een verklaring "
                + "uit de tijd voor 2026 was UWV de afgever.",
            en: "Check the issuer, the group and the date: perhaps one of the three is different. Of a statement from "
                + "before 2026 UWV was the issuer."),
        why: Text(
            nl: "Tot 2026 gaf UWV de verklaring voor de banenafspraak af, en de gemeente die voor 56-plussers met een "
                + "uitkering van de gemeente. Sinds 01-01-2026 is voor de banenafspraak geen verklaring meer nodig, en "
                + "is er geen loonkostenvoordeel voor oudere werknemers (artikel 2.11).",
            en: "Until 2026 UWV issued the statement for the job agreement, and the municipality that for people of 56 "
                + "and older with a benefit of the municipality. Since 01-01-2026 the job agreement needs no "
                + "statement, "
                + "and there is no wage benefit for older employees (article 2.11)."),
        examples: [
            .triggers("inzet: doelgroep=BAN", "bewijs: soort=doelgroepverklaring; datum_document=31-12-2025"),
            .triggers(
                "inzet: doelgroep=BAN",
                "bewijs: soort=doelgroepverklaring; datum_document=20-12-2025; afgever=Gemeente Voorbeeldstad"),
            // Without a date of the document the day on which it was seen tells, and else the first day of work.
            .triggers(
                "inzet: doelgroep=BAN; begindatum=01-12-2025",
                "bewijs: soort=doelgroepverklaring; datum_document=; gezien_op=; afgever=gem. Voorbeeldstad"),
            // Since 2026 the job agreement asks for no statement.
            .passes("inzet: doelgroep=BAN", "bewijs: soort=doelgroepverklaring; datum_document=01-01-2026"),
            .passes("inzet: doelgroep=BAN", "bewijs: soort=doelgroepverklaring"),
            .passes(
                "inzet: doelgroep=BAN", "bewijs: soort=doelgroepverklaring; datum_document=20-12-2025; afgever=UWV"),
            .passes(
                "inzet: doelgroep=BAN",
                "bewijs: soort=doelgroepverklaring; datum_document=20-12-2025; afgever=UWV (via gemeente)"),
            .passes(
                "inzet: doelgroep=BAN", "bewijs: soort=doelgroepverklaring; datum_document=20-12-2025; afgever="),
            .passes(
                "inzet: doelgroep=BAN",
                "bewijs: soort=doelgroepverklaring; datum_document=20-12-2025; afgever=Gemini B.V."),
            .passes("inzet: doelgroep=BAN", "bewijs: soort=registercontrole; datum_document=20-12-2025"),
            .passes("bewijs: soort=doelgroepverklaring; datum_document=20-12-2025"),
        ])

    /// The Wet tegemoetkomingen loondomein as it has been since 2026.
    static let withoutStatement = LawDay(
        2026, 1, 1, source: "WTL",
        name: Text(
            nl: "Loonkostenvoordeel banenafspraak zonder doelgroepverklaring; niet meer voor oudere werknemers (vanaf "
                + "welke dag artikel 2.11 verviel, is niet nagelezen)",
            en: "Wage benefit for the job agreement without a target group statement; none for older employees (from "
                + "which day article 2.11 lapsed was not read)"))

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.evidence else { return }
        let placements = PlacementIndex(context.submission)
        let column = ColumnReference(\Evidence.issuer)
        for index in table.acceptedIndices where table.rows[index].kind == .targetGroupStatement {
            let row = table.rows[index]
            guard let placement = placements[row.belongsTo], placement.targetGroup == .jobAgreement,
                namesMunicipality(table.source.text(row.issuer))
            else { continue }
            let day = row.documentDate ?? row.seenOn ?? placement.start
            if context.ruleSet >= .v2026_3, day.map({ $0 >= Self.withoutStatement.day }) ?? true { continue }
            report.found(at: table.place(index, column))
        }
    }

    private static func namesMunicipality(_ issuer: String) -> Bool {
        let words = issuer.lowercased().split { !$0.isLetter }
        return words.contains { $0.hasPrefix("gemeente") || $0 == "gem" } && !words.contains("uwv")
    }
}
