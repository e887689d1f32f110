import Intake
import Parameters
import SocialReturnModel
import Valuations

extension RuleContext {
    /// Values the placements, purchases and activities that count by now, in one pass. Rules about totals and values look at the
    /// result.
    ///
    /// - Parameter before: the submission after the rules about rows, when rows were valued since that now are set aside, or count again:
    ///   only those placements are valued, and those to which such hours and evidence belong. Nil to value all.
    mutating func value(by tables: ValuationTables, since before: Submission? = nil) {
        self.tables = tables
        guard let period else { return }
        var valuer = Valuer(register: register, tables: tables, period: period)
        let accepted = AcceptedByClient(submission.evidence, register: register)
        if let placements = submission.placements {
            if let before, !valuations.isEmpty {
                let others = changedReferences(since: before)
                valuations = valuations.revalued(
                    by: &valuer, placements, hours: submission.hours, isAccepted: accepted.contains
                ) { $0.id.map(others.contains) ?? false }
            } else {
                valuations = valuer.values(of: placements, hours: submission.hours, isAccepted: accepted.contains)
            }
        }
        if let purchases = submission.purchases {
            purchaseValuations = valuer.values(of: purchases, isAccepted: accepted.contains)
        }
        if let activities = submission.activities { activityValuations = valuer.values(of: activities) }
    }

    /// The rows to which hours and evidence belong that count in this submission and not in `before`, or the other way round.
    private func changedReferences(since before: Submission) -> Set<Symbol> {
        func changed<Row: TableRow>(
            _ path: KeyPath<Submission, TableData<Row>?>, _ reference: (Row) -> Symbol?
        ) -> [Symbol] {
            guard let now = submission[keyPath: path], let then = before[keyPath: path] else { return [] }
            return now.rows.indices.lazy.filter { now.isSetAside[$0] != then.isSetAside[$0] }
                .compactMap { reference(now.rows[$0]) }
        }
        return Set(changed(\.hours, \.placement)).union(changed(\.evidence, \.belongsTo))
    }

    /// The valuation of the placement at `index` of its table; nil for a row that was set aside.
    func valuation(_ index: Int) -> PlacementValuation? { valuations.indices.contains(index) ? valuations[index] : nil }

    /// Why the placement at `index` of its table has no value, or not more; nil for a row that was set aside. Asked of every row, and so
    /// without a copy of all that is known of its value.
    func reasons(_ index: Int) -> ValuationReasons? {
        valuations.indices.contains(index) ? valuations[index]?.reasons : nil
    }

    /// The valuation of the purchase at `index` of its table; nil for a row that was set aside.
    func purchaseValuation(_ index: Int) -> PurchaseValuation? {
        purchaseValuations.indices.contains(index) ? purchaseValuations[index] : nil
    }

    /// The valuation of the activity at `index` of its table; nil for a row that was set aside.
    func activityValuation(_ index: Int) -> ActivityValuation? {
        activityValuations.indices.contains(index) ? activityValuations[index] : nil
    }
}
