import Intake
import Parameters
import SocialReturnModel
import Valuations

/// Everything a rule may look at. Rules see no file, no sheet and no clock of their own.
public struct RuleContext: Sendable {
    /// The submission, with the rows that earlier steps set aside marked.
    public internal(set) var submission: Submission {
        _read { yield boxedSubmission.value }
        _modify { yield &boxedSubmission.value }
    }
    // Rules hand the context on for every row and finding: what is large, or does not change, is behind a reference.
    private var boxedSubmission: Boxed<Submission>
    private let given: Given
    /// What holds for each contract that the submission or its supplier is concerned with, by contract.
    public internal(set) var terms: SymbolMap<ContractTerms>
    /// The value, fte and days of each placement, in the order of the table's rows, nil for a row that was set aside; empty without
    /// placements, and without a period.
    public internal(set) var valuations = PlacementValuations.none
    /// What was realised under each contract; nil before the rules about totals.
    public internal(set) var realisation: Realisation?
    /// The value of each purchase, as ``valuations`` has those of placements.
    public internal(set) var purchaseValuations: [PurchaseValuation?] = []
    /// The value of each activity, as ``valuations`` has those of placements.
    public internal(set) var activityValuations: [ActivityValuation?] = []
    /// The submission before rows that were set aside were let count again, for what else is in them; nil when all rows are judged.
    var beforeReadmission: Boxed<Submission>?
    /// The valuation tables at hand; nil before a submission is judged.
    var tables: ValuationTables?

    /// The contract register, when one was given.
    public var register: ContractRegister? {
        _read { yield given.register }
    }
    /// Submissions of earlier periods of the same supplier.
    public var previous: [EarlierReport] { given.previous }
    /// What other suppliers reported; empty when no results of theirs were given.
    public var others: OtherSuppliers {
        _read { yield given.others }
    }
    /// The edition of the catalogue that judges.
    public var ruleSet: RuleSet { given.ruleSet }
    /// The rules of a department that judge along with the catalogue.
    public var department: DepartmentRules { given.department }
    /// Limits and word lists.
    public var parameters: RuleParameters {
        _read { yield given.parameters }
    }
    /// The day on which the submission is judged: SOURCE_DATE_EPOCH, else the cover's opgesteld_op, else the period's end.
    public var today: Day { given.today }
    /// The last day that the figures are about: that of the period, or the day of judgement where that comes first. A correction that comes late tells
    /// of the same days as the report on its own day.
    public var lastDay: Day { period.map { min($0.end, today) } ?? today }

    /// What a submission is judged with, and does not change while it is.
    private final class Given: Sendable {
        let register: ContractRegister?
        let previous: [EarlierReport]
        let others: OtherSuppliers
        let ruleSet: RuleSet
        let department: DepartmentRules
        let parameters: RuleParameters
        let today: Day

        init(
            _ register: ContractRegister?, _ previous: [EarlierReport], _ others: OtherSuppliers, _ ruleSet: RuleSet,
            _ department: DepartmentRules, _ parameters: RuleParameters, _ today: Day
        ) {
            (self.register, self.previous, self.others) = (register, previous, others)
            (self.ruleSet, self.department, self.parameters, self.today) = (ruleSet, department, parameters, today)
        }
    }

    /// A context for one assessment.
    public init(
        submission: Submission, register: ContractRegister?, terms: SymbolMap<ContractTerms>,
        previous: [EarlierReport] = [], others: OtherSuppliers = OtherSuppliers(), ruleSet: RuleSet = .newest,
        department: DepartmentRules = .none, parameters: RuleParameters, today: Day
    ) {
        boxedSubmission = Boxed(submission)
        given = Given(register, previous, others, ruleSet, department, parameters, today)
        self.terms = terms
    }

    /// The rules that judge, with their positions: those of the catalogue's edition, and behind them the department's.
    public var judgingRules: [(position: Int16, facts: RuleMetadata)] {
        judgingPositions.map { (position: $0, facts: Catalogue.entry(at: $0).facts) }
    }

    /// The positions of the rules that judge, in their order.
    public var judgingPositions: [Int16] {
        Catalogue.all.indices.filter { Catalogue.all[$0].facts.isPart(of: ruleSet) }.map { Int16($0) }
            + department.entries.filter { $0.entry.facts.isPart(of: ruleSet) }.map(\.position)
    }

    /// The reporting period, when the cover names one that can be read.
    public var period: ReportingPeriod? { submission.coverRow.period }

    /// The file behind a table of the submission or of the register.
    public func source(of table: TableID) -> SourceTable? {
        submission.source(of: table) ?? register?.source(of: table)
    }

    /// What `limit` is for `contract`; without a contract, what it is for the department.
    public func limit(_ limit: Limit, for contract: Symbol? = nil) -> Quantity {
        parameters.value(limit, for: contract)
    }

    /// What `limit` is, in whole units: a number with decimals is rounded down.
    public func wholeLimit(_ limit: Limit, for contract: Symbol? = nil) -> Int {
        parameters.value(limit, for: contract).wholePart
    }

    /// What `limit`, a number of euros, is for `contract`.
    public func amountLimit(_ limit: Limit, for contract: Symbol? = nil) -> Cents {
        Cents(parameters.value(limit, for: contract).tenThousandths / (Quantity.scale / 100))
    }

    /// The contract with this number in the register.
    public func contract(_ id: Symbol?) -> Contract? { id.flatMap { register?.contract($0)?.row } }

    /// What is known of the certificate on which a discount of `contract` rests.
    func discountCertificate(of contract: Contract) -> DiscountCertificate {
        DiscountCertificate(
            of: contract, in: register, evidence: submission.evidence, symbols: submission.symbols,
            months: parameters.monthsOfCertificate(for: contract.id))
    }

    /// Takes the discounts off for which a certificate is known, when it is known which evidence counts.
    mutating func settleDiscounts(by tables: ValuationTables) {
        guard let register else { return }
        for (id, terms) in terms where terms.obligations.contains(where: { $0.discount != nil }) {
            let certificate = discountCertificate(of: terms.contract)
            guard certificate.holds(for: terms.contract, atEndOf: period?.end ?? today) else { continue }
            ContractTerms(of: id, in: register, tables: tables, discountHolds: true)
                .map { self.terms.set($0, for: id) }
        }
    }

    /// Sets aside the rows in which `findings` has an error, the rows that are no data, and all rows of a table that a finding keeps
    /// from being used.
    public mutating func setAsideRows(with findings: ArraySlice<Finding>) {
        var last = Place(.cover)
        for finding in findings where finding.severity == .error || Catalogue.rejectsRow(finding) {
            let place = finding.place
            if place.isInRow {
                // A row with ten errors is looked up once.
                if place.record != last.record || place.table != last.table { submission.setAside(place) }
                last = place
            } else if finding.rejectsTable {
                submission.setAsideAllRows(of: place.table)
            }
        }
    }
}

/// A submission of an earlier period, as its result kept it.
public struct EarlierReport: Sendable {
    /// The accepted rows of that submission.
    public let submission: Submission
    /// SHA-256 of the files it came in.
    public let digests: Set<String>
    /// The digest of the delivery that it corrects, when it was feedback that came back; see `Corrections.deliveryDigest`.
    public let corrects: String?

    /// An earlier submission, the digests of its files, and that of the delivery that it corrects.
    public init(submission: Submission, digests: Set<String>, corrects: String? = nil) {
        self.submission = submission
        self.digests = digests
        self.corrects = corrects
    }
}
