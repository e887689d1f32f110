import Intake
import SocialReturnModel
import Valuations

/// Sheltered work is no part of the job agreement by law, while a regional table may put it in the same building block.
enum ShelteredWorkApart: SubmissionRule {
    static let facts = RuleMetadata(
        "INZ-22", since: .v2026_2, .signal, level: .row, basis: .law, sources: ["WFSV", "OOST"],
        column: .of(\Placement.targetGroup),
        needs: [.table(.placements)],
        name: Text(nl: "Beschut werk in register geteld", en: "Sheltered work counted in the register"),
        message: Text(
            nl: "De tabel van dit contract telt beschut werk in het blok van de banenafspraak ('{detail}').",
            en: "The table of this contract counts sheltered work in the block of the job agreement ('{detail}')."),
        remedy: Text(
            nl: "Controleer onder welk blok deze inzet valt, en of zij voor de banenafspraak telt.",
            en: "Check in which block this placement belongs, and whether it counts for the job agreement."),
        why: Text(
            nl: "Volgens de Wfsv (artikel 38b) hoort beschut werk niet bij de banenafspraak. Voor social return mag "
                + "een contract het wel meetellen.",
            en: "By law (Wfsv, article 38b) sheltered work is no part of the job agreement. For social return a "
                + "contract may count it all the same."),
        examples: [
            .triggers("verplichtingen: tabel_id=OOST-NEDERLAND", "inzet: doelgroep=BSW"),
            .triggers("inzet: doelgroep=BSW; telt_banenafspraak=ja"),
            .triggers("inzet: doelgroep=Beschut werk; telt_banenafspraak=ja", withRegister: false),
            .passes("inzet: doelgroep=BSW; telt_banenafspraak=nee"),
            .passes("inzet: doelgroep=BSW; telt_banenafspraak="),
            .passes("inzet: doelgroep=BAN; telt_banenafspraak=ja"),
            .passes("verplichtingen: tabel_id=OOST-NEDERLAND", "inzet: doelgroep=WSW; telt_banenafspraak=ja"),
        ])

    static let variants = [
        Text(
            nl: "Bij beschut werk staat dat de baan telt voor de banenafspraak.",
            en: "Of sheltered work it says that the job counts for the job agreement.")
    ]

    /// The block of a placement is known after valuing.
    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.placements else { return }
        let group = ColumnReference(\Placement.targetGroup)
        let flag = ColumnReference(\Placement.countsForJobAgreement)
        for index in context.judgedIndices(of: table) where table.rows[index].targetGroup == .shelteredWork {
            if table.rows[index].countsForJobAgreement == .yes {
                report.found(at: table.place(index, flag), variant: 1)
            }
            if let block = context.valuation(index)?.block, block.targetGroups.contains(.jobAgreement) {
                report.found(at: table.place(index, group), report.text(block.code, from: .register))
            }
        }
    }
}
