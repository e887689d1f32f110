/// What speaks for a quoted field over several lines being a quote that someone forgot to close.
///
/// A sound field over several lines and a runaway quote look alike until the end. The differences: the lines that a
/// runaway quote swallows are whole records, its own line is a whole record too, and the record that comes out of it
/// has another number of columns than the rest of the file.
struct RunawayEvidence {
    /// The number of columns of the file, at least 2.
    let columns: Int
    /// The first quote whose own line has all columns by itself.
    private(set) var completeOpening: QuoteOpening?
    /// The first quote that closes on a line that has all columns by itself, some of them inside the quotes.
    private var suspectClosing: QuoteOpening?
    /// The first field on one line with quotes where none belong.
    private var doubtful: QuoteOpening?
    private var swallowedRecords = 0

    init(columns: Int) { self.columns = columns }

    /// Notes a quote that is still open at the end of its line.
    mutating func noteOpening(_ opening: QuoteOpening) {
        swallowedRecords = 0
        if completeOpening == nil, opening.columns == columns { completeOpening = opening }
    }

    /// Notes a line that lies inside the quotes as a whole. Is it certain now that the quote runs away?
    ///
    /// With two columns a single separator makes a record, which prose has too; then it takes a complete opening
    /// line and two such lines.
    mutating func noteInside(_ separators: SeparatorCount, of opening: QuoteOpening) -> Bool {
        if columns == 2 {
            guard separators.tight == 1, opening.tightColumns >= 2 else { return false }
        } else {
            guard separators.tight >= columns - 1 else { return false }
        }
        swallowedRecords += 1
        return swallowedRecords >= (columns == 2 ? 2 : 1)
    }

    /// Notes the line on which a quote closes that opened on an earlier one. `inside` are the separators before the
    /// closing quote, `lineColumns` is what the line has when it is read by itself, and `looksOpening` tells whether
    /// the quote stands right behind a separator.
    ///
    /// With two columns a single separator says too little, unless it stands right there.
    mutating func noteClosing(
        _ inside: SeparatorCount, lineColumns: Int, looksOpening: Bool, of opening: QuoteOpening
    ) {
        guard inside.tight > 0, inside.loose == 0, lineColumns == columns, columns > 2 || looksOpening else { return }
        if suspectClosing == nil { suspectClosing = opening }
    }

    /// Notes a field on one line with quotes where none belong.
    mutating func noteDoubtful(_ opening: QuoteOpening) {
        if doubtful == nil { doubtful = opening }
    }

    /// The quote that ran away in a record over several lines that ended by itself with `fields` fields, the last
    /// filled one being number `filled`; nil when the record is sound.
    func runaway(fields: Int, filled: Int) -> QuoteOpening? {
        let isPlausible = isPlausible(fields: fields, filled: filled)
        if let suspectClosing, suspectClosing.tightColumns >= columns || !isPlausible { return suspectClosing }
        return isPlausible ? nil : completeOpening
    }

    /// The quote that ran away in a record of one line that has `lineColumns` columns when quotes are ordinary
    /// characters; nil when the record is sound.
    func runaway(fields: Int, filled: Int, lineColumns: @autoclosure () -> Int) -> QuoteOpening? {
        guard let doubtful, !isPlausible(fields: fields, filled: filled) else { return nil }
        return lineColumns() == columns ? doubtful : nil
    }

    /// Has a record the columns of the file, but for empty ones behind the last?
    private func isPlausible(fields: Int, filled: Int) -> Bool {
        fields == columns || (fields > columns && filled <= columns)
    }
}
