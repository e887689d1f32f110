import Assessments
import Rules
import SocialReturnModel
import Spreadsheets

/// *Leeswijzer*: what stands where, what colours and symbols mean, and what the figures do and do not say.
struct ReadingGuideSheet {
    private let report: Report
    private let guide: ReadingGuide
    private var page: GuidePage

    init(_ report: Report, _ summary: SubmissionSummary) throws {
        self.report = report
        guide = ReadingGuide(summary)
        page = try GuidePage(
            ReportSheet.readingGuide.name, subtitle: report.assessment.footerText, report.writer)
    }

    /// Writes the sheet.
    mutating func write(_ topics: ReportTopics) throws {
        let language = report.language
        try page.begin(
            page.page.words("De bladen", "The sheets"),
            (Text(nl: "Blad", en: "Sheet"), Text(nl: "Wat erop staat", en: "What is on it")))
        for kind in ReportSheet.allCases where isThere(kind, topics) {
            try page.add(kind.name, guide.meaning(of: kind)[language], target: LinkTarget(sheet: kind.name))
        }
        for section in guide.sections {
            try page.begin(section.title[language], section.headings)
            for entry in section.entries {
                try page.add(entry.name[language], entry.meaning[language], look: entry.look)
            }
        }
        try page.finish()
    }

    /// Whether the workbook has the sheet.
    private func isThere(_ sheet: ReportSheet, _ topics: ReportTopics) -> Bool {
        switch sheet {
        case .readingGuide: false
        case .summary, .conversation, .control, .registerGaps: true
        case .elsewhere, .elsewhereRows: ElsewhereSheet.isThere(report.assessment)
        case .moreTopics: !topics.more.lines.isEmpty
        default: report.index.extents[sheet] != nil
        }
    }
}
