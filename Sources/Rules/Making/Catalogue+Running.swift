import Intake
import Parameters
import SocialReturnModel

extension Catalogue {
    /// Judges `context` by every rule, step by step; rows with an error are set aside after each step. Placements are valued by
    /// `tables` before the rules about totals.
    public static func judge(
        _ context: inout RuleContext, tables: ValuationTables
    ) -> (findings: Findings, notEvaluated: [NotEvaluated]) {
        var findings = Findings()
        var missing: [NotEvaluated] = []
        context.tables = tables
        for phase in Phase.allCases {
            let start = findings.all.count
            if phase == .reading { judgeObservations(context, &findings) }
            if phase == .totals {
                context.value(by: tables)
                context.realise(by: tables)
            }
            for (index, entry) in all.enumerated()
            where entry.phase == phase && entry.facts.isPart(of: context.ruleSet) {
                entry.evaluate(context, index: Int16(index), &findings, &missing)
            }
            context.setAsideRows(with: findings.all[start...])
        }
        context.realise(by: tables)
        if context.ruleSet >= .v2026_3 {
            Precedence.apply(to: &findings, context)
            Explained.mark(&findings, context)
        }
        findings.sort()
        missing.sort { $0.rule < $1.rule }
        return (findings, missing)
    }

    /// Whether `finding` keeps its row from counting although it may be no error: the row is no data.
    static func rejectsRow(_ finding: Finding) -> Bool {
        asideVariants[Int(finding.rule)] & (1 << UInt64(finding.variant)) != 0
    }

    /// The variants of each rule that set rows aside, a bit each: asked of every finding, and so looked up only once.
    private static let asideVariants: [UInt64] = all.map { entry in
        entry.observationTriggers.enumerated().reduce(0) { $0 | ($1.element.rejectsRow ? 2 << UInt64($1.offset) : 0) }
    }

    /// Whether the words of `finding` name what somebody may have meant.
    static func proposes(_ finding: Finding) -> Bool {
        proposingVariants[Int(finding.rule)] & (1 << UInt64(finding.variant)) != 0
    }

    /// The variants of each rule that make a proposal, a bit each.
    private static let proposingVariants: [UInt64] = all.map { entry in
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
            if !place.isInRow || concerned.contains(RegisterRow(table: place.table, record: place.record)) {
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
    /// The rows of the register that concern the submission: those of its contracts and of its supplier.
    var concernedRegisterRows: Set<RegisterRow> {
        guard let register else { return [] }
        var places: [Place] = []
        for id in terms.keys {
            if let contract = register.contract(id) { places.append(contract.place) }
            places += register.obligations(of: id).map(\.place)
        }
        if let suppliers = register.suppliers, let supplier = submission.coverRow.supplierKvK {
            places += register.positions(in: .suppliers, of: [supplier]).map { suppliers.place($0) }
        }
        return Set(places.map { RegisterRow(table: $0.table, record: $0.record) })
    }
}
