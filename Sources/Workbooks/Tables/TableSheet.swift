import Intake
import Plumbing
import Rules
import SocialReturnModel
import Spreadsheets

/// The sheet with the accepted rows of a table: `rij`, the columns of the definition, which findings a row has, and behind these, beyond what is
/// printed, the columns of less weight, those that the file brought along, and the hours of `uren.csv` for placements.
struct TableSheet<Row: TableRow> {
    /// The sheet without its lines.
    let frame: SheetFrame
    private let table: TableData<Row>
    private let cells: TableCells<Row>
    private let extras: [ExtraColumn]
    private let hours: HoursGrid?
    private let counting: [CountingColumn]
    /// The columns with texts, and those with names of codes, by position on the sheet.
    private let texts: [(column: Int, field: Field<Row, TextCell>)]
    private let names: [(column: Int, position: Int)]
    /// Whether a row on the sheet has findings; without any their column is left out.
    private let hasFindings: Bool

    /// The name of the first column: the row in the supplier's file.
    static var rowKey: String { "rij" }
    /// The name of the column with the rules that have something to say of the row.
    static var findingsKey: String { "bevindingen" }

    /// The sheet of `table`; nil for a table without a sheet.
    init?(
        _ table: TableData<Row>, _ submission: Submission, hours: HoursGrid? = nil, counting: [CountingColumn] = [],
        hasFindings: Bool, _ language: Language
    ) {
        guard let sheet = ReportSheet.of(table.source.id) else { return nil }
        self.table = table
        self.hours = hours
        self.counting = counting
        self.hasFindings = hasFindings
        cells = TableCells(table, submission.symbols, language)
        let placed =
            cells.columns.enumerated().map { ($0 + 1, $1) }
            + cells.aside.enumerated().map { [count = cells.columns.count + (hasFindings ? 2 : 1)] in ($0 + count, $1) }
        texts = placed.compactMap { place, position in
            guard case .text(let field) = Row.table.columns[position].binding else { return nil }
            return (place, field)
        }
        names = placed.compactMap { place, position in
            Row.table.columns[position].facts.codes == nil ? nil : (place, position)
        }
        let carried = table.source.extraColumns.filter { !$0.isRefused }
        extras = Array(carried.prefix(DistinctHeadings.mostColumns))
        let facts = Row.table.facts
        var columns = [
            ColumnFrame(heading: Text(nl: "Rij", en: "Row"), key: Self.rowKey, width: 7...12, look: .rowNumber)
        ]
        columns += cells.columns.map { Self.frame(facts.columns[$0]) }
        if hasFindings {
            columns.append(
                ColumnFrame(
                    heading: Text(nl: "Bevindingen", en: "Findings"), key: Self.findingsKey, width: 12...24,
                    look: .link))
        }
        let printed = columns.count
        columns += cells.aside.map { Self.frame(facts.columns[$0]) }
        let number = ColumnFrame.number.heading
        let own =
            [Self.findingsKey, "findings", number.nl, number.en] + counting.flatMap { [$0.key, $0.heading[language]] }
        var names = DistinctHeadings(taken: columns.flatMap { [$0.key, $0.heading[language]] } + own)
        columns += extras.map { extra in
            let name = names.name(for: extra.heading)
            return ColumnFrame(heading: Text(verbatim: name), key: name, width: 6...30, look: .text)
        }
        columns += (hours?.headings ?? []).map { heading in
            let name = names.name(for: heading[language])
            return ColumnFrame(heading: Text(verbatim: name), key: heading.nl, width: 8...12, look: .quantity)
        }
        columns += counting.map { column in
            ColumnFrame(heading: column.heading, key: column.key, width: 9...12, look: .integer)
        }
        frame = SheetFrame(
            name: sheet.name, title: facts.title,
            explanation: Self.explanation(facts, columnsBeyond: carried.count - extras.count),
            frozenColumns: 2, closing: Self.closing(Row.table.facts.id), columns: columns + [.number], isTable: true,
            printedColumns: printed)
    }

    /// Why a cell can be empty.
    private static func closing(_ table: TableID) -> Text {
        let (nl, en) =
            table == .placements
            ? (" Zonder einddatum loopt de inzet nog.", " Without an end date the placement goes on.") : ("", "")
        return Text(
            nl: "Een lege cel is niet ingevuld: de leverancier heeft daar niets gemeld." + nl,
            en: "An empty cell was not filled in: the supplier reported nothing there." + en)
    }

    /// What the sheet shows, and what of the file does not fit on it.
    private static func explanation(_ facts: TableFacts, columnsBeyond: Int) -> Text {
        let text = Text(
            nl:
                "De rijen die meetellen. Kolom 'Rij' is de rij in het bestand van de leverancier.",
            en: "The rows that count. Column 'Row' is the row in the supplier's file.")
        guard columnsBeyond > 0 else { return text }
        let count = Quantity(columnsBeyond)
        return Text(
            nl: text.nl
                + " Nog \(count.formatted(.dutch)) onbekende kolommen passen hier niet; ze staan in "
                + "gegevens/\(facts.fileName).",
            en: text.en
                + " Another \(count.formatted(.english)) unknown columns do not fit here; they are in "
                + "gegevens/\(facts.fileName)."
        )
    }

    /// Puts the row at `index` into `sink`; `findings` are those of the row.
    func write<Sink: CellWriter>(
        _ index: Int, line: Int, findings: Range<Int>, _ marks: FindingMarks, to sink: inout Sink
    ) throws {
        try sink.decimal(Int64(table.row(of: index)), decimals: 0, nil)
        try cells.write(index, cells.columns, to: &sink)
        if hasFindings { try write(findings, marks, to: &sink) }
        try cells.write(index, cells.aside, to: &sink)
        for extra in extras {
            try table.source.cells.withCell(Int(table.records[index]), extra.field) { try sink.text($0, nil) }
        }
        if let hours {
            for period in hours.headings.indices {
                if let worked = hours.hours(line: line, period: period) {
                    try sink.decimal(worked.tenThousandths, decimals: 4, nil)
                } else {
                    try sink.empty(nil)
                }
            }
        }
        for column in counting {
            if column.counts(line: line) { try sink.decimal(1, decimals: 0, nil) } else { try sink.empty(nil) }
        }
        try sink.decimal(Int64(line + 1), decimals: 0, nil)
    }

    private func write<Sink: CellWriter>(
        _ findings: Range<Int>, _ marks: FindingMarks, to sink: inout Sink
    ) throws {
        if findings.isEmpty {
            try sink.empty(nil)
        } else if let target = marks.target(of: findings) {
            try sink.link(marks.rules(findings), target, .link)
        } else {
            try sink.text(marks.rules(findings), .text)
        }
    }

    /// About how high the row at `index` must be, in lines of text, with columns `widths` wide.
    func lineCount(_ index: Int, _ widths: [Double]) -> Int {
        var lines = 1
        let row = table.rows[index]
        for (column, position) in names {
            let room = max(1, Int(widths[column]) - 2)
            let length = cells.nameLength(index, column: position)
            // Names break between words, so the last line is seldom full.
            if length > room { lines = max(lines, (length + length / 4 + room - 1) / room) }
        }
        for (column, field) in texts {
            let cell = field.value(in: row)
            let width = widths[column]
            guard Double(cell.count) > width - 2 else { continue }
            let count = table.source.cells.withAllBytes {
                WrappedText.lines(UnsafeBufferPointer(rebasing: $0[cell.range]), room: max(1, Int(width) - 2))
            }
            lines = max(lines, count)
        }
        return lines
    }

    /// How wide a column of days is: beside a second line of the heading stands the button of the filter.
    private static func dayWidth(_ name: String) -> ClosedRange<Double> {
        let words = name.split(separator: "_").map(\.count)
        let longest = words.max() ?? 0
        return longest > 10 ? 15...15 : words.count > 1 && longest > 7 ? 14...14 : 12...12
    }

    private static func frame(_ column: ColumnDescriptor) -> ColumnFrame {
        let (width, look): (ClosedRange<Double>, CellStyle) =
            switch column.kind {
            case .text: column.isLongText ? (10...44, .wrapped) : (6...30, .wrapped)
            case .identifier: (6...26, .text)
            case .kvk: (11...11, .text)
            // A word of a heading is not broken.
            case .day: (Self.dayWidth(column.name), .day)
            case .money: (12...18, .euros)
            case .number: (8...13, .quantity)
            case .period: (9...24, .text)
            case .code, .codes: (8...20, .wrapped)
            }
        // A number without its unit says nothing: a share is in per cent.
        let unit = column.bounds.map { [.share, .percent, .progress].contains($0) } == true ? " (%)" : ""
        var frame = ColumnFrame(
            heading: Text(verbatim: column.name.asHeading + unit), key: column.name, width: width, look: look)
        frame.hint = Text(nl: "\(column.name): \(column.meaning.nl)", en: "\(column.name): \(column.meaning.en)")
        return frame
    }
}

extension Findings {
    /// Whether a row of `table` that counts has a finding.
    func concernRows<Row: TableRow>(of table: TableData<Row>) -> Bool {
        let id = table.source.id
        let start = all.partitioningIndex { $0.place.table >= id }
        return all[start...].lazy.prefix { $0.place.table == id }.contains { finding in
            finding.place.isInRow && table.index(ofRecord: finding.place.record).map { !table.isSetAside[$0] } ?? false
        }
    }
}

extension ColumnDescriptor {
    /// Whether people write sentences in the column.
    var isLongText: Bool { kind == .text && privacy == .freeText }
}

extension String {
    /// The name of a column as people read it: `Werkgever KvK` for `werkgever_kvk`. Dutch in both languages, as the names of sheets are.
    var asHeading: String {
        let words = split(separator: "_").map { Self.written[String($0)] ?? String($0) }.joined(separator: " ")
        return words.uppercasedFirst
    }

    /// Words in names of columns that are written otherwise.
    private static let written = [
        "kvk": "KvK", "id": "ID", "excl": "excl.", "pso": "PSO", "oin": "OIN", "cpv": "CPV", "rsin": "RSIN",
    ]
}
