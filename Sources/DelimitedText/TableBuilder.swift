/// Puts a table together from cells that are apart already, such as those of a worksheet.
///
/// Cells are appended one by one; ``endRecord(row:line:)`` closes the record they belong to.
public struct TableBuilder: Sendable {
    private let detection: Detection
    private var bytes: [UInt8] = []
    private var fieldEnds = FieldEnds()
    private var records = RecordStarts()
    /// Where the record being made begins.
    private var (firstField, firstByte) = (0, 0)
    private var damagedRecords: [UInt32] = []

    /// A builder without records.
    /// - Parameter detection: How the cells were found; by default they are those of a worksheet.
    public init(detection: Detection = .worksheet) {
        self.detection = detection
    }

    /// Appends a cell to the record being made.
    /// - Parameter text: Valid UTF-8.
    /// - Throws: ``DelimitedTextError/tooLarge(bytes:)`` when the cells no longer fit 32-bit positions.
    public mutating func append(_ text: UnsafeBufferPointer<UInt8>) throws(DelimitedTextError) {
        guard text.count <= ReadingLimits().bytes - bytes.count else {
            throw .tooLarge(bytes: bytes.count + text.count)
        }
        bytes.append(contentsOf: text)
        fieldEnds.append(bytes.count - firstByte)
    }

    /// Appends a cell to the record being made.
    /// - Throws: ``DelimitedTextError/tooLarge(bytes:)`` when the cells no longer fit 32-bit positions.
    public mutating func append(_ text: String) throws(DelimitedTextError) {
        var text = text
        var failure: DelimitedTextError?
        text.withUTF8 { cell in
            do throws(DelimitedTextError) { try append(cell) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    /// Appends a cell of another table to the record being made.
    /// - Parameters:
    ///   - record: The record of the other table.
    ///   - field: From 0; empty beyond the end of the record.
    /// - Throws: ``DelimitedTextError/tooLarge(bytes:)`` when the cells no longer fit 32-bit positions.
    public mutating func append(
        _ record: Int, _ field: Int, of table: DelimitedTable
    ) throws(DelimitedTextError) {
        var failure: DelimitedTextError?
        table.withCell(record, field) { cell in
            do throws(DelimitedTextError) { try append(cell) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    /// Ends the record being made; one without cells gets an empty one, since every record has a field.
    /// - Parameters:
    ///   - row: The row as a spreadsheet program shows it, from 1, later than that of the record before.
    ///   - line: The physical line on which the record begins; by default the row.
    ///   - isDamaged: Whether it was recovered from a runaway quote.
    public mutating func endRecord(row: Int, line: Int? = nil, isDamaged: Bool = false) {
        if isDamaged { damagedRecords.append(UInt32(clamping: records.count)) }
        if fieldEnds.count == firstField { fieldEnds.append(bytes.count - firstByte) }
        records.append(firstField: firstField, firstByte: firstByte, row: row, line: line ?? row)
        (firstField, firstByte) = (fieldEnds.count, bytes.count)
    }

    /// The table of all records that were ended.
    /// - Parameter damages: What was damaged in the text that the cells come from, in order of line.
    public consuming func finish(damages: [Damage] = []) -> DelimitedTable {
        let last = records.count - 1
        records.append(
            firstField: firstField, firstByte: firstByte, row: last < 0 ? 1 : records.row(of: last) + 1,
            line: last < 0 ? 1 : records.line(of: last) + 1)
        // What was begun and not ended is left out.
        fieldEnds.removeSubrange(from: firstField)
        bytes.removeSubrange(firstByte...)
        return DelimitedTable(
            detection: detection, damages: damages, bytes: bytes, fieldEnds: fieldEnds, records: records,
            damagedRecords: damagedRecords)
    }
}

extension Detection {
    /// What is known of the cells of a worksheet: they are Unicode, and stand apart.
    public static let worksheet = Detection(
        encoding: .worksheet, separator: SeparatorChoice(byte: Byte.tab, basis: .cells, tally: nil, runnerUp: nil),
        lineEnding: .none)
}
