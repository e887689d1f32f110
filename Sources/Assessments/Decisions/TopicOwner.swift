import Intake
import Rules
import SocialReturnModel

/// Whose topics an assessment has: makes their ids, and finds what was agreed about them.
struct TopicOwner {
    private let assessment: Assessment
    private let symbols: SymbolTable
    private let supplier: String
    private let decisions: Decisions
    private let period: ReportingPeriod?

    init(_ assessment: Assessment) {
        self.assessment = assessment
        symbols = assessment.submission.symbols
        let cover = assessment.submission.coverRow
        let name = assessment.submission.cover.map { $0.source.text(cover.supplierName) } ?? ""
        supplier = cover.supplierKvK?.description ?? name
        decisions = assessment.context.register?.decisions ?? Decisions()
        period = cover.period
    }

    /// What was handed in.
    var submission: Submission { assessment.submission }

    /// Whether the register has the contract in no other organisation's name.
    func isOwn(_ contract: Symbol) -> Bool {
        guard let row = assessment.context.register?.contract(contract)?.row, let owner = row.supplier,
            let supplier = assessment.submission.coverRow.supplierKvK
        else { return true }
        return owner == supplier
    }

    /// The numbers of those contracts that are the supplier's own.
    func numbers(_ contracts: [Symbol]) -> [String] { contracts.filter(isOwn).map { symbols[$0] } }

    /// The id of a topic of `kind` under `contract`. What is said of another's contract stays with this supplier.
    private func make(_ kind: TopicKind, key: String = "", _ contract: Symbol?) -> TopicID {
        guard let contract else { return TopicID(kind.rawValue, key: [key], supplier: supplier) }
        guard isOwn(contract) else {
            return TopicID(kind.rawValue, key: [key, symbols[contract]], supplier: supplier)
        }
        return TopicID(kind.rawValue, key: key, contract: symbols[contract])
    }

    /// The id of the topic about `subject`.
    func id(_ subject: Topic.Subject, _ contract: Symbol?) -> TopicID {
        switch subject {
        case .findings(let group): id(group)
        case .helpRequests: make(.helpRequest, contract)
        case .overdueCommitments(let isOfState): make(.overdue, key: isOfState ? Owner.state.code : "", contract)
        case .behind: make(.behind, contract)
        case .notCountable: make(.notCountable, contract)
        case .nothingReported: make(.nothingReported, contract)
        case .registerMissing: make(.registerMissing, nil)
        // The rules come and go with the catalogue; the reason is what is talked of.
        case .notTested(let group): make(.notTested, key: TopicID.words(group.reason.nl), nil)
        case .agreedBefore(let id): id
        }
    }

    /// The rule, the table, and the column that it is about; the wording where a rule has several.
    private func id(_ group: FindingGroup) -> TopicID {
        let finding = assessment.findings.all[group.firstFindings[0]]
        let facts = AllTables.facts(group.table)
        var key = [String(facts.fileName.prefix { $0 != "." })]
        if let column = finding.place.column.knownIndex {
            key.append(facts.columns[column].name)
        } else if finding.place.column.extraIndex != nil {
            key.append("eigen-kolom")
        }
        if group.variant > 0 { key.append("v\(group.variant)") }
        return TopicID(group.facts.id, key: key, supplier: supplier)
    }

    /// What was agreed about the topic the last time.
    func previous(_ id: TopicID, _ contracts: [Symbol]) -> [Decision] {
        decisions.previous(of: id, contracts: numbers(contracts), through: period)
    }

    /// What was agreed in the last conversation on each of `contracts`, and with the supplier, about topics that are not among `ids`.
    func agreedBefore(_ contracts: [Symbol], without ids: Set<TopicID>) -> [(id: TopicID, decisions: [Decision])] {
        decisions.lastConversation(contracts: numbers(contracts), supplier: supplier, through: period)
            .filter { !ids.contains($0[0].topic) }.map { ($0[0].topic, $0) }
    }

    /// The symbol of the contract that all of `decisions` are about; nil where they are about none or several.
    func contracts(of decisions: [Decision]) -> [Symbol] {
        var seen: Set<Symbol> = []
        return decisions.compactMap { symbols.symbol(for: $0.contract) }.filter { seen.insert($0).inserted }
    }
}

extension Decisions {
    /// What was agreed in the last conversation on each of `contracts`, and with `supplier` under no contract, up to and including the report
    /// on `period`: by topic, each with the decisions about it.
    public func lastConversation(
        contracts: [String], supplier: String?, through period: ReportingPeriod? = nil
    ) -> [[Decision]] {
        var kept: [Decision] = []
        let own = contracts.map { [$0] } + [[]]
        for group in own {
            let all = about(contracts: group, supplier: group.isEmpty ? supplier : nil)
            let dated = all.compactMap { decision -> (Decision, ReportingPeriod)? in
                guard let own = ReportingPeriod(written: decision.period), period.map({ own.end <= $0.end }) ?? true
                else { return nil }
                return (decision, own)
            }
            guard let last = dated.map(\.1.end).max() else { continue }
            kept += dated.filter { $0.1.end == last }.map(\.0)
        }
        return latestByTopic(kept, through: period)
    }

    /// Of ``lastConversation(contracts:supplier:through:)``, what the supplier may read: agreements about topics that concern it.
    public func forSupplier(
        contracts: [String], supplier: String?, through period: ReportingPeriod? = nil
    ) -> [[Decision]] {
        lastConversation(contracts: contracts, supplier: supplier, through: period).compactMap { decisions in
            let told = decisions.filter { $0.topic.concernsSupplier && $0.isForSupplier }
            return told.isEmpty ? nil : told
        }
    }
}

extension Decision {
    /// Whether there is anything in it besides the remark, which is the manager's own.
    var isForSupplier: Bool { !(agreement + owner + dueBy).isEmpty }

    /// The decision on one line, with everything that was written: `2026-Q1: samen kandidaten zoeken · adviesteam · voor 30-09-2026`.
    public func line(_ language: Language) -> String {
        let parts = [
            agreement, owner, dueBy.isEmpty ? "" : language.words("voor \(dueBy)", "by \(dueBy)"),
            remark.isEmpty ? "" : "(\(remark))",
        ].filter { !$0.isEmpty }
        return "\(period): " + parts.joined(separator: " · ")
    }

    /// What the supplier reads of the decision, in sentences: without the remark.
    public var sentence: Text { Text(nl: sentence(.dutch), en: sentence(.english)) }

    private func sentence(_ language: Language) -> String {
        func ended(_ text: String) -> String {
            let line = text.split(whereSeparator: \.isNewline).joined(separator: "; ")
            return line.last.map { ".!?".contains($0) } == true ? line : line + "."
        }
        var sentences = agreement.isEmpty ? [] : [ended(agreement)]
        if !owner.isEmpty { sentences.append(ended(language.words("Wie: \(owner)", "Who: \(owner)"))) }
        if !dueBy.isEmpty {
            sentences.append(ended(language.words("Voor wanneer: \(dueBy)", "By when: \(dueBy)")))
        }
        return sentences.joined(separator: " ")
    }
}
