import SocialReturnModel
import Spreadsheets

/// The sheet of a table in the template: its title, whether each column is required, the headings, and rows to fill in.
struct TemplateTableSheet {
    private let template: Template
    private let facts: TableFacts
    private let columns: [TemplateColumn]

    init(_ template: Template, _ facts: TableFacts) {
        self.template = template
        self.facts = facts
        columns = facts.columns.map {
            TemplateColumn(
                facts: $0, table: facts.id, language: template.language,
                knowsContracts: !template.contents.contracts.isEmpty)
        }
    }

    /// The row that says whether a column is required; the headings stand in the row below it.
    private static let needRow = SheetRange.headingRow - 1

    /// The rows of `table` that are checked while they are filled in, from 0: with room for more than was filled in beforehand. The
    /// importer reads rows below them just as well.
    static func rows(of table: TableID, in contents: TemplateContents) -> ClosedRange<Int> {
        let filled = contents.rows[table, default: []].count
        let count = table == .cover ? 1 : max(5_000, filled + 1_000)
        return SheetRange.firstRow...min(SheetRange.firstRow + count, SheetLimits.excel.rows) - 1
    }

    /// How many rows are printed at least.
    private static let rowsOnPaper = 20

    /// Writes the sheet.
    func write() throws {
        let file = template.writer.file
        let sheet = try template.writer.addSheet(TemplateSheetName.of(facts.id))
        if !template.shows(facts.id) { sheet.hide() }
        for (index, column) in columns.enumerated() {
            try sheet.column(
                index, width: column.width, style: file.style(column.style),
                isHidden: !template.profile.shows(index, of: facts, in: template.contents))
        }
        try sheet.freezePanes(rows: SheetRange.firstRow, columns: facts.id == .cover ? 0 : 1)
        let shown = columns.indices.map { index in
            template.profile.shows(index, of: facts, in: template.contents) ? columns[index].width : nil
        }
        // With some rows to write in by hand.
        let filled = template.contents.rows[facts.id, default: []].count
        let lastRow =
            min(
                SheetRange.firstRow + max(filled, facts.id == .cover ? 1 : Self.rowsOnPaper),
                Self.rows(of: facts.id, in: template.contents).upperBound + 1) - 1
        try sheet.print(
            template.writer.printSetup(shown, lastRow: lastRow)
                ?? template.writer.printSetup(repeating: SheetRange.headingRow...SheetRange.headingRow))
        try writeTop(sheet)
        try writeRows(sheet)
        try addRules(sheet)
        if facts.id != .cover {
            try sheet.autofilter(
                CellRange(
                    rows: SheetRange.headingRow...Self.rows(of: facts.id, in: template.contents).upperBound,
                    columns: 0...columns.count - 1))
        }
    }

    private func writeTop(_ sheet: Sheet) throws {
        let (writer, file) = (template.writer, template.writer.file)
        try sheet.rowHeight(24, row: SheetRange.titleRow)
        try sheet.text(
            facts.title[template.language], row: SheetRange.titleRow, column: 0, style: writer.theme[.title])
        try writer.clear(sheet, columns: columns.count, row: SheetRange.titleRow)
        try sheet.text(
            facts.meaning[template.language], row: SheetRange.explanationRow, column: 0,
            style: writer.theme[.explanation])
        try writer.clear(sheet, columns: columns.count, row: SheetRange.explanationRow)
        try sheet.rowHeight(18, row: Self.needRow)
        for (index, column) in columns.enumerated() {
            let need = ColumnNeed(column.facts)
            try sheet.text(
                need.word[template.language], row: Self.needRow, column: index, style: file.style(need.wordStyle))
        }
        try sheet.rowHeight(22, row: SheetRange.headingRow)
        for (index, column) in columns.enumerated() {
            let lines = column.note.split(separator: "\n").reduce(0) { $0 + 1 + $1.count / 44 }
            try sheet.text(
                column.facts.name, row: SheetRange.headingRow, column: index,
                style: file.style(ColumnNeed(column.facts).headingStyle))
            try sheet.note(
                Note(column.note, width: 330, height: 24 + 17 * lines), row: SheetRange.headingRow, column: index)
        }
    }

    private func writeRows(_ sheet: Sheet) throws {
        let file = template.writer.file
        let styles = try columns.map { try file.style($0.style) }
        for (offset, values) in template.contents.rows[facts.id, default: []].enumerated() {
            let row = SheetRange.firstRow + offset
            for (column, value) in values.enumerated() {
                switch value {
                case .text(let text)?: try sheet.text(text, row: row, column: column, style: styles[column])
                case .number(let number)?:
                    try sheet.scaled(
                        number.tenThousandths, decimals: 4, row: row, column: column, style: styles[column])
                case .money(let amount)?:
                    try sheet.scaled(amount.rawValue, decimals: 2, row: row, column: column, style: styles[column])
                case .day(let day)?:
                    try sheet.day(day.spreadsheetSerial, row: row, column: column, style: styles[column])
                case nil: break
                }
            }
        }
    }

    /// A rule a column, and a colour where a row that was begun lacks something required.
    private func addRules(_ sheet: Sheet) throws {
        let rows = Self.rows(of: facts.id, in: template.contents)
        let missing = try template.writer.file.highlight(Style(fill: Palette.orangeTint))
        let first = CellReference(row: rows.lowerBound, column: 0).absoluteColumn
        let last = CellReference(row: rows.lowerBound, column: columns.count - 1).absoluteColumn
        for (index, column) in columns.enumerated() {
            let cells = CellRange(rows: rows, column: index)
            try sheet.inputRule(column.rule, for: cells)
            guard column.facts.isRequired else { continue }
            let cell = CellReference(row: rows.lowerBound, column: index).a1
            try sheet.highlight(
                cells, where: .formula("AND(ISBLANK(\(cell)),COUNTA(\(first):\(last))>0)"), as: missing)
        }
    }
}

/// Whether a column is required, in a word and a colour.
struct ColumnNeed {
    private let isRequired: Bool
    private let isWelcome: Bool

    init(_ facts: ColumnDescriptor) { (isRequired, isWelcome) = (facts.isRequired, facts.isWelcome) }

    private init(isRequired: Bool, isWelcome: Bool = false) {
        (self.isRequired, self.isWelcome) = (isRequired, isWelcome)
    }

    /// A value must stand in every row.
    static let required = ColumnNeed(isRequired: true)
    /// A cell may stay empty, but what belongs there helps.
    static let welcome = ColumnNeed(isRequired: false, isWelcome: true)
    /// A cell may stay empty.
    static let optional = ColumnNeed(isRequired: false)

    /// The word above the heading.
    var word: Text {
        if isRequired { return Text(nl: "verplicht", en: "required") }
        return isWelcome ? Text(nl: "graag invullen", en: "please fill in") : Text(nl: "mag leeg", en: "may be empty")
    }

    /// White on dark blue for what is required, contrast 10.2; black on a light tint for the rest, contrast 15.8 or more.
    var headingStyle: Style {
        Style(
            isBold: true, fontColor: isRequired ? .white : .black,
            fill: isRequired ? Palette.ribbonBlue : Palette.blueTint,
            border: .all(.thin, color: .white), horizontal: .left, vertical: .center, indent: 1, role: .heading)
    }

    /// The same colours as the heading, in letters that weigh less.
    var wordStyle: Style {
        headingStyle.with { ($0.isBold, $0.isItalic, $0.role) = (false, true, nil) }
    }
}
