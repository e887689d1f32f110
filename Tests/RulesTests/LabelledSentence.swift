import DelimitedText
import Foundation
import SocialReturnModel
import TestSupport

/// A made-up sentence of a report, with the rules that must report it.
struct LabelledSentence: Hashable {
    let table: TableID
    let column: String
    let text: String
    /// The ids of the rules; empty for a harmless sentence.
    let expected: Set<String>
    /// Whether nothing was ever tuned on it.
    let isCheck: Bool

    /// The cell as the corpus writes it: `inzet.toelichting`.
    var cell: String { AllTables.facts(table).fileName.replacingOccurrences(of: ".csv", with: "." + column) }

    /// How the column is searched.
    var privacy: PrivacyClass? { AllTables.facts(table).columns.first { $0.name == column }?.privacy }

    /// The sentences of `Corpus/zinnen.csv`, in the order of the file.
    static func corpus() throws -> [LabelledSentence] {
        try CorpusFile.lines("zinnen.csv").enumerated().map { index, fields in
            let parts = fields[0].split(separator: ".").map(String.init)
            guard fields.count == 4, parts.count == 2,
                let table = TableID.submission.first(where: { AllTables.facts($0).fileName == parts[0] + ".csv" })
            else { throw CorpusError(line: index + 2) }
            return LabelledSentence(
                table: table, column: parts[1], text: fields[2],
                expected: Set(fields[1].split(separator: " ").map(String.init)), isCheck: fields[3] == "controle")
        }
    }
}

/// Where the corpus and what is measured on it stand.
enum CorpusFile {
    static let folder = "Tests/RulesTests/Corpus"

    /// The fields of each line of a file of the corpus, without its first line.
    static func lines(_ name: String) throws -> [[String]] {
        let bytes = try Data(contentsOf: Repository.file(folder + "/" + name))
        let cells = try DelimitedTable(parsing: Array(bytes), separator: UInt8(ascii: ";"))
        return (1..<cells.recordCount).map { record in
            (0..<cells.fieldCount(of: record)).map { cells.text(record, $0) }
        }
    }

    static let mistakes = folder + "/fouten.csv"
    static let listFigures = folder + "/metingen.csv"
    static let measurements = "Sources/Parameters/Detectors/precisie.csv"
}

/// A line of the corpus that cannot be read.
struct CorpusError: Error {
    let line: Int
}
