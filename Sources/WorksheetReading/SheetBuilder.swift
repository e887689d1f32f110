import Archives
import DelimitedText
import Plumbing

/// Puts the cells of a sheet together. Gaps between cells become empty ones; what is empty at the end of a row, and rows without any
/// value, leave nothing behind.
struct SheetBuilder {
    private var table = TableBuilder()
    private var room: CellRoom
    private let limits: WorkbookLimits
    private var fields = 0
    private var records = 0
    private var hiddenRows = 0, filteredRows = 0
    /// Whether the sheet has a filter, and does not tell which rows it hides.
    private var hasFilter = false
    private var uncomputed: [CellPosition] = []
    private var monthCells: [CellPosition] = []
    private var struck: [CellPosition] = []
    private var euros: [[ClosedRange<Int>]] = []
    private var noted: [CellPosition] = []
    private var formulas = 0
    private var contents = ContentSum()
    private var hidden: [CellPosition] = []
    private var linked: [CellPosition] = []
    private var spans: [MergedRange] = []
    private var merges: [MergedCells] = []
    /// The last column with a value.
    private var lastColumn = -1

    init(part: String, limits: WorkbookLimits, budget: DeliveryBudget) {
        self.limits = limits
        room = CellRoom(part: part, limits: limits, budget: budget)
    }

    /// Adds a cell to the present row, in a column after that of the cell before.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>, column: Int) throws(WorkbookError) {
        guard !text.isEmpty else { return }
        guard column >= fields else { throw .damaged(part: room.part) }
        guard column < limits.columns else { throw room.error(.columns(limits.columns)) }
        try room.take(cells: column - fields + 1, bytes: text.count)
        do {
            while fields < column {
                try table.append(UnsafeBufferPointer(start: nil, count: 0))
                fields += 1
            }
            try table.append(text)
        } catch {
            throw room.error(.textBytes(room.mostBytes))
        }
        fields += 1
        lastColumn = max(lastColumn, column)
    }

    /// Adds a cell as the one above.
    mutating func append(_ text: [UInt8], column: Int) throws(WorkbookError) {
        var failure: WorkbookError?
        text.withUnsafeBufferPointer { text in
            do throws(WorkbookError) { try append(text, column: column) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    /// Counts a text, which stands in a cell by itself unless a formula gave it.
    mutating func countText(_ text: UnsafeBufferPointer<UInt8>, isGiven: Bool) {
        if isGiven { contents.add(given: text) } else { contents.add(text: text) }
    }

    /// Counts a number, a day or a logical value, which stands in a cell by itself unless a formula gave it.
    mutating func countValue(isGiven: Bool) {
        if isGiven { contents.addGivenValue() } else { contents.addValue() }
    }

    /// Counts a formula.
    mutating func countFormula() {
        formulas += 1
        contents.addFormula()
    }

    /// Notes that the cell that was added last holds a formula without a result.
    mutating func noteUncomputed() { uncomputed.append(CellPosition(record: records, field: fields - 1)) }

    /// Notes that the sheet shows only the month of the date in the cell that was added last.
    mutating func noteMonth() { monthCells.append(CellPosition(record: records, field: fields - 1)) }

    /// Notes that what was added last is struck through, if that was the cell in `column`.
    mutating func noteStruck(column: Int) {
        if fields == column + 1 { struck.append(CellPosition(record: records, field: column)) }
    }

    /// Notes that the sheet does not show what was added last, if that was the cell in `column`.
    mutating func noteHidden(column: Int) {
        if fields == column + 1 { hidden.append(CellPosition(record: records, field: column)) }
    }

    /// Notes that what was added last was fetched from another workbook, if that was the cell in `column`.
    mutating func noteLinked(column: Int) {
        if fields == column + 1 { linked.append(CellPosition(record: records, field: column)) }
    }

    /// Notes that the number that was added last is shown as an amount in euros, if that was the cell in `column`.
    mutating func noteEuro(column: Int) {
        guard fields == column + 1 else { return }
        while euros.count <= column { euros.append([]) }
        if let last = euros[column].last, last.upperBound == records - 1 {
            euros[column][euros[column].count - 1] = last.lowerBound...records
        } else {
            euros[column].append(records...records)
        }
    }

    /// Notes that somebody wrote a note at the cell in `column` of the present row.
    mutating func noteNote(column: Int) { noted.append(CellPosition(record: records, field: column)) }

    /// Notes cells of `columns` and `rows` that are one.
    mutating func noteMerge(columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
        if rows.count > 1 { merges.append(MergedCells(column: columns.lowerBound, rows: rows)) }
        if columns.count > 1 { spans.append(MergedRange(columns: columns, rows: rows)) }
    }

    /// Notes that the sheet has a filter, which may be what hides rows.
    mutating func noteFilter() { hasFilter = true }

    /// Ends the row with number `row`, from 1; `isFiltered` says that a filter hides it.
    mutating func endRow(_ row: Int, isHidden: Bool, isFiltered: Bool = false) throws(WorkbookError) {
        guard fields > 0 else { return }
        try room.takeRow()
        table.endRecord(row: row)
        records += 1
        fields = 0
        if isHidden { hiddenRows += 1 }
        if isFiltered { filteredRows += 1 }
    }

    /// The sheet, of which the columns in `hidden` are hidden.
    mutating func finish(hidden hiddenRanges: [ClosedRange<Int>]) throws(WorkbookError) -> Worksheet {
        var sheet = Worksheet(cells: table.finish())
        sheet.hiddenRows = hiddenRows
        sheet.filteredRows = hasFilter ? hiddenRows : filteredRows
        let last = lastColumn
        let hiddenColumns = hiddenRanges.reduce(0) { $0 + max(0, min($1.upperBound, last) - $1.lowerBound + 1) }
        sheet.hiddenColumns = min(hiddenColumns, last + 1)
        sheet.formulas = formulas
        sheet.uncomputed = uncomputed
        sheet.monthCells = monthCells
        sheet.struck = struck
        for (column, runs) in euros.enumerated() where !runs.isEmpty { sheet.euros[column] = runs }
        sheet.noted = noted
        sheet.contents = contents
        sheet.hidden = hidden
        sheet.linked = linked
        if !spans.isEmpty { try sheet.note(spans, within: &room) }
        guard !merges.isEmpty else { return sheet }
        var filler = MergeFiller(sheet, within: room)
        return try filler.fill(merges)
    }
}

/// What the sheets of a delivery may still hold together. The budget is told after each row.
struct CellRoom {
    let part: String
    let mostBytes: Int
    private let mostRows: Int
    private let mostCells: Int
    private let budget: DeliveryBudget
    private var cells = 0
    private var bytes = 0

    init(part: String, limits: WorkbookLimits, budget: DeliveryBudget) {
        self.part = part
        self.budget = budget
        mostBytes = limits.textBytes.value(forDelivered: budget.delivered)
        mostRows = limits.rowsInAll.value(forDelivered: budget.delivered)
        mostCells = limits.cells.value(forDelivered: budget.delivered)
    }

    /// Takes `count` cells with `size` bytes of text.
    mutating func take(cells count: Int, bytes size: Int) throws(WorkbookError) {
        cells += count
        bytes += size
        // A single row may hold as much as a whole sheet.
        if cells > 1 << 14 || bytes > 1 << 20 { try settle() }
    }

    /// Takes a row.
    mutating func takeRow() throws(WorkbookError) {
        budget.rows += 1
        if budget.rows > mostRows { throw error(.rowsInAll(mostRows)) }
        try settle()
    }

    /// Tells the budget what was taken.
    mutating func settle() throws(WorkbookError) {
        budget.cells += cells
        budget.textBytes += bytes
        (cells, bytes) = (0, 0)
        if budget.cells > mostCells { throw error(.cells(mostCells)) }
        if budget.textBytes > mostBytes { throw error(.textBytes(mostBytes)) }
    }

    /// That `limit` is passed.
    func error(_ limit: PassedLimit) -> WorkbookError { .tooLarge(part: part, limit: limit) }
}
