import SocialReturnModel

/// A table as it was read, with the symbols that its rows name.
struct ReadTable<Row: TableRow>: Sendable {
    /// The rows.
    private(set) var data: TableData<Row>
    /// What was seen, in the order of the file within each step.
    let observations: [Observation]
    /// The symbols, while the table has its own; ``AheadReading`` says why.
    private var own: (symbols: SymbolTable, shared: Int)?

    /// Reads the rows of `source`, of which `seen` was seen already.
    init(_ source: SourceTable, _ seen: [Observation], _ symbols: inout SymbolTable) {
        var reader = TableReader<Row>(source, seen)
        data = reader.read(symbols: &symbols)
        observations = reader.observations
    }

    /// The same with symbols of its own, which begin with `symbols`.
    fileprivate init(_ source: SourceTable, _ seen: [Observation], startingWith symbols: SymbolTable) {
        var own = symbols
        self.init(source, seen, &own)
        self.own = (own, symbols.count)
    }

    /// Gives its symbols to `symbols`, from which they began, and names what its rows name by the symbols there.
    mutating func join(_ symbols: inout SymbolTable) {
        guard let (others, shared) = own else { return }
        own = nil
        guard let meant = symbols.take(others, after: shared) else { return }
        for case .identifier(let field) in Row.table.columns.map(\.binding) {
            for index in data.rows.indices {
                guard let symbol = field.value(in: data.rows[index]), symbol.position >= shared else { continue }
                field.set(meant[symbol.position - shared], in: &data.rows[index])
            }
        }
    }
}

/// Reads one table ahead of its turn. Tables that are read at the same time cannot number what they name together, so each begins with the
/// symbols that were known and goes on by itself; when it is its turn they join the others, with the numbers that they would have had.
struct AheadReading: TablePlaceVisitor {
    private let source: SourceTable
    private let seen: [Observation]
    private let symbols: SymbolTable
    private var table: (any Sendable)?

    /// The ``ReadTable`` of `source`; nil where it is no table of a submission.
    static func read(_ source: SourceTable, _ seen: [Observation], _ symbols: SymbolTable) -> (any Sendable)? {
        var reading = AheadReading(source: source, seen: seen, symbols: symbols)
        Submission.place(of: source.id, &reading)
        return reading.table
    }

    mutating func visit<Row: TableRow>(_ path: WritableKeyPath<Submission, TableData<Row>?>) {
        table = ReadTable<Row>(source, seen, startingWith: symbols)
    }
}
