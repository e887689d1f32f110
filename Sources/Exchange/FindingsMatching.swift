import FoundationEssentials
import Plumbing
import Rules
import SocialReturnModel

/// Takes two lists of findings apart into pairs and what is left, step by step.
struct FindingsMatching {
    private let old: [ReportedFinding]
    private let new: [ReportedFinding]
    /// Positions that no step has matched yet, in order.
    private var oldLeft: [Int]
    private var newLeft: [Int]
    /// Pairs whose severities differ, as positions in `new` and `old`.
    private var differing: [(new: Int, old: Int)] = []

    init(_ old: [ReportedFinding], _ new: [ReportedFinding]) {
        self.old = old
        self.new = new
        oldLeft = Array(old.indices)
        newLeft = Array(new.indices)
    }

    /// Pairs what is left and has the same key, in order, each finding once.
    ///
    /// - Parameter key: what makes two findings the same, and whether the finding is one of the new list.
    /// - Returns: the number of pairs.
    mutating func match(by key: (ReportedFinding, _ isNew: Bool) -> FindingKey) -> Int {
        guard !oldLeft.isEmpty, !newLeft.isEmpty else { return 0 }
        var waiting: [FindingKey: [Int]] = [:]
        // The last comes first, so that the first is at the end, where it is taken away in no time.
        for index in oldLeft.reversed() { waiting[key(old[index], false), default: []].append(index) }
        var isMatched = Array(repeating: false, count: old.count)
        var unmatched: [Int] = []
        for index in newLeft {
            guard let other = waiting[key(new[index], true)]?.popLast() else {
                unmatched.append(index)
                continue
            }
            isMatched[other] = true
            if old[other].severity != new[index].severity { differing.append((index, other)) }
        }
        let count = newLeft.count - unmatched.count
        newLeft = unmatched
        oldLeft.removeAll { isMatched[$0] }
        return count
    }

    /// What no step matched in the new list.
    var appeared: [ReportedFinding] { newLeft.map { new[$0] } }

    /// What no step matched in the old list.
    var disappeared: [ReportedFinding] { oldLeft.map { old[$0] } }

    /// The severities that differ between findings of a pair, by rule.
    var severityChanges: [FindingsComparison.SeverityChange] {
        var changes: [FindingsComparison.SeverityChange] = []
        for pair in differing.sorted(by: { $0.new < $1.new }) {
            let (finding, earlier) = (new[pair.new], old[pair.old])
            if let index = changes.firstIndex(where: {
                $0.rule == finding.rule && $0.from == earlier.severity && $0.to == finding.severity
            }) {
                changes[index].count += 1
            } else {
                changes.append(.init(rule: finding.rule, from: earlier.severity, to: finding.severity, count: 1))
            }
        }
        return changes
    }
}

/// What makes two findings the same in one step.
struct FindingKey: Hashable {
    private let rule: String
    private let file: String
    private let column: String?
    private let value: String?
    private let message: String?
    private let row: Int?

    /// The key of `finding` at `place` in a chain of corrections, where files and rows differ from one delivery to the next; without the
    /// table where its name may be the supplier's own.
    init(
        _ finding: ReportedFinding, at place: ReportedFinding.TableRow, hasTable: Bool, value: String?, message: String?
    ) {
        rule = finding.rule
        file = hasTable ? place.table : ""
        column = finding.column
        self.value = value
        self.message = message
        row = place.row
    }

    /// The key of `finding`; no message and no row where they do not matter.
    init(_ finding: ReportedFinding, message: String?, row: Int?) {
        rule = finding.rule
        file = finding.file
        column = finding.column
        value = finding.value
        self.message = message
        self.row = row
    }
}

extension ReportedFinding {
    typealias TableRow = (table: String, row: Int?)

    /// Its table and row in its own delivery.
    var ownPlace: TableRow { (table, row) }

    /// Its table and row in the delivery before.
    var placeBefore: TableRow { earlier.map { ($0.table, $0.row) } ?? ownPlace }

    /// The name of the table that it is about, as far as its sheet or file tells.
    private var table: String {
        let sheet = cell.flatMap { cell in cell.lastIndex(of: "!").map { String(cell[..<$0]) } }
        let name = sheet?.replacing("'", with: "") ?? PathName(file).withoutExtension
        guard let table = SheetNames.table(named: name) ?? SheetNames.table(within: name) else { return file }
        return PathName(AllTables.facts(table).fileName).withoutExtension
    }
}
