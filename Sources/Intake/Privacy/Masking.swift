import SocialReturnModel

/// How a refused value is shown: byte for byte as asterisks, so that lengths and positions stay.
public enum Masking {
    /// What stands for each byte: `*`.
    public static let mask: UInt8 = 0x2A

    /// Masks `range` of `cell` in place.
    public static func apply(to cell: UnsafeMutableBufferPointer<UInt8>, _ range: Range<Int>) {
        precondition(
            range.lowerBound >= 0 && range.upperBound <= cell.count, "The range to mask lies outside of the cell.")
        cell[range].update(repeating: mask)
    }

    /// `text` with the hits that are masked in a column of class `column` as asterisks.
    public static func masked(_ text: String, _ hits: [PrivacyHit], in column: PrivacyClass) -> String {
        guard !hits.isEmpty else { return text }
        var bytes = Array(text.utf8)
        bytes.withUnsafeMutableBufferPointer { bytes in
            for hit in hits where hit.isMasked(in: column) { apply(to: bytes, hit.range) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The name of a file, folder or submission as it may be shown and written: a number in it that can be a BSN, and a
    /// bank account number, are masked.
    public static func safeName(_ name: String) -> String {
        masked(name, PrivacyScanner(searchesContacts: false).hits(in: name, column: .pseudonym), in: .pseudonym)
    }

    /// A heading, or another name that was typed into a sheet, as it may be shown and written: as a name, and without an e-mail address
    /// or a telephone number.
    static func safeHeading(_ heading: String) -> String {
        masked(heading, PrivacyScanner(searchesContacts: true).hits(in: heading, column: .pseudonym), in: .pseudonym)
    }
}

extension Masking {
    /// Whether `cell` holds a masked value, and so no value that can be read.
    static func isMasked(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        var run = 0
        for byte in cell {
            run = byte == mask ? run + 1 : 0
            if run >= 4 { return true }
        }
        return false
    }
}
