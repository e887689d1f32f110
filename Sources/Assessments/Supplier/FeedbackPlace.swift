import Intake
import Rules
import SocialReturnModel

/// Where something stands in the feedback workbook, as its reader sees it: sheet and cell.
public struct FeedbackPlace: Sendable, Hashable {
    /// The name of the sheet.
    public let sheet: String
    /// The row and the column, from 0; nil for a whole sheet.
    public let row: Int?, column: Int?
    /// What stands beside the row in *Uw rij*, by which it is found wherever sorting puts it; nil for a heading and for a whole sheet.
    public private(set) var label: RowLabel?
    /// The rows of the sheet with rows of the supplier's, from 0; empty where there is no ``label``.
    public private(set) var rows = 0..<0

    /// A place on `sheet`.
    init(_ sheet: String, row: Int? = nil, column: Int? = nil, label: RowLabel? = nil, among rows: Range<Int> = 0..<0) {
        (self.sheet, self.row, self.column) = (sheet, row, column)
        (self.label, self.rows) = (label, rows)
    }

    /// The cell: `J6`; nil for a whole sheet.
    public var cell: String? {
        guard let row, let column else { return nil }
        return "\(OriginalSubmissionForm.letters(column))\(row + 1)"
    }

    /// The place in words: `blad Inzet, cel J6, uw rij 4`. Rows of the feedback have other numbers than in the delivery, by which messages
    /// name them.
    public var words: Text {
        guard let cell else { return Text(nl: "blad \(sheet)", en: "sheet \(sheet)") }
        let (before, after) = (wordsBeforeCell, wordsAfterCell)
        return Text(nl: before.nl + cell + after.nl, en: before.en + cell + after.en)
    }

    /// What of ``words`` stands before the cell.
    public var wordsBeforeCell: Text { Text(nl: "blad \(sheet), cel ", en: "sheet \(sheet), cell ") }

    /// What of ``words`` stands behind the cell; empty where no row of the supplier's is meant.
    public var wordsAfterCell: Text {
        label.map { Text(nl: ", uw rij \($0.text)", en: ", your row \($0.text)") } ?? Text(nl: "", en: "")
    }
}

extension SupplierView {
    /// Where `finding` of `assessment` stands in the feedback; nil for what stands on none of its sheets.
    ///
    /// - Parameters:
    ///   - finding: a finding.
    ///   - assessment: what the finding is of.
    ///   - rowsPerSheet: how many rows a sheet holds before it goes on in a next part.
    public func feedbackPlace(
        of finding: Finding, _ assessment: Assessment, rowsPerSheet: Int = OriginalSubmissionForm.rowsPerSheet
    ) -> FeedbackPlace? {
        let place = finding.place
        // A file or sheet that is no table has no place there.
        let isAboutAFile = FindingText(finding, assessment.context, assessment.findings).isAboutAFile
        guard TableID.submission.contains(place.table), !isAboutAFile else { return nil }
        if places.sheets.contains(place.table) {
            return FeedbackPlace(AllTables.facts(place.table).sheetName)
        }
        var finder = FeedbackPlaceFinder(
            view: self, finding: finding, isShared: assessment.submission.coverIsShared, rowsPerSheet: rowsPerSheet)
        finder.coverFile = assessment.submission.cover?.source.fileName
        assessment.submission.forEachTable(&finder)
        return finder.found
    }
}

/// Finds a place by the table that it is in.
private struct FeedbackPlaceFinder: TableVisitor {
    let view: SupplierView
    let finding: Finding
    let isShared: Bool
    let rowsPerSheet: Int
    var coverFile: String?
    var found: FeedbackPlace?

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        let place = finding.place
        // A cover that shares its rows with another table stands on that one's sheet.
        let isHere =
            place.table == .cover && isShared
            ? table.source.id != .cover && table.source.fileName == coverFile && found == nil
            : table.source.id == place.table
        guard isHere else { return }
        let sheet = AllTables.facts(table.source.id).sheetName
        let column = place.table == table.source.id ? self.column(in: table) : nil
        guard place.isInRow else {
            found = FeedbackPlace(sheet, row: OriginalSubmissionForm.headingRow, column: column)
            return
        }
        guard let line = table.index(ofRecord: place.record) else { return }
        let (part, row) = line.quotientAndRemainder(dividingBy: rowsPerSheet)
        let name = part == 0 ? sheet : "\(sheet) (\(part + 1))"
        let first = OriginalSubmissionForm.firstRow
        found = FeedbackPlace(
            name, row: first + row, column: column ?? 0, label: table.source.label(of: Int(place.record)),
            among: first..<first + min(rowsPerSheet, table.rows.count - part * rowsPerSheet))
    }

    /// The column of the sheet, from 0.
    private func column<Row: TableRow>(in table: TableData<Row>) -> Int? {
        let source = table.source
        if let field = view.places.headings[source.id]?.first(where: { $0.value.contains { view.isAt($0, finding) } })?
            .key
        {
            return shown(field)
        }
        if let field = source.field(of: finding.place.column) { return shown(field) }
        guard let index = finding.place.column.knownIndex,
            let added = view.places.columns[source.id]?.firstIndex(where: { $0.index == index })
        else { return nil }
        let header = source.headerRecord
        let own = max(
            header >= 0 ? source.cells.fieldCount(of: header) : 0,
            table.records.lazy.map { source.cells.fieldCount(of: Int($0)) }.max() ?? 0)
        return min(own, OriginalSubmissionForm.mostColumns) + added + OriginalSubmissionForm.leadingColumns
    }

    /// Where a field that was delivered stands; nil beyond the columns that the feedback shows.
    private func shown(_ field: Int) -> Int? {
        field < OriginalSubmissionForm.mostColumns ? field + OriginalSubmissionForm.leadingColumns : nil
    }
}
