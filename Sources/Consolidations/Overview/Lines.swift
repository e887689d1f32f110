import Assessments
import Rules
import SocialReturnModel

/// Placements of one contract, period and target group.
public struct PlacementLine: Sendable {
    /// The position of the contract.
    public let contract: Int
    /// The period.
    public let period: ReportingPeriod
    /// The code of the target group; empty for none.
    public let group: String
    /// The figures.
    public internal(set) var figures: Figures
}

/// Purchases of one contract from one partner in one period.
public struct PurchaseLine: Sendable {
    /// The position of the contract.
    public let contract: Int
    /// The period.
    public let period: ReportingPeriod
    /// The partner; one that was planned and from which nothing was bought has no invoices.
    public let partner: PartnerDigest
    /// What was planned with it; nil where the register plans nothing.
    public internal(set) var plan: PlannedPartner?
    /// What was bought from it under the contract, in all periods.
    public internal(set) var boughtSoFar = Cents.zero
    /// Whether it was bought from for the first time in the last period of the contract, while there are more.
    public internal(set) var isNew = false
}

/// A partner that a contract plans to work with.
public struct PlannedPartner: Sendable, Hashable {
    /// The partner.
    public let kvk: KvKNumber
    /// Its name.
    public let name: String
    /// How it takes part; nil where nobody says so.
    public let role: ChainRole?
    /// Which part of the contract's value goes to it, in per cent; nil where nobody says so.
    public let share: Quantity?
}

/// Contracts that have something in common: a client, a category, a supplier.
public struct AggregateLine: Sendable {
    /// What they have in common: an OIN, a category, a KvK number; empty for unknown.
    public let key: String
    /// Its name, where it has another one.
    public let name: String
    /// The positions of the contracts.
    public let contracts: [Int]
    /// Their obligations in euros together; nil where none has one.
    public internal(set) var agreed: Cents?
    /// What they realised in euros together; nil where no table values any.
    public internal(set) var realised: Cents?
    /// What is still to be done in euros: what one did too much does not count for another. Nil like ``realised``.
    public internal(set) var toDo: Cents?
    /// What they realised in euros above what each of them agreed. Nil like ``toDo``.
    public internal(set) var surplus: Cents?
    /// What counts in euros as soon as the client accepts it: no part of ``realised``.
    public internal(set) var inConsultation: Cents
    /// The figures of their placements.
    public internal(set) var figures: Figures
}

/// Placements that have a code or a period in common.
public struct SliceLine: Sendable {
    /// The code, or the notation of the period.
    public let key: String
    /// The figures.
    public internal(set) var figures: Figures
}

/// What one contract came to in one period.
public struct PeriodLine: Sendable {
    /// The position of the contract.
    public let contract: Int
    /// The period.
    public let period: ReportingPeriod
    /// The figures.
    public internal(set) var figures: Figures
}

/// Figures of one contract and period, or of all who reported every period, beside those they are compared with.
public struct ComparisonLine: Sendable {
    /// What is compared.
    public enum Kind: Sendable {
        /// The suppliers that reported every period with themselves in the period before.
        case together
        /// The report with that on the period before, of the same length.
        case previousPeriod
        /// The report with one that leaves a gap before it, of the same length.
        case earlierPeriod
        /// A period beside one of another length: they cannot be compared.
        case otherLength
        /// The report that counts with the one that it replaced.
        case replaced
    }

    /// The position of the contract; nil for several, and where only the replaced report names it.
    public let contract: Int?
    /// The contract's number; empty for several.
    public let contractID: String
    /// What is compared.
    public let kind: Kind
    /// The supplier's name.
    public let supplier: String
    /// What the figures before are about: a period, with the report's name where it was replaced.
    public let before: Text
    /// The period of the figures now.
    public let period: ReportingPeriod
    /// The figures before.
    public internal(set) var old: Figures
    /// The figures now.
    public internal(set) var new: Figures
}

/// A commitment as the last report on it has it.
public struct CommitmentLine: Sendable {
    /// The position of the contract.
    public let contract: Int
    /// The name of the supplier that reported it.
    public let supplier: String
    /// The commitment.
    public internal(set) var commitment: CommitmentDigest
    /// Whether it is settled.
    public let isClosed: Bool
    /// Whether its target date has passed while it is open.
    public let isOverdue: Bool
    /// Whether the workbook does not show how many people it is about.
    public internal(set) var isAboutPeople = false
}

/// Obstacles of one kind in one category.
public struct ObstacleLine: Sendable {
    /// The category; empty for unknown.
    public let category: String
    /// The code of the kind, or what was written.
    public let kind: String
    /// How many suppliers report it.
    public let suppliers: Int
    /// Under how many contracts.
    public let contracts: Int
    /// In how many periods.
    public let periods: Int
    /// How often in all.
    public let count: Int
    /// How often help was asked.
    public let helpRequests: Int
}

/// A good example that may be shared.
public struct ExampleLine: Sendable {
    /// The position of the contract.
    public let contract: Int
    /// The name of the supplier.
    public let supplier: String
    /// The example.
    public internal(set) var example: ExampleDigest
}

/// An offer that fits a demand, two steps for one wish, or a notice that fits nothing yet; with the mailboxes that may be shown.
public struct MatchLine: Sendable {
    /// What the line is about.
    public enum Kind: Sendable {
        /// An offer that fits a demand.
        case match(PlaceMatching.Line)
        /// Two steps for one wish.
        case chain(PlaceChain)
        /// A notice that fits nothing yet.
        case unmatched(LearningPlaceNotice)
    }

    /// What the line is about.
    public let kind: Kind
    /// The offering supplier's general mailbox.
    public let offerMailbox: String?
    /// The looking supplier's general mailbox.
    public let demandMailbox: String?
}

/// A result as *Herkomst* lists it.
public struct ResultLine: Sendable {
    /// What became of it.
    public enum Use: Sendable {
        /// It counts.
        case used
        /// The report called so replaced it.
        case replaced(by: String)
        /// It was rejected and does not count.
        case rejected
    }

    /// The position of the digest.
    public let digest: Int
    /// What became of it.
    public let use: Use
}
