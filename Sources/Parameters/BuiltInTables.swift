import DelimitedText
import Intake
import SocialReturnModel
import Synchronization

/// The valuation tables that the toolkit brings along, each read when something first asks for it: a check needs one or two, and reading all
/// took a fifth of it.
enum BuiltInTables {
    /// What a table is called without reading it, and its file.
    private struct Entry: Sendable {
        let id: String
        let formerID: String?
        let file: String
        let bytes: [UInt8]
    }

    /// By the name of the file, which is that of the table (a test says so), in the order of the files.
    private static let entries: [Entry] = PackageResources.files(in: "Tables").compactMap { file in
        guard file.name != SourceRegister.fileName, file.name.hasSuffix(".csv") else { return nil }
        return Entry(
            id: String(file.name.dropLast(4)), formerID: formerID(in: file.bytes), file: file.name, bytes: file.bytes)
    }

    private static let positions = Dictionary(uniqueKeysWithValues: entries.enumerated().map { (key($1.id), $0) })
    private static let presentKeys = Dictionary(
        uniqueKeysWithValues: entries.compactMap { entry in entry.formerID.map { (key($0), key(entry.id)) } })

    private static let read = Mutex<[ValuationTable?]>(Array(repeating: nil, count: entries.count))

    /// What names are compared by: their case means nothing.
    static func key(_ id: String) -> String { id.uppercased() }

    /// The keys of all tables, in the order of their files.
    static var keys: [String] { entries.map { key($0.id) } }

    /// Whether there is a table with this key.
    static func has(_ key: String) -> Bool { positions[key] != nil }

    /// The key of the table that had the name with `key` before; nil for none.
    static func presentKey(ofFormer key: String) -> String? { presentKeys[key] }

    /// The name of the table with this key; nil for none.
    static func name(_ key: String) -> String? { positions[key].map { entries[$0].id } }

    /// The table with this key; nil for none.
    static subscript(_ key: String) -> ValuationTable? {
        guard let position = positions[key] else { return nil }
        return read.withLock { known in
            if let table = known[position] { return table }
            let table = table(entries[position])
            known[position] = table
            return table
        }
    }

    private static func table(_ entry: Entry) -> ValuationTable {
        guard let data = try? ContractRegister.valuationTable(builtIn: entry.file, entry.bytes) else {
            preconditionFailure("The built-in table \(entry.file) must be readable.")
        }
        var reader = ValuationTableReader(data)
        guard let table = reader.read(isBuiltIn: true), reader.problems.isEmpty, table.id == entry.id else {
            preconditionFailure(
                "The built-in table \(entry.file) must be usable and named after its file: "
                    + reader.problems.map { $0.text.en }.joined(separator: " "))
        }
        return table
    }

    /// `eerder_id` of the first line of a table, which is the third field, and never one with quotes.
    private static func formerID(in bytes: [UInt8]) -> String? {
        let line = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 2).dropFirst().first ?? []
        let fields = line.split(separator: UInt8(ascii: ";"), maxSplits: 3, omittingEmptySubsequences: false)
        guard fields.count > 2, !fields[2].isEmpty else { return nil }
        return String(decoding: fields[2], as: UTF8.self)
    }
}
