import SocialReturnModel

/// What is wrong with a valuation table of the department's own: where, what, and what to do.
public struct ValuationTableProblem: Sendable, Hashable {
    /// The name of the table, as far as a line gives one; empty for none.
    public let tableID: String
    /// The file's name as it may be shown.
    public let file: String
    /// The row as a spreadsheet program numbers it; nil for the whole file.
    public let row: Int?
    /// The column; nil for the whole row.
    public let column: String?
    /// What is wrong, as a sentence.
    public let reason: Text
    /// What whoever keeps the table has to do, as a sentence.
    public let remedy: Text
    /// Whether the table can still be used.
    public let isUsable: Bool

    /// The file, the row and the column: `tabel.csv, rij 4, kolom waarde`.
    public var place: Text {
        var (nl, en) = (file, file)
        if let row {
            nl += ", rij \(row)"
            en += ", row \(row)"
        }
        if let column {
            nl += ", kolom \(column)"
            en += ", column \(column)"
        }
        return Text(nl: nl, en: en)
    }

    /// Place, reason and remedy in one line.
    public var text: Text {
        Text(nl: "\(place.nl): \(reason.nl) \(remedy.nl)", en: "\(place.en): \(reason.en) \(remedy.en)")
    }

    init(
        _ tableID: String, _ file: String, row: Int? = nil, column: String? = nil, isUsable: Bool = false,
        _ reason: Text, remedy: Text
    ) {
        self.tableID = tableID
        self.file = file
        self.row = row
        self.column = column
        self.isUsable = isUsable
        self.reason = reason
        self.remedy = remedy
    }
}
