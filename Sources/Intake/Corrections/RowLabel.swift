import SocialReturnModel

/// How a row of a supplier is known in the feedback, whatever order its sheet is sorted in: the number that it had in the delivery, and the
/// sheet where the table goes on on a second one, on which numbers begin anew. It stands in the column *Uw rij*, beside its row, and on the
/// hidden sheet with what was delivered.
public struct RowLabel: Hashable, Sendable {
    /// The row as a spreadsheet program shows it in the delivery.
    public let number: Int
    /// The sheet or file of the delivery, where the table goes on in another one than its first.
    public let sheet: String?

    /// The row `number` of the first sheet of a table, or of one on which it goes on.
    init(_ number: Int, on sheet: String? = nil) { (self.number, self.sheet) = (number, sheet) }

    /// Reads what stands in a cell: `12`, `Inzet Q2: 12`; nil for anything else.
    init?(_ text: String) {
        let text = text.trimmingBlanks
        guard let sign = text.lastIndex(of: ":") else {
            guard let number = Int(text) else { return nil }
            self.init(number)
            return
        }
        guard let number = Int(String(text[text.index(after: sign)...]).trimmingBlanks) else { return nil }
        self.init(number, on: String(text[..<sign]))
    }

    /// The text of the cell where it is more than a number.
    public var text: String { sheet.map { "\($0): \(number)" } ?? "\(number)" }
}

extension RowLabel: ExpressibleByIntegerLiteral {
    /// The row with this number on the first sheet of a table.
    public init(integerLiteral number: Int) { self.init(number) }
}

extension SourceTable {
    /// How the row that was read from `record` is known in the feedback.
    public func label(of record: Int) -> RowLabel {
        RowLabel(cells.row(of: record), on: furtherPart(of: record))
    }
}
