import DelimitedText
import Plumbing
import SocialReturnModel
import WorksheetReading

/// How the feedback to a supplier carries what was first delivered, on a hidden sheet, and what its own columns are called. The workbook
/// that is sent back tells by itself what was changed.
///
/// Row 1 names the form and row 2 has headings. Then come facts, with an empty first cell: `inzending` with the submission's name, and
/// each file with its SHA-256; ``ownTextsFact`` with fingerprints of what stands on the sheet to read first; ``earlierFact`` for each delivery
/// before and ``changeFact`` for each change since, up to this one. Then the records, in the order of the delivery: the sheet, the row as ``RowLabel`` writes it, the marked fields, and the cells with
/// ``separator`` between them, which programs for ODS keep too, as they do not keep control characters. What is longer than
/// ``longestText`` goes on in the next columns. The headings of a file are a record too. A row that was made ready and lacks something has
/// ``proposal`` in place of its row, and after each other the names of its columns and what was filled in. A column that was added has
/// ``addedColumn`` there, and its name.
public enum OriginalSubmissionForm {
    /// The name of the hidden sheet.
    public static let sheetName = "Eerste levering"
    /// What stands in its first cell.
    public static let name = "maatwerk-eerste-levering/1"
    /// The headings of its columns.
    public static let headings = ["blad", "rij", "gemarkeerd", "tekst"]
    /// The column in which the text of a record begins, from 0.
    public static let textColumn = headings.count - 1
    /// Stands in place of the row of a record that was made ready.
    public static let proposal = "voorstel"
    /// Stands in place of the row of a record that names a column which was added.
    public static let addedColumn = "kolom"
    /// Stands beside a row that was made ready, where others have their number.
    public static let newRow = Text(nl: "nieuw", en: "new")
    /// What stands there for the row with `number`, from 1: each can be told from the others, and has its place back when the sheet was sorted.
    public static func labelOfNewRow(_ number: Int, _ language: Language) -> String { "\(newRow[language]) \(number)" }

    /// The number of a row that was made ready, by what stands beside it; nil for other rows. Feedback of before has no numbers there.
    static func numberOfNewRow(_ text: String) -> Int? {
        let words = text.words
        guard let word = words.first, [newRow.nl, newRow.en].contains(String(word)), words.count <= 2 else {
            return nil
        }
        return words.count == 1 ? 0 : Int(words[1])
    }
    /// The fact that names the submission.
    public static let submissionFact = "inzending"
    /// The fact that names a delivery before the one that the sheet holds: its digest, and what it was called.
    public static let earlierFact = "eerdere levering"
    /// The fact that tells a change of an earlier correction: the number of that correction, and ``Corrections/Change`` field by field.
    public static let changeFact = "wijziging"
    /// The fact that tells what this program wrote on ``firstSheet``: the fingerprints of those texts, with blanks between them.
    public static let ownTextsFact = "eigen teksten"
    /// The sheet that is to be read first.
    public static let firstSheet = "Lees dit eerst"
    /// Stands between the cells of a record: a bar.
    public static let separator = UInt8(ascii: "|")
    /// Stands before a bar or a backslash that belongs to a cell: a backslash.
    public static let escape = UInt8(ascii: "\\")
    /// Stands between the numbers of the marked fields, which count from 0.
    public static let markSeparator: Character = ","
    /// Stands between them where those before it hold an error and those behind it do not.
    public static let afterErrors = "!"
    /// The longest part of a record in one cell, in UTF-16 units.
    public static let longestText = 32_000
    /// The longest text of a cell on a sheet with rows, in UTF-16 units: Excel's limit. Longer ones are cut there.
    public static let longestCell = 32_767

    /// The columns before the supplier's own, on each sheet with its rows: what to mend, the correction, the answer, the row in the delivery.
    public static let tasksHeading = "Te herstellen", correctionHeading = "Correctie", answerHeading = "Uw antwoord",
        rowHeading = "Uw rij"
    /// What the column with tasks is called in English.
    public static let tasksHeadingInEnglish = "To correct"
    /// What it was called before. Feedback of then can still come back.
    static let earlierTasksHeading = "Te repareren"
    /// What the column with corrections is called in English.
    public static let correctionHeadingInEnglish = "Correction"
    /// What the column with answers is called in English.
    public static let answerHeadingInEnglish = "Your answer"
    /// What the last of them is called in English.
    public static let rowHeadingInEnglish = "Your row"
    /// What it was called before.
    static let earlierRowHeadings = ["Rij", "Row"]

    /// How the link back to ``firstSheet`` begins.
    static let backLink = "←"
    /// What stands in the column with tasks beside a row that is set aside.
    public static let rowDoesNotCount = Text(nl: "Deze rij telt nog niet mee.", en: "This row does not count yet.")
    /// How a line there begins that reads back an answer, and one that tells how many tasks there are besides.
    public static let answerIsRead = Text(nl: "Wij lezen", en: "We read"), further = Text(nl: "… en nog", en: "… and")
    /// How each line begins that this program writes there: the sign of how much a finding matters, or one of its own sentences.
    private static let beginningsOfTasks =
        [errorSign, "▲", "◆"]
        + [rowDoesNotCount.nl, rowDoesNotCount.en, "\(answerIsRead.nl) '", "\(answerIsRead.en) '"]
        + ["\(further.nl) ", "\(further.en) "]

    /// The sign of a finding that is an error.
    private static let errorSign = "●"

    /// The columns that `text`, which stands in the column with tasks, names as this program does: the sign, the word for how much it matters, a
    /// comma, and `kolom` with the name before a colon. Nil when it says that there is more than it tells.
    static func columns(inTasks text: String) -> [(name: String, isError: Bool)]? {
        var columns: [(name: String, isError: Bool)] = []
        for line in text.split(whereSeparator: \.isNewline) {
            if line.hasPrefix(further.nl) || line.hasPrefix(further.en) { return nil }
            guard let colon = line.firstIndex(of: ":"), let comma = line[..<colon].firstIndex(of: ",") else { continue }
            let words = line[line.index(after: comma)..<colon].split(separator: " ")
            guard words.count == 2, words[0] == "kolom" || words[0] == "column",
                beginningsOfTasks.contains(where: line.hasPrefix)
            else { continue }
            columns.append((String(words[1]), line.hasPrefix(errorSign)))
        }
        return columns
    }

    /// The lines of `text`, which stands in the column with tasks, that this program did not write.
    static func typedLines(inTasks text: String) -> String {
        text.split(whereSeparator: \.isNewline).map { String($0).trimmingBlanks }
            .filter { line in !line.isEmpty && !beginningsOfTasks.contains(where: line.hasPrefix) }
            .joined(separator: "\n")
    }
}

extension OriginalSubmissionForm {
    /// How many columns stand before the supplier's own.
    public static let leadingColumns = 4
    /// The row of the headings, and that of the first row, from 0.
    public static let headingRow = 3, firstRow = 4
    /// How many rows a sheet holds before it goes on in a next part.
    public static let rowsPerSheet = 1_048_576 - firstRow - 1
    /// How many of the supplier's columns a sheet shows.
    public static let mostColumns = 400

    /// The letters above `column` of a sheet, from 0.
    public static func letters(_ column: Int) -> String { CellAddress.letters(of: column) }
}

extension OriginalSubmissionForm {
    /// What the columns before the supplier's own are called, each in every language, folded.
    static let leadingHeadings = [
        [tasksHeading, tasksHeadingInEnglish, earlierTasksHeading],
        [correctionHeading, correctionHeadingInEnglish], [answerHeading, answerHeadingInEnglish],
        [rowHeading, rowHeadingInEnglish] + earlierRowHeadings,
    ].map { $0.map(FoldedName.fold) }

    /// Whether a sheet is one of the feedback by its headings, whatever else is left of the workbook. One of them alone can be a
    /// supplier's own.
    static func isFeedback(_ cells: DelimitedTable) -> Bool {
        (0..<min(cells.recordCount, HeadingSearch.depth)).contains { isHeading($0, of: cells) }
    }

    /// Whether `record` has headings of the feedback.
    static func isHeading(_ record: Int, of cells: DelimitedTable) -> Bool {
        let names = Set((0..<cells.fieldCount(of: record)).map { FoldedName.fold(cells.text(record, $0)) })
        return leadingHeadings.count { $0.contains(where: names.contains) } >= 2
    }
}
