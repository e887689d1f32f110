/// The form in which names of columns, files and codes are compared: without regard to case, accents, blanks, underscores,
/// hyphens, full stops and a byte-order mark.
public enum FoldedName {
    /// `Uren_per-Week ` as `urenperweek`; signs that carry meaning (`<`, `>`, `+`, `%`) stay.
    public static func fold(_ name: String) -> String {
        if let folded = foldedASCII(name) { return folded }
        var folded = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "_", "-", ".", " ", "\t", "\r", "\n", "\u{a0}", "\u{feff}", "\u{200b}", "\u{200c}", "\u{200d}",
                "\u{2060}",
                "\u{202f}", "\u{2010}"..."\u{2015}":
                continue
            case "a"..."z", "0"..."9":
                folded.unicodeScalars.append(scalar)
            case "A"..."Z":
                folded.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: scalar) | 0x20))
            default:
                for part in String(scalar).lowercased().decomposedScalars where !part.properties.isDiacritic {
                    folded.unicodeScalars.append(part)
                }
            }
        }
        return folded
    }

    /// Nearly all names are ASCII, of which nothing need be looked up; nil for any other.
    private static func foldedASCII(_ name: String) -> String? {
        var isASCII = true
        let folded = String(unsafeUninitializedCapacity: name.utf8.count) { bytes in
            var count = 0
            for byte in name.utf8 {
                switch byte {
                case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), 0x20, 0x09, 0x0D, 0x0A,
                    // Diacritics that stand by themselves.
                    UInt8(ascii: "^"), UInt8(ascii: "`"):
                    continue
                case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes[count] = byte | 0x20
                case 0x80...: isASCII = false
                default: bytes[count] = byte
                }
                guard isASCII else { break }
                count += 1
            }
            return isASCII ? count : 0
        }
        return isASCII ? folded : nil
    }
}

extension String {
    /// The scalars with letters and accents apart, for the Latin letters that Dutch, French and German use.
    fileprivate var decomposedScalars: [Unicode.Scalar] {
        unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
            switch scalar {
            case "à"..."å": ["a"]
            case "ç": ["c"]
            case "è"..."ë": ["e"]
            case "ì"..."ï": ["i"]
            case "ñ": ["n"]
            case "ò"..."ö": ["o"]
            case "ù"..."ü": ["u"]
            case "ý", "ÿ": ["y"]
            case "ĳ": ["i", "j"]
            case "ß": ["s", "s"]
            default: [scalar]
            }
        }
    }
}
