import CLibXlsxWriter

extension Sheet {
    /// Stands between the cells of a record that is kept in one cell: U+001F. In the file it is `_x001F_`, as in every worksheet.
    public static let unitSeparator: UInt8 = 0x1F

    /// Writes a record as the text of one cell: cells with ``unitSeparator`` between them. Otherwise it is cleaned and cut as other
    /// text is; a record longer than the limit is for the caller to divide.
    ///
    /// - Parameter bytes: UTF-8; a separator within a cell must have been replaced before.
    public func record(_ bytes: UnsafeBufferPointer<UInt8>, row: Int, column: Int) throws(SpreadsheetError) {
        let worksheet = try enter(row, column, nil)
        let kinds = scratch.fill(bytes, limit: limits.textLength, keepsSeparators: true)
        if !kinds.isEmpty { record(kinds, .cell, row: row, column: column) }
        try check(
            worksheet_write_string(worksheet, lxw_row_t(row), lxw_col_t(column), scratch.cString, nil),
            "worksheet_write_string")
    }
}
