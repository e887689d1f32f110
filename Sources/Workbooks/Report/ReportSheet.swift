import SocialReturnModel

/// The sheets of the report for the contract manager, in their order. The names are Dutch in both languages.
enum ReportSheet: Int, CaseIterable, Sendable {
    case readingGuide, summary, conversation, moreTopics, control, registerGaps, findings, placements, valuation,
        purchases, activities, evidence, conversations, commitments, obstacles, lessons, examples, learningPlaces,
        elsewhere, elsewhereRows, setAside, rules, settings, provenance

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
        case .conversation: "Gesprek"
        case .moreTopics: "Meer onderwerpen"
        case .control: "Controle"
        case .registerGaps: "Register"
        case .findings: "Bevindingen"
        case .placements: AllTables.facts(.placements).sheetName
        case .valuation: "Waardering"
        case .purchases: AllTables.facts(.purchases).sheetName
        case .activities: AllTables.facts(.activities).sheetName
        case .evidence: AllTables.facts(.evidence).sheetName
        case .conversations: AllTables.facts(.conversations).sheetName
        case .commitments: AllTables.facts(.commitments).sheetName
        case .obstacles: AllTables.facts(.obstacles).sheetName
        case .lessons: AllTables.facts(.lessons).sheetName
        case .examples: AllTables.facts(.examples).sheetName
        case .learningPlaces: AllTables.facts(.learningPlaces).sheetName
        case .elsewhere: "Elders"
        case .elsewhereRows: "Elders per rij"
        case .setAside: "Afgekeurde rijen"
        case .rules: "Regels"
        case .settings: "Instellingen en bronnen"
        case .provenance: "Herkomst"
        }
    }
}
