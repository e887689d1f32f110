import Intake
import SocialReturnModel
import Spreadsheets

extension ReportSheet {
    static let placements = sheet(of: .placements)
    static let purchases = sheet(of: .purchases)
    static let activities = sheet(of: .activities)
    static let conversations = sheet(of: .conversations)
    static let commitments = sheet(of: .commitments)
    static let obstacles = sheet(of: .obstacles)
    static let lessons = sheet(of: .lessons)
    static let examples = sheet(of: .examples)

    /// The sheet with the rows of a table that has one, as its declaration says.
    private static func sheet(of id: TableID) -> ReportSheet {
        guard let sheet = of(id) else { preconditionFailure("\(id) has a sheet, and so a `sheetMeaning`.") }
        return sheet
    }

    /// The sheet with the rows of the table `id`; nil for tables without a sheet of their own.
    static func of(_ id: TableID) -> ReportSheet? { sheetsOfTables[Int(id.rawValue)] }

    /// By table. They stand in the order of the tables.
    static let sheetsOfTables: [ReportSheet?] = AllTables.facts.map { facts in
        facts.sheetMeaning.map { meaning in
            // Its columns and its number of rows are known when the rows have been gone through: see ``SheetIndex``.
            ReportSheet(
                page: facts.sheetName, at: 100 + facts.position, meaning: meaning,
                isThere: { contents in of(facts.id).flatMap { contents.report.index.extents[$0] } != nil },
                prepare: { contents in
                    var preparation = TablePreparation(table: facts.id, report: contents.report)
                    contents.report.assessment.submission.forEachTable(&preparation)
                    return try preparation.task?.get()
                })
        }
    }
}

/// Adds the sheet of a table, when it was submitted.
private struct TablePreparation: TableVisitor {
    let table: TableID
    let report: Report
    var task: Result<SheetTask?, any Error>?

    mutating func visit<Row: TableRow>(_ data: TableData<Row>) {
        if data.source.id == table { task = Result { try report.prepare(data) } }
    }
}

extension Report {
    /// Adds the sheet of a table, on as many parts as its rows need; it is written when the result runs.
    func prepare<Row: TableRow>(_ table: TableData<Row>) throws -> SheetTask? {
        let hours = table.source.id == .placements ? index.hours : nil
        guard let sheet = ReportSheet.of(table.source.id), let extent = index.extents[sheet],
            let tableSheet = TableSheet(
                table, assessment.submission, hours: hours, counting: index.counting[table.source.id] ?? [],
                hasFindings: assessment.findings.concernRows(of: table), language)
        else { return nil }
        let sheets = try writer.add(extent)
        return SheetTask(size: extent.lineCount * tableSheet.frame.columns.count) { [self] in
            try write(tableSheet, table, extent, to: sheets)
        }
    }

    private func write<Row: TableRow>(
        _ tableSheet: TableSheet<Row>, _ table: TableData<Row>, _ extent: SheetRange, to sheets: [Sheet]
    ) throws {
        let frame = tableSheet.frame
        var marks = FindingMarks(assessment.findings, of: table.source.id, index)
        let widths = try widths(tableSheet, table)
        var rows = table.rows.indices.makeIterator()
        for (part, sheet) in sheets.enumerated() {
            try writer.begin(sheet, frame, part: part, widths)
            var sink = SheetSink(sheet, writer.theme, row: SheetRange.firstRow)
            for line in extent.lines(ofPart: part) {
                guard let row = rows.next(where: { !table.isSetAside[$0] }) else {
                    throw MissingLine(sheet: frame.name)
                }
                let height = tableSheet.lineCount(row, widths)
                if height > 1 { try sheet.rowHeight(RowHeight.points(lines: height), row: sink.row) }
                let findings = marks.advance(to: table.records[row])
                try tableSheet.write(row, line: line, findings: findings, marks, to: &sink)
                sink.nextRow()
            }
            try writer.finish(sheet, frame, extent, part: part, widths)
        }
    }

    /// The widths of a table's columns, from its first rows.
    private func widths<Row: TableRow>(_ tableSheet: TableSheet<Row>, _ table: TableData<Row>) throws -> [Double] {
        var marks = FindingMarks(assessment.findings, of: table.source.id, index)
        var measure = WidthSink(columns: tableSheet.frame.columns.count)
        for (line, row) in table.acceptedIndices.prefix(WidthSink.measuredRows).enumerated() {
            let findings = marks.advance(to: table.records[row])
            try tableSheet.write(row, line: line, findings: findings, marks, to: &measure)
            measure.nextRow()
        }
        return tableSheet.frame.widths(fitting: measure.widths, language)
    }
}

extension IteratorProtocol {
    /// The next element that is wanted.
    fileprivate mutating func next(where isWanted: (Element) -> Bool) -> Element? {
        while let element = next() {
            if isWanted(element) { return element }
        }
        return nil
    }
}
