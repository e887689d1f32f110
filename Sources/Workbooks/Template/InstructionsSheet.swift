import Intake
import SocialReturnModel
import Spreadsheets

/// *Uitleg*: by when; what to do, in numbered steps; what colours and words mean; privacy; which sheets there are; where to get help.
struct InstructionsSheet {
    private let template: Template

    init(_ template: Template) { self.template = template }

    private static let nameWidth = 32.0, meaningWidth = 104.0
    /// The hidden column with the fingerprints of what this program wrote, by which it is told when somebody typed here.
    private static let marksColumn = 2
    /// The row of the day by which the report is due, and of the first section.
    private static let deadlineRow = 2, firstRow = 4

    /// Writes the sheet.
    func write() throws {
        let language = template.language
        let page = Page(try template.writer.addSheet(TemplateSheetName.instructions), template.writer)
        page.sheet.keepTexts()
        page.sheet.activate()
        page.sheet.hideGridlines()
        try page.sheet.column(0, width: Self.nameWidth)
        try page.sheet.column(1, width: Self.meaningWidth)
        try page.sheet.rowHeight(28, row: 0)
        try page.text(
            template.words("Sjabloon voor uw rapportage social return", "Template for your report on social return"),
            0, 0, PageStyle.title)
        try page.sheet.rowHeight(18, row: 1)
        try page.text(subtitle, 1, 0, PageStyle.subtitle)
        try write(
            InstructionEntry(
                name: Text(nl: "Voor wanneer", en: "By when"), meaning: InstructionSection.deadline(template.contents)),
            page, Self.deadlineRow)
        var row = Self.firstRow
        var lastRow = row
        for section in InstructionSection.all(of: template) {
            try page.sheet.rowHeight(22, row: row)
            try page.text(section.title[language], row, 0, PageStyle.section)
            row += InstructionSection.rowsAbove
            for entry in section.entries {
                try write(entry, page, row)
                lastRow = row
                row += 1
            }
            row += InstructionSection.rowsBelow
        }
        try page.sheet.column(Self.marksColumn, width: 8, isHidden: true)
        try page.sheet.text(
            OwnTexts.templateCell((page.sheet.texts ?? []) + textsAboveHeadings), row: lastRow, column: Self.marksColumn
        )
        var setup = template.writer.printSetup()
        setup.area = CellRange(rows: 0...lastRow, columns: 0...1)
        try page.sheet.print(setup)
    }

    /// What this program writes above the headings of the tables.
    private var textsAboveHeadings: [String] {
        let needs: [ColumnNeed] = [.required, .welcome, .optional]
        return TableID.submission.map(AllTables.facts).flatMap { [$0.title, $0.meaning] }.map { $0[template.language] }
            + needs.map { $0.word[template.language] }
    }

    private var subtitle: String {
        [
            template.contents.supplierName,
            template.words(
                "Dank u wel dat u meewerkt. Invullen kost minder tijd als u eerst deze bladzijde leest.",
                "Thank you for your help. Filling this in takes less time when you read this page first."),
        ].compactMap { $0 }.joined(separator: " · ")
    }

    private func write(_ entry: InstructionEntry, _ page: Page, _ row: Int) throws {
        let language = template.language
        let (name, meaning) = (entry.name[language], entry.meaning[language])
        let lines = max(
            RowHeight.lines(meaning, width: Self.meaningWidth * 1.08),
            RowHeight.lines(name, width: Self.nameWidth - 2))
        try page.sheet.rowHeight(RowHeight.points(lines: lines) + 5, row: row)
        if let target = entry.target {
            try page.link(name, to: LinkTarget(sheet: target), row, 0)
        } else {
            try page.text(name, row, 0, entry.style ?? PageStyle.strong.with { $0.wrapsText = true })
        }
        try page.text(meaning, row, 1, PageStyle.wrapped)
    }

    /// The cells with the numbers of the supplier's contracts; nil where none is known.
    static func contractRange(_ template: Template) -> CellRange? {
        var row = firstRow
        for section in InstructionSection.all(of: template) {
            row += InstructionSection.rowsAbove
            if section.namesContracts { return CellRange(rows: row...row + section.entries.count - 1, column: 0) }
            row += section.entries.count + InstructionSection.rowsBelow
        }
        return nil
    }
}

/// A line of *Uitleg*: what it is about, and what there is to know.
struct InstructionEntry {
    let name: Text
    let meaning: Text
    var style: Style?
    var target: String?
}
