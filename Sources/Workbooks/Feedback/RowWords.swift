import Assessments
import Intake
import Plumbing
import Rules
import SocialReturnModel
import Spreadsheets

/// The words beside a row and in the notes at its cells: what, where, why and how to mend it.
struct RowWords: Bilingual {
    private let feedback: Feedback
    private let source: SourceTable
    /// Whether the whole table is set aside, which stands above its rows.
    private let isTableSetAside: Bool
    private static let names = PerRule { $0.facts.name }
    /// How many findings of each rule were described so far.
    private var described: [Int]

    /// How many cells of a sheet have a note. A note costs as much as a row of cells, and the row says the same.
    static let notesPerSheet = 500

    /// How many findings of one rule are shown with all their words; what comes after has the rule's name, so that a file full of
    /// errors costs no more than its rows.
    private static let fullWordsPerRule = FindingSelection.standardLimit
    /// How many findings of one row, and of one cell, are shown.
    private static let findingsPerRow = 6, findingsPerCell = 2

    init(_ feedback: Feedback, _ source: SourceTable, isSetAside: Bool) {
        self.feedback = feedback
        self.source = source
        isTableSetAside = isSetAside
        described = Array(repeating: 0, count: Catalogue.positionCount)
    }

    var language: Language { feedback.language }

    /// What to do about the findings of a row, one line each, and how serious the worst is.
    ///
    /// - Parameter answers: what the supplier answered before. One that stood where a correction is asked is read back, so that nobody
    ///   thinks that it changed a value.
    mutating func row(
        _ findings: [Int], isSetAside: Bool, isOfAnother: Bool, _ answers: [Answer]
    ) -> (text: String, severity: Severity) {
        let language = feedback.language
        var lines: [String] = []
        var worst = findings.map { feedback.finding($0).severity }.max() ?? .signal
        if isSetAside {
            let isExplained = worst == .error || isTableSetAside || !findings.isEmpty
            lines.append(
                OriginalSubmissionForm.rowDoesNotCount[language]
                    + (isExplained
                        ? "" : words(" Uw contractmanager weet waarom.", " Your contract manager knows why.")))
        }
        lines += answers.filter(\.isFromCorrection).map { answer in
            let text = Self.shortened(answer.text)
            return "\(OriginalSubmissionForm.answerIsRead[language]) "
                + words(
                    "'\(text)' als uw antwoord; de waarde blijft staan.", "'\(text)' as your answer; the value stays.")
                + (worst == .error
                    ? words(
                        " Moet er iets anders staan? Zet dan alleen de nieuwe waarde in 'Correctie', zonder uitleg.",
                        " Should it be something else? Then put only the new value in 'Correction', without an explanation."
                    )
                    : "")
        }
        if isOfAnother {
            worst = max(worst, .warning)
            lines.append(
                "\(Severity.warning.task[language])\(words(ofColumn: "contractnummer")): "
                    + words(
                        "dit contract staat in het contractregister op een ander KvK-nummer. Klopt het contractnummer?",
                        "in the contract register this contract has another KvK number. Is the contract number right?"))
        }
        for position in findings.prefix(Self.findingsPerRow) {
            let finding = feedback.finding(position)
            let rule = Int(finding.rule)
            described[rule] += 1
            let column = source.name(of: finding.place.column).map(words(ofColumn:)) ?? ""
            if described[rule] <= Self.fullWordsPerRule {
                let shown = feedback.assessment.describe(finding, language, isOnSheets: true)
                lines.append(
                    "\(finding.severity.task[language])\(column): \(shown.message) \(shown.remedy)\(point(position))")
            } else {
                lines.append(
                    "\(finding.severity.task[language])\(column): \(Self.names[finding.rule][language])\(point(position))"
                )
            }
        }
        let rest = findings.count - Self.findingsPerRow
        if rest > 0 { lines.append("\(OriginalSubmissionForm.further[language]) \(words("\(rest)", "\(rest) more"))") }
        return (lines.joined(separator: "\n"), worst)
    }

    /// The name of a column behind what is to be done about it.
    private func words(ofColumn name: String) -> String { ", " + FindingText.columnWords(name)[language] }

    /// The number that a cause has in the letter and on the first sheet.
    private func point(_ position: Int) -> String {
        feedback.view.number(of: position).map { words(" (punt \($0))", " (point \($0))") } ?? ""
    }

    /// `text` on one line, and no longer than a line can bear.
    private static func shortened(_ text: String) -> String {
        let words = text.words.joined(separator: " ")
        return words.count <= longestAnswer ? words : words.prefix(longestAnswer - 1) + "…"
    }

    private static let longestAnswer = 60

    /// The note at the cell of `column` in the row called `row`: what was seen, why it matters, and how to mend it. It names the row, as not
    /// every program takes notes along when rows are sorted.
    func note(_ findings: [Int], at column: ColumnReference, of row: RowLabel) -> Note {
        let heading = Text(
            nl: "\(OriginalSubmissionForm.rowHeading) \(row.text)",
            en: "\(OriginalSubmissionForm.rowHeadingInEnglish) \(row.text)")
        return note(findings.filter { feedback.finding($0).place.column == column }, heading[language])
    }

    /// The note about `own` findings of one cell, below the `heading` if there is one.
    func note(_ own: [Int], _ heading: String? = nil) -> Note {
        let language = feedback.language
        var paragraphs: [String] = heading.map { [$0] } ?? []
        for position in own.prefix(Self.findingsPerCell) {
            let finding = feedback.finding(position)
            let shown = feedback.assessment.describe(finding, language, isOnSheets: true)
            paragraphs.append(
                """
                \(finding.severity.task[language]): \(shown.rule.name[language])
                \(shown.message)
                \(words("Waarom:", "Why:")) \(shown.rule.why[language])
                \(OwnNotes.lastLine[language]) \(shown.remedy)
                """)
        }
        let text = paragraphs.joined(separator: "\n\n")
        let lines = WrappedText.lines(text, width: Self.noteWidth)
        return Note(
            text, author: OwnNotes.author(of: text), width: Self.notePixels, height: min(600, 18 * lines + 24))
    }

    /// The width of a note, in characters and in pixels.
    private static let noteWidth = 50.0, notePixels = 360
}
