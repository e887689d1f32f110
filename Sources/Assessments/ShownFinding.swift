import Intake
import Parameters
import Rules
import SocialReturnModel

/// A finding with its words: what every text, sheet and file shows of it.
public struct ShownFinding: Sendable {
    /// The rule's facts.
    public var rule: RuleMetadata {
        _read { yield entry.facts }
    }
    let entry: CatalogueEntry
    /// How much it matters.
    public let severity: Severity
    /// The file, as it may be shown.
    public let file: String
    /// The file with its sheet, in words: `sjabloon.xlsx, blad Inzet`.
    public let shownFile: String
    /// The cell, row or column on its sheet, as formulas write it: `Inzet!F14`; nil for a file of text, and for a whole table.
    public let cell: String?
    /// The row as a spreadsheet program shows it; nil for a whole file, column or submission.
    public let row: Int?
    /// The physical line on which the record or the damage begins; nil as `row` is.
    public let line: Int?
    /// The column's name, when the finding is about one.
    public let column: String?
    /// The cell as written, masked where a privacy rule refuses it; nil when the finding is about no cell.
    public let value: String?
    /// What was seen.
    public let message: String
    /// What to do.
    public let remedy: String
    /// What the supplier answered, in feedback that came back; nil without an answer.
    public let answer: String?
    /// The address of the rule's first source, when it has one.
    public let source: String?
}

extension Assessment {
    /// The words for `finding`.
    ///
    /// - Parameters:
    ///   - finding: a finding of this assessment.
    ///   - language: the language of the words.
    ///   - isOnSheets: whether tables are named by their sheets, as in the feedback; nil where the delivery tells.
    ///   - reader: who reads the words.
    public func describe(
        _ finding: Finding, _ language: Language, isOnSheets: Bool? = nil, for reader: FindingReader = .supplier
    ) -> ShownFinding {
        let entry = Catalogue.entry(at: finding.rule)
        let text = FindingText(finding, context, findings, isOnSheets: isOnSheets, for: reader)
        return ShownFinding(
            entry: entry, severity: finding.severity, file: text.fileName,
            shownFile: text.shownFile[language], cell: text.cell,
            row: text.row, line: text.line, column: text.column, value: text.value,
            message: text.message(language), remedy: text.remedy(language), answer: text.answer,
            source: entry.facts.sources.first.flatMap { SourceRegister.builtIn[$0]?.url })
    }
}
