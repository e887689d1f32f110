import Plumbing
import SocialReturnModel

/// A table that was read: its rows as typed values beside the file they came from.
public struct TableData<Row: TableRow>: Sendable {
    /// The file.
    public var source: SourceTable
    /// The rows with data, in the order of the file. Cells that could not be read are empty here.
    public var rows: [Row]
    /// The record in the file of each row.
    public var records: [Int32]
    /// Whether each row was set aside: it has a finding of severity *fout* and counts in no figure.
    public var isSetAside: [Bool]

    /// The place of the row at `index`, or of one of its cells.
    public func place(_ index: Int, _ column: ColumnReference = .none) -> Place {
        Place(source.id, record: records[index], column: column)
    }

    /// The number that a spreadsheet program shows beside the row at `index`.
    public func row(of index: Int) -> Int { source.cells.row(of: Int(records[index])) }

    /// What stands in a cell of the row at `index`, without blanks at its ends and as far as it may be shown.
    public func written(_ index: Int, column: Int) -> String {
        let field = source.fieldOfColumn[column]
        return field < 0 ? "" : source.cells.text(Int(records[index]), field).trimmingBlanks
    }

    /// What stands in a cell that has no code of its list; empty for a word for nothing.
    public func ownWord(_ index: Int, column: Int) -> String {
        var word = written(index, column: column)
        let kind = Row.table.facts.columns[column].kind
        return word.withUTF8 { !$0.isEmpty && NullMarker.isOne($0, in: kind) } ? "" : word
    }

    /// The indices of the rows that count.
    public var acceptedIndices: some Sequence<Int> { rows.indices.lazy.filter { !isSetAside[$0] } }

    /// The number of rows that were set aside.
    public var setAsideCount: Int { isSetAside.reduce(0) { $0 + ($1 ? 1 : 0) } }

    /// The index of the row that was read from `record`; nil for a record without data.
    public func index(ofRecord record: Int32) -> Int? { records.sortedIndex(of: record) }
}
