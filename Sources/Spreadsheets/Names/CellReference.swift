import Plumbing

/// A cell, by row and column from 0, as formulas write it.
public struct CellReference: Hashable, Sendable {
    /// The row, from 0.
    public var row: Int
    /// The column, from 0.
    public var column: Int

    /// The cell on `row` and `column`, both from 0 and within Excel's sheet (1,048,576 by 16,384).
    public init(row: Int, column: Int) {
        precondition(
            (0..<SheetLimits.excel.rows).contains(row) && (0..<SheetLimits.excel.columns).contains(column),
            "A cell lies within 1,048,576 rows and 16,384 columns.")
        self.row = row
        self.column = column
    }

    /// The cell in A1 notation: `C5`.
    public var a1: String { "\(ColumnName.letters(column))\(row + 1)" }

    /// The cell with row and column fixed: `$C$5`.
    public var absolute: String { "$\(ColumnName.letters(column))$\(row + 1)" }

    /// The cell with only the column fixed, for formulas filled downwards: `$C5`.
    public var absoluteColumn: String { "$\(ColumnName.letters(column))\(row + 1)" }

    /// The cell as other sheets refer to it: `'Inzet'!$C$5`.
    public func reference(in sheet: String) -> String { "\(SheetName.quoted(sheet))!\(absolute)" }
}

/// A rectangle of cells.
public struct CellRange: Hashable, Sendable {
    /// The rows, from 0.
    public var rows: ClosedRange<Int>
    /// The columns, from 0.
    public var columns: ClosedRange<Int>

    /// The rectangle of `rows` and `columns`, both from 0 and within Excel's sheet (1,048,576 by 16,384).
    public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        precondition(
            rows.lowerBound >= 0 && rows.upperBound < SheetLimits.excel.rows
                && columns.lowerBound >= 0 && columns.upperBound < SheetLimits.excel.columns,
            "A range lies within 1,048,576 rows and 16,384 columns.")
        self.rows = rows
        self.columns = columns
    }

    /// A part of one column.
    public init(rows: ClosedRange<Int>, column: Int) {
        self.init(rows: rows, columns: column...column)
    }

    /// A part of one row.
    public init(row: Int, columns: ClosedRange<Int>) {
        self.init(rows: row...row, columns: columns)
    }

    /// A single cell.
    public init(_ cell: CellReference) {
        self.init(rows: cell.row...cell.row, columns: cell.column...cell.column)
    }

    /// The top left cell.
    public var first: CellReference { CellReference(row: rows.lowerBound, column: columns.lowerBound) }

    /// The bottom right cell.
    public var last: CellReference { CellReference(row: rows.upperBound, column: columns.upperBound) }

    /// How many cells there are.
    public var count: Int { rows.count * columns.count }

    /// The range in A1 notation: `A1:C5`, or `A1` for one cell.
    public var a1: String { count == 1 ? first.a1 : "\(first.a1):\(last.a1)" }

    /// The range with rows and columns fixed: `$A$1:$C$5`.
    public var absolute: String { count == 1 ? first.absolute : "\(first.absolute):\(last.absolute)" }

    /// The range as other sheets refer to it: `'Inzet'!$A$1:$C$5`.
    public func reference(in sheet: String) -> String { "\(SheetName.quoted(sheet))!\(absolute)" }
}

/// The letters above a column.
public enum ColumnName {
    /// The letters of `column`, from 0: `A`, `Z`, `AA`, up to `XFD` for 16,383.
    public static func letters(_ column: Int) -> String {
        precondition((0..<SheetLimits.excel.columns).contains(column), "A column lies between 0 and 16,383.")
        return SheetReference.letters(of: column)
    }
}
