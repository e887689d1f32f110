import Plumbing

/// A cell of a sheet by its column and row, both from 0.
package struct CellAddress: Hashable, Sendable, Comparable {
    /// The row, from 0.
    package var row: Int
    /// The column, from 0.
    package var column: Int

    /// The cell in `column` and `row`, both from 0.
    package init(row: Int, column: Int) { (self.row, self.column) = (row, column) }

    /// The cell that `text` names: `D17`, `$D$17`; nil for anything else, and for what lies outside of a sheet.
    package init?(_ text: some StringProtocol) {
        var (column, row) = (0, 0)
        var (letters, digits) = (0, 0)
        for byte in text.utf8 where byte != UInt8(ascii: "$") {
            switch byte {
            case 0x41...0x5A where digits == 0, 0x61...0x7A where digits == 0:
                letters += 1
                column = column * 26 + Int(byte & 0x1F)
            case 0x30...0x39 where letters > 0:
                digits += 1
                row = row * 10 + Int(byte - 0x30)
            default: return nil
            }
            guard letters <= 3, digits <= 7 else { return nil }
        }
        guard letters > 0, digits > 0, row > 0, row <= 1_048_576, column <= 16_384 else { return nil }
        self.init(row: row - 1, column: column - 1)
    }

    /// The letters of the column.
    package static func letters(of column: Int) -> String { SheetReference.letters(of: column) }

    /// The cell as a formula names it: `D17`.
    package var text: String { "\(Self.letters(of: column))\(row + 1)" }

    /// Cells come row by row.
    package static func < (one: CellAddress, other: CellAddress) -> Bool {
        one.row == other.row ? one.column < other.column : one.row < other.row
    }
}

/// A rectangle of cells.
package struct StoredRange: Hashable, Sendable {
    /// The rows, from 0.
    package let rows: ClosedRange<Int>
    /// The columns, from 0.
    package let columns: ClosedRange<Int>

    /// The cells in `rows` and `columns`.
    package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) { (self.rows, self.columns) = (rows, columns) }

    /// The cells from `first` to `last`, in any order.
    package init(_ first: CellAddress, _ last: CellAddress) {
        rows = min(first.row, last.row)...max(first.row, last.row)
        columns = min(first.column, last.column)...max(first.column, last.column)
    }

    /// The cells that `text` names: `A1:B2`, or one cell; nil for anything else.
    package init?(_ text: some StringProtocol) {
        let ends = text.split(separator: ":", omittingEmptySubsequences: false)
        guard ends.count <= 2, let first = ends.first.flatMap({ CellAddress($0) }),
            let last = ends.last.flatMap({ CellAddress($0) })
        else { return nil }
        self.init(first, last)
    }

    /// Whether `cell` lies in it.
    package func contains(_ cell: CellAddress) -> Bool { rows.contains(cell.row) && columns.contains(cell.column) }

    /// The range as a formula names it: `A1:B2`.
    package var text: String {
        let first = CellAddress(row: rows.lowerBound, column: columns.lowerBound).text
        return isOneCell
            ? first : "\(first):\(CellAddress(row: rows.upperBound, column: columns.upperBound).text)"
    }

    /// The cell at its top left.
    package var firstCell: CellAddress { CellAddress(row: rows.lowerBound, column: columns.lowerBound) }

    /// Whether it is a single cell.
    package var isOneCell: Bool { rows.count == 1 && columns.count == 1 }
}
