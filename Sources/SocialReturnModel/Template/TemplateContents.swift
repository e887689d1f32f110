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
    /// Within how many days after the period the report is due, by the contract that gives the fewest, from 0 to 366; nil where none says so.
    public var reportWithinDays: Int?

    /// The contents of a template that is empty but for the version on its cover.
    public init(version: String) {
        var cover = [TemplateValue?](repeating: nil, count: Cover.table.facts.columns.count)
        cover[Cover.table.index(of: \.templateVersion)] = .text(version)
        rows = [.cover: [cover]]
        contracts = []
    }

    /// The column of the cover that holds the version of the template.
    public static let versionColumn = Cover.table.name(of: \.templateVersion)

    /// Puts `value` in a column of the cover; no value changes nothing.
    public mutating func setCover(_ column: PartialKeyPath<Cover>, _ value: TemplateValue?) {
        setCover(Cover.table.index(of: column), value)
    }

    /// Puts `value` in the column of the cover at `column`; no value changes nothing.
    public mutating func setCover(_ column: Int, _ value: TemplateValue?) {
        if let value { rows[.cover]?[0][column] = value }
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
