/// Who hands a table in, and where it lies.
public enum TableKind: Sendable {
    /// A supplier hands it in.
    case submission
    /// The contract register holds it, in one file.
    case register
    /// The register or this program holds any number of them, a file each.
    case valuation
}

// The ids themselves are listed by the build, from the declarations of the tables.
extension TableID {
    /// The tables that a supplier hands in, in the order of the interface.
    public static let submission: [TableID] = allCases.filter(\.isSubmission)
    /// The tables of the contract register that one file each holds; valuation tables have a folder of their own.
    public static let register: [TableID] = allCases.filter { $0.kind == .register }

    /// Whether a supplier hands the table in; the others are of the register.
    public var isSubmission: Bool { kind == .submission }

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

    /// A table with its columns. Of the first three the build makes ``TableID``: positions order the tables of a kind, with room in between.
    public init(
        _ id: TableID, _ kind: TableKind, at position: Int, file: String, title: Text, meaning: Text,
        sheetMeaning: Text? = nil, columns: [Column<Row>]
    ) {
        assert(id.kind == kind, "The build lists tables anew when a declaration changes.")
        facts = TableFacts(
            id: id, position: position, fileName: file, title: title, meaning: meaning, sheetMeaning: sheetMeaning,
            columns: columns.map(\.facts))
        self.columns = columns
    }
}

/// What people need to know of a table, without its row type.
public struct TableFacts: Sendable {
    /// Which table this is.
    public let id: TableID
    /// Its place among the tables of its kind.
    public let position: Int
    /// The name of its file: `inzet.csv`.
    public let fileName: String
    /// What the table is called on a sheet.
    public let title: Text
    /// What one row stands for.
    public let meaning: Text
    /// What the table's own sheet in a report shows; nil for a table that has none there.
    public let sheetMeaning: Text?
    /// The columns in the order of the interface.
    public let columns: [ColumnDescriptor]

    /// What the column with contract numbers is called in every table that has one.
    public static let nameOfContractColumn = "contractnummer"

    /// The position of the column with contract numbers; nil for a table that is about no contract.
    public var contractColumn: Int? { index(of: Self.nameOfContractColumn) }

    /// The position of the column called `name`, or nil.
    public func index(of name: String) -> Int? { columns.firstIndex { $0.name == name } }
}
