import DelimitedText

/// A sheet that was read.
public struct Worksheet: Sendable {
    /// The cells as a table: a record for each row with a value, under the sheet's own row number. Field 0 is column A.
    public internal(set) var cells: DelimitedTable
    /// How many rows with a value are hidden. They are read as any other.
    public internal(set) var hiddenRows = 0
    /// How many columns with a value are hidden. They are read as any other.
    public internal(set) var hiddenColumns = 0
    /// How many cells hold a formula. Its last result is read; nothing is calculated.
    public internal(set) var formulas = 0
    /// The cells with a formula that has no result, in the order of the sheet. The formula stands in the cell instead.
    public internal(set) var uncomputed: [CellPosition] = []
}

/// A cell of a table that was read from a sheet.
public struct CellPosition: Hashable, Sendable {
    /// The record, from 0.
    public let record: Int
    /// The field, from 0.
    public let field: Int
}

/// A sheet as the workbook lists it.
public struct SheetListing: Hashable, Sendable {
    /// The name on its tab.
    public let name: String
    /// Whether its tab is hidden. It can be read as any other.
    public let isHidden: Bool
}
