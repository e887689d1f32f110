import Plumbing
import SocialReturnModel
import Spreadsheets

/// A sheet has fewer lines than the other sheets of its workbook count on: a mistake in this program, which takes the workbook and
/// nothing more.
package struct MissingLine: Error {
    /// The sheet.
    package let sheet: String
}

/// A workbook being written: the file, the looks, and what is the same on every sheet.
///
/// Adding sheets and closing the file are for one thread. Sheets that were added may be written by others, each by one at a time:
/// ``prepare(_:_:count:)`` adds, and ``SheetTask/run(_:)`` writes what was prepared on as many threads as there are processors.
package final class WorkbookWriter: @unchecked Sendable {
    /// The file.
    package let file: SpreadsheetFile
    /// The looks, registered with the file.
    package let theme: Theme
    /// The language of headings and sentences.
    package let language: Language
    /// The sheet that every other sheet has a link back to.
    package let homeSheet: String
    /// What stands at the bottom left of every printed page: the supplier and the period.
    package let footerText: String

    /// Whether a table that is too wide for a page is printed with its first columns only, so that its letters stay readable; the foot of
    /// the page says which. Otherwise all columns are printed, however small.
    package let printsWhatFits: Bool

    /// Begins the workbook at `path`.
    package init(
        at path: String, _ properties: DocumentProperties, _ language: Language, homeSheet: String, footerText: String,
        limits: SheetLimits = .excel, printsWhatFits: Bool = false
    ) throws(SpreadsheetError) {
        file = try SpreadsheetFile(at: path, properties: properties, limits: limits)
        theme = try Theme(file)
        self.language = language
        self.homeSheet = homeSheet
        self.footerText = footerText
        self.printsWhatFits = printsWhatFits
    }

    /// How many rows a sheet has.
    package var sheetRows: Int { file.limits.rows }

    /// Adds a sheet whose form is not that of a table. Set its ``printSetup(repeating:)``.
    /// About how many cells it will have matters from some ten thousand on.
    package func addSheet(_ name: String, cells: Int = 0) throws(SpreadsheetError) -> Sheet {
        try file.addSheet(name, cells: cells)
    }

    /// A4 landscape, one page wide, with the footer of every sheet, and the rows that every page repeats.
    package func printSetup(repeating rows: ClosedRange<Int>? = nil) -> PrintSetup {
        var setup = PrintSetup()
        let page = language == .dutch ? ("Pagina ", " van ") : ("Page ", " of ")
        setup.footer = HeaderFooter(
            left: [.text(footerText)], center: [.sheetName],
            right: [.text(page.0), .page, .text(page.1), .pageCount])
        setup.repeatedRows = rows
        (setup.margins.left, setup.margins.right) = (0.7, 0.7)
        return setup
    }

    /// The same for a page that is read at a glance: little above it, and below it room for the footer.
    package func pagePrintSetup() -> PrintSetup {
        var setup = printSetup()
        (setup.margins.top, setup.margins.bottom) = (0.8, 1.3)
        return setup
    }

    /// Writes a declared sheet, on as many parts as its lines need.
    package func write<Line>(_ plan: SheetDefinition<Line>, _ lines: some Collection<Line>) throws {
        let sheets = try add(plan.frame.extent(lineCount: lines.count, sheetRows: sheetRows))
        try write(plan, lines, count: lines.count, to: sheets)
    }

    /// Adds the sheets of a declared sheet of `count` lines; its lines are written when the result runs.
    package func prepare<Line, Lines: Sequence<Line> & Sendable>(
        _ plan: SheetDefinition<Line>, _ lines: Lines, count: Int
    ) throws -> SheetTask {
        let sheets = try add(plan.frame.extent(lineCount: count, sheetRows: sheetRows))
        return SheetTask(size: count * plan.columns.count) { try self.write(plan, lines, count: count, to: sheets) }
    }

    /// Adds a sheet for each part.
    package func add(_ extent: SheetRange) throws -> [Sheet] {
        try (0..<extent.partCount).map {
            try addSheet(extent.name(ofPart: $0), cells: extent.lines(ofPart: $0).count * extent.columns.count)
        }
    }

    /// The first lines are made twice: once to measure the columns.
    private func write<Line>(
        _ plan: SheetDefinition<Line>, _ lines: some Sequence<Line>, count: Int, to sheets: [Sheet]
    ) throws {
        var measure = WidthSink(columns: plan.frame.columns.count)
        for line in lines.prefix(WidthSink.measuredRows) {
            try plan.write(line, language, to: &measure)
            measure.nextRow()
        }
        let extent = plan.frame.extent(lineCount: count, sheetRows: sheetRows)
        let widths = plan.frame.widths(fitting: measure.widths, language)
        let maker = RowMaker(plan, lines.makeIterator(), language, widths)
        for (part, sheet) in sheets.enumerated() {
            try begin(sheet, plan.frame, part: part, widths)
            var sink = SheetSink(sheet, theme, row: SheetRange.firstRow)
            let numbers = extent.lines(ofPart: part)
            var number = numbers.lowerBound
            maker.left = numbers.count
            try Parallel.inOrder(maker) { rows in
                try rows.forEach { cells, height in
                    if height > 1 { try sheet.rowHeight(RowHeight.points(lines: height), row: sink.row) }
                    for cell in cells { try sink.cell(cell) }
                    number += 1
                    try sink.decimal(Int64(number), decimals: 0, nil)
                    sink.nextRow()
                }
            }
            guard number == numbers.upperBound else { throw MissingLine(sheet: plan.frame.name) }
            try finish(sheet, plan.frame, extent, part: part, widths)
        }
    }
}

/// Some rows of a declared sheet, ready to be written.
private struct MadeRows: Sendable {
    /// The cells of all rows.
    var cells: [Cell] = []
    /// How high each row is, in lines of text.
    var heights: [Int] = []

    /// Calls `body` with the cells and the height of each row.
    func forEach(_ body: (ArraySlice<Cell>, Int) throws -> Void) rethrows {
        guard !heights.isEmpty else { return }
        let width = cells.count / heights.count
        for (row, height) in heights.enumerated() { try body(cells[row * width..<(row + 1) * width], height) }
    }
}

/// Makes the rows of a declared sheet from its lines, some at a time.
///
/// Used by one thread at a time; see ``Parallel/inOrder(_:_:)``.
private final class RowMaker<Line, Lines: IteratorProtocol<Line>>: PieceMaker, @unchecked Sendable {
    private let plan: SheetDefinition<Line>
    private var lines: Lines
    private let language: Language
    private let widths: [Double]
    /// How many rows are still to be made for the present part.
    var left = 0

    /// Enough that handing them over costs nothing beside making them, and few enough that they stay near the processor.
    private static var rowsOfPiece: Int { 32 }

    init(_ plan: SheetDefinition<Line>, _ lines: Lines, _ language: Language, _ widths: [Double]) {
        (self.plan, self.lines, self.language, self.widths) = (plan, lines, language, widths)
    }

    /// The next rows; nil when all of the part are made, or there are no more lines.
    func next() -> MadeRows? {
        var rows = MadeRows()
        let count = min(left, Self.rowsOfPiece)
        rows.cells.reserveCapacity(count * plan.columns.count)
        for _ in 0..<count {
            guard let line = lines.next() else { break }
            let first = rows.cells.count
            for column in plan.columns { rows.cells.append(column.cell(line, language)) }
            rows.heights.append(plan.frame.lineCount(rows.cells[first...], widths))
            left -= 1
        }
        return rows.heights.isEmpty ? nil : rows
    }
}
