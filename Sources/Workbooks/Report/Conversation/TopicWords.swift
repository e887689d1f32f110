import Assessments
import Intake
import Rules
import SocialReturnModel

/// The words of a topic.
struct TopicWords {
    let subject: String
    let advice: String
    let basis: String
    /// What the checks saw, for a topic about which the supplier wrote nothing.
    let seen: String
    /// The kind in the words of this topic; nil for as every topic of its kind.
    let kind: Text?

    init(_ topic: Topic, _ report: Report, _ quotes: SupplierQuotes) {
        let wording: Wording
        switch topic.subject {
        case .findings(let group):
            self.init(findings: group, report)
            return
        case .notTested(let group):
            self.init(notTested: group, report.language)
            return
        case .helpRequests: wording = Self.helpRequests(topic, report)
        case .overdueCommitments(let isOfState): wording = Self.overdue(topic, isOfState: isOfState, quotes)
        case .behind:
            wording = Wording(
                subject: report.lag(of: topic.contract)
                    ?? Text(nl: "Loopt achter op de looptijd", en: "Lags the term of the contract"),
                advice: Text(nl: "Maak een plan voor het vervolg.", en: "Make a plan for the rest."),
                kind: Text(nl: "Loopt achter", en: "Behind"))
        case .notCountable(let reasons): wording = Self.notCountable(reasons.kinds.map { $0.text })
        case .nothingReported:
            wording = Wording(
                subject: Text(nl: "Niets gemeld in deze periode", en: "Nothing reported in this period"),
                advice: Text(
                    nl: "Vraag wat er speelde: was er geen inzet, of wat hield die tegen?",
                    en: "Ask what happened: was there no placement, or what stopped it?"))
        case .agreedBefore(let id):
            wording = Wording(
                subject: id.name,
                advice: Text(
                    nl: "Vraag hoe het hiermee staat. Is het klaar, schrijf dat dan in de blauwe cellen.",
                    en: "Ask how this is going. If it is done, write so in the blue cells."))
        case .registerMissing:
            wording = Wording(
                subject: Text(nl: "Geen contractregister meegegeven", en: "No contract register was given"),
                advice: Text(
                    nl: "Geef het register mee (--register); dan staan afspraak en realisatie naast elkaar.",
                    en: "Give the register (--register); then what was agreed stands beside what was realised."))
        }
        self.init(wording, report.language)
    }

    /// The words of a topic that comes from no rule.
    private struct Wording {
        let subject: Text
        let advice: Text
        /// What the checks saw; nil where the advice says it.
        var seen: Text?
        var kind: Text?
    }

    private init(_ wording: Wording, _ language: Language) {
        subject = wording.subject[language]
        advice = wording.advice[language]
        seen = (wording.seen ?? wording.advice)[language]
        kind = wording.kind
        basis = language.words("gesprek", "conversation")
    }

    private init(findings group: FindingGroup, _ report: Report) {
        let (language, finding) = (report.language, report.assessment.findings.all[group.firstFindings[0]])
        let shown = report.describe(finding)
        let column = group.facts.level == .cell ? shown.column.map { " (\($0))" } ?? "" : ""
        subject = group.facts.name[language] + column
        let setAside = finding.rejectsTable ? report.tablesSetAside[finding.place.table] : nil
        advice = [setAside?.sentence[language], shown.remedy].compactMap { $0 }.joined(separator: " ")
        basis = group.facts.basis.shortName[language]
        seen = shown.message
        kind = nil
    }

    private init(notTested group: NotTestedGroup, _ language: Language) {
        subject = group.reason[language]
        let supply = group.supply ?? Text(nl: "Hier hoeft niemand iets te doen.", en: "No action needed.")
        advice = "\(supply[language]) \(Self.named(group.ruleIDs)[language])"
        (basis, seen, kind) = ("", "", nil)
    }

    private static func helpRequests(_ topic: Topic, _ report: Report) -> Wording {
        let kinds = obstacleKinds(topic.places, report)
        return Wording(
            subject: Text(
                nl: "Vraagt hulp" + (kinds.isEmpty ? "" : ": " + kinds),
                en: "Asks for help" + (kinds.isEmpty ? "" : ": " + kinds)),
            advice: Text(
                nl: "Leg de vraag voor aan het adviesteam en spreek af wie wat doet.",
                en: "Put the question to the advisory team and agree who does what."))
    }

    private static func overdue(_ topic: Topic, isOfState: Bool, _ quotes: SupplierQuotes) -> Wording {
        let goals = quotes.goals(topic.places)
        let more = topic.count > topic.places.count ? "; … (\(topic.count))" : ""
        return Wording(
            subject: Text(
                nl: goals.isEmpty ? "Streefdatum van afspraak voorbij" : goals + more,
                en: goals.isEmpty ? "Target date of a commitment has passed" : goals + more),
            advice: Text(
                nl: "Bespreek wat er nodig is en spreek een nieuwe datum af.",
                en: "Discuss what is needed and agree on a new date."),
            seen: Text(nl: "De streefdatum is voorbij.", en: "The target date has passed."),
            kind: isOfState ? Text(nl: "Rijk is te laat", en: "State is late") : Text(nl: "Te laat", en: "Late"))
    }

    private static func notCountable(_ reasons: [Text]) -> Wording {
        let unit = Text(
            nl: "deze rapportage telt niet in de eenheid van de afspraak",
            en: "this report does not count in the unit that was agreed")
        let why = reasons.isEmpty ? [unit] : reasons
        let (nl, en) = (sentence(why.map(\.nl)), sentence(why.map(\.en)))
        return Wording(
            subject: Text(nl: "Afspraak is niet te tellen", en: "What was agreed is not countable"),
            advice: Text(
                nl: "\(nl). Spreek personen, fte of uren af.", en: "\(en). Agree on persons, FTE or hours."),
            seen: Text(nl: "\(nl).", en: "\(en)."))
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
