import Assessments
import Intake
import Rules
import SocialReturnModel
import Spreadsheets
import Valuations

/// The formulas that lead from a figure to the rows it comes from.
///
/// Contract numbers are compared by `=` within SUMPRODUCT: SUMIFS would take `12*` for a pattern and `0012` for the number 12.
struct SummaryFormulas {
    let index: SheetIndex
    let submission: Submission
    let summary: SubmissionSummary
    let language: Language
    /// The day on which the submission is judged.
    let today: Day

    init(_ report: Report, _ summary: SubmissionSummary) {
        index = report.index
        submission = report.assessment.submission
        self.summary = summary
        language = report.language
        today = report.context.today
    }

    /// The sum of a column over the rows of the contract in `cell`; `0` where there are none, or where no row filled the column.
    func sum(_ sheet: ReportSheet, _ key: String, _ cell: String) -> String {
        guard let values = index.extents[sheet]?.references(key), !values.isEmpty else { return "0" }
        return forContract(sheet, cell) { _, part in ",\(values[part])" }
    }

    /// The sum of a column over the rows of the contract in `cell` that realise something in the period.
    func sumOfCounting(_ sheet: ReportSheet, _ key: String, _ cell: String) -> String {
        guard let extent = index.extents[sheet], extent.column(CountingColumn.ofPeriod) != nil else {
            return sum(sheet, key, cell)
        }
        let values = extent.references(key)
        guard !values.isEmpty else { return "0" }
        return forContract(sheet, cell) { extent, part in
            ",\(extent.references(CountingColumn.ofPeriod)[part]),\(values[part])"
        }
    }

    /// The number of rows of the contract in `cell` that realise something in the period.
    func countOfCounting(_ sheet: ReportSheet, _ cell: String) -> String {
        index.extents[sheet]?.column(CountingColumn.ofPeriod) == nil
            ? count(sheet, cell) : sum(sheet, CountingColumn.ofPeriod, cell)
    }

    /// The number of rows of the contract in `cell`; `0` where there are none.
    func count(_ sheet: ReportSheet, _ cell: String, status: CommitmentStatus? = nil) -> String {
        forContract(sheet, cell) { extent, part in
            guard let status else { return "" }
            return ",--(\(extent.references("status")[part])=\"\(status.name[language])\")"
        }
    }

    private func forContract(
        _ sheet: ReportSheet, _ cell: String, _ rest: (SheetRange, Int) -> String
    ) -> String {
        guard let extent = index.extents[sheet], extent.lineCount > 0 else { return "0" }
        return extent.references(TableFacts.nameOfContractColumn).enumerated().map { part, contracts in
            "SUMPRODUCT(--(\(contracts)=\(cell))\(rest(extent, part)))"
        }.joined(separator: "+")
    }

    /// The formula rounded, as sums of decimals in binary are a hair off; nothing stays `0`.
    func rounded(_ formula: String?, _ decimals: Int) -> String {
        guard let formula, formula != "0" else { return "0" }
        return "ROUND(\(formula),\(decimals))"
    }
}

extension String {
    /// The text, or `0` for an empty one.
    var orZero: String { isEmpty ? "0" : self }
}
