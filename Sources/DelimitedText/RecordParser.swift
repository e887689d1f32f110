import CLibCSV

/// Splits records into fields: a libcsv parser.
///
/// Gets one record at a time and appends its fields to a ``CellStore``. Runs without libcsv's strict mode, which
/// refuses quotes in unquoted fields, and with its trimming of blanks switched off.
struct RecordParser: ~Copyable {
    private var parser = csv_parser()
    /// The most bytes that go to libcsv in one call. Only tests set it: what comes out must not depend on it.
    private let feed: Int

    /// A byte that the text does not hold, so that every quote in it is an ordinary character.
    private static var noQuote: UInt8 { 0 }

    /// - Throws: `parser` with libcsv's result.
    init(separator: UInt8, feed: Int = .max) throws(DelimitedTextError) {
        self.feed = feed
        let result = csv_init(&parser, 0)
        guard result == CSV_SUCCESS else { throw .parser(code: result) }
        csv_set_delim(&parser, separator)
        csv_set_space_func(&parser, isNever)
        // libcsv enlarges its buffer by this much at a time; its own 128 bytes are slow with long cells.
        csv_set_blk_size(&parser, 16_384)
    }

    deinit {
        var parser = parser  // `self` is immutable here; csv_free needs an address
        csv_free(&parser)
    }

    /// Parses a line in which no quote stands.
    mutating func parse(
        _ line: PhysicalLine, of text: UnsafeBufferPointer<UInt8>, into cells: inout CellStore
    ) throws(DelimitedTextError) {
        try parse(UnsafeBufferPointer(rebasing: text[line.start..<line.next]), into: &cells)
        if !line.isTerminated { try finish(into: &cells) }
    }

    /// Parses a record from its pieces.
    mutating func parse(
        _ pieces: [RecordPiece], of text: UnsafeBufferPointer<UInt8>, into cells: inout CellStore
    ) throws(DelimitedTextError) {
        for piece in pieces {
            switch piece {
            case .quoteAware(let range):
                try parse(UnsafeBufferPointer(rebasing: text[range]), into: &cells)
            case .verbatim(let range):
                csv_set_quote(&parser, Self.noQuote)
                try parse(UnsafeBufferPointer(rebasing: text[range]), into: &cells)
                csv_set_quote(&parser, Byte.quote)
            case .quote:
                try withUnsafePointer(to: Byte.quote) { quote throws(DelimitedTextError) in
                    try parse(UnsafeBufferPointer(start: quote, count: 1), into: &cells)
                }
            }
        }
        try finish(into: &cells)
    }

    /// Parses a record in which a quote never closes: splits it at each separator, quotes and line breaks being
    /// ordinary characters.
    mutating func parse(
        damaged range: Range<Int>, of text: UnsafeBufferPointer<UInt8>, into cells: inout CellStore
    ) throws(DelimitedTextError) {
        csv_set_quote(&parser, Self.noQuote)
        csv_set_term_func(&parser, isNever)
        try parse(UnsafeBufferPointer(rebasing: text[range]), into: &cells)
        try finish(into: &cells)
        csv_set_term_func(&parser, nil)
        csv_set_quote(&parser, Byte.quote)
    }

    private mutating func parse(
        _ bytes: UnsafeBufferPointer<UInt8>, into cells: inout CellStore
    ) throws(DelimitedTextError) {
        var rest = bytes
        while rest.count > 0 {
            let part = UnsafeBufferPointer(rebasing: rest.prefix(feed))
            let parsed = withUnsafeMutablePointer(to: &cells) { cells in
                csv_parse(&parser, part.baseAddress, part.count, appendField, nil, cells)
            }
            guard parsed == part.count else { throw error }
            rest = UnsafeBufferPointer(rebasing: rest.dropFirst(part.count))
        }
    }

    /// Ends a record that no line break ended.
    private mutating func finish(into cells: inout CellStore) throws(DelimitedTextError) {
        let result = withUnsafeMutablePointer(to: &cells) { cells in
            csv_fini(&parser, appendField, nil, cells)
        }
        guard result == CSV_SUCCESS else { throw error }
    }

    private var error: DelimitedTextError {
        mutating get {
            let code = csv_error(&parser)
            return code == CSV_ENOMEM ? .outOfMemory : .parser(code: code)
        }
    }
}

/// Says of every byte that it is no blank, or no line break.
private func isNever(_ byte: UInt8) -> Int32 { 0 }

/// Called by libcsv for each field. Appends, and nothing more.
private func appendField(_ field: UnsafeMutableRawPointer?, _ length: Int, _ cells: UnsafeMutableRawPointer?) {
    cells!.assumingMemoryBound(to: CellStore.self).pointee.append(field, length: length)
}
