import Assessments
import Intake
import Rules
import SocialReturnModel
import Spreadsheets

/// The feedback to the supplier: `terugkoppeling.xlsx`. Its own rows as it delivered them, with what to mend and how; nothing of the
/// register that is another's, and nothing that only concerns the contract manager.
///
/// It is made to be mended and sent back: the hidden sheet *Eerste levering* holds what was delivered.
public enum FeedbackWorkbook {
    /// Writes the feedback on `assessment` to `path`, where it is whole or absent. The same assessment gives the same bytes.
    ///
    /// - Parameters:
    ///   - language: of headings and sentences; names of sheets and columns are Dutch in both.
    ///   - summary: the summary of `assessment`, when it is at hand already.
    /// - Throws: `SpreadsheetError` when the file cannot be written.
    public static func write(
        _ assessment: Assessment, _ language: Language, to path: String, summary: SubmissionSummary? = nil
    ) throws {
        try write(assessment, language, to: path, summary: summary, limits: .excel)
    }

    /// Writes the feedback on sheets of a size of one's own.
    static func write(
        _ assessment: Assessment, _ language: Language, to path: String, summary: SubmissionSummary? = nil,
        limits: SheetLimits
    ) throws {
        let title = Text(nl: "Terugkoppeling social return", en: "Feedback on social return")
        let writer = try WorkbookWriter(
            at: path, assessment.properties(title, language), language, homeSheet: FeedbackSheet.readFirst.name,
            footerText: assessment.printedFooter(language), limits: limits)
        let feedback = Feedback(assessment, language, writer)
        try ReadFirstSheet(feedback, summary ?? SubmissionSummary(assessment)).write()
        var tables = OwnRowsPreparation(feedback: feedback)
        assessment.submission.forEachTable(&tables)
        if let error = tables.error { throw error }
        try feedback.lists.write(to: writer)
        let delivery = try OriginalSubmissionSheet(feedback).prepare()
        try SheetTask.run(tables.tasks + [delivery])
        try writer.file.close()
    }
}

/// The feedback being written: what every sheet of it works with.
struct Feedback: Sendable {
    /// The submission, judged.
    let assessment: Assessment
    /// The language of headings and sentences.
    let language: Language
    /// The workbook.
    let writer: WorkbookWriter
    /// What of the assessment the supplier reads.
    let view: SupplierView
    /// The lists that drop-downs show.
    let lists: ChoiceLists
    /// The tables of which no row counts.
    let tablesSetAside: [TableSetAside]

    init(_ assessment: Assessment, _ language: Language, _ writer: WorkbookWriter) {
        self.assessment = assessment
        self.language = language
        self.writer = writer
        let view = SupplierView(assessment)
        self.view = view
        lists = ChoiceLists(view.findings.lazy.map { assessment.findings.all[$0] }.filter { $0.place.isInRow })
        tablesSetAside = assessment.tablesSetAside
    }

    /// The findings that the supplier reads, by their position in the assessment.
    var findings: [Int] { view.findings }

    /// The finding at `position` of the assessment.
    func finding(_ position: Int) -> Finding { assessment.findings.all[position] }

    /// The fields with a colour in the row at `place`, which has `findings`, ascending.
    func markedFields(_ findings: [Int], _ place: Place, _ source: SourceTable) -> [Int] {
        var fields = Set(findings.compactMap { source.field(of: finding($0).place.column) })
        if let column = source.facts.contractColumn, view.isOfAnother(place),
            let field = source.field(of: .known(column))
        {
            fields.insert(field)
        }
        return fields.filter { $0 < DistinctHeadings.mostColumns }.sorted()
    }

    /// Where the rows of a table land: all that were read, in the order of the file.
    func extent<Row: TableRow>(_ table: TableData<Row>) -> SheetRange {
        SheetRange(
            name: FeedbackSheet.table(table.source.id).name, lineCount: table.rows.count, columns: [],
            sheetRows: writer.sheetRows)
    }

    /// Whether the table has a sheet: a cover that shares its file with a table stands on that table's sheet.
    func hasSheet(_ table: TableID) -> Bool { !(table == .cover && assessment.submission.coverIsShared) }

    /// The cell to go to for `place`; the top of the sheet for a whole column or file, nil where `file` has no sheet.
    func target(of place: Place, file: String) -> LinkTarget? {
        guard hasSheet(place.table), assessment.context.source(of: place.table)?.fileName == file else { return nil }
        var finder = TargetFinder(feedback: self, place: place)
        assessment.submission.forEachTable(&finder)
        return finder.target
    }
}

/// Finds the cell of a place on the sheet of its table.
private struct TargetFinder: TableVisitor {
    let feedback: Feedback
    let place: Place
    var target: LinkTarget?

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        guard table.source.id == place.table else { return }
        let extent = feedback.extent(table)
        guard place.isInRow, let line = table.index(ofRecord: place.record) else {
            target = extent.top
            return
        }
        let field = table.source.field(of: place.column).flatMap { $0 < DistinctHeadings.mostColumns ? $0 : nil }
        target = extent.target(line: line, column: field.map { $0 + FeedbackSheet.leadingColumns } ?? 0)
    }
}
