import Intake
import SocialReturnModel
import Spreadsheets

extension Report {
    /// Adds the sheets from *Bevindingen* through *Afgekeurde rijen*; they are written when the results run.
    func prepareRows() throws -> [SheetTask] {
        let selection = index.shownFindings
        var tasks = [
            try writer.prepare(
                .findings(selection, hasAnswers: hasAnswers), FindingLines(self), count: selection.indices.count)
        ]
        var tables = TablePreparation(report: self)
        assessment.submission.forEachTable(&tables)
        if let error = tables.error { throw error }
        tasks += tables.tasks
        if let elsewhere = ElsewhereSheet(self) {
            let sums = elsewhere.sumSheet(writer.sheetRows)
            tasks.append(try writer.prepare(sums, elsewhere.sums, count: elsewhere.sums.count))
            tasks.append(try writer.prepare(elsewhere.rowSheet, elsewhere.rows, count: elsewhere.rows.count))
        }
        tasks.append(try writer.prepare(.setAside, SetAsideLines(self), count: index.setAside.count))
        return tasks
    }

    /// Adds *Waardering*.
    fileprivate func prepareValuation() throws -> SheetTask? {
        guard let extent = index.extents[.valuation], let lines = ValuationLines(self) else { return nil }
        return try writer.prepare(.valuation(lines.columns), lines, count: extent.lineCount)
    }
}

/// Adds the sheet of every table that was submitted, and *Waardering* after *Inzet*.
private struct TablePreparation: TableVisitor {
    let report: Report
    var tasks: [SheetTask] = []
    var error: (any Error)?

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        guard error == nil else { return }
        do {
            if let task = try report.prepare(table) { tasks.append(task) }
            if table.source.id == .placements, let task = try report.prepareValuation() { tasks.append(task) }
        } catch { self.error = error }
    }
}
