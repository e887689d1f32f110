/// How far the scanning of one record has come.
struct RecordWalk {
    /// The start of the record.
    let start: Int
    /// The physical line that is being scanned.
    private(set) var line: PhysicalLine
    /// Its number within the record, from 0.
    private(set) var lineIndex = 0
    /// The next byte to look at.
    var position: Int
    /// The start of the text that no piece has yet.
    var pieceStart: Int
    /// How many fields have begun.
    var fields = 0
    /// The number, from 1, of the last field with anything in it.
    var filled = 0
    /// The first quote that was open at the end of its line.
    private(set) var firstOpening: QuoteOpening?
    /// How many fields go over several lines.
    private(set) var spanningFields = 0
    /// What speaks for a runaway quote; nil when the number of columns of the file is not known.
    var evidence: RunawayEvidence?

    init(from first: PhysicalLine, columns: Int?) {
        (start, line, position, pieceStart) = (first.start, first, first.start, first.start)
        evidence = columns.map { RunawayEvidence(columns: $0) }
    }

    /// Notes a quote that is still open at the end of its line.
    mutating func note(spanning opening: QuoteOpening) {
        spanningFields += 1
        if firstOpening == nil { firstOpening = opening }
        evidence?.noteOpening(opening)
    }

    /// The quote to blame when `opening` never closes: an earlier one, if the record could have ended there.
    func culprit(for opening: QuoteOpening) -> QuoteOpening { evidence?.completeOpening ?? opening }

    /// Goes to the next line, unless the text has ended.
    mutating func advance(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard line.next < bytes.count else { return false }
        line = bytes.line(at: line.next)
        lineIndex += 1
        position = line.start
        return true
    }
}

/// What stands behind a field.
enum FieldEnd {
    case separator
    case lineEnd
    /// Nothing: its quote never closes.
    case never(QuoteOpening)
}
