import Consolidations
import SocialReturnModel
import Spreadsheets
import Workbooks

extension MinistrySheet {
    static let data = MinistrySheet(
        "Gegevens", at: 190,
        meaning: Text(
            nl: "De cijfers per contract en periode, om zelf mee te rekenen.",
            en: "The figures by contract and period, to calculate with."),
        count: { $0.placements.count },
        onlyExact: ["code", "doelgroep", FigureKind.permanentJobs.key]
    ) { _ in .data }
}

extension SheetDefinition<MinistryLine> {
    /// *Gegevens*: the figures by contract and period, to calculate with; by target group too in exact workbooks. Persons stand in the open
    /// data of each result, never here.
    static var data: SheetDefinition {
        SheetDefinition(
            name: MinistrySheet.data.name, title: Text(nl: "Gegevens", en: "Data"),
            explanation: Text(
                nl: "Een rij per contract en periode, met alles waarop u wilt draaien of filteren.",
                en: "A row for each contract and period, with all that you may want to pivot or filter by."),
            columns: [
                SheetColumn(Text(nl: "Contract", en: "Contract"), key: "contract", width: 16...24, .link) { line, _ in
                    let placement = line.placement
                    return .link(
                        line.overview.contracts[placement.contract].facts.id,
                        to: line.ministry.target(ofContract: placement.contract))
                },
                SheetColumn(Text(nl: "Naam", en: "Name"), key: "naam", width: 22...34, .wrapped) { line, _ in
                    .text(line.ministry.name(ofContract: line.placement.contract))
                },
                about("leverancier", Text(nl: "Leverancier", en: "Supplier"), 20...32) { $0.supplierName },
                about("categorie", Text(nl: "Categorie", en: "Category"), 14...22) { Ministry.key($0.facts.category) },
                about("opdrachtgever", Text(nl: "Opdrachtgever (OIN)", en: "Client (OIN)"), 22...26) {
                    Ministry.key($0.facts.client)
                },
                SheetColumn(Text(nl: "Periode", en: "Period"), key: "periode", width: 12...26) { line, _ in
                    .text(line.placement.period.description)
                },
                SheetColumn(Text(nl: "Van", en: "From"), key: "van", width: 12...13, .day) { line, _ in
                    .day(line.placement.period.start)
                },
                SheetColumn(Text(nl: "Tot en met", en: "Through"), key: "tot", width: 12...13, .day) { line, _ in
                    .day(line.placement.period.end)
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

    private static func about(
        _ key: String, _ heading: Text, _ width: ClosedRange<Double>,
        _ text: @escaping @Sendable (ContractLine) -> String
    ) -> SheetColumn<MinistryLine> {
        SheetColumn(heading, key: key, width: width, .wrapped) { line, _ in
            .text(text(line.overview.contracts[line.placement.contract]))
        }
    }
}

extension MinistryLine {
    fileprivate var placement: PlacementLine { overview.placements[index] }
}
