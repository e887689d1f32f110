import SocialReturnModel
import WorksheetReading

/// The notes that this program writes at cells of the feedback.
///
/// When the workbook comes back they say nothing new, as long as nobody wrote in them: their author holds a fingerprint of what they say.
/// LibreOffice leaves authors out: in a file that it saved a note is ours as long as it ends as ours do. So is one of an earlier version,
/// whose authors held another fingerprint.
public enum OwnNotes {
    /// How the last line of a note begins.
    public static let lastLine = Text(nl: "Zo lost u het op:", en: "How to solve it:")
    private static let name = "maatwerk"
    /// How many characters a fingerprint had.
    private static let lengthBefore = 8

    /// Who a note with `text` is said to be by.
    public static func author(of text: String) -> String { "\(name) \(OwnTexts.fingerprint(of: text))" }

    /// Whether a note by `author` is one of this program that says what it said.
    static func isUntouched(author: String, text: String) -> Bool {
        if author == Self.author(of: text) { return true }
        let isOfEarlierVersion = author.hasPrefix(name) && author.utf8.count == name.utf8.count + 1 + lengthBefore
        guard isOfEarlierVersion || author.allSatisfy(\.isWhitespace),
            let last = text.split(whereSeparator: \.isNewline).last
        else { return false }
        return Language.allCases.contains { last.hasPrefix(lastLine[$0]) }
    }
}

/// The texts that this program writes on sheets for people: what else stands there when they come back, somebody typed.
public enum OwnTexts {
    /// What stands before the fingerprints on the template's sheet with the explanation, in one cell of a hidden column.
    public static let templateMark = "maatwerk-sjabloon/1"

    /// The cell with the fingerprints of `texts`, for the template.
    public static func templateCell(_ texts: [String]) -> String {
        ([templateMark] + Set(texts.map(fingerprint)).sorted()).joined(separator: " ")
    }

    /// The fingerprints in the cell of a template; nil for any other text.
    static func prints(inTemplateCell text: String) -> Set<String>? {
        let words = text.split(separator: " ")
        return words.first.map(String.init) == templateMark ? Set(words.dropFirst().map(String.init)) : nil
    }

    /// What stands at the foot of the pages of the report and the feedback, before the version.
    public static let ruleSetOnPages = Text(nl: " · regelset ", en: " · rule set ")
    /// How the note at the foot of a page begins that says how many rows or columns are printed.
    public static let firstOnPages = Text(nl: " · de eerste ", en: " · the first ")
    /// What stands above pages that do not have all rows.
    public static let notAllOnPages = Text(
        nl: "Niet alle rijen staan op papier. Wis het afdrukbereik om alles af te drukken.",
        en: "Not all rows are on paper. Clear the print area to print all.")
    /// The name of the template, which stands at the foot of its pages, with that of the supplier behind it.
    public static let templateOnPages = Text(nl: "Sjabloon social return", en: "Social return template")

    /// Whether this program wrote `text` above or below printed pages. LibreOffice writes the blanks at the ends of a piece as elements of their own.
    static func isOnPages(_ text: String) -> Bool {
        Language.allCases.contains { language in
            text.contains(ruleSetOnPages[language].trimmingBlanks)
                || text.contains(firstOnPages[language].trimmingBlanks)
                || text == notAllOnPages[language] || text.hasPrefix(templateOnPages[language])
        }
    }

    /// The cells of the first `count` records of `sheet` of which the text has none of the fingerprints in `own`. A formula without a result, or
    /// that lost what it refers to, is nobody's text.
    static func typed(on sheet: Worksheet, _ own: Set<String>, records count: Int? = nil) -> [String] {
        let (cells, uncomputed) = (sheet.cells, Set(sheet.uncomputed))
        var typed: [String] = []
        for record in 0..<min(count ?? cells.recordCount, cells.recordCount) {
            for field in 0..<cells.fieldCount(of: record) {
                let text = cells.text(record, field).trimmingBlanks
                let isError = cells.withCell(record, field) { CellReader.isExcelError($0) }
                guard !text.isEmpty, !isError, !uncomputed.contains(CellPosition(record: record, field: field)),
                    !own.contains(fingerprint(of: text)), !text.hasPrefix(templateMark), !HeadingMap.isNoHeading(text)
                else { continue }
                typed.append("\(OriginalSubmissionForm.letters(field))\(cells.row(of: record))")
            }
        }
        return typed
    }

    /// What tells `text` from others: all of it but blanks and line ends, which programs write each in their own way. Digits count only where
    /// there is nothing else: a formula that names a cell names another one when rows were sorted.
    public static func fingerprint(of text: String) -> String {
        var text = text
        let hash = text.withUTF8 { bytes in
            var (all, letters, holdsLetters) = (WordHash.start, WordHash.start, false)
            for byte in bytes where byte > 0x20 {
                all = WordHash.add(byte, to: all)
                guard byte &- 0x30 > 9 else { continue }
                letters = WordHash.add(byte, to: letters)
                holdsLetters = true
            }
            return holdsLetters ? letters : all
        }
        // Letters only: no number of anybody is found in it.
        return String(
            decoding: stride(from: 60, through: 0, by: -4).map { UInt8(ascii: "a") + UInt8(hash >> UInt64($0) & 15) },
            as: UTF8.self)
    }
}
