import Rules
import SocialReturnModel

/// Something that only shows when reports are laid beside each other, or that is wrong with the register itself.
public struct CrossFinding: Hashable, Sendable {
    /// What was seen.
    public enum Kind: Hashable, Sendable {
        /// One supplier reported an invoice in two reports (INK-04).
        case invoiceTwice(partner: KvKNumber, amount: Cents?, date: Day?)
        /// Two suppliers reported an invoice (INK-11).
        case invoiceClaimed(partner: KvKNumber, amount: Cents?, date: Day?)
        /// Two suppliers reported what looks like the same placement (INK-11).
        case placementClaimed(count: Int)
        /// One organisation goes by several names (IDN-11).
        case severalNames(KvKNumber, [String])
        /// Two reports on one period differ, and only their names tell which is the later (RAP-04).
        case orderUnknown(counts: String)
        /// Two reports that count are about the same days (RAP-04).
        case periodsOverlap(ReportingPeriod, ReportingPeriod)
        /// A row of the register is double or refers to nothing (CTR-16 and CTR-17).
        case inRegister(RegisterIssue)
    }

    /// What was seen.
    public internal(set) var kind: Kind
    /// The reports, as positions of digests, in order.
    public let reports: [Int]
    /// The contracts, as the reports write them, in order.
    public let contracts: [String]

    /// The rule's id.
    public var rule: String {
        switch kind {
        case .invoiceTwice: Catalogue.rule(foundAcrossReports: .invoiceTwice)
        case .invoiceClaimed: Catalogue.rule(foundAcrossReports: .invoiceClaimed)
        case .placementClaimed: Catalogue.rule(foundAcrossReports: .placementClaimed)
        case .severalNames: Catalogue.rule(foundAcrossReports: .severalNames)
        case .orderUnknown: Catalogue.rule(foundAcrossReports: .orderUnknown)
        case .periodsOverlap: Catalogue.rule(foundAcrossReports: .periodsOverlap)
        case .inRegister(let issue): issue.rule
        }
    }

    /// Whether figures of the overview may be others than they should be.
    public var changesFigures: Bool {
        switch kind {
        case .orderUnknown, .periodsOverlap: true
        default: false
        }
    }

    /// Whether it is about the register, and about no report.
    public var isAboutRegister: Bool { if case .inRegister = kind { true } else { false } }
}

/// How often a rule found something in the reports that count.
public struct RuleCountLine: Sendable {
    /// The rule's id.
    public let rule: String
    /// The code of the severity; empty for a rule that was only not tested.
    public let severity: String
    /// How many findings.
    public internal(set) var count: Int
    /// In how many reports.
    public let reports: Int
    /// Of how many suppliers.
    public let suppliers: Int
    /// In how many reports the rule was not tested.
    public let notTested: Int
}
