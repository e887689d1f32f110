import Intake
import SocialReturnModel

/// The result of one rule on one place. Small and without words: those are made when somebody reads it.
public struct Finding: BitwiseCopyable, Hashable, Sendable {
    /// Position of the rule in the catalogue.
    public let rule: Int16
    /// How much it matters.
    public let severity: Severity
    /// Which of the rule's messages applies; 0 is the rule's own.
    public let variant: UInt8
    /// Where.
    public let place: Place
    /// What the check found, for `{detail}` in the message.
    public let detail: Detail
}

/// What a check found: the limit that was passed, the row that came first, the number expected.
public enum Detail: BitwiseCopyable, Hashable, Sendable {
    case none
    case day(Day)
    case money(Cents)
    case number(Quantity)
    case count(Int32)
    /// A text that the assessment keeps.
    case text(Int32)
}

/// All findings of one assessment.
public struct Findings: Sendable {
    /// The findings; in file, row and rule order once the assessment is done.
    public internal(set) var all: [Finding] = []
    private var texts: [String] = []

    /// No findings.
    public init() {}

    /// Adds a finding.
    public mutating func add(_ finding: Finding) { all.append(finding) }

    /// Keeps `text` for the message of a finding.
    public mutating func detail(_ text: String) -> Detail {
        texts.append(text)
        return .text(Int32(texts.count - 1))
    }

    /// `detail` in words.
    public func words(_ detail: Detail, _ language: Language) -> String {
        switch detail {
        case .none: ""
        case .day(let day): day.formatted(language)
        case .money(let amount): amount.formatted(language)
        case .number(let number): number.formatted(language)
        case .count(let count): "\(count)"
        case .text(let index): texts[Int(index)]
        }
    }

    /// Puts the findings in file, row and rule order. Files stand in the order of the interface, register files after them.
    public mutating func sort() {
        all.sort { $0.sortKey < $1.sortKey }
    }

    /// The number of findings of each severity.
    public var counts: [Severity: Int] {
        var counts: [Severity: Int] = [.error: 0, .warning: 0, .signal: 0]
        for finding in all { counts[finding.severity, default: 0] += 1 }
        return counts
    }
}

extension Finding {
    fileprivate var sortKey: SortKey {
        SortKey(
            table: place.table.rawValue, record: place.record, rule: rule, column: place.column.sortKey,
            line: place.line)
    }
}

private struct SortKey: Comparable {
    let table: UInt8
    let record: Int32
    let rule: Int16
    let column: Int
    let line: Int32

    static func < (left: SortKey, right: SortKey) -> Bool {
        (left.table, left.record, left.rule, left.column, left.line)
            < (right.table, right.record, right.rule, right.column, right.line)
    }
}
