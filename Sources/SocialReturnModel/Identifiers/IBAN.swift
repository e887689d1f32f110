/// An international bank account number: country, two check digits and the number of the account.
public enum IBAN {
    /// What a text is as an IBAN.
    public enum Outcome: Sendable, Hashable {
        case valid
        /// Not two letters, two digits and then letters and digits; for NL four letters and ten digits.
        case wrongFormat
        /// Longer or shorter than the country's numbers are; 15 to 34 positions for a country that is not listed here.
        case wrongLength
        case failsModulo97
    }

    /// Checks `text`. Case and blanks do not count.
    public static func check(_ text: some Collection<UInt8>) -> Outcome {
        let characters = text.lazy.filter { $0 != 0x20 }
        var country: (UInt8, UInt8) = (0, 0)
        var checkDigits: (UInt8, UInt8) = (0, 0)
        var modulo = Modulo97()
        var length = 0
        for byte in characters {
            let isDigit = (0x30...0x39).contains(byte)
            let isLetter = (0x41...0x5A).contains(byte & 0xDF)
            let isDutch = country == (UInt8(ascii: "N"), UInt8(ascii: "L"))
            switch length {
            case 0 where isLetter: country.0 = byte & 0xDF
            case 1 where isLetter: country.1 = byte & 0xDF
            case 2 where isDigit: checkDigits.0 = byte
            case 3 where isDigit: checkDigits.1 = byte
            case 4...7 where isDutch ? isLetter : isLetter || isDigit: modulo.add(byte)
            case 8... where isDutch ? isDigit : isLetter || isDigit: modulo.add(byte)
            default: return .wrongFormat
            }
            length += 1
        }
        guard length >= 4 else { return .wrongFormat }
        if let expected = self.length(country.0, country.1) {
            guard length == expected else { return .wrongLength }
        } else {
            guard (15...34).contains(length) else { return .wrongLength }
        }
        for byte in [country.0, country.1, checkDigits.0, checkDigits.1] { modulo.add(byte) }
        return modulo.remainder == 1 ? .valid : .failsModulo97
    }

    /// The number of positions in the country whose code is `first` and `second` (ASCII letters, either case), or nil when
    /// the country is not listed.
    public static func length(_ first: UInt8, _ second: UInt8) -> Int? {
        lengths[UInt16(first & 0xDF) << 8 | UInt16(second & 0xDF)]
    }

    /// The countries of the single euro payments area and others whose numbers occur here.
    private static let lengths: [UInt16: Int] = {
        let table =
            "NL18 BE16 DE22 FR27 LU20 AT20 ES24 IT27 PT25 IE22 FI18 GR27 CY28 MT31 SI19 SK24 EE20 LV21 LT20 HR21 BG22 "
            + "CZ24 DK18 HU28 PL28 RO24 SE24 IS26 LI21 NO15 CH21 GB22 MC27 SM27 AD24 VA22 GI23 FO18 GL18 TR26 MA28 TN24 "
            + "UA29 RS22 AL28 BA20 ME22 MK19 XK20 MD24 GE22 IL23 SA24 AE23 QA29 KW30 PK24 JO30 LB28 EG29"
        var lengths: [UInt16: Int] = [:]
        for entry in table.split(separator: " ") {
            let bytes = Array(entry.utf8)
            lengths[UInt16(bytes[0]) << 8 | UInt16(bytes[1])] = Int(bytes[2] - 0x30) * 10 + Int(bytes[3] - 0x30)
        }
        return lengths
    }()
}
