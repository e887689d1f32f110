import Intake
import SocialReturnModel

/// For someone of the job agreement group, with Wajong or with a Wsw indication the supplier looked in the target group register, and says when. The date is all that
/// is asked: only the employer may see the register.
enum RegisterCheckDated: SubmissionRule {
    static let facts = RuleMetadata(
        "BEW-06", since: .v2026_3, .warning, level: .row, basis: .contract, sources: ["UWV-DGR", "WFSV"],
        column: .of(\Placement.targetGroup),
        needs: [.table(.placements)],
        earlier: [
            .since(
                .v2026_1,
                message: Text(
                    nl: "Bij deze deelnemer uit de banenafspraak staat niet wanneer u in het doelgroepregister keek.",
                    en: "For this participant of the job agreement it does not say when you looked in the target group "
                        + "register."),
                examples: [
                    .triggers("inzet: doelgroep=BAN"),
                    .passes("inzet: doelgroep=WAJ"),
                ])
        ],
        name: Text(nl: "Wanneer was de registercontrole?", en: "When did you look in the register?"),
        message: Text(
            nl: "Bij deze deelnemer ({value}) staat niet wanneer u in het doelgroepregister keek.",
            en: "For this participant ({value}) it does not say when you looked in the target group register."),
        remedy: Text(
            nl:
                "Zet op blad Bewijs een rij met soort 'registercontrole', en bij gezien_op de dag waarop u "
                + "keek. Vul geen BSN in.",
            en:
                "Put a row with kind 'registercontrole' on sheet Bewijs, and at gezien_op the day on which "
                + "you looked. Fill in no "
                + "citizen service number."),
        why: Text(
            nl:
                "Alleen UWV stelt vast wie bij de banenafspraak hoort. Ook wie Wajong of een Wsw-indicatie "
                + "heeft, staat in "
                + "dat register. De datum van uw controle is genoeg.",
            en: "Only UWV establishes who belongs to the job agreement. People with Wajong or a Wsw indication are in "
                + "that register too. The date of your look-up is enough."),
        examples: [
            .triggers("inzet: doelgroep=BAN"),
            .triggers("inzet: doelgroep=banenafspraak", "bewijs: soort=registercontrole; datum_document=; gezien_op="),
            .triggers("inzet: doelgroep=BAN", "bewijs: soort=registercontrole; hoort_bij=P-002"),
            .triggers("inzet: doelgroep=BAN", "-bewijs"),
            .passes("inzet: doelgroep=BAN", "bewijs: soort=registercontrole; datum_document="),
            .passes("inzet: doelgroep=BAN", "bewijs: soort=registercontrole; gezien_op="),
            .triggers("inzet: doelgroep=WAJ"),
            .triggers("inzet: doelgroep=Wsw-indicatie", "-bewijs"),
            .passes("inzet: doelgroep=WAJ", "bewijs: soort=registercontrole"),
            // Sheltered work stays outside the job agreement.
            .passes("inzet: doelgroep=BSW"),
            .passes("inzet: doelgroep=PW"),
        ])

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.placements else { return }
        var checked = SymbolSet()
        for row in context.submission.evidence?.rows ?? []
        where row.kind == .registerCheck && (row.seenOn != nil || row.documentDate != nil) {
            checked.insert(row.belongsTo)
        }
        let column = ColumnReference(\Placement.targetGroup)
        for index in table.acceptedIndices where isInRegister(table.rows[index], context.ruleSet) {
            guard let id = table.rows[index].id, !checked.contains(id) else { continue }
            report.found(at: table.place(index, column))
        }
    }
    /// Whether someone of this group stands in the target group register (Wfsv, article 38b).
    private static func isInRegister(_ row: Placement, _ ruleSet: RuleSet) -> Bool {
        ruleSet >= .v2026_3 ? row.isInTargetGroupRegister : row.targetGroup == .jobAgreement
    }
}

extension Placement {
    /// Whether people of this group stand in the target group register: the job agreement, Wajong and Wsw. Sheltered work does not.
    public var isInTargetGroupRegister: Bool {
        targetGroup == .jobAgreement || targetGroup == .youngDisabled || targetGroup == .shelteredEmployment
    }
}
