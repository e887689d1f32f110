import Assessments
import Intake
import SocialReturnModel
import Spreadsheets

/// A topic with its words and links: a row of *Gesprek*, *Meer onderwerpen*, *Controle* or *Register*.
struct TopicLine {
    /// What kind of topic it is.
    let mark: Mark
    /// Where it belongs.
    let forum: Topic.Forum
    /// The kind, by which the few topics of a page are chosen from all.
    let kind: Topic.Kind
    /// The contracts' numbers, separated by commas; empty where the topic is about none, or about all.
    let contract: String
    /// What it is about.
    let subject: String
    /// Whether the subject has words of the supplier, which have no place in a formula.
    let quotesSubject: Bool
    /// How many rows it is about; nil where it is about none.
    let count: Int?
    /// The first rows.
    let places: [ShownPlace]
    /// What can be done.
    let advice: String
    /// What the supplier wrote about it, between quotation marks and a line each; nil where it wrote nothing.
    let quotes: String?
    /// What the checks saw, for a topic about which the supplier wrote nothing.
    let seen: String
    /// What the supplier answered, in feedback that came back; nil without an answer.
    let answer: String?
    /// The topic's id, the numbers of the contracts under which a decision about it is kept, and the period of the report.
    let id: String, contractNumbers: String, period: String
    /// What was agreed about it before.
    let decisions: [Decision]
    /// The same in words, a line for each decision, with what the advice team answered; nil where nothing was.
    var previous: String?
    /// Whose turn it is.
    let turn: Text
    /// On what ground the topic stands: the rule, and where it stands on *Regels*; no target for a topic that comes from no rule.
    let source: (text: String, target: LinkTarget?)

    /// How many contracts a topic names; about more it says how many there are.
    private static let mostContracts = 20

    /// The words for `topic`.
    init(_ topic: Topic, _ report: Report, _ supplierQuotes: SupplierQuotes, answer: String?) {
        self.answer = answer
        forum = topic.forum(isAnswered: answer != nil)
        id = topic.id.text
        contractNumbers = DecisionForm.contractCell(topic.contractNumbers)
        period = report.context.period?.description ?? ""
        decisions = topic.previous
        previous =
            topic.previous.isEmpty
            ? nil : topic.previous.map { $0.line(report.language) }.joined(separator: "\n")
        let words = TopicWords(topic, report, supplierQuotes)
        mark = words.kind.map { Mark(topic.kind, as: $0) } ?? Mark(topic.kind)
        contract = Self.contract(of: topic, isOfAll: topic.contracts.isEmpty && forum == .conversation, report)
        subject = words.subject
        quotesSubject = Self.quotesSubject(topic)
        count = topic.count > 0 ? topic.count : nil
        places = topic.places.map { ShownPlace($0, report) }
        advice = words.advice
        turn = topic.isNobodysTurn ? Text(nl: "niemand", en: "nobody") : topic.turn.name
        quotes = supplierQuotes.text(topic, answer: answer)
        seen = words.seen
        kind = topic.kind
        source = Self.source(of: topic, basis: words.basis, report)
    }

    /// The numbers of the contracts of `topic`; one about all of them is about the only one there is.
    private static func contract(of topic: Topic, isOfAll: Bool, _ report: Report) -> String {
        let inView = report.assessment.realisation.contracts
        if isOfAll, inView.count == 1 { return report.text(inView[0].id) }
        let count = topic.contracts.count
        guard count <= mostContracts else {
            return report.language.words("\(count) contracten", "\(count) contracts")
        }
        return topic.contracts.map { report.text($0) }.joined(separator: contractSeparator)
    }

    private static func quotesSubject(_ topic: Topic) -> Bool {
        switch topic.subject {
        case .overdueCommitments: true
        case .findings(let group): group.facts.level == .cell
        default: false
        }
    }

    private static func source(
        of topic: Topic, basis: String, _ report: Report
    ) -> (text: String, target: LinkTarget?) {
        func target(_ rule: Int16) -> LinkTarget? {
            report.index.extents[.rules]?.target(line: RuleLine.line(of: rule, report))
        }
        return switch topic.subject {
        case .findings(let group): ("\(group.facts.id) · \(basis)", target(group.rule))
        case .notTested(let group):
            (ReportSheet.rules.name + " →", group.rules.first.flatMap { target(Int16($0)) })
        default: (basis, nil)
        }
    }

    /// What stands between the numbers of contracts.
    static let contractSeparator = ", "

    /// Whether the topic is about the contract with this number, as the formula on *Samenvatting* finds it.
    func isAbout(contract number: String) -> Bool {
        !contract.isEmpty
            && (Self.contractSeparator + contract + Self.contractSeparator)
                .contains(Self.contractSeparator + number + Self.contractSeparator)
    }

    /// What there is to read about it: the supplier's words, else what the checks saw.
    var quotesOrSeen: String { quotes ?? seen }

    /// What it is about, and below it what the checks saw where no words of the supplier say so.
    var subjectAndSeen: String { quotes != nil || seen.isEmpty ? subject : "\(subject)\n\(seen)" }

    /// The seal of its row on a sheet where it is called `subject`.
    func seal(_ subject: String) -> String {
        DecisionForm.seal(topic: id, contracts: contractNumbers, period: period, subject: subject)
    }

    /// The places in one text: `Inzet rij 14, 22, 31`.
    func shortPlaces(_ language: Language) -> String {
        guard let first = places.first else { return "" }
        let rest = places.dropFirst().filter { $0.sheet == first.sheet }.map(\.number)
        return ([first.text] + rest).joined(separator: ", ") + " →"
    }
}
