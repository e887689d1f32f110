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
    case count(Int)
    /// A row of the same table, by its record: its number, and its sheet or file where the table has several.
    case row(Int32)
    /// A text that the assessment keeps.
    case text(Int32)
}

/// All findings of one assessment.
public struct Findings: Sendable {
    /// The findings; in file, row and rule order once the assessment is done.
    public internal(set) var all: [Finding] = []
    private var texts: [Text] = []

    /// No findings.
    public init() {}

    /// Adds a finding.
    public mutating func add(_ finding: Finding) { all.append(finding) }

    /// Adds the findings of `others` behind these, with the texts that they refer to.
    mutating func append(_ others: Findings) {
        let offset = Int32(clamping: texts.count)
        texts += others.texts
        all += offset == 0 || others.texts.isEmpty ? others.all : others.all.map { $0.with(textsFrom: offset) }
    }

    /// Keeps `text` for the message of a finding.
    public mutating func detail(_ text: String) -> Detail { detail(Text(verbatim: text)) }

    /// Keeps `text` for the message of a finding, in both languages.
    public mutating func detail(_ text: Text) -> Detail {
        texts.append(text)
        return .text(Int32(clamping: texts.count - 1))
    }

    /// `detail` in words; a row in those of the table of `source`.
    public func words(_ detail: Detail, _ language: Language, in source: SourceTable? = nil) -> String {
        switch detail {
        case .none: ""
        case .day(let day): day.formatted(language)
        case .money(let amount): amount.formatted(language)
        case .number(let number): number.formatted(language)
        case .count(let count): "\(count)"
        case .row(let record): source?.rowNumber(of: Int(record))[language] ?? ""
        case .text(let index): texts[Int(index)][language]
        }
    }

    /// The number of findings of each severity.
    public var counts: [Severity: Int] {
        var (errors, warnings) = (0, 0)
        for finding in all {
            switch finding.severity {
            case .error: errors += 1
            case .warning: warnings += 1
            case .signal: break
            }
        }
        return [.error: errors, .warning: warnings, .signal: all.count - errors - warnings]
    }
}

extension Finding {
    /// The same, whose text stands `offset` places further on.
    fileprivate func with(textsFrom offset: Int32) -> Finding {
        guard case .text(let index) = detail else { return self }
        return Finding(
            rule: rule, severity: severity, variant: variant, place: place, detail: .text(index &+ offset))
    }

    /// Whether no row of the table counts because of this finding: it is about the whole table, as a required column is missing.
    public var rejectsTable: Bool { !place.isInRow && Catalogue.rejectsRow(self) }

    /// Whether it says that a table has not one heading that is known.
    package var saysNoHeadingIsKnown: Bool {
        Catalogue.entry(at: rule).observationTrigger(ofVariant: variant)?.kind == .noHeadingKnown
    }

    /// Whether its row is no data and never counts, although that is no error: a total, an explanation, headings that come back.
    public var rejectsRow: Bool { place.isInRow && severity < .error && Catalogue.rejectsRow(self) }

    /// The position, from 1, of what somebody may have meant; nil for a finding that proposes nothing. Findings that propose something else
    /// have another cause.
    public var proposal: Int? {
        guard case .count(let number) = detail, number > 0, Catalogue.proposes(self) else { return nil }
        return number
    }

    /// Table, record, rule and column in one number, so that sorting a million findings takes one comparison each time.
    var sortKey: UInt64 {
        UInt64(place.table.rawValue) << 58 | UInt64(UInt32(bitPattern: place.record &+ 1)) << 26
            | UInt64(rule) << 16 | UInt64(UInt16(truncatingIfNeeded: place.column.sortKey + 1))
    }
}
