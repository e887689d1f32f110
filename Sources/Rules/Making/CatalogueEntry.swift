import Intake
import SocialReturnModel

/// A rule in the catalogue: its facts, and its check lifted into a loop.
///
/// The initialisers are generic over the rule, so that each rule gets a loop of its own with its check inlined, and the call through
/// the closure is paid once a table instead of once a row.
public struct CatalogueEntry: Sendable {
    /// What people need to know of the rule.
    public var facts: RuleMetadata {
        _read { yield boxedFacts.value }
    }
    // An entry is handed on for every finding, and its facts are some forty references.
    private var boxedFacts: Boxed<RuleMetadata>
    /// When the rule runs.
    public let phase: Phase
    /// The messages by variant; 0 is the rule's own.
    private(set) var messages: [Text]
    /// What to do by variant, where that differs; the rule's own remedy comes first and serves all others.
    private(set) var remedies: [Text]
    /// Who can do something about it by variant, where that differs.
    let audiences: [UInt8: Audience]
    /// What the rule makes of observations; empty for most rules that are not about reading.
    let observationTriggers: [ObservationTrigger]
    /// The type that declares the rule.
    let type: ObjectIdentifier
    private let run: @Sendable (RuleContext, inout FindingCollector) -> Void

    /// A rule about what reading saw.
    init<R: ReadingRule>(_ rule: R.Type) {
        type = ObjectIdentifier(rule)
        boxedFacts = Boxed(R.facts)
        phase = .reading
        observationTriggers = R.observationTriggers
        messages = [R.facts.message] + R.observationTriggers.map { $0.message ?? R.facts.message }
        remedies = [R.facts.remedy] + R.observationTriggers.map { $0.remedy ?? R.facts.remedy }
        audiences = [:]
        run = { _, _ in }
    }

    /// A rule about rows.
    public init<R: RowRule>(_ rule: R.Type) {
        type = ObjectIdentifier(rule)
        boxedFacts = Boxed(R.facts)
        phase = .rows
        observationTriggers = R.observationTriggers
        messages = [R.facts.message] + R.observationTriggers.map { $0.message ?? R.facts.message } + R.variants
        remedies = [R.facts.remedy] + R.observationTriggers.map { $0.remedy ?? R.facts.remedy }
        audiences = [:]
        // The wordings of observationTriggers come first, as in a rule about reading; the verdicts' own are numbered after them.
        let firstVariant = UInt8(R.observationTriggers.count)
        let columns = R.Row.table.facts
        let ownColumn = R.facts.column.flatMap(columns.index)
        run = { context, report in
            guard let table: TableData<R.Row> = context.table() else { return }
            var row = RowContext(all: context, table: table, index: 0)
            // Rows of the register about contracts that the submission does not concern are for other submissions.
            let concerned = context.register?.positions(in: table.source.id, of: context.terms.keys)
            for position in 0..<(concerned?.count ?? table.rows.count) {
                let index = concerned?[position] ?? position
                row.index = index
                let verdict = R.check(table.rows[index], row)
                if verdict.outcome == .unjudged, let lacking = R.lacking {
                    report.notEvaluated(
                        lacking.reason, supply: lacking.supply, by: .contractManager, isRegisterGap: true)
                }
                guard verdict.outcome == .fail else { continue }
                let column = verdict.column?.index ?? ownColumn
                report.found(
                    at: table.place(index, column.map(ColumnReference.known) ?? .none), verdict.detail,
                    severity: verdict.severity, variant: verdict.variant == 0 ? 0 : verdict.variant + firstVariant)
            }
        }
    }

    /// A rule about more than rows.
    public init<R: SubmissionRule>(_ rule: R.Type) {
        type = ObjectIdentifier(rule)
        boxedFacts = Boxed(R.facts)
        phase = R.phase
        observationTriggers = []
        messages = [R.facts.message] + R.variants + R.wordings.map(\.message)
        remedies =
            R.wordings.isEmpty
            ? [R.facts.remedy]
            : Array(repeating: R.facts.remedy, count: 1 + R.variants.count)
                + R.wordings.map { $0.remedy ?? R.facts.remedy }
        let first = UInt8(1 + R.variants.count)
        audiences = Dictionary(
            uniqueKeysWithValues: R.wordings.enumerated().compactMap { index, wording in
                wording.audience.map { (first + UInt8(index), $0) }
            })
        run = { context, report in R.check(context, &report) }
    }

    /// The entry of every version of the rule, the oldest first.
    var versions: [CatalogueEntry] {
        facts.versions.map { facts in
            var entry = self
            if entry.facts.version != facts.version {
                entry.boxedFacts = Boxed(facts)
                entry.messages[0] = facts.message
                entry.remedies = entry.remedies.map { $0 == self.facts.remedy ? facts.remedy : $0 }
            }
            return entry
        }
    }

    /// The observation behind a finding of this rule with `variant`; nil when the rule is not about what reading saw.
    func observationTrigger(ofVariant variant: UInt8) -> ObservationTrigger? {
        variant > 0 && Int(variant) <= observationTriggers.count ? observationTriggers[Int(variant) - 1] : nil
    }

    /// The needs of the rule that `context` does not meet.
    func unmetNeeds(_ context: RuleContext) -> [Need] {
        facts.needs.filter { need in
            switch need {
            case .register: context.register == nil
            case .previous: context.previous.isEmpty
            case .otherSuppliers: !context.hasOtherSuppliers
            case .column(let column): context.lacksColumn(column)
            case .cpvList: context.register?.cpvCodes == nil
            case .table(let id): context.source(of: id) == nil
            case .identifierColumn: false
            }
        }
    }

    /// Runs the rule unless it lacks something, in which case it says so.
    func evaluate(_ context: RuleContext, index: Int16, _ findings: inout Findings, _ missing: inout [NotEvaluated]) {
        if let need = unmetNeeds(context).first {
            let isNamed = need != .otherSuppliers || context.submission.coverRow.supplierKvK != nil
            missing.append(
                isNamed
                    ? NotEvaluated(
                        rule: index, reason: need.reason, supply: need.supply, supplier: need.supplier,
                        isRegisterGap: need.isOfRegister)
                    : NotEvaluated(
                        rule: index,
                        reason: Text(
                            nl:
                                "Het KvK-nummer op het voorblad is niet bekend: wie de anderen zijn, is dan niet te zeggen.",
                            en: "The KvK number on the cover is not known, so nobody can tell who the others are."),
                        supply: Text(
                            nl: "Vul op het voorblad het KvK-nummer van de leverancier in.",
                            en: "Fill in the supplier's KvK number on the cover."),
                        supplier: .supplier))
            return
        }
        var report = FindingCollector(rule: index, facts: facts, findings: findings)
        findings = Findings()
        run(context, &report)
        findings = report.findings
        missing += report.missing
    }
}

extension RuleContext {
    /// The table with this row type, from the submission or the register.
    public func table<Row: TableRow>() -> TableData<Row>? {
        var finder = TableFinder<Row>()
        submission.forEachTable(&finder)
        if finder.found == nil { register?.forEachTable(&finder) }
        return finder.found
    }
}

/// Finds the table with a certain row type.
public struct TableFinder<Wanted: TableRow>: TableVisitor {
    /// The table; nil where it is not there.
    public private(set) var found: TableData<Wanted>?

    /// Has found nothing yet.
    public init() {}

    /// Looks at one table.
    public mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        if let table = table as? TableData<Wanted> { found = table }
    }
}
