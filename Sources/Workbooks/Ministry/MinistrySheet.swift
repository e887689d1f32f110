/// The sheets of the ministry's workbook, in their order. The names are Dutch in both languages.
enum MinistrySheet: Int, CaseIterable, Sendable {
    case readingGuide, dashboard, response, contracts, commitments, obstacles, learning, matches, trend, regions,
        tables,
        clients,
        categories, suppliers, targetGroups, purchases, examples, control, data, provenance

    /// The name on the tab.
    var name: String {
        switch self {
        case .readingGuide: "Leeswijzer"
        case .dashboard: "Dashboard"
        case .response: "Respons"
        case .learning: "Leren"
        case .clients: "Opdrachtgevers"
        case .categories: "Categorieën"
        case .suppliers: "Leveranciers"
        case .contracts: "Contracten"
        case .targetGroups: "Doelgroepen"
        case .data: "Gegevens"
        case .purchases: "Sociale inkoop"
        case .commitments: "Afspraken"
        case .trend: "Trend"
        case .regions: "Regio"
        case .tables: "Elders"
        case .matches: "Verbinden"
        case .examples: "Goede voorbeelden"
        case .obstacles: "Hulp en knelpunten"
        case .control: "Controle"
        case .provenance: "Herkomst"
        }
    }
}
