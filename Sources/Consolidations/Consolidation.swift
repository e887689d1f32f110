import FoundationEssentials
import Intake
import SocialReturnModel

/// The digests of any number of converted submissions.
///
/// Merging is the union of sets, so that parts can be made and merged in any order and any grouping, as a tree if need be, with the
/// same outcome. Everything else is a function of the set and the register.
public struct Consolidation: Sendable {
    /// The digests.
    public private(set) var digests: Set<SubmissionAggregate> = []
    /// What could not be used.
    public private(set) var leftOut: Set<SkippedResult> = []

    /// Nothing yet.
    public init() {}

    /// Adds a digest; the same one twice counts once.
    public mutating func add(_ digest: SubmissionAggregate) { digests.insert(digest) }

    /// Takes a digest out again, as its figures do not fit beside the others.
    mutating func leaveOut(_ digest: SubmissionAggregate) {
        digests.remove(digest)
        leftOut.insert(SkippedResult(name: digest.name, reason: .figuresUncountable))
    }

    /// Notes that a result could not be used.
    public mutating func leaveOut(_ result: SkippedResult) { leftOut.insert(result) }

    /// Adds all that `other` holds.
    public mutating func merge(_ other: Consolidation) {
        digests.formUnion(other.digests)
        leftOut.formUnion(other.leftOut)
    }

    /// The digests in an order that depends on nothing but themselves: supplier, period, day, name.
    public var sorted: [SubmissionAggregate] {
        var sorted = digests.sorted { $0.isBefore($1) }
        // Equal keys with different contents are rare: the same submission converted twice. Their own text then decides.
        var start = 0
        while start < sorted.count {
            var end = start + 1
            while end < sorted.count, !sorted[start].isBefore(sorted[end]) { end += 1 }
            if end - start > 1 {
                let tied = sorted[start..<end].map { (digest: $0, text: SummaryFile.line(.submission($0))) }
                sorted.replaceSubrange(
                    start..<end, with: tied.sorted { $0.text.lexicographicallyPrecedes($1.text) }.map(\.digest))
            }
            start = end
        }
        return sorted
    }

    /// The results that could not be used, in order.
    public var sortedLeftOut: [SkippedResult] {
        leftOut.sorted {
            ($0.name, $0.reason.rawValue, $0.file ?? "", $0.line ?? 0)
                < ($1.name, $1.reason.rawValue, $1.file ?? "", $1.line ?? 0)
        }
    }
}

extension SubmissionAggregate {
    fileprivate func isBefore(_ other: SubmissionAggregate) -> Bool {
        if supplier != other.supplier { return (supplier?.rawValue ?? 0) < (other.supplier?.rawValue ?? 0) }
        if period != other.period {
            guard let left = period else { return true }
            return other.period.map { left < $0 } ?? false
        }
        if preparedOn != other.preparedOn {
            guard let left = preparedOn else { return true }
            return other.preparedOn.map { left < $0 } ?? false
        }
        return name < other.name
    }
}

/// A result that could not be used, by the name of its folder or file.
public struct SkippedResult: Codable, Hashable, Sendable {
    /// Why.
    public enum Reason: String, Codable, Sendable, CaseIterable {
        /// The folder `gegevens` is missing, or holds no table.
        case dataMissing = "gegevens_ontbreken"
        /// The supplier delivered no cover, so that nobody knows of whom and of when it is.
        case coverMissing = "voorblad_ontbreekt"
        /// `bevindingen.json` is missing.
        case findingsMissing = "bevindingen_ontbreken"
        /// `bevindingen.json` cannot be read.
        case findingsDamaged = "bevindingen_beschadigd"
        /// A file is not as convert made it.
        case changed = "veranderd"
        /// A file that convert made is gone.
        case fileMissing = "bestand_ontbreekt"
        /// A line of `gegevens` cannot be what convert wrote.
        case dataDamaged = "gegevens_beschadigd"
        /// A file cannot be opened.
        case unreadable = "niet_leesbaar"
        /// A figure is one that no report can come to.
        case figureOutOfBounds = "getal_buiten_bereik"
        /// The figures of all results together are larger than can be counted.
        case figuresUncountable = "getallen_niet_te_tellen"
        /// The path holds no result.
        case noResult = "geen_resultaat"
        /// The folder holds results itself, which were not read.
        case deeper = "resultaten_dieper"
        /// A summary is damaged.
        case summaryDamaged = "deeloverzicht_beschadigd"
        /// A summary was made in another format.
        case otherFormat = "ander_formaat"
        /// A summary was made with another register.
        case otherRegister = "ander_register"
    }

    /// Whether the result is damaged or missing, rather than waiting for what the supplier has been asked already.
    public var isDamage: Bool { reason != .coverMissing }

    /// The name, as it may be shown.
    public let name: String
    /// Why it could not be used.
    public let reason: Reason
    /// The file of it that is damaged, such as `gegevens/inzet.csv`; nil for the whole, and for a summary, which is one file.
    public var file: String?
    /// The line of the file on which the damage stands, counted from 1; nil where no line is.
    public var line: Int?

    /// A result that could not be used, for what is in `file` on `line`.
    public init(name: String, reason: Reason, file: String? = nil, line: Int? = nil) {
        self.name = name
        self.reason = reason
        self.file = file
        self.line = line
    }

    /// A result that could not be used because of `damage`.
    public init(name: String, _ damage: ResultDamage) {
        self.init(name: name, reason: damage.reason, file: damage.file, line: damage.line)
    }
}

extension ContractRegister {
    /// The SHA-256 over the names and contents of the register's files: two registers with the same digest are the same.
    public var digest: String {
        let lines = files.map { "\($0.name)\t\($0.sha256)\n" }.sorted().joined()
        return SHA256Digest.hexadecimal(of: Array(lines.utf8))
    }
}
