import DelimitedText
import SocialReturnModel

/// Headings on two lines: `Looptijd` above `begindatum` and `einddatum`, and all others on the line above or below.
///
/// Each line alone names a part of the columns, and the values below belong to both.
enum TwoLineHeading {
    /// `cells` with both lines put together on the lower one, when the headings of `region` are one of two such lines; nil for any other.
    ///
    /// A column that is named on both lines, or twice, is for a person to sort out.
    static func unified(
        _ cells: DelimitedTable, _ region: TableRegion, _ index: HeadingIndex
    ) throws(DelimitedTextError) -> DelimitedTable? {
        guard region.header >= 0 else { return nil }
        for lower in [region.header + 1, region.header] where lower >= 1 && lower < cells.recordCount {
            guard let headings = headings(lower, of: cells, region.table, index, isBelow: lower > region.header) else {
                continue
            }
            var builder = TableBuilder(detection: cells.detection)
            for record in 0..<cells.recordCount {
                if record == lower {
                    for heading in headings { try builder.append(heading) }
                } else {
                    for field in 0..<cells.fieldCount(of: record) { try builder.append(record, field, of: cells) }
                }
                builder.endRecord(
                    row: cells.row(of: record), line: cells.line(of: record), isDamaged: cells.isDamaged(record))
            }
            return builder.finish(damages: cells.damages)
        }
        return nil
    }

    /// The headings of the records `lower` and the one above it together; nil when they are no two lines of headings.
    private static func headings(
        _ lower: Int, of cells: DelimitedTable, _ table: TableID, _ index: HeadingIndex, isBelow: Bool
    ) -> [String]? {
        let upper = lower - 1
        guard !cells.isBlank(upper), !cells.isBlank(lower) else { return nil }
        let fields = max(cells.fieldCount(of: upper), cells.fieldCount(of: lower))
        func text(_ record: Int, _ field: Int) -> String {
            field < cells.fieldCount(of: record) ? cells.text(record, field).trimmingBlanks : ""
        }
        var headings: [String] = []
        var columns: Set<Int> = []
        var named = (above: 0, below: 0)
        var refused = 0
        let filled = (0..<fields).filter { !text(upper, $0).isEmpty }
        for field in 0..<fields {
            let lines = (above: text(upper, field), below: text(lower, field))
            // What may not be delivered is that above any other heading too, and above none.
            if RefusedHeading(heading: lines.above, in: table) != nil,
                isBelow || !isTitle(field, filled, text(upper, field + 1)) && !isHint(lines.above)
            {
                headings.append(lines.above)
                refused += 1
                continue
            }
            let column = lines.below.isEmpty ? nil : index.column(HeadingName(lines.below), of: table)
            // Below the headings stand rows, or a hint for each column: only names of columns are headings.
            if isBelow, !lines.below.isEmpty, column == nil { return nil }
            let above = lines.above.isEmpty ? nil : index.column(HeadingName(lines.above), of: table)
            if let column {
                guard isBelow ? above == nil || above == column : true, columns.insert(column).inserted else {
                    return nil
                }
                if above != column { named.below += 1 }
            } else if let above, lines.below.isEmpty {
                guard columns.insert(above).inserted else { return nil }
                named.above += 1
            }
            headings.append(lines.below.isEmpty ? lines.above : lines.below)
        }
        return named.above > 0 && named.below > 0 || !isBelow && refused > 0 ? headings : nil
    }

    /// Whether it says what to fill in and what not, as `geen naam, een eigen code`, rather than what a column has.
    private static func isHint(_ text: String) -> Bool {
        text.words.count > 5
            || text.words.contains { ["geen", "nooit", "niet", "no", "not", "never"].contains($0.lowercased()) }
    }

    /// Whether what stands above the headings in `field` is a title or what a value beside it is called (`Naam: Voorbeeld B.V.`), and not the
    /// heading of what stands below: it is the first of its line, at the left, with nothing or a value behind it. `filled` are the fields of
    /// the line with something in them.
    private static func isTitle(_ field: Int, _ filled: [Int], _ next: String) -> Bool {
        guard field <= 1, filled.first == field else { return false }
        return filled.count == 1 || !next.isEmpty && RefusedHeading(heading: next, in: nil) == nil
    }
}
