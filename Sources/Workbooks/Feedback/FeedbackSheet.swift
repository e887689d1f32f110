import SocialReturnModel

/// The sheets of the feedback to the supplier, in their order: what to read first, then its own files.
enum FeedbackSheet: Hashable, Sendable {
    case readFirst
    case table(TableID)

    /// How many columns stand before the supplier's own: what to mend, the correction, and the row.
    static let leadingColumns = 3

    /// The name on the tab, Dutch in both languages.
    var name: String {
        switch self {
        case .readFirst: "Lees dit eerst"
        case .table(let id): ReportSheet(id)?.name ?? AllTables.facts(id).title.nl
        }
    }
}
