import SocialReturnModel
import Spreadsheets

/// Writes cells to a row of a sheet.
package struct SheetSink: CellWriter {
    package let sheet: Sheet
    package let theme: Theme
    /// The row that is written, from 0.
    private(set) var row: Int
    /// The next column, from 0.
    private(set) var column = 0

    /// A sink for `sheet` from `row` on.
    package init(_ sheet: Sheet, _ theme: Theme, row: Int) {
        self.sheet = sheet
        self.theme = theme
        self.row = row
    }

    /// Goes to the first column of the next row.
    package mutating func nextRow() {
        row += 1
        column = 0
    }

    package mutating func empty(_ look: CellStyle?) throws {
        if let look { try sheet.blank(row: row, column: column, style: theme[look]) }
        column += 1
    }

    package mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, _ look: CellStyle?) throws {
        try sheet.text(bytes, row: row, column: column, style: style(look))
        column += 1
    }

    package mutating func text(_ text: String, _ look: CellStyle?) throws {
        try sheet.text(text, row: row, column: column, style: style(look))
        column += 1
    }

    package mutating func decimal(_ value: Int64, decimals: Int, _ look: CellStyle?) throws {
        try sheet.scaled(value, decimals: decimals, row: row, column: column, style: style(look))
        column += 1
    }

    package mutating func number(_ value: Double, _ look: CellStyle?) throws {
        try sheet.number(value, row: row, column: column, style: style(look))
        column += 1
    }

    package mutating func day(_ day: Day, _ look: CellStyle?) throws {
        try sheet.day(day.spreadsheetSerial, row: row, column: column, style: style(look))
        column += 1
    }

    package mutating func formula(_ formula: String, _ cached: CachedValue, _ look: CellStyle?) throws {
        try sheet.formula(formula, cached: cached, row: row, column: column, style: style(look))
        column += 1
    }

    package mutating func link(_ text: String, _ target: LinkTarget, _ look: CellStyle?) throws {
        try sheet.link(text, to: target, row: row, column: column, style: style(look))
        column += 1
    }

    private func style(_ look: CellStyle?) -> StyleID? { look.map { theme[$0] } }
}
