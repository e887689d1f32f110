/// Structural damage of a file: what was wrong with its form, and where it begins.
///
/// Lines are physical lines, counted from 1.
public enum Damage: Sendable, Hashable {
    /// A quote opens on `line` and never closes. The record was recovered and is flagged by
    /// ``DelimitedTable/isDamaged(_:)``; the lines after it were read normally.
    case unclosedQuote(line: Int)

    /// A quoted field that opens on `line` has unescaped quotes in it or text behind its closing quote, as in
    /// `"buis 5" dik"` and `"Jansen" BV`. It was read as one cell and the record is sound.
    case misplacedQuote(line: Int)

    /// NUL bytes in otherwise readable text: `count` in all, the first on `line`. They are left out of the cells.
    case nulBytes(count: Int, line: Int)

    /// Bytes that are not what the encoding promises: `count` in all, the first on `line`. In UTF-8 text they were
    /// read as Windows-1252, in UTF-16 text and in that of a code page replaced by U+FFFD.
    case invalidBytes(count: Int, line: Int)

    /// The physical line, from 1, on which the damage begins.
    public var line: Int {
        switch self {
        case .unclosedQuote(let line), .misplacedQuote(let line): line
        case .nulBytes(_, let line), .invalidBytes(_, let line): line
        }
    }
}
