import Intake
import Rules
import SocialReturnModel

extension Topic {
    /// Where a topic belongs: at the table with the supplier, on the desk of whoever checks the report, or with whoever keeps the register.
    public enum Forum: Sendable, Hashable, CaseIterable {
        case conversation, control, register
    }

    /// Where the topic belongs.
    ///
    /// A conversation is about people, commitments and what is in the way. What is wrong with a file or a cell, and what was not tested, is for
    /// whoever checks; the supplier reads it in its feedback. What the supplier answered is talked about, whatever it is.
    ///
    /// - Parameter isAnswered: whether the supplier answered it, in feedback that came back.
    public func forum(isAnswered: Bool) -> Forum {
        switch subject {
        case .helpRequests, .overdueCommitments, .behind, .notCountable, .nothingReported: return .conversation
        case .registerMissing: return .register
        case .notTested(let group): return group.isRegisterGap ? .register : .control
        case .agreedBefore(let id): return id.forum
        case .findings(let group):
            if !group.table.isSubmission { return .register }
            if isAnswered || group.facts.has(.goodNews) { return .conversation }
            return group.severity < .error && group.audience == .supplier && group.facts.isForConversation
                ? .conversation : .control
        }
    }
}

extension TopicID {
    /// Where what was agreed about the topic is followed up. That of a kind that nobody knows any more is asked about at the table.
    fileprivate var forum: Topic.Forum {
        switch topicKind {
        case .registerMissing: .register
        case .notTested: .control
        case .helpRequest, .obstacle, .commitment, .overdue, .partner, .behind, .notCountable, .nothingReported, nil:
            .conversation
        }
    }
}

extension RuleMetadata {
    /// Whether the rule asks about people and agreements, and not about a file, a cell or what may not be in it.
    fileprivate var isForConversation: Bool { basis != .technical && !has(.aboutPrivacy) }
}

extension Topic {
    /// Whether nobody is asked for anything: rules were not tested, and nothing that anybody could supply would help.
    public var isNobodysTurn: Bool {
        if case .notTested(let group) = subject { group.supply == nil } else { false }
    }
}

extension TopicOwner {
    /// Whose turn it is: the owner of the rows where they have one, else who can do something about it.
    func turn(of topic: Topic) -> Owner {
        let owners = owners(of: topic.places)
        switch topic.subject {
        case .helpRequests:
            // Whoever asks for help has done what it could: the State is to answer, perhaps together.
            return owners == [.state] || owners == [nil] ? .state : .together
        case .overdueCommitments(let isOfState):
            return isOfState ? .state : owners.count == 1 ? owners.first.flatMap { $0 } ?? .together : .together
        case .behind, .notCountable, .agreedBefore: return .together
        case .nothingReported: return .supplier
        case .registerMissing: return .state
        case .notTested(let group): return group.supplier == .supplier ? .supplier : .state
        case .findings(let group):
            return group.facts.turn(group.audience, owners: owners)
        }
    }

    /// Whose the commitments and obstacles at `places` are, each once; nil for those that name nobody.
    private func owners(of places: [Place]) -> Set<Owner?> { submission.owners(of: places) }
}

extension RuleMetadata {
    /// Whose turn it is after a finding of this rule that asks something of `audience`, about rows of `owners`.
    public func turn(_ audience: Audience, owners: Set<Owner?> = []) -> Owner {
        if has(.goodNews) { return .together }
        if audience == .contractManager { return .state }
        return owners.count == 1 ? owners.first.flatMap { $0 } ?? .supplier : .supplier
    }
}

extension Assessment {
    /// Whose turn it is after `finding`, as on the sheets that show topics; nil for one that asks nothing.
    public func turn(of finding: Finding) -> Owner? {
        let facts = Catalogue.entry(at: finding.rule).facts
        guard !facts.has(.informsOnly) else { return nil }
        return facts.turn(finding.audience, owners: submission.owners(of: [finding.place]))
    }
}

extension Submission {
    /// Whose the commitments and obstacles at `places` are, each once; nil for those that name nobody.
    fileprivate func owners(of places: [Place]) -> Set<Owner?> {
        var owners: Set<Owner?> = []
        for place in places {
            if place.table == .commitments, let table = commitments, let index = table.index(ofRecord: place.record) {
                owners.insert(table.rows[index].owner)
            } else if place.table == .obstacles, let table = obstacles, let index = table.index(ofRecord: place.record)
            {
                owners.insert(table.rows[index].owner)
            }
        }
        return owners
    }
}
