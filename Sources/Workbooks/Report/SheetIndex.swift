import Assessments
import Intake
import Rules
import SocialReturnModel
import Spreadsheets

/// Where everything ends up in the report, known before a sheet is written: accepted rows stand on the sheet of their table in the
/// order of the file, rows set aside on *Afgekeurde rijen*, findings on *Bevindingen* up to a limit a rule.
///
/// Links: ``target(of:)`` for a place in a submission, ``target(ofFinding:)`` for a finding, ``extents`` for whole sheets. Formulas:
/// `index.extents[.placements]?.sum("uren_per_week")`; see ``SheetRange``. The keys of a table's sheet are `rij` and the names of
/// its columns.
final class SheetIndex: Sendable {
    /// What the report is about, and how large its sheets are.
    let outline: ReportOutline
    /// Where the lines of each declared sheet land. A sheet that is not there has none.
    let extents: [ReportSheet: SheetRange]
    /// The findings on *Bevindingen*, by their position in the assessment, in the order of the sheet.
    let shownFindings: FindingSelection
    /// The lines on *Afgekeurde rijen*, in the order of the sheet: rows that were set aside, then hours without a placement. A row that
    /// is longer than a cell has several lines.
    let setAside: [SetAsideRow]
    /// The hours beside their placements.
    let hours: HoursGrid?
    /// The columns whose sums are figures of *Samenvatting*, by table.
    let counting: [TableID: [CountingColumn]]
    /// The line of each row of each table on its sheet; -1 for a row that was set aside.
    private let lines: [TableID: [Int32]]
    private let setAsideLines: [SetAsideRow: Int]
    private let findingLines: [Int32]
    private let submission: Submission

    /// The index of a report.
    init(_ outline: ReportOutline) {
        self.outline = outline
        let (assessment, limits) = (outline.assessment, outline.limits)
        submission = assessment.submission
        shownFindings = outline.selection
        var rows = RowCollector(skipsCover: submission.coverIsShared, textLength: limits.textLength)
        submission.forEachTable(&rows)
        lines = rows.lines
        let hours = HoursGrid(submission, lines: rows.lines[.placements] ?? [])
        self.hours = hours
        counting = CountingColumn.all(assessment)
        if let table = submission.hours {
            for index in hours?.rowsWithoutPlace ?? Array(table.acceptedIndices) {
                rows.setAside(table.source, table.records[index], isAccepted: true)
            }
        }
        setAside = rows.setAside
        setAsideLines = Dictionary(
            setAside.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var tables = FrameCollector(
            findings: assessment.findings, submission: submission, hours: hours, counting: counting,
            language: outline.language, lines: rows.lines)
        submission.forEachTable(&tables)
        tables.frames[.setAside] = (SheetDefinition<SetAsideLine>.setAside.frame, setAside.count)
        for sheet in ReportSheet.all where tables.frames[sheet] == nil { tables.frames[sheet] = sheet.frame(outline) }
        extents = tables.frames.mapValues { $0.frame.extent(lineCount: $0.lineCount, sheetRows: limits.rows) }
        var findingLines = [Int32](repeating: -1, count: assessment.findings.all.count)
        for (line, finding) in shownFindings.indices.enumerated() { findingLines[finding] = Int32(line) }
        self.findingLines = findingLines
    }

    /// The line of an accepted row on the sheet of its table, by its position in the table; nil for a row that was set aside.
    func line(ofRow index: Int, in table: TableID) -> Int? {
        guard let line = lines[table]?[index], line >= 0 else { return nil }
        return Int(line)
    }

    /// The cell to go to for `place`: the row on its sheet, or where it was set aside; for a whole column its heading; for a file
    /// without a sheet, and for the cover, *Herkomst*; for the register *Instellingen en bronnen*.
    func target(of place: Place) -> LinkTarget? {
        guard place.table.isSubmission else { return extents[.settings]?.top }
        if place.isInRow, let line = setAsideLine(of: place) { return extents[.setAside]?.target(line: line) }
        if place.isInRow, let sheet = ReportSheet.of(place.table), let extent = extents[sheet],
            let index = index(of: place), let line = line(ofRow: index, in: place.table)
        {
            let name = submission.source(of: place.table)?.name(of: place.column)
            return extent.target(line: line, column: name.flatMap(extent.column) ?? 0)
        }
        if place.isInRow, place.table == .hours { return target(ofHours: place) }
        guard let extent = ReportSheet.of(place.table).flatMap({ extents[$0] }) else {
            return extents[.provenance]?.top
        }
        let name = submission.source(of: place.table)?.name(of: place.column)
        return name.flatMap(extent.column).map(extent.heading) ?? extent.top
    }

    /// The line of a finding on *Bevindingen*, by its position in the assessment; nil where the limit of its rule left it out.
    func target(ofFinding index: Int) -> LinkTarget? {
        guard findingLines[index] >= 0 else { return nil }
        return extents[.findings]?.target(line: Int(findingLines[index]))
    }

    private func setAsideLine(of place: Place) -> Int? {
        setAsideLines[SetAsideRow(table: place.table, record: place.record, isAccepted: false)]
            ?? setAsideLines[SetAsideRow(table: place.table, record: place.record, isAccepted: true)]
    }

    /// Hours stand on the row of their placement.
    private func target(ofHours place: Place) -> LinkTarget? {
        guard let table = submission.hours, let index = table.index(ofRecord: place.record),
            let line = table.rows[index].placement.flatMap({ hours?.line(of: $0) })
        else { return extents[.provenance]?.top }
        return extents[.placements]?.target(line: line)
    }

    /// The line of the accepted row at `place` on the sheet of its table; nil for a row that was set aside.
    func line(of place: Place) -> Int? { index(of: place).flatMap { line(ofRow: $0, in: place.table) } }

    private func index(of place: Place) -> Int? {
        var finder = RowFinder(table: place.table, record: place.record)
        submission.forEachTable(&finder)
        return finder.index
    }
}

/// A line on *Afgekeurde rijen*: a row, or a part of one.
struct SetAsideRow: Hashable, Sendable {
    /// The table.
    let table: TableID
    /// The record in the table's file.
    let record: Int32
    /// Whether the row counts all the same, but has no place on another sheet.
    let isAccepted: Bool
    /// Which part of the row, from 0.
    var part: Int32 = 0
}

/// Numbers the accepted rows of every table, and lists the others.
private struct RowCollector: TableVisitor {
    let skipsCover: Bool
    let textLength: Int
    var lines: [TableID: [Int32]] = [:]
    var setAside: [SetAsideRow] = []

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        guard !(skipsCover && table.source.id == .cover) else { return }
        var next: Int32 = 0
        lines[table.source.id] = table.rows.indices.map { index in
            guard !table.isSetAside[index] else {
                setAside(table.source, table.records[index], isAccepted: false)
                return -1
            }
            next += 1
            return next - 1
        }
    }

    /// Adds a row, in as many parts as its text needs.
    mutating func setAside(_ source: SourceTable, _ record: Int32, isAccepted: Bool) {
        for part in 0..<SetAsideLine.parts(of: record, in: source, textLength: textLength) {
            setAside.append(
                SetAsideRow(table: source.id, record: record, isAccepted: isAccepted, part: Int32(part)))
        }
    }
}

/// Collects the sheets of the submitted tables.
private struct FrameCollector: TableVisitor {
    let findings: Findings
    let submission: Submission
    let hours: HoursGrid?
    let counting: [TableID: [CountingColumn]]
    let language: Language
    let lines: [TableID: [Int32]]
    var frames: [ReportSheet: (frame: SheetFrame, lineCount: Int)] = [:]

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        let id = table.source.id
        guard let sheet = ReportSheet.of(id),
            let frame = TableSheet(
                table, submission, hours: id == .placements ? hours : nil, counting: counting[id] ?? [],
                hasFindings: findings.concernRows(of: table), language)?
                .frame
        else { return }
        frames[sheet] = (frame, lines[id]?.count { $0 >= 0 } ?? 0)
    }
}

/// Finds the position of a record among the rows of its table.
private struct RowFinder: TableVisitor {
    let table: TableID
    let record: Int32
    var index: Int?

    mutating func visit<Row: TableRow>(_ data: TableData<Row>) {
        if data.source.id == table { index = data.index(ofRecord: record) }
    }
}
