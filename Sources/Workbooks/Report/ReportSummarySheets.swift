import Assessments
import SocialReturnModel
import Spreadsheets

/// The sheets that a contract manager reads first. They are written before all others.
enum ReportSummarySheets {
    /// Writes *Leeswijzer*, *Samenvatting*, *Gesprek* and the sheets of topics.
    static func write(_ report: Report, _ summary: SubmissionSummary) throws {
        let topics = ReportTopics(report, summary)
        var guide = try ReadingGuideSheet(report, summary)
        try guide.write(topics)
        try SummarySheet(report, summary, topics).write()
        try ConversationSheet(report, summary, topics).write()
        if !topics.more.lines.isEmpty { try topics.more.write(report) }
        try topics.control.write(report)
        try topics.register.write(report)
    }
}
