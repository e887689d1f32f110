import Intake
import Parameters
import SocialReturnModel

/// A learner has a level of vocational education where the contract's table values levels differently.
enum LevelNamed: SubmissionRule {
    static let facts = RuleMetadata(
        "INZ-18", since: .v2026_2, .warning, level: .cell, basis: .contract, sources: ["DH", "OOST"],
        column: .of(\Placement.level),
        needs: [.register, .table(.placements)],
        name: Text(nl: "Niveau ontbreekt", en: "Level missing"),
        message: Text(
            nl: "Het mbo-niveau is leeg. De tabel van dit contract heeft een waarde per niveau: {detail}.",
            en: "The vocational level is empty. The table of this contract has a value for each level: {detail}."),
        remedy: Text(
            nl: "Vul het mbo-niveau in. Is het een hbo-stage? Zet dat in de toelichting.",
            en: "Fill in the vocational level. Is it an internship of higher education? Say so in the explanation."),
        why: Text(
            nl: "Zonder niveau kunnen wij de waarde van deze leerplek niet berekenen.",
            en: "Without a level we cannot calculate the value of this learning place."),
        examples: [
            .triggers("inzet: doelgroep=BBL; soort_inzet=bbl"),
            .triggers("inzet -niveau: doelgroep=BBL; soort_inzet=bbl"),
            .triggers("verplichtingen: tabel_id=UTRECHT", "inzet: doelgroep=BOL; soort_inzet=stage; contractvorm=geen"),
            .passes("inzet: doelgroep=BBL; soort_inzet=bbl; niveau=2"),
            // This table values every level the same.
            .passes("inzet: doelgroep=BOL; soort_inzet=stage; contractvorm=geen"),
            .passes("inzet: doelgroep=PW; niveau="),
            // What stands there but could not be read is a matter for the rule about codes.
            .passes("inzet: doelgroep=BBL; soort_inzet=bbl; niveau=hbo"),
            // No level would do: this copy of the table stops after level 2.
            .passes("verplichtingen: tabel_id=OOST-NEDERLAND", "inzet: doelgroep=BBL; soort_inzet=bbl; niveau=3"),
            .passes("verplichtingen: tabel_id=; rekenmethode=", "inzet: doelgroep=BBL; soort_inzet=bbl"),
        ])

    /// Blocks are chosen when placements are valued.
    static var phase: Phase { .totals }

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        guard let table = context.submission.placements else { return }
        let column = ColumnReference(\Placement.level)
        var gaps = BlockChoiceGaps(closing: \Placement.level) { $0.levels.contains(BlockLevel($1)) }
        for index in context.judgedIndices(of: table) where table.rows[index].level == nil {
            guard let levels = gaps.codes(context, table, index), !levels.isEmpty, table.isBlank(index, column)
            else { continue }
            report.found(
                at: table.place(index, column), report.text(levels.map(\.code).joined(separator: ", "), from: .tool))
        }
    }
}

extension TableData {
    /// Whether nothing is written in `column` of the row at `index`. A cell that could not be read is not blank: the rule that says
    /// so comes first.
    func isBlank(_ index: Int, _ column: ColumnReference) -> Bool {
        column.knownIndex.map { written(index, column: $0).isEmpty } ?? true
    }
}
