import SocialReturnModel

/// A column of a declared sheet: its heading, its width, its look, and what a line has in it.
package struct SheetColumn<Line>: Sendable {
    /// The column without its cells.
    package let frame: ColumnFrame
    /// The cell of a line, in a language.
    package let cell: @Sendable (Line, Language) -> Cell

    /// A column. `key` is what ``SheetRange`` knows it by; `width` is in characters, and the content decides within it.
    package init(
        _ heading: Text, key: String = "", width: ClosedRange<Double>, _ look: CellStyle = .text,
        isHidden: Bool = false,
        _ cell: @escaping @Sendable (Line, Language) -> Cell
    ) {
        frame = ColumnFrame(
            heading: heading, key: key.isEmpty ? heading.nl : key, width: width, look: look, isHidden: isHidden)
        self.cell = cell
    }

    /// The same column, folded away.
    package var folded: SheetColumn {
        SheetColumn(
            frame.heading, key: frame.key, width: frame.width, frame.look, isHidden: true, cell)
    }
}

/// A column as far as headings, widths and formulas need it.
package struct ColumnFrame: Sendable {
    /// What stands above the column.
    package let heading: Text
    /// What formulas and links know the column by.
    package let key: String
    /// The least and greatest width in characters.
    package let width: ClosedRange<Double>
    /// How cells look that name no look of their own.
    package let look: CellStyle
    /// Whether the column is folded away: it is for programs.
    package var isHidden = false
    /// The number by which a row is found again after the sheet was sorted, and by which it gets its first order back.
    package static let number = ColumnFrame(
        heading: Text(nl: "Volgnummer", en: "Sequence number"), key: SheetRange.numberKey, width: 10...10,
        look: .rowNumber,
        isHidden: true)
    /// What is shown at the heading to whoever points at it: how files call the column, and what it means. Nil for nothing.
    package var hint: Text?
    /// How the heading looks.
    package var headingLook = CellStyle.heading
}
