import DelimitedText
import SocialReturnModel

/// A sheet of the feedback as it came back, with the corrections applied: the rows as the supplier wants them, under the headings that
/// it delivered, and what was changed.
///
/// The columns that the feedback put before the supplier's own are left out; records keep their numbers, and one that was taken out is
/// blank. So a finding still points at the cell in the workbook.
struct CorrectedSheet {
    /// The cells.
    private(set) var cells: DelimitedTable
    /// The columns of the sheet, from 0, from which the fields were taken. Fields that a correction added come after these.
    let columns: [Int]
    /// What was changed, in the order of the rows.
    private(set) var changes: [PendingChange] = []
    /// The records whose correction could not be understood.
    private(set) var unclear: [Int] = []

    /// A change before its texts were searched for what may not be shown.
    struct PendingChange {
        let kind: Corrections.Kind
        /// The row in the first delivery and the field in its records; no field for a whole row and for a column that was added.
        var delivered: (row: Int, field: Int?)?
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
        _ sheet: DelimitedTable, _ facts: TableFacts, named name: String, _ first: FirstDelivery?,
        correctionOf: String? = nil
    ) throws(DelimitedTextError) {
        let headings = first?.headings(of: name)
        guard headings != nil || FirstDeliveryForm.isFeedback(sheet) else { return nil }
        let header = TableRegion.only(facts.id, in: sheet).header
        guard header >= 0 else { return nil }
        let layout = Layout(sheet, header, headings, facts)
        var work = SheetCorrection(
            sheet: sheet, layout: layout, delivered: MatchedRows(sheet, header, layout, first, named: name))
        work.read(after: header)
        if let correctionOf { work.markAsCorrection(of: correctionOf, after: header) }
        cells = try work.build(header)
        columns = layout.fields.map(\.column)
        changes = headings == nil ? [] : work.changes
        unclear = work.unclear
    }
}
