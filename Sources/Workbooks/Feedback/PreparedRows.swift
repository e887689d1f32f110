import Assessments
import Intake
import SocialReturnModel
import Spreadsheets

/// Writes the rows that are made ready for what a report lacks: what is known is filled in and green, what is asked has a colour, and what
/// may stay empty is blue.
struct PreparedRows {
    let feedback: Feedback
    let facts: TableFacts
    /// The column of the definition behind each of the supplier's columns; nil for one of its own.
    let columns: [Int?]
    /// The width of the first column.
    let taskWidth: Double

    /// Writes `row`, the one with `number` from 1, and adds its columns to `open`, whose columns are those of the definition.
    func write(
        _ row: OpenPlaces.Row, number: Int, _ sheet: Sheet, _ sink: inout SheetSink, _ open: inout AskedColumns
    ) throws {
        let language = feedback.language
        var task = row.task[language]
        if let severity = row.severity { task = "\(severity.task[language]): \(task)" }
        try sheet.rowHeight(RowHeight.points(lines: WrappedText.lines(task, width: taskWidth)), row: sink.row)
        if task.isEmpty { try sink.empty(nil) } else { try sink.text(task, row.severity?.look ?? .information) }
        try sink.empty(nil)
        try sink.empty(nil)
        try sink.text(OriginalSubmissionForm.labelOfNewRow(number, language), nil)
        for column in columns {
            guard let column else {
                try sink.empty(nil)
                continue
            }
            if let value = row.cells[column] {
                try sink.text(value, .filledText)
            } else {
                let asked = facts.columns[column].isRequired ? row.severity : nil
                try sink.empty(asked?.textLook ?? .offeredText)
            }
            open.add(column)
        }
    }
}

/// The sheet of a table that was not delivered, with its places to fill in.
struct OpenSheet: Sendable {
    private let feedback: Feedback
    private let facts: TableFacts
    private let rows: [OpenPlaces.Row]
    private let frame: SheetFrame

    init(_ feedback: Feedback, _ table: TableID) {
        self.feedback = feedback
        facts = AllTables.facts(table)
        rows = feedback.view.places.rows[table] ?? []
        let meaning = facts.meaning
        let isAsked = rows.contains { $0.severity != nil }
        let columns = facts.columns.map { column in
            ColumnFrame(
                heading: Text(verbatim: column.name), key: column.name, width: 14...30,
                look: (column.kind as ColumnKind?).isCalculated ? .text : .supplied)
        }
        frame = SheetFrame(
            name: FeedbackSheet.table(table).name, title: facts.title,
            explanation: Text(
                nl: (isAsked
                    ? "Dit blad ontbreekt in uw rapportage. " : "Dit blad mag u invullen als er iets te melden is. ")
                    + meaning.nl + " " + Self.colours.nl,
                en: (isAsked
                    ? "This sheet is missing in your report. "
                    : "You may fill in this sheet if there is something to report. ")
                    + meaning.en + " " + Self.colours.en),
            frozenColumns: FeedbackSheet.leadingColumns, closing: nil, columns: OwnRows.leading() + columns,
            isTable: true)
    }

    /// What the colours of places to fill in mean.
    static let colours = Text(
        nl: "Rood, oranje of geel: graag invullen. Groen: al ingevuld, verander het gerust. Blauw: mag leeg blijven.",
        en:
            "Red, orange or yellow: please fill in. Green: filled in already, change it as you like. Blue: may stay empty."
    )

    /// Adds the sheet, on as many parts as the rows need; it is written when the result runs.
    func prepare() throws -> SheetTask {
        let extent = SheetRange(
            name: frame.name, lineCount: rows.count, columns: [], sheetRows: feedback.writer.sheetRows)
        let sheets = try feedback.writer.add(extent)
        return SheetTask(size: rows.count * frame.columns.count) { try write(to: sheets, extent) }
    }

    private func write(to sheets: [Sheet], _ extent: SheetRange) throws {
        let writer = feedback.writer
        let widths = frame.widths(
            fitting: Array(repeating: 0, count: frame.columns.count), feedback.language)
        let prepared = PreparedRows(
            feedback: feedback, facts: facts, columns: facts.columns.indices.map(\.self), taskWidth: widths[0])
        for (part, sheet) in sheets.enumerated() {
            try writer.begin(sheet, frame, part: part, widths)
            var sink = SheetSink(sheet, writer.theme, row: SheetRange.firstRow)
            var open = AskedColumns(
                facts.columns.enumerated().map {
                    AskedColumns.Column(facts: $1, position: $0 + FeedbackSheet.leadingColumns)
                })
            for line in extent.lines(ofPart: part) {
                try prepared.write(rows[line], number: line + 1, sheet, &sink, &open)
                sink.nextRow()
            }
            try OwnRows.addHints(to: sheet, before: sink.row, feedback.language)
            try open.apply(to: sheet, before: sink.row, feedback.lists, feedback.language, spent: OwnRows.hintCount)
            try writer.finish(sheet, frame, extent, part: part, widths)
        }
    }
}
