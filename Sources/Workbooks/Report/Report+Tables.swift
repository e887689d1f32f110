import Intake
import SocialReturnModel
import Spreadsheets

extension Report {
    /// Adds the sheet of a table, on as many parts as its rows need; it is written when the result runs.
    func prepare<Row: TableRow>(_ table: TableData<Row>) throws -> SheetTask? {
        let hours = table.source.id == .placements ? index.hours : nil
        guard let name = ReportSheet(table.source.id), let extent = index.extents[name],
            let tableSheet = TableSheet(
                table, assessment.submission, hours: hours, counting: index.counting[table.source.id] ?? [],
                hasFindings: assessment.findings.concernRows(of: table), language)
        else { return nil }
        let sheets = try writer.add(extent)
        return SheetTask(size: extent.lineCount * tableSheet.frame.columns.count) {
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
