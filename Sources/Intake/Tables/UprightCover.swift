import DelimitedText
import SocialReturnModel

/// A cover that stands upright: the names of its columns below each other, each with its value to the right.
///
/// People make such a list because it looks like a form. It is not read, since every cell has its place under a heading; it is named once.
enum UprightCover {
    /// A form is short.
    private static let mostRecords = 60

    /// Whether the records of `cells` from `first` on are such a list: two records or more of which the first value is a name of a column of the
    /// cover and the only one, with a value behind it.
    static func isOne(_ cells: DelimitedTable, from first: Int, _ index: HeadingIndex) -> Bool {
        columns(cells, from: first, index).count >= 2
    }

    /// Whether `cells`, of a sheet or file whose name tells nothing, tell by themselves who reports and on which period.
    static func isRecognisable(_ cells: DelimitedTable, _ index: HeadingIndex) -> Bool {
        let columns = columns(cells, from: 0, index)
        return columns.contains(Cover.table.index(of: \.supplierKvK))
            && columns.contains(Cover.table.index(of: \.period))
    }

    private static func columns(_ cells: DelimitedTable, from first: Int, _ index: HeadingIndex) -> Set<Int> {
        var found: Set<Int> = []
        for record in max(first, 0)..<max(cells.recordCount, first, 0) where !cells.isBlank(record) {
            guard record - first < mostRecords else { return [] }
            var labels: [Int] = []
            var values = 0
            for field in 0..<cells.fieldCount(of: record) {
                let text = cells.text(record, field).trimmingBlanks
                guard !text.isEmpty else { continue }
                values += 1
                if text.utf8.count <= HeadingName.longest, let column = column(text, index) { labels.append(column) }
            }
            // Two names beside each other are headings.
            guard labels.count <= 1 else { return [] }
            if values == 2, let label = labels.first { found.insert(label) }
        }
        return found
    }

    private static func column(_ label: String, _ index: HeadingIndex) -> Int? {
        index.column(HeadingName(label), of: .cover)
            ?? HeadingProposals.shared.column(byWord: label, of: .cover, where: { _ in true })
    }
}
