import FoundationEssentials
import Rules
import SocialReturnModel

/// What a summary needs of `bevindingen.json`. Values and messages of findings are not even read.
public struct ResultFindings: Sendable {
    /// The rule set that judged.
    public let ruleSet: String
    /// The digest of what was delivered, and of what it corrects, when it is feedback that came back.
    public let delivery: String?, corrects: String?
    /// Rows read.
    public let rowsRead: Int
    /// Rows that count.
    public let rowsAccepted: Int
    /// The findings by rule and severity, in the order of the rules.
    public let counts: [FindingCount]
    /// The rules that were not tested.
    public let notEvaluated: [String]
    /// Whether an error is about a whole file or column, or the cover.
    public let hasUnusableFile: Bool
    /// Whether a finding on the supplier's own files is above a signal.
    public let hasRemarks: Bool
    /// The tables about whose texts a privacy rule had something to say.
    private let tablesWithPersonalData: Set<TableID>
    /// Whether such a rule spoke of a file that is not named after a table, so that it can be any table.
    private let anyTableHasPersonalData: Bool

    /// Whether a privacy rule had something to say about texts of `table`.
    public func hasPersonalData(in table: TableID) -> Bool {
        anyTableHasPersonalData || tablesWithPersonalData.contains(table)
    }

    /// The files of the register: findings about them are for inkoop and say nothing of the submission.
    private static let registerFiles = Set(
        (TableID.register + [.valuationLines]).map { AllTables.facts($0).fileName })

    /// Reads the JSON of one submission.
    ///
    /// - Throws: `DecodingError` when it is something else, and another error when it counts more rows than there can be.
    public init(json: Data) throws {
        let document = try JSONDecoder().decode(Document.self, from: json)
        guard document.format.hasPrefix("maatwerk-bevindingen/") else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: [], debugDescription: "another format: \(document.format.prefix(40))")
            )
        }
        guard FigureOutOfBounds.areCounts(document.rows.read, document.rows.accepted) else { throw FigureOutOfBounds() }
        ruleSet = document.rule_set ?? ""
        (delivery, corrects) = (document.delivery, document.corrects)
        rowsRead = document.rows.read
        rowsAccepted = document.rows.accepted
        notEvaluated = Set(document.not_evaluated.map(\.rule)).sorted()
        var counts: [FindingCount] = []
        var positions: [String: Int] = [:]
        var (isUnusable, hasRemarks, privacy) = (false, false, Set<TableID>())
        var isPrivacyAnywhere = false
        for finding in document.findings {
            let file = finding.file.lowercased()
            let key = finding.rule + finding.severity
            if let position = positions[key] {
                counts[position].count += 1
            } else {
                positions[key] = counts.count
                counts.append(FindingCount(rule: finding.rule, severity: finding.severity, count: 1))
            }
            let table = Self.table(file, finding.cell)
            if Catalogue.isAboutPrivacy(finding.rule) {
                if let table { privacy.insert(table) } else { isPrivacyAnywhere = true }
            }
            guard !Self.registerFiles.contains(file) else { continue }
            if finding.severity == "fout", finding.row == nil || table == .cover {
                isUnusable = true
            }
            if finding.severity != "signaal" { hasRemarks = true }
        }
        self.counts = counts.sorted { ($0.rule, $0.severity) < ($1.rule, $1.severity) }
        hasUnusableFile = isUnusable
        self.hasRemarks = hasRemarks
        tablesWithPersonalData = privacy
        anyTableHasPersonalData = isPrivacyAnywhere
    }

    /// The table of a finding, by the name of its file or by the sheet on which its cell stands.
    private static func table(_ file: String, _ cell: String?) -> TableID? {
        if let table = tablesByFile[file] { return table }
        guard let cell, let mark = cell.lastIndex(of: "!") else { return nil }
        return SheetNames.table(named: cell[..<mark].filter { $0 != "'" })
    }

    private static let tablesByFile = Dictionary(
        AllTables.facts.map { ($0.fileName, $0.id) }, uniquingKeysWith: { first, _ in first })

    private struct Document: Decodable {
        struct Rows: Decodable { let read, accepted: Int }
        struct Finding: Decodable {
            let rule, severity, file: String
            let row: Int?
            let cell: String?
        }
        struct NotEvaluated: Decodable { let rule: String }
        let format: String
        let rule_set: String?
        let delivery, corrects: String?
        let rows: Rows
        let findings: [Finding]
        let not_evaluated: [NotEvaluated]
    }
}
