import DelimitedText
import SocialReturnModel

/// How many columns of a table the headings in a record name, and how many more they may stand for as own words.
struct OwnHeadingCount {
    /// The columns that are named.
    private(set) var known = 0
    /// The other columns for which there is an own word.
    private(set) var proposed = 0

    /// Counts the columns of `table`, or with `required` those that every row needs.
    ///
    /// Mistakes of the fingers are not looked for: a record of data must not cost more than its letters.
    init(
        _ cells: DelimitedTable, _ record: Int, _ table: TableID, _ index: HeadingIndex, required: Bool = false
    ) {
        let columns = AllTables.facts(table).columns
        var found: Set<Int> = []
        var own: [String] = []
        // What has more of them is refused as soon as its headings are found.
        for field in 0..<min(cells.fieldCount(of: record), DeliveryLimits.standard.columns) {
            let text = cells.withCell(record, field) { cell in
                cell.count <= HeadingName.longest ? String(decoding: cell, as: UTF8.self) : ""
            }
            guard !text.isEmpty else { continue }
            if let column = index.column(HeadingName(text), of: table) {
                found.insert(column)
            } else {
                own.append(text)
            }
        }
        known = found.count { !required || columns[$0].isRequired }
        for heading in own where RefusedHeading(heading: heading, in: table) == nil {
            let column = HeadingProposals.shared.column(byWord: heading, of: table) { !found.contains($0) }
            guard let column, found.insert(column).inserted, !required || columns[column].isRequired else { continue }
            proposed += 1
        }
    }
}
