import Intake
import Rules
import SocialReturnModel

/// What of an assessment its supplier reads: the findings that it can do something about, and nothing that the register or other
/// suppliers told of somebody else.
///
/// A row can name a contract that the register has in another organisation's name: by a slip, or by guessing. What a rule knows of
/// such a contract (its term, its table, its limits) is not the supplier's; that the number does not fit is all it hears.
public final class SupplierView: Sendable {
    /// The positions of the findings in the assessment, ascending.
    public let findings: [Int]
    /// The findings by cause, those that ask for something: what to mend or talk about first, by how much it solves.
    public let causes: [SupplierCause]
    /// What could not be tested as the supplier did not send it, with the rules that are for the supplier.
    public let notTested: [NotTestedGroup]
    /// Where the supplier can fill in what the report lacks; none where nothing is asked.
    public let places: OpenPlaces
    /// Contracts in view that are not the supplier's.
    private let others: OthersContracts?
    /// By position in the assessment; 0 for none.
    private let numberOfFinding: [Int32]
    private let allFindings: [Finding]

    /// The number of the cause of the finding at `position` of the assessment; nil for one that asks nothing.
    public func number(of position: Int) -> Int? {
        numberOfFinding[position] > 0 ? Int(numberOfFinding[position]) : nil
    }

    /// Whether the finding at `position` of the assessment is `finding`.
    func isAt(_ position: Int, _ finding: Finding) -> Bool { allFindings[position] == finding }

    /// What the supplier of `assessment` reads. One pass over the findings.
    public init(_ assessment: Assessment) {
        let others = OthersContracts(assessment.context)
        let all = assessment.findings
        var ownNames: Set<String>?
        let shown = all.all.indices.filter { index in
            let finding = all.all[index]
            guard finding.place.table.isSubmission, finding.audience == .supplier else { return false }
            if Self.quotesNames[finding.rule], finding.place.table != .cover {
                let names = ownNames ?? Self.names(in: assessment.submission)
                ownNames = names
                return names.contains(all.words(finding.detail, .dutch))
            }
            return others?.mayBeTold(finding, all) ?? true
        }
        findings = shown
        isSupplierKnown = assessment.submission.coverRow.supplierKvK != nil
        self.others = others
        var grouping = FindingGrouping(contracts: 0)
        var groupOfFinding = [Int32](repeating: -1, count: all.all.count)
        for index in shown where !Self.asksNothing[all.all[index].rule] {
            groupOfFinding[index] = Int32(clamping: grouping.add(all.all[index], index))
        }
        let sorted = SupplierCause.sorted(grouping.groups, assessment) {
            groupOfFinding[$0] >= 0 ? Int(groupOfFinding[$0]) : nil
        }
        causes = sorted.map(\.cause)
        var numbers = [Int32](repeating: 0, count: sorted.count)
        for item in sorted { numbers[item.position] = Int32(clamping: item.cause.number) }
        numberOfFinding = groupOfFinding.map { $0 >= 0 ? numbers[Int($0)] : 0 }
        allFindings = all.all
        notTested = assessment.notTested.compactMap { group in
            guard group.supplier == .supplier else { return nil }
            var group = group.onSheets
            group.rules.removeAll { !Self.isForSupplier[Int16($0)] }
            return group.rules.isEmpty ? nil : group
        }
        places =
            !causes.contains { $0.group.severity > .signal }
            ? OpenPlaces() : OpenPlaces(assessment, findings: shown, notTested: notTested)
    }

    /// Whether the row at `place` names a contract that the register has in another organisation's name.
    ///
    /// Without a KvK number on the cover nobody knows whose contracts they are.
    public func isOfAnother(_ place: Place) -> Bool { isSupplierKnown && (others?.isOfAnother(place) ?? false) }

    private let isSupplierKnown: Bool

    /// How far the supplier's own contracts are. Contracts of others that rows name are left out.
    public func realisation(_ summary: SubmissionSummary) -> RealisationScore {
        guard let others else { return summary.realisation }
        return RealisationScore(
            of: summary.contracts.filter { !others.contracts.contains($0.id) }, isKnown: summary.realisation.isKnown)
    }

    /// The last day for this report that the register has for the supplier's own contracts, when it has not passed on the day of
    /// the assessment; of several the first.
    public static func lastDay(_ assessment: Assessment) -> Day? {
        due(assessment).flatMap { $0 >= assessment.context.today ? $0 : nil }
    }

    /// The last day for this report that the register has for the supplier's own contracts, also when it has passed; of several the
    /// first, and nil where the register gives none.
    public static func due(_ assessment: Assessment) -> Day? {
        guard let period = assessment.context.period else { return nil }
        return ownContracts(assessment).compactMap { $0.reportDue(on: period) }.min()
    }

    /// Whom the supplier can ask: the functional mailboxes that the register has for the supplier's own contracts, each once. One that
    /// was masked, as it may name a person, is left out.
    public static func contacts(_ assessment: Assessment) -> [String] {
        guard let source = assessment.context.register?.source(of: .contracts) else { return [] }
        return ownContracts(assessment).map { source.text($0.manager) }.reduce(into: []) { contacts, contact in
            if !contact.isEmpty, !contact.contains("*"), !contacts.contains(contact) { contacts.append(contact) }
        }
    }

    /// The supplier's contracts in the register that run in the period of the report.
    private static func ownContracts(_ assessment: Assessment) -> [Contract] {
        let context = assessment.context
        guard let register = context.register, let period = context.period,
            let supplier = assessment.submission.coverRow.supplierKvK
        else { return [] }
        return register.contracts(of: supplier).compactMap { register.contract($0)?.row }.filter {
            ($0.start ?? period.start) <= period.end && ($0.end ?? period.end) >= period.start
        }
    }

    private static let isForSupplier = PerRule { $0.facts.audience == .supplier }
    /// Rules that say what this tool did, and ask for nothing.
    private static let asksNothing = PerRule { $0.facts.has(.informsOnly) }
    /// Rules that quote a name which can be one that only the register or another supplier has.
    private static let quotesNames = PerRule { $0.facts.has(.quotesThirdPartyNames) }

    /// The names of partners that the submission itself holds.
    private static func names(in submission: Submission) -> Set<String> {
        var names: Set<String> = []
        if let table = submission.purchases {
            let column = SocialPurchase.table.index(of: \.partnerName)
            for index in table.rows.indices { names.insert(table.written(index, column: column)) }
        }
        if let cover = submission.cover { names.insert(cover.source.text(submission.coverRow.supplierName)) }
        return names
    }
}

/// The contracts that rows name and that the register has in another organisation's name, and the rows that name them.
private struct OthersContracts: Sendable {
    let contracts: Set<Symbol>
    private let rows: RowContracts
    private let symbols: SymbolTable

    /// nil where there are none, as in nearly every submission.
    init?(_ context: RuleContext) {
        guard let register = context.register else { return nil }
        let own = Set(context.submission.coverRow.supplierKvK.map(register.contracts) ?? [])
        contracts = Set(context.terms.keys.filter { register.contract($0) != nil && !own.contains($0) })
        guard !contracts.isEmpty else { return nil }
        rows = RowContracts(context.submission, nil)
        symbols = context.submission.symbols
    }

    func isOfAnother(_ place: Place) -> Bool { rows.contract(at: place).map(contracts.contains) ?? false }

    /// Whether `finding` tells nothing of a contract that is another's.
    func mayBeTold(_ finding: Finding, _ findings: Findings) -> Bool {
        let facts = Catalogue.entry(at: finding.rule).facts
        // That the number is another's is all there is to tell, also to a supplier that nobody can tell the number of.
        if facts.has(.saysOnlyWhoseContract) { return true }
        let needsRegister = facts.needs.contains { need in
            switch need {
            case .register, .column, .cpvList: true
            default: false
            }
        }
        if let contract = rows.contract(at: finding.place) {
            guard contracts.contains(contract) else { return true }
            // What a check found can be a day, amount or limit of the contract; an error is about the row itself.
            let tellsLimit = finding.detail != .none && (finding.severity < .error || !facts.limits.isEmpty)
            return !needsRegister && !tellsLimit
        }
        guard needsRegister else { return true }
        guard case .text = finding.detail, let name = symbols.symbol(for: findings.words(finding.detail, .dutch)) else {
            return false
        }
        return !contracts.contains(name)
    }
}
