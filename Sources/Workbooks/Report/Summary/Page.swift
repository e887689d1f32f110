import SocialReturnModel
import Spreadsheets

/// A sheet that is written cell by cell, from the top down.
package struct Page: Bilingual {
    /// The sheet.
    package let sheet: Sheet
    /// The language of its texts.
    package let language: Language
    private let file: SpreadsheetFile

    package init(_ sheet: Sheet, _ writer: WorkbookWriter) {
        self.sheet = sheet
        language = writer.language
        file = writer.file
    }

    package func text(_ text: String, _ row: Int, _ column: Int, _ style: Style) throws(SpreadsheetError) {
        let id = try file.style(style)
        if text.isEmpty {
            try sheet.blank(row: row, column: column, style: id)
        } else {
            try sheet.text(text, row: row, column: column, style: id)
        }
    }

    package func number(_ value: Double, _ row: Int, _ column: Int, _ style: Style) throws(SpreadsheetError) {
        try sheet.number(value, row: row, column: column, style: file.style(style))
    }

    package func day(
        _ day: Day?, _ row: Int, _ column: Int, _ style: Style = PageStyle.day
    ) throws(SpreadsheetError) {
        guard let day else { return try text("", row, column, PageStyle.text) }
        try sheet.day(day.spreadsheetSerial, row: row, column: column, style: file.style(style))
    }

    package func formula(
        _ formula: String, _ cached: CachedValue, _ row: Int, _ column: Int, _ style: Style
    ) throws(SpreadsheetError) {
        try sheet.formula(formula, cached: cached, row: row, column: column, style: file.style(style))
    }

    /// Writes a status that is calculated. Its tint goes by what the cell says, and so changes with it; it covers `width` cells.
    package func status(
        _ formula: String, _ text: String, among marks: [Mark], _ row: Int, _ column: Int, width: Int = 1
    ) throws {
        try self.formula(formula, .text(text), row, column, PageStyle.status)
        let cell = CellReference(row: row, column: column)
        var seen: Set<Character> = []
        for mark in marks {
            guard let symbol = mark.text[language].first, seen.insert(symbol).inserted else { continue }
            try sheet.highlight(
                CellRange(rows: row...row, columns: column...column + width - 1),
                where: .formula("LEFT(\(cell.absolute),1)=\"\(symbol)\""),
                as: file.highlight(Style(fill: mark.look.style.fill)))
        }
    }

    /// Writes a day that is calculated; one before `today` has a sign and a tint, by what the cell holds.
    package func due(_ formula: String?, _ day: Day, today: Day, _ row: Int, _ column: Int) throws {
        let style = PageStyle.due(before: today)
        if let formula {
            try self.formula(formula, .number(Double(day.spreadsheetSerial)), row, column, style)
        } else {
            try sheet.day(day.spreadsheetSerial, row: row, column: column, style: file.style(style))
        }
        try sheet.highlight(
            CellRange(rows: row...row, column: column), where: .below(Double(today.spreadsheetSerial)),
            as: file.highlight(Style(fill: Palette.orangeTint)))
    }

    package func figure(_ figure: Figure, _ row: Int, _ column: Int, _ style: Style) throws(SpreadsheetError) {
        if let formula = figure.formula {
            try self.formula(formula, .number(figure.value), row, column, style)
        } else {
            try number(figure.value, row, column, style)
        }
    }

    /// A link where there is a target, else the text alone.
    package func link(
        _ text: String, to target: LinkTarget?, tip: String? = nil, _ row: Int, _ column: Int,
        _ style: Style = PageStyle.link
    ) throws(SpreadsheetError) {
        guard let target else {
            return try self.text(
                text, row, column,
                style.with { ($0.isUnderlined, $0.fontColor) = (false, PageStyle.text.fontColor) })
        }
        try sheet.link(text, to: target, tip: tip, row: row, column: column, style: file.style(style))
    }

    /// Empty cells that belong to a table, so that its lines go on.
    package func blanks(_ row: Int, _ columns: some Sequence<Int>, _ style: Style = PageStyle.text)
        throws(SpreadsheetError)
    {
        let id = try file.style(style)
        for column in columns { try sheet.blank(row: row, column: column, style: id) }
    }
}

/// A number on a sheet with the formula that gives it; nil where there is nothing to calculate it from.
package struct Figure {
    /// The number.
    package let value: Double
    /// The formula.
    package let formula: String?

    package init(_ value: Double, _ formula: String? = nil) {
        self.value = value
        self.formula = formula
    }
}
