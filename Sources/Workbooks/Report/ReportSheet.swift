import SocialReturnModel

/// The sheets of the report for the contract manager, in their order. The names are Dutch in both languages.
enum ReportSheet: Int, CaseIterable, Sendable {
    case readingGuide, summary, discussion, findings, placements, valuation, purchases, activities, evidence,
        conversations,
        commitments, obstacles, lessons, examples, learningPlaces, setAside, rules, settings, provenance

    /// The sheet with the rows of `table`; nil for tables without a sheet of their own.
    init?(_ table: TableID) {
        switch table {
        case .placements: self = .placements
        case .purchases: self = .purchases
        case .activities: self = .activities
        case .evidence: self = .evidence
        case .conversations: self = .conversations
        case .commitments: self = .commitments
        case .obstacles: self = .obstacles
        case .lessons: self = .lessons
        case .examples: self = .examples
        case .learningPlaces: self = .learningPlaces
        default: return nil
        }
    }

    /// The name on the tab.
    var name: String {
        switch self {
        case .readingGuide: "Leeswijzer"
        case .summary: "Samenvatting"
        case .discussion: "Te bespreken"
        case .findings: "Bevindingen"
        case .placements: "Inzet"
        case .valuation: "Waardering"
        case .purchases: "Sociale inkoop"
        case .activities: "Activiteiten"
        case .evidence: "Bewijs"
        case .conversations: "Gesprekken"
        case .commitments: "Afspraken"
        case .obstacles: "Knelpunten"
        case .lessons: "Leerpunten"
        case .examples: "Goede voorbeelden"
        case .learningPlaces: "Leerplekken"
        case .setAside: "Afgekeurde rijen"
        case .rules: "Regels"
        case .settings: "Instellingen en bronnen"
        case .provenance: "Herkomst"
        }
    }
}
