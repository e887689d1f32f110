import Plumbing

/// The rules for names of sheets, and how formulas write them.
public enum SheetName {
    /// The longest name in UTF-16 units.
    public static let maximumLength = 31

    /// The name as formulas write it: always between apostrophes, those inside doubled.
    ///
    /// Names such as `2026` or `Q1` are misread without them, and every program accepts them.
    public static func quoted(_ name: String) -> String { SheetReference.quoted(name) }

    /// What is wrong with a name, or `nil` when Excel takes it. Says nothing of other sheets of the same name.
    public static func problem(in name: String) -> SheetNameProblem? {
        if name.isEmpty { return .empty }
        let length = name.utf16.count
        if length > maximumLength { return .tooLong(length: length) }
        if let scalar = name.unicodeScalars.first(where: { "[]:*?/\\".unicodeScalars.contains($0) }) {
            return .forbiddenCharacter(scalar)
        }
        if let scalar = name.unicodeScalars.first(where: { $0.value < 0x20 || !isXMLCharacter($0) }) {
            return .forbiddenCharacter(scalar)
        }
        // By scalar: an apostrophe with a combining accent is still an apostrophe to Excel.
        if name.unicodeScalars.first == "'" || name.unicodeScalars.last == "'" { return .apostropheAtEdge }
        if name.lowercased() == "history" { return .reserved }
        if TextBuffer.containsHexEscape(name) { return .hexEscape }
        return nil
    }
}

/// Why a sheet cannot have a name.
public enum SheetNameProblem: Hashable, Sendable {
    /// The name is empty.
    case empty
    /// The name is longer than 31 UTF-16 units.
    case tooLong(length: Int)
    /// The name holds one of `[ ] : * ? / \`, a control character, or one that XML does not know.
    case forbiddenCharacter(Unicode.Scalar)
    /// The name begins or ends with an apostrophe.
    case apostropheAtEdge
    /// Excel keeps `History` for itself.
    case reserved
    /// The name holds a text like `_x0041_`, which Excel reads as one character.
    case hexEscape
    /// Another sheet has this name; case does not count.
    case duplicate
}
