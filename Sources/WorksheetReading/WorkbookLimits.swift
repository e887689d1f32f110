import Archives

/// How much of a workbook is read. The archive around it has limits of its own; these are for what a few bytes can stand for: a cell that
/// is repeated a million times, or a long text to which every cell refers.
///
/// Those that grow do so with the bytes of the delivery as they are packed. They were measured on tables of 100,000 rows, made up at random and
/// as dull as can be (only a number differs from row to row), as LibreOffice and openpyxl write them; each is at least twice what the worst of
/// them asks.
public struct WorkbookLimits: Sendable, Hashable {
    /// The most sheets. The template has a dozen; workbooks with a sheet for each week or participant have hundreds.
    public var sheets = 512
    /// The last row that a sheet has in Excel and in LibreOffice.
    public var rows = 1_048_576
    /// The last column that a sheet has in Excel and in LibreOffice.
    public var columns = 16_384
    /// The most cell formats that Excel knows.
    public var styles = 65_536

    /// The most elements, attributes and pieces of text in the XML that is read, at some 100 ns each. A dull ODS has
    /// seven to a packed byte.
    public var nodes = GrowingLimit(base: 4 << 20, factor: 16, most: 600 << 20)
    /// The most rows with a value on all sheets that are read. A packed row takes three bytes at least.
    public var rowsInAll = GrowingLimit(base: 1 << 17, factor: 1, most: 8 << 20)
    /// The most cells of all sheets that are read, with the gaps between them. A dull row has a cell or two to a packed byte; a table of a hundred
    /// columns, of which the last one is filled, has five. At most a full sheet with the widest table of the template.
    public var cells = GrowingLimit(base: 2 << 20, factor: 8, most: 32 << 20)
    /// The most bytes of text in those cells, where a shared or repeated text counts in each cell that shows it. A dull row has eleven to a
    /// packed byte, and twenty-five with a long remark in every row.
    public var textBytes = GrowingLimit(base: 16 << 20, factor: 64, most: 256 << 20)
    /// The most bytes of the texts that cells refer to.
    public var sharedTextBytes = GrowingLimit(base: 16 << 20, factor: 64, most: 256 << 20)

    /// The most attributes of one element, declarations of namespaces among them. libxml2 compares each with all before it. Elements of
    /// LibreOffice have up to a hundred.
    public var attributes = 256
    /// The most namespaces in force at one place; each prefix is looked up among all of them. LibreOffice declares forty.
    public var namespaces = 128
    /// How deep elements may lie within each other, as in libxml2 itself.
    public var depth = 256
    /// The most bytes of one tag, comment or CDATA section. A cell holds 32,767 characters, each of which may be written as `&quot;`.
    public var markupBytes = 256 << 10

    /// The limits that are in force unless a test says otherwise.
    public init() {}
}

/// A limit that a workbook passes, with its value for this delivery.
public enum PassedLimit: Hashable, Sendable {
    /// More sheets than this.
    case sheets(Int)
    /// A row with a higher number than this.
    case rows(Int)
    /// A column beyond this one, counted from 1.
    case columns(Int)
    /// More cell formats than this.
    case styles(Int)
    /// More elements, attributes and pieces of text than this.
    case nodes(Int)
    /// More rows with a value than this on all sheets together.
    case rowsInAll(Int)
    /// More cells than this on all sheets together, with the gaps between them and what merged cells cover.
    case cells(Int)
    /// More bytes of text than this in all cells together.
    case textBytes(Int)
    /// More bytes of texts than this to which cells refer.
    case sharedTextBytes(Int)
    /// An element with more attributes than this.
    case attributes(Int)
    /// More namespaces than this at one place.
    case namespaces(Int)
    /// Elements deeper within each other than this.
    case depth(Int)
    /// A tag, comment or CDATA section of more bytes than this.
    case markupBytes(Int)

    /// The value of the limit.
    public var value: Int {
        switch self {
        case .sheets(let value), .rows(let value), .columns(let value), .styles(let value), .nodes(let value),
            .rowsInAll(let value), .cells(let value), .textBytes(let value), .sharedTextBytes(let value),
            .attributes(let value), .namespaces(let value), .depth(let value), .markupBytes(let value):
            value
        }
    }
}
