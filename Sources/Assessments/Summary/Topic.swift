import Intake
import Rules
import SocialReturnModel
import Valuations

/// Something to talk about: a cause of findings, a request for help, a chance, or how a contract stands.
public struct Topic: Sendable, Hashable {
    /// What it is about.
    public let subject: Subject
    /// What kind of topic it is.
    public let kind: Kind
    /// The contracts; empty where it is about none, or about all.
    public let contracts: [Symbol]
    /// How many rows it is about; 0 where it is about none.
    public let count: Int
    /// The first places, at most ``FindingGroup/shownPlaces``.
    public let places: [Place]
    /// What the topic is known by, the same from one period to the next; no two topics of a report share one.
    public private(set) var id = TopicID("onbekend", supplier: "")
    /// The numbers of the contracts under which a decision about it is kept, where they are the supplier's own.
    public private(set) var contractNumbers: [String] = []
    /// What was agreed about it the last time, in the report on an earlier period or in this one when it is made again.
    public private(set) var previous: [Decision] = []
    /// Whose turn it is.
    public private(set) var turn = Owner.together

    /// What a topic is about.
    public enum Subject: Sendable, Hashable {
        /// Findings with one cause.
        case findings(FindingGroup)
        /// Obstacles with a request for help.
        case helpRequests
        /// Open commitments whose target date has passed: those of the State, or all others.
        case overdueCommitments(ofState: Bool)
        /// The contract lags its term.
        case behind
        /// What was agreed cannot be counted, for these reasons.
        case notCountable(ValuationReasons)
        /// Nothing was reported under the contract.
        case nothingReported
        /// There is no contract register.
        case registerMissing
        /// Rules that were not tested, for one reason.
        case notTested(NotTestedGroup)
        /// Something was agreed about the topic with this id the last time, and it is no topic any more.
        case agreedBefore(TopicID)
    }

    /// The kinds of topic, in the order of a conversation: first who asks for help, then what was agreed the last time, then how the contract stands, then what does not
    /// count, then what can become more, then what needs a look, then what nobody looked at.
    public enum Kind: UInt8, BitwiseCopyable, CaseIterable, Comparable, Sendable, Hashable {
        case helpRequest, followUp, progress, error, chance, warning, signal, notTested

        /// The kind as people read it.
        public var name: Text {
            switch self {
            case .helpRequest: Text(nl: "Hulpvraag", en: "Request for help")
            case .followUp: Text(nl: "Vorige keer", en: "Last time")
            case .progress: Text(nl: "Voortgang", en: "Progress")
            case .error: Text(nl: "Fout", en: "Error")
            case .chance: Text(nl: "Kans", en: "Opportunity")
            case .warning: Text(nl: "Waarschuwing", en: "Warning")
            case .signal: Text(nl: "Signaal", en: "Signal")
            case .notTested: Text(nl: "Niet getoetst", en: "Not tested")
            }
        }

        /// In the order of a conversation.
        public static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }

    /// A topic about at most one contract.
    private init(_ subject: Subject, _ kind: Kind, _ contract: Symbol?, count: Int = 0, places: [Place] = []) {
        self.init(subject: subject, kind: kind, contracts: contract.map { [$0] } ?? [], count: count, places: places)
    }

    /// The contract, when it is about exactly one.
    public var contract: Symbol? { contracts.count == 1 ? contracts[0] : nil }

    private init(subject: Subject, kind: Kind, contracts: [Symbol], count: Int, places: [Place]) {
        self.subject = subject
        self.kind = kind
        self.contracts = contracts
        self.count = count
        self.places = places
    }
}

extension Topic {
    /// The topics of a submission, most important first.
    static func topics(
        _ groups: [FindingGroup], _ assessment: Assessment, _ contracts: [ContractSummary]
    ) -> [Topic] {
        let findings = assessment.findings.all
        let rowsSetAside = Dictionary(
            assessment.tablesSetAside.map { ($0.table, $0.rowCount) }, uniquingKeysWith: { first, _ in first })
        var topics = groups.filter { !$0.facts.has(.informsOnly) && !$0.facts.has(.hasOwnTopic) }.map { group in
            let first = findings[group.firstFindings[0]]
            return Topic(
                subject: .findings(group), kind: kind(of: group), contracts: group.contracts,
                count: first.rejectsTable ? rowsSetAside[group.table] ?? 0 : group.count,
                places: group.firstFindings.map { findings[$0].place })
        }
        if assessment.context.register == nil { topics.append(Topic(.registerMissing, .progress, nil)) }
        for contract in contracts {
            topics += overdue(contract)
            for goal in contract.goals where goal.standing == .notCountable {
                topics.append(Topic(.notCountable(goal.reasons), .progress, contract.id))
            }
            let standings = contract.goals.map(\.standing) + [contract.standing]
            if standings.contains(.nothingReported) {
                topics.append(Topic(.nothingReported, .progress, contract.id))
            } else if standings.contains(.behind) {
                topics.append(Topic(.behind, .progress, contract.id))
            }
        }
        topics += helpRequests(assessment.submission)
        topics += NotTestedGroup.topics(assessment.notTested).map { Topic(.notTested($0), .notTested, nil) }
        return known(topics, to: TopicOwner(assessment), contracts.map(\.id)).sorted { $0.rank < $1.rank }
    }

    /// The topics with their ids and with what was agreed before, and one more for each agreement about what is no topic any more.
    private static func known(_ topics: [Topic], to owner: TopicOwner, _ contracts: [Symbol]) -> [Topic] {
        var topics = topics
        var counts: [TopicID: Int] = [:]
        for index in topics.indices {
            let id = owner.id(topics[index].subject, topics[index].contract)
            counts[id, default: 0] += 1
            topics[index].id = counts[id, default: 1] > 1 ? id.numbered(counts[id, default: 1]) : id
            topics[index].contractNumbers = owner.numbers(topics[index].contracts)
            topics[index].previous = owner.previous(topics[index].id, topics[index].contracts)
            topics[index].turn = owner.turn(of: topics[index])
        }
        for (id, decisions) in owner.agreedBefore(contracts, without: Set(topics.map(\.id))) {
            var topic = Topic(
                subject: .agreedBefore(id), kind: .followUp, contracts: owner.contracts(of: decisions), count: 0,
                places: [])
            topic.id = id
            topic.contractNumbers = owner.numbers(topic.contracts)
            topic.previous = decisions
            topics.append(topic)
        }
        return topics
    }

    /// The commitments of a contract whose date has passed. What the State owes is a topic of its own: it has another to answer for it.
    private static func overdue(_ contract: ContractSummary) -> [Topic] {
        let others = [Owner.supplier, .together, nil].reduce(into: CommitmentCounts.OfOwner()) {
            $0.add(contract.commitments.of($1))
        }
        return [(contract.commitments.of(.state), true), (others, false)].filter { $0.0.overdue > 0 }.map {
            Topic(
                .overdueCommitments(ofState: $1), .progress, contract.id, count: $0.overdue, places: $0.overduePlaces)
        }
    }

    private static func kind(of group: FindingGroup) -> Kind {
        switch group.severity {
        case .error: .error
        case _ where group.facts.has(.goodNews): .chance
        case .warning: .warning
        case .signal: .signal
        }
    }

    /// One topic for each contract with requests for help, in the order of the rows.
    private static func helpRequests(_ submission: Submission) -> [Topic] {
        guard let table = submission.obstacles else { return [] }
        var order: [Symbol?] = []
        var places: [Symbol?: [Place]] = [:]
        for index in table.acceptedIndices where table.rows[index].helpRequested == .yes {
            let contract = table.rows[index].contract
            if places[contract] == nil { order.append(contract) }
            places[contract, default: []].append(table.place(index))
        }
        return order.map { contract in
            let all = places[contract] ?? []
            return Topic(
                .helpRequests, .helpRequest, contract, count: all.count,
                places: Array(all.prefix(FindingGroup.shownPlaces)))
        }
    }

    /// Smaller comes first: by kind, then by ground, then by number of rows.
    private var rank: Rank {
        var ground = 0
        if case .findings(let group) = subject {
            ground =
                switch group.facts.basis {
                case .law: 0
                case .policy: 1
                case .contract: 2
                case .own: 3
                case .technical: 4
                }
        }
        let first = places.first
        return Rank(
            kind: kind.rawValue, ground: ground, count: -count, table: first?.table.rawValue ?? 0,
            record: first?.record ?? -1)
    }

    private struct Rank: Comparable {
        let kind: UInt8
        let ground: Int
        let count: Int
        let table: UInt8
        let record: Int32

        static func < (left: Rank, right: Rank) -> Bool {
            (left.kind, left.ground, left.count, left.table, left.record)
                < (right.kind, right.ground, right.count, right.table, right.record)
        }
    }
}
