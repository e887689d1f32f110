import Assessments
import Exchange
import FoundationEssentials
import Glibc
import Intake
import Plumbing
import Rules
import SocialReturnModel

/// What is kept of one submission of a batch: how it stands, and of what its outputs were made.
///
/// It is written when all outputs are there, so that a result without a record is not finished.
public struct SubmissionRecord: Codable, Sendable, Hashable {
    /// The form of the record.
    public var format = "maatwerk-inzending/1"
    /// The submission's name, which is also that of its folder.
    public let submission: String
    /// The supplier's KvK number; nil where the cover has none.
    public var supplierKvK: String?
    /// The supplier's name; nil where the cover has none.
    public var supplier: String?
    /// The reporting period; nil where the cover has none.
    public var period: String?
    /// How the submission stands, as inkoop calls it.
    public var status: String
    /// The rows that were read, that count and that were set aside.
    public var rows = Rows()
    /// The findings by severity.
    public var counts = Counts()
    /// How many rules were not tested, or not for everything.
    public var notEvaluated = 0
    /// The rule set that judged; nil where the submission could not be read.
    public var ruleSet: String?
    /// The version of the tool.
    public var tool = Version.tool
    /// Why it could not be converted; nil where it could.
    public var message: String?
    /// The outputs that were made.
    public var outputs: [String] = []
    /// The digest of what was decided about the supplier, as far as the outputs show it; nil where nothing was.
    public var decisions: String?
    /// The SHA-256 of the report as it was made; nil where none was.
    public var report: String?
    /// What the cells of each sheet of that report come to, see `ContentSum`; nil where none was made.
    public var texts: [String: String]?
    /// Everything else that the outputs depend on, as one digest.
    public let fingerprint: String

    /// Numbers of rows.
    public struct Rows: Codable, Sendable, Hashable {
        /// Read, the cover's included.
        public var read = 0
        /// Counted.
        public var accepted = 0
        /// Set aside.
        public var setAside = 0

        enum CodingKeys: String, CodingKey {
            case read, accepted
            case setAside = "set_aside"
        }
    }

    /// Numbers of findings.
    public struct Counts: Codable, Sendable, Hashable {
        /// Errors.
        public var fout = 0
        /// Warnings.
        public var waarschuwing = 0
        /// Signals.
        public var signaal = 0
    }

    enum CodingKeys: String, CodingKey {
        case format, submission, supplier, period, status, rows, counts, tool, message, outputs, decisions, report,
            texts, fingerprint
        case supplierKvK = "supplier_kvk"
        case notEvaluated = "not_evaluated"
        case ruleSet = "rule_set"
    }

    /// ``texts`` as sums.
    var contentSums: Set<ContentSum>? { texts.map { Set($0.values.compactMap(ContentSum.init(written:))) } }

    /// The record of a submission that was judged, in the folder called `folder`.
    init(
        _ assessment: Assessment, _ summary: SubmissionSummary, in folder: String, _ outputs: Set<ConversionOutput>,
        fingerprint: String
    ) {
        let cover = assessment.submission.coverRow
        let counts = assessment.findings.counts
        let rows = assessment.submission.rowCounts
        submission = folder
        supplierKvK = cover.supplierKvK?.description
        supplier = assessment.submission.cover.map { $0.source.text(cover.supplierName) }
        period = cover.period?.description
        status = summary.status.name.nl
        self.rows = Rows(read: rows.read, accepted: rows.accepted, setAside: rows.setAside)
        self.counts = Counts(
            fout: counts[.error, default: 0], waarschuwing: counts[.warning, default: 0],
            signaal: counts[.signal, default: 0])
        notEvaluated = Set(assessment.notEvaluated.map(\.rule)).count
        ruleSet = assessment.context.ruleSet.version
        self.outputs = outputs.map(\.rawValue).sorted()
        self.fingerprint = fingerprint
    }

    /// The record of a submission that could not be converted, for the reason in `message`; `name` is that of the submission.
    public init(failed name: String, message: String) {
        submission = ResultName.folder(name)
        status = SubmissionStatus.rejected.name.nl
        self.message = message
        fingerprint = ""
    }

    /// The record as one line of JSON, its keys in alphabetical order.
    public var line: String { Self.lines(of: [self])[0] }

    /// The record that ``line`` became; nil for anything else.
    public init?(line: [UInt8]) {
        guard let record = try? JSONDecoder().decode(SubmissionRecord.self, from: Data(line)) else { return nil }
        self = record
    }

    /// The records as lines of JSON, their keys in alphabetical order, without what only the next run needs. Making an encoder costs more than
    /// using it.
    static func lines(of records: [SubmissionRecord]) -> [String] {
        encoded(
            records.map { record in
                var record = record
                record.texts = nil
                return record
            })
    }

    private static func encoded(_ records: [SubmissionRecord]) -> [String] {
        let encoder = EncodedJSON()
        return records.map { encoder.text($0) }
    }
}

extension SubmissionRecord {
    /// The folder beside the results that holds their records, so that a result holds nothing but outputs.
    static let folderName = ".maatwerk"
    private static let ending = ".json"

    private static func path(_ stem: String, in output: String) -> String {
        "\(output)/\(folderName)/\(stem)\(ending)"
    }

    /// What the records among the results in `output` are called; see ``ResultName``.
    static func stems(in output: String) -> [String] {
        let files = (try? FileSystem.fileNames(in: output + "/" + folderName)) ?? []
        return files.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }
    }

    /// The record of the submission called `name` among the results in `output`; nil when there is none that can be read.
    static func read(_ name: String, in output: String) -> SubmissionRecord? {
        read(stem: ResultName.stem(of: name), in: output)
    }

    /// The record that is called `stem`.
    static func read(stem: String, in output: String) -> SubmissionRecord? {
        guard let bytes = try? FileSystem.bytes(of: path(stem, in: output)) else { return nil }
        return try? JSONDecoder().decode(SubmissionRecord.self, from: Data(bytes))
    }

    /// Takes away the record of the submission called `name`.
    static func remove(_ name: String, in output: String) {
        unlink(path(ResultName.stem(of: name), in: output))
    }

    /// Writes the record beside the results in `output`.
    public func write(in output: String) throws(OutputError) {
        try Staging.makeFolder(output + "/" + Self.folderName)
        try OutputFile.write(Self.encoded([self])[0] + "\n", to: Self.path(ResultName.stem(of: submission), in: output))
    }
}

extension OutputFile {
    /// Writes `text` as a whole file.
    static func write(_ text: String, to path: String) throws(OutputError) {
        let file = try OutputFile(at: path)
        try file.write { $0.append(contentsOf: text.utf8) }
        try file.finish()
    }
}
