import SocialReturnModel

/// A table of the template as a CSV file that Dutch spreadsheet programs open with a double click: UTF-8 with a byte-order mark,
/// semicolons, CRLF. The headings, and what was filled in beforehand.
public struct TemplateCSV {
    private let facts: TableFacts
    private let columns: [Int]
    private let rows: [[TemplateValue?]]

    /// The CSV file of `table` with the columns that `profile` shows.
    public init(_ table: TableID, _ profile: TemplateProfile, _ contents: TemplateContents) {
        let facts = AllTables.facts(table)
        self.facts = facts
        columns = facts.columns.indices.filter { profile.shows($0, of: facts, in: contents) }
        rows = contents.rows[table, default: []]
    }

    /// The name of the file: `inzet.csv`.
    public var fileName: String { facts.fileName }

    /// The file's text, with its byte-order mark.
    public var text: String {
        let heading = columns.map { facts.columns[$0].name }
        let lines = rows.map { row in columns.map { row[$0]?.written ?? "" } }
        return "\u{feff}"
            + ([heading] + lines).map { $0.map(Self.field).joined(separator: ";") + "\r\n" }.joined()
    }

    /// The field, in quotes where it needs them and guarded: people open the file by a double click.
    private static func field(_ text: String) -> String { PeopleCSV.field(text, separator: UInt8(ascii: ";")) }

    /// Writes the file to `path`.
    ///
    /// - Throws: ``OutputError/cannotWrite(path:errorNumber:)``.
    public func write(to path: String) throws(OutputError) { try TextFile.write(text, to: path) }
}

/// A short text as a file.
enum TextFile {
    /// Writes `text` to `path`, where it is whole or absent.
    static func write(_ text: String, to path: String) throws(OutputError) {
        let file = try OutputFile(at: path)
        try file.write { $0.append(text) }
        try file.finish()
    }
}
