/// Where a record ends in the text, and how it is to be read.
struct RecordExtent {
    /// The end of the content, before the terminator of its last line.
    let end: Int
    /// The start of the line after the record.
    let next: Int
    /// How many physical lines the record takes.
    let lineCount: Int
    /// How many fields it has.
    let fieldCount: Int
    /// The line, counted from 0 within the record, on which a quote opens that never closes; nil for a sound
    /// record. Such a record is split at each separator, with quotes as ordinary characters.
    var unclosedQuoteLine: Int?
}

/// A part of a record, as libcsv must see it.
enum RecordPiece: Equatable {
    /// Text in which quotes have their meaning.
    case quoteAware(Range<Int>)
    /// Text that belongs to one field as it stands, with its quotes and separators. Comes between two `quote`s.
    case verbatim(Range<Int>)
    /// A quote that does not stand in the text.
    case quote
}
