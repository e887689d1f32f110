/// Where the quote of a quoted field opens.
struct QuoteOpening {
    /// The quote itself.
    let quote: Int
    /// The number of the field in the record, from 1.
    let field: Int
    let line: PhysicalLine
    /// The number of the line within the record, from 0.
    let lineIndex: Int
    /// The separators from the quote to the end of its line, known once the line has ended inside the quotes.
    var separatorsBehind = SeparatorCount()

    /// How many fields the record would have if it ended with this line and the quote were an ordinary character.
    var columns: Int { field + separatorsBehind.all }

    /// The same, not counting separators that look like those of prose.
    var tightColumns: Int { field + separatorsBehind.tight }
}
