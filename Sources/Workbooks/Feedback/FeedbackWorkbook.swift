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
            footerText: assessment.printedFooter(language), limits: limits, printsWhatFits: true)
        let feedback = Feedback(assessment, language, writer)
        let texts = try ReadFirstSheet(feedback, summary ?? SubmissionSummary(assessment)).write()
        var tables = OwnRowsPreparation(feedback: feedback)
        assessment.submission.forEachTable(&tables)
        tables.finish()
        if let error = tables.error { throw error }
        try feedback.lists.write(to: writer)
        let delivery = try OriginalSubmissionSheet(feedback, ownTexts: texts).prepare()
        try SheetTask.run(tables.tasks + [delivery])
        try writer.file.close()
    }
}

/// The feedback being written: what every sheet of it works with.
final class Feedback: Sendable {
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
        lists = ChoiceLists(
            view.findings.lazy.map { assessment.findings.all[$0] }.filter { $0.place.isInRow }, view.places)
        tablesSetAside = assessment.tablesSetAside
    }

    /// The rows that are made ready and lack something, in the order of the tables.
    var proposals: [(table: TableID, row: OpenPlaces.Row)] {
        TableID.submission.flatMap { table in
            (view.places.rows[table] ?? []).filter { !$0.isComplete && !$0.cells.isEmpty }.map { (table, $0) }
        }
    }

    /// The deliveries before this one, the oldest first, each with its digest.
    var chain: [(name: String, digest: String)] {
        guard let corrections = assessment.submission.corrections else { return [] }
        let last = corrections.deliveryDigest.map { [(corrections.submission, $0)] } ?? []
        return corrections.earlier.map { ($0.name, $0.sha256) } + last
    }

    /// All that was changed since the first delivery of the chain.
    var changes: [Corrections.EarlierChange] { assessment.submission.corrections?.allChanges ?? [] }

    /// The columns that were added to be filled in, in the order of the tables.
    var addedColumns: [(table: TableID, name: String)] {
        TableID.submission.flatMap { table in
            (view.places.columns[table] ?? []).map { (table, AllTables.facts(table).columns[$0.index].name) }
        }
    }

    /// The findings that the supplier reads, by their position in the assessment.
    var findings: [Int] { view.findings }

    /// The finding at `position` of the assessment.
    func finding(_ position: Int) -> Finding { assessment.findings.all[position] }

    /// The fields with a colour in the row at `place`, which has `findings`: those that hold an error, and the others, each ascending.
    func markedFields(
        _ findings: [Int], _ place: Place, _ source: SourceTable
    ) -> (errors: [Int], others: [Int]) {
        func fields(_ isWanted: (Finding) -> Bool) -> Set<Int> {
            Set(findings.map(finding).filter(isWanted).compactMap { source.field(of: $0.place.column) })
        }
        var errors = fields { $0.severity == .error }
        if let column = source.facts.contractColumn, view.isOfAnother(place),
            let field = source.field(of: .known(column))
        {
            errors.insert(field)
        }
        func shown(_ fields: Set<Int>) -> [Int] { fields.filter { $0 < DistinctHeadings.mostColumns }.sorted() }
        return (shown(errors), shown(fields { $0.severity != .error }.subtracting(errors)))
    }

    /// Where the rows of a table land: all that were read, in the order of the file.
    func extent<Row: TableRow>(_ table: TableData<Row>) -> SheetRange {
        SheetRange(
            name: FeedbackSheet.table(table.source.id).name,
            lineCount: table.rows.count + (view.places.rows[table.source.id]?.count ?? 0), columns: [],
            sheetRows: writer.sheetRows)
    }

    /// Whether the table has a sheet: a cover that shares its file with a table stands on that table's sheet.
    func hasSheet(_ table: TableID) -> Bool { !(table == .cover && assessment.submission.coverIsShared) }

    /// Where the finding at `position` of the assessment stands.
    func place(of position: Int) -> FeedbackPlace? {
        view.feedbackPlace(of: finding(position), assessment, rowsPerSheet: writer.sheetRows - SheetRange.firstRow - 1)
    }

    /// The cell to go to for `place`.
    func target(of place: FeedbackPlace) -> LinkTarget {
        // What lies beyond the edge of the sheet, as its own columns come before the supplier's, is told by the row's first cell.
        let limits = writer.file.limits
        guard let row = place.row, let column = place.column, row < limits.rows, column < limits.columns else {
            return LinkTarget(sheet: place.sheet)
        }
        var target = LinkTarget(sheet: place.sheet, cell: CellReference(row: row, column: column))
        guard place.label != nil else { return target }
        // A name that cannot stand in a formula leads to the headings, which never move.
        guard let key = key(of: place) else {
            return LinkTarget(sheet: place.sheet, cell: CellReference(row: SheetRange.headingRow, column: column))
        }
        target.row = key
        target.row?.words = words(of: place, key)
        return target
    }

    /// How the row at `place` is found after its sheet was sorted: by what stands beside it.
    private func key(of place: FeedbackPlace) -> RowKey? {
        guard let label = place.label, let last = place.rows.last else { return nil }
        guard label.sheet == nil || Sheet.isPlain(label.text) else { return nil }
        let labels = CellRange(rows: place.rows.lowerBound...last, column: FeedbackSheet.leadingColumns - 1)
        return RowKey(
            label.sheet == nil ? "\(label.number)" : "\"\(label.text)\"", among: labels.reference(in: place.sheet),
            firstRow: place.rows.lowerBound)
    }

    /// The words for `place` as a formula that names the cell wherever sorting puts it; nil where they do not name a cell of a row.
    private func words(of place: FeedbackPlace, _ key: RowKey) -> String? {
        guard let cell = place.cell else { return nil }
        let before = place.wordsBeforeCell[language] + cell.prefix { !$0.isNumber }
        let after = place.wordsAfterCell[language]
        return Sheet.isPlain(before + after) ? "\"\(before)\"&(\(key.position)+\(key.firstRow))&\"\(after)\"" : nil
    }

    /// The words for `place`, which name its cell also after its sheet was sorted.
    func cell(of place: FeedbackPlace) -> Cell {
        let words = place.words[language]
        guard let formula = key(of: place).flatMap({ self.words(of: place, $0) }) else { return .text(words) }
        return .formula(formula, .text(words))
    }
}
