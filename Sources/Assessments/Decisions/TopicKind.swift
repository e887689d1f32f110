import Intake
import Rules
import SocialReturnModel

/// The kinds of topic that come from no rule, as their ids begin. Those of a rule begin with the rule's id.
///
/// The word never changes: it stands in the registers of departments.
public enum TopicKind: String, CaseIterable, Sendable {
    /// The supplier asks for help under a contract.
    case helpRequest = "hulpvraag"
    /// One obstacle of a contract; its key is `TopicID.words(_:)` of the description.
    case obstacle = "knelpunt"
    /// One commitment of a contract; its key is its id.
    case commitment = "afspraak"
    /// Commitments of a contract whose date has passed.
    case overdue = "afspraken-voorbij"
    /// One partner of a contract; its key is the KvK number.
    case partner = "partner"
    /// A contract lags its term.
    case behind = "loopt-achter"
    /// What was agreed under a contract cannot be counted.
    case notCountable = "niet-te-tellen"
    /// Nothing was reported under a contract.
    case nothingReported = "niets-gemeld"
    /// There is no contract register.
    case registerMissing = "register-ontbreekt"
    /// Rules that were not tested, for one reason.
    case notTested = "niet-getoetst"

    /// What the kind is called.
    public var name: Text {
        switch self {
        case .helpRequest: Text(nl: "Hulpvraag", en: "Request for help")
        case .obstacle: Text(nl: "Knelpunt", en: "Obstacle")
        case .commitment: Text(nl: "Afspraak", en: "Commitment")
        case .overdue: Text(nl: "Streefdatum van afspraak voorbij", en: "Target date of a commitment has passed")
        case .partner: Text(nl: "Partner", en: "Partner")
        case .behind: Text(nl: "Loopt achter op de looptijd", en: "Lags the term of the contract")
        case .notCountable: Text(nl: "Afspraak is niet te tellen", en: "What was agreed is not countable")
        case .nothingReported: Text(nl: "Niets gemeld in deze periode", en: "Nothing reported in this period")
        case .registerMissing: Text(nl: "Geen contractregister meegegeven", en: "No contract register was given")
        case .notTested: Text(nl: "Niet getoetst", en: "Not tested")
        }
    }

    /// Whether what is agreed about it is for the supplier to know.
    var concernsSupplier: Bool {
        switch self {
        case .helpRequest, .obstacle, .commitment, .overdue, .partner, .behind, .notCountable, .nothingReported: true
        case .registerMissing, .notTested: false
        }
    }
}

extension TopicID {
    /// The kind of the topic; nil for one of a rule.
    public var topicKind: TopicKind? { TopicKind(rawValue: kind) }

    /// The rule that the topic is of; nil for another, and for a rule that is not known any more.
    private var rule: CatalogueEntry? { Catalogue.entry(kind.uppercased()) }

    /// What the topic is about, in the words of its kind or rule.
    public var name: Text { topicKind?.name ?? rule?.facts.name ?? Text(verbatim: text) }

    /// Whether the supplier may read what was agreed about it: what it was never told of is none of its concern, and neither is a topic whose
    /// kind nobody knows.
    public var concernsSupplier: Bool {
        if let topicKind { return topicKind.concernsSupplier }
        guard let facts = rule?.facts else { return false }
        return facts.audience == .supplier && !facts.has(.quotesThirdPartyNames)
    }
}
