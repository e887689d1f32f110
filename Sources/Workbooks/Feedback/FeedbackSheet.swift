import Intake
import SocialReturnModel

/// The sheets of the feedback to the supplier, in their order: what to read first, then its own files, then what is hidden.
enum FeedbackSheet: Hashable, Sendable {
    case readFirst
    case table(TableID)
    case choices
    case originalSubmission

    /// How many columns stand before the supplier's own: what to mend, the correction, the answer, and the row.
    static let leadingColumns = OriginalSubmissionForm.leadingColumns

    /// The name on the tab, Dutch in both languages.
    var name: String {
        switch self {
        case .readFirst: OriginalSubmissionForm.firstSheet
        case .table(let id): AllTables.facts(id).sheetName
        case .choices: "Keuzelijsten"
        case .originalSubmission: OriginalSubmissionForm.sheetName
        }
    }
}
