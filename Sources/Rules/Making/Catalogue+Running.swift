import Intake
import Parameters
import Plumbing
import SocialReturnModel

extension Catalogue {
    /// Judges `context` by every rule, step by step; rows with an error are set aside after each step. Placements are valued by
    /// `tables` before the rules about totals.
    public static func judge(
        _ context: inout RuleContext, tables: ValuationTables
    ) -> (findings: Findings, notEvaluated: [NotEvaluated]) {
        var findings = Findings()
        var missing: [NotEvaluated] = []
        // Kept only then: a copy from before would have every row that is set aside copy the marks of its table.
        var afterRows: Submission?
        context.tables = tables
        for phase in Phase.allCases {
            let start = findings.all.count
            if phase == .reading { judgeObservations(context, &findings) }
            if phase == .totals {
                context.settleDiscounts(by: tables)
                context.value(by: tables)
                context.realise(by: tables)
            }
            judge(by: phase, context, &findings, &missing)
            if phase == .rows, context.ruleSet >= .v2026_3 { leaveOutWhatIsNoData(&findings, from: start) }
            context.setAsideRows(with: findings.all[start...])
            if phase == .rows { afterRows = context.submission }
        }
        context.realise(by: tables)
        if context.ruleSet >= .v2026_3 {
            if let afterRows { lookAgain(at: afterRows, context, tables, &findings) }
            Precedence.apply(to: &findings, context)
            Explained.mark(&findings, context)
        }
        findings.sort()
        missing.sort { $0.rule < $1.rule }
        return (findings, missing)
    }

    /// Takes away what the rules about rows, those of privacy excepted, say from `start` on of a row that is no data: a note below the table, a total.
    private static func leaveOutWhatIsNoData(_ findings: inout Findings, from start: Int) {
        let noData = Set(
            findings.all[..<start].lazy.filter { rejectsRow($0) && $0.place.isInRow }
                .map { Place($0.place.table, record: $0.place.record) })
        guard !noData.isEmpty else { return }
        let kept = findings.all[start...].filter { finding in
            entry(at: finding.rule).facts.has(.aboutPrivacy)
                || !noData.contains(Place(finding.place.table, record: finding.place.record))
        }
        findings.all.replaceSubrange(start..., with: kept)
    }

    /// Fewer rows are judged before another thread has begun.
    private static let fewestRowsForThreads = 20_000

    /// Judges `context` by those rules of `phase` that are `wanted`, those of the catalogue first: a large submission by several at a time,
    /// which gives the same findings in the same order.
    private static func judge(
        by phase: Phase, where wanted: (Int16) -> Bool = { _ in true }, _ context: RuleContext,
        _ findings: inout Findings, _ missing: inout [NotEvaluated]
    ) {
        // By position: an entry is large, and is not copied for each submission.
        let rules = context.judgingPositions.filter { entry(at: $0).phase == phase && wanted($0) }
        guard context.submission.rowCounts.read >= fewestRowsForThreads else {
            for rule in rules { entry(at: rule).evaluate(context, index: rule, &findings, &missing) }
            return
        }
        let parts = Parallel.map(rules.count) { turn in
            var (found, lacking) = (Findings(), [NotEvaluated]())
            entry(at: rules[turn]).evaluate(context, index: rules[turn], &found, &lacking)
            return (findings: found, missing: lacking)
        }
        for part in parts {
            findings.append(part.findings)
            missing += part.missing
        }
    }

    /// Looks at the rows that were set aside for what stands in them as if they counted, so that a second round brings nothing new: what
    /// their other cells allow is said at once.
    ///
    /// - Parameter afterRows: the submission after the rules about rows. Rows that a later rule set aside were looked at with all others.
    private static func lookAgain(
        at afterRows: Submission, _ context: RuleContext, _ tables: ValuationTables, _ findings: inout Findings
    ) {
        guard afterRows.rowCounts.setAside > 0 else { return }
        var whole = context
        whole.submission.readmit(setAsideIn: afterRows)
        // Explanations, totals and headings among the rows never count, and of a row whose values stand under no heading there is nothing to read.
        for finding in findings.all where rejectsRow(finding) && finding.place.isInRow {
            whole.submission.setAside(finding.place)
        }
        guard whole.submission.rowCounts.setAside < context.submission.rowCounts.setAside else { return }
        let known = Set(findings.all.map(FindingPlace.init))
        let faultyCells = Set(
            findings.all.lazy.filter { $0.severity == .error && $0.place.column != .none }.map(\.place))
        let tablesSpokenOf = Set(
            findings.all.lazy.filter { !$0.place.isInRow }.map { TableAndRule(rule: $0.rule, table: $0.place.table) })
        var ignored: [NotEvaluated] = []
        for phase in [Phase.acrossRows, .totals] {
            let first = findings.all.count
            if phase == .totals {
                whole.value(by: tables, since: afterRows)
                whole.realise(by: tables)
                whole.beforeReadmission = Boxed(afterRows)
            }
            judge(by: phase, where: concernsSupplier, whole, &findings, &ignored)
            let found = findings.all[first...].filter { finding in
                guard finding.audience == .supplier, !known.contains(FindingPlace(finding)) else { return false }
                // What follows from the cell with the error is said by the error.
                if finding.place.isInRow {
                    guard !faultyCells.contains(finding.place) else { return false }
                    // A row that counts may be like one that was set aside. An error would say that it does not count.
                    return afterRows.isSetAside(finding.place)
                        || phase == .acrossRows && finding.severity < .error
                }
                return phase == .acrossRows && finding.severity < .error && finding.place.table != .cover
                    && !tablesSpokenOf.contains(TableAndRule(rule: finding.rule, table: finding.place.table))
            }
            findings.all.replaceSubrange(first..., with: found)
        }
    }

    private struct FindingPlace: Hashable {
        let rule: Int16
        let place: Place

        init(_ finding: Finding) { (rule, place) = (finding.rule, finding.place) }
    }

    private struct TableAndRule: Hashable {
        let rule: Int16
        let table: TableID
    }

    /// Whether `finding` keeps its row from counting although it may be no error: the row is no data.
    static func rejectsRow(_ finding: Finding) -> Bool {
        asideVariants[finding.rule] & (1 << UInt64(finding.variant)) != 0
    }

    /// The variants of each rule that set rows aside, a bit each: asked of every finding, and so looked up only once.
    private static let asideVariants = PerRule<UInt64> { entry in
        entry.observationTriggers.enumerated().reduce(0) { $0 | ($1.element.rejectsRow ? 2 << UInt64($1.offset) : 0) }
    }

    /// Whether the words of `finding` name what somebody may have meant.
    static func proposes(_ finding: Finding) -> Bool {
        proposingVariants[finding.rule] & (1 << UInt64(finding.variant)) != 0
    }

    /// The variants of each rule that make a proposal, a bit each.
    private static let proposingVariants = PerRule<UInt64> { entry in
        entry.observationTriggers.enumerated().reduce(0) {
            $0 | ($1.element.kind.isProposal ? 2 << UInt64($1.offset) : 0)
        }
    }

    /// Whether a row counts although its cell in the required `column` is empty: a rule of its own asks for the value.
    public static func allowsEmptyCells(in column: String) -> Bool { sparedColumns.contains(column) }

    /// The columns of which an empty cell is missed without an error; asked of every column of every result.
    private static let sparedColumns: Set<String> = Set(
        all.flatMap { entry in
            entry.observationTriggers.filter {
                $0.kind == .valueMissing && ($0.severity ?? entry.facts.severity) < .error
            }
            .compactMap(\.column)
        })

    /// One pass over everything that reading saw, by a table from kind to rule.
    private static func judgeObservations(_ context: RuleContext, _ findings: inout Findings) {
        findings.all.reserveCapacity(context.submission.observations.count)
        let judgements = RuleLookup(of: context.ruleSet)
        for observation in context.submission.observations { judgements.add(observation, &findings) }
        let concerned = context.concernedRegisterRows
        for observation in context.register?.observations ?? [] {
            let place = observation.place
            // A valuation table with an error has a rule of its own, which names its file and row.
            if place.table == .valuationLines { continue }
            if !place.isInRow || concerned.contains(RegisterRow(table: place.table, record: place.record))
                || observation.kind.personalDatum != nil && context.isInOwnWords(place)
            {
                judgements.add(observation, &findings)
            }
        }
    }
}

/// What an edition of the catalogue makes of each kind of observation.
private struct RuleLookup {
    private struct Judgement {
        let rule: Int16
        let severity: Severity
        let variant: UInt8
    }

    /// By the raw value of the kind, in any column.
    private var byKind: [Judgement?]
    /// By the raw value of the kind, in columns of a certain name.
    private var byColumn: [[String: Judgement]]

    init(of ruleSet: RuleSet) {
        byKind = Array(repeating: nil, count: Observation.Kind.allCases.count)
        byColumn = Array(repeating: [:], count: Observation.Kind.allCases.count)
        for (index, entry) in Catalogue.all.enumerated() where entry.facts.isPart(of: ruleSet) {
            for (variant, observationTrigger) in entry.observationTriggers.enumerated() {
                let kind = Int(observationTrigger.kind.rawValue)
                let judgement = Judgement(
                    rule: Int16(index), severity: observationTrigger.severity ?? entry.facts.severity,
                    variant: UInt8(variant + 1))
                if let column = observationTrigger.column {
                    byColumn[kind][column] = judgement
                } else {
                    byKind[kind] = judgement
                }
            }
        }
    }

    func add(_ observation: Observation, _ findings: inout Findings) {
        let judgement: Judgement?
        let specific = byColumn[Int(observation.kind.rawValue)]
        if !specific.isEmpty, let index = observation.place.column.knownIndex,
            let found = specific[AllTables.facts(observation.place.table).columns[index].name]
        {
            judgement = found
        } else {
            judgement = byKind[Int(observation.kind.rawValue)]
        }
        guard let judgement else { return }
        // What somebody wrote beside a row is no reason to leave the row out.
        let severity = observation.place.column.isOfFeedback ? min(judgement.severity, .warning) : judgement.severity
        findings.add(
            Finding(
                rule: judgement.rule, severity: severity, variant: judgement.variant,
                place: observation.place, detail: observation.number == 0 ? .none : .count(Int(observation.number))))
    }
}

/// A row of the register.
struct RegisterRow: Hashable {
    let table: TableID
    let record: Int32
}

extension RuleContext {
    /// The rows of the register that concern the submission: those of its contracts, its supplier and its partners, contracts and partners
    /// without a number that may be one of them, and settings and words that hold for all or for its contracts.
    var concernedRegisterRows: Set<RegisterRow> {
        guard let register else { return [] }
        var places: [Place] = []
        for id in terms.keys {
            if let contract = register.contract(id) { places.append(contract.place) }
            places += register.obligations(of: id).map(\.place)
        }
        let supplier = submission.coverRow.supplierKvK
        if let suppliers = register.suppliers, let supplier {
            places += register.positions(in: .suppliers, of: [supplier]).map { suppliers.place($0) }
        }
        if let contracts = register.contracts {
            places += contracts.rows.indices.lazy.filter { index in
                let row = contracts.rows[index]
                return row.id == nil && (row.supplier == nil || row.supplier == supplier)
            }.map { contracts.place($0) }
        }
        if let subcontractors = register.subcontractors {
            places += subcontractors.rows.indices.lazy.filter { concerns(subcontractors.rows[$0].contract) }
                .map { subcontractors.place($0) }
        }
        if let partners = register.partners {
            let named = Set((submission.purchases?.rows ?? []).compactMap(\.partner)).union(
                [supplier].compactMap(\.self))
            let known = register.positions(in: .partners, of: named)
            places += known.map { partners.place($0) }
            // One without a number may be the partner that is not found.
            if known.count < named.count {
                places += partners.rows.indices.lazy.filter { partners.rows[$0].kvk == nil }.map { partners.place($0) }
            }
        }
        if let settings = register.settings {
            places += settings.rows.indices.lazy.filter { settings.rows[$0].contract.map { terms[$0] != nil } ?? true }
                .map { settings.place($0) }
        }
        if let words = register.words { places += words.rows.indices.map { words.place($0) } }
        return Set(places.map { RegisterRow(table: $0.table, record: $0.record) })
    }

    /// Whether `place` is in a row of what was agreed, answered or released about the contracts of the submission, or about all. Rules of their
    /// own tell what cannot be read in it; of personal data in it nobody else tells.
    fileprivate func isInOwnWords(_ place: Place) -> Bool {
        func isConcerned<Row: TableRow>(_ table: TableData<Row>?, _ contract: KeyPath<Row, Symbol?>) -> Bool {
            guard let table, let index = table.index(ofRecord: place.record) else { return false }
            return table.rows[index][keyPath: contract].map { terms[$0] != nil } ?? true
        }
        return switch place.table {
        case .recordedDecisions: isConcerned(register?.recordedDecisions, \.contract)
        case .helpAnswers: isConcerned(register?.helpAnswers, \.contract)
        case .stories: isConcerned(register?.stories, \.contract)
        default: false
        }
    }
}
