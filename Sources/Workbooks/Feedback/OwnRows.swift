import Intake
import SocialReturnModel
import Spreadsheets

/// What stands on every sheet with rows of the supplier: the columns before its own, and what they say of themselves.
enum OwnRows {
    /// Adds what the columns for corrections and answers say, from the first row up to `end`.
    static func addHints(to sheet: Sheet, before end: Int, _ language: Language) throws(SpreadsheetError) {
        guard end > SheetRange.firstRow else { return }
        let rows = SheetRange.firstRow...end - 1
        try sheet.inputRule(correctionHint(language), for: CellRange(rows: rows, column: 1))
        try sheet.inputRule(answerHint(language), for: CellRange(rows: rows, column: 2))
        // At a heading, as a note there would be two more parts of the file for each sheet.
        let heading = SheetRange.headingRow...SheetRange.headingRow
        try sheet.inputRule(
            hint(OriginalSubmissionForm.tasksHeading, OriginalSubmissionForm.tasksHeadingInEnglish, taskHint, language),
            for: CellRange(rows: heading, column: 0))
        try sheet.inputRule(
            hint(OriginalSubmissionForm.rowHeading, OriginalSubmissionForm.rowHeadingInEnglish, rowHint, language),
            for: CellRange(rows: heading, column: 3))
    }

    /// How many rules of a sheet these hints take.
    static let hintCount = 4

    private static let taskHint = Text(
        nl: "Wat er met deze rij moet gebeuren. Is de cel leeg? Dan hoeft u aan deze rij niets te doen.",
        en: "What this row needs. Is the cell empty? Then this row needs nothing.")
    private static let rowHint = Text(
        nl: "Het nummer van de rij in wat u instuurde. U mag sorteren: het nummer gaat mee. Laat deze kolom staan.",
        en: "The number of the row in what you sent. You may sort: the number goes along. Leave this column as it is.")

    private static func hint(_ nl: String, _ en: String, _ text: Text, _ language: Language) -> InputRule {
        InputRule(.anything, promptTitle: Text(nl: nl, en: en)[language], prompt: text[language])
    }

    private static func correctionHint(_ language: Language) -> InputRule {
        let title = Text(nl: "Correctie", en: "Correction")
        let hint = Text(
            nl:
                "Eén gekleurde cel in de rij: schrijf de nieuwe waarde. Meer cellen: schrijf per cel 'kolom: waarde' op een "
                + "eigen regel. 'verwijderen' haalt de rij weg. U mag ook de cel zelf veranderen.",
            en:
                "One coloured cell in the row: write the new value. More cells: write 'kolom: waarde' (column: value) for each, "
                + "on a line of its own. 'verwijderen' removes the row. You may also change the cell itself.")
        return InputRule(.anything, promptTitle: title[language], prompt: hint[language])
    }

    private static func answerHint(_ language: Language) -> InputRule {
        let title = Text(nl: OriginalSubmissionForm.answerHeading, en: OriginalSubmissionForm.answerHeadingInEnglish)
        let hint = Text(
            nl:
                "Klopt wat er staat, of wilt u iets uitleggen? Schrijf het hier in uw eigen woorden. Uw contractmanager leest "
                + "het. Aan uw cijfers verandert niets.",
            en:
                "Is what you sent right, or do you want to explain something? Write it here in your own words. Your contract "
                + "manager reads it. Your figures do not change.")
        return InputRule(.anything, promptTitle: title[language], prompt: hint[language])
    }

    /// The columns before the supplier's own.
    ///
    /// - Parameter isOnSeveralSheets: whether the rows were delivered on several sheets, which the last of the columns then names.
    static func leading(isOnSeveralSheets: Bool = false) -> [ColumnFrame] {
        [
            ColumnFrame(
                heading: Text(
                    nl: OriginalSubmissionForm.tasksHeading, en: OriginalSubmissionForm.tasksHeadingInEnglish),
                key: "te herstellen", width: 40...40,
                look: .wrapped),
            ColumnFrame(
                heading: Text(
                    nl: OriginalSubmissionForm.correctionHeading, en: OriginalSubmissionForm.correctionHeadingInEnglish),
                key: "correctie", width: 20...20,
                look: .correction),
            ColumnFrame(
                heading: Text(
                    nl: OriginalSubmissionForm.answerHeading, en: OriginalSubmissionForm.answerHeadingInEnglish),
                key: "uw antwoord", width: 22...22, look: .correction),
            ColumnFrame(
                heading: Text(nl: OriginalSubmissionForm.rowHeading, en: OriginalSubmissionForm.rowHeadingInEnglish),
                key: "rij",
                width: isOnSeveralSheets ? 10...24 : 10...11, look: .rowNumber),
        ]
    }
}
