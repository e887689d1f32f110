/// The Dutch VAT identification number (*btw-id*): NL, nine digits, B and two digits.
///
/// The nine digits of a legal entity are its RSIN. Those of a sole trader were the BSN until 2020; since then the number as
/// a whole has the remainder 1 by 97.
public enum VATNumber {
    /// What a text is as a VAT number.
    public enum Outcome: Sendable, Hashable {
        /// The nine digits pass the elfproef: a legal entity, or the old number of a sole trader, which holds the BSN.
        case passesElevenTest
        /// The remainder by 97 is 1: a sole trader since 2020.
        case passesModulo97
        /// Both tests pass; the number itself does not tell which kind it is.
        case passesBoth
        case wrongFormat
        case failsBothTests

        /// Whether the number can exist.
        public var isValid: Bool {
            switch self {
            case .passesElevenTest, .passesModulo97, .passesBoth: true
            case .wrongFormat, .failsBothTests: false
            }
        }

        /// Whether the number holds a BSN when it belongs to a sole trader.
        ///
        /// A number that passes both tests is taken for a new one: one in eleven of those passes the elfproef by chance, and
        /// one in 97 of the old ones has the remainder 1.
        public var holdsBSNOfSoleTrader: Bool { self == .passesElevenTest }
    }

    /// Checks `text`. Case does not count, and neither do blanks, full stops and hyphens.
    public static func check(_ text: some Collection<UInt8>) -> Outcome {
        var position = 0
        var number: UInt32 = 0
        var modulo = Modulo97()
        for byte in text where byte != 0x20 && byte != 0x2E && byte != 0x2D {
            let isDigit = (0x30...0x39).contains(byte)
            let fits =
                switch position {
                case 0: byte & 0xDF == UInt8(ascii: "N")
                case 1: byte & 0xDF == UInt8(ascii: "L")
                case 11: byte & 0xDF == UInt8(ascii: "B")
                case 2...13: isDigit
                default: false
                }
            guard fits else { return .wrongFormat }
            if (2...10).contains(position) { number = number * 10 + UInt32(byte - 0x30) }
            modulo.add(byte)
            position += 1
        }
        guard position == 14 else { return .wrongFormat }
        switch (ElevenTest.passesBSN(number), modulo.remainder == 1) {
        case (true, true): return .passesBoth
        case (true, false): return .passesElevenTest
        case (false, true): return .passesModulo97
        case (false, false): return .failsBothTests
        }
    }
}
