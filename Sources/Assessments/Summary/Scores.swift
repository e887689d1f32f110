import Intake
import Rules
import SocialReturnModel

/// The first score: how complete the report is.
public struct CompletenessScore: Sendable, Hashable {
    /// The rows of all tables.
    public let rows: RowCounts
    /// Accepted placements and invoices, each of which needs evidence.
    public let evidenceNeeded: Int
    /// Those for which *bewijs.csv* names evidence.
    public let evidenceNamed: Int

    /// The part of the rows that counts; nil without rows.
    public var share: Double? { rows.read > 0 ? Double(rows.accepted) / Double(rows.read) : nil }

    /// The placements and invoices without evidence.
    public var evidenceMissing: Int { evidenceNeeded - evidenceNamed }

    /// Whether every row counts and all evidence is named.
    public var isComplete: Bool { rows.read > 0 && rows.setAside == 0 && evidenceMissing == 0 }
}

/// The second score: what was realised against what was agreed, for each measure by itself.
public struct RealisationScore: Sendable, Hashable {
    /// One measure with all goals in it that have both an agreed and a realised figure.
    public struct Part: Sendable, Hashable {
        /// What was agreed under all those goals.
        public internal(set) var agreed: Amount
        /// What was realised, this period and as far as known before.
        public internal(set) var realised: Amount
        /// How many goals these are, each of another contract.
        public internal(set) var goals: Int

        /// The part of the agreed figure that was realised; nil when nothing was agreed.
        public var share: Double? { realised.share(of: agreed) }
    }

    /// The measures, money first.
    public internal(set) var parts: [Part] = []
    /// Goals of which the realised figure cannot be told.
    public internal(set) var goalsWithoutFigure = 0
    /// Contracts for which nothing that can be counted was agreed.
    public internal(set) var contractsWithoutGoal = 0
    /// All contracts in view: what of them ``parts`` cover, they say themselves.
    public internal(set) var contracts = 0
    /// What counts in euros as soon as the client accepts it: no part of what was realised.
    public internal(set) var inConsultation = Cents.zero
    /// Whether the register was there to know what was agreed.
    public internal(set) var isKnown = true

    /// The one share over all contracts; nil unless everything that was agreed has the same measure and can be told.
    public var share: Double? { parts.count == 1 && goalsWithoutFigure == 0 ? parts[0].share : nil }

    mutating func add(_ goal: Goal) {
        guard let agreed = goal.agreed, agreed.rawValue > 0 else { return }
        guard let realised = goal.realised else {
            goalsWithoutFigure += 1
            return
        }
        if let index = parts.firstIndex(where: { $0.agreed.measure == agreed.measure }) {
            parts[index].agreed = parts[index].agreed + agreed
            parts[index].realised = parts[index].realised + realised
            parts[index].goals += 1
        } else {
            parts.append(Part(agreed: agreed, realised: realised, goals: 1))
            parts.sort { $0.agreed.measure < $1.agreed.measure }
        }
    }
}

/// The third score: learning and working together. Counts and no grade, as no number of conversations is the right one.
public struct LearningScore: Sendable, Hashable {
    /// Conversations on record.
    public internal(set) var conversations = 0
    /// Lessons.
    public internal(set) var lessons = 0
    /// Good examples.
    public internal(set) var examples = 0
    /// Obstacles with a request for help.
    public internal(set) var helpRequests = 0

    /// The accepted rows of `submission`.
    init(_ submission: Submission) {
        submission.conversations?.forEachAccepted { _ in conversations += 1 }
        submission.lessons?.forEachAccepted { _ in lessons += 1 }
        submission.examples?.forEachAccepted { _ in examples += 1 }
        submission.obstacles?.forEachAccepted { row in
            if row.helpRequested == .yes { helpRequests += 1 }
        }
    }
}

extension TableData {
    /// Calls `body` for every row that counts.
    func forEachAccepted(_ body: (borrowing Row) -> Void) {
        for index in rows.indices where !isSetAside[index] { body(rows[index]) }
    }
}

extension CompletenessScore {
    /// The completeness of `submission`.
    init(_ submission: Submission) {
        rows = submission.rowCounts
        var named = [Bool](repeating: false, count: submission.symbols.count)
        submission.evidence?.forEachAccepted {
            if let reference = $0.belongsTo { named[Int(reference.rawValue)] = true }
        }
        var (needed, found) = (0, 0)
        let look = { (name: Symbol?) in
            guard let name else { return }
            needed += 1
            if named[Int(name.rawValue)] { found += 1 }
        }
        submission.placements?.forEachAccepted { look($0.id) }
        submission.purchases?.forEachAccepted { look($0.invoiceNumber) }
        (evidenceNeeded, evidenceNamed) = (needed, found)
    }
}
