import Assessments
import Rules
import SocialReturnModel
import Spreadsheets

/// *Lees dit eerst*: how the report stands, what to do, by when and whom to ask; then what to do, one line a cause; below that how it is done and
/// the three scores.
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
    ///
    /// - Returns: the texts on it.
    func write() throws -> [String] {
        let sheet = try feedback.writer.addSheet(FeedbackSheet.readFirst.name)
        sheet.keepTexts()
        sheet.activate()
        sheet.hideGridlines()
        for (index, column) in columns.enumerated() {
            try sheet.column(index, width: column.width, style: theme[column.look])
        }
        var row = try writeTop(sheet)
        let heading = row
        var sink = SheetSink(sheet, theme, row: heading)
        try writeCauses(sheet, &sink)
        row = sink.row
        let tableEnd = sheet.heightOfSetRows
        if row > heading {
            // Screen readers say the headings of a table, and whoever sorts it takes its rows as a whole.
            try sheet.table(
                CellRange(rows: heading...row - 1, columns: 0...columns.count - 1),
                headings: columns.map { $0.heading[language] }, name: sheet.name)
        }
        // A row between the table and what explains it, or between the head and that.
        try blank(sheet, row)
        row += 1
        for line in Self.fitting(below) {
            try sheet.text(line.text, row: row, column: 0, style: theme[line.look])
            try feedback.writer.clear(sheet, columns: columns.count, row: row)
            row += 1
        }
        // The headings are not frozen: with what stands above them no room would be left on a small screen, and programs show those of a table
        // in the place of the letters of its columns.
        // Pages repeat them only where the table goes on over pages: above plain text they say nothing.
        var setup = feedback.writer.printSetup()
        let width = columns.prefix(Self.printedColumns).reduce(0) { $0 + SheetFrame.pixels($1.width) }
        if tableEnd > 0.9 * setup.room(forWidth: width) { setup.repeatedRows = heading...heading }
        // The places are links, for the screen.
        setup.area = CellRange(rows: 0...max(heading, row - 1), columns: 0...Self.printedColumns - 1)
        try sheet.print(setup)
        return sheet.texts ?? []
    }

    private func blank(_ sheet: Sheet, _ row: Int) throws {
        for column in columns.indices { try sheet.blank(row: row, column: column, style: theme[.blank]) }
    }

    /// Whether the supplier is asked to send something back.
    private var isAsked: Bool { [.explanation, .correction].contains(feedback.view.request) }

    // MARK: - Top

    /// The column of what there is to know, behind what it is about; how many columns a status covers, and how many characters fit there.
    private static let valueColumn = 3, statusWidth = 2, valueLength = WorkbookWriter.lineLength - 36

    /// Writes what a supplier must know before anything else; the row below it.
    private func writeTop(_ sheet: Sheet) throws -> Int {
        let page = Page(sheet, feedback.writer)
        var row = 0
        func begin(_ height: Double) throws {
            try sheet.rowHeight(height, row: row)
            try blank(sheet, row)
        }
        try begin(24)
        try sheet.text(
            words("Terugkoppeling op uw rapportage social return", "Feedback on your report on social return"),
            row: row, column: 0, style: theme[.title])
        row += 1
        try begin(15)
        try sheet.text(
            feedback.assessment.footerText + " · "
                + words("Dank u wel voor uw rapportage.", "Thank you for your report."),
            row: row, column: 0, style: theme[.explanation])
        row += 1
        for fact in facts {
            for (number, line) in Self.pieces(fact.lines).enumerated() {
                let isStatus = number == 0 && fact.look != nil
                try begin(isStatus ? 24 : 16)
                if number == 0 { try page.text(fact.name[language], row, 0, Self.name) }
                if isStatus, let look = fact.look {
                    // The line around it has a contrast of 7 with the page, which a tint alone has not.
                    let style = PageStyle.mark(look).with { ($0.fontSize, $0.isBold) = (11, true) }
                    for part in 0..<Self.statusWidth {
                        let border = Border(
                            top: .medium, bottom: .medium, left: part == 0 ? .medium : .none,
                            right: part + 1 == Self.statusWidth ? .medium : .none, color: Palette.grey)
                        try page.text(
                            part == 0 ? line : "", row, Self.valueColumn + part, style.with { $0.border = border })
                    }
                } else {
                    try page.text(line, row, Self.valueColumn, Self.value)
                }
                row += 1
            }
        }
        try begin(8)
        return row + 1
    }

    private static let name = PageStyle.strong.with { $0.border = Border() }
    private static let value = PageStyle.text.with { $0.border = Border() }

    /// Something to know: what it is about, and what there is to say, from a new line each.
    private struct Fact {
        let name: Text
        let lines: [String]
        var look: CellStyle?
    }

    private static func pieces(_ lines: [String]) -> [String] {
        lines.flatMap { pieces($0, width: valueLength) }
    }

    /// All of `text`, on as many lines of `width` characters as it takes.
    private static func pieces(_ text: String, width: Int) -> [String] {
        WrappedText.pieces(text, width: width, most: text.count / (width / 2) + 2)
    }

    /// How the report stands, what to do, by when and whom to ask.
    private var facts: [Fact] {
        let mark = Mark(summary.status)
        var facts = [
            Fact(name: Text(nl: "Status", en: "Status"), lines: [mark.text[language]], look: mark.look),
            Fact(name: Text(nl: "Wat dat betekent", en: "What that means"), lines: meaning),
            Fact(name: Text(nl: "Wat u doet", en: "What to do"), lines: task),
        ]
        if let deadline { facts.append(Fact(name: Text(nl: "Voor wanneer", en: "By when"), lines: [deadline])) }
        let contacts = SupplierView.contacts(feedback.assessment)
        let manager = words("uw contractmanager", "your contract manager")
        facts.append(
            Fact(
                name: Text(nl: "Vragen? Stel ze aan", en: "Questions? Ask"),
                lines: [
                    manager
                        + (contacts.isEmpty
                            ? "" : ": " + contacts.prefix(Self.mostContacts).joined(separator: ", "))
                        + words(". Wij helpen graag.", ". We are glad to help.")
                ]))
        return facts
    }

    /// How many mailboxes are named. Whoever has contracts with more managers knows its own.
    private static let mostContacts = 3

    private var meaning: [String] {
        let status = summary.status
        let meaning = feedback.view.meaning(of: status)[language]
        let proposal = words(
            "Dit is een voorstel; uw contractmanager beslist.", "This is a proposal; your contract manager decides.")
        let fits = meaning.count + 1 + proposal.count <= Self.valueLength
        var lines = fits ? ["\(meaning) \(proposal)"] : [meaning, proposal]
        if let thanks = MendedCells(feedback.assessment, feedback.view).thanks { lines.append(thanks[language]) }
        return lines + feedback.tablesSetAside.map { $0.sentence[language] }
    }

    private var task: [String] {
        switch feedback.view.request {
        case .nothing: return [words("✓ U hoeft niets te doen.", "✓ No action is needed.")]
        case .conversation:
            return [
                words(
                    "✓ U hoeft niets te herstellen en niets terug te sturen.",
                    "✓ There is nothing to correct, and nothing to send back."),
                words(
                    "Hieronder staat waarover uw contractmanager graag met u praat.",
                    "Below you find what your contract manager would like to talk about."),
            ]
        case .explanation:
            return [
                words(
                    "Wilt u iets aanvullen of uitleggen? Doe dat in dit bestand, en stuur dit bestand op dezelfde manier terug.",
                    "Do you want to add or explain something? Do so in this file, and send this file back in the same way."
                ),
                feedback.view.counts[language],
            ]
        case .correction:
            return [
                words(
                    "Verbeter in dit bestand wat hieronder staat, en stuur dit bestand op dezelfde manier terug.",
                    "Correct in this file what is named below, and send this file back in the same way."),
                feedback.view.counts[language],
            ]
        }
    }

    /// By when: only what the register says; nil where nothing is asked.
    private var deadline: String? {
        guard isAsked else { return nil }
        guard let due = SupplierView.due(feedback.assessment) else {
            return words(
                "Wij kennen geen uiterste dag. Spreek die af met uw contractmanager.",
                "We know of no last day. Please agree on one with your contract manager.")
        }
        let day = due.formatted(language)
        return SupplierView.lastDay(feedback.assessment) == nil
            ? words(
                "Volgens uw contract was \(day) de laatste dag. Spreek met uw contractmanager een nieuwe dag af.",
                "By your contract \(day) was the last day. Please agree on a new one with your contract manager.")
            : words(
                "Volgens uw contract is \(day) de laatste dag voor deze rapportage.",
                "By your contract \(day) is the last day for this report.")
    }

    /// How many of the columns are for paper.
    private static let printedColumns = 8

    /// The lines below the causes, none longer than a window and a page hold.
    private static func fitting(_ lines: [Line]) -> [Line] {
        lines.flatMap { line in
            let indent = String(line.text.prefix { $0 == " " })
            return pieces(line.text, width: WorkbookWriter.lineLength).map { Line(indent + $0, line.look) }
        }
    }

    /// A line below the causes.
    private struct Line {
        let text: String
        let look: CellStyle

        init(_ text: String, _ look: CellStyle = .blank) { (self.text, self.look) = (text, look) }
    }

    private var columns: [(heading: Text, width: Double, look: CellStyle)] {
        [
            (Text(nl: "Punt", en: "Point"), 8, .integer),
            (Text(nl: "Soort", en: "Kind"), 16, .wrapped),
            (Text(nl: "Aantal", en: "Count"), 10, .integer),
            (Text(nl: "Waar?", en: "Where?"), 24, .wrapped),
            (Text(nl: "Kolom", en: "Column"), 15, .wrapped),
            (Text(nl: "Wat zagen wij? (het eerste geval)", en: "What did we see? (the first case)"), 37, .wrapped),
            (Text(nl: "Zo lost u het op", en: "How to solve it"), 32, .wrapped),
            (Text(nl: "Wat levert het op?", en: "What you gain"), 20, .wrapped),
            (Text(nl: "Plek 1", en: "Place 1"), 30, .link), (Text(nl: "Plek 2", en: "Place 2"), 30, .link),
            (Text(nl: "Plek 3", en: "Place 3"), 30, .link),
        ]
    }

    /// What explains the table and the rest of the workbook: how it is done, and the scores.
    private var below: [Line] {
        var lines = steps
        if summary.completeness.rows.setAside > 0 {
            lines.append(
                Line(
                    words(
                        "Een rij die apart staat, is niet weg: zodra u de rij herstelt en opnieuw instuurt, "
                            + "telt de rij mee.",
                        "A row that is set aside is not lost: as soon as you correct it and send it again, it counts.")
                ))
        }
        if !notTested.isEmpty {
            lines.append(
                Line(
                    words(
                        "Niet alles konden wij toetsen. Onderaan de tabel staat wat leeg was. Heeft u daar niets over te "
                            + "melden? Dan hoeft u niets te doen.",
                        "We could not test everything. At the end of the table you find what was empty. Is there nothing to "
                            + "report on it? Then no action is needed.")))
        }
        lines.append(Line(words("Hoe staat het ervoor?", "How are things?"), .section))
        let scores: [(name: Text, sentence: Text)] = [
            (CompletenessScore.name, summary.completeness.sentence),
            (RealisationScore.name, feedback.view.realisation(summary).sentence),
            (LearningScore.name, summary.learning.sentence),
        ]
        return lines + scores.map { Line("\($0.name[language]): \($0.sentence[language])") }
    }

    /// How to mend and send back this workbook; nothing where that is not asked.
    private var steps: [Line] {
        guard isAsked else { return [] }
        let steps = [
            words(
                "1. Op de volgende bladen staan uw eigen rijen. De kolom 'Te herstellen' zegt wat er moet "
                    + "gebeuren. Verander de "
                    + "gekleurde cel zelf, of schrijf de nieuwe waarde in de kolom 'Correctie'.",
                "1. The next sheets hold your own rows. Column 'To correct' says what to do. Change the "
                    + "coloured cell itself, or "
                    + "write the new value in column 'Correction'."),
            words(
                "    Ontbreekt er iets? Dan staat de plek klaar: een blad, een kolom of een rij met kleur. "
                    + "Wat wij al weten, vulden wij "
                    + "in (groen).",
                "    Is something missing? Then there is a place for it: a sheet, a column or a row with a "
                    + "colour. What we know we "
                    + "filled in (green)."),
            words(
                "    Meer cellen in één rij? Schrijf in 'Correctie' per cel een regel: kolom: waarde. Het "
                    + "woord 'verwijderen' haalt de "
                    + "hele rij weg.",
                "    More cells in one row? Write a line for each in 'Correction': column: value. The word "
                    + "'remove' takes the whole "
                    + "row out."),
            words(
                "    Klopt wat er staat, of wilt u iets uitleggen? Schrijf dat in 'Uw antwoord'. Dat "
                    + "verandert niets aan uw cijfers; uw "
                    + "contractmanager leest het.",
                "    Is what you sent right, or do you want to explain something? Write it in 'Your answer'. "
                    + "It changes none of your "
                    + "figures; your contract manager reads it."),
            words(
                "2. Bewaar dit bestand als Excel-werkmap (.xlsx) of LibreOffice-werkmap (.ods). Laat de "
                    + "namen van de bladen staan.",
                "2. Save this file as an Excel (.xlsx) or LibreOffice workbook (.ods). Leave the names of "
                    + "the sheets as they are."
            ),
            words(
                "3. Stuur dit bestand terug. Het is uw verbeterde rapportage; u hoeft niets opnieuw in te vullen.",
                "3. Send this file back. It is your corrected report; you do not need to fill in anything again."),
        ]
        return [Line(words("Zo doet u dat", "How to do it"), .section)] + steps.map { Line($0) }
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
        let shown = group.firstFindings.map {
            feedback.assessment.describe(feedback.finding($0), language, isOnSheets: true)
        }
        guard let first = shown.first else { return }
        let names = shown.compactMap(\.column).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let column = names.joined(separator: ", ")
        let places = group.firstFindings.map(feedback.place)
        let place = places.first.flatMap { $0?.words[language] } ?? first.file
        let lines = max(
            WrappedText.lines(first.message, width: columns[5].width),
            WrappedText.lines(first.remedy, width: columns[6].width),
            WrappedText.lines(place, width: columns[3].width), WrappedText.lines(column, width: columns[4].width),
            WrappedText.lines(benefit, width: columns[7].width))
        try sheet.rowHeight(RowHeight.points(lines: lines) + 2, row: sink.row)
        try sink.cell(.integer(cause.number))
        try sink.cell(.text(group.severity.task[language], group.severity.look))
        try sink.cell(.integer(group.count))
        try sink.cell(places.first.flatMap { $0.map(feedback.cell) } ?? .text(place))
        try sink.cell(.text(column))
        try sink.cell(.text(first.message))
        try sink.cell(.text(first.remedy))
        try sink.cell(.text(benefit))
        for (place, shown) in zip(places, shown) {
            try sink.cell(.link(place?.words[language] ?? shown.file, to: place.flatMap(feedback.target)))
        }
        sink.nextRow()
    }

    /// What could not be tested, and what to send. Above the numbers of the others stands how many cells or rows they are about; here are none.
    private func write(_ group: NotTestedGroup, _ sheet: Sheet, _ sink: inout SheetSink) throws {
        let text = group.reason[language]
        let supply = group.supply?[language] ?? ""
        let lines = max(
            WrappedText.lines(text, width: columns[5].width), WrappedText.lines(supply, width: columns[6].width))
        try sheet.rowHeight(RowHeight.points(lines: lines) + 2, row: sink.row)
        try sink.cell(.text(""))
        try sink.cell(StatusMark.notTested.cell(language))
        for _ in 0..<3 { try sink.cell(.text("")) }
        try sink.cell(.text(text))
        try sink.cell(.text(supply))
        sink.nextRow()
    }
}
