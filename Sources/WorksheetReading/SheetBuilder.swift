import DelimitedText

/// Puts the cells of a sheet together. Gaps between cells become empty ones; what is empty at the end of a row, and rows without any
/// value, leave nothing behind.
struct SheetBuilder {
    private var table = TableBuilder()
    private var budget: CellBudget
    private let part: String
    private let limits: WorkbookLimits
    private var fields = 0
    private(set) var records = 0
    private(set) var formulas = 0
    private(set) var hiddenRows = 0
    private(set) var uncomputed: [CellPosition] = []
    /// The last column with a value.
    private(set) var lastColumn = -1

    init(part: String, limits: WorkbookLimits, budget: CellBudget) {
        self.part = part
        self.limits = limits
        self.budget = budget
    }

    /// Whether the present row has a value.
    var rowHasValue: Bool { fields > 0 }

    /// Adds a cell to the present row, in a column after that of the cell before.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>, column: Int) throws(WorkbookError) {
        guard !text.isEmpty else { return }
        guard column >= fields else { throw .damaged(part: part) }
        guard column < limits.columns else { throw .tooLarge(part: part) }
        try take(cells: column - fields + 1, bytes: text.count)
        do {
            while fields < column {
                try table.append(UnsafeBufferPointer(start: nil, count: 0))
                fields += 1
            }
            try table.append(text)
        } catch {
            throw .tooLarge(part: part)
        }
        fields += 1
        lastColumn = max(lastColumn, column)
    }

    /// Counts a formula.
    mutating func countFormula() { formulas += 1 }

    /// Notes that the cell that was added last holds a formula without a result.
    mutating func noteUncomputed() {
        uncomputed.append(CellPosition(record: records, field: fields - 1))
    }

    /// Ends the row with number `row`, from 1.
    mutating func endRow(_ row: Int, isHidden: Bool) {
        guard fields > 0 else { return }
        table.endRecord(row: row)
        records += 1
        fields = 0
        if isHidden { hiddenRows += 1 }
    }

    /// The sheet, of which the columns in `hidden` are hidden.
    func finish(hidden: [ClosedRange<Int>]) -> Worksheet {
        var sheet = Worksheet(cells: table.finish())
        sheet.hiddenRows = hiddenRows
        let last = lastColumn
        sheet.hiddenColumns = hidden.reduce(0) { $0 + max(0, min($1.upperBound, last) - $1.lowerBound + 1) }
        sheet.formulas = formulas
        sheet.uncomputed = uncomputed
        return sheet
    }

    private mutating func take(cells: Int, bytes: Int) throws(WorkbookError) {
        guard budget.take(cells: cells, bytes: bytes) else { throw .tooLarge(part: part) }
    }
}

/// What all sheets of a workbook may still hold together.
///
/// An object, since sheets are read one after the other.
final class CellBudget {
    private var cells: Int
    private var bytes: Int

    init(_ limits: WorkbookLimits) {
        cells = limits.cells
        bytes = limits.textBytes
    }

    /// Takes `cells` with `bytes` of text; false when there is no room.
    func take(cells count: Int, bytes size: Int) -> Bool {
        cells -= count
        bytes -= size
        return cells >= 0 && bytes >= 0
    }
}
