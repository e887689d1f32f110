import DelimitedText
import SocialReturnModel

/// Applies the corrections in feedback that came back, on all of its sheets.
struct WorkbookCorrection {
    private let first: OriginalSubmission?
    private let file: SourceFile
    private let knownHeadings: HeadingIndex

    /// - Parameters:
    ///   - first: what was delivered first; nil when the workbook does not tell.
    ///   - file: the workbook.
    ///   - knownHeadings: the headings that are known.
    init(_ first: OriginalSubmission?, in file: SourceFile, _ knownHeadings: HeadingIndex) {
        (self.first, self.file, self.knownHeadings) = (first, file, knownHeadings)
    }

    /// What was changed in `sheets`, which get their corrected rows. Where something was changed, the cover says of which delivery it is a
    /// correction.
    ///
    /// - Throws: ``DelimitedTextError/tooLarge(bytes:)``.
    func apply(to sheets: inout [WorkbookTables.Sheet]) throws(DelimitedTextError) {
        var original = sheets
        for index in sheets.indices { try apply(to: &sheets[index], correctionOf: nil) }
        if !sheets.contains(where: { $0.grid.map(holdsCover) ?? false }), let kept = try coverOfFirstDelivery() {
            // Without a cover nobody knows whose corrections these are, and nobody takes it away on purpose.
            let index = Self.positionOfCover(in: original) ?? 0
            if Self.positionOfCover(in: original) == nil {
                original.insert(kept, at: index)
                sheets.insert(kept, at: index)
            }
            (original[index], sheets[index]) = (kept, kept)
            try apply(to: &sheets[index], correctionOf: nil)
        }
        guard let first, let cover = Self.positionOfCover(in: original),
            !removedTables(sheets).isEmpty
                || sheets.contains(where: { !($0.grid?.correction?.changes.isEmpty ?? true) })
        else { return }
        sheets[cover] = original[cover]
        try apply(to: &sheets[cover], correctionOf: first.submission)
    }

    /// The tables whose sheets are gone, with all of their rows.
    func removedTables(_ sheets: [WorkbookTables.Sheet]) -> [(table: TableID, changes: SheetChanges)] {
        guard let first else { return [] }
        let present = Set(sheets.compactMap { $0.grid?.regions.first?.table })
        return first.tables.filter { !present.contains($0) }.compactMap { table in
            let name = AllTables.facts(table).sheetName
            let changes = first.rows(of: name).map {
                CorrectedSheet.PendingChange(kind: .rowRemoved, delivered: ($0, nil))
            }
            return changes.isEmpty
                ? nil : (table, SheetChanges(first: first, sheet: name, changes: changes, remarks: []))
        }
    }

    private func apply(
        to sheet: inout WorkbookTables.Sheet, correctionOf submission: String?
    ) throws(DelimitedTextError) {
        if let mended = try sheet.grid?.corrected(since: first, correctionOf: submission) { sheet.grid = mended }
    }

    /// Whether `grid` has a row with a cover, under headings of the cover.
    private func holdsCover(_ grid: Grid) -> Bool {
        let cover = Cover.table.facts
        return grid.regions.contains { region in
            guard region.header >= 0, region.records.contains(where: { !grid.cells.isBlank($0) }) else { return false }
            guard region.table == .cover else {
                return HeadingMap.namesRequiredColumns(of: cover, in: grid.cells, region.header, knownHeadings)
            }
            return (0..<grid.cells.fieldCount(of: region.header)).contains {
                knownHeadings.column(HeadingName(grid.cells.text(region.header, $0)), of: .cover) != nil
            }
        }
    }

    /// The sheet with the cover as it was first delivered, nothing corrected; nil where that is not known.
    private func coverOfFirstDelivery() throws(DelimitedTextError) -> WorkbookTables.Sheet? {
        let name = Cover.table.facts.sheetName
        guard let cells = try first?.feedbackSheet(name) else { return nil }
        let grid = Grid(
            cells, of: file, on: SheetDescriptor(named: name), .feedback,
            [TableRegion.only(.cover, in: cells, knownHeadings)], knownHeadings)
        return WorkbookTables.Sheet(name: name, grid: grid, isKept: true)
    }

    /// The sheet with the cover: its own, or that of a table that has its columns too.
    private static func positionOfCover(in sheets: [WorkbookTables.Sheet]) -> Int? {
        sheets.firstIndex { $0.grid?.regions.first?.table == .cover }
            ?? sheets.firstIndex { sheet in
                guard let grid = sheet.grid, let region = grid.regions.first else { return false }
                return HeadingMap.namesRequiredColumns(
                    of: Cover.table.facts, in: grid.cells, region.header, grid.knownHeadings)
            }
    }
}

extension Grid {
    /// The grid with the corrections applied; nil when it is no sheet of the feedback.
    ///
    /// - Parameters:
    ///   - first: what was delivered first; nil when nothing tells.
    ///   - submission: what to say on the cover that this is a correction of, where the supplier left that empty.
    /// - Throws: ``DelimitedTextError/tooLarge(bytes:)``.
    func corrected(since first: OriginalSubmission?, correctionOf submission: String?) throws(DelimitedTextError)
        -> Grid?
    {
        guard let region = regions.first else { return nil }
        let facts = AllTables.facts(region.table)
        guard
            let corrected = try CorrectedSheet(
                cells, facts, named: facts.sheetName, first, correctionOf: submission, knownHeadings)
        else { return nil }
        var onSheet = sheet
        if let order = corrected.order { onSheet?.reorder(order) }
        onSheet?.take(
            corrected.columns, correction: corrected.correctionColumn, answer: corrected.answerColumn,
            corrected: Set(corrected.changes.filter { $0.kind == .correctionApplied }.map(\.cell)))
        var mended = Grid(
            corrected.cells, of: file, on: onSheet, .feedback,
            [TableRegion.only(region.table, in: corrected.cells, knownHeadings)], knownHeadings)
        let isNew = first != nil && first?.headings(of: facts.sheetName) == nil
        // A sheet that was there to be filled in, and was not, is none that was delivered.
        if !(isNew && corrected.changes.isEmpty && corrected.remarks.isEmpty) {
            mended.correction = SheetChanges(
                first: first, sheet: facts.sheetName, changes: corrected.changes, remarks: corrected.remarks,
                deliveredRows: corrected.deliveredRows)
        }
        return mended
    }
}

/// What was changed on one sheet since the first delivery.
struct SheetChanges {
    let first: OriginalSubmission?
    let sheet: String
    let changes: [CorrectedSheet.PendingChange]
    /// What was said in words, or could not be taken over.
    let remarks: [CorrectedSheet.PendingRemark]
    /// The row in the first delivery of each record that was one.
    var deliveredRows: [Int32: Int] = [:]
}

extension CorrectedSheet.PendingChange {
    /// The cell that it is about.
    fileprivate var cell: SheetCell { SheetCell(record: record ?? -1, field: field ?? -1) }
}

/// A cell of a corrected sheet.
struct SheetCell: Hashable {
    let record: Int
    let field: Int
}
