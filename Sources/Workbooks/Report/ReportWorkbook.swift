import Assessments
import Intake
import Plumbing
import Rules
import SocialReturnModel
import Spreadsheets

/// The report for the contract manager: `rapport.xlsx`.
public enum ReportWorkbook {
    /// Writes the report on `assessment` to `path`, where it is whole or absent. The same assessment gives the same bytes.
    ///
    /// - Parameters:
    ///   - language: of headings and sentences; names of sheets and columns are Dutch in both.
    ///   - toolVersion: the version of the program, for the sheet *Herkomst*; nil leaves it out.
    ///   - summary: the summary of `assessment`, when it is at hand already.
    ///   - tell: told what the cells of each sheet come to, by which is seen later whether somebody typed there. The workbook says it too, of
    ///     itself, for a copy that is called otherwise or lies elsewhere.
    /// - Throws: `SpreadsheetError` when the file cannot be written.
    public static func write(
        _ assessment: Assessment, _ language: Language, to path: String, toolVersion: String? = nil,
        summary: SubmissionSummary? = nil, contents tell: (([String: ContentSum]) -> Void)? = nil
    ) throws {
        try write(
            assessment, language, to: path, toolVersion: toolVersion, summary: summary, contents: tell,
            limits: .excel)
    }

    /// Writes the report on sheets of a size of one's own.
    static func write(
        _ assessment: Assessment, _ language: Language, to path: String, toolVersion: String? = nil,
        summary: SubmissionSummary? = nil, contents tell: (([String: ContentSum]) -> Void)? = nil, limits: SheetLimits,
        shownFindings limit: Int = FindingSelection.standardLimit
    ) throws {
        let title = Text(nl: "Rapport social return", en: "Report on social return")
        let writer = try WorkbookWriter(
            at: path, assessment.properties(title, language), language, homeSheet: ReportSheet.summary.name,
            footerText: assessment.printedFooter(language), limits: limits, printsWhatFits: true)
        writer.file.sumsContents = true
        let outline = ReportOutline(
            assessment: assessment, language: language, limits: limits,
            selection: FindingSelection(assessment.findings, limit: limit))
        let report = Report(
            assessment: assessment, language: language, writer: writer, index: SheetIndex(outline))
        let summary = summary ?? SubmissionSummary(assessment)
        let contents = ReportContents(
            report: report, summary: summary, topics: ReportTopics(report, summary), elsewhere: ElsewhereSheet(report),
            toolVersion: toolVersion)
        try ReportSheet.write(ReportSheet.all, of: contents)
        let sums = writer.file.sheets.map { ($0.name, $0.contents ?? ContentSum()) }
        try writer.file.addProperties(ContentSeal.properties(sums.map(\.1)))
        try writer.file.close()
        tell?(Dictionary(sums) { first, _ in first })
    }
}

extension Assessment {
    /// What stands at the foot of every printed page: who, when, and by which rules.
    func printedFooter(_ language: Language) -> String {
        // Beside it stand the name of the sheet and the number of the page.
        let name = WrappedText.cut(supplierName, 40)
        return [name, periodText].filter { !$0.isEmpty }.joined(separator: " · ")
            + OwnTexts.ruleSetOnPages[language] + context.ruleSet.version
    }

    /// The supplier and the period, for footers and titles.
    var footerText: String {
        [supplierName, periodText].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private var supplierName: String {
        let name = submission.cover.map { $0.source.text(submission.coverRow.supplierName) } ?? ""
        return name.isEmpty ? submission.name : name
    }

    private var periodText: String { submission.coverRow.period?.description ?? "" }

    /// What a workbook says of itself. The day of the assessment is its date.
    func properties(_ title: Text, _ language: Language) -> DocumentProperties {
        var properties = DocumentProperties(
            title: "\(title[language]) · \(footerText)", created: Int64(context.today.daysSince1970) * 86_400)
        properties.subject = "Social return"
        properties.author = "maatwerk"
        properties.language = language == .dutch ? "nl-NL" : "en-GB"
        return properties
    }
}
