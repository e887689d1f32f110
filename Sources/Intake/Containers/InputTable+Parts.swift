import DelimitedText
import SocialReturnModel
import WorksheetReading

/// A table that is longer than a sheet goes on on another one, under the same headings.
extension InputTable {
    /// This table with the rows of `part` behind its own; nil when the headings differ, so that its rows would land in other columns.
    func joined(with part: Worksheet, _ listing: SheetListing, _ table: TableID) -> InputTable? {
        let facts = AllTables.facts(table)
        let (header, other) = (
            HeadingMap.headerRecord(in: cells, of: facts), HeadingMap.headerRecord(in: part.cells, of: facts)
        )
        guard header >= 0, other >= 0, Self.headings(cells, header) == Self.headings(part.cells, other) else {
            return nil
        }
        var builder = TableBuilder()
        do {
            try Self.append(cells, 0..<cells.recordCount, to: &builder)
            try Self.append(part.cells, other + 1..<part.cells.recordCount, to: &builder)
        } catch {
            return nil
        }
        var sheet = sheet
        sheet?.add(listing, part, after: other, from: cells.recordCount)
        return InputTable(file: file, sheet: sheet, cells: builder.finish())
    }

    private static func headings(_ cells: DelimitedTable, _ record: Int) -> [String] {
        (0..<cells.fieldCount(of: record)).map { FoldedName.fold(cells.text(record, $0)) }
    }

    private static func append(
        _ cells: DelimitedTable, _ records: Range<Int>, to builder: inout TableBuilder
    ) throws(DelimitedTextError) {
        for record in records {
            for field in 0..<cells.fieldCount(of: record) { try builder.append(record, field, of: cells) }
            builder.endRecord(row: cells.row(of: record))
        }
    }
}
