import FoundationEssentials
import Glibc
import SocialReturnModel

/// A table of figures that were made for readers, for programs: what stands in a workbook, cell by cell.
public struct TidyTable: Sendable {
    /// What stands in a cell.
    public enum Value: Sendable, Hashable {
        case empty
        case text(String)
        /// A number, with a decimal point.
        case number(String)
        case day(Day)
    }

    /// A column.
    public struct Field: Sendable, Hashable {
        /// The types of Table Schema that there are.
        public enum Kind: String, Sendable { case string, number, date }
        /// What programs call it.
        public let name: String
        /// What people call it.
        public let title: String
        /// What it holds. A word in a column of numbers says why there is none.
        public let kind: Kind

        /// A column.
        public init(name: String, title: String, kind: Kind) {
            (self.name, self.title, self.kind) = (name, title, kind)
        }
    }

    /// The name of the file without its ending.
    public let name: String
    /// The name of the sheet in a spreadsheet.
    public let sheet: String
    /// What people call it, and what is in it.
    public let title, meaning: String
    /// The columns.
    public let fields: [Field]
    /// The rows, as many cells each as there are columns.
    public let rows: [[Value]]

    /// A table.
    public init(name: String, sheet: String, title: String, meaning: String, fields: [Field], rows: [[Value]]) {
        (self.name, self.sheet, self.title, self.meaning) = (name, sheet, title, meaning)
        (self.fields, self.rows) = (fields, rows)
    }
}

/// Tables of a workbook as CSV files with a Data Package descriptor.
public struct TidyPackage {
    private let name, title, meaning: String
    private let created: Day
    private let tables: [TidyTable]

    /// The package called `name`: lower-case letters, digits, `-` and `.`.
    public init(name: String, title: String, meaning: String, created: Day, tables: [TidyTable]) {
        (self.name, self.title, self.meaning, self.created, self.tables) = (name, title, meaning, created, tables)
    }

    /// Writes the files into the folder at `path`, which is made when it is missing. Tables that stood there and are no part of the package are removed.
    public func write(to path: String) throws(OutputError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw .cannotWrite(path: path, errorNumber: EACCES)
        }
        for table in tables {
            let file = try OutputFile(at: path + "/" + table.name + ".csv")
            try file.write { bytes in
                for (index, field) in table.fields.enumerated() {
                    if index > 0 { bytes.append(0x2c) }
                    bytes.appendCSV(field.name)
                }
                bytes.append(0x0a)
            }
            for row in table.rows {
                try file.write { bytes in
                    for (index, value) in row.enumerated() {
                        if index > 0 { bytes.append(0x2c) }
                        switch value {
                        case .empty: break
                        case .text(let text): bytes.appendCSV(text)
                        case .number(let number): bytes.append(number)
                        case .day(let day): bytes.append(day.description)
                        }
                    }
                    bytes.append(0x0a)
                }
            }
            try file.finish()
        }
        try writeDescriptor(to: path)
        let kept = Set(tables.map { $0.name + ".csv" })
        for other in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        where other.hasSuffix(".csv") && !kept.contains(other) {
            try? FileManager.default.removeItem(atPath: path + "/" + other)
        }
    }

    private func writeDescriptor(to path: String) throws(OutputError) {
        let file = try OutputFile(at: path + "/datapackage.json")
        try file.write { bytes in
            bytes.append("{\n \"profile\": \"tabular-data-package\",\n \"name\": ")
            bytes.appendJSON(name)
            bytes.append(",\n \"title\": ")
            bytes.appendJSON(title)
            bytes.append(",\n \"description\": ")
            bytes.appendJSON(meaning)
            bytes.append(",\n \"created\": ")
            bytes.appendJSON(created.description + "T00:00:00Z")
            bytes.append(",\n \"resources\": [")
            for (index, table) in tables.enumerated() {
                bytes.append(index > 0 ? ",\n  " : "\n  ")
                append(table, to: &bytes)
            }
            bytes.append("\n ]\n}\n")
        }
        try file.finish()
    }

    private func append(_ table: TidyTable, to bytes: inout [UInt8]) {
        bytes.append("{\"profile\": \"tabular-data-resource\", \"name\": ")
        bytes.appendJSON(table.name)
        bytes.append(", \"path\": ")
        bytes.appendJSON(table.name + ".csv")
        bytes.append(", \"title\": ")
        bytes.appendJSON(table.title)
        bytes.append(", \"description\": ")
        bytes.appendJSON(table.meaning)
        bytes.append(
            ", \"format\": \"csv\", \"mediatype\": \"text/csv\", \"encoding\": \"utf-8\", \"rows\": \(table.rows.count),\n"
                + "   \"dialect\": {\"delimiter\": \",\", \"lineTerminator\": \"\\n\"},\n   \"schema\": {\"fields\": [")
        for (index, field) in table.fields.enumerated() {
            bytes.append(index > 0 ? ",\n    {\"name\": " : "\n    {\"name\": ")
            bytes.appendJSON(field.name)
            bytes.append(", \"type\": \"\(field.kind.rawValue)\", \"title\": ")
            bytes.appendJSON(field.title)
            bytes.append("}")
        }
        // Words that stand in place of a number or a day, such as "onbekend": read as nothing by whoever wants numbers.
        var words: Set<String> = []
        for (index, field) in table.fields.enumerated() where field.kind != .string {
            for row in table.rows { if case .text(let text) = row[index] { words.insert(text) } }
        }
        bytes.append("\n   ], \"missingValues\": [\"\"")
        for word in words.sorted() {
            bytes.append(", ")
            bytes.appendJSON(word)
        }
        bytes.append("]}}")
    }
}
