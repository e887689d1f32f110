extension DelimitedTable {
    /// Reads the table in the bytes of one file.
    ///
    /// Bytes that are no text give a table without records, whose ``detection`` says why.
    /// - Parameters:
    ///   - fileBytes: The whole file as it is, byte-order mark and all.
    ///   - separator: The separator, when it is known: a tab, or an ASCII sign that is no quote, letter, digit or
    ///     blank. Otherwise a first line `sep=` names it, or it is found from the first records.
    ///   - isWellFormed: Whether a program wrote it by the rules, so that a quote is open until it closes, whatever stands in between.
    /// - Throws: `outOfMemory`, `tooLarge` for a text of 4 GiB and more, `parser` when libcsv fails otherwise.
    public init(
        parsing fileBytes: [UInt8], separator: UInt8? = nil, isWellFormed: Bool = false
    ) throws(DelimitedTextError) {
        try self.init(
            parsing: fileBytes, separator: separator, limits: ReadingLimits(trustsQuotes: isWellFormed))
    }

    init(parsing fileBytes: [UInt8], separator: UInt8?, limits: ReadingLimits) throws(DelimitedTextError) {
        precondition(
            separator.map { SeparatorDirective.canSeparate($0) } ?? true, "This byte cannot separate fields.")
        let text = DecodedText(decoding: fileBytes)
        guard text.bytes.count <= limits.bytes else { throw .tooLarge(bytes: text.bytes.count) }

        var table: DelimitedTable?
        var failure: DelimitedTextError?
        // The cells are written straight into the array that the table keeps.
        let cells = [UInt8](unsafeUninitializedCapacity: text.bytes.count) { buffer, count in
            text.bytes.withUnsafeBufferPointer { bytes in
                var store = CellStore(in: buffer)
                do throws(DelimitedTextError) {
                    table = try Self.read(text, bytes, separator: separator, limits: limits, into: &store)
                } catch {
                    failure = error
                }
                count = store.byteCount
            }
        }
        guard var table else { throw failure ?? .outOfMemory }
        table.bytes = cells
        self = table
    }

    /// Reads all but the cells' bytes, which go to `cells`.
    private static func read(
        _ text: DecodedText, _ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8?, limits: ReadingLimits,
        into cells: inout CellStore
    ) throws(DelimitedTextError) -> DelimitedTable {
        var reader = RecordReader(bytes, from: text.start)
        let choice = reader.chooseSeparator(given: separator)
        try reader.read(
            with: choice, columns: limits.trustsQuotes ? nil : choice.trustedColumns, feed: limits.feed, into: &cells)
        return DelimitedTable(
            detection: Detection(encoding: text.encoding, separator: choice, lineEnding: reader.lineEndings.kind),
            damages: (text.damages + reader.damages).sorted { $0.line < $1.line },
            bytes: [], fieldEnds: cells.fieldEnds, records: reader.records, damagedRecords: reader.damagedRecords)
    }
}

/// How text is read. Its limits are changed by tests only.
struct ReadingLimits {
    /// The largest text, in bytes of UTF-8: what 32-bit positions can address.
    var bytes = Int(UInt32.max) - 1
    /// The most bytes that go to libcsv in one call.
    var feed = Int.max
    /// Whether no quote is taken for one that somebody forgot to close.
    var trustsQuotes = false
}
