import SocialReturnModel

/// What was agreed in conversations: the rows of `besluiten.csv` that hold, found by contract and topic.
public struct Decisions: Sendable {
    /// All of them, in the order of the file.
    public private(set) var all: [Decision] = []
    /// Why a line is not shown as it is meant.
    public enum Problem: UInt8, CaseIterable, Sendable {
        /// Column `voor_wanneer` holds no day; its words are shown.
        case noDay
        /// The line names no topic, and is shown nowhere.
        case noTopic
        /// The line names no period, and is shown nowhere.
        case noPeriod
        /// The line names no contract, and its topic no supplier: it is shown nowhere.
        case noContract
        /// The line has more fields than there are headings, so that nobody knows which value is which: it is shown nowhere.
        case tooManyFields
    }

    /// The lines of the file that say less than they should, in its order, each at the column that is the matter.
    public private(set) var problems: [(place: Place, problem: Problem)] = []
    private var bySubject: [Decision.Subject: [Int]] = [:]
    /// What is said, by subject, and by decision: as far as something was added to it.
    private var said: [Decision.Subject: Set<Decision.Saying>] = [:]
    private var sayings: [Int: Decision.Saying] = [:]
    private var byContract: [String: [Int]] = [:]
    private var bySupplier: [String: [Int]] = [:]

    /// Nothing was agreed.
    public init() {}

    /// What the rows of `table` say. Rows without a topic or a period say nothing; findings name them.
    init(_ table: TableData<RegisterDecision>?, _ symbols: SymbolTable) {
        guard let table else { return }
        let dueBy = RegisterDecision.table.index(of: \.dueBy)
        for index in table.acceptedIndices {
            let row = table.rows[index]
            guard row.topic != nil, row.period != nil else {
                guard !table.source.hasFieldsBeyondHeadings(Int(table.records[index])) else {
                    problems.append((table.place(index), .tooManyFields))
                    continue
                }
                problems.append(
                    row.topic == nil
                        ? (table.place(index, ColumnReference(\RegisterDecision.topic)), .noTopic)
                        : (table.place(index, ColumnReference(\RegisterDecision.period)), .noPeriod))
                continue
            }
            var decision = Decision(row, table.source, symbols)
            // What is no day is shown as somebody wrote it.
            if row.dueBy == nil {
                decision.dueBy = Decision.plain(table.written(index, column: dueBy))
                if !decision.dueBy.isEmpty { problems.append((table.place(index, .known(dueBy)), .noDay)) }
            }
            if decision.contract.isEmpty, decision.topic.supplier == nil {
                problems.append((table.place(index, ColumnReference(\RegisterDecision.contract)), .noContract))
            }
            append(decision)
        }
    }

    private mutating func append(_ decision: Decision) {
        bySubject[decision.subject, default: []].append(all.count)
        if decision.contract.isEmpty {
            bySupplier[decision.topic.supplier ?? "", default: []].append(all.count)
        } else {
            byContract[decision.contract.lowercased(), default: []].append(all.count)
        }
        all.append(decision)
    }

    // MARK: - Adding

    /// What became of a decision that was to be added.
    public enum Addition: Sendable, Hashable {
        /// It stands there already, as it is or as part of more.
        case known
        /// It was added.
        case added
        /// It was added beside others about the same topic in the same period that say something else.
        case conflicting([Decision])
    }

    /// Adds `decision`, unless that is known already. Nothing that stands there is changed.
    public mutating func add(_ decision: Decision) -> Addition {
        let (subject, saying) = (decision.subject, Decision.Saying(decision))
        let others = bySubject[subject, default: []]
        for index in others where sayings[index] == nil { sayings[index] = Decision.Saying(all[index]) }
        if said[subject] == nil { said[subject] = Self.said(others.compactMap { sayings[$0] }) }
        guard said[subject]?.contains(saying) != true else { return .known }
        append(decision)
        said[subject]?.formUnion([saying] + saying.lesser)
        let different = others.filter { sayings[$0]?.contradicts(saying) ?? false }.map { all[$0] }
        return different.isEmpty ? .added : .conflicting(different)
    }

    /// Whether nothing would be added by `decision`.
    public func holds(_ decision: Decision) -> Bool {
        let (subject, saying) = (decision.subject, Decision.Saying(decision))
        if let said = said[subject] { return said.contains(saying) }
        return bySubject[subject, default: []].contains { Decision.Saying(all[$0]).covers(saying) }
    }

    /// What `sayings` say, and all that says less.
    private static func said(_ sayings: [Decision.Saying]) -> Set<Decision.Saying> {
        sayings.reduce(into: []) { $0.formUnion([$1] + $1.lesser) }
    }

    /// The decisions about the same as `decision` that say more than it: where they came from the same cells, somebody emptied those since.
    public func sayingMore(than decision: Decision) -> [Decision] {
        let saying = Decision.Saying(decision)
        return bySubject[decision.subject, default: []].map { all[$0] }.filter { other in
            let said = Decision.Saying(other)
            return said != saying && said.covers(saying)
        }
    }

    // MARK: - Looking back

    /// What was agreed about `topic` the last time that somebody spoke of it, up to and including the report on `period`: all decisions of
    /// the latest period that has any. A decision that a later one only added to is left out.
    ///
    /// - Parameters:
    ///   - topic: the topic.
    ///   - contracts: the numbers of the contracts that the topic is about now.
    ///   - period: nil looks at all periods.
    public func previous(
        of topic: TopicID, contracts: [String], through period: ReportingPeriod? = nil
    ) -> [Decision] {
        let places =
            contracts.flatMap { byContract[$0.lowercased()] ?? [] } + (topic.supplier.flatMap { bySupplier[$0] } ?? [])
        return latest(places.map { all[$0] }.filter { $0.topic == topic }, through: period)
    }

    /// The id under which decisions stand about what `topic` is about: `topic` itself, or one that says the same in other words.
    public func known(_ topic: TopicID, contract: String) -> TopicID {
        let ids = byContract[contract.lowercased(), default: []].map { all[$0].topic }
        return ids.contains(topic) ? topic : ids.last { topic.isAlike($0) } ?? topic
    }

    /// The decisions under `contracts`, and those of `supplier` under no contract.
    public func about(contracts: [String], supplier: String?) -> [Decision] {
        let places =
            contracts.flatMap { byContract[$0.lowercased()] ?? [] } + (supplier.flatMap { bySupplier[$0] } ?? [])
        return Set(places).sorted().map { all[$0] }
    }

    /// What was agreed the last time about each topic, of `decisions`, up to and including the report on `period`; topics in the order in which
    /// they first occur.
    public func latestByTopic(_ decisions: [Decision], through period: ReportingPeriod? = nil) -> [[Decision]] {
        var order: [TopicID] = []
        var found: [TopicID: [Decision]] = [:]
        for decision in decisions {
            if found[decision.topic] == nil { order.append(decision.topic) }
            found[decision.topic, default: []].append(decision)
        }
        return order.map { latest(found[$0] ?? [], through: period) }.filter { !$0.isEmpty }
    }

    private func latest(_ decisions: [Decision], through period: ReportingPeriod?) -> [Decision] {
        let dated = decisions.compactMap { decision -> (decision: Decision, period: ReportingPeriod)? in
            guard let own = ReportingPeriod(written: decision.period), period.map({ own.end <= $0.end }) ?? true else {
                return nil
            }
            return (decision, own)
        }
        guard let last = dated.max(by: { ($0.period.end, $1.period.start) < ($1.period.end, $0.period.start) })?.period
        else { return [] }
        let newest = dated.filter { $0.period == last }.map(\.decision)
        // Whether one says less than another is looked up by what it says: going through all of them for each would take minutes where a
        // topic has thousands.
        let sayings = newest.map(Decision.Saying.init)
        var extended: Set<Decision.Saying> = []
        var first: [Decision.Saying: Int] = [:]
        for (position, saying) in sayings.enumerated() {
            extended.formUnion(saying.lesser)
            // One topic of several contracts has the same decision under each.
            if first[saying] == nil { first[saying] = position }
        }
        return newest.indices.filter { !extended.contains(sayings[$0]) && first[sayings[$0]] == $0 }.map { newest[$0] }
    }
}

extension ReportingPeriod {
    /// The period that somebody wrote as `2026-Q2` or in another notation that is read; nil for anything else.
    public init?(written text: String) {
        var text = text
        let period = text.withUTF8 { bytes -> ReportingPeriod? in
            let reading = CellReader.period(CellReader.trimmed(bytes))
            return reading.problem == nil ? reading.value : nil
        }
        guard let period else { return nil }
        self = period
    }
}
