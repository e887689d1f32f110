import Assessments
import SocialReturnModel
import Spreadsheets

/// A sheet of the report for the contract manager, declared once, in its own file: its name and place, what *Leeswijzer* says of it, and what is on it. The
/// build lists them; the sheets of tables come from the declarations of the tables. The names are Dutch in both languages.
struct ReportSheet: WorkbookSheet {
    let name: String
    let position: Int
    let meaning: Text?
    let isLast: Bool
    /// Its columns and how many lines it has, when other sheets refer to it; nil when it is not there.
    let frame: @Sendable (ReportOutline) -> (frame: SheetFrame, lineCount: Int)?
    /// Whether the workbook has the sheet.
    let isThere: @Sendable (ReportContents) -> Bool
    let prepare: @Sendable (ReportContents) throws -> SheetTask?

    /// A sheet with a table.
    ///
    /// - Parameters:
    ///   - count: how many lines it has; nil for a sheet that is not there.
    ///   - definition: its columns.
    ///   - lines: its lines, as many as `count` says.
    init<Line, Lines: Sequence<Line> & Sendable>(
        _ name: String, at position: Int, meaning: Text, count: @escaping @Sendable (ReportOutline) -> Int?,
        definition: @escaping @Sendable (ReportOutline) -> SheetDefinition<Line>,
        lines: @escaping @Sendable (Report) throws -> Lines?
    ) {
        (self.name, self.position, self.meaning, isLast) = (name, position, meaning, false)
        frame = { outline in count(outline).map { (definition(outline).frame, $0) } }
        isThere = { count($0.report.index.outline) != nil }
        prepare = { contents in
            let outline = contents.report.index.outline
            guard let count = count(outline), let lines = try lines(contents.report) else { return nil }
            return try contents.report.writer.prepare(definition(outline), lines, count: count)
        }
    }

    /// A sheet that lays itself out.
    init(
        page name: String, at position: Int, meaning: Text?, isLast: Bool = false,
        frame: @escaping @Sendable (ReportOutline) -> (frame: SheetFrame, lineCount: Int)? = { _ in nil },
        isThere: @escaping @Sendable (ReportContents) -> Bool = { _ in true },
        prepare: @escaping @Sendable (ReportContents) throws -> SheetTask?
    ) {
        (self.name, self.position, self.meaning, self.isLast) = (name, position, meaning, isLast)
        (self.frame, self.isThere, self.prepare) = (frame, isThere, prepare)
    }

    /// All sheets, in the order of their tabs.
    static let all = (listed + sheetsOfTables.compactMap(\.self)).sorted { $0.position < $1.position }
}

/// What is known of a report before a sheet of it is written.
struct ReportOutline: Sendable {
    /// The submission, judged.
    let assessment: Assessment
    /// The language of headings and sentences.
    let language: Language
    /// How many rows and letters a sheet holds.
    let limits: SheetLimits
    /// The findings that are shown.
    let selection: FindingSelection

    /// Whether the supplier answered something, in feedback that came back.
    var hasAnswers: Bool { !assessment.submission.answers.isEmpty }
}

/// The report, and what several of its sheets tell.
struct ReportContents {
    /// The report.
    let report: Report
    /// The figures in short.
    let summary: SubmissionSummary
    /// What to talk about, what to check, what the register lacks.
    let topics: ReportTopics
    /// What the rows are worth elsewhere; nil where nothing can be valued.
    let elsewhere: ElsewhereSheet?
    /// The version of the program; nil leaves it out.
    let toolVersion: String?
}
