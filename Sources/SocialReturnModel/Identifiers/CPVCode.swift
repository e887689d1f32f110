/// A code of the common procurement vocabulary: eight digits, with or without a hyphen and a ninth.
///
/// The ninth digit is never computed: the documented method does not give the published digits, and the Commission has
/// confirmed that the 2008 revision holds an error that stays. Whether a code exists only the list can tell.
public enum CPVCode {
    /// What a text is as a CPV code.
    public enum Outcome: Sendable, Hashable {
        case eightDigits, withCheckDigit, wrongFormat
    }

    /// Checks the form of `text`, without blanks around it.
    public static func check(_ text: some Collection<UInt8>) -> Outcome {
        let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
        guard text.prefix(8).allSatisfy(isDigit) else { return .wrongFormat }
        let rest = text.dropFirst(8)
        switch text.count {
        case 8: return .eightDigits
        case 10 where rest.first == 0x2D && rest.dropFirst().allSatisfy(isDigit): return .withCheckDigit
        default: return .wrongFormat
        }
    }
}
