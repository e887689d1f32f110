import Spreadsheets

/// The looks of one file, registered once so that a cell costs no look-up.
package struct Theme: Sendable {
    private let styles: [StyleID]

    /// Registers every look with `file`.
    package init(_ file: SpreadsheetFile) throws(SpreadsheetError) {
        var styles: [StyleID] = []
        for look in CellStyle.allCases { styles.append(try file.style(look.style)) }
        self.styles = styles
    }

    /// The style of `look` in the file.
    package subscript(look: CellStyle) -> StyleID { styles[look.rawValue] }
}
