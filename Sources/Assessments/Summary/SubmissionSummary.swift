import Intake
import Rules
import SocialReturnModel
import Valuations

/// A submission at a glance: what a contract manager sees in ten seconds, as values.
///
/// Three scores stand side by side and are never added up, and no fine is ever computed.
public final class SubmissionSummary: Sendable {
    /// How the submission stands.
    public let status: SubmissionStatus
    /// How complete the report is.
    public let completeness: CompletenessScore
    /// What was realised against what was agreed.
    public let realisation: RealisationScore
    /// Learning and working together.
    public let learning: LearningScore
    /// What all accepted rows add up to.
    public let totals: PeriodTotals
    /// The contracts in view: those of the register in its order, then those that it does not know.
    public let contracts: [ContractSummary]
    /// How many more contract numbers rows name that no register knows.
    public let contractsLeftOut: Int
    /// The findings by cause, in the order in which the causes first occur.
    public let groups: [FindingGroup]
    /// What to talk about, most important first.
    public let topics: [Topic]
    /// How all commitments of the submission stand, those of contracts out of view too.
    public let commitments: CommitmentCounts
    /// Whether reports of earlier periods were given.
    public let hasHistory: Bool
    /// The valuations of the social purchases, in the order of the table; nil for rows that were set aside.
    public let purchaseValues: [PurchaseValuation?]
    /// The valuations of the activities, in the order of the table; nil for rows that were set aside.
    public let activityValues: [ActivityValuation?]

    /// Sums up `assessment`. One pass over the rows and one over the findings.
    public init(_ assessment: Assessment) {
        let context = assessment.context
        let submission = context.submission
        let findings = assessment.findings.all
        let made = assessment.realisation
        let rows = RowContracts(submission, context.register, of: Self.tablesWithRows(findings))
        let grouping = FindingGrouping(findings, rows, known: made.slots)
        groups = grouping.groups
        (purchaseValues, activityValues) = (made.purchaseValues, made.activityValues)
        hasHistory = made.hasHistory
        totals = made.totals
        contractsLeftOut = made.contractsLeftOut
        contracts = ContractSummary.all(made, grouping, submission)

        var counts = CommitmentCounts()
        if let table = submission.commitments {
            for index in table.acceptedIndices {
                counts.add(table.rows[index], at: table.place(index), today: context.today)
            }
        }
        commitments = counts
        status = SubmissionStatus.status(
            of: submission, hasRegister: context.register != nil, groups, findings)
        completeness = CompletenessScore(submission)
        learning = LearningScore(submission)
        realisation = RealisationScore(of: contracts, isKnown: context.register != nil)
        topics = Topic.topics(groups, assessment, contracts)
    }

    /// The tables in whose rows something was found.
    private static func tablesWithRows(_ findings: [Finding]) -> Set<TableID> {
        var (tables, last) = (Set<TableID>(), TableID?.none)
        for finding in findings where finding.place.isInRow && finding.place.table != last {
            last = finding.place.table
            tables.insert(finding.place.table)
        }
        return tables
    }
}
