import Plumbing

/// The records and cells of one delimited text file.
///
/// Every record is a row of a spreadsheet. Lines with nothing on them are rows too, but no records. Cells hold valid
/// UTF-8 without the quotes around them, and without blanks outside those quotes. Otherwise they are as written: an
/// unquoted field keeps its blanks.
///
/// All cells lie one after the other in one run of bytes, so that a table of two million cells is four arrays.
public struct DelimitedTable: Sendable {
    /// How the file was read, and why so.
    public let detection: Detection
    /// The structural damage of the file, in order of line.
    public let damages: [Damage]

    /// The contents of all cells.
    @usableFromInline internal var bytes: [UInt8]
    /// Where each field ends.
    @usableFromInline internal let fieldEnds: FieldEnds
    /// The records in order, and one more that begins where the last one ends.
    @usableFromInline internal let records: RecordStarts
    /// The records recovered from a runaway quote, ascending.
    private let damagedRecords: [UInt32]

    init(
        detection: Detection, damages: [Damage], bytes: [UInt8], fieldEnds: FieldEnds, records: RecordStarts,
        damagedRecords: [UInt32]
    ) {
        precondition(records.last.map { Int($0.firstField) } == fieldEnds.count, "Fields outside the records.")
        self.detection = detection
        self.damages = damages
        self.bytes = bytes
        self.fieldEnds = fieldEnds
        self.records = records
        self.damagedRecords = damagedRecords
    }

    /// The bytes that can part the values of a record, in the order in which they are looked for: `;`, `,`, the tab and `|`.
    public static let separators: [UInt8] = [Byte.semicolon, Byte.comma, Byte.tab, Byte.pipe]

    /// A table without records.
    public static let empty = TableBuilder().finish()

    /// How many records the file has.
    @inlinable public var recordCount: Int { records.count - 1 }

    /// How many fields all records have together.
    public var fieldCountOfAll: Int { fieldEnds.count }

    /// Whether `other` has the same cells in the same records, whatever their rows and lines.
    public func hasSameCells(as other: DelimitedTable) -> Bool {
        records.hasSameFields(as: other.records)
            && fieldEnds == other.fieldEnds
            && bytes == other.bytes
    }

    /// How many fields a record has, at least 1.
    /// - Parameter record: From 0 to ``recordCount`` - 1, here and below.
    @inlinable public func fieldCount(of record: Int) -> Int {
        Int(records[record + 1].firstField - records[record].firstField)
    }

    /// The row of a record as a spreadsheet program shows it, from 1.
    ///
    /// Blank lines and lines before the header count. A line break inside quotes begins no new row. A first line
    /// `sep=` is no row, as in Excel; LibreOffice may show it as one.
    @inlinable public func row(of record: Int) -> Int {
        precondition(record < recordCount, "There is no such record.")
        return records.row(of: record)
    }

    /// The physical line, from 1, on which a record begins.
    @inlinable public func line(of record: Int) -> Int {
        precondition(record < recordCount, "There is no such record.")
        return records.line(of: record)
    }

    /// The record that begins on `line`, or else the last one that begins before it; nil when there is none.
    ///
    /// For the record of a ``Damage``.
    public func record(atLine line: Int) -> Int? {
        records.record(atLine: line, ofFirst: recordCount)
    }

    /// Was the record recovered from a runaway quote? Then its cells show what is written on its line, split at each
    /// separator, and are not to be trusted as data.
    public func isDamaged(_ record: Int) -> Bool {
        UInt32(exactly: record).map { damagedRecords.sortedIndex(of: $0) != nil } ?? false
    }
}
