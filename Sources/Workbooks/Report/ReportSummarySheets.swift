import Assessments
import SocialReturnModel
import Spreadsheets

/// The three sheets that a contract manager reads first. They are written before all others.
enum ReportSummarySheets {
    /// Writes *Leeswijzer*, *Samenvatting* and *Te bespreken*.
    static func write(_ report: Report, _ summary: SubmissionSummary) throws {
        let discussion = DiscussionSheet(report, summary)
        var guide = try ReadingGuideSheet(report, summary)
        try guide.write()
        try SummarySheet(report, summary, discussion).write()
        try discussion.write(report)
    }
}
