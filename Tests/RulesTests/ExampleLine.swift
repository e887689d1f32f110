import SocialReturnModel

/// One line of an example, taken apart. ``Example`` tells how lines are written.
enum ExampleLine {
    /// The content of a file, whatever it is.
    case file(name: String, text: String)
    /// A table that is not submitted.
    case absent(TableID)
    /// A table without rows.
    case empty(TableID)
    /// Columns left out and added, and the cells of a row; no cells for a line that only concerns columns.
    case row(TableID, without: [String], with: [String], cells: [String: String]?)

    init(_ line: String) throws(ExampleError) {
        let (head, body) = Self.split(line, at: ":")
        if head.hasPrefix("bestand ") {
            let name = head.dropFirst("bestand ".count)
            self = .file(name: String(name), text: String(body?.first == " " ? body!.dropFirst() : body ?? ""))
            return
        }
        let words = head.split(separator: " ")
        guard let first = words.first else { throw .noTable(line) }
        if first.hasPrefix("-") {
            self = .absent(try Self.table(first.dropFirst()))
            return
        }
        let table = try Self.table(first)
        let without = words.dropFirst().filter { $0.hasPrefix("-") }.map { String($0.dropFirst()) }
        let with = words.dropFirst().filter { $0.hasPrefix("+") }.map { String($0.dropFirst()) }
        guard without.count + with.count == words.count - 1 else { throw .noTable(String(head)) }
        if let body {
            self = .row(table, without: without, with: with, cells: try Self.cells(body))
        } else if words.count == 1 {
            self = .empty(table)
        } else {
            self = .row(table, without: without, with: with, cells: nil)
        }
    }

    private static func table(_ name: some StringProtocol) throws(ExampleError) -> TableID {
        let tables = TableID.submission + TableID.register
        guard let table = tables.first(where: { AllTables.facts($0).fileName == name + ".csv" }) else {
            throw .noTable(String(name))
        }
        return table
    }

    private static func cells(_ body: Substring) throws(ExampleError) -> [String: String] {
        var cells: [String: String] = [:]
        for part in body.split(separator: ";") {
            let (column, value) = split(part, at: "=")
            guard let value else {
                guard column.allSatisfy({ $0 == " " }) else { throw .noAssignment(String(part)) }
                continue
            }
            cells[trimmed(column)] = trimmed(value)
        }
        return cells
    }

    private static func split(_ text: some StringProtocol, at sign: Character) -> (Substring, Substring?) {
        let text = Substring(text)
        guard let index = text.firstIndex(of: sign) else { return (text, nil) }
        return (text[..<index], text[text.index(after: index)...])
    }

    /// Without the blanks that make an example readable; other kinds of blank belong to the cell.
    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
