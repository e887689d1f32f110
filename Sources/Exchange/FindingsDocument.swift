import FoundationEssentials
import Rules

/// The findings of one submission as ``FindingsJSON`` wrote them: `bevindingen.json`, or a line of `check --format json`.
public struct FindingsDocument: Decodable, Sendable, Hashable {
    /// The form that can be read, as the document itself names it.
    public static let format = "maatwerk-bevindingen/1"

    /// The name of the submission.
    public let submission: String
    /// The KvK number of the supplier; nil where the cover names none.
    public let supplierKvK: String?
    /// The reporting period; nil where the cover names none.
    public let period: String?
    /// The version of the rule set; nil where the document does not tell.
    public let ruleSet: String?
    /// The version of the tool; nil where the document does not tell.
    public let toolVersion: String?
    /// The rows of all tables.
    public let rows: Rows
    /// The findings, in the order of the document.
    public let findings: [ReportedFinding]
    /// The rules that were not tested. A rule stands here more than once when it lacked more than one thing.
    public let notEvaluated: [NotTested]

    /// How many rows were read, and what became of them.
    public struct Rows: Decodable, Sendable, Hashable {
        /// Rows that were read.
        public let read: Int
        /// Rows that count.
        public let accepted: Int
        /// Rows with an error, which count in no figure.
        public let setAside: Int

        /// The three numbers.
        public init(read: Int, accepted: Int, setAside: Int) {
            self.read = read
            self.accepted = accepted
            self.setAside = setAside
        }

        private enum CodingKeys: String, CodingKey {
            case read, accepted
            case setAside = "set_aside"
        }
    }

    /// A rule that was not tested.
    public struct NotTested: Decodable, Sendable, Hashable {
        /// The rule's id.
        public let rule: String
        /// Why, and what to supply.
        public let reason: String

        /// A rule with the reason.
        public init(rule: String, reason: String) {
            self.rule = rule
            self.reason = reason
        }
    }

    /// A document made by hand, for tests and other programs.
    public init(
        submission: String, supplierKvK: String? = nil, period: String? = nil, ruleSet: String? = nil,
        toolVersion: String? = nil, rows: Rows, findings: [ReportedFinding], notEvaluated: [NotTested] = []
    ) {
        self.submission = submission
        self.supplierKvK = supplierKvK
        self.period = period
        self.ruleSet = ruleSet
        self.toolVersion = toolVersion
        self.rows = rows
        self.findings = findings
        self.notEvaluated = notEvaluated
    }

    private enum CodingKeys: String, CodingKey {
        case submission, period, rows, findings
        case supplierKvK = "supplier_kvk"
        case ruleSet = "rule_set"
        case toolVersion = "tool_version"
        case notEvaluated = "not_evaluated"
        case correctedSubmission = "corrects_submission"
    }

    /// The name of the submission that this one corrects; nil for one that corrects none.
    public var correctedSubmission: String?

    /// The number of findings of `severity`.
    public func count(of severity: Severity) -> Int { findings.count { $0.severity == severity } }
}

/// One finding as a document holds it.
public struct ReportedFinding: Decodable, Sendable, Hashable {
    /// The rule's id.
    public let rule: String
    /// How much it matters.
    public let severity: Severity
    /// The file.
    public let file: String
    /// The row as a spreadsheet program shows it; nil for a whole file, column or submission.
    public let row: Int?
    /// The physical line; nil as `row` is.
    public let line: Int?
    /// The column; nil when the finding is about none.
    public let column: String?
    /// The cell as it may be shown; nil when the finding is about no cell.
    public let value: String?
    /// What was seen.
    public let message: String
    /// What to do; nil where the document leaves it out.
    public let remedy: String?
    /// The code of the kind of ground; nil where the document leaves it out.
    public let basis: String?
    /// The address of the source; nil for none.
    public let source: String?

    /// Where it was in the delivery before, when the document is about feedback that came back.
    public var earlier: EarlierPlace?
    /// The cell as formulas write it; nil for a file of text.
    public var cell: String?

    /// A table and a row of the delivery before.
    public struct EarlierPlace: Decodable, Sendable, Hashable {
        /// The name of the table: `inzet`.
        public let table: String
        /// The row; nil for a row that was added, and for a whole table.
        public let row: Int?

        /// A place.
        public init(table: String, row: Int?) { (self.table, self.row) = (table, row) }
    }

    /// A finding made by hand, for tests and other programs.
    public init(
        rule: String, severity: Severity, file: String, row: Int? = nil, line: Int? = nil, column: String? = nil,
        value: String? = nil, message: String, remedy: String? = nil, basis: String? = nil, source: String? = nil
    ) {
        self.rule = rule
        self.severity = severity
        self.file = file
        self.row = row
        self.line = line
        self.column = column
        self.value = value
        self.message = message
        self.remedy = remedy
        self.basis = basis
        self.source = source
    }

    private enum CodingKeys: String, CodingKey {
        case rule, severity, file, row, line, column, value, message, remedy, basis, source, earlier, cell
    }

    /// Reads a finding.
    ///
    /// - Throws: `DecodingError` where a field is missing or of another kind, or the severity is not one of the codes.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let code = try fields.decode(String.self, forKey: .severity)
        guard let severity = Severity.allCases.first(where: { $0.code == code }) else {
            throw DecodingError.dataCorruptedError(forKey: .severity, in: fields, debugDescription: "no severity")
        }
        self.init(
            rule: try fields.decode(String.self, forKey: .rule), severity: severity,
            file: try fields.decode(String.self, forKey: .file),
            row: try fields.decodeIfPresent(Int.self, forKey: .row),
            line: try fields.decodeIfPresent(Int.self, forKey: .line),
            column: try fields.decodeIfPresent(String.self, forKey: .column),
            value: try fields.decodeIfPresent(String.self, forKey: .value),
            message: try fields.decode(String.self, forKey: .message),
            remedy: try fields.decodeIfPresent(String.self, forKey: .remedy),
            basis: try fields.decodeIfPresent(String.self, forKey: .basis),
            source: try fields.decodeIfPresent(String.self, forKey: .source))
        earlier = try fields.decodeIfPresent(EarlierPlace.self, forKey: .earlier)
        cell = try fields.decodeIfPresent(String.self, forKey: .cell)
    }
}
