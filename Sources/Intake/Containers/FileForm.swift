import Archives
import SocialReturnModel
import WorksheetReading

/// What a file is by its bytes, whatever its name says.
enum FileForm {
    /// A workbook, or another document of an office program.
    case document(Archive)
    /// A zip of files.
    case archive
    /// A zip that cannot be opened.
    case damaged(ContainerProblem)
    /// A workbook that stays closed, or a file of another kind, which holds no tables that can be read.
    case foreign(ContainerProblem)
    /// Text, or something that only reading it as text can tell.
    case text

    init(_ bytes: [UInt8]) {
        let signature = FileSignature.of(bytes)
        switch signature {
        case .zip:
            do {
                let archive = try Archive(bytes, limits: .workbook)
                self = OfficeDocument(archive) != nil ? .document(archive) : .archive
            } catch {
                self = .damaged(ContainerProblem(archive: error))
            }
        case .plain: self = .text
        default: self = .foreign(ContainerProblem(Self.problem(signature)))
        }
    }

    private static func problem(_ signature: FileSignature) -> ContainerProblem.Kind {
        func other(_ nl: String, _ en: String) -> ContainerProblem.Kind { .otherFormat(Text(nl: nl, en: en)) }
        switch signature {
        case .compound(.encrypted): return .encrypted
        case .compound(.workbook): return .oldWorkbook
        case .compound(.mail): return other("een bericht uit Outlook", "a message of Outlook")
        case .compound(.text): return other("een document van Word", "a document of Word")
        case .compound: return other("een bestand van een ouder Office-programma", "a file of an older Office program")
        case .sevenZip: return other("een 7z-archief en geen zipbestand", "a 7z archive and no zip file")
        case .rar: return other("een rar-archief en geen zipbestand", "a RAR archive and no zip file")
        case .gzip: return other("een gzip-archief en geen zipbestand", "a gzip archive and no zip file")
        case .pdf: return other("een pdf", "a PDF")
        case .otherArchive:
            return other("een archief van een andere soort (tar of zo)", "an archive of another kind (such as tar)")
        case .database: return other("een bestand van een database", "a file of a database")
        case .program: return other("een programma", "a program")
        case .json: return other("een bestand tussen programma's (JSON)", "a file between programs (JSON)")
        case .card: return other("een adreskaart of een agenda", "a card of addresses or a calendar")
        case .webAnswer:
            return other(
                "een antwoord van een website, geen tabel", "an answer of a web site, and no table")
        case .mime: return other("een e-mail of bewaarde webpagina", "a mail or a saved web page")
        case .html:
            return other(
                "een webpagina en geen Excel-werkmap, ook al heet het zo",
                "a web page and no Excel workbook, whatever its name")
        case .xmlSpreadsheet2003: return other("een XML-werkmap van Excel 2003", "an XML workbook of Excel 2003")
        case .flatOpenDocument: return other("een werkmap als één XML-bestand", "a workbook as one XML file")
        case .xml: return other("een XML-bestand", "an XML file")
        case .richText: return other("een tekst van een tekstverwerker", "a text of a word processor")
        case .picture: return other("een afbeelding", "a picture")
        case .recording: return other("een opname", "a recording")
        case .zip, .plain: return .damaged
        }
    }
}
