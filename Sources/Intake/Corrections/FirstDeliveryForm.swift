import DelimitedText
import SocialReturnModel

/// How the feedback to a supplier carries what was first delivered, on a hidden sheet, and what its own columns are called. The workbook
/// that is sent back tells by itself what was changed.
///
/// Row 1 names the form and row 2 has headings. Then come facts, with an empty first cell: `inzending` with the submission's name, and
/// each file with its SHA-256. Then the records: the sheet, the row in the delivery, the marked fields, and the cells with
/// ``separator`` between them, which programs for ODS keep too, as they do not keep control characters. What is longer than
/// ``longestText`` goes on in the next columns. The headings of a file are a record too.
public enum OriginalSubmissionForm {
    /// The name of the hidden sheet.
    public static let sheetName = "Eerste levering"
    /// What stands in its first cell.
    public static let name = "maatwerk-eerste-levering/1"
    /// The headings of its columns.
    public static let headings = ["blad", "rij", "gemarkeerd", "tekst"]
    /// The column in which the text of a record begins, from 0.
    public static let textColumn = headings.count - 1
    /// The fact that names the submission.
    public static let submissionFact = "inzending"
    /// Stands between the cells of a record: a bar.
    public static let separator = UInt8(ascii: "|")
    /// Stands before a bar or a backslash that belongs to a cell: a backslash.
    public static let escape = UInt8(ascii: "\\")
    /// Stands between the numbers of the marked fields, which count from 0.
    public static let markSeparator: Character = ","
    /// The longest part of a record in one cell, in UTF-16 units.
    public static let longestText = 32_000
    /// The longest text of a cell on a sheet with rows, in UTF-16 units: Excel's limit. Longer ones are cut there.
    public static let longestCell = 32_767

    /// The columns before the supplier's own, on each sheet with its rows: what to mend, the correction, the answer, the row in the delivery.
    public static let tasksHeading = "Te repareren", correctionHeading = "Correctie", answerHeading = "Uw antwoord",
        rowHeading = "Rij"
    /// What the column with answers is called in English.
    public static let answerHeadingInEnglish = "Your answer"
    /// What the last of them is called in English.
    public static let rowHeadingInEnglish = "Row"
}

extension OriginalSubmissionForm {
    /// What the columns before the supplier's own are called, each in every language, folded.
    static let leadingHeadings = [
        [tasksHeading], [correctionHeading], [answerHeading, answerHeadingInEnglish],
        [rowHeading, rowHeadingInEnglish],
    ].map { $0.map(FoldedName.fold) }

    /// Whether a sheet is one of the feedback by its headings, whatever else is left of the workbook. One of them alone can be a
    /// supplier's own.
    static func isFeedback(_ cells: DelimitedTable) -> Bool {
        (0..<min(cells.recordCount, HeadingSearch.depth)).contains { record in
            let names = Set((0..<cells.fieldCount(of: record)).map { FoldedName.fold(cells.text(record, $0)) })
            return leadingHeadings.count { $0.contains(where: names.contains) } >= 2
        }
    }
}
