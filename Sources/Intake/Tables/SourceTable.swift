import DelimitedText
import SocialReturnModel
import WorksheetReading

/// The file behind a table: its cells as they were written, with what may not be shown already masked, and how its columns
/// were recognised.
public struct SourceTable: Sendable {
    /// The table it was read as.
    public let id: TableID
    /// The file's name as it may be shown.
    public let fileName: String
    /// The sheet it stands on; nil for a file of text.
    public let sheet: SheetDescriptor?
    /// SHA-256 of the file as it came in, in hexadecimal; empty for text from standard input that was not kept.
    public let sha256: String
    /// The file's size in bytes.
    public let byteCount: Int
    /// The cells. A refused value is overwritten here, before anything else reads it.
    public internal(set) var cells: DelimitedTable
    /// The record with the headings; -1 when the file has none.
    public var headerRecord: Int { region.header }
    /// The records with a value that were taken for titles: those above the headings, and above those of each sheet on which the table goes on.
    public var titleRecords: [Int] {
        let records = region.titles.filter { $0 != headerRecord } + region.titlesWithin.sorted()
        return records.filter { $0 < cells.recordCount && !cells.isBlank($0) }
    }

    /// The values of `record` as they were written, as far as they may be shown, without the empty ones.
    public func title(_ record: Int) -> String {
        (0..<cells.fieldCount(of: record)).map { cells.text(record, $0).trimmingBlanks }.filter { !$0.isEmpty }
            .joined(separator: " | ")
    }

    /// The files whose rows were added behind those of the first, by the first record of each.
    private let furtherFiles: [(record: Int, name: String)]

    /// The name of the file with `record`, as it may be shown.
    public func fileName(of record: Int) -> String { furtherFiles.last { $0.record <= record }?.name ?? fileName }

    /// The sheet or file on which the table goes on with `record`; nil for the first.
    func furtherPart(of record: Int) -> String? {
        let file = furtherFiles.last { $0.record <= record }?.name
        guard let sheet else { return file }
        let part = sheet.furtherPart(of: record)
        return file.map { "\($0), \(part ?? sheet.name)" } ?? part
    }

    /// Whether its rows stood on several sheets or in several files, in each of which numbers begin anew.
    public var isOnSeveralSheets: Bool { !(sheet?.furtherParts.isEmpty ?? furtherFiles.isEmpty) }

    /// Whether its rows stood in several files.
    public var isInSeveralFiles: Bool { !furtherFiles.isEmpty }

    /// The row of `record` in words, with its sheet or file where the table has several: `rij 3`, `rij 3 van blad Inzet april`.
    public func rowName(of record: Int) -> Text {
        let number = rowNumber(of: record)
        return Text(nl: "rij \(number.nl)", en: "row \(number.en)")
    }

    /// What stands behind the word for a row in its name: `3`, `3 van blad Inzet april`.
    public func rowNumber(of record: Int) -> Text {
        let row = cells.row(of: record)
        guard isOnSeveralSheets else { return Text(verbatim: "\(row)") }
        guard let part = sheetName(of: record) else {
            return Text(nl: "\(row) van \(fileName(of: record))", en: "\(row) of \(fileName(of: record))")
        }
        let words = Text(nl: "\(row) van blad \(part)", en: "\(row) of sheet \(part)")
        guard isInSeveralFiles else { return words }
        let file = fileName(of: record)
        return Text(nl: "\(words.nl) in \(file)", en: "\(words.en) in \(file)")
    }

    /// The part of the cells that is this table.
    let region: TableRegion
    /// The field of the file that holds each column of the definition; -1 when the file lacks it.
    public let fieldOfColumn: [Int]
    /// The columns that the definition does not know, in the file's order.
    public internal(set) var extraColumns: [ExtraColumn]
    /// The columns that were found by a heading that the register lays down, in the file's order.
    public let ownHeadings: [OwnHeading]
    /// The columns of the cover, when it is read from the same rows. References count them behind ``extraColumns``.
    let coverColumns: [CoverColumn]
    /// What was changed to read values, counted by column and kind.
    public internal(set) var repairs: RepairCounts

    /// What the supplier said beside the rows, when the table is of feedback that came back.
    public internal(set) var remarks = Remarks()

    /// The row in the delivery before of each record that was one, when the table is of feedback that came back.
    public internal(set) var deliveredRows: [Int32: Int]?

    /// The cells of `file`, read as a table of `facts` by the headings that were found.
    init(
        _ cells: DelimitedTable, _ facts: TableFacts, _ region: TableRegion, _ headings: HeadingMap,
        of file: SourceFile,
        on sheet: SheetDescriptor?
    ) {
        id = facts.id
        fileName = file.shownName
        furtherFiles = file.furtherParts
        self.sheet = sheet
        sha256 = file.sha256
        byteCount = file.byteCount
        self.cells = cells
        self.region = region
        fieldOfColumn = headings.fieldOfColumn
        extraColumns = headings.extraColumns
        coverColumns = headings.coverColumns
        ownHeadings = headings.ownHeadings
        repairs = RepairCounts(columns: facts.columns.count)
    }

    /// The definition's facts.
    public var facts: TableFacts { AllTables.facts(id) }

    /// Whether `record` of a file of text has more fields than there are headings, with something in them.
    func hasFieldsBeyondHeadings(_ record: Int) -> Bool {
        guard sheet == nil, headerRecord >= 0 else { return false }
        let (expected, found) = (cells.fieldCount(of: headerRecord), cells.fieldCount(of: record))
        return found > expected && !(expected..<found).allSatisfy { cells.isBlank(record, $0) }
    }

    /// The file's name, with the sheet's: `sjabloon.xlsx, blad Inzet`.
    public var shownFile: Text { SheetLabel.text(file: fileName, sheet: sheet?.name) }

    /// The name of the file with `record`, with the sheet's.
    public func shownFile(of record: Int) -> Text {
        SheetLabel.text(file: fileName(of: record), sheet: sheetName(of: record))
    }

    /// The sheet with `record`; nil in a file of text.
    public func sheetName(of record: Int) -> String? { sheet.map { $0.furtherPart(of: record) ?? $0.name } }

    /// The physical line on which `record` begins; nil on a sheet, which has none.
    public func line(of record: Int) -> Int? { sheet == nil ? cells.line(of: record) : nil }

    /// `place` as formulas write it: the cell `Inzet!F14`, or else the row `Inzet!14:14` or the column `Inzet!F:F`; nil for a whole table
    /// and for a file of text.
    public func address(of place: Place) -> String? {
        guard let sheet else { return nil }
        let column =
            switch place.column {
            case .answer: sheet.answerColumn.map(CellAddress.letters)
            case .correction: sheet.correctionColumn.map(CellAddress.letters)
            default: field(of: place.column).flatMap(sheet.letters)
            }
        let name = sheet.nameInFormulas(of: Int(place.record))
        let row = place.isInRow ? "\(cells.row(of: Int(place.record)))" : nil
        switch (column, row) {
        case (let column?, let row?): return "\(name)!\(column)\(row)"
        case (nil, let row?): return "\(name)!\(row):\(row)"
        case (let column?, nil): return "\(name)!\(column):\(column)"
        case (nil, nil): return nil
        }
    }

    /// Whether the file is text. One that is not has no rows, whatever was reported in it.
    public var isReadable: Bool {
        if case .unreadable = cells.detection.encoding { false } else { true }
    }

    /// Whether the columns are lined up with blanks, and parted by no sign: a list as programs print it.
    var isFixedWidth: Bool {
        guard cells.detection.separator.basis == .unclear, sheet == nil else { return false }
        var lined = 0
        for record in 0..<min(cells.recordCount, 40) where cells.fieldCount(of: record) == 1 {
            let words = cells.withCell(record, 0) { cell in
                // Words with two blanks or more between them.
                var (runs, blanks, isInWord) = (0, 2, false)
                for byte in cell {
                    if byte == 0x20 {
                        blanks += 1
                        isInWord = isInWord && blanks < 2
                    } else {
                        if !isInWord, blanks >= 2 { runs += 1 }
                        (isInWord, blanks) = (true, 0)
                    }
                }
                return runs
            }
            lined += words >= 3 ? 1 : 0
        }
        return lined >= 2
    }

    /// The field that holds `column`; nil when the file lacks it.
    public func field(of column: ColumnReference) -> Int? {
        if let index = column.knownIndex { return fieldOfColumn[index] >= 0 ? fieldOfColumn[index] : nil }
        return column.extraIndex.flatMap { index in
            if extraColumns.indices.contains(index) { return extraColumns[index].field }
            let index = index - extraColumns.count
            return coverColumns.indices.contains(index) ? coverColumns[index].field : nil
        }
    }

    /// The name of `column` as the definition or the file has it; nil for none.
    public func name(of column: ColumnReference) -> String? {
        if let index = column.knownIndex { return facts.columns[index].name }
        if column == .answer { return OriginalSubmissionForm.answerHeading }
        if column == .correction { return OriginalSubmissionForm.correctionHeading }
        return column.extraIndex.flatMap { index in
            if extraColumns.indices.contains(index) { return extraColumns[index].heading }
            let index = index - extraColumns.count
            return coverColumns.indices.contains(index) ? coverColumns[index].heading : nil
        }
    }

    /// The heading above the column at `index` of the definition, as it was written and may be shown; its name where the file lacks it.
    public func heading(of index: Int) -> String {
        guard fieldOfColumn.indices.contains(index) else { return "" }
        guard headerRecord >= 0, fieldOfColumn[index] >= 0 else { return facts.columns[index].name }
        return Masking.safeHeading(cells.text(headerRecord, fieldOfColumn[index]).trimmingBlanks)
    }

    /// What a column without a heading is called, before its number.
    public static let unheaded = "kolom "

    /// The column that `field` of the file is; none where it stands under no heading.
    func column(ofField field: Int) -> ColumnReference {
        if let index = fieldOfColumn.firstIndex(of: field) { return .known(index) }
        return extraColumns.firstIndex { $0.field == field }.map(ColumnReference.extra) ?? .none
    }

    /// The columns by their headings, to the letter; the first of several with one heading.
    var columnsByHeading: [String: ColumnReference] {
        guard headerRecord >= 0 else { return [:] }
        let known = fieldOfColumn.enumerated().filter { $1 >= 0 }.map { ($1, ColumnReference.known($0)) }
        let extra = extraColumns.enumerated().map { ($1.field, ColumnReference.extra($0)) }
        return Dictionary(
            (known + extra).sorted { $0.0 < $1.0 }.map { (cells.text(headerRecord, $0), $1) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The text that stands at `place` as it may be shown; nil when the place is not a cell of the file.
    public func text(at place: Place) -> String? {
        guard place.isInRow, let field = field(of: place.column) else { return nil }
        return cells.text(Int(place.record), field)
    }

    /// Whether the cell at `place` is empty, or says in the way of its column that there is nothing: `n.v.t.`, `-`.
    public func isNothing(at place: Place) -> Bool {
        guard place.isInRow, let field = field(of: place.column) else { return true }
        return cells.withTrimmedCell(Int(place.record), field) { cell in
            guard !cell.isEmpty, let column = place.column.knownIndex else { return cell.isEmpty }
            return NullMarker.isOne(cell, in: facts.columns[column].kind)
        }
    }

    /// The text of a cell that a row refers to.
    public func text(_ cell: TextCell) -> String {
        cell.isEmpty ? "" : cells.withAllBytes { String(decoding: $0[cell.range], as: UTF8.self) }
    }

    /// The cells of `record` as they were written, as far as they may be shown, separated by ` | `.
    public func recordText(_ record: Int32) -> String {
        (0..<cells.fieldCount(of: Int(record))).map { cells.text(Int(record), $0) }.joined(separator: " | ")
    }
}

/// A column that the definition does not know. It is carried along as it is.
public struct ExtraColumn: Sendable, Hashable {
    /// The field of the file.
    public let field: Int
    /// The heading as written; a refused heading is not personal data and is kept.
    public let heading: String
    /// The identifier that the heading announces, which a rule can check.
    public let identifier: OrganisationIdentifier?
    /// Whether the column's values were refused and masked.
    public internal(set) var isRefused: Bool
}

/// A column that was found by a heading of the supplier's own, which `kolommen.csv` of the register lays down.
public struct OwnHeading: Sendable, Hashable {
    /// The position of the column in the table's definition.
    public let column: Int
    /// The heading as written, as it may be shown.
    public let heading: String
}

/// Identifiers of organisations and contracts that a file may bring along in a column of its own.
public enum OrganisationIdentifier: Sendable, Hashable, CaseIterable {
    case establishment, rsin, oin, vat, cpv, kvk

    /// The identifier that a heading announces, by its last word: `btw-id`, `opdrachtgever_oin`.
    init?(heading: String) {
        let folded = FoldedName.fold(heading)
        switch true {
        case folded.hasSuffix("vestigingsnummer"): self = .establishment
        case folded.hasSuffix("rsin"): self = .rsin
        case folded.hasSuffix("oin"): self = .oin
        case folded.hasSuffix("btwid"), folded.hasSuffix("btwnummer"), folded.hasSuffix("btwnr"): self = .vat
        case folded.hasSuffix("cpv"), folded.hasSuffix("cpvcode"): self = .cpv
        case folded.hasSuffix("kvk"), folded.hasSuffix("kvknummer"): self = .kvk
        default: return nil
        }
    }
}

/// What was changed to read the values of a table, counted by column and kind.
public struct RepairCounts: Sendable, Hashable {
    private var counts: [Int32]

    init(columns: Int) {
        counts = Array(repeating: 0, count: columns * Repairs.kinds)
    }

    mutating func count(_ repairs: Repairs, column: Int) {
        var bits = repairs.rawValue
        while bits != 0 {
            counts[column * Repairs.kinds + bits.trailingZeroBitCount] += 1
            bits &= bits - 1
        }
    }

    /// The number of repairs of `kind` in the column at `column` of the definition.
    public func count(of kind: Repairs, column: Int) -> Int {
        Int(counts[column * Repairs.kinds + kind.rawValue.trailingZeroBitCount])
    }

    /// The number of repairs of all kinds.
    public var total: Int { counts.reduce(0) { $0 + Int($1) } }
}

extension Repairs {
    /// The number of kinds that fit.
    static var kinds: Int { RawValue.bitWidth }
}
