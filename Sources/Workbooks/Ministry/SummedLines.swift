import Consolidations
import Spreadsheets

/// Lines of a sheet that a figure on another sheet is the sum of.
struct SummedLines {
    /// The sheet they stand on.
    let sheet: MinistrySheet
    /// Their positions, in order.
    let lines: [Int]
    /// The figures of a line.
    let figures: (Int) -> Figures
    /// The column and the cell whose texts are equal on exactly these lines; nil where there is no such column.
    var match: (key: String, cell: String)?
}

extension SheetRange {
    /// Above this number of stretches a formula compares keys instead of naming them.
    private static let mostRuns = 30

    /// The sum of a column over lines as a formula; nil where the lines are scattered and no column tells them apart.
    func sum(_ key: String, of lines: SummedLines) -> String? {
        let runs = Self.runs(lines.lines)
        if runs.count <= Self.mostRuns {
            let references = runs.flatMap { self.references(key, lines: $0) }
            return references.isEmpty ? nil : "SUM(\(references.joined(separator: ",")))"
        }
        guard let (column, cell) = lines.match else { return nil }
        let (keys, values) = (references(column), references(key))
        return zip(keys, values).map { "SUMPRODUCT(--(\($0)=\(cell)),\($1))" }.joined(separator: "+")
    }

    /// The cells of a column on some lines, one reference a part of the sheet.
    func references(_ key: String, lines: Range<Int>) -> [String] {
        guard let column = column(key), !lines.isEmpty else { return [] }
        return (lines.lowerBound / linesPerPart...(lines.upperBound - 1) / linesPerPart).map { part in
            let own = lines.clamped(to: part * linesPerPart..<(part + 1) * linesPerPart)
            let rows = row(ofLine: own.lowerBound)...row(ofLine: own.upperBound - 1)
            return CellRange(rows: rows, column: column).reference(in: name(ofPart: part))
        }
    }

    /// The cell of a column on a line, from another sheet; nil where the column is not there.
    func reference(_ key: String, line: Int) -> String? { references(key, lines: line..<line + 1).first }

    /// The cell of a column on a line, from its own sheet.
    func ownCell(_ key: String, line: Int) -> String {
        CellReference(row: row(ofLine: line), column: column(key) ?? 0).absoluteColumn
    }

    /// Numbers in order as stretches.
    private static func runs(_ lines: [Int]) -> [Range<Int>] {
        lines.reduce(into: []) { runs, line in
            if let last = runs.last, last.upperBound == line {
                runs[runs.count - 1] = last.lowerBound..<line + 1
            } else {
                runs.append(line..<line + 1)
            }
        }
    }
}
