import Intake
import SocialReturnModel

/// What the register expects to be reported, and what came in: contract by period.
///
/// Everything is a function of the register, the reports and the day of asking. What the register or a cover does not say is nil, with the
/// reason in the notes of the line.
public struct ReportingResponse: Sendable {
    /// The day of asking. Only periods that ended before it are expected.
    public let day: Day
    /// What is expected and what was replaced, by contract in the order of the register, then by period.
    public private(set) var lines: [ResponseLine] = []
    /// The contracts of which nothing is expected on ``day``, in the order of the register.
    public private(set) var silentContracts: [SilentContract] = []
    /// What was reported and is not expected, by report.
    public private(set) var unexpected: [UnexpectedReport] = []

    /// Lays `reports`, in any order, beside what `register` expects on `day`.
    ///
    /// - Parameters:
    ///   - register: the contract register.
    ///   - reports: what came in.
    ///   - day: the day on which is looked.
    ///   - unreadable: the names of deliveries that could not be read at all, as they may be shown.
    public init(register: ContractRegister, reports: [ReportFacts], unreadable: [String] = [], on day: Day) {
        self.day = day
        let book = ResponseBook(register, on: day)
        var matching = ResponseMatching(ReportFacts.sorted(reports), book, day)
        for contract in book.contracts.indices {
            if let reason = book.contracts[contract].silence {
                silentContracts.append(
                    SilentContract(
                        contract: book.contracts[contract].id, title: book.contracts[contract].title,
                        supplier: book.contracts[contract].supplier,
                        supplierName: book.contracts[contract].supplierName, reason: reason))
            } else {
                lines += matching.lines(of: contract)
            }
        }
        unexpected =
            matching.unexpected()
            + Set(unreadable).sorted().map {
                UnexpectedReport(
                    report: $0, supplier: nil, supplierName: "", contract: nil, period: nil, reason: .unreadable)
            }
    }

    /// What is about these contracts, by number in lower case.
    func about(_ contracts: Set<String>) -> ReportingResponse {
        var part = self
        part.lines = lines.filter { contracts.contains($0.contract.lowercased()) }
        part.silentContracts = silentContracts.filter { contracts.contains($0.contract.lowercased()) }
        part.unexpected = unexpected.filter { $0.contract.map { contracts.contains($0.lowercased()) } ?? false }
        return part
    }

    /// The lines, most urgent first: what is late the longest, what is missing, what was rejected, then the rest in the order of the
    /// register. What was replaced follows the line of its period.
    public var linesByUrgency: [ResponseLine] {
        var groups: [(first: Int, lines: ArraySlice<ResponseLine>)] = []
        var start = 0
        for index in lines.indices where index + 1 == lines.count || lines[index + 1].isExpected {
            groups.append((start, lines[start...index]))
            start = index + 1
        }
        func rank(_ group: (first: Int, lines: ArraySlice<ResponseLine>)) -> (Int, Int, Int) {
            let line = lines[group.first]
            return (line.state.urgency, -(line.daysLate ?? 0), group.first)
        }
        return groups.sorted { rank($0) < rank($1) }.flatMap(\.lines)
    }

    /// How many expected lines stand like this.
    public func count(_ state: ResponseState) -> Int { lines.count { $0.isExpected && $0.state == state } }

    /// How many reports are expected: one for each contract and period.
    public var expected: Int { lines.count(where: \.isExpected) }

    /// For how many of them a report came in, whatever the checks say of it.
    public var received: Int { lines.count { $0.isExpected && $0.report != nil } }

    /// For how many of them the report came in after the last day.
    public var receivedLate: Int { lines.count { $0.isExpected && $0.report != nil && ($0.daysLate ?? 0) > 0 } }
}

/// How one expected report stands, as files have it.
public enum ResponseState: String, Codable, Sendable, CaseIterable {
    /// Nothing came in, and the last day has passed.
    case late = "te_laat"
    /// Nothing came in, and nobody knows the last day.
    case missing = "ontbreekt"
    /// The report cannot be used.
    case rejected = "afgekeurd"
    /// Nothing came in, and the last day has not passed.
    case notYet = "nog_niet"
    /// It came in, and was not judged.
    case received = "ontvangen"
    /// It came in and can be used, with remarks or without.
    case approved = "goedgekeurd"
    /// A later report counts in its stead.
    case replaced = "vervangen"

    init(_ status: DigestStatus) {
        switch status {
        case .received: self = .received
        case .rejected: self = .rejected
        case .approved, .approvedWithRemarks: self = .approved
        }
    }

    /// Lower comes first.
    fileprivate var urgency: Int {
        switch self {
        case .late: 0
        case .missing: 1
        case .rejected: 2
        case .notYet: 3
        case .received, .approved, .replaced: 4
        }
    }
}

/// A contract and a period: the report that counts, or that there is none; or a report beside it that counts no longer.
public struct ResponseLine: Hashable, Sendable {
    /// The contract's number as the register writes it.
    public let contract: String
    /// Its title; empty where the register has none.
    public let title: String
    /// The supplier by the register; nil where it names none.
    public let supplier: KvKNumber?
    /// The supplier's name; empty where nobody knows it.
    public let supplierName: String
    /// The period.
    public let period: ExpectedPeriod
    /// The last day on which the report is in time; nil where the register does not say.
    public let due: Day?
    /// How it stands.
    public let state: ResponseState
    /// Whether the line stands for what is expected. Others are about reports beside the one that counts.
    public let isExpected: Bool
    /// Days after ``due``: of the first report that can be used, or of today where there is none. 0 for in time; nil where nobody knows.
    public let daysLate: Int?
    /// The name of the report; nil where there is none.
    public let report: String?
    /// The day on which that report was received; nil where its cover does not say.
    public let receivedOn: Day?
    /// Why something is empty, and what else there is to know.
    public let notes: [ResponseNote]
}

/// What there is to know of a line besides its cells.
public enum ResponseNote: Hashable, Sendable {
    /// The register does not say within how many days the report is wanted.
    case dueUnknown
    /// The register holds a number of days that cannot be meant.
    case dueUnusable
    /// The cover does not say when the report was received.
    case receivedUnknown
    /// It is a correction, and the first delivery is not among the reports.
    case firstUnknown
    /// Reports that cover a part of the period.
    case partly([String])
    /// Other reports that cover the period too and count as well.
    case alsoIn([String])
    /// The report was replaced by one that is not about this contract and period.
    case replacedBy(String)
    /// The report was approved with remarks.
    case withRemarks
    /// The report names no contract, and counts for all contracts of its supplier.
    case namesNoContract
}

/// A contract of which nothing is expected.
public struct SilentContract: Hashable, Sendable {
    /// Why nothing is expected.
    public enum Reason: Hashable, Sendable {
        /// It is exempt; the reason that the register gives, or empty.
        case exempt(String)
        /// The register does not say how often.
        case frequencyUnknown
        /// The register does not say when it begins or ends, or the end lies before the beginning.
        case termUnknown
        /// It begins later.
        case beginsLater(Day)
        /// No period has ended; the day on which the first one does.
        case firstPeriodRuns(until: Day)
    }

    /// The contract's number as the register writes it.
    public let contract: String
    /// Its title; empty where the register has none.
    public let title: String
    /// The supplier by the register; nil where it names none.
    public let supplier: KvKNumber?
    /// The supplier's name; empty where nobody knows it.
    public let supplierName: String
    /// Why nothing is expected.
    public let reason: Reason
}

/// A report, or what it says of one contract, that the register does not expect.
public struct UnexpectedReport: Hashable, Sendable {
    /// Why it is not expected.
    public enum Reason: Hashable, Sendable {
        /// The cover names no supplier or no period.
        case coverIncomplete
        /// The register does not know the supplier.
        case supplierUnknown
        /// The register does not know the contract.
        case contractUnknown
        /// The contract is of another supplier.
        case ofAnotherSupplier
        /// The supplier has no contract in the register.
        case noContract
        /// Nothing is expected of the contract on the day of asking.
        case silent(SilentContract.Reason)
        /// The report covers only a part of these periods.
        case partOf([ReportingPeriod])
        /// The contract does not run in the period.
        case outsideTerm
        /// The period had not ended on the day of asking.
        case notEnded
        /// The delivery could not be read, so that nobody knows of whom and of when it is.
        case unreadable
    }

    /// The name of the report.
    public let report: String
    /// The supplier by the cover; nil where it names none.
    public let supplier: KvKNumber?
    /// The supplier's name: by the register, else by the cover.
    public let supplierName: String
    /// The contract as the report writes it; nil where it names none.
    public let contract: String?
    /// The period; nil where the cover names none.
    public let period: ReportingPeriod?
    /// Why it is not expected.
    public let reason: Reason
}
