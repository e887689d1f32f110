import SocialReturnModel

/// Something that only shows when reports are laid beside each other.
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
    }

    /// What was seen.
    public let kind: Kind
    /// The reports, as positions of digests, in order.
    public let reports: [Int]
    /// The contracts, as the reports write them, in order.
    public let contracts: [String]

    /// The rule's id.
    public var rule: String {
        switch kind {
        case .invoiceTwice: "INK-04"
        case .invoiceClaimed, .placementClaimed: "INK-11"
        case .severalNames: "IDN-11"
        }
    }
}

/// How often a rule found something in the reports that count.
public struct RuleCountLine: Sendable {
    /// The rule's id.
    public let rule: String
    /// The code of the severity; empty for a rule that was only not tested.
    public let severity: String
    /// How many findings.
    public let count: Int
    /// In how many reports.
    public let reports: Int
    /// Of how many suppliers.
    public let suppliers: Int
    /// In how many reports the rule was not tested.
    public let notTested: Int
}
