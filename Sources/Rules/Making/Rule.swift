import Intake
import SocialReturnModel

/// A rule: its facts and its check. A rule keeps no state; adding one is adding a file, which the build lists.
public protocol Rule: SendableMetatype {
    /// What people need to know of the rule.
    static var facts: RuleMetadata { get }
}

/// A rule about something that reading saw in a cell, a record or a file. Reading recognises, the rule judges.
public protocol ReadingRule: Rule {
    /// What the rule is about.
    static var observationTriggers: [ObservationTrigger] { get }
}

/// One kind of observation, and what the rule makes of it.
public struct ObservationTrigger: Sendable {
    let kind: Observation.Kind
    let column: String?
    let severity: Severity?
    let rejectsRow: Bool
    let message: Text?
    let remedy: Text?

    /// `kind` breaks the rule, with `column` only in columns of that name, which goes before a rule that takes the kind in every
    /// column; `severity`, `message` and `remedy` differ from the rule's own where given. `rejectsRow` tells that the row does
    /// not count although the finding is no error; of a finding about a whole table, that none of its rows count.
    public init(
        _ kind: Observation.Kind, in column: TableColumn? = nil, _ severity: Severity? = nil, rejectsRow: Bool = false,
        message: Text? = nil, remedy: Text? = nil
    ) {
        self.kind = kind
        self.column = column?.name
        self.severity = severity
        self.rejectsRow = rejectsRow
        self.message = message
        self.remedy = remedy
    }
}

/// A rule about one row at a time.
public protocol RowRule: Rule {
    /// The row type of the table.
    associatedtype Row: TableRow

    /// Judges one row. Cells that could not be read are empty; leave their complaint to the rule about reading.
    static func check(_ row: Row, _ context: borrowing RowContext<Row>) -> Verdict

    /// Other wordings that a verdict may choose with `variant`, from 1.
    static var variants: [Text] { get }

    /// What the rule makes of what reading saw, when a cell that could not be read is its matter too.
    static var observationTriggers: [ObservationTrigger] { get }

    /// What the register lacks where a row is left ``Verdict/unjudged``: why, and what to supply.
    static var lacking: (reason: Text, supply: Text)? { get }
}

extension RowRule {
    /// Nothing: every row is judged.
    public static var lacking: (reason: Text, supply: Text)? { nil }
    /// No other wordings.
    public static var variants: [Text] { [] }
    /// No observations.
    public static var observationTriggers: [ObservationTrigger] { [] }
}

/// What a row rule may look at besides the row.
public struct RowContext<Row: TableRow>: Sendable {
    /// Everything about the submission.
    public let all: RuleContext
    /// The table the row stands in.
    public let table: TableData<Row>
    /// The row's position in the table.
    public var index: Int

    /// The text of a cell of the row.
    public func text(_ cell: TextCell) -> String { table.source.text(cell) }

    /// The text of a reference of the row, such as a contract number; nil where there is none.
    public func text(_ reference: Symbol?) -> String? { reference.map { all.submission.symbols[$0] } }
}

/// The verdict of a rule on a row.
public struct Verdict: Sendable {
    enum Outcome { case pass, fail, unjudged }
    let outcome: Outcome
    let detail: Detail
    let severity: Severity?
    let variant: UInt8
    let column: TableColumn?

    /// The row does not break the rule, or the rule does not concern it.
    public static var pass: Verdict { Verdict(outcome: .pass, detail: .none, severity: nil, variant: 0, column: nil) }

    /// The rule says nothing of the row, as it lacks what ``RowRule/lacking`` names.
    public static var unjudged: Verdict {
        Verdict(outcome: .unjudged, detail: .none, severity: nil, variant: 0, column: nil)
    }

    /// The row breaks the rule.
    public static var fail: Verdict { .fail() }

    /// The row breaks the rule; `detail` is for the message, the rest differs from the rule's own where given.
    public static func fail(
        _ detail: Detail = .none, severity: Severity? = nil, variant: UInt8 = 0, column: TableColumn? = nil
    ) -> Verdict {
        Verdict(outcome: .fail, detail: detail, severity: severity, variant: variant, column: column)
    }
}

/// A rule about a table, several tables, the register or several submissions.
public protocol SubmissionRule: Rule {
    /// Looks at the submission and reports.
    static func check(_ context: RuleContext, _ report: inout FindingCollector)

    /// When the rule runs. Rules about doubles come before rules about totals, which leave out what was set aside.
    static var phase: Phase { get }

    /// Other wordings that a report may choose with `variant`, from 1.
    static var variants: [Text] { get }

    /// Wordings of which the remedy or the audience differs too; they are numbered after ``variants``.
    static var wordings: [Wording] { get }
}

/// A wording of a rule with a remedy or an audience of its own.
public struct Wording: Sendable {
    let message: Text
    let remedy: Text?
    let audience: Audience?

    /// What was seen, what to do and who can; nil as the rule itself has it.
    public init(_ message: Text, remedy: Text? = nil, audience: Audience? = nil) {
        self.message = message
        self.remedy = remedy
        self.audience = audience
    }
}

extension SubmissionRule {
    /// After the rules about rows.
    public static var phase: Phase { .acrossRows }
    /// No other wordings.
    public static var variants: [Text] { [] }
    /// No other wordings.
    public static var wordings: [Wording] { [] }
}

/// The steps of an assessment. Rows with an error are set aside after each.
public enum Phase: Int, CaseIterable, Comparable, Sendable {
    case reading, rows, acrossRows, totals

    /// Whether `left` comes first.
    public static func < (left: Phase, right: Phase) -> Bool { left.rawValue < right.rawValue }
}

/// What a submission rule reports to.
public struct FindingCollector {
    let rule: Int16
    let facts: RuleMetadata
    var findings: Findings
    private(set) var missing: [NotEvaluated] = []

    /// Reports the rule broken at `place`.
    public mutating func found(
        at place: Place, _ detail: Detail = .none, severity: Severity? = nil, variant: UInt8 = 0
    ) {
        findings.add(
            Finding(rule: rule, severity: severity ?? facts.severity, variant: variant, place: place, detail: detail))
    }

    /// Keeps `text` for a message. A text of a third party is kept only by a rule that says in its traits that it quotes such texts.
    public mutating func text(_ text: String, from origin: TextOrigin) -> Detail {
        self.text(Text(verbatim: text), from: origin)
    }

    /// Keeps `text` for a message, in both languages.
    public mutating func text(_ text: Text, from origin: TextOrigin) -> Detail {
        guard facts.mayQuote(origin) else {
            assertionFailure("\(facts.id) quotes a third party and has no trait .quotesThirdPartyNames")
            return .none
        }
        return findings.detail(text)
    }

    /// Says that the rule could not be tested, or not for everything: why, what to supply, and who can.
    ///
    /// - Parameters:
    ///   - reason: why not, as a sentence.
    ///   - supply: what would let the rule be tested, as a sentence; nil where nothing would.
    ///   - supplier: who can supply it; nil for nobody.
    ///   - isRegisterGap: whether it is the register that lacks something, so that whoever keeps it can supply it once for all.
    public mutating func notEvaluated(
        _ reason: Text, supply: Text? = nil, by supplier: Audience? = nil, isRegisterGap: Bool = false
    ) {
        let item = NotEvaluated(
            rule: rule, reason: reason, supply: supply, supplier: supplier, isRegisterGap: isRegisterGap)
        if !missing.contains(item) { missing.append(item) }
    }

    /// Says that the rule lacks `need`.
    public mutating func notEvaluated(_ need: Need) {
        notEvaluated(need.reason, supply: need.supply, by: need.supplier, isRegisterGap: need.isOfRegister)
    }
}

/// A rule that was not tested, or not for everything: never counted as passed.
public struct NotEvaluated: Sendable, Hashable {
    /// Position of the rule in the catalogue.
    public let rule: Int16
    /// Why.
    public let reason: Text
    /// What to supply so that the rule can be tested; nil where nothing that anybody could supply would help.
    public let supply: Text?
    /// Who can supply it; nil where it is nobody's to supply, or no more than welcome.
    public let supplier: Audience?
    /// Whether it is the register that lacks something.
    public var isRegisterGap = false
}

extension RowContext {
    /// Whether `date` lies in the period of the report: the finding names the period's first day, and in the first variant its last.
    public func within(period date: Day?) -> Verdict {
        guard let date, let period = all.period, !period.contains(date) else { return .pass }
        return date < period.start ? .fail(.day(period.start)) : .fail(.day(period.end), variant: 1)
    }
}
