import Plumbing
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
    var key: Key { Key(subject: subject, saying: Saying(self)) }

    struct Key: Hashable {
        let subject: Subject
        let saying: Saying
    }

    /// What a decision says in its cells, as it is compared.
    struct Saying: Hashable {
        private let cells: [String]

        init(_ decision: Decision) { cells = decision.cells.map(Decision.folded) }

        private init(cells: [String]) { self.cells = cells }

        /// All that says less: some of the cells are empty, and the others the same.
        var lesser: [Saying] {
            let filled = cells.indices.filter { !cells[$0].isEmpty }
            return (0..<(1 << filled.count) - 1).map { kept in
                var less = Array(repeating: "", count: cells.count)
                for (bit, index) in filled.enumerated() where kept >> bit & 1 == 1 { less[index] = cells[index] }
                return Saying(cells: less)
            }
        }

        /// Whether this says all that `other` says, or more.
        func covers(_ other: Saying) -> Bool {
            zip(cells, other.cells).allSatisfy { mine, theirs in theirs.isEmpty || mine == theirs }
        }

        /// Whether a cell of both is filled in another way, or each has one that the other lacks.
        func contradicts(_ other: Saying) -> Bool {
            var (less, more) = (false, false)
            for (mine, theirs) in zip(cells, other.cells) where mine != theirs {
                guard mine.isEmpty || theirs.isEmpty else { return true }
                if mine.isEmpty { less = true } else { more = true }
            }
            return less && more
        }
    }

    /// A text with its blanks as people see them: none at the ends, one space between words, line breaks kept.
    static func plain(_ text: String) -> String {
        var lines: [String] = []
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            lines.append(line.words.joined(separator: " "))
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
        text.filter { $0 != "'" }.words.joined(separator: " ").lowercased()
    }
}
