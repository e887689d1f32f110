import Assessments
import Rules
import SocialReturnModel

/// The topics of a report, each where it belongs and on one sheet only.
final class ReportTopics {
    /// What to talk about, on *Gesprek*: at most ``mostOnPage``, of every kind at least one.
    let page: [TopicLine]
    /// What else can be talked about: *Meer onderwerpen*.
    let more: TopicSheet
    /// What is wrong with files and cells, and what was not tested: *Controle*.
    let control: TopicSheet
    /// What the register lacks: *Register*.
    let register: TopicSheet

    /// What was agreed before and is still open, most pressing first, all of it.
    let open: [OpenItem]
    /// What went well, as *Gesprek* begins and *Samenvatting* says in short.
    let praise: [Praise]
    /// What the supplier wrote.
    let quotes: SupplierQuotes

    /// How many topics a conversation of an hour has room for.
    static let mostOnPage = 7
    /// How many of what is still open *Gesprek* shows, and how many lines that takes together with what went well: the blue cells below have to
    /// begin on the first screen.
    static let mostOpen = 6, mostLinesAbove = 9
    /// How many topics *Samenvatting* names.
    static let mostOnSummary = 5

    init(_ report: Report, _ summary: SubmissionSummary) {
        let answered = AnsweredFindings(report.assessment)
        quotes = SupplierQuotes(report)
        var lines: [Topic.Forum: [TopicLine]] = [:]
        var rest: [Topic.Forum: Int] = [:]
        for topic in summary.topics {
            let answer = answered.text(topic, report.language)
            let forum = topic.forum(isAnswered: answer != nil)
            guard lines[forum, default: []].count < Self.mostOnPage + TopicSheet.mostTopics else {
                rest[forum, default: 0] += 1
                continue
            }
            lines[forum, default: []].append(TopicLine(topic, report, quotes, answer: answer))
        }
        var all = lines[.conversation, default: []]
        open = OpenItem.all(report, all)
        praise = Praise.fitting(
            Praise.all(report, summary), lines: Self.mostLinesAbove - min(Self.mostOpen, max(1, open.count)))
        HelpAnswerLines(report).add(to: &all)
        let chosen = Self.firstOfEachKind(all, Self.mostOnPage)
        page = chosen.map { all[$0] }
        let others = all.indices.filter { !chosen.contains($0) }.map { all[$0] }
        more = TopicSheet(.moreTopics, others, rest: rest[.conversation] ?? 0, report)
        control = TopicSheet(.control, lines[.control, default: []], rest: rest[.control] ?? 0, report)
        register = TopicSheet(.registerGaps, lines[.register, default: []], rest: rest[.register] ?? 0, report)
    }

    /// How many topics there are to talk about. Every sheet says this number.
    var count: Int { page.count + more.count }

    /// The topics to talk about, first those on the page.
    var conversation: [TopicLine] { page + more.lines }

    /// What was answered, the first of each kind, then the second of each, until there is no more room; their positions, in their order.
    static func firstOfEachKind(_ lines: [TopicLine], _ most: Int) -> [Int] {
        var turns: [Topic.Kind: Int] = [:]
        let ranked = lines.indices.map { position in
            // What the supplier answered comes before everything: it waits for a word.
            guard lines[position].answer == nil else { return (turn: 0, position: position) }
            turns[lines[position].kind, default: 0] += 1
            return (turn: turns[lines[position].kind, default: 0], position: position)
        }
        return ranked.sorted { ($0.turn, $0.position) < ($1.turn, $1.position) }.prefix(most).map(\.position).sorted()
    }
}
