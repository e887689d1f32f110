import SocialReturnModel
import Spreadsheets

/// The columns of a sheet in which cells are marked. Each gets a drop-down or a hint: what may stand there, with an example.
///
/// The rule is that of the whole column and not of the marked cells: rules keep their place when somebody sorts the rows.
struct AskedColumns {
    /// A column of the table, and where it stands on the sheet.
    struct Column {
        let facts: ColumnDescriptor
        let position: Int
    }

    private let columns: [Column]
    private var isAsked: [Bool]

    /// No cells yet of `columns`.
    init(_ columns: [Column]) {
        self.columns = columns
        isAsked = Array(repeating: false, count: columns.count)
    }

    /// Adds a cell of the column at `index` of the columns.
    mutating func add(_ index: Int) { isAsked[index] = true }

    /// Gives the columns their rules in the rows from the first up to `end`; `spent` rules of the sheet are taken.
    func apply(
        to sheet: Sheet, before end: Int, _ lists: ChoiceLists, _ language: Language, spent: Int
    ) throws(SpreadsheetError) {
        guard end > SheetRange.firstRow else { return }
        let asked = columns.indices.lazy.filter { isAsked[$0] }
        for column in asked.prefix(max(0, sheet.limits.inputRules - spent)) {
            let cells = CellRange(rows: SheetRange.firstRow...end - 1, column: columns[column].position)
            try sheet.inputRule(rule(for: columns[column].facts, lists, language), for: cells)
        }
    }

    /// What may be typed. Nothing is refused: the reader is asked, as another spelling may be right too.
    private func rule(for column: ColumnDescriptor, _ lists: ChoiceLists, _ language: Language) -> InputRule {
        let example =
            column.example.isEmpty ? "" : " \(language == .dutch ? "Bijvoorbeeld" : "For example"): \(column.example)"
        var rule = InputRule(
            .anything, promptTitle: column.name, prompt: column.meaning[language] + example, errorTitle: column.name,
            severity: .warning)
        switch column.kind {
        case .code, .codes:
            guard let list = column.codes, let name = lists.name(of: list) else { break }
            rule.condition = .listFrom(name)
            rule.prompt =
                column.meaning[language] + Text(nl: " Kies uit de lijst.", en: " Choose from the list.")[language]
            if list.isOpen || column.kind == .codes { rule.severity = .information }
            rule.errorMessage =
                Text(
                    nl: "Dit staat niet in de lijst. Kies liefst een waarde uit de lijst.",
                    en: "This is not in the list. Please choose a value of the list.")[language]
        case .day:
            rule.condition = .day(Self.days)
            rule.errorMessage =
                Text(
                    nl: "Vul een datum in: dag-maand-jaar, zoals 31-12-2026.",
                    en: "Fill in a date: day-month-year, such as 31-12-2026.")[language]
        case .money, .number:
            rule.condition = .number(-Self.largest...Self.largest)
            rule.errorMessage =
                Text(
                    nl: "Vul een getal in, zonder andere tekens.", en: "Fill in a number, without other signs.")[
                    language]
        case .text, .identifier, .kvk, .period: break
        }
        return rule
    }

    /// 1 January 1900 up to 31 December 2199: wide enough for any day, and far from a number that was typed by mistake.
    private static let days = 1...109_574
    private static let largest = 1e12
}
