import Intake
import SocialReturnModel
import Spreadsheets

extension WorkbookWriter {
    /// Begins a part of a declared sheet, with everything up to its headings; the first line is next.
    package func begin(_ sheet: Sheet, _ frame: SheetFrame, part: Int, _ widths: [Double]) throws(SpreadsheetError) {
        for (index, column) in frame.columns.enumerated() {
            try sheet.column(index, width: widths[index], style: theme[column.look], isHidden: column.isHidden)
        }
        try sheet.freezePanes(rows: SheetRange.firstRow, columns: frame.frozenColumns(fitting: widths))
        try sheet.print(printSetup(repeating: SheetRange.headingRow...SheetRange.headingRow))
        sheet.hideGridlines()
        let title = frame.title[language] + (part > 0 ? " (\(part + 1))" : "")
        try sheet.rowHeight(24, row: SheetRange.titleRow)
        try sheet.text(title, row: SheetRange.titleRow, column: 0, style: theme[.title])
        try clear(sheet, columns: frame.columns.count, row: SheetRange.titleRow)
        // What one line does not hold goes on beside the link back.
        let back = "← \(homeSheet)"
        let beside = Self.column(behind: Double(back.count), widths)
        let fitting = WrappedText.sentences(frame.explanation[language], width: printedLineLength(frame, widths))
        let explanation =
            fitting.last?.hasSuffix("…") == true
            ? WrappedText.sentences(frame.explanation[language], width: Self.lineLength) : fitting
        try sheet.text(explanation[0], row: SheetRange.explanationRow, column: 0, style: theme[.explanation])
        try clear(sheet, columns: frame.columns.count, row: SheetRange.explanationRow)
        try sheet.link(
            back, to: LinkTarget(sheet: homeSheet), row: SheetRange.backLinkRow, column: 0, style: theme[.backLink])
        for column in 1..<max(frame.columns.count, beside + 1) {
            if column == beside, explanation.count > 1 {
                try sheet.text(
                    explanation[1], row: SheetRange.backLinkRow, column: column, style: theme[.explanation])
            } else if column < frame.columns.count {
                try sheet.blank(row: SheetRange.backLinkRow, column: column, style: theme[.blank])
            }
        }
        var lines = 1
        for (column, width) in zip(frame.columns, widths) {
            lines = max(lines, WrappedText.lines(column.heading[language], width: width - 2))
        }
        try sheet.rowHeight(RowHeight.points(lines: lines) + 4, row: SheetRange.headingRow)
        for (index, column) in frame.columns.enumerated() {
            try sheet.text(
                column.heading[language], row: SheetRange.headingRow, column: index, style: theme[column.headingLook])
            if let hint = column.hint {
                let lines = WrappedText.lines(hint[language], width: 40)
                try sheet.note(
                    Note(hint[language], width: 300, height: 18 * lines + 16), row: SheetRange.headingRow, column: index
                )
            }
        }
    }

    /// Takes the look of the columns away from the cells behind the first, so that its text can run on over them.
    package func clear(_ sheet: Sheet, columns: Int, row: Int) throws(SpreadsheetError) {
        for column in 1..<max(columns, 1) { try sheet.blank(row: row, column: column, style: theme[.blank]) }
    }

    /// How many characters of a sentence fit the window and the page.
    package static let lineLength = 168

    /// How many characters of a sentence fit the columns that are printed, where these are not all; half a line at least.
    private func printedLineLength(_ frame: SheetFrame, _ widths: [Double]) -> Int {
        let columns = frame.shown(widths)
        guard printsWhatFits, let area = printSetup(columns, upTo: frame.printedColumns, lastRow: 0)?.area else {
            return Self.lineLength
        }
        let pixels = columns[area.columns].reduce(0) { $0 + ($1.map(SheetFrame.pixels) ?? 0) }
        return max(Self.lineLength / 2, min(Self.lineLength, Int(pixels / SheetFrame.pixelsOfCharacter)))
    }

    /// On how many lines a remark below a table stands at most.
    private static let mostRemarkLines = 4

    /// The first column behind `width` characters, from 1.
    private static func column(behind width: Double, _ widths: [Double]) -> Int {
        var left = 0.0
        for (column, room) in widths.enumerated() {
            if column > 0, left > width { return column }
            left += room
        }
        return max(1, widths.count)
    }

    /// A table with more rows than this is printed as far as ``printedRows``.
    static let mostPrintedRows = 500
    /// How many rows of a long table are printed: some five to ten pages. All of them would be hundreds, and nobody asks for that by a click.
    static let printedRows = 200

    /// Prints the columns that are meant for paper, as far as they fit a page, and the first rows of a long table, where these are not all.
    /// The foot of each page says so, and how to print all.
    private func printWhatFits(
        _ sheet: Sheet, _ frame: SheetFrame, _ widths: [Double], rows: Int, lastRow: Int
    ) throws(SpreadsheetError) {
        let columns = frame.shown(widths)
        guard rows > Self.mostPrintedRows else {
            let setup = printSetup(columns, upTo: frame.printedColumns, lastRow: max(SheetRange.headingRow, lastRow))
            if let setup { try sheet.print(setup) }
            return
        }
        let last = SheetRange.firstRow + Self.printedRows - 1
        var setup =
            printSetup(columns, upTo: frame.printedColumns, lastRow: last)
            ?? printSetup(repeating: SheetRange.headingRow...SheetRange.headingRow)
        setup.area = setup.area ?? CellRange(rows: 0...last, columns: 0...max(0, columns.lastIndex { $0 != nil } ?? 0))
        let total = Quantity(rows).formatted(language)
        let note = Text(
            nl: OwnTexts.firstOnPages.nl + "\(Self.printedRows) van \(total) rijen",
            en: OwnTexts.firstOnPages.en + "\(Self.printedRows) of \(total) rows")
        setup.footer.center += [.text(note[language])]
        setup.header.right = [.text(OwnTexts.notAllOnPages[language])]
        try sheet.print(setup)
    }

    /// The set-up for a sheet of which not all columns are printed: those that a page holds, among the first `most`. Nil where all are.
    ///
    /// - Parameter columns: the width of each; nil for one that is folded away.
    package func printSetup(_ columns: [Double?], upTo most: Int? = nil, lastRow: Int) -> PrintSetup? {
        let shown = columns.indices.filter { columns[$0] != nil }
        var (width, last) = (0.0, shown.first ?? 0)
        for column in shown where column < most ?? columns.count {
            width += SheetFrame.pixels(columns[column] ?? 0)
            guard width <= SheetFrame.printedPixels || column == shown.first else { break }
            last = column
        }
        guard let end = shown.last, last < end else { return nil }
        var setup = printSetup(repeating: SheetRange.headingRow...SheetRange.headingRow)
        setup.area = CellRange(rows: 0...lastRow, columns: 0...last)
        let count = shown.count { $0 <= last }
        let of = Text(
            nl: OwnTexts.firstOnPages.nl + "\(count) van \(shown.count) kolommen",
            en: OwnTexts.firstOnPages.en + "\(count) of \(shown.count) columns")
        setup.footer.center = [.sheetName, .text(of[language])]
        return setup
    }

    /// Ends a part: the remark below the lines, and the filter. With the `widths` of the columns a table that is too wide for a page is printed as
    /// far as it fits, where the workbook asks for that.
    package func finish(
        _ sheet: Sheet, _ frame: SheetFrame, _ extent: SheetRange, part: Int, _ widths: [Double]? = nil
    ) throws(SpreadsheetError) {
        let count = extent.lines(ofPart: part).count
        let afterLines = SheetRange.firstRow + count
        var end = afterLines
        if part + 1 < extent.partCount {
            let next = extent.name(ofPart: part + 1)
            let text = Text(nl: "Verder op \(next) →", en: "Continues on \(next) →")
            try sheet.link(
                text[language], to: LinkTarget(sheet: next), row: afterLines, column: 0, style: theme[.backLink])
            try clear(sheet, columns: frame.columns.count, row: afterLines)
            end += 1
        } else if let remark = extent.lineCount == 0 ? Text(nl: "Geen rijen.", en: "No rows.") : frame.closing {
            // What one line does not hold would be cut off on paper.
            let room = min(Self.mostRemarkLines, sheetRows - afterLines)
            let length = widths.map { printedLineLength(frame, $0) } ?? Self.lineLength
            for piece in WrappedText.pieces(remark[language], width: length, most: room) {
                try sheet.text(piece, row: end, column: 0, style: theme[.closing])
                try clear(sheet, columns: frame.columns.count, row: end)
                end += 1
            }
        }
        if printsWhatFits, let widths {
            try printWhatFits(sheet, frame, widths, rows: count, lastRow: end - 1)
        }
        let range = CellRange(
            rows: SheetRange.headingRow...max(SheetRange.headingRow, afterLines - 1),
            columns: 0...frame.columns.count - 1)
        guard frame.isTable else { return try sheet.autofilter(range) }
        try sheet.table(range, headings: frame.columns.map { $0.heading[language] }, name: sheet.name)
    }
}

extension PrintSetup {
    /// How many points of rows a page of A4 on its long side holds that is made as wide as `pixels` of columns.
    func room(forWidth pixels: Double) -> Double {
        let (wide, high) = (29.7 - margins.left - margins.right, 21 - margins.top - margins.bottom)
        return high / 2.54 * 72 / min(1, wide / 2.54 * 96 / pixels)
    }
}

extension SheetFrame {
    /// How wide a column of `width` characters is: the widest digit of the workbook's font has eight pixels, and five stand beside the text.
    package static func pixels(_ width: Double) -> Double { pixelsOfCharacter * width + 5 }

    /// The width of each column; nil for one that is folded away.
    fileprivate func shown(_ widths: [Double]) -> [Double?] { zip(columns, widths).map { $0.isHidden ? nil : $1 } }

    /// How wide the widest digit of the workbook's font is.
    package static let pixelsOfCharacter = 8.0

    /// How wide a page of A4 is between its margins, at four fifths of its size: smaller letters are hard to read.
    package static let printedPixels = (29.7 - 2 * 0.7) / 2.54 * 96 / 0.8

    /// How wide columns are at most that stay in sight: half of a window of 1366 pixels at twice the size, for who reads large letters.
    private static let frozenPixels = 1366.0 / 2 / 2

    /// How many of the first columns stay in sight.
    fileprivate func frozenColumns(fitting widths: [Double]) -> Int {
        var (width, count) = (0.0, 0)
        for column in columns.indices.prefix(frozenColumns) {
            width += columns[column].isHidden ? 0 : Self.pixels(widths[column])
            guard width <= Self.frozenPixels else { break }
            count += 1
        }
        return count
    }

    /// The width of each column in characters: that of its widest cell or heading, within what the column allows.
    package func widths(fitting contents: [Int], _ language: Language) -> [Double] {
        zip(columns, contents).map { column, content in
            let limits = column.width
            let fitting = min(limits.upperBound, max(limits.lowerBound, Double(content) + 2.5))
            guard limits.lowerBound < limits.upperBound else { return fitting }
            return column.besideButton(max(fitting, column.headingWidth(language)), language)
        }
    }
}

extension SheetFrame {
    /// How high a row with `cells` must be, in lines of text, with columns `widths` wide.
    package func lineCount(_ cells: some Collection<Cell>, _ widths: [Double]) -> Int {
        var lines = 1
        // What nobody sees makes no row higher.
        for (index, cell) in cells.enumerated()
        where !columns[index].isHidden && (cell.look ?? columns[index].look).wraps {
            guard let text = cell.shownText else { continue }
            lines = max(lines, WrappedText.lines(text, width: widths[index]))
        }
        return lines
    }
}

extension ColumnFrame {
    /// What no heading goes beyond; a supplier may write a whole sentence there.
    private static let widestHeading: Double = 40

    /// `width`, or what the heading needs beside the button of the filter where it stands on one line and would reach below it.
    fileprivate func besideButton(_ width: Double, _ language: Language) -> Double {
        let letters = Double(heading[language].count) * 0.92
        let (alone, beside) = (letters + 1.6, letters + 4.2)
        return alone <= width ? max(width, beside) : width
    }

    /// The width that the heading needs in bold letters beside the button of the filter. One of two words or more goes on in a next
    /// line, and so does a very long name.
    fileprivate func headingWidth(_ language: Language) -> Double {
        let words = heading[language].split(separator: " ").map(\.count)
        let longest = Double(words.max() ?? 0)
        return min(Self.widestHeading, (longest <= 17 ? longest : (longest / 2).rounded(.up) + 1) * 1.15 + 4)
    }
}
