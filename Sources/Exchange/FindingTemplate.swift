import Assessments
import Parameters
import Rules
import SocialReturnModel

/// How findings of one rule, wording, table and column are written: the bytes that are the same for all of them, and the holes between
/// those. Made once, so that a finding costs the copying of its bytes.
struct FindingTemplate {
    /// What comes after a run of bytes.
    enum Hole: UInt8, BitwiseCopyable {
        case row, line, value, shortValue, detail, rowInWords, read, example, code, cell, answer, earlierRow,
            startOfField, endOfField,
            nothing
    }

    /// A run of bytes that are the same in every finding, and the hole after it.
    struct Run: BitwiseCopyable {
        let end: Int
        let hole: Hole
    }

    /// The bytes of all runs, one after the other.
    private(set) var bytes: [UInt8] = []
    /// Where each run ends, and what comes then.
    private(set) var runs: [Run] = []
    /// The field of the file with the cell; nil when the findings are about no cell.
    let field: Int?
    private let format: FindingFormat

    /// The form of `finding` and all that only differ from it in their row, their cell and what was found there.
    init(_ finding: Finding, _ assessment: Assessment, _ language: Language, _ format: FindingFormat) {
        self.format = format
        field = assessment.context.source(of: finding.place.table)?.field(of: finding.place.column)
        let isOnSheet = assessment.context.source(of: finding.place.table)?.sheet != nil
        let remarks = assessment.context.source(of: finding.place.table)?.remarks
        let hasAnswers = !(remarks?.answers.isEmpty ?? true)
        let facts = Catalogue.entry(at: finding.rule).facts
        let words = FindingText(finding, assessment.context, assessment.findings).words(language)
        let source = facts.sources.first.flatMap { SourceRegister.builtIn[$0]?.url }
        switch format {
        case .json:
            field("{\"rule\":", facts.id)
            field(",\"severity\":", finding.severity.code)
            field(",\"file\":", words.fileName)
            hole(.row, after: ",\"row\":")
            hole(.line, after: ",\"line\":")
            field(",\"column\":", words.column)
            hole(.value, after: ",\"value\":")
            sentence(words.message, after: ",\"message\":")
            sentence(words.remedy, after: ",\"remedy\":")
            field(",\"basis\":", facts.basis.rawValue)
            field(",\"source\":", source)
            // Only a finding in a workbook has a cell, so that all others stay as they were.
            if isOnSheet { hole(.cell, after: "") }
            // And only one in feedback with answers can have an answer.
            if hasAnswers { hole(.answer, after: "") }
            // And only one in feedback that came back has a row in the delivery before.
            if assessment.context.source(of: finding.place.table)?.deliveredRows != nil {
                field(",\"earlier\":{\"table\":", Self.name(of: finding.place.table))
                hole(.earlierRow, after: ",\"row\":")
                bytes.append("}")
            }
            hole(.nothing, after: "}")
        case .csv:
            field("", assessment.submission.name)
            field(",", facts.id)
            field(",", finding.severity.code)
            field(",", words.fileName)
            hole(.row, after: ",")
            hole(.line, after: ",")
            field(",", words.column)
            hole(.value, after: ",")
            sentence(words.message, after: ",")
            sentence(words.remedy, after: ",")
            field(",", facts.basis.rawValue)
            field(",", source)
            field(",", assessment.context.ruleSet.version)
            hole(.nothing, after: "\n")
        }
    }

    /// The name of a table, which is that of its file without an ending.
    private static func name(of table: TableID) -> String {
        let file = AllTables.facts(table).fileName
        return file.hasSuffix(".csv") ? String(file.dropLast(4)) : file
    }

    private mutating func field(_ before: String, _ text: String?) {
        bytes.append(before)
        switch format {
        case .json: bytes.appendJSON(text)
        case .csv: bytes.append(PeopleCSV.field(text ?? "", separator: 0x2c))
        }
    }

    private mutating func hole(_ hole: Hole, after text: String) {
        bytes.append(text)
        runs.append(Run(end: bytes.count, hole: hole))
    }

    private mutating func sentence(_ parts: [FindingWords.Part], after text: String) {
        switch format {
        case .json: bytes.append(text + "\"")
        case .csv: hole(.startOfField, after: text)
        }
        for part in parts {
            switch part {
            case .words(var words):
                words.withUTF8 { words in
                    switch format {
                    case .json: bytes.appendEscaped(words)
                    case .csv: bytes.append(contentsOf: words)
                    }
                }
            case .value: hole(.shortValue, after: "")
            case .detail: hole(.detail, after: "")
            case .row: hole(.rowInWords, after: "")
            case .read: hole(.read, after: "")
            case .example: hole(.example, after: "")
            case .code: hole(.code, after: "")
            }
        }
        switch format {
        case .json: bytes.append("\"")
        case .csv: hole(.endOfField, after: "")
        }
    }
}

/// The forms in which findings are written for programs.
enum FindingFormat {
    case json, csv
}
