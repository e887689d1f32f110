/// A cell as a workbook stores it.
package struct StoredCell: Sendable {
    /// The column, from 0.
    package let column: Int
    /// The value as the sheet shows it, in Dutch notation for days (`30-06-2026`) and with a full stop in numbers; empty for none.
    package let text: String
    /// The value as a number; nil for texts and for none.
    package let number: Double?
    /// The formula without `=`, empty for one that is shared with another cell; nil for a cell without.
    package let formula: String?
    /// Whether a program has said what its formula gives: a value, or by its type a text that is empty. True for a cell without a formula.
    package let hasResult: Bool
    /// The position of its style.
    package let style: Int
}

/// A row with its cells, in the order of the columns.
package struct StoredRow: Sendable {
    /// The row, from 0.
    package let row: Int
    /// Its cells that have a value, a formula or a style.
    package let cells: [StoredCell]
    /// The height that it was given, in points; nil for what the program finds.
    package let height: Double?
}

/// A table on a sheet: a range that programs know as one, with a record of headings.
package struct StoredTable: Sendable {
    /// Its name in formulas.
    package let name: String
    /// Its cells, headings included.
    package let range: StoredRange
    /// How many of its first rows are headings.
    package let headingRows: Int
}

/// A link in a cell.
package struct StoredLink: Sendable {
    /// The cells that it stands in.
    package let range: StoredRange
    /// What pops up over it.
    package let tip: String
    /// Whether it leads out of the workbook.
    package let isOutside: Bool
}

/// A picture, chart or shape on a sheet.
package struct StoredDrawing: Sendable {
    /// Its name, such as `Chart 2`.
    package let name: String
    /// What is read out in its place; empty for nothing.
    package let alternative: String
    /// Whether it was marked as decoration, which nothing is read out for.
    package let isDecorative: Bool
}

/// A sheet as a workbook stores it, with what tells how it is shown and read out.
package struct StoredSheet: Sendable {
    /// The name on its tab.
    package let name: String
    /// Whether its tab is hidden.
    package let isHidden: Bool
    /// Its rows with cells, from the top.
    package internal(set) var rows: [StoredRow] = []
    /// The widths of columns that were given one, in characters, by their range.
    package internal(set) var widths: [(columns: ClosedRange<Int>, width: Double, isHidden: Bool)] = []
    /// The cells that are merged.
    package internal(set) var merges: [StoredRange] = [] {
        didSet { if let merge = merges.last { mergeOfFirstCell[merge.firstCell] = merge } }
    }
    private var mergeOfFirstCell: [CellAddress: StoredRange] = [:]
    /// The tables on it.
    package internal(set) var tables: [StoredTable] = []
    /// The links on it.
    package internal(set) var links: [StoredLink] = []
    /// The pictures, charts and shapes on it.
    package internal(set) var drawings: [StoredDrawing] = []
    /// The remarks at its cells.
    package internal(set) var remarks: [String] = []
    /// The cell that is chosen when the sheet opens.
    package internal(set) var activeCell = CellAddress(row: 0, column: 0)
    /// How many rows stay in view.
    package internal(set) var frozenRows = 0

    init(name: String, isHidden: Bool) { (self.name, self.isHidden) = (name, isHidden) }

    /// The cell at `address`; nil for one that is not stored.
    package func cell(_ address: CellAddress) -> StoredCell? {
        guard let row = row(address.row) else { return nil }
        return row.cells.first { $0.column == address.column }
    }

    /// The row at `number`, from 0; nil for one without cells.
    package func row(_ number: Int) -> StoredRow? {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].row < number { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low].row == number ? rows[low] : nil
    }

    /// The value of the cell at `address` as it is shown; empty for none.
    package func text(_ address: CellAddress) -> String { cell(address)?.text ?? "" }

    /// Whether `column` is hidden.
    package func hides(_ column: Int) -> Bool { given(column)?.isHidden ?? false }

    /// The width of `column` in characters; that of Excel for a column without one of its own.
    package func width(_ column: Int) -> Double { given(column)?.width ?? 8.43 }

    /// The merged cells whose first one is `cell`; nil for none. Its value stands in that one.
    package func merge(from cell: CellAddress) -> StoredRange? { mergeOfFirstCell[cell] }

    /// What `column` was given. Files have columns in order, and so they are not gone through for each cell.
    private func given(_ column: Int) -> (columns: ClosedRange<Int>, width: Double, isHidden: Bool)? {
        var (low, high) = (0, widths.count)
        while low < high {
            let middle = (low + high) / 2
            if widths[middle].columns.upperBound < column { low = middle + 1 } else { high = middle }
        }
        return low < widths.count && widths[low].columns.contains(column) ? widths[low] : nil
    }
}
