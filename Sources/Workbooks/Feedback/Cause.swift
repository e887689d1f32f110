import Intake
import Rules
import SocialReturnModel

/// Findings that have one cause: the same rule, with the same words, in the same column. Mending it once settles all of them.
struct Cause {
    /// The findings, by their position in the assessment: the first three.
    private(set) var first: [Int] = []
    /// How many there are.
    private(set) var count = 0
    /// How much it matters.
    let severity: Severity

    /// How many places are shown.
    static let shownPlaces = 3

    /// The causes among the findings of `feedback`, the most serious first, then the most frequent.
    static func all(_ feedback: Feedback) -> [Cause] {
        var causes: [Cause] = []
        var positions: [Key: Int] = [:]
        for position in feedback.findings {
            let finding = feedback.finding(position)
            let key = Key(finding)
            let cause = positions[key] ?? causes.count
            if cause == causes.count {
                positions[key] = cause
                causes.append(Cause(severity: finding.severity))
            }
            if causes[cause].first.count < shownPlaces { causes[cause].first.append(position) }
            causes[cause].count += 1
        }
        // Equal ones stay in the order of the file.
        return causes.enumerated().sorted {
            ($1.element.severity, $1.element.count, $0.offset) < ($0.element.severity, $0.element.count, $1.offset)
        }.map(\.element)
    }

    private init(severity: Severity) { self.severity = severity }

    private struct Key: Hashable {
        let rule: Int16
        let variant: UInt8
        let severity: Severity
        let table: TableID
        let column: ColumnReference

        init(_ finding: Finding) {
            rule = finding.rule
            variant = finding.variant
            severity = finding.severity
            table = finding.place.table
            column = finding.place.column
        }
    }
}

/// What a supplier is asked to do about a finding, in a word with a symbol.
extension Severity {
    /// The word for the supplier: mend, check, or for information.
    var task: Text {
        switch self {
        case .error: Text(nl: "● Herstellen", en: "● Mend")
        case .warning: Text(nl: "▲ Nakijken", en: "▲ Check")
        case .signal: Text(nl: "◆ Ter informatie", en: "◆ For information")
        }
    }

    /// The colour that goes with the word.
    var look: Look {
        switch self {
        case .error: .error
        case .warning: .warning
        case .signal: .signal
        }
    }
}
