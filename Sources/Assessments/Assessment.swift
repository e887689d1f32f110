import Intake
import Parameters
import Rules
import SocialReturnModel
import Valuations

/// A submission, judged: everything that a workbook, a file of findings or open data needs.
public final class Assessment: Sendable {
    /// The submission, the register and what was computed from them. Rows with an error are set aside.
    public let context: RuleContext
    /// The findings in file, row and rule order.
    public let findings: Findings
    /// The rules that were not tested.
    public let notEvaluated: [NotEvaluated]
    /// The valuation tables at hand.
    public let tables: ValuationTables

    /// The submission.
    public var submission: Submission { context.submission }

    /// What the accepted rows add up to: the one place from which every report, letter and program takes figures.
    public let realisation: Realisation

    /// Judges `submission`.
    ///
    /// - Parameters:
    ///   - submission: what was read.
    ///   - tables: the valuation tables.
    ///   - register: the contract register, when there is one; rules that need it are else not tested.
    ///   - previous: submissions of earlier periods of the same supplier.
    ///   - others: what other suppliers reported; without it the rules that compare suppliers are not tested.
    ///   - rulesAsOf: the day whose rules and limits judge; else the newest rules do, with the limits of the submission's own day.
    ///   - department: rules of a department that judge along with the catalogue.
    ///   - clock: the day of SOURCE_DATE_EPOCH, when it is set; else the day on which the report was finished counts
    ///     (`Cover.finishedOn`), else the period's end.
    public init(
        of submission: Submission, register: ContractRegister?, tables: ValuationTables, previous: [EarlierReport] = [],
        others: OtherSuppliers = OtherSuppliers(), rulesAsOf: Day? = nil,
        department: DepartmentRules = .none, clock: Day? = nil
    ) {
        let cover = submission.coverRow
        let today = clock ?? cover.finishedOn ?? cover.period?.end ?? Self.dayWithoutClock
        var context = RuleContext(
            submission: submission, register: register,
            terms: Self.terms(for: submission, register, tables), previous: previous, others: others,
            ruleSet: rulesAsOf.flatMap(RuleSet.applied) ?? .newest, department: department,
            parameters: RuleParameters(register: register, department: department, on: rulesAsOf ?? today), today: today
        )
        (findings, notEvaluated) = Catalogue.judge(&context, tables: tables)
        realisation = context.realisation ?? Realisation(of: context, tables: tables)
        self.context = context
        self.tables = tables
    }

    /// A submission without a period or a date of its own is dated on a day that nobody takes for real.
    private static let dayWithoutClock = Day(daysSince1970: 10_957)  // 1 January 2000

    /// The contracts that matter: those that rows refer to, and those of the supplier that run in the period.
    private static func terms(
        for submission: Submission, _ register: ContractRegister?, _ tables: ValuationTables
    ) -> SymbolMap<ContractTerms> {
        var terms = SymbolMap<ContractTerms>()
        guard let register else { return terms }
        var contracts = ContractCollector()
        submission.forEachTable(&contracts)
        let cover = submission.coverRow
        if let supplier = cover.supplierKvK {
            contracts.found.formUnion(
                register.contracts(of: supplier).filter { id in
                    guard let period = cover.period, let contract = register.contract(id)?.row else { return true }
                    return (contract.start ?? period.start) <= period.end
                        && (contract.end ?? period.end) >= period.start
                })
        }
        for id in contracts.found.sorted(by: { $0.position < $1.position }) {
            if let found = ContractTerms(of: id, in: register, tables: tables) { terms.set(found, for: id) }
        }
        return terms
    }
}

/// Collects the contract numbers that rows refer to.
private struct ContractCollector: TableVisitor {
    var found: Set<Symbol> = []

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        guard let field = Row.table.contractField else { return }
        for row in table.rows {
            if let contract = field.value(in: row) { found.insert(contract) }
        }
    }
}
