import DelimitedText
import Plumbing
import SocialReturnModel
import WorksheetReading

/// A row with words in its blue cells.
struct FilledRow {
    let sheet: String
    let number: Int
    let topic: String
    let period: String
    let contracts: [String]
    var cells: [String]
    /// What the report itself says was agreed before.
    let previous: String
    let isOlder: Bool
}

/// What somebody filled in on one sheet of a report.
struct FilledSheet {
    /// The filled rows that can be taken over as they stand.
    var rows: [FilledRow] = []
    /// The topics beside which nothing stands.
    var unfilled: [FilledRow] = []
    /// What cannot.
    var problems: [(place: FilledDecisions.Place, problem: FilledDecisions.Problem)] = []
    /// What its cells come to without the blue ones.
    var others: ContentSum
    /// Whether the sheet has a block of topics.
    var asks = false

    /// Reads `sheet`, which may be shown as `name`.
    init(_ sheet: Worksheet, called name: String) {
        others = sheet.contents
        FilledSheetReader(sheet, name).read(into: &self)
    }
}
