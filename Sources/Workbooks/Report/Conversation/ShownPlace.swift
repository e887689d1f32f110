import Intake
import SocialReturnModel
import Spreadsheets

/// A place with its words: the sheet, and the row in the supplier's file.
struct ShownPlace {
    /// The sheet on which it stands.
    let sheet: String
    /// The number of the row; empty for a whole file or column.
    let number: String
    /// `rij 14`; empty for a whole file or column.
    let row: String
    /// Where a link goes; nil where there is nothing to go to.
    let target: LinkTarget?

    /// `Inzet rij 14`.
    var text: String { row.isEmpty ? sheet : "\(sheet) \(row)" }

    init(_ place: Place, _ report: Report) {
        target = report.index.target(of: place)
        sheet = target?.sheet ?? AllTables.facts(place.table).title[report.language]
        let source = place.isInRow ? report.context.source(of: place.table) : nil
        number = source.map { "\($0.cells.row(of: Int(place.record)))" } ?? ""
        row = number.isEmpty ? "" : (report.language == .dutch ? "rij " : "row ") + number
    }
}
