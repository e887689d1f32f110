import Intake
import SocialReturnModel

extension RuleContext {
    /// The day, amount, number or period that was read from the cell at `place`, as people write it; nil for other
    /// cells and where nothing could be read.
    func readValue(at place: Place, _ language: Language) -> String? {
        guard place.isInRow, let column = place.column.knownIndex else { return nil }
        var reader = ReadValue(place: place, column: column, language: language)
        forEachTable(&reader)
        return reader.words
    }
}

/// Looks up one value by its place.
private struct ReadValue: TableVisitor {
    let place: Place
    let column: Int
    let language: Language
    private(set) var words: String?

    init(place: Place, column: Int, language: Language) {
        self.place = place
        self.column = column
        self.language = language
    }

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        guard table.source.id == place.table, let index = table.index(ofRecord: place.record) else { return }
        let row = table.rows[index]
        words =
            switch Row.table.columns[column].binding {
            case .day(let field): field.value(in: row)?.formatted(language)
            case .money(let field): field.value(in: row)?.formatted(language)
            case .number(let field): field.value(in: row)?.formatted(language)
            case .period(let field): field.value(in: row)?.description
            case .text, .identifier, .kvk, .code, .codes: nil
            }
    }
}
