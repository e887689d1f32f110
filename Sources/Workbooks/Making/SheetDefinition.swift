import SocialReturnModel

/// A sheet, declared: its name, what stands above it, and its columns. One function writes any of them, and a test renders the same
/// declaration as text.
///
/// How to make a sheet:
/// 1. Declare it as a static property of `SheetDefinition<Line>` in a file of its own, one ``SheetColumn`` a column.
/// 2. Say in the same file, with a `static let` of ``ReportSheet`` or `MinistrySheet`, where it stands among the tabs, what *Leeswijzer* says of it and where
///    its lines come from. The build lists it; then other sheets can link to it, and ``WorkbookWriter`` makes title, headings, frozen panes, filter, widths,
///    print set-up, link back, and the parts of a table that is longer than a sheet.
///
/// A sheet of another form (a dashboard) takes ``WorkbookWriter/addSheet(_:)`` and writes with ``Theme`` and ``SheetSink`` itself.
package struct SheetDefinition<Line>: Sendable {
    /// What does not depend on the lines.
    package let frame: SheetFrame
    /// The columns, from left to right.
    package let columns: [SheetColumn<Line>]

    /// A sheet called `name`. `frozenColumns` stay in sight, as far as they leave room for others; `closing` is a remark below the lines;
    /// the first `printedColumns` are meant for paper.
    package init(
        name: String, title: Text, explanation: Text, frozenColumns: Int = 1, closing: Text? = nil,
        printedColumns: Int? = nil, columns: [SheetColumn<Line>]
    ) {
        frame = SheetFrame(
            name: name, title: title, explanation: explanation, frozenColumns: frozenColumns, closing: closing,
            columns: columns.map(\.frame) + [.number], isTable: true, printedColumns: printedColumns)
        self.columns = columns
    }

    private init(_ frame: SheetFrame, _ columns: [SheetColumn<Line>]) { (self.frame, self.columns) = (frame, columns) }

    /// The sheet with the columns that these keys name first, in their order: what the first screen and a printed page show.
    package func beginning(with keys: [String]) -> SheetDefinition {
        let first = keys.compactMap { key in columns.first { $0.frame.key == key } }
        let rest = columns.filter { !keys.contains($0.frame.key) }
        return SheetDefinition(
            name: frame.name, title: frame.title, explanation: frame.explanation, frozenColumns: frame.frozenColumns,
            closing: frame.closing, columns: first + rest)
    }

    /// The sheet without the columns that these keys name.
    package func without(_ keys: Set<String>) -> SheetDefinition {
        SheetDefinition(frame.without(keys), columns.filter { !keys.contains($0.frame.key) })
    }

    /// The sheet with the columns that have nothing on any of `lines` folded away: who looks for what is known need not pass what is not.
    /// Formulas and the tables for programs have them as ever.
    package func foldingEmptyColumns(of lines: some Sequence<Line>, _ language: Language) -> SheetDefinition {
        var empty = Set(columns.indices)
        var hasLines = false
        for line in lines {
            hasLines = true
            empty = empty.filter { columns[$0].cell(line, language).isBlank }
            if empty.isEmpty { return self }
        }
        guard hasLines else { return self }
        let shown = columns.enumerated().map { empty.contains($0.offset) ? $0.element.folded : $0.element }
        return SheetDefinition(
            name: frame.name, title: frame.title, explanation: frame.explanation, frozenColumns: frame.frozenColumns,
            closing: frame.closing, printedColumns: frame.printedColumns, columns: shown)
    }

    /// Puts the cells of `line` into `sink`.
    package func write<Sink: CellWriter>(_ line: Line, _ language: Language, to sink: inout Sink) throws {
        for column in columns { try sink.cell(column.cell(line, language)) }
    }
}

/// A declared sheet without its lines.
package struct SheetFrame: Sendable {
    /// The sheet's name, Dutch in both languages.
    package let name: String
    /// The first line of the sheet.
    package let title: Text
    /// What the sheet shows, in one sentence.
    package let explanation: Text
    /// How many columns stay in sight when the reader scrolls to the right.
    package let frozenColumns: Int
    /// A remark below the last line; nil for none.
    package let closing: Text?
    /// The columns.
    package let columns: [ColumnFrame]
    /// Whether the rows are a table that people sort; otherwise they have a filter only.
    package var isTable = false
    /// How many of the first columns are meant for paper; nil for all. Fewer are printed when a page does not hold them.
    package var printedColumns: Int?

    /// The sheet without the columns that these keys name.
    package func without(_ keys: Set<String>) -> SheetFrame {
        SheetFrame(
            name: name, title: title, explanation: explanation, frozenColumns: frozenColumns, closing: closing,
            columns: columns.filter { !keys.contains($0.key) }, isTable: isTable,
            printedColumns: printedColumns.map { columns.prefix($0).count { !keys.contains($0.key) } })
    }

    /// Where `lineCount` lines of this sheet land on sheets of `sheetRows` rows.
    package func extent(lineCount: Int, sheetRows: Int) -> SheetRange {
        SheetRange(name: name, lineCount: lineCount, columns: columns.map(\.key), sheetRows: sheetRows)
    }
}
