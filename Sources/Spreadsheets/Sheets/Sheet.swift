import CLibXlsxWriter
import Glibc
import Plumbing

/// A sheet being written, from the top row down.
///
/// Rows and columns count from 0. Within a row the cells may come in any order; a row that was left cannot be written again,
/// as it is in a temporary file already and takes no memory any more. Column widths and styles come before the rows; filters,
/// charts, printing and rules may come at any time.
///
/// **Threads.** One sheet belongs to one thread at a time, but different sheets of a file may be written at the same time,
/// rows and settings alike. All that libxlsxwriter shares between the sheets of a file that keeps rows in temporary files are
/// the numbers of the styles, and those are given when a style is registered. What touches the file as a whole (the active
/// sheet, charts, filters) is kept here until the file is closed. Registering styles, adding sheets and closing are for the
/// thread that owns the file.
public final class Sheet: @unchecked Sendable {
    /// The sheet's name.
    public let name: String
    /// How much the sheet may hold.
    public let limits: SheetLimits
    /// What was replaced on this sheet.
    public internal(set) var replacements = Replacements()

    /// Which file the sheet belongs to.
    let file: UInt64
    let scratch = TextBuffer()
    /// Where rows gather before they go to the temporary file. C's own 4 kilobytes cost a fifth of the writing time.
    private let rowBuffer: UnsafeMutablePointer<CChar>
    private static let rowBufferSize = 1 << 16
    /// `nil` once the file is closed.
    private var worksheet: UnsafeMutablePointer<lxw_worksheet>?
    private var currentRow = -1

    // Applied when the file is closed, as they touch more than the sheet or need its last row.
    var filter: CellRange?
    var table: (range: CellRange, name: String, headings: [String])?
    var charts: [PlacedChart] = []
    var linkedSheets: Set<String> = []
    var isActive = false
    var isHidden = false

    /// The texts and numbers that were written, in their order, once ``keepTexts()`` was called.
    public private(set) var texts: [String]?

    /// What the cells come to; nil where nobody asked for it.
    public internal(set) var contents: ContentSum?

    /// How high the rows are together whose height was set, in points.
    public internal(set) var heightOfSetRows = 0.0

    /// The shapes of formulas that were found sound.
    var soundShapes = FormulaShapes()

    var linkCount = 0
    var inputRuleCount = 0
    var repeatedRows: ClosedRange<Int>?
    var repeatedColumns: ClosedRange<Int>?

    init(name: String, worksheet: UnsafeMutablePointer<lxw_worksheet>, file: UInt64, limits: SheetLimits) {
        self.name = name
        self.worksheet = worksheet
        self.file = file
        self.limits = limits
        rowBuffer = .allocate(capacity: Self.rowBufferSize)
        if let file = worksheet.pointee.optimize_tmpfile { setvbuf(file, rowBuffer, _IOFBF, Self.rowBufferSize) }
    }

    /// Keeps the texts and numbers that are written from now on, for whoever must know them again.
    public func keepTexts() { texts = [] }

    /// Keeps `text` where that is asked.
    func keep(_ text: @autoclosure () -> String) {
        if texts != nil { texts?.append(text()) }
    }

    /// How many rows fit; a longer table goes on in another sheet.
    public var maximumRows: Int { limits.rows }

    /// How many rows were begun so far: the number of the next free row.
    public var rowCount: Int { currentRow + 1 }

    /// The sheet for C, while the file is open.
    var open: UnsafeMutablePointer<lxw_worksheet> {
        guard let worksheet else { preconditionFailure("A sheet cannot be written after its file was closed.") }
        return worksheet
    }

    /// Called when the file goes; the sheet cannot be written any more.
    func detach() { worksheet = nil }

    /// Called when the temporary file is closed for sure; one that libxlsxwriter left open still points to the buffer.
    func freeRowBuffer() { rowBuffer.deallocate() }

    /// Goes to a cell: checks its place and its style, and gives the sheet for C.
    func enter(
        _ row: Int, _ column: Int, _ style: StyleID?
    ) throws(SpreadsheetError) -> UnsafeMutablePointer<lxw_worksheet> {
        if row != currentRow { try enterRow(row) }
        guard column >= 0, column < limits.columns else {
            throw .columnOutOfRange(sheet: name, column: column, columns: limits.columns)
        }
        if let style { precondition(style.file == file, "A style belongs to the file that registered it.") }
        return open
    }

    /// Goes to a row: checks that it exists and comes after the last one, and that numbers are still written with a point.
    func enterRow(_ row: Int) throws(SpreadsheetError) {
        guard row >= 0, row < limits.rows else { throw .rowOutOfRange(sheet: name, row: row, rows: limits.rows) }
        guard row >= currentRow else { throw .rowOutOfOrder(sheet: name, row: row, after: currentRow) }
        try LocaleDecimalPoint.requirePoint()
        currentRow = row
    }

    /// Checks that the whole range lies on the sheet.
    func require(_ range: CellRange) throws(SpreadsheetError) {
        if range.rows.upperBound >= limits.rows {
            throw .rowOutOfRange(sheet: name, row: range.rows.upperBound, rows: limits.rows)
        }
        if range.columns.upperBound >= limits.columns {
            throw .columnOutOfRange(sheet: name, column: range.columns.upperBound, columns: limits.columns)
        }
    }

    func place(_ row: Int, _ column: Int) -> CellPlace { CellPlace(sheet: name, row: row, column: column) }

    func record(_ kinds: ReplacementKinds, _ place: Replacement.Place, row: Int? = nil, column: Int? = nil) {
        guard !kinds.isEmpty else { return }
        replacements.record(
            kinds, place, sheet: name, row: row, column: column, limit: limits.listedReplacements)
    }
}
