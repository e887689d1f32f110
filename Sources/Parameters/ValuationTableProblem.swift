import SocialReturnModel

/// What is wrong with a valuation table of the department's own.
public struct ValuationTableProblem: Sendable, Hashable {
    /// The file's name as it may be shown.
    public let file: String
    /// The row as a spreadsheet program numbers it; nil for the whole file.
    public let row: Int?
    /// The column; nil for the whole row.
    public let column: String?
    /// What is wrong.
    public let reason: Text
    /// Whether the table can still be used.
    public let isUsable: Bool

    init(_ file: String, row: Int? = nil, column: String? = nil, isUsable: Bool = false, nl: String, en: String) {
        self.file = file
        self.row = row
        self.column = column
        self.isUsable = isUsable
        reason = Text(nl: nl, en: en)
    }
}
