import CLibXlsxWriter

/// A note at a cell, shown when the pointer is on it.
public struct Note: Hashable, Sendable {
    /// The text; cleaned and cut like any text of a cell.
    public var text: String
    /// Who says so; empty for nobody.
    public var author: String
    /// The width in pixels, taken to 20 to 2,000.
    public var width: Int
    /// The height in pixels, taken to 20 to 2,000.
    public var height: Int

    /// A note with `text`.
    public init(_ text: String, author: String = "", width: Int = 260, height: Int = 120) {
        self.text = text
        self.author = author
        self.width = width
        self.height = height
    }
}

extension Sheet {
    /// Puts a note at a cell of the current row or a later one. Notes are kept in memory until the file is closed.
    public func note(_ note: Note, row: Int, column: Int) throws(SpreadsheetError) {
        let worksheet = try enter(row, column, nil)
        let strings = CStrings()
        var kinds = scratch.fill(note.text, limit: limits.textLength)
        var options = lxw_comment_options()
        options.visible = UInt8(LXW_COMMENT_DISPLAY_DEFAULT.rawValue)
        options.author = strings.copy(TextBuffer.cleaned(note.author, limit: 54, &kinds))
        options.font_name = strings.copy("Verdana")
        options.width = UInt16(Fitting.noteSide(note.width))
        options.height = UInt16(Fitting.noteSide(note.height))
        record(kinds, .note, row: row, column: column)
        try withExtendedLifetime(strings) { () throws(SpreadsheetError) in
            try check(
                worksheet_write_comment_opt(worksheet, lxw_row_t(row), lxw_col_t(column), scratch.cString, &options),
                "worksheet_write_comment_opt")
        }
    }
}
