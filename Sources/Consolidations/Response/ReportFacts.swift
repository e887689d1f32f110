import Assessments
import Intake
import SocialReturnModel

/// What is known of one report without its figures: who, when, about which contracts, and how it stands.
public struct ReportFacts: Hashable, Sendable {
    /// The name of the submission or of its result, as it may be shown.
    public var name: String
    /// The supplier's KvK number; nil where the cover gives none.
    public var supplier: KvKNumber?
    /// The supplier's name, as it may be shown.
    public var supplierName: String
    /// The period that is reported on; nil where the cover gives none.
    public var period: ReportingPeriod?
    /// The day on which the report was prepared; nil where the cover gives none.
    public var preparedOn: Day?
    /// The day on which the report was received; nil where the cover gives none.
    public var receivedOn: Day?
    /// Whether the report says that it corrects another.
    public var isCorrection: Bool
    /// The digest of what was delivered; nil where it was not kept.
    public var delivery: String?
    /// The digest of the delivery that it corrects, when it is feedback that came back.
    public var corrects: String?
    /// How it stands after the checks.
    public var status: DigestStatus
    /// The numbers of the contracts that rows that count name, as they write them and in order; empty where no such row names one.
    public var contracts: [String]
    /// The numbers of the contracts that only rejected rows name, in order.
    public var rejectedContracts: [String]

    /// A report made by hand, for tests and other programs.
    public init(
        name: String, supplier: KvKNumber?, supplierName: String = "", period: ReportingPeriod?,
        preparedOn: Day? = nil, receivedOn: Day? = nil, isCorrection: Bool = false,
        delivery: String? = nil, corrects: String? = nil, status: DigestStatus = .approved, contracts: [String] = [],
        rejectedContracts: [String] = []
    ) {
        self.name = name
        self.supplier = supplier
        self.supplierName = supplierName
        self.period = period
        self.preparedOn = preparedOn
        self.receivedOn = receivedOn
        self.isCorrection = isCorrection
        (self.delivery, self.corrects) = (delivery, corrects)
        self.status = status
        self.contracts = contracts
        self.rejectedContracts = rejectedContracts
    }

    /// The report behind a result.
    public init(_ digest: SubmissionAggregate) {
        self.init(
            name: digest.name, supplier: digest.supplier, supplierName: digest.supplierName, period: digest.period,
            preparedOn: digest.preparedOn, receivedOn: digest.receivedOn, isCorrection: digest.isCorrection,
            delivery: digest.delivery, corrects: digest.corrects, status: digest.status,
            contracts: digest.contracts.map(\.id),
            rejectedContracts: digest.rejectedContracts ?? [])
    }

    /// The report that was just judged: rows that were rejected name their contract too.
    public init(_ assessment: Assessment) {
        let submission = assessment.submission
        let cover = submission.coverRow
        var named = NamedContracts(symbols: submission.symbols)
        submission.forEachTable(&named)
        self.init(
            name: submission.name, supplier: cover.supplierKvK,
            supplierName: submission.cover?.source.text(cover.supplierName) ?? "", period: cover.period,
            preparedOn: cover.finishedOn, receivedOn: cover.receivedOn, isCorrection: !cover.correctionOf.isEmpty,
            delivery: submission.deliveryDigest, corrects: submission.corrections?.deliveryDigest,
            status: DigestStatus(SubmissionSummary(assessment).status), contracts: named.accepted.sorted(),
            rejectedContracts: named.rejected.subtracting(named.accepted).sorted())
    }

    /// All contracts that its rows name.
    var namedContracts: [String] { contracts + rejectedContracts }

    /// `reports` in an order that depends on nothing but themselves. A delivery that is there twice, as it was handed in and as a result,
    /// counts once.
    static func sorted(_ reports: [ReportFacts]) -> [ReportFacts] {
        var merged: [ReportFacts] = []
        var lastKey: String?
        let keyed = reports.map { (key: $0.key, report: $0) }
        for (key, report) in keyed.sorted(by: { $0.key < $1.key }) {
            guard let last = merged.last, lastKey == key else {
                merged.append(report)
                lastKey = key
                continue
            }
            let accepted = Set(last.contracts + report.contracts)
            merged[merged.count - 1].contracts = accepted.sorted()
            merged[merged.count - 1].rejectedContracts =
                Set(last.rejectedContracts + report.rejectedContracts).subtracting(accepted).sorted()
        }
        return merged
    }

    /// What tells two deliveries apart, as one text.
    private var key: String {
        let days = [period?.start, period?.end, preparedOn, receivedOn].map { $0?.description ?? "" }
        return ([supplier?.description ?? ""] + days + [isCorrection ? "1" : "0", name, status.rawValue])
            .joined(separator: "\u{0}")
    }
}

extension DigestStatus {
    /// The status of a single report, as files have it.
    public init(_ status: SubmissionStatus) {
        switch status {
        case .received: self = .received
        case .rejected: self = .rejected
        case .approvedWithRemarks: self = .approvedWithRemarks
        case .approved: self = .approved
        }
    }
}

/// Gathers the contracts that rows name.
private struct NamedContracts: TableVisitor {
    let symbols: SymbolTable
    private(set) var accepted: Set<String> = []
    private(set) var rejected: Set<String> = []

    init(symbols: SymbolTable) { self.symbols = symbols }

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        guard let field = Row.table.contractField else { return }
        var seen: [Bool: Set<Symbol>] = [:]
        for (index, row) in table.rows.enumerated() {
            let isRejected = table.isSetAside[index]
            guard let symbol = field.value(in: row), seen[isRejected, default: []].insert(symbol).inserted else {
                continue
            }
            if isRejected { rejected.insert(symbols[symbol]) } else { accepted.insert(symbols[symbol]) }
        }
    }
}
