import SocialReturnModel

/// Headings of suppliers' own that a department has laid down as columns of the template: what `kolommen.csv` of the register says.
public struct OwnHeadings: Sendable {
    /// Why a line is not used.
    public enum Problem: UInt8, CaseIterable, Sendable {
        /// Column `kvk` holds neither a KvK number nor `*`.
        case supplierUnknown
        /// No table of a submission has this name.
        case tableUnknown
        /// The table has no such column.
        case columnUnknown
        /// The line has no heading.
        case headingMissing
        /// Under such a heading stand data that may not be delivered.
        case headingRefused
        /// The template gives this heading another meaning.
        case headingTaken
        /// The column says who the supplier is, and so cannot depend on that.
        case columnOfSupplier
    }

    /// The lines that are not used, in the order of the file, each at the column that is the matter.
    public private(set) var problems: [(place: Place, problem: Problem)] = []
    private var ofAll: [HeadingIndex.Column: [String]] = [:]
    private var bySupplier: [KvKNumber: [HeadingIndex.Column: [String]]] = [:]

    /// No own headings.
    init() {}

    /// What the lines of `table` say.
    init(_ table: TableData<RegisterHeading>?) {
        guard let table else { return }
        for (index, row) in table.rows.enumerated() {
            switch Line.read(row, table.source) {
            case .failure(let fault):
                problems.append((table.place(index, fault.column), fault.problem))
            case .success(let line):
                if let supplier = line.supplier {
                    bySupplier[supplier, default: [:]][line.column, default: []].append(line.heading)
                } else {
                    ofAll[line.column, default: []].append(line.heading)
                }
            }
        }
    }

    /// Whether there are lines for `supplier` alone.
    func hasLines(of supplier: KvKNumber) -> Bool { bySupplier[supplier] != nil }

    /// The headings that are known in a submission of `supplier`, or of a supplier that is not known yet.
    ///
    /// A line for one supplier takes precedence over one for all.
    func index(of supplier: KvKNumber?) -> HeadingIndex {
        var index = HeadingIndex.shared
        for (column, headings) in ofAll { for heading in headings { index.add(heading, as: column) } }
        for (column, headings) in supplier.flatMap({ bySupplier[$0] }) ?? [:] {
            for heading in headings { index.add(heading, as: column) }
        }
        return index
    }

    /// What two lines have in common that say something of the same heading.
    struct Key: Hashable {
        private let supplier: KvKNumber?
        private let table: TableID
        private let heading: String

        /// The key of a line; nil for one that cannot be used, and so takes no other one's place.
        init?(_ row: RegisterHeading, _ source: SourceTable) {
            guard case .success(let line) = Line.read(row, source) else { return nil }
            (supplier, table, heading) = (line.supplier, line.column.table, line.heading)
        }
    }
}

/// A line of `kolommen.csv` that can be used.
private struct Line {
    /// The supplier; nil for all.
    let supplier: KvKNumber?
    /// The heading, folded.
    let heading: String
    /// The column.
    let column: HeadingIndex.Column

    struct Fault: Error {
        let problem: OwnHeadings.Problem
        let column: ColumnReference

        init(_ problem: OwnHeadings.Problem, _ column: PartialKeyPath<RegisterHeading>) {
            self.problem = problem
            self.column = ColumnReference(column)
        }
    }

    static func read(_ row: RegisterHeading, _ source: SourceTable) -> Result<Line, Fault> {
        let written = source.text(row.supplier)
        let supplier = supplier(written)
        guard supplier != nil || written == RegisterHeading.allSuppliers else {
            return .failure(Fault(.supplierUnknown, \.supplier))
        }
        guard let table = SheetNames.table(named: Self.withoutEnding(source.text(row.tableName))) else {
            return .failure(Fault(.tableUnknown, \.tableName))
        }
        let heading = source.text(row.heading)
        let folded = FoldedName.fold(heading)
        guard !folded.isEmpty else { return .failure(Fault(.headingMissing, \.heading)) }
        let facts = AllTables.facts(table)
        let name = FoldedName.fold(source.text(row.columnName))
        guard let column = facts.columns.firstIndex(where: { FoldedName.fold($0.name) == name }) else {
            return .failure(Fault(.columnUnknown, \.columnName))
        }
        guard RefusedHeading(heading: heading, in: table) == nil else {
            return .failure(Fault(.headingRefused, \.heading))
        }
        if let own = HeadingIndex.shared.column(HeadingName(heading), of: table), own != column {
            return .failure(Fault(.headingTaken, \.heading))
        }
        if table == .cover, column == Cover.table.index(of: \.supplierKvK), supplier != nil {
            return .failure(Fault(.columnOfSupplier, \.supplier))
        }
        return .success(
            Line(supplier: supplier, heading: folded, column: HeadingIndex.Column(table: table, index: column)))
    }

    /// The KvK number that `text` is.
    private static func supplier(_ text: String) -> KvKNumber? {
        var text = text
        return text.withUTF8 { CellReader.kvk($0).value }
    }

    /// `inzet.csv` as `inzet`.
    private static func withoutEnding(_ name: String) -> String {
        name.lowercased().hasSuffix(".csv") ? String(name.dropLast(4)) : name
    }
}
