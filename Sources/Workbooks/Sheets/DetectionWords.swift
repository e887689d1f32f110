import DelimitedText
import Plumbing
import SocialReturnModel

/// How a file was read, with the evidence, in words.
struct DetectionWords: Bilingual {
    let detection: Detection
    let language: Language

    /// The encoding.
    var encoding: String {
        switch detection.encoding {
        case .utf8: "UTF-8"
        case .utf8WithByteOrderMark: words("UTF-8 met BOM", "UTF-8 with BOM")
        case .utf16(let order, _):
            "UTF-16 "
                + (order == .littleEndian
                    ? words("(lage byte eerst)", "(low byte first)") : words("(hoge byte eerst)", "(high byte first)"))
        case .codePage(let page, _): name(page)
        case .worksheet: "Unicode"
        case .unreadable: words("onleesbaar", "unreadable")
        }
    }

    /// Why this encoding.
    var encodingEvidence: String {
        switch detection.encoding {
        case .utf8: words("alle bytes zijn geldige UTF-8", "all bytes are valid UTF-8")
        case .utf8WithByteOrderMark: words("het bestand begint met een BOM", "the file begins with a BOM")
        case .utf16(_, let hasMark):
            hasMark
                ? words("het bestand begint met een BOM", "the file begins with a BOM")
                : words("om en om staat er een nulbyte", "every other byte is zero")
        case .codePage(let page, let byte): foreign(byte, page)
        case .worksheet: words("een werkblad zegt dat zelf", "a worksheet says so itself")
        case .unreadable(let reason): unreadable(reason)
        }
    }

    private func name(_ page: CodePage) -> String {
        switch page {
        case .windows1252: "Windows-1252"
        case .dos850: "CSV (MS-DOS), codepage 850"
        case .iso8859part15: "ISO 8859-15"
        case .macRoman: "CSV (Macintosh), Mac OS Roman"
        }
    }

    private func foreign(_ byte: ForeignByte, _ page: CodePage) -> String {
        let hex = "0x" + byte.value.hexadecimal
        let lines = byte.lines.map(String.init).joined(separator: ", ")
        let more =
            byte.count > byte.lines.count
            ? words(" (in totaal \(byte.count) keer)", " (\(byte.count) times in all)") : ""
        return words(
            "gelezen als \(name(page)) omdat byte \(hex) op regel \(lines) staat\(more); in UTF-8 kan dat niet",
            "read as \(name(page)) because byte \(hex) stands on line \(lines)\(more), which UTF-8 does not allow")
    }

    private func unreadable(_ reason: UnreadableReason) -> String {
        switch reason {
        case .zipArchive:
            words(
                "het is een zip of een werkmap die niet te openen is; bewaar het opnieuw als .xlsx of als CSV",
                "it is a zip or a workbook that cannot be opened; save it again as .xlsx or as CSV")
        case .oldExcelWorkbook:
            words(
                "het is een werkmap van Excel 97-2003; sla het op als .xlsx of als CSV",
                "it is a workbook of Excel 97-2003; save it as .xlsx or as CSV")
        case .pdf: words("het is een pdf", "it is a PDF")
        case .utf32: words("het is UTF-32", "it is UTF-32")
        case .undefinedByte(let value, let line, let count):
            words(
                "byte 0x\(String(value, radix: 16, uppercase: true)) op regel \(line) is geen letterteken (\(count) keer zo'n byte)",
                "byte 0x\(String(value, radix: 16, uppercase: true)) on line \(line) is no character (\(count) such bytes)"
            )
        case .controlBytes(let count, let bytes):
            words("\(count) van \(bytes) bytes zijn geen tekst", "\(count) of \(bytes) bytes are no text")
        }
    }

    /// The separator.
    var separator: String { Self.name(of: detection.separator.byte, language) }

    /// Why this separator.
    var separatorEvidence: String {
        let choice = detection.separator
        switch choice.basis {
        case .given: return words("zo opgegeven", "given so")
        case .directive: return words("de eerste regel zegt sep=", "the first line says sep=")
        case .cells: return words("de cellen stonden al los van elkaar", "the cells were apart already")
        case .unclear:
            return words(
                "geen enkel teken geeft op de meeste regels twee kolommen; puntkomma aangenomen",
                "no character gives two columns on most lines; a semicolon was assumed")
        case .counted:
            guard let tally = choice.tally else {
                return words("het bestand heeft één kolom", "the file has one column")
            }
            return words(
                "\(tally.agreeing) van de eerste \(tally.records) rijen hebben zo \(tally.columns) kolommen",
                "\(tally.agreeing) of the first \(tally.records) rows have \(tally.columns) columns this way")
        }
    }

    /// What ends the lines.
    var lineEnding: String {
        switch detection.lineEnding {
        case .none: words("geen", "none")
        case .lineFeed: "LF"
        case .carriageReturnLineFeed: "CRLF"
        case .carriageReturn: "CR"
        case .mixed: words("door elkaar", "mixed")
        }
    }

    private static func name(of byte: UInt8, _ language: Language) -> String {
        switch byte {
        case UInt8(ascii: ";"): language == .dutch ? "puntkomma ;" : "semicolon ;"
        case UInt8(ascii: ","): language == .dutch ? "komma ," : "comma ,"
        case UInt8(ascii: "\t"): "tab"
        case UInt8(ascii: "|"): language == .dutch ? "rechte streep |" : "bar |"
        default: String(UnicodeScalar(byte))
        }
    }
}
