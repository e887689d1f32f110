import Consolidations
import SocialReturnModel
import Spreadsheets
import Workbooks

/// The tables of the ministry's workbook as values: what stands in its cells, rounded like them, for programs.
public struct MinistryData: Sendable {
    /// What stands in a cell.
    public enum Value: Sendable, Hashable {
        case empty
        case text(String)
        case number(String)
        case day(Day)
    }

    /// What a column holds.
    public enum Kind: Sendable, Hashable { case text, number, day }

    /// A sheet of rows.
    public struct Table: Sendable {
        /// The name of the sheet, in lower case, with hyphens.
        public let name: String
        /// The name of the sheet as it is.
        public let sheet: String
        /// Its title and what it shows.
        public let title, meaning: String
        /// The columns.
        public let columns: [(name: String, title: String, kind: Kind)]
        /// The cells, row by row.
        public let rows: [[Value]]
    }

    /// The tables, in the order of the sheets; of sheets without rows only the columns.
    public let tables: [Table]

    /// The tables of the workbook on `overview`.
    public init(_ overview: Overview, _ language: Language) {
        let ministry = Ministry(
            overview, language, title: "", sheetRows: SheetLimits.excel.rows, toolVersion: nil, registerDigest: nil)
        tables = MinistrySheet.all.compactMap { sheet in
            guard let table = sheet.table else { return nil }
            let plan = table.definition(overview)
            let columns = plan.frame.columns.filter { $0.key != SheetRange.numberKey }
            return Table(
                name: Self.name(sheet.name), sheet: sheet.name, title: plan.frame.title[language],
                meaning: plan.frame.explanation[language],
                columns: columns.map { (Self.name($0.key), $0.heading[language], $0.look.dataKind) },
                rows: (0..<table.count(overview)).map { index in
                    let line = MinistryLine(ministry: ministry, index: index)
                    return plan.columns.map { Self.value($0.cell(line, language)) }
                })
        }
    }

    private static func value(_ cell: Cell) -> Value {
        switch cell.content {
        case .empty: .empty
        case .text(let text), .link(let text, _), .formula(_, .text(let text)): .text(text)
        case .decimal(let value, let decimals): .number(decimal(value, decimals))
        case .number(let value), .formula(_, .number(let value)): .number(plain(value))
        case .day(let day): .day(day)
        }
    }

    private static func decimal(_ value: Int64, _ decimals: Int) -> String {
        let digits = String(value.magnitude)
        guard decimals > 0 else { return String(value) }
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        var fraction = padded.suffix(decimals)
        while fraction.last == "0" { fraction.removeLast() }
        return (value < 0 ? "-" : "") + padded.dropLast(decimals) + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// The number without an exponent, and without a fraction of nothing.
    private static func plain(_ value: Double) -> String {
        guard value.magnitude < 1e15 else { return String(value) }
        let rounded = value.rounded()
        return rounded == value ? String(Int64(rounded)) : String(value)
    }

    /// Lower-case letters and digits, with `-` for all else.
    private static func name(_ text: String) -> String {
        var name = ""
        for character in text.lowercased() {
            let plain = character == "ë" ? "e" : character
            name.append(plain.isASCII && (plain.isLetter || plain.isNumber || plain == "_") ? plain : "-")
        }
        return name
    }
}

extension CellStyle {
    fileprivate var dataKind: MinistryData.Kind {
        switch self {
        case .integer, .quantity, .fte, .euros, .wholeEuros, .leftInteger, .leftEuros, .percent, .fullTime, .hours,
            .rowNumber:
            .number
        case .day, .overdueDay: .day
        default: .text
        }
    }
}
