import Consolidations
import SocialReturnModel
import Spreadsheets

extension SheetDefinition<MinistryLine> {
    /// *Inzet*: the placements by contract, period and target group. Persons stand in the open data of each result, never here.
    static var placementsByGroup: SheetDefinition {
        SheetDefinition(
            name: MinistrySheet.placements.name, title: Text(nl: "Inzet", en: "Placements"),
            explanation: Text(
                nl: "Inzet per contract, periode en doelgroep. Geen personen; wat over mensen gaat is afgerond.",
                en: "Placements by contract, period and target group. No persons; figures of people are rounded."),
            columns: [
                SheetColumn(Text(nl: "Contract", en: "Contract"), key: "contract", width: 16...24, .link) { line, _ in
                    let placement = line.placement
                    return .link(
                        line.overview.contracts[placement.contract].facts.id,
                        to: line.ministry.target(ofContract: placement.contract))
                },
                SheetColumn(Text(nl: "Periode", en: "Period"), key: "periode", width: 12...26) { line, _ in
                    .text(line.placement.period.description)
                },
                SheetColumn(Text(nl: "Code", en: "Code"), key: "code", width: 9...12) { line, _ in
                    .text(Ministry.key(line.placement.group))
                },
                SheetColumn(Text(nl: "Doelgroep", en: "Target group"), key: "doelgroep", width: 24...40) {
                    line, language in
                    .text(Ministry.groupName(line.placement.group, language))
                },
            ]
                + (FigureKind.standard + [.value]).map { kind in
                    .figure(kind) { line, kind in kind.cell(line.placement.figures, line.ministry) }
                })
    }
}

extension MinistryLine {
    fileprivate var placement: PlacementLine { overview.placements[index] }
}
