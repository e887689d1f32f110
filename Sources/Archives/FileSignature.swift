/// What a file is by its first bytes, whatever its name says.
public enum FileSignature: Hashable, Sendable {
    /// A ZIP archive, and so perhaps a document of an office program: see ``OfficeDocument``.
    case zip
    /// A 7z archive.
    case sevenZip
    /// A RAR archive.
    case rar
    /// A file packed by gzip.
    case gzip
    /// A compound file of older programs of Microsoft: see ``CompoundDocument``.
    case compound(CompoundDocument)
    /// A PDF.
    case pdf
    /// A page of the web, which other programs save under the name of a workbook.
    case html
    /// A page of the web with all that belongs to it in one file, or a mail.
    case mime
    /// A workbook as one XML file, in the form of Excel 2003.
    case xmlSpreadsheet2003
    /// A workbook as one XML file, in the form of OpenDocument.
    case flatOpenDocument
    /// Other XML.
    case xml
    /// A text of a word processor (RTF).
    case richText
    /// A picture (PNG, JPEG, GIF, TIFF, WebP, HEIC).
    case picture
    /// An archive of another program (tar, bzip2, xz, zstd).
    case otherArchive
    /// A file of a database (SQLite, Access).
    case database
    /// A program.
    case program
    /// Data between programs (JSON), and not a table.
    case json
    /// A card of addresses or a calendar.
    case card
    /// An answer of a web server, with or without the page that it was to bring.
    case webAnswer
    /// A film or a recording (MP4, QuickTime, AVI, WAV, MP3, Matroska, Ogg).
    case recording
    /// Text without any mark of its own, or something unknown: reading it as text tells.
    case plain

    /// What the file that holds `bytes` is.
    ///
    /// Looks at the first kilobyte only; of a compound file also at the names of its parts.
    public static func of(_ bytes: [UInt8]) -> FileSignature {
        for (start, signature) in starts where bytes.starts(with: start) { return signature }
        if bytes.starts(with: CompoundDocument.start) { return .compound(CompoundDocument(bytes)) }
        if let container = container(bytes) { return container }
        return markup(bytes) ?? .plain
    }

    private static let starts: [([UInt8], FileSignature)] = [
        ([0x50, 0x4B, 3, 4], .zip), ([0x50, 0x4B, 5, 6], .zip), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip),
        (Array("Rar!\u{1A}\u{07}".utf8), .rar), ([0x1F, 0x8B, 8], .gzip), (Array("%PDF-".utf8), .pdf),
        (Array("{\\rtf".utf8), .richText), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], .picture),
        ([0xFF, 0xD8, 0xFF], .picture), (Array("GIF8".utf8), .picture), ([0x49, 0x49, 0x2A, 0], .picture),
        ([0x4D, 0x4D, 0, 0x2A], .picture), (Array("ID3".utf8) + [3], .recording),
        (Array("ID3".utf8) + [4], .recording), ([0x1A, 0x45, 0xDF, 0xA3], .recording),
        (Array("OggS\u{0}".utf8), .recording), (Array("BZh9".utf8), .otherArchive),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], .otherArchive), ([0x28, 0xB5, 0x2F, 0xFD], .otherArchive),
        (Array("SQLite format 3\u{0}".utf8), .database), ([0, 1, 0, 0] + Array("Standard ".utf8), .database),
        ([0x7F, 0x45, 0x4C, 0x46], .program), ([0x4D, 0x5A, 0x90, 0], .program),
    ]

    /// Files of which the kind stands some bytes further on.
    private static func container(_ bytes: [UInt8]) -> FileSignature? {
        guard bytes.count >= 12 else { return nil }
        if bytes.count >= 512, bytes[257..<262].elementsEqual("ustar".utf8) { return .otherArchive }
        let kind = Array(bytes[8..<12])
        if bytes.starts(with: "RIFF".utf8) { return kind.elementsEqual("WEBP".utf8) ? .picture : .recording }
        guard bytes[4..<8].elementsEqual("ftyp".utf8) else { return nil }
        return ["heic", "heix", "mif1", "avif"].contains { kind.elementsEqual($0.utf8) } ? .picture : .recording
    }

    /// How far a mark of text is looked for.
    private static let head = 1_024

    private static func markup(_ bytes: [UInt8]) -> FileSignature? {
        // Without the NULs, UTF-16 reads as ASCII does.
        var text = bytes.prefix(head).filter { $0 != 0 }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }[...]
        for mark: [UInt8] in [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]] where text.starts(with: mark) {
            text = text.dropFirst(mark.count)
            break
        }
        text = text.drop { $0 == 0x20 || 0x09...0x0D ~= $0 }
        if text.starts(with: "mime-version:".utf8) || isMail(text) { return .mime }
        if text.starts(with: "http/1.".utf8) || text.starts(with: "http/2 ".utf8) { return .webAnswer }
        if text.starts(with: "begin:vcard".utf8) || text.starts(with: "begin:vcalendar".utf8) { return .card }
        if isJSON(text) { return .json }
        guard text.first == UInt8(ascii: "<") else { return nil }
        if begins(text, with: "<svg") { return .picture }
        if pageStarts.contains(where: { begins(text, with: $0) }) { return .html }
        let words = String(decoding: text, as: UTF8.self)
        guard text.starts(with: "<?xml".utf8) || text.starts(with: "<!--".utf8) || text.starts(with: "<workbook".utf8)
        else { return words.contains("xmlns") || words.contains("</") && words.contains("><") ? .xml : nil }
        if words.contains("<svg") { return .picture }
        if words.contains("urn:schemas-microsoft-com:office:spreadsheet") || words.contains("progid=\"excel.sheet\"") {
            return .xmlSpreadsheet2003
        }
        if words.contains("<office:document ") || words.contains("<office:document\n") { return .flatOpenDocument }
        if pageStarts.contains(where: { words.contains($0) }) { return .html }
        return text.starts(with: "<?xml".utf8) ? .xml : nil
    }

    /// Whether the first lines are those above a mail: a known one first, and others of the kind below it.
    private static func isMail(_ text: ArraySlice<UInt8>) -> Bool {
        let lines = text.split(maxSplits: 4) { $0 == 0x0A || $0 == 0x0D }.prefix(3)
        guard lines.count == 3, mailLines.contains(where: { lines[lines.startIndex].starts(with: $0.utf8) }) else {
            return false
        }
        return lines.dropFirst().allSatisfy { line in
            // A long line goes on below, behind a blank.
            if line.first == 0x20 || line.first == 0x09 { return true }
            let name = line.prefix { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") }
            return !name.isEmpty && line.dropFirst(name.count).starts(with: ": ".utf8)
        }
    }

    private static let mailLines = [
        "from: ", "received: ", "return-path: ", "delivered-to: ", "message-id: ", "subject: ", "x-", "content-type: ",
        "to: ", "date: ",
    ]

    /// Whether `text` begins as an object or a list between programs does.
    private static func isJSON(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return false }
        let rest = text.dropFirst().drop { $0 == 0x20 || 0x09...0x0D ~= $0 }
        guard let next = rest.first else { return false }
        if first == UInt8(ascii: "[") { return "{[\"".utf8.contains(next) }
        guard next == UInt8(ascii: "\"") else { return false }
        let name = rest.dropFirst().prefix { $0 != UInt8(ascii: "\"") }
        return rest.dropFirst(name.count + 2).drop { $0 == 0x20 }.first == UInt8(ascii: ":")
    }

    /// With what a page of the web begins, or the piece of one that a program calls a workbook.
    private static let pageStarts = [
        "<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<title", "<style", "<script", "<div",
        "<center",
        "<font", "<span", "<tbody", "<thead", "<tr", "<br", "<h1", "<p>", "<b>",
    ]

    /// Whether `text` begins with the tag `start`, and not with a longer word.
    private static func begins(_ text: ArraySlice<UInt8>, with start: String) -> Bool {
        guard text.starts(with: start.utf8) else { return false }
        guard let next = text.dropFirst(start.utf8.count).first else { return true }
        return start.hasSuffix(">") || !(0x61...0x7A).contains(next) && !(0x30...0x39).contains(next)
    }
}

/// What a compound file of older programs of Microsoft holds.
public enum CompoundDocument: Hashable, Sendable {
    /// A workbook of Excel 97-2003 (xls).
    case workbook
    /// A text of Word 97-2003 (doc).
    case text
    /// A presentation of PowerPoint 97-2003 (ppt).
    case presentation
    /// A mail of Outlook (msg).
    case mail
    /// A document with a password, as present programs write it.
    case encrypted
    /// Something else.
    case other

    static let start: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    /// Names of parts stand in UTF-16 at multiples of 128 bytes. A mail may hold a workbook, and an encrypted package nothing else that counts.
    init(_ bytes: [UInt8]) {
        let names: [(String, CompoundDocument)] = [
            ("EncryptedPackage", .encrypted), ("__properties_version1.0", .mail), ("WordDocument", .text),
            ("PowerPoint Document", .presentation), ("Workbook", .workbook), ("Book", .workbook),
        ]
        let wanted: [[UInt8]] = names.map { name in name.0.utf8.reduce(into: []) { $0 += [$1, 0] } + [0, 0] }
        var found = names.count
        for start in stride(from: 0, to: bytes.count, by: 128) {
            for (index, name) in wanted.prefix(found).enumerated()
            where bytes[start] == name[0] && bytes[start...].starts(with: name) {
                found = index
                break
            }
            if found == 0 { break }
        }
        self = found < names.count ? names[found].1 : .other
    }
}
