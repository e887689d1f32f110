/// A table of a submission or of the contract register.
public enum TableID: UInt8, BitwiseCopyable, CaseIterable, Hashable, Comparable, Sendable {
    case cover, placements, hours, purchases, activities, evidence, conversations, commitments, obstacles, lessons,
        examples,
        learningPlaces
    case contracts, obligations, suppliers, partners, subcontractors, settings, words, headings, stories, regions,
        trades, helpAnswers,
        decisions, valuationLines

    /// The tables that a supplier hands in, in the order of the interface.
    public static let submission: [TableID] = allCases.filter(\.isSubmission)
    /// The tables of the contract register that one file each holds; valuation tables have a folder of their own.
    public static let register: [TableID] = [
        .contracts, .obligations, .suppliers, .partners, .subcontractors, .settings, .words, .headings, .stories,
        .regions, .trades, .helpAnswers, .decisions,
    ]

    /// Whether a supplier hands the table in; the others are of the register. A new table has to answer, or does not compile.
    public var isSubmission: Bool {
        switch self {
        case .cover, .placements, .hours, .purchases, .activities, .evidence, .conversations, .commitments, .obstacles,
            .lessons, .examples, .learningPlaces:
            true
        case .contracts, .obligations, .suppliers, .partners, .subcontractors, .settings, .words, .headings, .stories,
            .regions, .trades, .helpAnswers, .decisions, .valuationLines:
            false
        }
    }

    /// Tables stand in the order of the interface.
    public static func < (left: TableID, right: TableID) -> Bool { left.rawValue < right.rawValue }
}

/// A row type that a table is read into.
public protocol TableRow: BitwiseCopyable, Sendable {
    /// A row in which every cell is empty.
    init()
    /// The table and its columns.
    static var table: TableDefinition<Self> { get }
}

/// A table: its file, its names and its columns in the order of the interface.
public struct TableDefinition<Row: BitwiseCopyable & Sendable>: Sendable {
    /// What people need to know of the table.
    public let facts: TableFacts
    /// The columns in the order of the interface.
    public let columns: [Column<Row>]

    /// A table with its columns.
    public init(_ id: TableID, file: String, title: Text, meaning: Text, columns: [Column<Row>]) {
        facts = TableFacts(
            id: id, fileName: file, title: title, meaning: meaning, columns: columns.map(\.facts))
        self.columns = columns
    }
}

/// What people need to know of a table, without its row type.
public struct TableFacts: Sendable {
    /// Which table this is.
    public let id: TableID
    /// The name of its file: `inzet.csv`.
    public let fileName: String
    /// What the table is called on a sheet.
    public let title: Text
    /// What one row stands for.
    public let meaning: Text
    /// The columns in the order of the interface.
    public let columns: [ColumnDescriptor]

    /// What the column with contract numbers is called in every table that has one.
    public static let nameOfContractColumn = "contractnummer"

    /// The position of the column with contract numbers; nil for a table that is about no contract.
    public var contractColumn: Int? { index(of: Self.nameOfContractColumn) }

    /// The position of the column called `name`, or nil.
    public func index(of name: String) -> Int? { columns.firstIndex { $0.name == name } }
}
