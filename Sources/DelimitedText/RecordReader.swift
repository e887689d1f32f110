/// Reads the records of a text, one after the other, and keeps count of rows and lines.
struct RecordReader {
    /// The records in order; when all is read, one more that begins where the last one ends.
    private(set) var records = RecordStarts()
    /// The records with a runaway quote, ascending.
    private(set) var damagedRecords: [UInt32] = []
    /// Misused quotes, in order of line.
    private(set) var damages: [Damage] = []
    private(set) var lineEndings = LineEndings()

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position: Int
    private var row = 1
    private var line = 1

    /// - Parameter start: Where the text begins, after a byte-order mark.
    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        (self.bytes, position) = (bytes, start)
    }

    /// Settles the separator, and steps over a first line that names one.
    mutating func chooseSeparator(given: UInt8?) -> SeparatorChoice {
        var named: UInt8?
        if position < bytes.count {
            let first = bytes.line(at: position)
            named = SeparatorDirective(first, in: bytes)?.separator
            // To a spreadsheet program this line is an instruction, so it is no row.
            if named != nil { advance(over: first, rows: 0) }
        }
        let detection = SeparatorDetection(bytes: bytes, start: position)
        if let given { return detection.confirm(given, basis: .given) }
        if let named { return detection.confirmDirective(named) }
        return detection.choose()
    }

    /// Reads all records. Called once. `columns` is the number to judge records by, when there is one.
    mutating func read(
        with choice: SeparatorChoice, columns: Int?, feed: Int, into cells: inout CellStore
    ) throws(DelimitedTextError) {
        var parser = try RecordParser(separator: choice.byte, feed: feed)
        var scanner = RecordScanner(bytes, separator: choice.byte, columns: columns)
        while position < bytes.count {
            let first = bytes.line(at: position)
            if first.isEmpty {
                // Left out here, since libcsv would do so too. To a spreadsheet program it is a row.
                advance(over: first, rows: 1)
                continue
            }
            begin(in: &cells)
            if first.hasQuote {
                let extent = scanner.scan(from: first)
                if let unclosed = extent.unclosedQuoteLine {
                    damages.append(.unclosedQuote(line: line + unclosed))
                    damagedRecords.append(UInt32(truncatingIfNeeded: records.count - 1))
                    try parser.parse(damaged: first.start..<extent.end, of: bytes, into: &cells)
                } else {
                    damages += scanner.misplacedQuoteLines.map { .misplacedQuote(line: line + $0) }
                    try parser.parse(scanner.pieces, of: bytes, into: &cells)
                }
                assert(
                    cells.fieldCount - Int(records[records.count - 1].firstField) == extent.fieldCount,
                    "libcsv and the scanner disagree on a record.")
                advance(over: extent)
            } else {
                try parser.parse(first, of: bytes, into: &cells)
                advance(over: first, rows: 1)
            }
        }
        begin(in: &cells)
    }

    private mutating func begin(in cells: inout CellStore) {
        cells.beginRecord()
        records.append(firstField: cells.fieldCount, firstByte: cells.byteCount, row: row, line: line)
    }

    private mutating func advance(over line: PhysicalLine, rows: Int) {
        lineEndings.count(bytes[line.end..<line.next])
        position = line.next
        self.line += 1
        row += rows
    }

    private mutating func advance(over extent: RecordExtent) {
        lineEndings.count(bytes[extent.end..<extent.next])
        position = extent.next
        line += extent.lineCount
        row += 1
    }
}

/// Which line endings a text has.
struct LineEndings {
    private var kinds: Set<LineEnding> = []
    private var last: LineEnding = .none

    /// What ends the records: one kind, or a mixture.
    var kind: LineEnding { kinds.count > 1 ? .mixed : last }

    /// Counts the end of a record; empty at the end of the text.
    mutating func count(_ terminator: Slice<UnsafeBufferPointer<UInt8>>) {
        guard let first = terminator.first else { return }
        let kind: LineEnding =
            terminator.count == 2
            ? .carriageReturnLineFeed : first == Byte.lineFeed ? .lineFeed : .carriageReturn
        guard kind != last else { return }
        kinds.insert(kind)
        last = kind
    }
}

extension SeparatorChoice {
    /// The number of columns to judge records by; nil when too few records agree on one.
    var trustedColumns: Int? {
        guard basis != .unclear, let tally, 2 * tally.agreeing >= tally.records else { return nil }
        return tally.columns
    }
}
