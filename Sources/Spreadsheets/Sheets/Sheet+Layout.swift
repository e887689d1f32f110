import CLibXlsxWriter

extension Sheet {
    /// Sets the width and the style of a column. Call it before the first row.
    ///
    /// The style holds for every cell of the column that has none of its own, also for cells that are not written; it costs
    /// no more than a style of the cell's own.
    ///
    /// - Parameters:
    ///   - width: in characters of the workbook's font; taken to 0 to 255.
    ///   - isHidden: whether the column is folded away.
    public func column(
        _ column: Int, width: Double, style: StyleID? = nil, isHidden: Bool = false
    ) throws(SpreadsheetError) {
        if let style { precondition(style.file == file, "A style belongs to the file that registered it.") }
        guard column >= 0, column < limits.columns else {
            throw .columnOutOfRange(sheet: name, column: column, columns: limits.columns)
        }
        var options = lxw_row_col_options()
        options.hidden = isHidden ? 1 : 0
        try check(
            worksheet_set_column_opt(
                open, lxw_col_t(column), lxw_col_t(column), Fitting.columnWidth(width), style?.format, &options),
            "worksheet_set_column_opt")
    }

    /// Sets several columns alike; see ``column(_:width:style:isHidden:)``. Each has its own entry in the file, as
    /// overlapping ranges would break it.
    public func columns(
        _ columns: ClosedRange<Int>, width: Double, style: StyleID? = nil, isHidden: Bool = false
    ) throws(SpreadsheetError) {
        for column in columns { try self.column(column, width: width, style: style, isHidden: isHidden) }
    }

    /// Sets the height of a row in points, taken to 1 to 409. Rows go from the top down; this one becomes the current one. Rows
    /// without a height fit their text.
    public func rowHeight(_ points: Double, row: Int) throws(SpreadsheetError) {
        try enterRow(row)
        try check(worksheet_set_row(open, lxw_row_t(row), Fitting.rowHeight(points), nil), "worksheet_set_row")
        heightOfSetRows += Fitting.rowHeight(points)
    }

    /// Keeps so many rows and columns in sight when the reader scrolls.
    public func freezePanes(rows: Int, columns: Int = 0) throws(SpreadsheetError) {
        guard (0..<limits.rows).contains(rows) else { throw .rowOutOfRange(sheet: name, row: rows, rows: limits.rows) }
        guard (0..<limits.columns).contains(columns) else {
            throw .columnOutOfRange(sheet: name, column: columns, columns: limits.columns)
        }
        worksheet_freeze_panes(open, lxw_row_t(rows), lxw_col_t(columns))
    }

    /// Puts filter buttons on the first row of `range`, which holds the headings and the data under it. May come after the
    /// rows; a sheet has one filter, the last one holds.
    public func autofilter(_ range: CellRange) throws(SpreadsheetError) {
        try require(range)
        filter = range
    }

    /// Opens the workbook on this sheet. Without it, or when several ask, on the first visible sheet or the last that asks.
    public func activate() { isActive = true }

    /// Hides the sheet, for lists behind drop-downs. At least one sheet must stay visible.
    public func hide() { isHidden = true }

    /// Hides the lines between the cells on the screen.
    public func hideGridlines() { worksheet_gridlines(open, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }

    /// Sets the size on the screen in percent, taken to 10 to 400.
    public func zoom(_ percent: Int) {
        worksheet_set_zoom(open, UInt16(Fitting.zoom(percent)))
    }
}
