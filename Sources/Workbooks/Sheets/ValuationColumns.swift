import Assessments
import Spreadsheets
import Valuations

/// The columns that *Waardering* has in one report: all but hours worked, bonuses and amounts in consultation where no placement has them.
struct ValuationColumns: Sendable {
    /// The columns, from left to right.
    let all: [ValuationColumn]
    /// The letters above each column that there can be; nil for one that is not there.
    private let letters: [String?]

    init(_ assessment: Assessment) {
        var hasHours = false
        var hasBonus = false
        var hasWaiting = false
        for case let valuation? in assessment.context.valuations as [PlacementValuation?] {
            if valuation.workedHours != nil { hasHours = true }
            if !valuation.bonuses.isEmpty { hasBonus = true }
            if valuation.inConsultation != nil { hasWaiting = true }
            if hasHours, hasBonus, hasWaiting { break }
        }
        all = ValuationColumn.allCases.filter { column in
            switch column {
            case .workedHours: hasHours
            case .yearlyBonus: hasBonus
            case .inConsultation: hasWaiting
            default: true
            }
        }
        let all = all
        letters = ValuationColumn.allCases.map { column in all.firstIndex(of: column).map(ColumnName.letters) }
    }

    /// The letters above a column; nil for one that is not there.
    func letters(of column: ValuationColumn) -> String? { letters[column.rawValue] }
}
