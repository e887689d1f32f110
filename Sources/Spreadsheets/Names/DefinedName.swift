/// The rules for names that stand for a range or a formula.
enum DefinedName {
    /// libxlsxwriter keeps a name and its formula in 128 bytes each, with the closing zero, and cuts off what is more.
    static let maximumBytes = 127

    /// What is wrong with a name, or `nil` when Excel takes it. Says nothing of other names.
    static func problem(in name: String) -> DefinedNameProblem? {
        guard let first = name.unicodeScalars.first else { return .empty }
        if name.utf8.count > maximumBytes { return .tooLong(bytes: name.utf8.count) }
        if !(first.properties.isAlphabetic || first == "_" || first == "\\") { return .forbiddenCharacter(first) }
        let isAllowed = { (scalar: Unicode.Scalar) in
            scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
                || "_.\\".unicodeScalars.contains(scalar)
        }
        if let scalar = name.unicodeScalars.dropFirst().first(where: { !isAllowed($0) }) {
            return .forbiddenCharacter(scalar)
        }
        if looksLikeCell(name) { return .looksLikeCell }
        return nil
    }

    /// Whether Excel would read the name as a cell: `A1`, `XFD10`, `R1C1`, `R`, `C`.
    private static func looksLikeCell(_ name: String) -> Bool {
        let upper = Array(name.uppercased().utf8)
        let letters = upper.prefix { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        let digits = upper.dropFirst(letters.count)
        if (1...3).contains(letters.count), !digits.isEmpty, digits.allSatisfy(isDigit) { return true }
        guard upper.first == UInt8(ascii: "R") || upper.first == UInt8(ascii: "C") else { return false }
        let rest = upper.drop { isDigit($0) || $0 == UInt8(ascii: "R") || $0 == UInt8(ascii: "C") }
        return rest.isEmpty
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

/// Why a defined name is refused.
public enum DefinedNameProblem: Hashable, Sendable {
    /// The name is empty.
    case empty
    /// The name is longer than 127 bytes.
    case tooLong(bytes: Int)
    /// The name begins with, or holds, a character that a name may not have.
    case forbiddenCharacter(Unicode.Scalar)
    /// The name would be read as a cell.
    case looksLikeCell
    /// The name exists already; case does not count.
    case duplicate
    /// The formula it stands for is empty.
    case emptyFormula
    /// The formula it stands for is longer than 127 bytes, which libxlsxwriter would cut off.
    case formulaTooLong(bytes: Int)
    /// The formula it stands for holds a character that XML does not know.
    case formulaForbiddenCharacter(Unicode.Scalar)
}
