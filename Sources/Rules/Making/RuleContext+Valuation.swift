import Parameters
import Valuations

extension RuleContext {
    /// Values the placements, purchases and activities that count by now, in one pass. Rules about totals and values look at the
    /// result.
    mutating func value(by tables: ValuationTables) {
        self.tables = tables
        guard let period else { return }
        var valuer = Valuer(register: register, tables: tables, period: period)
        let accepted = AcceptedByClient(submission.evidence, register: register)
        if let placements = submission.placements {
            valuations = valuer.values(of: placements, hours: submission.hours, isAccepted: accepted.contains)
        }
        if let purchases = submission.purchases {
            purchaseValuations = valuer.values(of: purchases, isAccepted: accepted.contains)
        }
        if let activities = submission.activities { activityValuations = valuer.values(of: activities) }
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
