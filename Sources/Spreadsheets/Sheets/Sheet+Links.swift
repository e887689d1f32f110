import CLibXlsxWriter

/// A cell to which a link goes.
public struct LinkTarget: Hashable, Sendable {
    /// The name of the sheet.
    public var sheet: String
    /// The cell on it.
    public var cell: CellReference

    /// The cell `cell` of `sheet`; without a cell its top left one.
    public init(sheet: String, cell: CellReference = CellReference(row: 0, column: 0)) {
        self.sheet = sheet
        self.cell = cell
    }
}

extension Sheet {
    /// The longest text of a link, in UTF-16 units. It also becomes an attribute, which libxlsxwriter cuts off after 2,079
    /// bytes, if need be within a character.
    public static let maximumLinkLength = 255

    /// Writes a link to a cell of this workbook. The target's sheet may be added later; that it exists is checked on closing.
    ///
    /// Beyond the number of links that a sheet can hold, the text stands alone.
    ///
    /// - Parameters:
    ///   - text: what the cell shows, at most ``maximumLinkLength`` units; what is more is cut and recorded. Say where the
    ///     link goes: "naar Bevindingen" rather than "klik hier".
    ///   - tip: a text shown under the pointer.
    ///   - style: how it looks; `nil` takes the column's, which does not look like a link.
    public func link(
        _ text: String, to target: LinkTarget, tip: String? = nil, row: Int, column: Int, style: StyleID?
    ) throws(SpreadsheetError) {
        guard !target.sheet.utf8.contains(UInt8(ascii: "#")) else {
            throw .linkToNumberSign(sheet: name, target: target.sheet)
        }
        guard linkCount < limits.links else {
            // Without the style, which would look like a link.
            return try self.text(text.isEmpty ? target.sheet : text, row: row, column: column)
        }
        let worksheet = try enter(row, column, style)
        var kinds: ReplacementKinds = []
        let tip = tip.map { TextBuffer.cleaned($0, limit: Self.maximumLinkLength, &kinds) }
        let location = "internal:\(SheetName.quoted(target.sheet))!\(target.cell.a1)"
        kinds.formUnion(scratch.fill(text.isEmpty ? target.sheet : text, limit: Self.maximumLinkLength))
        record(kinds, .cell, row: row, column: column)
        try check(
            worksheet_write_url_opt(
                worksheet, lxw_row_t(row), lxw_col_t(column), location, style?.format, scratch.cString, tip),
            "worksheet_write_url_opt")
        if style == nil {
            // Without a format libxlsxwriter takes its own; writing the text again leaves the link and frees the style.
            try check(
                worksheet_write_string(worksheet, lxw_row_t(row), lxw_col_t(column), scratch.cString, nil),
                "worksheet_write_string")
        }
        linkCount += 1
        linkedSheets.insert(target.sheet)
    }
}
