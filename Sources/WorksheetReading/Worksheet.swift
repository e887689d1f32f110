import DelimitedText
import Plumbing

/// A sheet that was read.
public struct Worksheet: Sendable {
    /// The cells as a table: a record for each row with a value, under the sheet's own row number. Field 0 is column A.
    public internal(set) var cells: DelimitedTable
    /// How many rows with a value are hidden. They are read as any other.
    public internal(set) var hiddenRows = 0
    /// How many of them a filter hides: its sign stands above the rows, and whoever chose it knows. Of an Excel sheet with a filter or a table it is
    /// not told which rows those are, and all of them count.
    public internal(set) var filteredRows = 0
    /// How many columns with a value are hidden. They are read as any other.
    public internal(set) var hiddenColumns = 0
    /// How many cells hold a formula. Its last result is read; nothing is calculated.
    public internal(set) var formulas = 0
    /// The cells with a formula that has no result, in the order of the sheet. The formula stands in the cell instead.
    public internal(set) var uncomputed: [CellPosition] = []
    /// The cells with a date of which the sheet shows the month only (`apr-26`), in the order of the sheet. The whole date stands in the
    /// cell (`01-04-2026`): a column of dates takes it, one of periods its month.
    public internal(set) var monthCells: [CellPosition] = []
    /// The cells that got the value of the merged cell that covers them from above, in the order of the sheet. A column of amounts or hours
    /// should not take it: the value may be the sum for all these rows.
    public internal(set) var filledFromMerge: [CellPosition] = []
    /// Whether the numbers of days in it count from 1904, as on old Macs.
    public internal(set) var startsIn1904 = false
    /// Where numbers are shown as amounts in euros: for each field the records, in order. Amounts are numbers as any other; a number of hours should be none.
    public internal(set) var euros: [Int: [ClosedRange<Int>]] = [:]
    /// The cells with a value that is struck through, or a part of it, in the order of the sheet.
    public internal(set) var struck: [CellPosition] = []
    /// The cells with a note (comment) beside them, also empty ones, in rows with a value. What a note says is not read.
    public internal(set) var noted: [CellPosition] = []
    /// What its cells come to.
    public internal(set) var contents = ContentSum()
    /// The cells with a value that the sheet does not show: its format shows nothing, its letters are white on white, or merged cells lie over it.
    public internal(set) var hidden: [CellPosition] = []
    /// The cells of which the value was fetched from another workbook. The value that was kept is read; that workbook is not.
    public internal(set) var linked: [CellPosition] = []
    /// The cells with a value that lies over the cells to the right of them, with which they are merged.
    public internal(set) var across: [CellPosition] = []
    /// Whether the program fetches all of it from another file, of which it kept what it read last.
    public internal(set) var isLinked = false
    /// Whether a box with text lies over the cells. What it says is not read.
    public internal(set) var hasTextBox = false
    /// What stands above and below the pages that are printed, without numbers of pages and the like, in pieces.
    public internal(set) var pageTexts: [String] = []
}

/// A cell of a table that was read from a sheet.
public struct CellPosition: Hashable, Sendable, Comparable {
    /// The record, from 0.
    public let record: Int
    /// The field, from 0.
    public let field: Int

    /// The cell at `field` of `record`.
    public init(record: Int, field: Int) {
        self.record = record
        self.field = field
    }

    /// Cells come row by row.
    public static func < (one: CellPosition, other: CellPosition) -> Bool {
        one.record == other.record ? one.field < other.field : one.record < other.record
    }
}

/// A sheet as the workbook lists it.
public struct SheetListing: Hashable, Sendable {
    /// The name on its tab.
    public let name: String
    /// Whether its tab is hidden. It can be read as any other.
    public let isHidden: Bool
}
