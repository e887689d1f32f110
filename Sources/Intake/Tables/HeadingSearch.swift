import DelimitedText
import SocialReturnModel

/// Where headings stand among the records of a file or sheet, and of which tables.
///
/// A file is one table as a rule, with or without a title above it. But headings come back halfway where files were pasted together, one
/// table stands below another, and who sorts a sheet can leave the headings in the middle of the rows.
struct HeadingSearch {
    /// A record that names columns.
    struct Candidate {
        let record: Int
        /// The fields that name a column of some table, with those columns.
        let fields: [(field: Int, columns: [HeadingIndex.Column])]
        /// How many fields of the record hold anything.
        let filled: Int
        /// The tables of which the record names two columns or more.
        fileprivate(set) var tables: [TableFacts] = []

        /// The field of each column of `table` that the record names, each column once.
        func fieldOfColumn(in table: TableID) -> [Int: Int] {
            var found: [Int: Int] = [:]
            for (field, columns) in fields {
                for column in columns where column.table == table && found[column.index] == nil {
                    found[column.index] = field
                }
            }
            return found
        }

        /// How many required columns of `facts` the record names.
        func requiredColumns(of facts: TableFacts) -> Int {
            fieldOfColumn(in: facts.id).keys.count { facts.columns[$0].isRequired }
        }

        /// Whether the record names every required column of `facts`, and two at least.
        func isComplete(for facts: TableFacts) -> Bool {
            let required = facts.columns.count(where: \.isRequired)
            return required >= 2 && requiredColumns(of: facts) == required
        }
    }

    /// Every record that names two columns or more of one table, in order.
    let candidates: [Candidate]

    /// So many records with a value are looked through cell by cell, or as many as it takes to find all required columns of a table: a
    /// title, a date, an explanation come before the headings. Behind them a record is looked at when its first two values are headings.
    static let depth = 40
    /// So many records with headings are kept; what comes behind is read as rows.
    static let mostCandidates = 64

    /// Looks through `cells` for the headings of `index`.
    init(_ cells: DelimitedTable, _ index: HeadingIndex) {
        var candidates: [Candidate] = []
        var filledRecords = 0
        var isFound = false
        for record in 0..<cells.recordCount {
            guard candidates.count < Self.mostCandidates else { break }
            if filledRecords < Self.depth, !isFound {
                guard !cells.isBlank(record) else { continue }
                filledRecords += 1
            } else {
                guard Self.beginsWithHeadings(cells, record, index) else { continue }
            }
            guard let candidate = Self.candidate(cells, record, index) else { continue }
            candidates.append(candidate)
            isFound = isFound || candidate.tables.contains { candidate.isComplete(for: $0) }
        }
        self.candidates = candidates
    }

    private static func candidate(_ cells: DelimitedTable, _ record: Int, _ index: HeadingIndex) -> Candidate? {
        var fields: [(Int, [HeadingIndex.Column])] = []
        var filled = 0
        for field in 0..<cells.fieldCount(of: record) {
            guard let text = cells.withCell(record, field, shortText) else { continue }
            filled += 1
            let columns = index.columns(HeadingName(text))
            if !columns.isEmpty { fields.append((field, columns)) }
        }
        guard fields.count >= 2 else { return nil }
        var candidate = Candidate(record: record, fields: fields, filled: filled)
        let named = Set(fields.lazy.flatMap(\.1).map(\.table))
        candidate.tables = named.map { AllTables.facts($0) }.filter { candidate.fieldOfColumn(in: $0.id).count >= 2 }
        return candidate.tables.isEmpty ? nil : candidate
    }

    /// Whether the first two values of a record are names of columns.
    private static func beginsWithHeadings(_ cells: DelimitedTable, _ record: Int, _ index: HeadingIndex) -> Bool {
        var found = 0
        for field in 0..<cells.fieldCount(of: record) {
            let isHeading = cells.withCell(record, field) { cell -> Bool? in
                guard let first = cell.first else { return nil }
                // Nearly every row of data ends here: no name of a column has a digit in it.
                guard first != 0x2D, cell.count <= HeadingName.longest, !cell.contains(where: { $0 &- 0x30 <= 9 }),
                    let text = shortText(cell)
                else { return false }
                return !index.columns(HeadingName(text)).isEmpty
            }
            guard let isHeading else { continue }
            guard isHeading else { return false }
            found += 1
            if found == 2 { return true }
        }
        return false
    }

    /// The text of a cell; nil when it has none, and an empty one when it is too long for a heading.
    private static func shortText(_ cell: UnsafeBufferPointer<UInt8>) -> String? {
        let cell = CellReader.trimmed(cell)
        guard !cell.isEmpty else { return nil }
        return cell.count > HeadingName.longest ? "" : String(decoding: cell, as: UTF8.self)
    }
}
