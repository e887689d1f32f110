/// The separator of a file and the evidence for it.
public struct SeparatorChoice: Sendable, Hashable {
    /// The separator that was used.
    public let byte: UInt8
    /// What decided.
    public let basis: SeparatorBasis
    /// How well the first lines agree on a number of columns with this separator; nil when they have one column.
    public let tally: ColumnTally?
    /// The separator that came second; nil when no other one gives two columns.
    public let runnerUp: ColumnTally?
}

/// What decided on the separator.
public enum SeparatorBasis: Sendable, Hashable {
    /// The caller named it.
    case given
    /// The first line says `sep=`.
    case directive
    /// The first lines of the file agree on it.
    case counted
    /// The cells were apart already, as on a worksheet.
    case cells
    /// Nothing: no separator gives two columns on most lines. A semicolon was assumed.
    case unclear
}

/// How many of the first records have the same number of columns with a separator.
///
/// Blank records and what stands before the first record of that many columns (title lines) are left out.
public struct ColumnTally: Sendable, Hashable {
    /// The separator.
    public let separator: UInt8
    /// The number of columns that most records have, at least 2.
    public let columns: Int
    /// How many records have exactly that many columns.
    public let agreeing: Int
    /// How many records were looked at, from the first one of that many columns.
    public let records: Int
}
