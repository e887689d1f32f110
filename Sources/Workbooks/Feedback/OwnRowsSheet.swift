import Assessments
import Intake
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

    init(_ feedback: Feedback, _ table: TableData<Row>) {
        self.feedback = feedback
        self.table = table
        let source = table.source
        let header = source.headerRecord
        let fields = max(
            header >= 0 ? source.cells.fieldCount(of: header) : 0,
            table.records.lazy.map { source.cells.fieldCount(of: Int($0)) }.max() ?? 0)
        var names = DistinctHeadings(taken: Self.leading.flatMap { [$0.heading.nl, $0.heading.en] })
        headings = (0..<min(fields, DistinctHeadings.mostColumns)).map { field in
            let text =
                header >= 0
                ? source.cells.text(header, field).split(whereSeparator: \.isNewline).joined(separator: " ") : ""
            return names.name(for: text.allSatisfy(\.isWhitespace) ? "kolom \(field + 1)" : text)
        }
        var kinds = [ColumnKind?](repeating: nil, count: headings.count)
        for (column, field) in source.fieldOfColumn.enumerated() where kinds.indices.contains(field) {
            kinds[field] = source.facts.columns[column].kind
        }
        self.kinds = kinds
        contractField = source.facts.contractColumn.map { source.fieldOfColumn[$0] }
            .flatMap { $0 >= 0 ? $0 : nil }
        let title = Row.table.facts.title
        let beyond = Self.columnsBeyond(fields - headings.count)
        let whole = feedback.tablesSetAside.first { $0.table == source.id }?.sentence
        isSetAside = whole != nil
        var columns = SubmittedRowsSheet<Row>.leading
        columns += zip(headings, kinds).map { heading, kind in
            ColumnFrame(
                heading: Text(verbatim: heading), key: heading, width: 8...30,
                look: kind.isCalculated ? .text : .supplied)
        }
        frame = SheetFrame(
            name: FeedbackSheet.table(source.id).name, title: title,
            explanation: Text(
                nl: (whole.map { $0.nl + " " } ?? "")
                    + "Uw eigen rijen uit \(source.shownFile.nl), zoals u ze instuurde. Wat wij niet mogen bewaren, is met * bedekt.\(beyond.nl)",
                en: (whole.map { $0.en + " " } ?? "")
                    + "Your own rows of \(source.shownFile.en), as you sent them. What we may not keep is covered with *.\(beyond.en)"
            ),
            frozenColumns: FeedbackSheet.leadingColumns, closing: nil, columns: columns)
        var measure = WidthSink(columns: columns.count)
        for record in table.records.prefix(WidthSink.measuredRows) {
            for _ in 0..<FeedbackSheet.leadingColumns { measure.empty(nil) }
            for field in headings.indices { source.cells.withCell(Int(record), field) { measure.text($0, nil) } }
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
        for (part, sheet) in sheets.enumerated() {
            try writer.begin(sheet, frame, part: part, widths)
            var sink = SheetSink(sheet, writer.theme, row: SheetRange.firstRow)
            var faulty = FaultyCells(knownColumns)
            var notes = 0
            for line in extent.lines(ofPart: part) {
                let own = findings.of(table.records[line])
                try write(line, own, sheet, &sink, &words, &faulty, &notes)
                sink.nextRow()
            }
            let lines = extent.lines(ofPart: part).count
            if lines > 0 {
                let rows = SheetRange.firstRow...sink.row - 1
                try sheet.inputRule(correctionHint, for: CellRange(rows: rows, column: 1))
                try sheet.inputRule(answerHint, for: CellRange(rows: rows, column: 2))
            }
            try faulty.apply(to: sheet, feedback.lists, feedback.language, spent: 2)
            try writer.finish(sheet, frame, extent, part: part)
        }
    }

    private func write(
        _ line: Int, _ findings: [Int], _ sheet: Sheet, _ sink: inout SheetSink, _ words: inout RowWords,
        _ faulty: inout FaultyCells, _ notes: inout Int
    ) throws {
        let record = Int(table.records[line])
        var marks: [Int: Severity] = [:]
        let isOfAnother = contractField != nil && feedback.view.isOfAnother(table.place(line))
        let answers = table.source.remarks.answers(beside: table.records[line])
        let answer = answers.map(\.shown).joined(separator: "\n")
        if findings.isEmpty && !table.isSetAside[line] && !isOfAnother && !answers.contains(where: \.isFromCorrection) {
            if !answers.isEmpty {
                let lines = WrappedText.lines(answer, width: widths[2])
                try sheet.rowHeight(RowHeight.points(lines: lines), row: sink.row)
            }
            try sink.empty(nil)
        } else {
            let row = words.row(
                findings, isSetAside: table.isSetAside[line], isOfAnother: isOfAnother, answers)
            let lines = max(
                WrappedText.lines(row.text, width: widths[0]), WrappedText.lines(answer, width: widths[2]))
            try sheet.rowHeight(RowHeight.points(lines: lines), row: sink.row)
            try sink.text(row.text, row.severity.look)
            for position in findings {
                let finding = feedback.finding(position)
                guard let field = table.source.field(of: finding.place.column) else { continue }
                let isNew = marks[field] == nil
                marks[field] = max(marks[field] ?? .signal, finding.severity)
                guard isNew, headings.indices.contains(field) else { continue }
                if let column = finding.place.column.knownIndex { faulty.add(column, row: sink.row) }
                if notes < RowWords.notesPerSheet {
                    notes += 1
                    try sheet.note(
                        words.note(findings, at: finding.place.column), row: sink.row,
                        column: field + FeedbackSheet.leadingColumns)
                }
            }
            if isOfAnother, let contractField { marks[contractField] = max(marks[contractField] ?? .signal, .warning) }
        }
        try sink.empty(nil)
        // Nobody has to type an answer twice.
        if answer.isEmpty { try sink.empty(nil) } else { try sink.text(answer, nil) }
        try sink.decimal(Int64(table.source.cells.row(of: record)), decimals: 0, nil)
        for field in headings.indices {
            let look = marks[field].map { kinds[field].isCalculated ? $0.look : $0.textLook }
            try table.source.cells.withCell(record, field) { cell in
                if cell.isEmpty { try sink.empty(look) } else { try sink.text(cell, look) }
            }
        }
    }

    /// The columns of the definition, each at its place on the sheet; those that the file lacks are never faulty in a row.
    private var knownColumns: [FaultyCells.Column] {
        zip(table.source.facts.columns, table.source.fieldOfColumn).map { facts, field in
            FaultyCells.Column(facts: facts, position: max(0, field) + FeedbackSheet.leadingColumns)
        }
    }

    private var correctionHint: InputRule {
        let title = Text(nl: "Correctie", en: "Correction")
        let hint = Text(
            nl:
                "Eén gekleurde cel in de rij: schrijf de nieuwe waarde. Meer cellen: schrijf per cel 'kolom: waarde' op een "
                + "eigen regel. 'verwijderen' haalt de rij weg. U mag ook de cel zelf veranderen.",
            en:
                "One coloured cell in the row: write the new value. More cells: write 'kolom: waarde' (column: value) for each, "
                + "on a line of its own. 'verwijderen' removes the row. You may also change the cell itself.")
        return InputRule(.anything, promptTitle: title[feedback.language], prompt: hint[feedback.language])
    }

    private var answerHint: InputRule {
        let title = Text(nl: OriginalSubmissionForm.answerHeading, en: OriginalSubmissionForm.answerHeadingInEnglish)
        let hint = Text(
            nl:
                "Klopt wat er staat, of wilt u iets uitleggen? Schrijf het hier in uw eigen woorden. Uw contractmanager leest "
                + "het. Aan uw cijfers verandert niets.",
            en:
                "Is what you sent right, or do you want to explain something? Write it here in your own words. Your contract "
                + "manager reads it. Your figures do not change.")
        return InputRule(.anything, promptTitle: title[feedback.language], prompt: hint[feedback.language])
    }

    private static var leading: [ColumnFrame] {
        [
            ColumnFrame(
                heading: Text(verbatim: OriginalSubmissionForm.tasksHeading), key: "te repareren", width: 48...48,
                look: .wrapped),
            ColumnFrame(
                heading: Text(verbatim: OriginalSubmissionForm.correctionHeading), key: "correctie", width: 20...20,
                look: .correction),
            ColumnFrame(
                heading: Text(
                    nl: OriginalSubmissionForm.answerHeading, en: OriginalSubmissionForm.answerHeadingInEnglish),
                key: "uw antwoord", width: 22...22, look: .correction),
            ColumnFrame(
                heading: Text(nl: OriginalSubmissionForm.rowHeading, en: OriginalSubmissionForm.rowHeadingInEnglish),
                key: "rij",
                width: 7...11, look: .rowNumber),
        ]
    }
}

/// Adds the sheets with the supplier's own rows.
struct OwnRowsPreparation: TableVisitor {
    let feedback: Feedback
    private(set) var tasks: [SheetTask] = []
    var error: (any Error)?

    init(feedback: Feedback) { self.feedback = feedback }

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        guard error == nil, feedback.hasSheet(table.source.id) else { return }
        do { tasks.append(try SubmittedRowsSheet(feedback, table).prepare()) } catch { self.error = error }
    }
}
