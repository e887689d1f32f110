/// How much of a workbook is read. The archive around it has limits of its own; these are for what a few bytes can stand for: a cell that
/// is repeated a million times, or a long text to which every cell refers.
public struct WorkbookLimits: Sendable, Hashable {
    /// The most sheets.
    public var sheets = 512
    /// The last row that a sheet has in Excel and in LibreOffice.
    public var rows = 1_048_576
    /// The last column that a sheet has in Excel and in LibreOffice.
    public var columns = 16_384
    /// The most cells of all sheets that are read, with the gaps between them: a full sheet with the widest table of the template.
    public var cells = 32 << 20
    /// The most bytes of text in those cells: eight for each.
    public var textBytes = 256 << 20
    /// The most bytes of the texts that cells refer to.
    public var sharedTextBytes = 256 << 20

    /// The limits that are in force unless a test says otherwise.
    public init() {}
}
