import Assessments
import Intake
import Rules
import SocialReturnModel
import Valuations

/// The figures of one contract, whose number stands in `cell`.
extension SummaryFormulas {
    /// What the accepted rows of this submission realise in `measure`.
    func realised(_ measure: Measure, _ totals: PeriodTotals, _ commitments: CommitmentCounts, _ cell: String) -> Figure
    {
        switch measure {
        case .euros: value(totals, cell)
        case .persons: persons(totals, cell)
        case .fullTimeEquivalents: fte(totals, totals.fteMeasure, cell)
        case .hours: hours(totals, cell)
        case .places: Figure(Double(totals.placements), countOfCounting(.placements, cell))
        case .commitments: Figure(Double(commitments.met), count(.commitments, cell, status: .met))
        }
    }

    /// The value of placements, purchases and activities in euros.
    func value(_ totals: PeriodTotals, _ cell: String) -> Figure {
        var parts = [sum(.valuation, "waarde_berekend", cell)]
        let others = otherValue(totals, cell)
        parts += others.formulas
        if others.fixed != .zero { parts.append(others.fixed.description) }
        let terms = parts.filter { $0 != "0" }.joined(separator: "+")
        return Figure(Amount(totals.value).double, terms.isEmpty ? nil : "ROUND(\(terms),2)")
    }

    /// What counts in euros as soon as the client accepts it: placements by their own column, the rest as the sum itself.
    func inConsultation(_ totals: PeriodTotals, _ cell: String) -> Figure {
        let key = ValuationColumn.inConsultation.key
        guard index.extents[.valuation]?.column(key) != nil else {
            return Figure(Amount(totals.inConsultation).double)
        }
        let others = totals.inConsultation - totals.placementsInConsultation
        return Figure(
            Amount(totals.inConsultation).double,
            rounded([sum(.valuation, key, cell), others.description].filter { $0 != "0.00" }.joined(separator: "+"), 2))
    }

    func persons(_ totals: PeriodTotals, _ cell: String) -> Figure {
        Figure(Double(totals.persons), distinctPersons(under: cell))
    }

    /// The full-time equivalents by one of their measures.
    func fte(_ totals: PeriodTotals, _ measure: FTEMeasure, _ cell: String) -> Figure {
        let figure = measure == .average ? totals.averageFTE : totals.lastDayFTE
        return Figure(figure?.double ?? 0, rounded(sum(.valuation, ValuationColumn.fte(measure).key, cell), 4))
    }

    func hours(_ totals: PeriodTotals, _ cell: String) -> Figure {
        Figure(totals.hours.double, rounded(sum(.valuation, "gewerkte_uren", cell), 4))
    }

    func purchases(_ totals: PeriodTotals, _ cell: String) -> Figure {
        Figure(Amount(totals.purchases).double, rounded(sumOfCounting(.purchases, "bedrag_excl_btw", cell), 2))
    }

    func activities(_ totals: PeriodTotals, _ cell: String) -> Figure {
        Figure(Double(totals.activities), countOfCounting(.activities, cell))
    }

    /// The commitments that hold.
    func commitments(_ counts: CommitmentCounts, _ cell: String) -> Figure {
        let all = count(.commitments, cell)
        let dropped = count(.commitments, cell, status: .dropped)
        return Figure(Double(counts.total), dropped == "0" ? all : "\(all)-(\(dropped))")
    }

    /// What purchases and activities count for: the sheets' own columns where they have them, else the sum itself.
    private func otherValue(_ totals: PeriodTotals, _ cell: String) -> (formulas: [String], fixed: Cents) {
        let key = "waarde_berekend"
        let sheets: [(ReportSheet, Cents)] = [(.purchases, totals.purchaseValue), (.activities, totals.activityValue)]
        var result: (formulas: [String], fixed: Cents) = ([], .zero)
        for (sheet, value) in sheets where value != .zero {
            if index.extents[sheet]?.column(key) != nil {
                result.formulas.append(sum(sheet, key, cell))
            } else {
                result.fixed += value
            }
        }
        return result
    }

    /// Counts the different participants under the contract in `cell`.
    private func distinctPersons(under cell: String) -> String {
        let placements = index.extents[.placements]
        let own = CountingColumn.personsOfContract
        return sum(.placements, placements?.column(own) == nil ? CountingColumn.persons : own, cell)
    }
}
