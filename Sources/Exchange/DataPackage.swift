import Assessments
import Plumbing
import FoundationEssentials
import Intake
import Rules
import SocialReturnModel

/// The normalised tables of a submission with a Data Package descriptor, for any tool and for consolidation.
public struct DataPackage {
    private let assessment: Assessment
    private let language: Language

    /// The open data of `assessment`; descriptions in `language`, names and codes always in Dutch.
    public init(_ assessment: Assessment, _ language: Language) {
        self.assessment = assessment
        self.language = language
    }

    /// Writes the tables and `datapackage.json` into the folder at `path`, which must exist. Files of an earlier run that this
    /// submission does not have are removed.
    public func write(to path: String) throws(OutputError) {
        var writer = TableWriter(
            folder: path, symbols: assessment.submission.symbols, coverIndex: assessment.submission.coverIndex)
        assessment.submission.forEachTable(&writer)
        if let failure = writer.failure { throw failure }
        var resources = writer.resources
        if assessment.submission.placements != nil {
            resources.append(try ValuationCSV(assessment, language).write(to: path))
        }
        if let rejected = try RejectedRowsCSV(assessment).write(to: path) { resources.append(rejected) }
        try writeDescriptor(resources, to: path)
        removeOthers(than: resources.map(\.fileName) + [Self.descriptorName], in: path)
    }

    /// The name of the file with the rows that were set aside, which is no table of a submission.
    public static let rejectedRowsName = RejectedRowsCSV.fileName

    private static let descriptorName = "datapackage.json"

    private func writeDescriptor(_ resources: [DataResource], to path: String) throws(OutputError) {
        let file = try OutputFile(at: PathName(path).appending(Self.descriptorName))
        try file.write { bytes in
            let cover = assessment.submission.coverRow
            bytes.append("{\n \"profile\": \"tabular-data-package\",\n \"name\": ")
            bytes.appendJSON(Self.packageName(assessment.submission.name))
            bytes.append(",\n \"title\": ")
            bytes.appendJSON("Social return, \(assessment.submission.name)")
            bytes.append(",\n \"description\": ")
            bytes.appendJSON(Self.meaning[language])
            bytes.append(",\n \"created\": ")
            bytes.appendJSON(assessment.context.today.description + "T00:00:00Z")
            bytes.append(",\n \"maatwerk\": {\"supplier_kvk\": ")
            bytes.appendJSON(cover.supplierKvK?.description)
            bytes.append(", \"period\": ")
            bytes.appendJSON(cover.period?.description)
            bytes.append(", \"rule_set\": ")
            bytes.appendJSON(assessment.context.ruleSet.version)
            bytes.append("},\n \"sources\": [")
            for (index, source) in assessment.submission.files.filter({ $0.sheet == nil }).enumerated() {
                bytes.append(index > 0 ? ",\n  {" : "\n  {")
                bytes.append("\"title\": ")
                bytes.appendJSON(source.name)
                bytes.append(", \"hash\": \"sha256:\(source.sha256)\", \"bytes\": \(source.byteCount)}")
            }
            bytes.append("\n ],\n \"resources\": [")
            for (index, resource) in resources.enumerated() {
                bytes.append(index > 0 ? ",\n  " : "\n  ")
                resource.append(to: &bytes, language)
            }
            bytes.append("\n ]\n}\n")
        }
        try file.finish()
    }

    /// What a reader of the files is told of them all.
    private static let meaning = Text(
        nl: """
            De gegevens voor programma's: elk veld staat er precies zoals het is gelezen. Open deze CSV-bestanden in een rekenprogramma \
            met importeren en de kolommen als tekst, niet met een dubbelklik: een veld dat begint met =, +, - of @ zou dan worden \
            uitgerekend. rapport.xlsx en samenvatting.csv zijn wel om zo te openen.
            """,
        en: """
            The data for programs: every field is exactly as it was read. Open these CSV files in a spreadsheet program by importing them \
            with the columns as text, not by a double click: a field that begins with =, +, - or @ would be calculated. rapport.xlsx and \
            samenvatting.csv are fit to be opened that way.
            """)

    /// A Data Package name holds lower-case letters, digits, `.`, `_` and `-` only.
    private static func packageName(_ name: String) -> String {
        let letters = name.lowercased().unicodeScalars.map { scalar -> Character in
            switch scalar {
            case "a"..."z", "0"..."9", ".", "_", "-": Character(scalar)
            default: "-"
            }
        }
        return letters.isEmpty ? "inzending" : String(letters)
    }

    private func removeOthers(than kept: [String], in path: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        for name in names where name.hasSuffix(".csv") && !kept.contains(name) {
            try? FileManager.default.removeItem(atPath: PathName(path).appending(name))
        }
    }
}

/// Writes each table of a submission.
private struct TableWriter: TableVisitor {
    let folder: String
    let symbols: SymbolTable
    let coverIndex: Int?
    var resources: [DataResource] = []
    var failure: OutputError?

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        guard failure == nil else { return }
        let facts = Row.table.facts
        do throws(OutputError) {
            let file = try OutputFile(at: PathName(folder).appending(facts.fileName))
            let rows = try TableCSV(table, symbols, coverIndex: coverIndex).write(to: file)
            try file.finish()
            let extras = table.source.extraColumns.filter { !$0.isRefused }.map(\.heading)
            resources.append(
                DataResource(facts, extraColumns: extras, ownHeadings: table.source.ownHeadings, rows: rows))
        } catch {
            failure = error
        }
    }
}

extension DataPackage {
    /// The SHA-256 of the files that an earlier result came from, as its descriptor keeps them.
    public static func sourceDigests(in files: [SourceFile]) -> Set<String> {
        struct Descriptor: Decodable {
            struct Source: Decodable { let hash: String? }
            let sources: [Source]
        }
        guard let file = files.first(where: { $0.name == descriptorName }),
            let descriptor = try? JSONDecoder().decode(Descriptor.self, from: Data(file.bytes))
        else { return [] }
        return Set(descriptor.sources.compactMap { $0.hash?.split(separator: ":").last.map(String.init) })
    }
}
