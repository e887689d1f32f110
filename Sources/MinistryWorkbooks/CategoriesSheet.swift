import Consolidations
import SocialReturnModel
import Workbooks

extension MinistrySheet {
    static let categories = MinistrySheet(
        "Categorieën", at: 130,
        meaning: Text(nl: "De contracten per inkoopcategorie.", en: "The contracts by category."),
        count: { $0.categories.count }
    ) { .categories($0) }
}

extension SheetDefinition<MinistryLine> {
    /// *Categorieën*: the contracts by category.
    static func categories(_ overview: Overview) -> SheetDefinition {
        SheetDefinition(
            name: MinistrySheet.categories.name, title: Text(nl: "Categorieën", en: "Categories"),
            explanation: overview.withWhatTotalsLack(
                Text(
                    nl:
                        "De contracten per inkoopcategorie, over alle gerapporteerde perioden. De rijen komen van Contracten.",
                    en: "The contracts by category, over all reported periods. The rows come from Contracten.")),
            columns: [
                SheetColumn(Text(nl: "Categorie", en: "Category"), key: "categorie", width: 18...32) { line, _ in
                    .text(Ministry.key(line.overview.categories[line.index].key))
                }
            ]
                + AggregateColumns(sheet: .categories, match: "categorie") { $0.overview.categories[$0.index] }
                .columns)
    }
}
