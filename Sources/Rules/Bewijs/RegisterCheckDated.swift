import Intake
import SocialReturnModel

/// For someone of the job agreement group the supplier looked in the target group register, and says when. The date is all that
/// is asked: only the employer may see the register.
enum RegisterCheckDated: SubmissionRule {
    static let facts = RuleFacts(
        "BEW-06", since: .v2026_1, .warning, level: .row, basis: .contract, sources: ["UWV-DGR", "WFSV"],
        column: "doelgroep",
        needs: [.table(.placements)],
        name: Text(nl: "Registercontrole ontbreekt", en: "Register check missing"),
        message: Text(
            nl: "Voor deze deelnemer uit de banenafspraak staat er geen datum van een controle in het "
                + "doelgroepregister.",
            en: "For this participant of the job agreement there is no date of a look-up in the target group "
                + "register."),
        remedy: Text(
            nl: "Controleer het doelgroepregister en vul de datum in (geen BSN).",
            en: "Check the target group register and fill in the date (no citizen service number)."),
        why: Text(
            nl: "Alleen UWV stelt vast wie bij de banenafspraak hoort. De datum van uw controle is genoeg.",
            en: "Only UWV establishes who belongs to the job agreement. The date of your look-up is enough."),
        examples: [
            .triggers("inzet: doelgroep=BAN"),
            .triggers("inzet: doelgroep=banenafspraak", "bewijs: soort=registercontrole; datum_document=; gezien_op="),
            .triggers("inzet: doelgroep=BAN", "bewijs: soort=registercontrole; hoort_bij=P-002"),
            .triggers("inzet: doelgroep=BAN", "-bewijs"),
            .passes("inzet: doelgroep=BAN", "bewijs: soort=registercontrole; datum_document="),
            .passes("inzet: doelgroep=BAN", "bewijs: soort=registercontrole; gezien_op="),
            .passes("inzet: doelgroep=WAJ"),
        ])

    static func check(_ context: RuleContext, _ report: inout Report) {
        guard let table = context.submission.placements else { return }
        var checked = SymbolSet(context.submission.symbols)
        for row in context.submission.evidence?.rows ?? []
        where row.kind == .registerCheck && (row.seenOn != nil || row.documentDate != nil) {
            checked.insert(row.belongsTo)
        }
        let column = ColumnReference(named: "doelgroep", in: Placement.self)
        for index in table.acceptedIndices where table.rows[index].targetGroup == .jobAgreement {
            guard let id = table.rows[index].id, !checked.contains(id) else { continue }
            report.found(at: table.place(index, column))
        }
    }
}
