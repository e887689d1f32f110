import Intake
import SocialReturnModel

/// The statement for somebody of the job agreement comes from UWV; a municipality may not issue that one.
enum StatementFromAgency: SubmissionRule {
    static let facts = RuleFacts(
        "BEW-04", since: .v2026_2, .warning, level: .row, basis: .law, sources: ["FISC", "HOLK"], column: "afgever",
        needs: [.table(.placements), .table(.evidence)],
        name: Text(nl: "Verkeerde afgever", en: "Wrong issuer"),
        message: Text(
            nl: "Bij deze doelgroepverklaring voor de banenafspraak staat '{value}' als afgever.",
            en: "For this target group statement for the job agreement it says '{value}' as issuer."),
        remedy: Text(
            nl: "Vraag de verklaring bij UWV. Of controleer de afgever en de doelgroep: misschien is één van de twee "
                + "anders.",
            en: "Ask UWV for the statement. Or check the issuer and the group: perhaps one of the two is different."),
        why: Text(
            nl: "UWV geeft de verklaring af voor de banenafspraak. De gemeente doet dat voor 56-plussers met een "
                + "uitkering van de gemeente.",
            en: "UWV issues the statement for the job agreement. The municipality does so for people of 56 and older "
                + "with a benefit of the municipality."),
        examples: [
            .triggers("inzet: doelgroep=BAN", "bewijs: soort=doelgroepverklaring"),
            .triggers("inzet: doelgroep=BAN", "bewijs: soort=doelgroepverklaring; afgever=Gemeente Voorbeeldstad"),
            .triggers("inzet: doelgroep=BAN", "bewijs: soort=doelgroepverklaring; afgever=gem. Voorbeeldstad"),
            .passes("inzet: doelgroep=BAN", "bewijs: soort=doelgroepverklaring; afgever=UWV"),
            .passes("inzet: doelgroep=BAN", "bewijs: soort=doelgroepverklaring; afgever=UWV (via gemeente)"),
            .passes("inzet: doelgroep=BAN", "bewijs: soort=doelgroepverklaring; afgever="),
            .passes("inzet: doelgroep=BAN", "bewijs: soort=doelgroepverklaring; afgever=Gemini B.V."),
            .passes("inzet: doelgroep=BAN", "bewijs: soort=registercontrole"),
            .passes("bewijs: soort=doelgroepverklaring"),
        ])

    static func check(_ context: RuleContext, _ report: inout Report) {
        guard let table = context.submission.evidence else { return }
        let placements = PlacementIndex(context.submission)
        let column = ColumnReference(named: "afgever", in: Evidence.self)
        for index in table.acceptedIndices where table.rows[index].kind == .targetGroupStatement {
            let row = table.rows[index]
            guard placements[row.belongsTo]?.targetGroup == .jobAgreement,
                namesMunicipality(table.source.text(row.issuer))
            else { continue }
            report.found(at: table.place(index, column))
        }
    }

    private static func namesMunicipality(_ issuer: String) -> Bool {
        let words = issuer.lowercased().split { !$0.isLetter }
        return words.contains { $0.hasPrefix("gemeente") || $0 == "gem" } && !words.contains("uwv")
    }
}
