import Intake
import Rules
import SocialReturnModel
import Valuations

/// A submission at a glance: what a contract manager sees in ten seconds, as values.
///
/// Three scores stand side by side and are never added up, and no fine is ever computed.
public struct SubmissionSummary: Sendable {
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
        let slots = ContractSlots(context)
        let rows = RowContracts(submission, context.register)
        groups = FindingGroup.groups(findings, rows, known: slots)
        let values = RowValues(assessment)
        (purchaseValues, activityValues) = (values.purchases, values.activities)

        let terms = slots.contracts.map { context.terms[$0] }
        var tally = Tally(slots, keepsPlacements: !context.previous.isEmpty)
        if let table = submission.placements { tally.add(table, values.placements) }
        if let table = submission.purchases { tally.add(table, values.purchases) }
        if let table = submission.activities { tally.add(table, values.activities) }
        tally.finish(terms)
        let history = History(context, slots, assessment.tables, terms)
        hasHistory = !history.isEmpty
        totals = tally.overall
        contractsLeftOut = slots.left
        contracts = ContractSummary.all(slots, terms, tally, history, groups, submission, today: context.today)

        status = SubmissionStatus.status(
            of: submission, hasRegister: context.register != nil, groups, findings)
        completeness = CompletenessScore(submission)
        learning = LearningScore(submission)
        var realisation = RealisationScore()
        realisation.isKnown = context.register != nil
        for contract in contracts {
            if contract.goals.isEmpty { realisation.contractsWithoutGoal += 1 }
            for goal in contract.goals { realisation.add(goal) }
        }
        self.realisation = realisation
        topics = Topic.topics(
            groups, findings, contracts, submission, rows, hasRegister: context.register != nil)
    }
}

/// The valuations of all rows of a submission.
private struct RowValues {
    var placements: [PlacementValuation?] = []
    var purchases: [PurchaseValuation?] = []
    var activities: [ActivityValuation?] = []

    init(_ assessment: Assessment) {
        let context = assessment.context
        guard let period = context.period else { return }
        var valuer = Valuer(register: context.register, tables: assessment.tables, period: period)
        placements = context.valuations
        if let table = context.submission.purchases { purchases = valuer.values(of: table) }
        if let table = context.submission.activities { activities = valuer.values(of: table) }
    }
}
