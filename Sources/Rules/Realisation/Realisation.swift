import Intake
import Parameters
import SocialReturnModel
import Valuations

/// What the accepted rows of a submission add up to, and how far each contract is with it.
///
/// It is computed once, before the rules about totals: they look at it, and the summary of an assessment is made from it.
public final class Realisation: Sendable {
    /// The contracts in view: those of the register in its order, then those that it does not know.
    public let contracts: [ContractProgress]
    /// How many more contract numbers rows name that no register knows.
    public let contractsLeftOut: Int
    /// What all accepted rows add up to.
    public let totals: PeriodTotals
    /// Whether reports of earlier periods were given.
    public let hasHistory: Bool
    /// The valuations of the social purchases, in the order of the table; nil for rows that were set aside.
    public let purchaseValues: [PurchaseValuation?]
    /// What the placements bring to the full-time equivalents, in the order of the table; nil where it is not known.
    public let presences: Presences
    /// The valuations of the activities, in the order of the table; nil for rows that were set aside.
    public let activityValues: [ActivityValuation?]
    /// Whether each placement, purchase and activity realises something in the period, by table and in its order; rows that were set aside
    /// do not.
    public let counting: [TableID: [Bool]]
    /// The positions of ``contracts`` by their symbols.
    public let slots: ContractSlots

    /// Adds up the rows of `context` that count by now. One pass over the rows, and one over those of earlier reports.
    public init(of context: RuleContext, tables: ValuationTables) {
        let submission = context.submission
        let slots = ContractSlots(context)
        let purchases = context.purchaseValuations.withoutSetAside(submission.purchases)
        let activities = context.activityValuations.withoutSetAside(submission.activities)
        let terms = slots.contracts.map { context.terms[$0] }
        var tally = Tally(slots, keepsPlacements: !context.previous.isEmpty)
        let presences = submission.placements.map { Presences(of: $0, context.valuations, context.period) } ?? .none
        var counting: [TableID: [Bool]] = [:]
        if let table = submission.placements {
            let counts = CountedScope.marks(of: table, context.valuations)
            counting[.placements] = counts
            tally.add(table, context.valuations, presences, counts: counts, context.period)
        }
        if let table = submission.purchases {
            let counts = CountedScope.marks(of: table, purchases, context.period)
            counting[.purchases] = counts
            tally.add(table, purchases, counts: counts)
        }
        if let table = submission.activities {
            let counts = CountedScope.marks(of: table, activities, context.period)
            counting[.activities] = counts
            tally.add(table, activities, counts: counts)
        }
        let history = History(context, slots, tables, terms)
        if let table = submission.placements, let period = context.period, let counts = counting[.placements] {
            tally.note(
                PermanentWork.all(.init(table: table, period: period), counts: counts, history.placements))
        }
        tally.finish(terms)
        var commitments = Array(repeating: CommitmentCounts(), count: slots.contracts.count)
        if let table = submission.commitments {
            for index in table.acceptedIndices {
                guard let slot = slots.slot(of: table.rows[index].contract) else { continue }
                commitments[slot].add(table.rows[index], at: table.place(index), today: context.today)
            }
        }
        var obstacles = Array(repeating: 0, count: slots.contracts.count)
        if let table = submission.obstacles {
            for index in table.acceptedIndices {
                if let slot = slots.slot(of: table.rows[index].contract) { obstacles[slot] += 1 }
            }
        }
        contracts = slots.contracts.indices.map { slot in
            ContractProgress(
                id: slots.contracts[slot], terms: terms[slot], totals: tally.totals[slot],
                earlier: history.isEmpty ? nil : history.earlier(slot, beside: tally),
                commitments: commitments[slot], obstacles: obstacles[slot],
                tolerance: context.parameters.toleratedLag(for: slots.contracts[slot]),
                historyIsKnown: history.covers(from: terms[slot]?.contract.start), upTo: context.lastDay)
        }
        (contractsLeftOut, totals, hasHistory) = (slots.left, tally.overall, !history.isEmpty)
        (purchaseValues, activityValues, self.presences) = (purchases, activities, presences)
        self.slots = slots
        self.counting = counting
    }
}

extension Array {
    /// These valuations of the rows of `table`, with nil for rows that were set aside since they were made.
    fileprivate func withoutSetAside<Row, Value>(_ table: TableData<Row>?) -> [Value?] where Element == Value? {
        guard let table, table.setAsideCount > 0 else { return self }
        return enumerated().map { table.isSetAside[$0.offset] ? nil : $0.element }
    }
}

extension RuleContext {
    /// Adds up what counts by now, unless that was done and no row was set aside since.
    mutating func realise(by tables: ValuationTables) {
        if let realisation, realisation.totals.setAside == setAsideOfTotals { return }
        realisation = Realisation(of: self, tables: tables)
    }

    /// The number of placements, purchases and activities that were set aside.
    private var setAsideOfTotals: Int {
        (submission.placements?.setAsideCount ?? 0) + (submission.purchases?.setAsideCount ?? 0)
            + (submission.activities?.setAsideCount ?? 0)
    }
}
