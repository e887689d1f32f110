import Intake
import Rules
import SocialReturnModel
import Valuations

/// One contract at a glance: what was agreed, what was realised, what is still to be done, by when, and what to talk about.
public struct ContractSummary: Sendable {
    /// The contract, as rows refer to it.
    public let id: Symbol
    /// The contract's number.
    public let number: String
    /// What the register knows of it; nil where it does not know it, or there is no register.
    public let terms: ContractTerms?
    /// What was agreed and how far it is: money first, then other measures; empty where nothing that can be counted was agreed.
    public let goals: [Goal]
    /// What the accepted rows of this submission add up to.
    public let totals: PeriodTotals
    /// How the commitments stand.
    public let commitments: CommitmentCounts
    /// Obstacles that this report tells of.
    public let obstacles: Int
    /// Obstacles with a request for help.
    public let helpRequests: Int
    /// The part of the term that has passed, from 0 to 1; nil where the register does not name both days.
    public let elapsed: Double?
    /// By how much of the term, from 0 to 1, what was realised may lag before the contract is behind.
    public let tolerance: Double
    /// Whether this report and those given with it cover the term up to the end of the period.
    public let historyIsKnown: Bool
    /// How many findings there are of each severity.
    public internal(set) var findings: [Severity: Int]

    /// The row of the register.
    public var contract: Contract? { terms?.contract }

    /// How the contract stands: as its first goal, where it has any.
    public let standing: Standing

    /// The next day to look forward to: the first target date of an open commitment, else the end of the contract.
    public var nextDue: NextDue? {
        if let day = commitments.nextTarget { return NextDue(day: day, place: commitments.nextPlace) }
        return contract?.end.map { NextDue(day: $0, place: nil) }
    }
}

/// A day by which something must be done.
public struct NextDue: Sendable, Hashable {
    /// The day.
    public let day: Day
    /// Where the commitment stands; nil for the end of the contract.
    public let place: Place?
}
