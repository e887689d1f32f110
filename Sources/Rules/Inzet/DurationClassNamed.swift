import Intake
import SocialReturnModel

/// It is known how long someone has had a benefit, where the contract's table values that differently, and by its own limit.
enum DurationClassNamed: SubmissionRule {
    static let facts = RuleMetadata(
        "INZ-19", since: .v2026_2, .warning, level: .cell, basis: .contract, sources: ["OOST"],
        column: .of(\Placement.durationClass),
        needs: [.register, .table(.placements)],
        name: Text(nl: "Duurklasse ontbreekt", en: "Duration class missing"),
        message: Text(
            nl: "De duurklasse is leeg. De tabel van dit contract maakt bij deze doelgroep onderscheid: {detail}.",
            en: "The duration class is empty. The table of this contract tells apart, for this target group: {detail}."),
        remedy: Text(
            nl: "Vul in: korter of langer dan de grens van de tabel.",
            en: "Fill in: shorter or longer than the limit of the table."),
        why: Text(
            nl: "Wie langer zonder werk was, telt in deze tabel met een andere waarde. Zonder klasse kunnen wij niet "
                + "rekenen.",
            en: "Who was out of work for longer counts in this table with another value. Without a class we cannot "
                + "calculate."),
        examples: [
            .triggers("verplichtingen: tabel_id=OOST-NEDERLAND"),
            .triggers("verplichtingen: tabel_id=OOST-NEDERLAND", "inzet: doelgroep=WW"),
            .triggers("verplichtingen: tabel_id=OOST-NEDERLAND", "inzet -duurklasse:"),
            // Longer than one year may be shorter than two.
            .triggers("verplichtingen: tabel_id=OOST-NEDERLAND", "inzet: duurklasse=>1j"),
            .passes("verplichtingen: tabel_id=OOST-NEDERLAND", "inzet: duurklasse=>2j"),
            .passes("verplichtingen: tabel_id=OOST-NEDERLAND", "inzet: duurklasse=<1j"),
            .passes("verplichtingen: tabel_id=OOST-NEDERLAND", "inzet: doelgroep=BAN; duurklasse="),
            .passes("verplichtingen: tabel_id=OOST-NEDERLAND", "inzet: duurklasse=lang"),
            // This table makes no difference.
            .passes("inzet: duurklasse="),
            .passes("verplichtingen: tabel_id=; rekenmethode=", "inzet: duurklasse="),
        ])

    static let variants = [
        Text(
            nl: "Met duurklasse '{value}' is niet te kiezen. De tabel van dit contract maakt bij deze doelgroep een "
                + "ander onderscheid: {detail}.",
            en: "By duration class '{value}' nothing can be chosen. The table of this contract tells apart otherwise, "
                + "for this target group: {detail}.")
    ]

    /// Blocks are chosen when placements are valued.
    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.placements else { return }
        let column = ColumnReference(\Placement.durationClass)
        var gaps = BlockChoiceGaps(closing: \Placement.durationClass) { $0.durationClass == $1 }
        for index in context.judgedIndices(of: table) {
            guard let classes = gaps.codes(context, table, index), !classes.isEmpty else { continue }
            let isEmpty = table.rows[index].durationClass == nil
            if isEmpty, !table.isBlank(index, column) { continue }
            report.found(
                at: table.place(index, column), report.text(classes.map(\.code).joined(separator: ", "), from: .tool),
                variant: isEmpty ? 0 : 1)
        }
    }
}
