import SocialReturnModel

/// A small submission that breaks a rule or does not. Each is a test.
///
/// An example starts from one sound submission and names what differs, in the column names that suppliers use:
/// `inzet: begindatum=01-06-2026; einddatum=31-05-2026`. A second line for the same table is a second row. `inzet -einddatum:`
/// leaves a column out, `inzet +naam: naam=…` adds one. A table's name alone (`bewijs`) empties the table, with a minus before it
/// (`-bewijs`) it is not submitted. Register tables are named the same way. `bestand uren.csv: …` is a file as it stands; of a workbook, `bestand uren.xlsx: …`,
/// the lines are rows, in which `~98~` is struck through and `98^` has a note beside it.
public struct Example: Sendable {
    /// Whether the rule must report something.
    public let triggers: Bool
    /// What differs from the sound submission.
    public let lines: [String]
    /// Whether the contract register is given.
    public let withRegister: Bool
    /// Submissions of earlier periods, each as lines; with another `leverancier_kvk` on the cover one of another supplier.
    public let previous: [[String]]
    /// The module and file that the example stands in, so that a failing test points at it; the folder of who built it is nobody's business.
    public let file: StaticString
    /// The line of that file.
    public let line: UInt

    /// A submission that breaks the rule.
    public static func triggers(
        _ lines: String..., withRegister: Bool = true, previous: [[String]] = [], file: StaticString = #fileID,
        line: UInt = #line
    ) -> Example {
        Example(
            triggers: true, lines: lines, withRegister: withRegister, previous: previous, file: file, line: line)
    }

    /// A submission that does not break the rule.
    public static func passes(
        _ lines: String..., withRegister: Bool = true, previous: [[String]] = [], file: StaticString = #fileID,
        line: UInt = #line
    ) -> Example {
        Example(
            triggers: false, lines: lines, withRegister: withRegister, previous: previous, file: file, line: line)
    }
}
