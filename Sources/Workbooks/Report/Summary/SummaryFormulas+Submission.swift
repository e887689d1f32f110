import Assessments
import Intake
import Rules
import SocialReturnModel
import Spreadsheets

/// The figures of the whole submission.
extension SummaryFormulas {
    var persons: Figure {
        Figure(Double(summary.totals.persons), index.extents[.placements]?.sum(CountingColumn.persons))
    }

    /// The full-time equivalents by one of their measures.
    func fte(_ measure: FTEMeasure) -> Figure {
        let figure = measure == .average ? summary.totals.averageFTE : summary.totals.lastDayFTE
        return Figure(
            figure?.double ?? 0, rounded(index.extents[.valuation]?.sum(ValuationColumn.fte(measure).key), 4))
    }

    var hours: Figure {
        Figure(summary.totals.hours.double, rounded(index.extents[.valuation]?.sum("gewerkte_uren"), 4))
    }

    var purchases: Figure {
        let key = "bedrag_excl_btw"
        let sum = index.extents[.purchases].map { extent in
            extent.column(CountingColumn.ofPeriod) == nil
                ? extent.sum(key) : extent.sum(key, where: [(CountingColumn.ofPeriod, "1")])
        }
        return Figure(Amount(summary.totals.purchases).double, rounded(sum, 2))
    }

    var activities: Figure {
        let counting = index.extents[.activities].flatMap { extent in
            extent.column(CountingColumn.ofPeriod).map { _ in extent.sum(CountingColumn.ofPeriod) }
        }
        return Figure(Double(summary.totals.activities), counting ?? rows(of: .activities))
    }

    /// The number of rows on a table's sheet; nil where the table was not submitted.
    func rows(of sheet: ReportSheet) -> String? {
        guard let extent = index.extents[sheet] else { return nil }
        let references = extent.references("rij")
        return references.isEmpty ? "0" : references.map { "COUNT(\($0))" }.joined(separator: "+")
    }

    /// The rows that count: those on the sheets, and those of tables without a sheet of their own.
    var acceptedRows: String {
        var parts: [String] = []
        var elsewhere = RowsElsewhere(skipsCover: submission.coverIsShared)
        submission.forEachTable(&elsewhere)
        for table in TableID.submission {
            if let sheet = ReportSheet.of(table), let rows = rows(of: sheet) { parts.append(rows) }
        }
        return (parts + ["\(elsewhere.count)"]).joined(separator: "+")
    }

    /// The rows that were set aside.
    var setAsideRows: String {
        let plan = SheetDefinition<SetAsideLine>.self
        return index.extents[.setAside]?
            .count(where: [(plan.standingKey, "\"\(plan.setAsideWord[language])\"")]) ?? "0"
    }

    /// The rules that were not tested, or not for everything, on *Regels*.
    var rulesNotTested: String {
        let words = [StatusMark.notTested, .partlyNotTested].map { $0.text[language] }
        return words.map { index.extents[.rules]?.count(where: [("uitkomst", "\"\($0)\"")]) ?? "0" }
            .joined(separator: "+")
    }

    /// The accepted placements and invoices.
    var evidenceNeeded: String {
        [ReportSheet.placements, .purchases].compactMap(rows).joined(separator: "+").orZero
    }

    /// The accepted placements and invoices for which no evidence is named.
    var evidenceMissing: String {
        [ReportSheet.placements, .purchases].compactMap { index.extents[$0]?.sum(CountingColumn.withoutEvidence) }
            .filter { $0 != "0" }.joined(separator: "+").orZero
    }

    /// The obstacles with a request for help.
    var helpRequests: String {
        index.extents[.obstacles]?.count(where: [("hulpvraag", "\"\(YesNo.yes.name[language])\"")]) ?? "0"
    }

    /// The cell with the target date of a commitment; nil where it does not stand on a sheet.
    func targetDate(of place: Place) -> String? {
        let column = ColumnReference(\Commitment.targetDate)
        guard let line = index.line(of: Place(place.table, record: place.record, column: column)) else { return nil }
        return index.extents[.commitments]?.reference(TableColumn.of(\Commitment.targetDate).name, line: line)
    }
}

/// Counts the accepted rows of tables without a sheet.
private struct RowsElsewhere: TableVisitor {
    let skipsCover: Bool
    var count = 0

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        guard ReportSheet.of(table.source.id) == nil, !(skipsCover && table.source.id == .cover) else { return }
        count += table.rows.count - table.setAsideCount
    }
}
