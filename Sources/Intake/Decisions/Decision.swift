import SocialReturnModel

/// What was agreed about a topic: a row of `besluiten.csv`, or the blue cells of a report.
public struct Decision: Sendable, Hashable {
    /// The contract's number; empty for a topic that is about no contract in particular.
    public var contract: String
    /// The topic.
    public var topic: TopicID
    /// The period of the report in which it was written down, in its shortest notation.
    public var period: String
    /// What was agreed.
    public var agreement = ""
    /// Who does it.
    public var owner = ""
    /// By when: a day as `dd-mm-jjjj`, or words where no day was written.
    public var dueBy = ""
    /// A remark, which the supplier does not read.
    public var remark = ""
    /// The day on which it came into the register; nil when that is not known.
    public var recordedOn: Day?
    /// The workbook in which it stood.
    public var origin = ""

    /// A decision about `topic` under `contract` in the report on `period`.
    public init(contract: String, topic: TopicID, period: String) {
        self.contract = contract
        self.topic = topic
        self.period = period
    }

    /// The decision that a row of the register holds; one without a topic is about nothing.
    init(_ row: RegisterDecision, _ source: SourceTable, _ symbols: SymbolTable) {
        self.init(
            contract: row.contract.map { symbols[$0] } ?? "",
            topic: row.topic.flatMap { TopicID(symbols[$0]) } ?? TopicID("onbekend", supplier: ""),
            period: row.period?.description ?? "")
        func text(_ cell: TextCell) -> String { Self.unguarded(Self.plain(source.text(cell))) }
        (agreement, owner, remark, origin) = (text(row.agreement), text(row.owner), text(row.remark), text(row.origin))
        dueBy = row.dueBy?.formatted(.dutch) ?? ""
        recordedOn = row.recordedOn
    }

    /// The four cells, in the order of the sheet.
    public var cells: [String] {
        get { [agreement, owner, dueBy, remark] }
        set { (agreement, owner, dueBy, remark) = (newValue[0], newValue[1], newValue[2], newValue[3]) }
    }

    /// Which topic of which report it is about.
    var subject: Subject {
        Subject(contract: contract.lowercased(), topic: topic, period: period)
    }

    /// What decisions about one topic in one period have in common.
    struct Subject: Hashable {
        let contract: String
        let topic: TopicID
        let period: String
    }

    /// What two decisions have in common that say the same.
    var key: Key { Key(subject: subject, cells: cells.map(Self.folded)) }

    struct Key: Hashable {
        let subject: Subject
        let cells: [String]
    }

    /// How two decisions about one topic in one period relate.
    enum Relation { case same, contained, extended, different }

    /// Whether this one says the same as `other`, less, more, or something else.
    func relation(to other: Decision) -> Relation {
        var (less, more) = (false, false)
        for (mine, theirs) in zip(key.cells, other.key.cells) where mine != theirs {
            if mine.isEmpty {
                less = true
            } else if theirs.isEmpty {
                more = true
            } else {
                return .different
            }
        }
        return switch (less, more) {
        case (false, false): .same
        case (true, false): .contained
        case (false, true): .extended
        case (true, true): .different
        }
    }

    /// A text with its blanks as people see them: none at the ends, one space between words, line breaks kept.
    static func plain(_ text: String) -> String {
        var lines: [String] = []
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            lines.append(line.split { $0.isWhitespace }.joined(separator: " "))
        }
        return lines.joined(separator: "\n").trimmingBlanks
    }

    /// The text without the apostrophes that keep a spreadsheet program from calculating.
    private static func unguarded(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.first == "'" && line.dropFirst().first.map { "=+-@".contains($0) } == true ? line.dropFirst() : line
        }.joined(separator: "\n")
    }

    /// The text as it is compared: without case, and without apostrophes, of which some were put there for spreadsheet programs.
    private static func folded(_ text: String) -> String {
        text.filter { $0 != "'" }.split { $0.isWhitespace }.joined(separator: " ").lowercased()
    }
}
