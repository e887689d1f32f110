import Intake
import SocialReturnModel

/// The words of all findings of one rule, in one wording, on one column of one table: what is the same in each of them is filled in
/// already. A file with a million findings is written with some dozens of these.
public struct FindingWords: Sendable {
    /// A part of a sentence.
    public enum Part: Sendable, Hashable {
        /// Words that are the same in every finding.
        case words(String)
        /// The cell as written, shortened.
        case value
        /// What the check found.
        case detail
        /// The row as a spreadsheet program shows it.
        case row
        /// The value that was read from the cell.
        case read
        /// A value that can stand in the cell.
        case example
        /// The code that may be meant.
        case code
    }

    /// The file, as it may be shown.
    public let fileName: String
    /// The column's name, when the findings are about one.
    public let column: String?
    /// What was seen.
    public let message: [Part]
    /// What to do.
    public let remedy: [Part]
}

extension FindingText {
    /// The words that this finding has in common with all others of its rule, wording, table and column; see ``isAboutAFile``.
    public func words(_ language: Language) -> FindingWords {
        let wording = MessageTemplate.wordings(language, onSheets: isOnSheets, for: reader)[finding.rule]
        let parts = { (template: MessageTemplate) in
            template.parts { slot in
                switch slot {
                case .value: .value
                case .detail: .detail
                case .row: .row
                case .read: .read
                case .example where descriptor?.kind == .period: .example
                case .code: .code
                case .column, .file, .choices, .bounds, .fitting, .meaning, .example: .words(fill(slot, language))
                }
            }
        }
        return FindingWords(
            fileName: fileName, column: column, message: parts(wording.message(finding.variant)),
            remedy: parts(wording.remedy(finding.variant)))
    }

    /// The text of a part of ``words(_:)``.
    public func text(_ part: FindingWords.Part, _ language: Language) -> String {
        switch part {
        case .words(let words): words
        case .value: fill(.value, language)
        case .detail: fill(.detail, language)
        case .row: fill(.row, language)
        case .read: fill(.read, language)
        case .example: fill(.example, language)
        case .code: fill(.code, language)
        }
    }

    /// Whether the finding is about a file that is no table, so that its words are its own.
    public var isAboutAFile: Bool { indexOfFile != nil }

    /// The most bytes of a cell that a message always shows as they are, when all of them are plain.
    public static var plainLength: Int { longest }
}
