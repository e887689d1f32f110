import DelimitedText
import SocialReturnModel
import WorksheetReading

/// What was first delivered, as the hidden sheet of the feedback keeps it.
struct OriginalSubmission {
    /// The submission's name.
    private(set) var submission = ""
    /// The files, with their SHA-256.
    private(set) var files: [(name: String, sha256: String)] = []
    /// The deliveries before it, the oldest first, each with its digest.
    private(set) var earlier: [(name: String, digest: String)] = []
    /// More corrections of one report than anybody makes.
    private static let longestChain = 100
    /// The changes between those deliveries and this one, in their order.
    private(set) var changes: [Corrections.EarlierChange] = []
    /// More changes than anybody makes by hand; what lies beyond is in the results of those corrections.
    static let mostChanges = 10_000
    /// The fingerprints of what this program wrote on the sheet to read first; nil when they are not known.
    private(set) var ownTexts: Set<String>?
    private let sheets: [DelimitedTable]
    private var records: [String: [RowLabel: Position]] = [:]
    /// The rows of each sheet in the order in which they were delivered; that of the headings comes first.
    private var order: [String: [RowLabel]] = [:]
    /// The columns that were added to be filled in, folded, by sheet.
    private var addedColumns: [String: Set<String>] = [:]
    /// The cells of the rows that were made ready and lack something, by sheet.
    private var proposals: [String: Set<[String: String]>] = [:]

    /// Where a record stands: on which part of the sheet, and there as which.
    private struct Position {
        let sheet: Int
        let record: Int
    }

    /// Reads the sheet, in its parts; nil when the first of them is not in the form that is known.
    init?(_ parts: [DelimitedTable]) {
        guard let first = parts.first, first.recordCount > 0, first.text(0, 0) == OriginalSubmissionForm.name else {
            return nil
        }
        sheets = parts
        for (part, cells) in parts.enumerated() {
            for record in (part == 0 ? 2 : 0)..<max(cells.recordCount, part == 0 ? 2 : 0) {
                let sheet = cells.text(record, 0)
                if sheet.isEmpty {
                    let texts =
                        (OriginalSubmissionForm
                        .textColumn..<max(
                            cells.fieldCount(of: record), OriginalSubmissionForm.textColumn + 1)).map {
                            cells.text(record, $0)
                        }
                    addFact(cells.text(record, 1), cells.text(record, 2), texts)
                } else if cells.text(record, 1) == OriginalSubmissionForm.addedColumn {
                    let name = FoldedName.fold(cells.text(record, OriginalSubmissionForm.textColumn))
                    addedColumns[FoldedName.fold(sheet), default: []].insert(name)
                } else if cells.text(record, 1) == OriginalSubmissionForm.proposal {
                    addProposal(cells.text(record, OriginalSubmissionForm.textColumn), on: FoldedName.fold(sheet))
                } else if let row = RowLabel(cells.text(record, 1)) {
                    let key = FoldedName.fold(sheet)
                    let position = Position(sheet: part, record: record)
                    if records[key, default: [:]].updateValue(position, forKey: row) == nil {
                        order[key, default: []].append(row)
                    }
                }
            }
        }
    }

    private mutating func addProposal(_ text: String, on sheet: String) {
        let record = DeliveredRecord(row: 0, bytes: Array(text.utf8))
        let pairs = stride(from: 0, to: record.fieldCount - 1, by: 2).map {
            (FoldedName.fold(record.text($0)), record.text($0 + 1))
        }
        proposals[sheet, default: []].insert(Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
    }

    /// The columns that the feedback added to the sheet called `sheet`, folded.
    func addedColumns(of sheet: String) -> Set<String> { addedColumns[FoldedName.fold(sheet)] ?? [] }

    /// Whether `cells`, the filled ones of a row by folded heading, are what was made ready on the sheet called `sheet`, and no more.
    func isProposal(_ cells: [String: String], on sheet: String) -> Bool {
        proposals[FoldedName.fold(sheet)]?.contains(cells) ?? false
    }

    private mutating func addFact(_ name: String, _ value: String, _ texts: [String]) {
        let text = texts[0]
        if name == OriginalSubmissionForm.submissionFact, submission.isEmpty {
            submission = Masking.safeHeading(value)
        } else if name == OriginalSubmissionForm.ownTextsFact {
            ownTexts = Set(texts.flatMap { $0.split(separator: " ") }.map(String.init))
        } else if name == OriginalSubmissionForm.earlierFact {
            guard value.utf8.count == 64, value.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
                earlier.count < Self.longestChain
            else { return }
            earlier.append((Masking.safeHeading(text), value))
        } else if name == OriginalSubmissionForm.changeFact {
            guard let round = Int(value), (1...Self.longestChain).contains(round), changes.count < Self.mostChanges,
                let change = Corrections.Change(DeliveredRecord(row: 0, bytes: Array(text.utf8)))
            else { return }
            changes.append(Corrections.EarlierChange(round: round, change: change))
        } else if value.utf8.count == 64, value.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) {
            // Anything else was typed in, and is not shown.
            files.append((Masking.safeHeading(name), value))
        }
    }

    /// The cells of the sheet to read first that this program did not write; none when it is not known what it wrote.
    func typed(on sheet: Worksheet) -> [String] { ownTexts.map { OwnTexts.typed(on: sheet, $0) } ?? [] }

    /// The tables that were delivered.
    var tables: [TableID] {
        TableID.submission.filter { order[FoldedName.fold(AllTables.facts($0).sheetName)] != nil }
    }

    /// The rows below the headings of the sheet called `sheet`, in the order in which they were delivered.
    func rows(of sheet: String) -> [RowLabel] { Array((order[FoldedName.fold(sheet)] ?? []).dropFirst()) }

    /// The headings of the sheet called `sheet`.
    func headings(of sheet: String) -> DeliveredRecord? {
        order[FoldedName.fold(sheet)]?.first.flatMap { record(sheet, row: $0) }
    }

    /// The sheet called `sheet` as the feedback shows it, with nothing filled in; nil when it was not delivered, or without rows.
    ///
    /// - Throws: ``DelimitedTextError/tooLarge(bytes:)``.
    func feedbackSheet(_ sheet: String) throws(DelimitedTextError) -> DelimitedTable? {
        guard let headings = headings(of: sheet), !rows(of: sheet).isEmpty else { return nil }
        var builder = TableBuilder()
        let leading = OriginalSubmissionForm.leadingHeadings.compactMap(\.first)
        for text in leading { try builder.append(text) }
        for field in 0..<headings.fieldCount { try builder.append(headings.text(field)) }
        builder.endRecord(row: OriginalSubmissionForm.headingRow + 1)
        for (index, row) in rows(of: sheet).enumerated() {
            guard let record = record(sheet, row: row) else { continue }
            for position in leading.indices { try builder.append(position == leading.count - 1 ? row.text : "") }
            for field in 0..<record.fieldCount { try builder.append(record.text(field)) }
            builder.endRecord(row: OriginalSubmissionForm.firstRow + index + 1)
        }
        return builder.finish()
    }

    /// The record on `row` of the sheet called `sheet`; nil when there was none.
    func record(_ sheet: String, row: RowLabel) -> DeliveredRecord? {
        guard let position = records[FoldedName.fold(sheet)]?[row] else { return nil }
        let cells = sheets[position.sheet]
        var bytes: [UInt8] = []
        for field in OriginalSubmissionForm
            .textColumn..<max(cells.fieldCount(of: position.record), OriginalSubmissionForm.textColumn + 1)
        {
            cells.withCell(position.record, field) { bytes.append(contentsOf: $0) }
        }
        let marks = cells.text(position.record, 2).split(separator: OriginalSubmissionForm.markSeparator)
        let errors =
            marks.contains { $0 == OriginalSubmissionForm.afterErrors }
            ? marks.prefix { $0 != OriginalSubmissionForm.afterErrors } : []
        return DeliveredRecord(
            row: row, bytes: bytes, marked: marks.compactMap { Int($0) }, errors: errors.compactMap { Int($0) })
    }
}

/// A record as it was first delivered.
struct DeliveredRecord {
    /// Its row in the delivery.
    let row: RowLabel
    /// The fields that were marked in the feedback, from 0.
    let marked: [Int]
    /// Those of them that hold an error, where others do not.
    let errors: [Int]
    /// The fields, one behind the other.
    private let bytes: [UInt8]
    /// Where each field ends in ``bytes``.
    private let ends: [Int]

    init(row: RowLabel, bytes: [UInt8], marked: [Int] = [], errors: [Int] = []) {
        self.row = row
        self.marked = marked
        self.errors = errors
        var (fields, ends): ([UInt8], [Int]) = ([], [])
        fields.reserveCapacity(bytes.count)
        var isEscaped = false
        for byte in bytes {
            if isEscaped || byte != OriginalSubmissionForm.escape && byte != OriginalSubmissionForm.separator {
                fields.append(byte)
                isEscaped = false
            } else if byte == OriginalSubmissionForm.escape {
                isEscaped = true
            } else {
                ends.append(fields.count)
            }
        }
        self.bytes = fields
        self.ends = ends + [fields.count]
    }

    /// How many fields it had.
    var fieldCount: Int { ends.count }

    private func bytes(of field: Int) -> ArraySlice<UInt8> {
        guard ends.indices.contains(field) else { return [] }
        return bytes[(field == 0 ? 0 : ends[field - 1])..<ends[field]]
    }

    /// The text of a field; empty beyond the end.
    func text(_ field: Int) -> String { String(decoding: bytes(of: field), as: UTF8.self) }

    /// Whether `cell` is what the sheet with the rows shows of a field: all of it, or as much as a cell holds.
    func isShown(_ field: Int, as cell: UnsafeBufferPointer<UInt8>) -> Bool {
        let own = bytes(of: field)
        if own.elementsEqual(cell) { return true }
        // There are never more UTF-16 units than bytes.
        guard own.count > OriginalSubmissionForm.longestCell, cell.count < own.count, own.starts(with: cell) else {
            return false
        }
        return String(decoding: cell, as: UTF8.self).utf16.count >= OriginalSubmissionForm.longestCell - 1
    }
}
