import Consolidations
import SocialReturnModel
import Workbooks

/// A sheet of the ministry's workbook, declared once, in its own file: its name and place, what *Leeswijzer* says of it, and what is on it. The build lists
/// them. The names are Dutch in both languages.
struct MinistrySheet: WorkbookSheet {
    /// The figures, and what writes them.
    typealias Contents = (ministry: Ministry, writer: WorkbookWriter)

    let name: String
    let position: Int
    let meaning: Text?
    /// Its rows, when it is a table that other sheets may refer to.
    let table: Table?
    let isLast: Bool
    let prepare: @Sendable (Contents) throws -> SheetTask?

    /// A table of the workbook.
    struct Table: Sendable {
        /// How many lines it has.
        let count: @Sendable (Overview) -> Int
        /// Its columns, as far as they may be shown.
        let definition: @Sendable (Overview) -> SheetDefinition<MinistryLine>
    }

    /// A sheet with a table of `count` lines.
    ///
    /// - Parameter onlyExact: the keys of columns that stand in the exact workbook only, beside those that never are rounded.
    init(
        _ name: String, at position: Int, meaning: Text, count: @escaping @Sendable (Overview) -> Int,
        onlyExact: Set<String> = [], _ definition: @escaping @Sendable (Overview) -> SheetDefinition<MinistryLine>
    ) {
        (self.name, self.position, self.meaning, isLast) = (name, position, meaning, false)
        let table = Table(count: count) { overview in
            let definition = definition(overview)
            guard overview.precision == .rounded else { return definition }
            return definition.without(Self.neverRounded.union(onlyExact))
        }
        self.table = table
        prepare = { contents in
            let (ministry, writer) = contents
            let count = table.count(ministry.overview)
            let lines = (0..<count).map { MinistryLine(ministry: ministry, index: $0) }
            let definition = table.definition(ministry.overview)
                .foldingEmptyColumns(of: lines, ministry.language)
            return try writer.prepare(definition, lines, count: count)
        }
    }

    /// A page that lays itself out.
    init(
        page name: String, at position: Int, meaning: Text?, isLast: Bool = false,
        prepare: @escaping @Sendable (Contents) throws -> SheetTask?
    ) {
        (self.name, self.position, self.meaning, self.isLast) = (name, position, meaning, isLast)
        table = nil
        self.prepare = prepare
    }

    /// A contract, a period and a group at once is about too few to share, however it is rounded. And three numbers of the same people beside each
    /// other tell more than one: places and contract forms stand in the exact workbook.
    private static let neverRounded: Set = [FigureKind.placements.key, FigureKind.permanentContracts.key]

    /// All sheets, in the order of their tabs.
    static let all = listed.sorted { $0.position < $1.position }
}
