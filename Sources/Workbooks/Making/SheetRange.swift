import Spreadsheets

/// Where the lines of a declared sheet land, known before anything is written, so that other sheets can link and calculate.
///
/// Every declared sheet has the same form: a title, an explanation, a link back, the headings, then the lines. A table with more
/// lines than a sheet holds goes on in `Inzet (2)`.
package struct SheetRange: Sendable {
    /// The name of the first part.
    package let name: String
    /// How many lines there are in all.
    package let lineCount: Int
    /// How many lines a part holds.
    package let linesPerPart: Int
    /// The keys of the columns, from left to right. A table's optional columns that are empty in every row are left out;
    /// formulas over them give 0.
    package let columns: [String]

    /// The row of the title, of the explanation, of the link back, and of the headings.
    package static let titleRow = 0, explanationRow = 1, backLinkRow = 2, headingRow = 3
    /// The row of the first line.
    package static let firstRow = 4
    /// The key of the column with the number of each line, from 1.
    package static let numberKey = "volgnummer"

    /// Where `lineCount` lines land on sheets of `sheetRows` rows, each of which ends with one row for a remark.
    package init(name: String, lineCount: Int, columns: [String], sheetRows: Int) {
        precondition(sheetRows > Self.firstRow + 1, "A sheet has room for its headings and a line.")
        self.name = name
        self.lineCount = lineCount
        linesPerPart = sheetRows - Self.firstRow - 1
        self.columns = columns
    }

    /// On how many sheets the lines stand; one where there are none.
    package var partCount: Int { max(1, (lineCount + linesPerPart - 1) / linesPerPart) }

    /// The name of a part, from 0: `Inzet`, `Inzet (2)`.
    package func name(ofPart part: Int) -> String {
        guard part > 0 else { return name }
        let number = " (\(part + 1))"
        return name.prefix(SheetName.maximumLength - number.count) + number
    }

    /// The lines on a part.
    package func lines(ofPart part: Int) -> Range<Int> {
        min(part * linesPerPart, lineCount)..<min((part + 1) * linesPerPart, lineCount)
    }

    /// The position of a column; nil when there is none with this key.
    package func column(_ key: String) -> Int? { columns.firstIndex(of: key) }

    /// The cell of a line, as links need it; the top for a line that is not there.
    ///
    /// - Parameter shown: the column in which the text of the link stands, where that is not this program's own.
    package func target(line: Int, column: Int = 0, showing shown: String? = nil) -> LinkTarget {
        guard (0..<lineCount).contains(line) else { return top }
        let (part, row) = line.quotientAndRemainder(dividingBy: linesPerPart)
        var target = LinkTarget(
            sheet: name(ofPart: part), cell: CellReference(row: Self.firstRow + row, column: column))
        target.row = rowKey(line: line)
        target.row?.shown = shown.flatMap(self.column).map { cells($0, ofPart: part) }
        return target
    }

    /// How a line is found wherever sorting puts it; nil on a sheet without numbers.
    private func rowKey(line: Int) -> RowKey? {
        guard let numbers = column(Self.numberKey) else { return nil }
        let part = line / linesPerPart
        return RowKey(line + 1, among: cells(numbers, ofPart: part), firstRow: Self.firstRow)
    }

    /// The cell of a column on a line as a formula on another sheet refers to it: by the number of the line, and not by its place, which
    /// sorting changes. Nil where the column is not there.
    package func reference(_ key: String, line: Int) -> String? {
        guard let column = column(key), (0..<lineCount).contains(line) else { return nil }
        let part = line / linesPerPart
        guard let row = rowKey(line: line) else {
            return CellReference(row: self.row(ofLine: line), column: column).reference(in: name(ofPart: part))
        }
        return "INDEX(\(cells(column, ofPart: part)),\(row.position))"
    }

    private func cells(_ column: Int, ofPart part: Int) -> String {
        let last = Self.firstRow + lines(ofPart: part).count - 1
        return CellRange(rows: Self.firstRow...last, column: column).reference(in: name(ofPart: part))
    }

    /// The top of the first part.
    package var top: LinkTarget { LinkTarget(sheet: name) }

    /// The heading of a column, on the first part.
    package func heading(_ column: Int) -> LinkTarget {
        LinkTarget(sheet: name, cell: CellReference(row: Self.headingRow, column: column))
    }

    /// The row on its own part on which a line stands, from 0.
    package func row(ofLine line: Int) -> Int { Self.firstRow + line % linesPerPart }

    /// The cell of a column on a line, from its own sheet.
    package func ownCell(_ key: String, line: Int) -> String {
        CellReference(row: row(ofLine: line), column: column(key) ?? 0).absoluteColumn
    }

    /// The cells of a column, one reference a part, such as `'Inzet'!$C$5:$C$104`; none where there are no lines.
    package func references(_ key: String) -> [String] {
        guard let column = column(key), lineCount > 0 else { return [] }
        return (0..<partCount).map { cells(column, ofPart: $0) }
    }

    /// The sum of a column over all parts as a formula; `0` where there are no lines.
    package func sum(_ key: String) -> String {
        let references = references(key)
        return references.isEmpty ? "0" : "SUM(\(references.joined(separator: ",")))"
    }

    /// The sum of `key` over the lines on which each column of `conditions` meets its criterion, written as a formula writes it
    /// (`"fout"` with quotation marks, `$A5`, `">0"`); over all parts.
    package func sum(_ key: String, where conditions: [(key: String, criterion: String)]) -> String {
        guard column(key) != nil else { return "0" }
        return combined(conditions) { part, criteria in "SUMIFS(\(references(key)[part]),\(criteria))" }
    }

    /// The number of lines on which each column of `conditions` meets its criterion; over all parts.
    package func count(where conditions: [(key: String, criterion: String)]) -> String {
        combined(conditions) { _, criteria in "COUNTIFS(\(criteria))" }
    }

    private func combined(
        _ conditions: [(key: String, criterion: String)], _ formula: (_ part: Int, _ criteria: String) -> String
    ) -> String {
        guard lineCount > 0, conditions.allSatisfy({ column($0.key) != nil }) else { return "0" }
        return (0..<partCount).map { part in
            let criteria = conditions.map { "\(references($0.key)[part]),\($0.criterion)" }.joined(separator: ",")
            return formula(part, criteria)
        }.joined(separator: "+")
    }
}
