import Plumbing

/// What formulas look like that were found sound: those of a column differ in their numbers only, and what is checked of a formula does not
/// depend on them. A large sheet has a million formulas of a few shapes.
struct FormulaShapes {
    private var known: Set<UInt64> = []
    /// More shapes than any sheet of ours has.
    private static let most = 1_024

    /// Whether a formula of this shape was sound.
    func contains(_ shape: UInt64) -> Bool { known.contains(shape) }

    /// Remembers that a formula of this shape is sound.
    mutating func insert(_ shape: UInt64) {
        if known.count < Self.most { known.insert(shape) }
    }

    /// The formula as a number, with each run of digits as one digit; nil for one that has other signs than those of ASCII, and for an
    /// empty one.
    static func shape(of formula: String) -> UInt64? {
        var formula = formula
        return formula.withUTF8 { bytes in
            guard bytes.count > 1, bytes.allSatisfy({ $0 &- 0x20 < 0x5f }) else { return nil }
            return ByteHash.shape(of: bytes)
        }
    }
}
