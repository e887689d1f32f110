import DelimitedText
import Foundation
import SocialReturnModel

/// A made-up sentence of a report, with the rules that must report it.
struct LabelledSentence: Hashable {
    let table: TableID
    let column: String
    let text: String
    /// The ids of the rules; empty for a harmless sentence.
    let expected: Set<String>

    /// The cell as the corpus writes it: `inzet.toelichting`.
    var cell: String { AllTables.facts(table).fileName.replacingOccurrences(of: ".csv", with: "." + column) }

    /// How the column is searched.
    var privacy: PrivacyClass? { AllTables.facts(table).columns.first { $0.name == column }?.privacy }

    /// The sentences of `Corpus/zinnen.csv`, in the order of the file.
    static func corpus() throws -> [LabelledSentence] {
        let bytes = try Data(contentsOf: CorpusFile.folder.appendingPathComponent("zinnen.csv"))
        let cells = try DelimitedTable(parsing: Array(bytes), separator: UInt8(ascii: ";"))
        return try (1..<cells.recordCount).map { record in
            let fields = (0..<cells.fieldCount(of: record)).map { cells.text(record, $0) }
            let parts = fields[0].split(separator: ".").map(String.init)
            guard fields.count == 4, parts.count == 2,
                let table = TableID.submission.first(where: { AllTables.facts($0).fileName == parts[0] + ".csv" })
            else { throw CorpusError(line: record + 1) }
            return LabelledSentence(
                table: table, column: parts[1], text: fields[2],
                expected: Set(fields[1].split(separator: " ").map(String.init)))
        }
    }
}

/// Where the corpus and what is measured on it stand.
enum CorpusFile {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Corpus")
    static let mistakes = folder.appendingPathComponent("fouten.csv")
    static let measurements = folder.appendingPathComponent("../../../Sources/Parameters/Detectors/precisie.csv")
        .standardizedFileURL
}

/// A line of the corpus that cannot be read.
struct CorpusError: Error {
    let line: Int
}
