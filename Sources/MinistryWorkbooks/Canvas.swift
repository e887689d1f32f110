import Spreadsheets
import Workbooks

/// A page whose blocks stand beside each other: cells are put in any order, and written from the top down, as a file needs them. What is
/// put on a cell later stands in place of what was put before.
final class Canvas {
    private let page: Page
    private let file: SpreadsheetFile
    private var cells: [CellReference: () throws -> Void] = [:]
    private var heights: [Int: Double] = [:]

    init(_ page: Page, _ file: SpreadsheetFile) { (self.page, self.file) = (page, file) }

    func text(_ text: String, _ row: Int, _ column: Int, _ style: Style) {
        cells[CellReference(row: row, column: column)] = { [page] in try page.text(text, row, column, style) }
    }

    func number(_ value: Double, _ row: Int, _ column: Int, _ style: Style) {
        cells[CellReference(row: row, column: column)] = { [page] in try page.number(value, row, column, style) }
    }

    /// A number with so many decimals, exactly.
    func scaled(_ value: Int64, decimals: Int, _ row: Int, _ column: Int, _ style: Style) {
        cells[CellReference(row: row, column: column)] = { [page, file] in
            try page.sheet.scaled(value, decimals: decimals, row: row, column: column, style: file.style(style))
        }
    }

    func link(_ text: String, to target: LinkTarget?, _ row: Int, _ column: Int, _ style: Style = PageStyle.link) {
        cells[CellReference(row: row, column: column)] = { [page] in
            try page.link(text, to: target, row, column, style)
        }
    }

    func blanks(_ row: Int, _ columns: some Sequence<Int>, _ style: Style = PageStyle.text) {
        for column in columns {
            cells[CellReference(row: row, column: column)] = { [page] in try page.blanks(row, [column], style) }
        }
    }

    func rowHeight(_ points: Double, row: Int) { heights[row] = points }

    /// Writes everything.
    func finish() throws {
        let byRow = Dictionary(grouping: cells, by: \.key.row)
        for row in Set(byRow.keys).union(heights.keys).sorted() {
            if let points = heights[row] { try page.sheet.rowHeight(points, row: row) }
            for (_, write) in (byRow[row] ?? []).sorted(by: { $0.key.column < $1.key.column }) { try write() }
        }
    }
}
