import Intake
import Rules
import SocialReturnModel
import Spreadsheets

/// The sheet with the rows of one file as the supplier delivered them, behind what to mend and a place for the correction.
struct OwnRowsSheet<Row: TableRow>: Sendable {
    private let feedback: Feedback
    private let table: TableData<Row>
    /// The headings of the file, as written.
    private let headings: [String]
    private let widths: [Double]
    private let frame: SheetFrame
    private let ruleNames: [String]

    /// How many findings of one rule are shown with all their words; what comes after has the rule's name, so that a file full of
    /// errors costs no more than its rows.
    private static var fullWordsPerRule: Int { FindingSelection.standardLimit }
    /// How many findings of one row are shown.
    private static var findingsPerRow: Int { 6 }

    init(_ feedback: Feedback, _ table: TableData<Row>) {
        self.feedback = feedback
        self.table = table
        ruleNames = Catalogue.all.map { $0.facts.name[feedback.language] }
        let source = table.source
        let header = source.headerRecord
        let fields = max(
            header >= 0 ? source.cells.fieldCount(of: header) : 0,
            table.records.prefix(WidthSink.measuredRows).map { source.cells.fieldCount(of: Int($0)) }.max() ?? 0)
        var names = DistinctHeadings(taken: Self.leading.flatMap { [$0.heading.nl, $0.heading.en] })
        headings = (0..<min(fields, DistinctHeadings.mostColumns)).map { field in
            let text =
                header >= 0
                ? source.cells.text(header, field).split(whereSeparator: \.isNewline).joined(separator: " ") : ""
            return names.name(for: text.allSatisfy(\.isWhitespace) ? "kolom \(field + 1)" : text)
        }
        let title = Row.table.facts.title
        let whole = feedback.assessment.tablesSetAside.first { $0.table == source.id }?.sentence
        var columns = OwnRowsSheet<Row>.leading
        columns += headings.map { ColumnFrame(heading: Text(verbatim: $0), key: $0, width: 8...30, look: .text) }
        frame = SheetFrame(
            name: FeedbackSheet.table(source.id).name, title: title,
            explanation: Text(
                nl: (whole.map { $0.nl + " " } ?? "")
                    + "Uw eigen rijen uit \(source.shownFile.nl), zoals u ze instuurde. Wat wij niet mogen bewaren, is met * bedekt.",
                en: (whole.map { $0.en + " " } ?? "")
                    + "Your own rows of \(source.shownFile.en), as you sent them. What we may not keep is covered with *."
            ),
            frozenColumns: 3, closing: nil, columns: columns)
        var measure = WidthSink(columns: columns.count)
        for record in table.records.prefix(WidthSink.measuredRows) {
            for _ in 0..<FeedbackSheet.leadingColumns { measure.empty(nil) }
            for field in headings.indices { source.cells.withCell(Int(record), field) { measure.text($0, nil) } }
            measure.nextRow()
        }
        widths = frame.widths(fitting: measure.widths, feedback.language)
    }

    /// Adds the sheet, on as many parts as the rows need; it is written when the result runs.
    func prepare() throws -> SheetTask {
        let sheets = try feedback.writer.add(feedback.extent(table))
        return SheetTask(size: table.rows.count * frame.columns.count) { try write(to: sheets) }
    }

    private func write(to sheets: [Sheet]) throws {
        let writer = feedback.writer
        let extent = feedback.extent(table)
        var findings = feedback.findings.lazy.filter { feedback.finding($0).place.table == table.source.id }
            .makeIterator()
        var next = findings.next()
        var described = [Int](repeating: 0, count: ruleNames.count)
        for (part, sheet) in sheets.enumerated() {
            try writer.begin(sheet, frame, part: part, widths)
            var sink = SheetSink(sheet, writer.theme, row: SheetExtent.firstRow)
            for line in extent.lines(ofPart: part) {
                let record = table.records[line]
                var own: [Int] = []
                while let position = next, feedback.finding(position).place.record <= record {
                    if feedback.finding(position).place.record == record { own.append(position) }
                    next = findings.next()
                }
                try write(line, own, sheet, &sink, &described)
                sink.nextRow()
            }
            try writer.finish(sheet, frame, extent, part: part)
        }
    }

    private func write(
        _ line: Int, _ findings: [Int], _ sheet: Sheet, _ sink: inout SheetSink, _ described: inout [Int]
    ) throws {
        let record = Int(table.records[line])
        var marks: [Int: Severity] = [:]
        if findings.isEmpty {
            try sink.empty(nil)
        } else {
            let text = tasks(findings, &described)
            try sheet.rowHeight(RowHeight.points(lines: WrappedText.lines(text, width: widths[0])), row: sink.row)
            let worst = findings.map { feedback.finding($0).severity }.max() ?? .signal
            try sink.text(text, worst.look)
            for position in findings {
                let finding = feedback.finding(position)
                guard let field = table.source.field(of: finding.place.column) else { continue }
                marks[field] = max(marks[field] ?? .signal, finding.severity)
            }
        }
        try sink.empty(nil)
        try sink.decimal(Int64(table.source.cells.row(of: record)), decimals: 0, nil)
        for field in headings.indices {
            let look = marks[field].map(\.look)
            try table.source.cells.withCell(record, field) { cell in
                if cell.isEmpty { try sink.empty(look) } else { try sink.text(cell, look) }
            }
        }
    }

    /// What to do about the findings of a row, one line each.
    private func tasks(_ findings: [Int], _ described: inout [Int]) -> String {
        let language = feedback.language
        var lines: [String] = []
        for position in findings.prefix(Self.findingsPerRow) {
            let finding = feedback.finding(position)
            let rule = Int(finding.rule)
            described[rule] += 1
            let column = table.source.name(of: finding.place.column).map { " \($0)" } ?? ""
            if described[rule] <= Self.fullWordsPerRule {
                let shown = feedback.assessment.describe(finding, language)
                lines.append("\(finding.severity.task[language])\(column): \(shown.message) \(shown.remedy)")
            } else {
                lines.append("\(finding.severity.task[language])\(column): \(ruleNames[rule])")
            }
        }
        let rest = findings.count - Self.findingsPerRow
        if rest > 0 { lines.append(language == .dutch ? "… en nog \(rest)" : "… and \(rest) more") }
        return lines.joined(separator: "\n")
    }

    private static var leading: [ColumnFrame] {
        [
            ColumnFrame(heading: Text(verbatim: "Te repareren"), key: "te repareren", width: 60...60, look: .wrapped),
            ColumnFrame(heading: Text(verbatim: "Correctie"), key: "correctie", width: 24...24, look: .wrapped),
            ColumnFrame(heading: Text(nl: "Rij", en: "Row"), key: "rij", width: 7...11, look: .rowNumber),
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
        do { tasks.append(try OwnRowsSheet(feedback, table).prepare()) } catch { self.error = error }
    }
}
