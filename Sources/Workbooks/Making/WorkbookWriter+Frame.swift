import SocialReturnModel
import Spreadsheets

extension WorkbookWriter {
    /// Begins a part of a declared sheet, with everything up to its headings; the first line is next.
    func begin(_ sheet: Sheet, _ frame: SheetFrame, part: Int, _ widths: [Double]) throws(SpreadsheetError) {
        for (index, column) in frame.columns.enumerated() {
            try sheet.column(index, width: widths[index], style: theme[column.look], isHidden: column.isHidden)
        }
        try sheet.freezePanes(rows: SheetRange.firstRow, columns: frame.frozenColumns)
        try sheet.print(printSetup(repeating: SheetRange.headingRow...SheetRange.headingRow))
        sheet.hideGridlines()
        let title = frame.title[language] + (part > 0 ? " (\(part + 1))" : "")
        try sheet.rowHeight(24, row: SheetRange.titleRow)
        try sheet.text(title, row: SheetRange.titleRow, column: 0, style: theme[.title])
        try clear(sheet, columns: frame.columns.count, row: SheetRange.titleRow)
        try sheet.text(
            frame.explanation[language], row: SheetRange.explanationRow, column: 0, style: theme[.explanation])
        try clear(sheet, columns: frame.columns.count, row: SheetRange.explanationRow)
        try sheet.link(
            "← \(homeSheet)", to: LinkTarget(sheet: homeSheet), row: SheetRange.backLinkRow, column: 0,
            style: theme[.backLink])
        try clear(sheet, columns: frame.columns.count, row: SheetRange.backLinkRow)
        var lines = 1
        for (column, width) in zip(frame.columns, widths) {
            lines = max(lines, WrappedText.lines(column.heading[language], width: width - 2))
        }
        try sheet.rowHeight(RowHeight.points(lines: lines) + 4, row: SheetRange.headingRow)
        for (index, column) in frame.columns.enumerated() {
            try sheet.text(
                column.heading[language], row: SheetRange.headingRow, column: index, style: theme[column.headingLook])
            if let hint = column.hint {
                try sheet.note(Note(hint[language]), row: SheetRange.headingRow, column: index)
            }
        }
    }

    /// Takes the look of the columns away from the cells behind the first, so that its text can run on over them.
    func clear(_ sheet: Sheet, columns: Int, row: Int) throws(SpreadsheetError) {
        for column in 1..<max(columns, 1) { try sheet.blank(row: row, column: column, style: theme[.blank]) }
    }

    /// How wide a page of A4 is, in characters, at four fifths of its size: smaller letters are hard to read.
    private static let printedWidth = 160.0

    /// Prints the first columns that fit a page, where not all do.
    private func printWhatFits(
        _ sheet: Sheet, _ frame: SheetFrame, _ widths: [Double], lastRow: Int
    ) throws(SpreadsheetError) {
        let shown = frame.columns.indices.filter { !frame.columns[$0].isHidden }
        var (width, last) = (0.0, 0)
        for (column, room) in zip(frame.columns.indices, widths) where !frame.columns[column].isHidden {
            width += room
            guard width <= Self.printedWidth || column == 0 else { break }
            last = column
        }
        guard let end = shown.last, last < end else { return }
        var setup = printSetup(repeating: SheetRange.headingRow...SheetRange.headingRow)
        (setup.margins.left, setup.margins.right) = (0.7, 0.7)
        setup.area = CellRange(rows: 0...max(SheetRange.headingRow, lastRow), columns: 0...last)
        let columns = shown.count { $0 <= last }
        let of = Text(
            nl: " · kolom 1 t/m \(columns) van \(shown.count)", en: " · columns 1 to \(columns) of \(shown.count)")
        setup.footer.center = [.sheetName, .text(of[language])]
        try sheet.print(setup)
    }

    /// Ends a part: the remark below the lines, and the filter. With the `widths` of the columns a table that is too wide for a page is printed as
    /// far as it fits, where the workbook asks for that.
    func finish(
        _ sheet: Sheet, _ frame: SheetFrame, _ extent: SheetRange, part: Int, _ widths: [Double]? = nil
    ) throws(SpreadsheetError) {
        let count = extent.lines(ofPart: part).count
        let afterLines = SheetRange.firstRow + count
        if part + 1 < extent.partCount {
            let next = extent.name(ofPart: part + 1)
            let text = Text(nl: "Verder op \(next) →", en: "Continues on \(next) →")
            try sheet.link(
                text[language], to: LinkTarget(sheet: next), row: afterLines, column: 0, style: theme[.backLink])
            try clear(sheet, columns: frame.columns.count, row: afterLines)
        } else if let remark = extent.lineCount == 0 ? Text(nl: "Geen rijen.", en: "No rows.") : frame.closing {
            try sheet.text(remark[language], row: afterLines, column: 0, style: theme[.closing])
            try clear(sheet, columns: frame.columns.count, row: afterLines)
        }
        if printsWhatFits, let widths {
            let hasRemark = part + 1 < extent.partCount || extent.lineCount == 0 || frame.closing != nil
            try printWhatFits(sheet, frame, widths, lastRow: hasRemark ? afterLines : afterLines - 1)
        }
        let range = CellRange(
            rows: SheetRange.headingRow...max(SheetRange.headingRow, afterLines - 1),
            columns: 0...frame.columns.count - 1)
        guard frame.isTable else { return try sheet.autofilter(range) }
        try sheet.table(range, headings: frame.columns.map { $0.heading[language] }, name: sheet.name)
    }
}

extension SheetFrame {
    /// The width of each column in characters: that of its widest cell or heading, within what the column allows.
    func widths(fitting contents: [Int], _ language: Language) -> [Double] {
        zip(columns, contents).map { column, content in
            let limits = column.width
            let fitting = min(limits.upperBound, max(limits.lowerBound, Double(content) + 2.5))
            return limits.lowerBound == limits.upperBound ? fitting : max(fitting, column.headingWidth(language))
        }
    }
}

extension SheetFrame {
    /// How high a row with `cells` must be, in lines of text, with columns `widths` wide.
    func lineCount(_ cells: [Cell], _ widths: [Double]) -> Int {
        var lines = 1
        for (index, cell) in cells.enumerated() where (cell.look ?? columns[index].look).wraps {
            guard let text = cell.shownText else { continue }
            lines = max(lines, WrappedText.lines(text, width: widths[index]))
        }
        return lines
    }
}

extension ColumnFrame {
    /// What no heading goes beyond; a supplier may write a whole sentence there.
    private static let widestHeading: Double = 40

    /// The width that the heading needs in bold letters beside the button of the filter. One of two words or more goes on in a next
    /// line, and so does a very long name.
    fileprivate func headingWidth(_ language: Language) -> Double {
        let words = heading[language].split(separator: " ").map(\.count)
        let longest = Double(words.max() ?? 0)
        return min(Self.widestHeading, (longest <= 17 ? longest : (longest / 2).rounded(.up) + 1) * 1.15 + 4)
    }
}
