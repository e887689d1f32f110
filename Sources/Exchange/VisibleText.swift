/// The one place where text from elsewhere is made safe for a terminal, a log and a mail: what would steer them is shown instead.
///
/// Control characters show as their picture (␛ for escape), others by their number (`<U+202E>`): a name cannot move the cursor, colour
/// the screen, ring the bell, begin a line of its own or turn the direction of what follows.
package enum VisibleText {
    /// `text` with everything that steers shown as a visible sign. `keepsLineBreaks` leaves line feeds alone, for text that was put
    /// together here and holds none of anybody else.
    package static func escaped(_ text: String, keepsLineBreaks: Bool = false) -> String {
        var text = text
        let isPlain = text.withUTF8 { bytes in
            !bytes.indices.contains { steers(bytes, $0) && !(keepsLineBreaks && bytes[$0] == 0x0A) }
        }
        guard !isPlain else { return text }
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if keepsLineBreaks, scalar == "\n" {
                escaped.append(scalar)
            } else {
                append(scalar, to: &escaped)
            }
        }
        return String(escaped)
    }

    /// Whether a character that steers begins at `index`.
    static func steers(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        let byte = bytes[index]
        if byte < 0x20 || byte == 0x7F { return true }
        guard byte == 0xC2 || byte == 0xD8 || byte == 0xE2, index + 1 < bytes.count else { return false }
        let next = bytes[index + 1]
        switch (byte, next) {
        case (0xC2, 0x80...0x9F), (0xD8, 0x9C): return true  // C1, and the Arabic letter mark
        case (0xE2, 0x80) where index + 2 < bytes.count:
            // Marks of direction, line and paragraph separators, embeddings and overrides.
            return (0x8E...0x8F).contains(bytes[index + 2]) || (0xA8...0xAE).contains(bytes[index + 2])
        case (0xE2, 0x81) where index + 2 < bytes.count: return (0xA6...0xA9).contains(bytes[index + 2])  // isolates
        default: return false
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to text: inout String.UnicodeScalarView) {
        switch scalar.value {
        case 0..<0x20: text.append(Unicode.Scalar(UInt8(scalar.value)).picture)
        case 0x7F: text.append("\u{2421}")
        case 0x80...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
            let digits = String(scalar.value, radix: 16, uppercase: true)
            let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
            text.append(contentsOf: "<U+\(zeros)\(digits)>".unicodeScalars)
        default: text.append(scalar)
        }
    }
}

extension Unicode.Scalar {
    /// The picture of a control character.
    fileprivate var picture: Unicode.Scalar { Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}" }
}
