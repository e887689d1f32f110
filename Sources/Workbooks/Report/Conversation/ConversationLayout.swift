import Intake
import SocialReturnModel
import Spreadsheets

/// Where everything stands on *Gesprek*, settled before anything is written.
struct ConversationLayout {
    /// The columns; the last five are for programs.
    enum Column: Int, CaseIterable {
        case kind, subject, quotes, turn, agreement, owner, dueBy, remark, previous, contract, topic, contractNumbers,
            period, seal

        /// The width in characters: together they fill a screen of 1366 pixels, and a page at four fifths of its size.
        var width: Double {
            switch self {
            case .kind: 18
            case .subject: 25
            case .quotes: 32
            case .turn: 14
            case .agreement: 19
            case .owner: 11
            case .dueBy: 11
            case .remark: 13
            case .previous: 16
            case .contract, .topic, .contractNumbers, .period, .seal: 12
            }
        }

        /// What stands above the column.
        var heading: Text {
            switch self {
            case .kind: Text(nl: "Soort", en: "Kind")
            case .subject: DecisionForm.subject
            case .quotes: Text(nl: "In de woorden van de leverancier", en: "In the words of the supplier")
            case .turn: Text(nl: "Aan zet", en: "Whose turn")
            case .agreement: DecisionForm.agreement
            case .owner: DecisionForm.owner
            case .dueBy: DecisionForm.dueBy
            case .remark: DecisionForm.remark
            case .previous: DecisionForm.previous
            case .contract: Text(nl: "Contract", en: "Contract")
            case .topic: DecisionForm.topic
            case .contractNumbers: DecisionForm.contracts
            case .period: DecisionForm.period
            case .seal: DecisionForm.seal
            }
        }

        var isInput: Bool { DecisionForm.inputs.contains(heading) }
        var isHidden: Bool { rawValue > Column.previous.rawValue }
    }

    /// What is still open, as far as the page shows it.
    let open: [OpenItem]
    /// What went well.
    let praise: [Praise]
    private let topicCount: Int

    /// A cell to write in, with a line that is seen on its tint.
    static let input = CellStyle.decision.style.with { $0.border = .all(.thin, color: Palette.grey) }

    /// How many lines the subject of a topic takes at most, and how many letters stand in the room of a digit, by which columns are measured.
    static let mostLines = 8, lettersOfDigit = 1.05
    /// What a cell on the page shows of a text, in characters; the whole of it stands on its own sheet.
    static let longestQuote = 170, longestPrevious = 400
    /// The same of what is still open, which has one line.
    static let longestAgreed = 56, longestTurn = 17, longestState = 58
    /// The columns that are in sight.
    static let shownColumns = 0...Column.previous.rawValue

    init(_ topics: ReportTopics) {
        open = Array(topics.open.prefix(ReportTopics.mostOpen))
        praise = topics.praise
        topicCount = topics.page.count
    }

    static let titleRow = 0, lastTimeRow = 1, openRow = 2, openHeadingRow = 3
    func row(ofOpen position: Int) -> Int { Self.openHeadingRow + 1 + position }
    var praiseRow: Int { row(ofOpen: open.count) }
    func row(ofPraise position: Int) -> Int {
        praiseRow + 1 + praise.prefix(position).reduce(0) { $0 + $1.height }
    }
    var topicRow: Int { praise.isEmpty ? row(ofPraise: 0) + 1 : row(ofPraise: praise.count) }
    var headingRow: Int { topicRow + 1 }
    func row(ofTopic position: Int) -> Int { headingRow + 1 + position }
    var stateRow: Int { row(ofTopic: max(1, topicCount)) }
    func row(ofState line: Int) -> Int { stateRow + 1 + line }
    var lastRow: Int { row(ofState: 4) }

    /// The cells of the contracts of the topics on the page, as a formula on another sheet refers to them; nil without topics.
    var contracts: String? {
        guard topicCount > 0 else { return nil }
        return CellRange(rows: row(ofTopic: 0)...row(ofTopic: topicCount - 1), column: Column.contract.rawValue)
            .reference(in: ReportSheet.conversation.name)
    }
}
