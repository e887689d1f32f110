import Assessments
import Rules
import SocialReturnModel
import Spreadsheets

/// *Lees dit eerst*: thanks, what came of the report, the three scores, and what to do, one line a cause.
struct ReadFirstSheet: Bilingual {
    private let feedback: Feedback
    private let summary: SubmissionSummary

    var language: Language { feedback.language }
    private var theme: Theme { feedback.writer.theme }
    /// What there is to mend or to talk about.
    private var causes: [SupplierCause] { feedback.view.causes }
    /// What could not be tested as the supplier did not send it.
    private var notTested: [NotTestedGroup] { feedback.view.notTested }

    init(_ feedback: Feedback, _ summary: SubmissionSummary) {
        self.feedback = feedback
        self.summary = summary
    }

    /// Writes the sheet.
    func write() throws {
        let sheet = try feedback.writer.addSheet(FeedbackSheet.readFirst.name)
        sheet.activate()
        sheet.hideGridlines()
        for (index, column) in columns.enumerated() {
            try sheet.column(index, width: column.width, style: theme[column.look])
        }
        try sheet.rowHeight(24, row: 0)
        let above =
            [
                Line(
                    words("Terugkoppeling op uw rapportage social return", "Feedback on your report on social return"),
                    .title),
                Line(feedback.assessment.footerText, .explanation),
            ] + letter
        for (row, line) in above.enumerated() {
            try sheet.text(line.text, row: row, column: 0, style: theme[line.look])
            try feedback.writer.clear(sheet, columns: columns.count, row: row)
        }
        let heading = above.count
        var sink = SheetSink(sheet, theme, row: heading)
        try writeCauses(sheet, &sink)
        // The headings are not frozen: with the letter above them no room would be left on a small screen.
        let isEmpty = causes.isEmpty && notTested.isEmpty
        try sheet.print(feedback.writer.printSetup(repeating: isEmpty ? nil : heading...heading))
    }

    /// A line above the causes.
    private struct Line {
        let text: String
        let look: CellStyle

        init(_ text: String, _ look: CellStyle = .blank) { (self.text, self.look) = (text, look) }
    }

    private var columns: [(heading: Text, width: Double, look: CellStyle)] {
        [
            (Text(nl: "Wat te doen", en: "What to do"), 18, .wrapped),
            (Text(nl: "Aantal", en: "Number"), 10, .integer),
            (Text(nl: "Bestand", en: "File"), 20, .wrapped),
            (Text(nl: "Kolom", en: "Column"), 20, .wrapped),
            (Text(nl: "Wat zagen wij? (het eerste geval)", en: "What did we see? (the first case)"), 50, .wrapped),
            (Text(nl: "Zo lost u het op", en: "How to solve it"), 46, .wrapped),
            (Text(nl: "Wat levert het op?", en: "What does it bring?"), 28, .wrapped),
            (Text(nl: "Plek 1", en: "Place 1"), 22, .link), (Text(nl: "Plek 2", en: "Place 2"), 22, .link),
            (Text(nl: "Plek 3", en: "Place 3"), 22, .link),
        ]
    }

    /// The letter: thanks, the state of affairs, the scores, what to do.
    private var letter: [Line] {
        let status = summary.status
        var lines = [
            Line(
                words(
                    "Dank u wel voor uw rapportage. Wij hebben alles gelezen en nagekeken.",
                    "Thank you for your report. We read and checked all of it.")),
            Line(
                words("Stand", "State") + ": \(status.name[language]). \(status.supplierMeaning[language]) "
                    + words(
                        "Dit is een voorstel; uw contractmanager beslist.",
                        "This is a proposal; your contract manager decides.")),
        ]
        lines += feedback.tablesSetAside.map { Line($0.sentence[language]) }
        if summary.completeness.rows.setAside > 0 {
            lines.append(
                Line(
                    words(
                        "Een rij die apart staat, is niet weg: zodra u de rij herstelt en opnieuw instuurt, telt hij mee.",
                        "A row that is set aside is not lost: as soon as you mend it and send it again, it counts.")))
        }
        lines.append(Line(words("Drie beelden naast elkaar", "Three pictures side by side"), .section))
        let scores: [(name: Text, sentence: Text)] = [
            (CompletenessScore.name, summary.completeness.sentence),
            (RealisationScore.name, feedback.view.realisation(summary).sentence),
            (LearningScore.name, summary.learning.sentence),
        ]
        lines += scores.map { Line("\($0.name[language]): \($0.sentence[language])") }
        lines += steps
        if !notTested.isEmpty {
            lines.append(
                Line(
                    words(
                        "Niet alles konden wij toetsen. Onderaan staat wat er ontbreekt; lever het mee als er iets te melden is.",
                        "We could not test everything. Below you find what is missing; send it along if there is something to report."
                    )))
        }
        lines.append(
            Line(
                words(
                    "Komt u er niet uit? Neem contact op met uw contractmanager; wij helpen graag.",
                    "Questions? Please contact your contract manager; we are glad to help.")))
        return lines
    }

    /// What to do with this workbook.
    private var steps: [Line] {
        let toMend = causes.count { $0.group.severity == .error }
        let toDiscuss = causes.count - toMend
        guard !causes.isEmpty else {
            return [
                Line(words("Wat kunt u doen?", "What can you do?"), .section),
                Line(words("✓ U hoeft niets te herstellen.", "✓ You do not need to mend anything.")),
            ]
        }
        var lines = [Line(words("Wat kunt u doen?", "What can you do?"), .section)]
        if toMend == 0 {
            lines.append(Line(words("✓ U hoeft niets te herstellen.", "✓ You do not need to mend anything.")))
        }
        lines.append(
            Line(
                words(
                    "Te herstellen: \(toMend). Te bespreken: \(toDiscuss). Eén regel hieronder is één oorzaak; vaak lost u met één "
                        + "aanpassing veel rijen tegelijk op.",
                    "To mend: \(toMend). To discuss: \(toDiscuss). One line below is one cause; often one change solves many rows "
                        + "at once.")))
        let steps = [
            words(
                "1. Herstel. Op de volgende bladen staan uw eigen rijen. De kolom 'Te repareren' zegt wat er moet gebeuren. "
                    + "Verander de gekleurde cel zelf, of schrijf de nieuwe waarde in de kolom 'Correctie'.",
                "1. Mend. The next sheets hold your own rows. Column 'Te repareren' says what to do. Change the coloured cell "
                    + "itself, or write the new value in column 'Correctie'."),
            words(
                "    Meer cellen in één rij? Schrijf in 'Correctie' per cel een regel: kolom: waarde. Het woord 'verwijderen' haalt de "
                    + "hele rij weg.",
                "    More cells in one row? Write a line for each in 'Correctie': kolom: waarde (column: value). The word "
                    + "'verwijderen' removes the whole row."),
            words(
                "    Klopt wat er staat, of wilt u iets uitleggen? Schrijf dat in 'Uw antwoord'. Dat verandert niets aan uw cijfers; uw "
                    + "contractmanager leest het.",
                "    Is what you sent right, or do you want to explain something? Write it in 'Your answer'. It changes none of your "
                    + "figures; your contract manager reads it."),
            words(
                "2. Bewaar dit bestand als Excel-werkmap (.xlsx). Laat de namen van de bladen en kolommen staan.",
                "2. Save this file as an Excel workbook (.xlsx). Leave the names of sheets and columns as they are."),
            words(
                "3. Stuur dit bestand terug. Het is uw verbeterde rapportage; u hoeft niets opnieuw in te vullen.",
                "3. Send this file back. It is your corrected report; you do not need to fill in anything again."),
        ]
        return lines + steps.map { Line($0) }
    }

    private func writeCauses(_ sheet: Sheet, _ sink: inout SheetSink) throws {
        guard !causes.isEmpty || !notTested.isEmpty else { return }
        try sheet.rowHeight(20, row: sink.row)
        for column in columns { try sink.text(column.heading[language], .heading) }
        sink.nextRow()
        for cause in causes { try write(cause, sheet, &sink) }
        for group in notTested { try write(group, sheet, &sink) }
    }

    private func write(_ cause: SupplierCause, _ sheet: Sheet, _ sink: inout SheetSink) throws {
        let group = cause.group
        let benefit = cause.benefit?[language] ?? ""
        let shown = group.firstFindings.map { feedback.assessment.describe(feedback.finding($0), language) }
        guard let first = shown.first else { return }
        let names = shown.compactMap(\.column).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let column = names.joined(separator: ", ")
        let lines = max(
            WrappedText.lines(first.message, width: 50), WrappedText.lines(first.remedy, width: 46),
            WrappedText.lines(first.file, width: 20), WrappedText.lines(column, width: 20),
            WrappedText.lines(benefit, width: 28))
        try sheet.rowHeight(RowHeight.points(lines: lines) + 2, row: sink.row)
        try sink.cell(.text(group.severity.task[language], group.severity.look))
        try sink.cell(.integer(group.count))
        try sink.cell(.text(first.file))
        try sink.cell(.text(column))
        try sink.cell(.text(first.message))
        try sink.cell(.text(first.remedy))
        try sink.cell(.text(benefit))
        for (position, shown) in zip(group.firstFindings, shown) {
            let target = feedback.target(of: feedback.finding(position).place, file: shown.file)
            let row = shown.row.map { words("rij \($0)", "row \($0)") }
            let text = [target?.sheet ?? shown.file, row].compactMap { $0 }.joined(separator: ", ")
            try sink.cell(.link(text, to: target))
        }
        sink.nextRow()
    }

    /// What could not be tested: how many rules, which, and what to send.
    private func write(_ group: NotTestedGroup, _ sheet: Sheet, _ sink: inout SheetSink) throws {
        let names = group.rules.map { Catalogue.all[$0].facts.name[language] }.joined(separator: "; ")
        let text = "\(group.reason[language]) \(words("Wij konden niet toetsen", "We could not test")): \(names)."
        let supply = group.supply?[language] ?? ""
        let lines = max(WrappedText.lines(text, width: 50), WrappedText.lines(supply, width: 46))
        try sheet.rowHeight(RowHeight.points(lines: lines) + 2, row: sink.row)
        try sink.cell(StatusMark.notTested.cell(language))
        try sink.cell(.integer(group.rules.count))
        for _ in 0..<2 { try sink.cell(.text("")) }
        try sink.cell(.text(text))
        try sink.cell(.text(supply))
        sink.nextRow()
    }
}
