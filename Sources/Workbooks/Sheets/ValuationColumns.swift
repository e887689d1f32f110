import Assessments
import Spreadsheets
import Valuations

/// The columns that *Waardering* has in one report: all but what no placement has: a table with its block and what that is
/// worth, hours worked, bonuses, amounts in consultation, and a value that the supplier reported.
struct ValuationColumns: Sendable {
    /// The columns, from left to right.
    let all: [ValuationColumn]
    /// The letters above each column that there can be; nil for one that is not there.
    private let letters: [String?]

    init(_ assessment: Assessment) {
        var hasHours = false
        var hasBonus = false
        var hasWaiting = false
        var (hasTable, hasBlock, hasValue) = (false, false, false)
        let placements = assessment.submission.placements
        let isReported =
            placements.map { table in table.acceptedIndices.contains { table.rows[$0].reportedValue != nil } } ?? false
        for case let valuation? in assessment.context.valuations {
            if valuation.workedHours != nil { hasHours = true }
            if !valuation.bonuses.isEmpty { hasBonus = true }
            if valuation.inConsultation != nil { hasWaiting = true }
            if valuation.terms?.tableInUse != nil { hasTable = true }
            if valuation.block != nil { hasBlock = true }
            if valuation.value != nil { hasValue = true }
            if hasHours, hasBonus, hasWaiting, hasTable, hasBlock, hasValue { break }
        }
        all = ValuationColumn.allCases.filter { column in
            switch column {
            case .workedHours: hasHours
            case .yearlyBonus: hasBonus
            case .inConsultation: hasWaiting
            case .reported, .difference: isReported
            case .table: hasTable
            case .block, .blockValue: hasBlock
            case .value: hasValue || isReported
            default: true
            }
        }
        let all = all
        letters = ValuationColumn.allCases.map { column in all.firstIndex(of: column).map(ColumnName.letters) }
    }

    /// The letters above a column; nil for one that is not there.
    func letters(of column: ValuationColumn) -> String? { letters[column.rawValue] }
}
