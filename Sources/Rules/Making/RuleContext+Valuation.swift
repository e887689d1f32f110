import Parameters
import Valuations

extension RuleContext {
    /// Values the placements that count by now, in one pass. Rules about totals and values look at the result.
    mutating func value(by tables: ValuationTables) {
        guard let period, let placements = submission.placements else { return }
        var valuer = Valuer(register: register, tables: tables, period: period)
        valuations = valuer.values(of: placements, hours: submission.hours)
    }

    /// The valuation of the placement at `index` of its table; nil for a row that was set aside.
    func valuation(_ index: Int) -> PlacementValuation? { valuations.indices.contains(index) ? valuations[index] : nil }
}
