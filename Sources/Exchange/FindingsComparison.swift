import Rules

/// What changed between two results of one submission.
///
/// A finding of the old result is *the same* as one of the new result, each at most once, by the first of these steps that fits:
///
/// 1. rule, file, column, value, message and row are the same;
/// 2. rule, file, column, value and row are the same, and the message differs;
/// 3. rule, file, column and value are the same, and the row differs: the finding moved. Findings are then taken in the order of
///    the files.
///
/// Where the new result is of a correction, table and row are first compared with those of the delivery before, whatever files and rows
/// are called now: a finding of the same rule in the same cell stayed although another value stands there. Further back in the chain of
/// corrections, and where a sheet has a name of the supplier's own, rule, column and value tell what is left.
///
/// What is left in the new result appeared, what is left in the old one disappeared. The severity takes no part in this: when
/// it differs, the finding stayed and the rule changed.
public struct FindingsComparison: Sendable {
    /// The old result; nil when the submission is only among the new ones.
    public let old: FindingsDocument?
    /// The new result; nil when the submission is only among the old ones.
    public let new: FindingsDocument?
    /// Findings of the new result that the old one does not have, in their order. Empty when there is only one result.
    public let appeared: [ReportedFinding]
    /// Findings of the old result that the new one does not have, in their order. Empty when there is only one result.
    public let disappeared: [ReportedFinding]
    /// The findings that both have.
    public let stayed: Stayed
    /// Severities that differ in findings that stayed, in the order of the new result.
    public let severityChanges: [SeverityChange]
    /// Rules that were tested for the old result only, with the reasons of the new one.
    public let noLongerEvaluated: [FindingsDocument.NotTested]
    /// Rules that were tested for the new result only, with the reasons of the old one.
    public let newlyEvaluated: [FindingsDocument.NotTested]

    /// How many findings both results have, by the step in which they were found to be the same.
    public struct Stayed: Sendable, Hashable {
        /// The same in everything but perhaps the severity and the line.
        public internal(set) var unchanged = 0
        /// In the same row, with another message.
        public internal(set) var reworded = 0
        /// In another row.
        public internal(set) var moved = 0

        /// All of them.
        public var total: Int { unchanged + reworded + moved }
    }

    /// A rule whose findings that stayed have another severity.
    public struct SeverityChange: Sendable, Hashable {
        /// The rule's id.
        public let rule: String
        /// The severity in the old result.
        public let from: Severity
        /// The severity in the new result.
        public let to: Severity
        /// How many findings.
        public internal(set) var count: Int
    }

    /// Whether the new result is of a correction, so that what disappeared was corrected.
    public var isCorrection: Bool { old != nil && new?.correctedSubmission != nil }

    /// On which side the submission is.
    public enum Presence: String, Sendable {
        case both
        case onlyOld = "only_old"
        case onlyNew = "only_new"
    }

    /// On which side the submission is.
    public var presence: Presence { old == nil ? .onlyNew : new == nil ? .onlyOld : .both }

    /// The name of the submission: the new one where the two differ.
    public var submission: String { new?.submission ?? old?.submission ?? "" }

    /// Findings of severity *fout* that the old results do not have: those that appeared, those that stayed and were less than a
    /// *fout*, and all of a submission that is only among the new results.
    public var newErrors: Int {
        presence == .onlyNew
            ? new?.count(of: .error) ?? 0
            : appeared.count { $0.severity == .error }
                + severityChanges.reduce(0) { $0 + ($1.to == .error ? $1.count : 0) }
    }

    /// Compares two results of one submission. It takes time in proportion to the number of findings.
    public init(_ old: FindingsDocument, _ new: FindingsDocument) {
        self.old = old
        self.new = new
        var matching = FindingsMatching(old.findings, new.findings)
        var stayed = Stayed()
        if new.correctedSubmission == old.submission {
            // What the old one calls earlier is earlier still.
            let places = { (finding: ReportedFinding, isNew: Bool) in isNew ? finding.placeBefore : finding.ownPlace }
            for hasTable in [true, false] {
                stayed.unchanged += matching.match { finding, isNew in
                    FindingKey(
                        finding, at: places(finding, isNew), hasTable: hasTable, value: finding.value,
                        message: finding.message)
                }
                stayed.reworded += matching.match { finding, isNew in
                    FindingKey(finding, at: places(finding, isNew), hasTable: hasTable, value: nil, message: nil)
                }
            }
        }
        stayed.unchanged += matching.match { finding, _ in
            FindingKey(finding, message: finding.message, row: finding.row)
        }
        stayed.reworded += matching.match { finding, _ in FindingKey(finding, message: nil, row: finding.row) }
        stayed.moved = matching.match { finding, _ in FindingKey(finding, message: nil, row: nil) }
        if new.correctedSubmission != nil {
            for hasTable in [true, false] {
                stayed.moved += matching.match { finding, _ in
                    FindingKey(
                        finding, at: (finding.ownPlace.table, nil), hasTable: hasTable, value: finding.value,
                        message: nil)
                }
            }
        }
        self.stayed = stayed
        appeared = matching.appeared
        disappeared = matching.disappeared
        severityChanges = matching.severityChanges
        noLongerEvaluated = Self.difference(new.notEvaluated, old.notEvaluated)
        newlyEvaluated = Self.difference(old.notEvaluated, new.notEvaluated)
    }

    /// A submission that is only among the old results.
    public init(onlyOld old: FindingsDocument) { self.init(oneSide: old, nil) }

    /// A submission that is only among the new results.
    public init(onlyNew new: FindingsDocument) { self.init(oneSide: nil, new) }

    private init(oneSide old: FindingsDocument?, _ new: FindingsDocument?) {
        self.old = old
        self.new = new
        (appeared, disappeared, stayed, severityChanges) = ([], [], Stayed(), [])
        (noLongerEvaluated, newlyEvaluated) = ([], [])
    }

    /// The rules in `items` that are not in `others`, each once, with its first reason.
    private static func difference(
        _ items: [FindingsDocument.NotTested], _ others: [FindingsDocument.NotTested]
    ) -> [FindingsDocument.NotTested] {
        var seen = Set(others.map(\.rule))
        return items.filter { seen.insert($0.rule).inserted }
    }

    /// Compares results by the name of the submission: first those of `new` in their order, then what is only in `old`. Two
    /// single results are compared whatever they are called. Where a name is double, the first goes with the first.
    public static func all(_ old: FindingsResults, _ new: FindingsResults) -> [FindingsComparison] {
        if old.isSingleResult, new.isSingleResult, let first = old.documents.first, let second = new.documents.first {
            return [FindingsComparison(first, second)]
        }
        var waiting: [String: [Int]] = [:]
        for index in old.documents.indices.reversed() {
            waiting[old.documents[index].submission, default: []].append(index)
        }
        var isCompared = Array(repeating: false, count: old.documents.count)
        var comparisons: [FindingsComparison] = []
        for document in new.documents {
            if let index = waiting[document.submission]?.popLast()
                ?? document.correctedSubmission.flatMap({ waiting[$0]?.popLast() })
            {
                isCompared[index] = true
                comparisons.append(FindingsComparison(old.documents[index], document))
            } else {
                comparisons.append(FindingsComparison(onlyNew: document))
            }
        }
        for (index, document) in old.documents.enumerated() where !isCompared[index] {
            comparisons.append(FindingsComparison(onlyOld: document))
        }
        return comparisons
    }
}
