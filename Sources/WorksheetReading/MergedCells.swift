import DelimitedText
import Plumbing

/// Cells below each other that are one.
struct MergedCells: Hashable {
    /// The column, from 0.
    let column: Int
    /// The rows as the sheet numbers them, from 1. The value stands in the first one.
    let rows: ClosedRange<Int>
}

/// Cells beside each other that are one, perhaps in several rows.
struct MergedRange: Hashable {
    /// The columns, from 0. The value stands in the first one.
    let columns: ClosedRange<Int>
    /// The rows as the sheet numbers them, from 1.
    let rows: ClosedRange<Int>
}

extension Worksheet {
    /// Notes which values lie over the cells to the right of them, and which values lie below such a one where nobody sees them.
    mutating func note(_ spans: [MergedRange], within room: inout CellRoom) throws(WorkbookError) {
        let rows = (0..<cells.recordCount).map { cells.row(of: $0) }
        var below: Set<CellPosition> = []
        for span in spans {
            var record = rows.partitioningIndex { $0 >= span.rows.lowerBound }
            while record < rows.count, rows[record] <= span.rows.upperBound {
                // Merges that lie over each other cost no more than cells.
                try room.take(cells: span.columns.count, bytes: 0)
                if !cells.range(record, span.columns.lowerBound).isEmpty {
                    across.append(CellPosition(record: record, field: span.columns.lowerBound))
                }
                for field in span.columns.dropFirst() where !cells.range(record, field).isEmpty {
                    below.insert(CellPosition(record: record, field: field))
                }
                record += 1
            }
        }
        try room.settle()
        across.sort()
        if !below.isEmpty { hidden = below.union(hidden).sorted() }
    }
}

/// Gives the value of merged cells to each row that they cover and that has a value of its own.
///
/// To whoever filled the sheet the value holds for all of these rows, and to a reader of tables the cells below the first one would be
/// empty. Each position that is looked at is taken from the room for cells, so that merges that lie over each other cost no more than cells.
struct MergeFiller {
    /// Merged cells at the row that is being written.
    private struct Active {
        let column: Int
        let lastRow: Int
        /// The record with the value.
        let source: Int
        let isUncomputed: Bool
        let isMonth: Bool
    }

    private let sheet: Worksheet
    private var room: CellRoom
    private var builder = TableBuilder()
    private var active: [Active] = []
    private var filled: [CellPosition] = []
    private var uncomputed: [CellPosition]
    private var monthCells: [CellPosition]

    init(_ sheet: Worksheet, within room: CellRoom) {
        self.sheet = sheet
        self.room = room
        (uncomputed, monthCells) = (sheet.uncomputed, sheet.monthCells)
    }

    /// The sheet with `merges` filled.
    mutating func fill(_ merges: [MergedCells]) throws(WorkbookError) -> Worksheet {
        let merges = merges.sorted { ($0.rows.lowerBound, $0.column) < ($1.rows.lowerBound, $1.column) }
        var next = merges[...]
        let cells = sheet.cells
        for record in 0..<cells.recordCount {
            let row = cells.row(of: record)
            active.removeAll { $0.lastRow < row }
            try copy(record)
            // Merged cells that begin in a row without a record have no value.
            next = next.drop { $0.rows.lowerBound < row }
            let begun = next.prefix { $0.rows.lowerBound == row }
            next = next.dropFirst(begun.count)
            begin(begun, in: record)
            builder.endRecord(row: row)
            try room.settle()
        }
        guard !filled.isEmpty else { return sheet }
        var result = sheet
        result.cells = builder.finish()
        result.filledFromMerge = filled
        // What holds for the value holds for each place where it stands now.
        result.uncomputed = uncomputed.count > sheet.uncomputed.count ? uncomputed.sorted() : uncomputed
        result.monthCells = monthCells.count > sheet.monthCells.count ? monthCells.sorted() : monthCells
        return result
    }

    /// Copies `record` with what the merged cells above it give.
    private mutating func copy(_ record: Int) throws(WorkbookError) {
        let count = sheet.cells.fieldCount(of: record)
        var field = 0
        for merge in active {
            try room.take(cells: 1, bytes: 0)
            guard isEmpty(record, merge.column), let length = length(merge.source, merge.column) else { continue }
            try room.take(cells: max(0, merge.column - max(field, count)), bytes: length)
            while field < merge.column {
                try append(record, field)
                field += 1
            }
            try append(merge.source, field)
            let position = CellPosition(record: record, field: field)
            filled.append(position)
            if merge.isUncomputed { uncomputed.append(position) }
            if merge.isMonth { monthCells.append(position) }
            field += 1
        }
        while field < count {
            try append(record, field)
            field += 1
        }
    }

    /// Adds merged cells that begin in `record`, in the order of their columns.
    private mutating func begin(_ merges: ArraySlice<MergedCells>, in record: Int) {
        guard !merges.isEmpty else { return }
        var joined: [Active] = []
        var rest = active[...]
        for merge in merges where !isEmpty(record, merge.column) {
            let before = rest.prefix { $0.column < merge.column }
            joined += before
            rest = rest.dropFirst(before.count).drop { $0.column == merge.column }
            if joined.last?.column == merge.column { joined.removeLast() }
            let position = CellPosition(record: record, field: merge.column)
            joined.append(
                Active(
                    column: merge.column, lastRow: merge.rows.upperBound, source: record,
                    isUncomputed: sheet.uncomputed.holds(position), isMonth: sheet.monthCells.holds(position)))
        }
        active = joined + rest
    }

    private func isEmpty(_ record: Int, _ field: Int) -> Bool { length(record, field) == nil }

    /// How many bytes a cell has; nil for an empty one.
    private func length(_ record: Int, _ field: Int) -> Int? {
        let length = sheet.cells.range(record, field).count
        return length > 0 ? length : nil
    }

    private mutating func append(_ record: Int, _ field: Int) throws(WorkbookError) {
        do {
            try builder.append(record, field, of: sheet.cells)
        } catch {
            throw room.error(.textBytes(room.mostBytes))
        }
    }
}

extension [CellPosition] {
    /// Whether `position` is among these, which are in order.
    fileprivate func holds(_ position: CellPosition) -> Bool { sortedIndex(of: position) != nil }
}
