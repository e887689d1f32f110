/// What stands in a template before the supplier begins: the version on the cover, and what is known of one supplier.
///
/// It holds nothing of any other supplier.
public struct TemplateContents: Sendable {
    /// The name of the supplier, where it is known.
    public var supplierName: String?
    /// The filled rows of a table, a value or nil for each column of its definition.
    public var rows: [TableID: [[TemplateValue?]]]
    /// The supplier's contracts, each number once.
    public var contracts: [TemplateContract]

    /// The contents of a template that is empty but for the version on its cover.
    public init(version: String) {
        var cover = [TemplateValue?](repeating: nil, count: Cover.table.facts.columns.count)
        if let column = Cover.table.facts.index(of: Self.versionColumn) { cover[column] = .text(version) }
        rows = [.cover: [cover]]
        contracts = []
    }

    /// The column of the cover that holds the version of the template.
    public static let versionColumn = "sjabloonversie"

    /// Puts `value` in a column of the cover; an unknown column or no value changes nothing.
    public mutating func setCover(_ column: String, _ value: TemplateValue?) {
        guard let value, let index = Cover.table.facts.index(of: column) else { return }
        rows[.cover]?[0][index] = value
    }

    /// Whether any table but the cover has rows: what was carried over from an earlier report.
    public var carriesRows: Bool { rows.contains { $0.key != .cover && !$0.value.isEmpty } }

    /// Whether any row has a value in the column at `column` of the table's definition.
    public func isFilled(_ table: TableID, column: Int) -> Bool {
        rows[table, default: []].contains { $0[column] != nil }
    }
}

/// A contract of the supplier, as its template names it.
public struct TemplateContract: Hashable, Sendable {
    /// The contract number.
    public let number: String
    /// What the supplier may know of it, a sentence each: its name and term, who to ask, what was agreed.
    public let details: [Text]

    /// A contract with its `details`.
    public init(number: String, details: [Text] = []) {
        self.number = number
        self.details = details
    }
}
