import Rules

/// Findings of a document with one cause: the same rule, file and column.
public struct FindingsCause: Sendable, Hashable {
    /// The rule's id.
    public let rule: String
    /// The file.
    public let file: String
    /// The column; nil for none.
    public let column: String?
    /// How much the first of them matters.
    public let severity: Severity
    /// How many there are.
    public internal(set) var count: Int
    /// The first rows, at most ``shownRows``.
    public internal(set) var rows: [Int]
    /// Whether there are more rows.
    public internal(set) var hasMoreRows: Bool

    /// How many rows are shown of a cause.
    public static let shownRows = 3

    /// The causes of `findings`, in the order in which they first occur.
    public static func causes(of findings: [ReportedFinding]) -> [FindingsCause] {
        var causes: [FindingsCause] = []
        var positions: [Place: Int] = [:]
        for finding in findings {
            let place = Place(rule: finding.rule, file: finding.file, column: finding.column)
            let position = positions[place] ?? causes.count
            if position == causes.count {
                positions[place] = position
                causes.append(
                    FindingsCause(
                        rule: finding.rule, file: finding.file, column: finding.column, severity: finding.severity,
                        count: 0, rows: [], hasMoreRows: false))
            }
            causes[position].add(finding)
        }
        return causes
    }

    private mutating func add(_ finding: ReportedFinding) {
        count += 1
        guard let row = finding.row, rows.last != row else { return }
        if rows.count < Self.shownRows { rows.append(row) } else { hasMoreRows = true }
    }

    private struct Place: Hashable {
        let rule: String
        let file: String
        let column: String?
    }
}
