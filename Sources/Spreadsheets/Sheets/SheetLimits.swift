/// How much a sheet may hold. Tests make it small; programs take ``excel``.
public struct SheetLimits: Hashable, Sendable {
    /// Rows a sheet.
    public var rows: Int
    /// Columns a sheet.
    public var columns: Int
    /// Length of a cell's text in UTF-16 units, which is how Excel counts.
    public var textLength: Int
    /// Links a sheet.
    public var links: Int
    /// Input rules a sheet. libxlsxwriter 1.1.4 counts them in one byte: the 256th would make all of them vanish.
    public var inputRules: Int
    /// How many replacements of a sheet are listed one by one; all of them are counted.
    public var listedReplacements: Int

    /// Limits of one's own, never above those of Excel.
    public init(
        rows: Int = 1_048_576, columns: Int = 16_384, textLength: Int = 32_767, links: Int = 65_530,
        inputRules: Int = 255, listedReplacements: Int = 1_000
    ) {
        precondition(
            (1...1_048_576).contains(rows) && (1...16_384).contains(columns) && (1...32_767).contains(textLength)
                && (0...65_530).contains(links) && (0...255).contains(inputRules) && listedReplacements >= 0,
            "Limits may be tighter than Excel's, not wider.")
        self.rows = rows
        self.columns = columns
        self.textLength = textLength
        self.links = links
        self.inputRules = inputRules
        self.listedReplacements = listedReplacements
    }

    /// The limits of Excel and of libxlsxwriter.
    public static let excel = SheetLimits()
}
