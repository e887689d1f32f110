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
        masked(text, hits.filter { $0.isMasked(in: column) }.map(\.range))
    }

    private static func masked(_ text: String, _ ranges: [Range<Int>]) -> String {
        guard !ranges.isEmpty else { return text }
        var bytes = Array(text.utf8)
        bytes.withUnsafeMutableBufferPointer { bytes in
            for range in ranges { apply(to: bytes, range) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The name of a file, folder, entry, sheet or submission as it may be shown and written: a number in it that can be a BSN, bank
    /// accounts, e-mail addresses, telephone numbers, names of persons, dates of birth and where somebody lives are masked. A path is searched folder by folder.
    ///
    /// The name of an organisation stays, also when it has that of a person in it (`Jan Voorbeeld Hoveniers`, `Bakkerij Voorbeeld`), and so
    /// does what stands behind the last full stop.
    public static func safeName(_ name: String) -> String {
        // Without the kind of file, which would be the end of a mail address.
        let kind = fileKinds.first { name.lowercased().hasSuffix($0) } ?? ""
        let stem = String(name.dropLast(kind.count))
        // A number may go over folders, and what stands before one is no part of what stands in it (`map 3/06-12345678`).
        let whole = safe(stem, in: .pseudonym, .reference)
        let parts = whole.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 1 else { return whole + name.suffix(kind.count) }
        return parts.map { safe(String($0), in: .pseudonym, .reference) }.joined(separator: "/")
            + name.suffix(kind.count)
    }

    private static let fileKinds = [
        ".csv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods", ".zip", ".pdf", ".docx", ".doc", ".json", ".html", ".msg",
        ".eml",
    ]

    /// A heading, or another name that was typed into a sheet, as it may be shown and written: as a name, and without a person who is named
    /// in a sentence.
    static func safeHeading(_ heading: String) -> String {
        safe(heading, in: .pseudonym, .heading)
    }

    /// A text of any column as it may be shown, where nothing tells any more what the column was.
    static func safeText(_ text: String) -> String { safe(text, in: .freeText, .heading) }

    /// `text` without what may not be shown, searched as a cell of a column of class `column` and for persons in `style`.
    private static func safe(_ text: String, in column: PrivacyClass, _ style: NameSearch.Style) -> String {
        var safe = text
        // What was masked can lay bare what it was glued to. Nothing that people write needs more.
        for _ in 0..<4 {
            let before = safe
            safe = masked(safe, scanner.hits(in: safe, column: column), in: column)
            safe = masked(safe, safe.withUTF8 { PersonNameCheck.names(in: $0, style) })
            safe = masked(safe, safe.withUTF8(birthAndHome))
            if safe == before { break }
        }
        return safe
    }

    /// Where `name` calls a day one of birth, or says where somebody lives.
    private static func birthAndHome(_ name: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var hits: [PrivacyHit] = []
        TextSearch.search(name, .withoutNames, into: &hits, from: 0)
        return hits.map(\.range)
    }

    private static let scanner = PrivacyScanner(searchesContacts: true)
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
