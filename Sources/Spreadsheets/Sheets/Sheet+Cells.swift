import CLibXlsxWriter
import Plumbing

extension Sheet {
    /// Writes text as text, whatever it begins with: `=1+1` from a supplier never becomes a formula.
    ///
    /// What cannot stand in a cell is replaced and recorded in ``replacements``; see ``Replacement/Kind``. Line ends become
    /// line feeds. Empty text gives an empty cell in `style`. No memory is allocated in Swift.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8, or what should have been.
    ///   - style: `nil` takes the column's.
    public func text(
        _ bytes: UnsafeBufferPointer<UInt8>, row: Int, column: Int, style: StyleID? = nil
    ) throws(SpreadsheetError) {
        let worksheet = try enter(row, column, style)
        keep(String(decoding: bytes, as: UTF8.self))
        let kinds = scratch.fill(bytes, limit: limits.textLength)
        if kinds.isEmpty { contents?.add(text: bytes) } else { contents?.add(text: scratch.text) }
        if !kinds.isEmpty { record(kinds, .cell, row: row, column: column) }
        try check(
            worksheet_write_string(worksheet, lxw_row_t(row), lxw_col_t(column), scratch.cString, style?.format),
            "worksheet_write_string")
    }

    /// Writes text as text, whatever it begins with; the same for a string.
    public func text(_ text: String, row: Int, column: Int, style: StyleID? = nil) throws(SpreadsheetError) {
        let worksheet = try enter(row, column, style)
        keep(text)
        let kinds = scratch.fill(text, limit: limits.textLength)
        contents?.add(text: scratch.text(of: text, kinds))
        if !kinds.isEmpty { record(kinds, .cell, row: row, column: column) }
        try check(
            worksheet_write_string(worksheet, lxw_row_t(row), lxw_col_t(column), scratch.cString, style?.format),
            "worksheet_write_string")
    }

    /// Writes a number. The file has 16 significant digits of it; Excel shows 15.
    ///
    /// NaN and infinity, which no cell can hold, leave the cell empty; that is recorded in ``replacements``.
    public func number(_ value: Double, row: Int, column: Int, style: StyleID? = nil) throws(SpreadsheetError) {
        let worksheet = try enter(row, column, style)
        guard value.isFinite else {
            record(.notANumber, .cell, row: row, column: column)
            if let style { try blank(row: row, column: column, style: style) }
            return
        }
        contents?.addValue()
        keep(value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value))
        try check(
            worksheet_write_number(worksheet, lxw_row_t(row), lxw_col_t(column), value, style?.format),
            "worksheet_write_number")
    }

    /// Writes a whole number. From 10^15 on Excel has no room for all digits; that is recorded in ``replacements``.
    public func integer(_ value: Int, row: Int, column: Int, style: StyleID? = nil) throws(SpreadsheetError) {
        try scaled(Int64(value), decimals: 0, row: row, column: column, style: style)
    }

    /// Writes an exact decimal: `scaled(1_995, decimals: 2, …)` is 19.95, the nearest number to it and read back as 19.95.
    ///
    /// From 10^15 units on Excel has no room for all digits; that is recorded in ``replacements``.
    ///
    /// - Parameter decimals: 0 to 18.
    public func scaled(
        _ value: Int64, decimals: Int, row: Int, column: Int, style: StyleID? = nil
    ) throws(SpreadsheetError) {
        try number(Decimal.nearest(value, decimals: decimals), row: row, column: column, style: style)
        if !Decimal.isExact(value) { record(.lostDigits, .cell, row: row, column: column) }
    }

    /// Writes a day, as Excel counts them; see ``ExcelDay``. Give the style a date format.
    ///
    /// A day that spreadsheet programs do not show, or show differently, stands there as text, `31-12-1899`; that is recorded in
    /// ``replacements``.
    public func day(_ serial: Int, row: Int, column: Int, style: StyleID?) throws(SpreadsheetError) {
        guard ExcelDay.range.contains(serial) else {
            record(.dayAsText, .cell, row: row, column: column)
            return try text(ExcelDay.text(serial), row: row, column: column, style: style)
        }
        try number(Double(serial), row: row, column: column, style: style)
    }

    /// Writes a logical value, which each program shows in its own language.
    public func boolean(_ value: Bool, row: Int, column: Int, style: StyleID? = nil) throws(SpreadsheetError) {
        let worksheet = try enter(row, column, style)
        contents?.addValue()
        try check(
            worksheet_write_boolean(worksheet, lxw_row_t(row), lxw_col_t(column), value ? 1 : 0, style?.format),
            "worksheet_write_boolean")
    }

    /// Writes an empty cell with a style of its own.
    public func blank(row: Int, column: Int, style: StyleID) throws(SpreadsheetError) {
        let worksheet = try enter(row, column, style)
        try check(
            worksheet_write_blank(worksheet, lxw_row_t(row), lxw_col_t(column), style.format), "worksheet_write_blank")
    }
}

/// Days as Excel counts them: 1 is 1 January 1900, and 60 is a 29 February 1900 that never was.
public enum ExcelDay {
    /// The days that every program shows alike: from 1 March 1900, before which Excel counts a day too many, to 31 December 9999.
    public static let range = 61...2_958_465

    /// The day that lies `days` after 1 January 1970; right from 1 March 1900 (serial 61) on.
    public static func serial(daysSince1970 days: Int) -> Int { days + 25_569 }

    /// The day of `serial` in digits, `31-12-1899`; right for any year.
    static func text(_ serial: Int) -> String {
        let date = CivilDate(daysSince1970: Int64(serial) - 25_569)
        let parts = [(date.day, 2), (date.month, 2), (abs(date.year), 4)].map { number, width in
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return (date.year < 0 ? "-" : "") + parts.joined(separator: "-")
    }
}

/// Decimals as the nearest `Double`.
enum Decimal {
    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    ]

    /// `value` divided by 10 to the power of `decimals`. Both are exact below 2^53, so the division is the only rounding.
    static func nearest(_ value: Int64, decimals: Int) -> Double {
        precondition(powers.indices.contains(decimals), "A decimal has 0 to 18 places.")
        return Double(value) / powers[decimals]
    }

    /// Whether all digits survive: 15 of them do, also through libxlsxwriter, which writes 16.
    static func isExact(_ value: Int64) -> Bool { value.magnitude < 1_000_000_000_000_000 }
}
