import CLibXlsxWriter

/// A cell to which a link goes.
public struct LinkTarget: Hashable, Sendable {
    /// The name of the sheet.
    public var sheet: String
    /// The cell on it.
    public var cell: CellReference
    /// How the row is found again after the sheet was sorted; nil for a cell whose place never changes.
    public var row: RowKey?

    /// The cell `cell` of `sheet`; without a cell its top left one.
    public init(sheet: String, cell: CellReference = CellReference(row: 0, column: 0)) {
        self.sheet = sheet
        self.cell = cell
    }

    /// The headings above a row that is found by its number: they never move, so that the text of a link to them stands in no formula. Where
    /// nothing moves, the cell itself.
    public var headings: LinkTarget {
        guard let row else { return self }
        return LinkTarget(sheet: sheet, cell: CellReference(row: max(0, row.firstRow - 1), column: cell.column))
    }
}

/// A row that is known by what stands in a column of its sheet, a number as a rule, so that it is found wherever sorting puts it.
public struct RowKey: Hashable, Sendable {
    /// The cells of that column, as a formula refers to them: `'Inzet'!$Z$5:$Z$104`.
    public let cells: String
    /// The first of their rows, from 0.
    public let firstRow: Int
    /// What stands there in the row, as a formula writes it: `12`, `"Inzet Q2: 12"`.
    public let value: String

    /// The cells of a column in which the link's text stands, where it is somebody else's and so has no place in a formula; nil for words of
    /// this program.
    public var shown: String?
    /// A formula for the link's text, where that names the place and so changes with it; nil for a text that stays as it is.
    public var words: String?

    /// The row with `number` among `cells`, of which the first stands in `firstRow`.
    public init(_ number: Int, among cells: String, firstRow: Int) {
        self.init("\(number)", among: cells, firstRow: firstRow)
    }

    /// The row with `value`, as a formula writes it, among `cells`, of which the first stands in `firstRow`.
    public init(_ value: String, among cells: String, firstRow: Int) {
        (self.value, self.cells, self.firstRow) = (value, cells, firstRow)
    }

    /// Where it stands among the cells, from 1, as a part of a formula.
    public var position: String { "MATCH(\(value),\(cells),0)" }
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
        if let key = target.row {
            if key.words != nil || key.shown != nil || Self.isPlain(text), text.utf16.count <= Self.maximumLinkLength,
                !text.isEmpty,
                !target.sheet.utf8.contains(UInt8(ascii: "\""))
            {
                return try link(text, to: target, key, row: row, column: column, style: style)
            }
            return try link(text, to: target.headings, tip: tip, row: row, column: column, style: style)
        }
        let worksheet = try enter(row, column, style)
        let shown = text.isEmpty ? target.sheet : text
        keep(shown)
        var kinds: ReplacementKinds = []
        let tip = tip.map { TextBuffer.cleaned($0, limit: Self.maximumLinkLength, &kinds) }
        let location = "internal:\(SheetName.quoted(target.sheet))!\(target.cell.a1)"
        kinds.formUnion(scratch.fill(shown, limit: Self.maximumLinkLength))
        record(kinds, .cell, row: row, column: column)
        contents?.add(text: scratch.text(of: shown, kinds))
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

    /// Writes a link that finds its row by a number: a formula, as a link of its own goes to a place and not to a row.
    private func link(
        _ text: String, to target: LinkTarget, _ key: RowKey, row: Int, column: Int, style: StyleID?
    ) throws(SpreadsheetError) {
        let columnLetters = target.cell.a1.prefix { !$0.isNumber }
        let place = "\"#\(SheetName.quoted(target.sheet))!\(columnLetters)\"&(\(key.position)+\(key.firstRow))"
        linkedSheets.insert(target.sheet)
        let words = key.words ?? key.shown.map { "INDEX(\($0),\(key.position))" } ?? "\"\(text)\""
        try formula("HYPERLINK(\(place),\(words))", cached: .text(text), row: row, column: column, style: style)
    }

    /// Whether `text` may stand in a formula: letters, digits, blanks and a few signs, and nothing that a program could take for more.
    public static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, text.utf16.count <= maximumLinkLength,
            first.properties.isAlphabetic || first.properties.numericType != nil
        else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || " ,.:;/_-–—→←·()".unicodeScalars.contains(scalar)
        }
    }
}
