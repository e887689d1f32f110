import Intake
import Parameters
import SocialReturnModel

extension FindingCollector {
    /// Reports every cell of free text in the submission in which a word of `list` stands.
    ///
    /// Free text are the columns of that class and the columns that a file brings along. In the tables `references`
    /// columns of references are searched as well.
    mutating func checkFreeText(of context: RuleContext, for list: WordList, alsoIn references: [TableID] = []) {
        var search = FreeTextSearch(list: list, references: references)
        context.submission.forEachTable(&search)
        for place in search.found { found(at: place) }
    }
}

/// Collects the cells of free text in which a word of a list stands.
private struct FreeTextSearch: TableVisitor {
    let list: WordList
    let references: [TableID]
    private(set) var found: [Place] = []

    init(list: WordList, references: [TableID]) {
        self.list = list
        self.references = references
    }

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        let source = table.source
        let columns = self.columns(of: source).compactMap { column in source.field(of: column).map { (column, $0) } }
        guard !columns.isEmpty else { return }
        // Held here: through `self` each cell would take a copy of the list.
        let list = self.list
        source.cells.withAllBytes { bytes in
            for (index, record) in table.records.enumerated() where !source.cells.isDamaged(Int(record)) {
                for (column, field) in columns {
                    let cell = UnsafeBufferPointer(rebasing: bytes[source.cells.range(Int(record), field)])
                    guard cell.count > 2, !list.matches(in: cell).isEmpty else { continue }
                    found.append(table.place(index, column))
                }
            }
        }
    }

    private func columns(of source: SourceTable) -> [ColumnReference] {
        let known = source.facts.columns.indices.filter { index in
            let column = source.facts.columns[index]
            guard column.kind == .text else { return false }
            return switch column.privacy {
            case .freeText: true
            case .reference: references.contains(source.id)
            case .pseudonym, .organisation, .plain: false
            }
        }
        let extra = source.extraColumns.indices
            .filter { source.extraColumns[$0].identifier == nil && !source.extraColumns[$0].isRefused }
        return known.map(ColumnReference.known) + extra.map(ColumnReference.extra)
    }
}
