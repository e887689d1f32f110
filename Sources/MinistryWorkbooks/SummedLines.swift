import Consolidations
import Spreadsheets
import Workbooks

/// Lines of a sheet that a figure on another sheet is the sum of.
struct SummedLines {
    /// The sheet they stand on.
    let sheet: MinistrySheet
    /// Their positions, in order.
    let lines: [Int]
    /// The figures of a line.
    let figures: (Int) -> Figures
    /// The columns, and the cell for each, whose texts are equal on exactly these lines; empty where there are none.
    var matches: [(key: String, cell: String)] = []
    /// How many figures compare the same columns; with the lines to compare it tells how much work a recalculation is.
    var comparers = 1
}

extension SheetRange {
    /// The most comparisons of texts that a recalculation should make for one column of figures; beyond, which takes more than a few
    /// seconds, a figure is a number.
    private static let mostComparisons = 50_000_000

    /// The sum of a column over lines as a formula that compares keys, so that sorting changes nothing; nil where no column tells the lines
    /// apart, or comparing takes too long.
    func sum(_ key: String, of lines: SummedLines) -> String? {
        guard column(key) != nil else { return nil }
        if lines.lines.count == lineCount { return lineCount > 0 ? sum(key) : nil }
        guard !lines.matches.isEmpty, lines.matches.allSatisfy({ column($0.key) != nil }),
            !lineCount.multipliedReportingOverflow(by: lines.comparers).overflow,
            lineCount * lines.comparers <= Self.mostComparisons
        else { return nil }
        let values = references(key)
        let keys = lines.matches.map { (references($0.key), $0.cell) }
        return values.indices.map { part in
            let conditions = keys.map { "--(\($0[part])=\($1))" }.joined(separator: ",")
            return "SUMPRODUCT(\(conditions),\(values[part]))"
        }.joined(separator: "+")
    }
}
