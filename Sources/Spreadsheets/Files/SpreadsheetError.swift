import CLibXlsxWriter

/// A cell of a named sheet, for errors.
public struct CellPlace: Hashable, Sendable {
    /// The sheet's name.
    public let sheet: String
    /// The row, from 0.
    public let row: Int
    /// The column, from 0.
    public let column: Int
}

/// Why there is no workbook. The cases hold facts; sentences are made where they are shown.
public enum SpreadsheetError: Error, Hashable, Sendable {
    /// A sheet cannot have this name.
    case sheetName(String, SheetNameProblem)
    /// A defined name is refused.
    case definedName(String, DefinedNameProblem)
    /// A custom property has an empty name, or one that is taken or longer than 255 characters.
    case customProperty(String)

    /// The row does not exist on a sheet of so many rows.
    case rowOutOfRange(sheet: String, row: Int, rows: Int)
    /// The column does not exist on a sheet of so many columns.
    case columnOutOfRange(sheet: String, column: Int, columns: Int)
    /// Rows are written from the top; this one comes after a later one.
    case rowOutOfOrder(sheet: String, row: Int, after: Int)

    /// The formula is empty.
    case emptyFormula(CellPlace)
    /// The formula holds a character that XML does not know.
    case formulaForbiddenCharacter(CellPlace, Unicode.Scalar)
    /// Excel knows this function only by its name in the file, which has a prefix: `_xlfn.TEXTJOIN`.
    case formulaNeedsPrefix(CellPlace, function: String)

    /// A link goes to a sheet that the workbook does not have.
    case linkToMissingSheet(sheet: String, target: String)
    /// libxlsxwriter cannot write a link to a sheet with `#` in its name.
    case linkToNumberSign(sheet: String, target: String)

    /// A drop-down list has no items.
    case dropDownEmpty(sheet: String)
    /// The items of a drop-down list, with commas, take more than 255 bytes. Put them on a sheet and refer to that.
    case dropDownTooLong(sheet: String, bytes: Int)
    /// An item of a drop-down list is empty or holds a comma, a quotation mark or a control character.
    case dropDownItem(sheet: String, item: String)
    /// The formula or reference of a rule is empty, longer than 255 UTF-16 units, or not valid in XML.
    case ruleFormula(sheet: String, formula: String)
    /// There are more input rules on the sheet than libxlsxwriter can count. Use one rule for a range of cells.
    case tooManyInputRules(sheet: String, limit: Int)
    /// A limit of a rule is NaN or infinity.
    case ruleNotFinite(sheet: String)
    /// Header or footer is longer than 255 UTF-16 units, even with its texts cut.
    case headerTooLong(sheet: String, length: Int)
    /// Rows and columns repeated in print, with the sheet's name twice, take more than 127 bytes.
    case repeatedHeadingsTooLong(sheet: String, bytes: Int)

    /// A chart cannot be made.
    case chart(sheet: String, ChartProblem)

    /// The workbook has no sheet that can be seen.
    case noVisibleSheet
    /// The process writes numbers with another decimal sign, which would corrupt every number in the file.
    case decimalSign(String)
    /// The file cannot be made or put in its place; `errorNumber` is the system's `errno`.
    case cannotWrite(path: String, errorNumber: Int32)
    /// A temporary file failed, most often because the disk is full; `errorNumber` is the system's `errno`, or 0.
    case temporaryFile(errorNumber: Int32)
    /// The temporary directory has too little room to put the workbook together.
    case notEnoughSpace(needed: Int, available: Int)
    /// A part of the written file is shorter than what was put into it.
    case incomplete(part: String)
    /// libxlsxwriter refused, with its own number and the name of its function.
    case library(code: UInt32, function: String)
}

/// Why a chart cannot be made.
public enum ChartProblem: Hashable, Sendable {
    /// There are no series.
    case noSeries
    /// The alternative text is empty; a chart needs one.
    case noDescription
    /// A series refers to a sheet that the workbook does not have.
    case missingSheet(String)
    /// Cached values or categories are not as many as the cells they stand for.
    case cacheCount(expected: Int, found: Int)
    /// The number format is empty or longer than 127 bytes.
    case badFormat
}

/// Throws unless `error` says that all went well.
func check(_ error: lxw_error, _ function: StaticString) throws(SpreadsheetError) {
    guard error == LXW_NO_ERROR else {
        throw .library(code: error.rawValue, function: "\(function)")
    }
}
