import Assessments
import Intake
import SocialReturnModel
import Spreadsheets

/// *Eerste levering*, hidden: every record as it was delivered, as far as it may be kept, so that the workbook that comes back tells by
/// itself what was changed.
///
/// ``OriginalSubmissionForm`` tells how.
struct OriginalSubmissionSheet: Sendable {
    private let feedback: Feedback
    private let recordCount: Int
    /// The fingerprints of the texts on the sheet to read first, each once.
    private let ownTexts: [String]

    private static let headingRow = 1

    init(_ feedback: Feedback, ownTexts: [String]) {
        self.feedback = feedback
        self.ownTexts = Set(ownTexts.map(OwnTexts.fingerprint)).sorted()
        var counter = RecordCounter(feedback: feedback)
        feedback.assessment.submission.forEachTable(&counter)
        recordCount = counter.count + feedback.proposals.count + feedback.addedColumns.count
    }

    /// Adds the sheet, on as many parts as the records need; it is written when the result runs.
    func prepare() throws -> SheetTask {
        let facts =
            Self.files(of: feedback.assessment.submission).count + feedback.chain.count + feedback.changes.count + 2
        let rows = feedback.writer.sheetRows
        let firstPart = max(0, rows - Self.headingRow - 1 - facts)
        let parts = 1 + (max(0, recordCount - firstPart) + rows - 1) / rows
        let name = FeedbackSheet.originalSubmission.name
        let sheets = try (0..<parts).map { part in
            let sheet = try feedback.writer.addSheet(part == 0 ? name : "\(name) (\(part + 1))")
            sheet.hide()
            try sheet.print(feedback.writer.printSetup())
            return sheet
        }
        return SheetTask(size: 3 * recordCount) { try write(to: sheets) }
    }

    /// The files that came in; sheets of a workbook have no digest of their own.
    private static func files(of submission: Submission) -> [SubmissionFileFacts] {
        submission.files.filter { $0.sheet == nil }
    }

    private func write(to sheets: [Sheet]) throws {
        var output = RecordOutput(sheets)
        try output.sheet.text(OriginalSubmissionForm.name, row: 0, column: 0)
        for (column, heading) in OriginalSubmissionForm.headings.enumerated() {
            try output.sheet.text(heading, row: Self.headingRow, column: column)
        }
        output.row = Self.headingRow + 1
        let submission = feedback.assessment.submission
        try output.fact(OriginalSubmissionForm.submissionFact, submission.name)
        for file in Self.files(of: submission) { try output.fact(file.name, file.sha256) }
        try output.ownTexts(ownTexts)
        for (name, digest) in feedback.chain { try output.earlier(name, digest) }
        for change in feedback.changes { try output.change(change) }
        var tables = RecordWriter(feedback: feedback, output: output)
        submission.forEachTable(&tables)
        if let error = tables.error { throw error }
        for (table, row) in feedback.proposals { try tables.output.proposal(row, of: table) }
        for (table, name) in feedback.addedColumns { try tables.output.addedColumn(name, of: table) }
    }
}

/// Writes rows, on the next part where one is full.
private struct RecordOutput {
    private let sheets: [Sheet]
    private var part = 0
    private var bytes: [UInt8] = []
    var row = 0

    init(_ sheets: [Sheet]) { self.sheets = sheets }

    var sheet: Sheet { sheets[part] }

    mutating func fact(_ name: String, _ value: String) throws {
        try nextSheetIfFull()
        try sheet.text(name, row: row, column: 1)
        try sheet.text(value, row: row, column: 2)
        row += 1
    }

    mutating func ownTexts(_ prints: [String]) throws {
        try nextSheetIfFull()
        bytes = Array(prints.joined(separator: " ").utf8)
        try textOfRecord()
        try fact(OriginalSubmissionForm.ownTextsFact, "")
    }

    mutating func earlier(_ name: String, _ digest: String) throws {
        try nextSheetIfFull()
        try sheet.text(name, row: row, column: OriginalSubmissionForm.textColumn)
        try fact(OriginalSubmissionForm.earlierFact, digest)
    }

    mutating func change(_ earlier: Corrections.EarlierChange) throws {
        try nextSheetIfFull()
        bytes.removeAll(keepingCapacity: true)
        for (position, field) in earlier.change.fields.enumerated() {
            if position > 0 { bytes.append(OriginalSubmissionForm.separator) }
            append(Array(field.utf8))
        }
        try textOfRecord()
        try fact(OriginalSubmissionForm.changeFact, String(earlier.round))
    }

    mutating func record(
        _ record: Int, of table: SourceTable, on name: String, marked: (errors: [Int], others: [Int]) = ([], [])
    ) throws {
        try nextSheetIfFull()
        try sheet.text(name, row: row, column: 0)
        let label = table.label(of: record)
        if label.sheet == nil {
            try sheet.number(Double(label.number), row: row, column: 1)
        } else {
            try sheet.text(label.text, row: row, column: 1)
        }
        if !marked.errors.isEmpty || !marked.others.isEmpty {
            // Where all are of one kind, none goes before another.
            let isMixed = !marked.errors.isEmpty && !marked.others.isEmpty
            let between = isMixed ? [OriginalSubmissionForm.afterErrors] : []
            let marks = marked.errors.map(String.init) + between + marked.others.map(String.init)
            let numbers = marks.joined(separator: String(OriginalSubmissionForm.markSeparator))
            try sheet.text(numbers, row: row, column: 2)
        }
        bytes.removeAll(keepingCapacity: true)
        for field in 0..<table.cells.fieldCount(of: record) {
            if field > 0 { bytes.append(OriginalSubmissionForm.separator) }
            table.cells.withCell(record, field) { append($0) }
        }
        try textOfRecord()
        row += 1
    }

    /// Writes the text that was put together, on as many cells as it needs.
    private func textOfRecord() throws {
        let limit = OriginalSubmissionForm.longestText
        if CellText.surelyFits(bytes: bytes.count, limit: limit) {
            try bytes.withUnsafeBufferPointer {
                try sheet.text($0, row: row, column: OriginalSubmissionForm.textColumn)
            }
        } else {
            let parts = CellText.parts(of: String(decoding: bytes, as: UTF8.self), limit: limit)
            for (index, text) in parts.enumerated() {
                try sheet.text(text, row: row, column: OriginalSubmissionForm.textColumn + index)
            }
        }
    }

    /// A row that was made ready and lacks something: left as it is, it was not filled in.
    mutating func proposal(_ row: OpenPlaces.Row, of table: TableID) throws {
        try nextSheetIfFull()
        try sheet.text(FeedbackSheet.table(table).name, row: self.row, column: 0)
        try sheet.text(OriginalSubmissionForm.proposal, row: self.row, column: 1)
        bytes.removeAll(keepingCapacity: true)
        let columns = AllTables.facts(table).columns
        for (index, value) in row.cells.sorted(by: { $0.key < $1.key }) {
            for text in [columns[index].name, value] {
                if !bytes.isEmpty { bytes.append(OriginalSubmissionForm.separator) }
                append(Array(text.utf8))
            }
        }
        try bytes.withUnsafeBufferPointer {
            try sheet.text($0, row: self.row, column: OriginalSubmissionForm.textColumn)
        }
        self.row += 1
    }

    /// A column that was added to be filled in.
    mutating func addedColumn(_ name: String, of table: TableID) throws {
        try nextSheetIfFull()
        try sheet.text(FeedbackSheet.table(table).name, row: row, column: 0)
        try sheet.text(OriginalSubmissionForm.addedColumn, row: row, column: 1)
        try sheet.text(name, row: row, column: OriginalSubmissionForm.textColumn)
        row += 1
    }

    private mutating func append(_ text: [UInt8]) { text.withUnsafeBufferPointer { append($0) } }

    private mutating func append(_ cell: UnsafeBufferPointer<UInt8>) {
        func isSpecial(_ byte: UInt8) -> Bool {
            byte == OriginalSubmissionForm.separator || byte == OriginalSubmissionForm.escape
        }
        guard cell.contains(where: isSpecial) else { return bytes.append(contentsOf: cell) }
        for byte in cell {
            if isSpecial(byte) { bytes.append(OriginalSubmissionForm.escape) }
            bytes.append(byte)
        }
    }

    private mutating func nextSheetIfFull() throws {
        guard row >= sheet.maximumRows, part + 1 < sheets.count else { return }
        part += 1
        row = 0
    }
}

/// Counts the records that stand on the sheet.
private struct RecordCounter: TableVisitor {
    let feedback: Feedback
    var count = 0

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        guard feedback.hasSheet(table.source.id) else { return }
        count += table.rows.count + (table.source.headerRecord >= 0 ? 1 : 0)
    }
}

/// Writes the records of each table: its headings, then its rows.
private struct RecordWriter: TableVisitor {
    let feedback: Feedback
    var output: RecordOutput
    var error: (any Error)?

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        guard error == nil, feedback.hasSheet(table.source.id) else { return }
        let name = FeedbackSheet.table(table.source.id).name
        do {
            if table.source.headerRecord >= 0 {
                try output.record(table.source.headerRecord, of: table.source, on: name)
            }
            var findings = RowFindings(feedback, on: table.source.id)
            for line in table.rows.indices {
                let marked = feedback.markedFields(findings.of(table.records[line]), table.place(line), table.source)
                try output.record(Int(table.records[line]), of: table.source, on: name, marked: marked)
            }
        } catch { self.error = error }
    }
}
