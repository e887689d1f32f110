import DelimitedText

/// A table as it came in, in a file of its own or on a sheet.
struct InputTable {
    /// The file.
    let file: SourceFile
    /// The sheet; nil for a file of text.
    var sheet: SheetFacts?
    /// The cells.
    let cells: DelimitedTable
    /// What was changed on the sheet, when it is one of feedback that came back.
    var correction: SheetChanges?
}
