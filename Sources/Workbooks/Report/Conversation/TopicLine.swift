import Assessments
import Intake
import Rules
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
        let isOfAll = topic.contracts.isEmpty && forum == .conversation
        let inView = report.assessment.realisation.contracts
        contract =
            isOfAll && inView.count == 1
            // What is about the whole report is about its one contract.
            ? report.text(inView[0].id)
            : topic.contracts.count > Self.mostContracts
                ? "\(topic.contracts.count) \(report.language == .dutch ? "contracten" : "contracts")"
                : topic.contracts.map { report.text($0) }.joined(separator: Self.contractSeparator)
        subject = words.subject
        quotesSubject =
            switch topic.subject {
            case .overdueCommitments: true
            case .findings(let group): group.facts.level == .cell
            default: false
            }
        count = topic.count > 0 ? topic.count : nil
        places = topic.places.map { ShownPlace($0, report) }
        advice = words.advice
        turn = topic.isNobodysTurn ? Text(nl: "niemand", en: "nobody") : topic.turn.name
        quotes = supplierQuotes.text(topic, answer: answer)
        seen = words.seen
        kind = topic.kind
        let rules = report.index.extents[.rules]
        switch topic.subject {
        case .findings(let group):
            source = ("\(group.facts.id) · \(words.basis)", rules?.target(line: RuleLine.line(of: group.rule, report)))
        case .notTested(let group):
            source = (
                ReportSheet.rules.name + " →",
                group.rules.first.flatMap { rules?.target(line: RuleLine.line(of: Int16($0), report)) }
            )
        default: source = (words.basis, nil)
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

/// A place with its words: the sheet, and the row in the supplier's file.
struct ShownPlace {
    /// The sheet on which it stands.
    let sheet: String
    /// The number of the row; empty for a whole file or column.
    let number: String
    /// `rij 14`; empty for a whole file or column.
    let row: String
    /// Where a link goes; nil where there is nothing to go to.
    let target: LinkTarget?

    /// `Inzet rij 14`.
    var text: String { row.isEmpty ? sheet : "\(sheet) \(row)" }

    init(_ place: Place, _ report: Report) {
        target = report.index.target(of: place)
        sheet = target?.sheet ?? AllTables.facts(place.table).title[report.language]
        let source = place.isInRow ? report.context.source(of: place.table) : nil
        number = source.map { "\($0.cells.row(of: Int(place.record)))" } ?? ""
        row = number.isEmpty ? "" : (report.language == .dutch ? "rij " : "row ") + number
    }
}

/// The words of a topic.
private struct TopicWords {
    let subject: String
    let advice: String
    let basis: String
    /// What the checks saw, for a topic about which the supplier wrote nothing.
    let seen: String
    /// The kind in the words of this topic; nil for as every topic of its kind.
    let kind: Text?

    init(_ topic: Topic, _ report: Report, _ quotes: SupplierQuotes) {
        let language = report.language
        let (subject, advice): (Text, Text)
        var seen: Text?
        var kind: Text?
        switch topic.subject {
        case .findings(let group):
            let shown = report.describe(report.assessment.findings.all[group.firstFindings[0]])
            let finding = report.assessment.findings.all[group.firstFindings[0]]
            let column = group.facts.level == .cell ? shown.column.map { " (\($0))" } ?? "" : ""
            self.subject = group.facts.name[language] + column
            let setAside = finding.rejectsTable ? report.tablesSetAside[finding.place.table] : nil
            self.advice = [setAside?.sentence[language], shown.remedy].compactMap { $0 }.joined(separator: " ")
            basis = group.facts.basis.shortName[language]
            self.seen = shown.message
            self.kind = nil
            return
        case .notTested(let group):
            self.subject = group.reason[language]
            let advice = group.supply ?? Text(nl: "Hier hoeft niemand iets te doen.", en: "No action needed.")
            self.advice = "\(advice[language]) \(Self.named(group.ruleIDs)[language])"
            (basis, self.seen, self.kind) = ("", "", nil)
            return
        case .helpRequests:
            let kinds = Self.obstacleKinds(topic.places, report)
            subject = Text(
                nl: "Vraagt hulp" + (kinds.isEmpty ? "" : ": " + kinds),
                en: "Asks for help" + (kinds.isEmpty ? "" : ": " + kinds))
            advice = Text(
                nl: "Leg de vraag voor aan het adviesteam en spreek af wie wat doet.",
                en: "Put the question to the advisory team and agree who does what.")
        case .overdueCommitments(let isOfState):
            let goals = quotes.goals(topic.places)
            let more = topic.count > topic.places.count ? "; … (\(topic.count))" : ""
            subject = Text(
                nl: goals.isEmpty ? "Streefdatum van afspraak voorbij" : goals + more,
                en: goals.isEmpty ? "Target date of a commitment has passed" : goals + more)
            advice = Text(
                nl: "Bespreek wat er nodig is en spreek een nieuwe datum af.",
                en: "Discuss what is needed and agree on a new date.")
            seen = Text(nl: "De streefdatum is voorbij.", en: "The target date has passed.")
            kind =
                isOfState ? Text(nl: "Rijk is te laat", en: "State is late") : Text(nl: "Te laat", en: "Late")
        case .behind:
            let lag = report.lag(of: topic.contract)
            subject = lag ?? Text(nl: "Loopt achter op de looptijd", en: "Lags the term of the contract")
            kind = Text(nl: "Loopt achter", en: "Behind")
            advice = Text(nl: "Maak een plan voor het vervolg.", en: "Make a plan for the rest.")
        case .notCountable(let reasons):
            let known = reasons.kinds.map { $0.text }
            let unit = Text(
                nl: "deze rapportage telt niet in de eenheid van de afspraak",
                en: "this report does not count in the unit that was agreed")
            let why = known.isEmpty ? [unit] : known
            seen = Text(nl: "\(Self.sentence(why.map(\.nl))).", en: "\(Self.sentence(why.map(\.en))).")
            subject = Text(nl: "Afspraak is niet te tellen", en: "What was agreed is not countable")
            advice = Text(
                nl: "\(Self.sentence(why.map(\.nl))). Spreek personen, fte of uren af.",
                en: "\(Self.sentence(why.map(\.en))). Agree on persons, FTE or hours.")
        case .nothingReported:
            subject = Text(nl: "Niets gemeld in deze periode", en: "Nothing reported in this period")
            advice = Text(
                nl: "Vraag wat er speelde: was er geen inzet, of wat hield die tegen?",
                en: "Ask what happened: was there no placement, or what stopped it?")
        case .agreedBefore(let id):
            subject = id.name
            advice = Text(
                nl: "Vraag hoe het hiermee staat. Is het klaar, schrijf dat dan in de blauwe cellen.",
                en: "Ask how this is going. If it is done, write so in the blue cells.")
        case .registerMissing:
            subject = Text(nl: "Geen contractregister meegegeven", en: "No contract register was given")
            advice = Text(
                nl: "Geef het register mee (--register); dan staan afspraak en realisatie naast elkaar.",
                en: "Give the register (--register); then what was agreed stands beside what was realised.")
        }
        self.subject = subject[language]
        self.advice = advice[language]
        self.seen = (seen ?? advice)[language]
        self.kind = kind
        basis = Text(nl: "gesprek", en: "conversation")[language]
    }

    /// The clauses as the beginning of a sentence.
    private static func sentence(_ clauses: [String]) -> String { clauses.joined(separator: ", ").uppercasedFirst }

    /// The rules that wait for what is missing.
    private static func named(_ rules: [String]) -> Text {
        let ids = rules.joined(separator: ", ")
        return rules.count == 1
            ? Text(nl: "Regel: \(ids).", en: "Rule: \(ids).") : Text(nl: "Regels: \(ids).", en: "Rules: \(ids).")
    }

    /// The different kinds of the obstacles at `places`.
    private static func obstacleKinds(_ places: [Place], _ report: Report) -> String {
        guard let table = report.assessment.submission.obstacles else { return "" }
        var names: [String] = []
        for place in places {
            guard let index = table.index(ofRecord: place.record), let kind = table.rows[index].kind else { continue }
            let name = kind.name[report.language].lowercased()
            if !names.contains(name) { names.append(name) }
        }
        return names.joined(separator: ", ")
    }
}

extension Basis {
    /// The ground in one word.
    fileprivate var shortName: Text {
        switch self {
        case .law: Text(nl: "wet", en: "law")
        case .policy: Text(nl: "beleid", en: "policy")
        case .contract: Text(nl: "contract", en: "contract")
        case .technical: Text(nl: "techniek", en: "technical")
        case .own: Text(nl: "eigen", en: "own")
        }
    }
}
