import Intake
import SocialReturnModel

extension FindingCollector {
    /// Reports the identifiers of one kind that `problem` finds fault with, as the variant it gives: those in columns
    /// that the files of the submission bring along, and in the register those of the contracts that it concerns.
    ///
    /// Without such a column the rule counts as not tested.
    ///
    /// - Parameter name: what the column is called; in the register also a column of the definition.
    /// - Returns: whether there is such a column.
    @discardableResult
    mutating func checkIdentifiers(
        _ identifier: OrganisationIdentifier, _ name: String, in context: RuleContext,
        _ problem: @escaping (UnsafeBufferPointer<UInt8>) -> UInt8?
    ) -> Bool {
        var search = IdentifierSearch(
            identifier: identifier, name: name, concerned: context.concernedRegisterRows, problem: problem)
        context.forEachTable(&search)
        for (place, variant) in search.found { found(at: place, variant: variant) }
        if !search.hasColumn { notEvaluated(.identifierColumn(name)) }
        return search.hasColumn
    }
}

/// Collects the identifiers that are not right.
private struct IdentifierSearch: TableVisitor {
    let identifier: OrganisationIdentifier
    let name: String
    let concerned: Set<RegisterRow>
    let problem: (UnsafeBufferPointer<UInt8>) -> UInt8?
    private(set) var hasColumn = false
    private(set) var found: [(place: Place, variant: UInt8)] = []

    init(
        identifier: OrganisationIdentifier, name: String, concerned: Set<RegisterRow>,
        problem: @escaping (UnsafeBufferPointer<UInt8>) -> UInt8?
    ) {
        self.identifier = identifier
        self.name = name
        self.concerned = concerned
        self.problem = problem
    }

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        for column in columns(of: table.source) {
            hasColumn = true
            for index in table.rows.indices { check(table.place(index, column), in: table.source) }
        }
    }

    private func columns(of source: SourceTable) -> [ColumnReference] {
        let known = source.facts.index(of: name).map(ColumnReference.known)
        let extra = source.extraColumns.indices
            .filter { source.extraColumns[$0].identifier == identifier && !source.extraColumns[$0].isRefused }
        return ([known].compactMap { $0 } + extra.map(ColumnReference.extra)).filter { source.field(of: $0) != nil }
    }

    private mutating func check(_ place: Place, in source: SourceTable) {
        let isOfRegister = !place.table.isSubmission
        guard !source.cells.isDamaged(Int(place.record)),
            !isOfRegister || concerned.contains(RegisterRow(table: place.table, record: place.record)),
            let field = source.field(of: place.column)
        else { return }
        let variant = source.cells.withCell(Int(place.record), field) { cell -> UInt8? in
            let trimmed = UnsafeBufferPointer(rebasing: cell[CellReader.trim(cell).range])
            return trimmed.isEmpty || trimmed.contains(Masking.mask) ? nil : problem(trimmed)
        }
        if let variant { found.append((place, variant)) }
    }
}
