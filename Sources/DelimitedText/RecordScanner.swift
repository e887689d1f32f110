/// Finds where a record with quotes in it ends, and what libcsv must not see of it.
///
/// libcsv follows an unclosed quote to the end of the file, takes text behind a closing quote for more of the quoted
/// field, and tells of neither. So the extent of each record that has a quote is settled here, before libcsv gets it.
struct RecordScanner {
    /// The parts of the record last scanned; empty for a record with an unclosed quote.
    private(set) var pieces: [RecordPiece] = []
    /// The lines of the record last scanned, counted from 0 within it, on which a quote stands where none belongs.
    private(set) var misplacedQuoteLines: [Int] = []

    private let bytes: UnsafeBufferPointer<UInt8>
    private let syntax: FieldSyntax
    /// The number of columns of the file, at least 2; nil when it is not known.
    private let columns: Int?
    /// How much may still be looked at in vain: bytes, a line counting as many more as it costs. Without it, a
    /// hostile file could have each of its lines looked at as often as it has columns.
    private var allowance: Int

    /// The most UTF-16 units a cell of a spreadsheet holds. A longer cell over several lines is a runaway quote.
    private static var longestCell: Int { 32_767 }

    /// How often, on average, each byte may be looked at in vain.
    private static var patience: Int { 8 }

    /// The most fields over several lines that a record may have when the number of columns is not known.
    private static var mostSpanningFields: Int { 64 }

    init(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, columns: Int?) {
        self.bytes = bytes
        self.columns = columns
        syntax = FieldSyntax(bytes: bytes, separator: separator)
        allowance = Self.patience * bytes.count
    }

    /// Scans the record that begins with `first`.
    mutating func scan(from first: PhysicalLine) -> RecordExtent {
        pieces.removeAll(keepingCapacity: true)
        misplacedQuoteLines.removeAll(keepingCapacity: true)
        var walk = RecordWalk(from: first, columns: columns)
        while true {
            switch scanField(&walk) {
            case .separator:
                walk.position += 1
            case .lineEnd:
                if let opening = runaway(in: walk) { return recover(from: opening, after: walk) }
                take(walk.pieceStart..<walk.position)
                return RecordExtent(
                    end: walk.line.end, next: walk.line.next, lineCount: walk.lineIndex + 1, fieldCount: walk.fields)
            case .never(let opening):
                return recover(from: opening, after: walk)
            }
        }
    }

    // MARK: Fields

    /// Walks over one field, up to the separator or line end behind it.
    private mutating func scanField(_ walk: inout RecordWalk) -> FieldEnd {
        walk.fields += 1
        let (start, end) = (walk.position, walk.line.end)
        let text = syntax.skippingBlanks(from: start, to: end)
        if text < end, bytes[text] == Byte.quote, text == start || syntax.closesOnLine(quoteAt: text, lineEnd: end) {
            skip(start..<text, in: &walk)
            return scanQuotedField(openedAt: text, &walk)
        }
        var position = text
        while !syntax.endsField(position, lineEnd: end) { position += 1 }
        if position > start { walk.filled = walk.fields }
        return endField(at: position, &walk)
    }

    private mutating func scanQuotedField(openedAt quote: Int, _ walk: inout RecordWalk) -> FieldEnd {
        var opening = QuoteOpening(quote: quote, field: walk.fields, line: walk.line, lineIndex: walk.lineIndex)
        var start = quote + 1
        var length = 0
        while true {
            let candidate = syntax.singleQuote(from: start, to: walk.line.end)
            if walk.lineIndex > opening.lineIndex || candidate == nil {
                length += bytes.utf16Length(of: start..<(candidate ?? walk.line.next))
                guard length <= Self.longestCell else { return .never(walk.culprit(for: opening)) }
            }
            if let candidate {
                let behind = syntax.skippingBlanks(from: candidate + 1, to: walk.line.end)
                guard syntax.endsField(behind, lineEnd: walk.line.end) else {
                    return settleText(behind: candidate, in: opening, &walk)
                }
                noteClosing(at: candidate, of: opening, &walk)
                return close(opening, at: candidate, behind: behind, &walk)
            }
            if let runaway = noteLineEnd(inside: &opening, &walk) { return .never(runaway) }
            guard allowance > 0, walk.advance(in: bytes) else { return .never(walk.culprit(for: opening)) }
            start = walk.position
        }
    }

    private mutating func close(
        _ opening: QuoteOpening, at quote: Int, behind: Int, _ walk: inout RecordWalk
    ) -> FieldEnd {
        if quote > opening.quote + 1 { walk.filled = walk.fields }
        skip(quote + 1..<behind, in: &walk)
        return endField(at: behind, &walk)
    }

    /// Settles what a quote inside a quoted field means that neither closes it nor is doubled.
    private mutating func settleText(
        behind quote: Int, in opening: QuoteOpening, _ walk: inout RecordWalk
    ) -> FieldEnd {
        // Behind a separator it opens a field; and a field over several lines that ends in a muddle was never meant.
        let opensAnother = quote > opening.quote + 1 && bytes[quote - 1] == syntax.separator
        guard opening.lineIndex == walk.lineIndex, !opensAnother else { return .never(walk.culprit(for: opening)) }
        misplacedQuoteLines.append(walk.lineIndex)
        walk.evidence?.noteDoubtful(opening)
        walk.filled = walk.fields
        let (closing, fieldEnd) = syntax.closing(behind: quote, lineEnd: walk.line.end)
        // "buis 5" dik": libcsv too takes the inner quote for text.
        if let closing { return close(opening, at: closing, behind: fieldEnd, &walk) }
        // "Jansen" BV: kept as written, up to the separator.
        take(walk.pieceStart..<opening.quote)
        pieces += [.quote, .verbatim(opening.quote..<fieldEnd), .quote]
        walk.pieceStart = fieldEnd
        return endField(at: fieldEnd, &walk)
    }

    private func endField(at position: Int, _ walk: inout RecordWalk) -> FieldEnd {
        walk.position = position
        return position == walk.line.end ? .lineEnd : .separator
    }

    // MARK: Runaway quotes

    /// Notes that a line has ended inside the quotes.
    /// - Returns: The quote that is certain now to run away.
    private func noteLineEnd(inside opening: inout QuoteOpening, _ walk: inout RecordWalk) -> QuoteOpening? {
        guard opening.lineIndex < walk.lineIndex else {
            opening.separatorsBehind = syntax.separators(in: opening.quote..<walk.line.end)
            walk.note(spanning: opening)
            // Text in which quotes close and open again on every line would otherwise become one endless record.
            return walk.spanningFields > columns ?? Self.mostSpanningFields ? walk.firstOpening : nil
        }
        guard walk.evidence != nil else { return nil }
        let separators = syntax.separators(in: walk.line.start..<walk.line.end)
        return walk.evidence?.noteInside(separators, of: opening) == true ? opening : nil
    }

    private func noteClosing(at quote: Int, of opening: QuoteOpening, _ walk: inout RecordWalk) {
        guard walk.evidence != nil, opening.lineIndex < walk.lineIndex else { return }
        let inside = syntax.separators(in: walk.line.start..<quote)
        walk.evidence?.noteClosing(
            inside, lineColumns: syntax.columns(of: walk.line), looksOpening: bytes[quote - 1] == syntax.separator,
            of: opening)
    }

    /// The quote that ran away in a record that seems to have ended.
    private func runaway(in walk: RecordWalk) -> QuoteOpening? {
        guard walk.lineIndex == 0 else { return walk.evidence?.runaway(fields: walk.fields, filled: walk.filled) }
        return walk.evidence?.runaway(
            fields: walk.fields, filled: walk.filled,
            lineColumns: syntax.separators(in: walk.line.start..<walk.line.end).all + 1)
    }

    /// Ends the record with the line on which the quote opens.
    private mutating func recover(from opening: QuoteOpening, after walk: RecordWalk) -> RecordExtent {
        pieces.removeAll(keepingCapacity: true)
        misplacedQuoteLines.removeAll(keepingCapacity: true)
        allowance -= walk.line.next - opening.line.next + 64 * (walk.lineIndex - opening.lineIndex)
        return RecordExtent(
            end: opening.line.end, next: opening.line.next, lineCount: opening.lineIndex + 1,
            fieldCount: syntax.separators(in: walk.start..<opening.line.end).all + 1,
            unclosedQuoteLine: opening.lineIndex)
    }

    // MARK: Pieces

    /// Keeps `range` from libcsv.
    private mutating func skip(_ range: Range<Int>, in walk: inout RecordWalk) {
        guard !range.isEmpty else { return }
        take(walk.pieceStart..<range.lowerBound)
        walk.pieceStart = range.upperBound
    }

    private mutating func take(_ range: Range<Int>) {
        if !range.isEmpty { pieces.append(.quoteAware(range)) }
    }
}
