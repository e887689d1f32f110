import SocialReturnModel

/// One table of an example: headings and cells as texts, so that an example can write anything in them.
struct ExampleTable {
    let facts: TableFacts
    private var columns: [String]
    private var rows: [[String: String]]
    /// The first row of the sound submission, which every row of an example starts from.
    private let model: [String: String]
    private var changes = 0

    /// The table with these rows. All its columns are there.
    init(_ facts: TableFacts, rows: [[String: String]]) {
        self.facts = facts
        columns = facts.columns.map(\.name)
        self.rows = rows
        model = rows.first ?? [:]
    }

    /// Takes away all rows.
    mutating func empty() {
        rows = []
        changes += 1
    }

    /// Takes away the column called `name`.
    mutating func leaveOut(_ name: String) throws(ExampleError) {
        guard columns.contains(name) else { throw .noColumn(name, table: facts.fileName) }
        columns.removeAll { $0 == name }
    }

    /// Adds a column with the heading `name`.
    mutating func add(_ name: String) {
        columns.append(name)
    }

    /// Changes the first row the first time, and adds a row each further time.
    mutating func change(_ cells: [String: String]) throws(ExampleError) {
        for column in cells.keys where !columns.contains(column) {
            throw .noColumn(column, table: facts.fileName)
        }
        let row = model.merging(cells) { $1 }
        if changes == 0, !rows.isEmpty { rows[0] = row } else { rows.append(row) }
        changes += 1
    }

    /// The table as a file with semicolons.
    var text: String {
        let lines = [columns] + rows.map { row in columns.map { row[$0] ?? "" } }
        return lines.map { $0.map(Self.quoted).joined(separator: ";") + "\n" }.joined()
    }

    private static func quoted(_ cell: String) -> String {
        guard cell.unicodeScalars.contains(where: { ";\"\r\n".unicodeScalars.contains($0) }) else { return cell }
        return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}

/// A mistake in the lines of an example.
enum ExampleError: Error, CustomStringConvertible {
    case noTable(String)
    case noColumn(String, table: String)
    case noAssignment(String)

    var description: String {
        switch self {
        case .noTable(let name): "No table is called '\(name)'."
        case .noColumn(let name, let table): "\(table) has no column '\(name)'; add it with '+\(name)'."
        case .noAssignment(let text): "'\(text)' is not of the form column=value."
        }
    }
}
