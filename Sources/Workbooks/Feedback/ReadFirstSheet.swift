import Assessments
import Rules
import SocialReturnModel
import Spreadsheets

/// *Lees dit eerst*: thanks, what came of the report, and what to do, one line a cause.
struct ReadFirstSheet {
    private let feedback: Feedback
    /// What there is to mend, the most serious first, then the most frequent.
    private let causes: [FindingGroup]
    /// What could not be tested as the supplier did not send it.
    private let notTested: [NotTestedGroup]

    private var language: Language { feedback.language }
    private var theme: Theme { feedback.writer.theme }

    init(_ feedback: Feedback) {
        self.feedback = feedback
        // Equal ones stay in the order of the file.
        causes = feedback.assessment.causes(where: Feedback.concerns).enumerated().sorted {
            ($1.element.severity, $1.element.count, $0.offset) < ($0.element.severity, $0.element.count, $1.offset)
        }.map(\.element)
        notTested = feedback.assessment.notTested.filter { $0.supplier == .supplier }
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
        let above: [(text: String, look: Look)] =
            [
                (
                    words("Terugkoppeling op uw rapportage social return", "Feedback on your report on social return"),
                    .title
                ),
                (feedback.assessment.footerText, .explanation),
            ] + letter.map { ($0, .blank) }
        for (row, line) in above.enumerated() {
            try sheet.text(line.text, row: row, column: 0, style: theme[line.look])
            try feedback.writer.clear(sheet, columns: columns.count, row: row)
        }
        let heading = above.count
        var sink = SheetSink(sheet, theme, row: heading)
        try writeCauses(sheet, &sink)
        let count = causes.count + notTested.count
        if count > 0 {
            try sheet.autofilter(CellRange(rows: heading...heading + count, columns: 0...columns.count - 1))
            try sheet.freezePanes(rows: heading + 1)
        }
        try sheet.print(feedback.writer.printSetup(repeating: count == 0 ? nil : heading...heading))
    }

    private func words(_ nl: String, _ en: String) -> String { language == .dutch ? nl : en }

    private var columns: [(heading: Text, width: Double, look: Look)] {
        [
            (Text(nl: "Wat te doen", en: "What to do"), 18, .wrapped),
            (Text(nl: "Aantal", en: "Number"), 10, .integer),
            (Text(nl: "Bestand", en: "File"), 20, .wrapped),
            (Text(nl: "Kolom", en: "Column"), 20, .wrapped),
            (Text(nl: "Wat zagen wij? (het eerste geval)", en: "What did we see? (the first case)"), 50, .wrapped),
            (Text(nl: "Zo lost u het op", en: "How to solve it"), 46, .wrapped),
            (Text(nl: "Plek 1", en: "Place 1"), 22, .link), (Text(nl: "Plek 2", en: "Place 2"), 22, .link),
            (Text(nl: "Plek 3", en: "Place 3"), 22, .link),
        ]
    }

    /// The letter: thanks, the state of affairs, what to do.
    private var letter: [String] {
        let rows = feedback.assessment.submission.rowCounts
        var lines = [
            words(
                "Dank u wel voor uw rapportage. Wij hebben alles gelezen en nagekeken.",
                "Thank you for your report. We read and checked all of it."),
            words(
                "Stand: wij lazen \(rows.read) rijen. Daarvan tellen er \(rows.accepted) mee en staan er \(rows.setAside) apart.",
                "State: we read \(rows.read) rows. Of these \(rows.accepted) count and \(rows.setAside) are set aside."),
        ]
        lines += feedback.assessment.tablesSetAside.map { $0.sentence[language] }
        let tasks = causes.filter { $0.severity > .signal }.count
        if rows.setAside > 0 {
            lines.append(
                words(
                    "Een rij die apart staat, is niet weg: zodra u de rij herstelt en opnieuw instuurt, telt hij mee.",
                    "A row that is set aside is not lost: as soon as you mend it and send it again, it counts."))
        }
        if tasks > 0 {
            lines.append(
                words(
                    tasks == 1
                        ? "Er is één ding om na te lopen. Hieronder staat wat het is en hoe u het oplost."
                        : "Er zijn \(tasks) dingen om na te lopen. Eén regel hieronder is één oorzaak; vaak lost u met één aanpassing veel rijen tegelijk op.",
                    tasks == 1
                        ? "There is one thing to look at. Below you find what it is and how to solve it."
                        : "There are \(tasks) things to look at. One line below is one cause; often one change solves many rows at once."
                ))
            lines.append(
                words(
                    "Op de volgende bladen staan uw eigen rijen. De kolom 'Te repareren' zegt wat er moet gebeuren; schrijf uw verbetering in de kolom 'Correctie'.",
                    "The next sheets hold your own rows. Column 'Te repareren' says what to do; write your correction in column 'Correctie'."
                ))
        } else {
            lines.append(words("✓ U hoeft niets te herstellen.", "✓ You do not need to mend anything."))
        }
        if !notTested.isEmpty {
            lines.append(
                words(
                    "Niet alles konden wij toetsen. Onderaan staat wat er ontbreekt; lever het mee als er iets te melden is.",
                    "We could not test everything. Below you find what is missing; send it along if there is something to report."
                ))
        }
        lines.append(
            words(
                "Komt u er niet uit? Neem contact op met uw contractmanager; wij helpen graag.",
                "Questions? Please contact your contract manager; we are glad to help."))
        return lines
    }

    private func writeCauses(_ sheet: Sheet, _ sink: inout SheetSink) throws {
        guard !causes.isEmpty || !notTested.isEmpty else { return }
        try sheet.rowHeight(20, row: sink.row)
        for column in columns { try sink.text(column.heading[language], .heading) }
        sink.nextRow()
        for cause in causes { try write(cause, sheet, &sink) }
        for group in notTested { try write(group, sheet, &sink) }
    }

    private func write(_ cause: FindingGroup, _ sheet: Sheet, _ sink: inout SheetSink) throws {
        let shown = cause.firstFindings.map { feedback.assessment.describe(feedback.finding($0), language) }
        guard let first = shown.first else { return }
        let names = shown.compactMap(\.column).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let column = names.joined(separator: ", ")
        let lines = max(
            WrappedText.lines(first.message, width: 50), WrappedText.lines(first.remedy, width: 46),
            WrappedText.lines(first.file, width: 20), WrappedText.lines(column, width: 20))
        try sheet.rowHeight(RowHeight.points(lines: lines) + 2, row: sink.row)
        try sink.cell(.text(cause.severity.task[language], cause.severity.look))
        try sink.cell(.integer(cause.count))
        try sink.cell(.text(first.file))
        try sink.cell(.text(column))
        try sink.cell(.text(first.message))
        try sink.cell(.text(first.remedy))
        for (position, shown) in zip(cause.firstFindings, shown) {
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
