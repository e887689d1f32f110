import WorksheetReading

/// Cells that a formula takes its value from.
struct Precedent {
    /// The sheet's position.
    let sheet: Int
    /// The cells.
    let range: StoredRange
    /// The rows among them that count, from 0, where the formula chooses; nil for all.
    var rows: [Int]?
    /// Whether the cells only tell which rows count.
    var choosesRows = false
}

extension [Precedent] {
    /// Lets the first range stand for the rows.
    fileprivate mutating func showFirstRows() {
        if let first = firstIndex(where: { !$0.range.isOneCell }) { self[first].choosesRows = false }
    }
}

/// What formulas of one workbook lead to. Sheets are read when a formula leads there, each once.
struct PrecedentFinder {
    let workbook: StoredWorkbook
    private var sheets: [Int: StoredSheet] = [:]

    init(_ workbook: StoredWorkbook) { self.workbook = workbook }

    /// The sheet at `position`.
    mutating func sheet(_ position: Int) throws(WorkbookError) -> StoredSheet {
        if let known = sheets[position] { return known }
        let sheet = try workbook.sheet(at: position)
        sheets[position] = sheet
        return sheet
    }

    /// The cells that `formula`, which stands on the sheet at `home`, takes its value from, in the order in which it names them.
    mutating func precedents(of formula: Formula, on home: Int) throws(WorkbookError) -> [Precedent] {
        switch formula {
        case .number, .text, .name: return []
        case .cells(let sheet, let range):
            guard let position = position(sheet, home) else { return [] }
            return [Precedent(sheet: position, range: range)]
        case .operation(_, let parts): return try all(parts, home)
        case .call(let name, let parts):
            switch name {
            case "SUMPRODUCT": return try ofProduct(parts, home)
            case "COUNTIFS", "COUNTIF": return try ofConditions(nil, parts, home)
            case "SUMIFS", "AVERAGEIFS", "MINIFS", "MAXIFS":
                return try ofConditions(parts.first, Array(parts.dropFirst()), home)
            case "SUMIF":
                return try ofConditions(parts.count > 2 ? parts[2] : parts.first, Array(parts.prefix(2)), home)
            default: return try all(parts, home)
            }
        }
    }

    private mutating func all(_ parts: [Formula], _ home: Int) throws(WorkbookError) -> [Precedent] {
        var found: [Precedent] = []
        for part in parts { found += try precedents(of: part, on: home) }
        return found
    }

    private func position(_ sheet: String?, _ home: Int) -> Int? {
        sheet.map { workbook.position(ofSheet: $0) } ?? home
    }

    /// The rows in which every part counts for something.
    private mutating func ofProduct(_ parts: [Formula], _ home: Int) throws(WorkbookError) -> [Precedent] {
        var found: [Precedent] = []
        for part in parts {
            var own = try precedents(of: part, on: home)
            if case .cells = part {
            } else {
                for index in own.indices where !own[index].range.isOneCell { own[index].choosesRows = true }
            }
            found += own
        }
        // Where nothing is added up the rows are counted.
        if !found.contains(where: { !$0.range.isOneCell && !$0.choosesRows }) { found.showFirstRows() }
        guard let rows = found.first(where: { !$0.range.isOneCell })?.range.rows else { return found }
        var counting = Array(rows)
        for part in parts {
            guard let values = try column(part, rows, home) else { continue }
            counting.removeAll { values[$0 - rows.lowerBound].factor == 0 }
        }
        narrow(&found, to: counting, within: rows)
        return found
    }

    /// The rows that meet all conditions, each a range and what it must be.
    private mutating func ofConditions(
        _ summed: Formula?, _ conditions: [Formula], _ home: Int
    ) throws(WorkbookError) -> [Precedent] {
        var found = try all([summed].compactMap { $0 }, home)
        for condition in conditions {
            var own = try precedents(of: condition, on: home)
            for index in own.indices where !own[index].range.isOneCell { own[index].choosesRows = true }
            found += own
        }
        if summed == nil { found.showFirstRows() }
        guard case .cells(_, let first)? = conditions.first else { return found }
        let rows = first.rows
        var counting = Array(rows)
        for index in stride(from: 0, to: conditions.count - 1, by: 2) {
            guard let values = try column(conditions[index], rows, home),
                let condition = try value(conditions[index + 1], home)
            else { continue }
            counting.removeAll { !values[$0 - rows.lowerBound].meets(condition) }
        }
        narrow(&found, to: counting, within: rows)
        return found
    }

    private func narrow(_ found: inout [Precedent], to counting: [Int], within rows: ClosedRange<Int>) {
        for index in found.indices where found[index].range.rows == rows && !found[index].range.isOneCell {
            found[index].rows = counting
        }
    }

    /// The values of `part` in each of `rows`; nil where it cannot be told.
    private mutating func column(
        _ part: Formula, _ rows: ClosedRange<Int>, _ home: Int
    ) throws(WorkbookError) -> [FormulaValue]? {
        switch part {
        case .cells(let name, let range) where range.rows == rows && range.columns.count == 1:
            guard let position = position(name, home) else { return nil }
            let sheet = try sheet(position)
            return rows.map { FormulaValue(sheet.cell(CellAddress(row: $0, column: range.columns.lowerBound))) }
        case .operation("-", let parts) where parts.count == 1:
            return try column(parts[0], rows, home)?.map { .number(-$0.factor) }
        case .operation(let sign, let parts) where parts.count == 2:
            guard let one = try column(parts[0], rows, home), let two = try column(parts[1], rows, home) else {
                return nil
            }
            var values: [FormulaValue] = []
            for (one, two) in zip(one, two) {
                guard let value = Self.combined(one, sign, two) else { return nil }
                values.append(value)
            }
            return values
        default:
            guard let value = try value(part, home) else { return nil }
            return Array(repeating: value, count: rows.count)
        }
    }

    /// The value of `part`; nil where it cannot be told without calculating.
    private mutating func value(_ part: Formula, _ home: Int) throws(WorkbookError) -> FormulaValue? {
        switch part {
        case .number(let number): return .number(number)
        case .text(let text): return .text(text)
        case .cells(let name, let range) where range.isOneCell:
            guard let position = position(name, home) else { return nil }
            return FormulaValue(
                try sheet(position).cell(CellAddress(row: range.rows.lowerBound, column: range.columns.lowerBound)))
        case .operation("-", let parts) where parts.count == 1:
            return try value(parts[0], home).map { .number(-$0.factor) }
        case .operation(let sign, let parts) where parts.count == 2:
            guard let one = try value(parts[0], home), let two = try value(parts[1], home) else { return nil }
            return Self.combined(one, sign, two)
        default: return nil
        }
    }

    private static func combined(_ one: FormulaValue, _ sign: String, _ two: FormulaValue) -> FormulaValue? {
        switch sign {
        case "&": .text(one.text + two.text)
        case "+": .number(one.factor + two.factor)
        case "-": .number(one.factor - two.factor)
        case "*": .number(one.factor * two.factor)
        case "/": two.factor == 0 ? nil : .number(one.factor / two.factor)
        default: one.compares(sign, two).map { .truth($0) }
        }
    }
}
