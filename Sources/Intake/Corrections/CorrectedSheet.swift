import DelimitedText
import SocialReturnModel

/// A sheet of the feedback as it came back, with the corrections applied: the rows as the supplier wants them, under the headings that
/// it delivered, and what was changed.
///
/// The columns that the feedback put before the supplier's own are left out; records keep their rows, and one that was taken out is
/// blank. So a finding still points at the cell in the workbook. A sheet that was sorted has its records in the order in which they were
/// delivered: which of two doubles counts, and all other figures, do not depend on how somebody looked at them.
struct CorrectedSheet {
    /// The cells.
    private(set) var cells: DelimitedTable
    /// The columns of the sheet, from 0, from which the fields were taken. Fields that a correction added come after these.
    let columns: [Int]
    /// The columns of the sheet, from 0, in which corrections and answers are written; nil where they are gone.
    let correctionColumn: Int?, answerColumn: Int?
    /// Which record of the sheet each record of ``cells`` is; nil when all are where they were.
    let order: [Int]?
    /// What was changed, in the order of the rows.
    private(set) var changes: [PendingChange] = []
    /// What was said in words, or could not be taken over, in the order of the records.
    private(set) var remarks: [PendingRemark] = []

    /// The row in the first delivery of each record that was one.
    private(set) var deliveredRows: [Int32: Int] = [:]

    /// The records whose correction could not be understood.
    var unclear: [Int] { remarks.filter { $0.kind == .unclear }.map(\.record) }
    /// What stands in the columns *Uw antwoord* and *Correctie* and is no value, before it was searched for what may not be shown.
    struct PendingRemark: Equatable {
        let kind: Kind
        let record: Int
        /// The row in the first delivery; nil for a row that was added.
        let row: Int?
        /// The name of the column that it is about, as it was marked or written; nil for the row.
        let column: String?
        /// Whether the supplier named the column; otherwise it is the one that was marked.
        var isNamed = true
        let text: String

        enum Kind: Equatable {
            /// An answer: in its own column, or where a correction is asked.
            case answer, answerInCorrection
            /// A correction that is no value of its column.
            case refused
            /// A correction of which nobody knows what column it is for.
            case unclear
            /// Words where nothing is asked: above, below or beside the rows, or in place of what was to be corrected.
            case astray
        }

        /// Whether it is something that was said.
        var isAnswer: Bool { kind == .answer || kind == .answerInCorrection }
    }

    /// A change before its texts were searched for what may not be shown.
    struct PendingChange {
        let kind: Corrections.Kind
        /// The row in the first delivery and the field in its records; no field for a whole row and for a column that was added.
        var delivered: (row: RowLabel, field: Int?)?
        /// The record and the field in ``cells``; the field is nil for the whole row.
        var record: Int?
        var field: Int?
    }

    /// Applies what stands on the sheet called `name`; nil when it is not a sheet of the feedback. Without the first delivery there are
    /// no changes to tell, and only corrections that name their column can be applied.
    ///
    /// - Parameter correctionOf: the text for the column `correctie_op` of the first row, where the supplier left it empty.
    /// - Throws: ``DelimitedTextError/tooLarge(bytes:)``.
    init?(
        _ sheet: DelimitedTable, _ facts: TableFacts, named name: String, _ first: OriginalSubmission?,
        correctionOf: String? = nil, _ knownHeadings: HeadingIndex = .shared
    ) throws(DelimitedTextError) {
        let headings = first?.headings(of: name)
        guard headings != nil || OriginalSubmissionForm.isFeedback(sheet) else { return nil }
        let header = TableRegion.only(facts.id, in: sheet).header
        guard header >= 0 else { return nil }
        let layout = Layout(
            sheet, header, headings, facts, knownHeadings, addedColumns: first?.addedColumns(of: name) ?? [])
        var (sheet, rows) = (sheet, MatchedRows(sheet, header, layout, first, named: name))
        order = rows.orderOfDelivery().map { Array(0...header) + $0 }
        if let order {
            sheet = try sheet.reordered(order)
            rows = MatchedRows(sheet, header, layout, first, named: name)
        }
        var work = SheetCorrection(sheet: sheet, layout: layout, delivered: rows)
        work.read(after: header)
        if let correctionOf { work.markAsCorrection(of: correctionOf, after: header) }
        cells = try work.build(header)
        (correctionColumn, answerColumn) = (layout.correction, layout.answer)
        columns = layout.fields.map(\.column)
        changes = first == nil ? [] : work.changes
        remarks = work.remarks
        deliveredRows = work.deliveredRows
    }
}

extension DelimitedTable {
    /// The same records in another order, each with the row that it had.
    fileprivate func reordered(_ order: [Int]) throws(DelimitedTextError) -> DelimitedTable {
        var builder = TableBuilder(detection: detection)
        for record in order {
            for field in 0..<fieldCount(of: record) { try builder.append(record, field, of: self) }
            builder.endRecord(row: row(of: record), line: line(of: record), isDamaged: isDamaged(record))
        }
        return builder.finish(damages: damages)
    }
}
