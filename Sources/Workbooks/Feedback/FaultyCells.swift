import SocialReturnModel
import Spreadsheets

/// The marked cells of a sheet, by column, so that each gets a drop-down or a hint: what may stand there, with an example.
///
/// A sheet holds few such rules (255). Cells under each other share one; a column with too many gaps gets one from its first to its
/// last marked cell.
struct FaultyCells {
    /// A column of the table, and where it stands on the sheet.
    struct Column {
        let facts: ColumnDescriptor
        let position: Int
    }

    private let columns: [Column]
    private var runs: [[ClosedRange<Int>]]

    /// No cells yet of `columns`.
    init(_ columns: [Column]) {
        self.columns = columns
        runs = Array(repeating: [], count: columns.count)
    }

    /// More than a sheet has room for.
    private static let mostRuns = 256

    /// Adds the cell of the column at `index` of the columns, on a row after those before.
    mutating func add(_ index: Int, row: Int) {
        if let last = runs[index].last, last.upperBound >= row - 1 || runs[index].count == Self.mostRuns {
            runs[index][runs[index].count - 1] = last.lowerBound...max(row, last.upperBound)
        } else {
            runs[index].append(row...row)
        }
    }

    /// Gives the cells their rules; `spent` rules of the sheet are taken.
    func apply(to sheet: Sheet, _ lists: ChoiceLists, _ language: Language, spent: Int) throws(SpreadsheetError) {
        let used = runs.count { !$0.isEmpty }
        guard used > 0 else { return }
        let share = max(0, sheet.limits.inputRules - spent) / used
        guard share > 0 else { return }
        for (column, runs) in zip(columns, runs) {
            guard let first = runs.first, let last = runs.last else { continue }
            let ranges = runs.count <= share ? runs : [first.lowerBound...last.upperBound]
            let rule = rule(for: column.facts, lists, language)
            for rows in ranges { try sheet.inputRule(rule, for: CellRange(rows: rows, column: column.position)) }
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
