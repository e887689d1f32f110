import Assessments
import Intake
import Plumbing
import Rules
import SocialReturnModel
import Spreadsheets

/// The sheet with the rows of one file as the supplier delivered them, behind what to mend and a place for the correction. Every cell
/// can be changed; faulty ones have a colour, a note, and a drop-down or a hint.
struct SubmittedRowsSheet<Row: TableRow>: Sendable {
    private let feedback: Feedback
    private let table: TableData<Row>
    /// The headings of the file, as written.
    private let headings: [String]
    /// How the cells of each heading's column look; nil for as the column.
    private let kinds: [ColumnKind?]
    private let widths: [Double]
    private let frame: SheetFrame
    /// Whether no row of the table counts; the explanation says so.
    private let isSetAside: Bool
    /// The field of the contract's number; nil where the table has none.
    private let contractField: Int?
    /// The columns that the table lacks and that are asked, behind the others.
    private let added: [OpenPlaces.Column]
    /// The rows that are made ready, below the others.
    private let open: [OpenPlaces.Row]

    init(_ feedback: Feedback, _ table: TableData<Row>) {
        self.feedback = feedback
        self.table = table
        let source = table.source
        let header = source.headerRecord
        let fields = max(
            header >= 0 ? source.cells.fieldCount(of: header) : 0,
            table.records.lazy.map { source.cells.fieldCount(of: Int($0)) }.max() ?? 0)
        var names = DistinctHeadings(taken: OwnRows.leading().flatMap { [$0.heading.nl, $0.heading.en] })
        headings = (0..<min(fields, DistinctHeadings.mostColumns)).map { field in
            // Blanks at its ends, and lines, are nothing that a heading of a table can have.
            let text = header >= 0 ? source.cells.text(header, field).words.joined(separator: " ") : ""
            return names.name(for: text.isEmpty ? "kolom \(field + 1)" : text)
        }
        var kinds = [ColumnKind?](repeating: nil, count: headings.count)
        for (column, field) in source.fieldOfColumn.enumerated() where kinds.indices.contains(field) {
            kinds[field] = source.facts.columns[column].kind
        }
        self.kinds = kinds
        added = feedback.view.places.columns[source.id] ?? []
        open = feedback.view.places.rows[source.id] ?? []
        contractField = source.facts.contractColumn.map { source.fieldOfColumn[$0] }
            .flatMap { $0 >= 0 ? $0 : nil }
        let title = Row.table.facts.title
        let beyond = Self.columnsBeyond(fields - headings.count)
        let additions = Self.additions(columns: added.count, rows: open.count)
        let whole = feedback.tablesSetAside.first { $0.table == source.id }?.sentence
        isSetAside = whole != nil
        var columns = OwnRows.leading(isOnSeveralSheets: source.isOnSeveralSheets)
        let asked = feedback.view.places.headings[source.id] ?? [:]
        columns += zip(headings, kinds).enumerated().map { field, column in
            ColumnFrame(
                heading: Text(verbatim: column.0), key: column.0, width: 8...30,
                look: column.1.isCalculated ? .text : .supplied,
                headingLook: asked[field].flatMap { $0.map { feedback.finding($0).severity }.max() }?.look ?? .heading)
        }
        columns += added.map { column in
            let facts = source.facts.columns[column.index]
            return ColumnFrame(
                heading: Text(verbatim: facts.name), key: facts.name, width: 14...30,
                look: (facts.kind as ColumnKind?).isCalculated ? .text : .supplied,
                headingLook: (column.severity ?? .warning).look)
        }
        frame = SheetFrame(
            name: FeedbackSheet.table(source.id).name, title: title,
            explanation: Text(
                nl: (whole.map { $0.nl + " " } ?? "")
                    + "Uw eigen rijen van \(source.sheet.map { "blad \($0.name)" } ?? source.fileName), zoals u ze instuurde. Wat wij niet "
                    + "mogen bewaren, is met * bedekt."
                    + beyond.nl + additions.nl,
                en: (whole.map { $0.en + " " } ?? "")
                    + "Your own rows of \(source.sheet.map { "sheet \($0.name)" } ?? source.fileName), as you sent them. What we may not "
                    + "keep is covered with *."
                    + beyond.en + additions.en
            ),
            frozenColumns: FeedbackSheet.leadingColumns, closing: nil, columns: columns, isTable: true)
        var measure = WidthSink(columns: columns.count)
        for record in table.records.prefix(WidthSink.measuredRows) {
            for _ in 1..<FeedbackSheet.leadingColumns { measure.empty(nil) }
            measure.text(source.label(of: Int(record)).text, nil)
            for field in headings.indices { source.cells.withCell(Int(record), field) { measure.text($0, nil) } }
            for _ in added { measure.empty(nil) }
            measure.nextRow()
        }
        widths = frame.widths(fitting: measure.widths, feedback.language)
    }

    /// What to say of columns that the sheet has no room for.
    private static func columnsBeyond(_ count: Int) -> Text {
        guard count > 0 else { return Text(verbatim: "") }
        let number = Quantity(count)
        return Text(
            nl: " De laatste \(number.formatted(.dutch)) kolommen passen hier niet; wij bewaren ze zoals ze waren.",
            en: " The last \(number.formatted(.english)) columns do not fit here; we keep them as they were.")
    }

    /// What to say of columns and rows that are there to be filled in.
    private static func additions(columns: Int, rows: Int) -> Text {
        guard columns + rows > 0 else { return Text(verbatim: "") }
        var (nl, en) = ("", "")
        if columns > 0 {
            nl +=
                columns == 1
                ? " De laatste kolom ontbrak; vul die in." : " De laatste \(columns) kolommen ontbraken; vul die in."
            en +=
                columns == 1
                ? " The last column was missing; please fill it in."
                : " The last \(columns) columns were missing; please fill them in."
        }
        if rows > 0 {
            nl +=
                rows == 1
                ? " De laatste rij is nieuw; vul die aan." : " De laatste \(rows) rijen zijn nieuw; vul die aan."
            en +=
                rows == 1
                ? " The last row is new; please complete it." : " The last \(rows) rows are new; please complete them."
        }
        return Text(nl: nl + " " + OpenSheet.colours.nl, en: en + " " + OpenSheet.colours.en)
    }

    /// Adds the sheet, on as many parts as the rows need; it is written when the result runs.
    func prepare() throws -> SheetTask {
        let sheets = try feedback.writer.add(feedback.extent(table))
        return SheetTask(size: table.rows.count * frame.columns.count) { try write(to: sheets) }
    }

    private func write(to sheets: [Sheet]) throws {
        let writer = feedback.writer
        let extent = feedback.extent(table)
        var findings = RowFindings(feedback, on: table.source.id)
        var words = RowWords(feedback, table.source, isSetAside: isSetAside)
        let prepared = PreparedRows(
            feedback: feedback, facts: table.source.facts, columns: columnsOfDefinition, taskWidth: widths[0])
        for (part, sheet) in sheets.enumerated() {
            try writer.begin(sheet, frame, part: part, widths)
            var sink = SheetSink(sheet, writer.theme, row: SheetRange.firstRow)
            var asked = AskedColumns(knownColumns)
            var notes = try annotateHeadings(sheet)
            for line in extent.lines(ofPart: part) {
                if line < table.rows.count {
                    let own = findings.of(table.records[line])
                    try write(line, own, sheet, &sink, &words, &asked, &notes)
                } else {
                    let number = line - table.rows.count
                    try prepared.write(open[number], number: number + 1, sheet, &sink, &asked)
                }
                sink.nextRow()
            }
            try OwnRows.addHints(to: sheet, before: sink.row, feedback.language)
            try asked.apply(to: sheet, before: sink.row, feedback.lists, feedback.language, spent: OwnRows.hintCount)
            try writer.finish(sheet, frame, extent, part: part, widths)
        }
    }

    private func write(
        _ line: Int, _ findings: [Int], _ sheet: Sheet, _ sink: inout SheetSink, _ words: inout RowWords,
        _ asked: inout AskedColumns, _ notes: inout Int
    ) throws {
        let record = Int(table.records[line])
        var marks: [Int: Severity] = [:]
        let isOfAnother = contractField != nil && feedback.view.isOfAnother(table.place(line))
        let answers = table.source.remarks.answers(beside: table.records[line])
        let answer = answers.map(\.shown).joined(separator: "\n")
        if findings.isEmpty && !table.isSetAside[line] && !isOfAnother && !answers.contains(where: \.isFromCorrection) {
            let lines = max(answers.isEmpty ? 1 : WrappedText.lines(answer, width: widths[2]), self.lines(of: record))
            if lines > 1 { try sheet.rowHeight(RowHeight.points(lines: lines), row: sink.row) }
            try sink.empty(nil)
        } else {
            let row = words.row(
                findings, isSetAside: table.isSetAside[line], isOfAnother: isOfAnother, answers)
            let lines = max(
                WrappedText.lines(row.text, width: widths[0]), WrappedText.lines(answer, width: widths[2]),
                self.lines(of: record))
            try sheet.rowHeight(RowHeight.points(lines: lines), row: sink.row)
            try sink.text(row.text, row.severity.look)
            for position in findings {
                let finding = feedback.finding(position)
                guard let field = self.field(of: finding.place.column) else { continue }
                let isNew = marks[field] == nil
                marks[field] = max(marks[field] ?? .signal, finding.severity)
                guard isNew, field < headings.count + added.count else { continue }
                if let column = finding.place.column.knownIndex { asked.add(column) }
                if notes < RowWords.notesPerSheet {
                    notes += 1
                    try sheet.note(
                        words.note(findings, at: finding.place.column, of: table.source.label(of: record)),
                        row: sink.row,
                        column: field + FeedbackSheet.leadingColumns)
                }
            }
            if isOfAnother, let contractField { marks[contractField] = max(marks[contractField] ?? .signal, .warning) }
        }
        try sink.empty(nil)
        // Nobody has to type an answer twice.
        if answer.isEmpty { try sink.empty(nil) } else { try sink.text(answer, nil) }
        let label = table.source.label(of: record)
        if label.sheet == nil {
            try sink.decimal(Int64(label.number), decimals: 0, nil)
        } else {
            try sink.text(label.text, nil)
        }
        for field in headings.indices {
            let look = marks[field].map { kinds[field].isCalculated ? $0.look : $0.textLook }
            try table.source.cells.withCell(record, field) { cell in
                if cell.isEmpty { try sink.empty(look) } else { try sink.text(cell, look) }
            }
        }
        for (position, column) in added.enumerated() {
            let severity = [marks[headings.count + position], column.severity].compactMap(\.self).max()
            if column.severity != nil { asked.add(column.index) }
            try sink.empty(severity?.textLook)
        }
    }

    /// How high the supplier's own cells of a row are, in lines, up to what a screen holds of one row.
    private func lines(of record: Int) -> Int {
        var lines = 1
        for field in headings.indices {
            let width = widths[field + FeedbackSheet.leadingColumns]
            table.source.cells.withCell(record, field) { cell in
                guard Double(cell.count) > width - 2 else { return }
                lines = max(lines, WrappedText.lines(cell, room: max(1, Int(width) - 2)))
            }
        }
        return min(lines, Self.mostLines)
    }

    private static var mostLines: Int { 12 }

    /// The field that holds `column`, or that it will have when the supplier fills it in.
    private func field(of column: ColumnReference) -> Int? {
        table.source.field(of: column)
            ?? added.firstIndex { .known($0.index) == column }.map { headings.count + $0 }
    }

    /// The column of the definition behind each column of the sheet.
    private var columnsOfDefinition: [Int?] {
        var columns = [Int?](repeating: nil, count: headings.count) + added.map { Optional($0.index) }
        for (column, field) in table.source.fieldOfColumn.enumerated() where headings.indices.contains(field) {
            columns[field] = column
        }
        return columns
    }

    /// Says at each heading that is asked about what to do with it.
    ///
    /// - Returns: how many notes it made.
    private func annotateHeadings(_ sheet: Sheet) throws -> Int {
        var count = 0
        let words = RowWords(feedback, table.source, isSetAside: isSetAside)
        for (field, findings) in (feedback.view.places.headings[table.source.id] ?? [:]).sorted(by: { $0.key < $1.key })
        where headings.indices.contains(field) {
            try sheet.note(
                words.note(findings), row: SheetRange.headingRow, column: field + FeedbackSheet.leadingColumns)
            count += 1
        }
        return count
    }

    /// The columns of the definition, each at its place on the sheet; those that the file lacks stand behind its own.
    private var knownColumns: [AskedColumns.Column] {
        table.source.facts.columns.enumerated().map { index, facts in
            AskedColumns.Column(
                facts: facts, position: (field(of: .known(index)) ?? 0) + FeedbackSheet.leadingColumns)
        }
    }
}

/// Adds the sheets with the supplier's own rows, and between them those of tables that were not delivered.
struct OwnRowsPreparation: TableVisitor {
    let feedback: Feedback
    private(set) var tasks: [SheetTask] = []
    private(set) var error: (any Error)?
    private var open: [TableID]

    init(feedback: Feedback) {
        self.feedback = feedback
        open = feedback.view.places.sheets
    }

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        addOpenSheets { $0 < table.source.id }
        guard error == nil, feedback.hasSheet(table.source.id) else { return }
        do { tasks.append(try SubmittedRowsSheet(feedback, table).prepare()) } catch { self.error = error }
    }

    /// Adds the sheets of the tables that come after all others.
    mutating func finish() { addOpenSheets { _ in true } }

    private mutating func addOpenSheets(where isNext: (TableID) -> Bool) {
        while error == nil, let table = open.first, isNext(table) {
            open.removeFirst()
            do { tasks.append(try OpenSheet(feedback, table).prepare()) } catch { self.error = error }
        }
    }
}
