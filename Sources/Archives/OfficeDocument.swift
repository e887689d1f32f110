/// What document of an office program an archive is, without a look at what is written in it.
public enum OfficeDocument: Hashable, Sendable {
    /// A workbook of Excel (xlsx), or of programs that write its form.
    case workbook
    /// A workbook of Excel with macros (xlsm).
    case macroWorkbook
    /// A workbook in Excel's binary form (xlsb).
    case binaryWorkbook
    /// A text of Word (docx).
    case text
    /// A presentation of PowerPoint (pptx).
    case presentation
    /// Another document of Office, such as a drawing.
    case otherOffice
    /// A workbook of LibreOffice (ods), or of programs that write its form.
    case openDocumentSpreadsheet
    /// A text of LibreOffice (odt).
    case openDocumentText
    /// A presentation of LibreOffice (odp).
    case openDocumentPresentation
    /// Another document of LibreOffice, such as a drawing.
    case otherOpenDocument
    /// A document of LibreOffice in which everything is behind a password, so that it cannot be told what it is.
    case encryptedOpenDocument
    /// A document of Numbers, Pages or Keynote.
    case appleDocument

    /// What `archive` is; nil when it is no document of an office program.
    public init?(_ archive: Archive) {
        if archive.entry(named: Self.contentTypes) != nil {
            self = Self.office(archive)
        } else if archive.entry(named: "META-INF/manifest.xml") != nil, archive.entry(named: "encrypted-package") != nil
        {
            self = .encryptedOpenDocument
        } else if let document = Self.openDocument(archive) {
            self = document
        } else if archive.entry(named: "Index/Document.iwa") != nil {
            self = .appleDocument
        } else {
            return nil
        }
    }

    private static let contentTypes = "[Content_Types].xml"
    /// How much of the list of parts is read: that of a workbook with hundreds of sheets is as long.
    private static let listBytes = 1 << 16

    /// The list of parts says what the main one is; where it does not, its usual name does.
    private static func office(_ archive: Archive) -> OfficeDocument {
        let list = archive.entry(named: contentTypes).flatMap { try? archive.prefix(listBytes, of: $0) } ?? []
        let types = String(decoding: list, as: UTF8.self)
        func has(_ type: String, _ part: String) -> Bool {
            types.contains(type + "\"") || types.contains(type + "'") || archive.entry(named: part) != nil
        }
        if has("sheet.binary.macroEnabled.main", "xl/workbook.bin") { return .binaryWorkbook }
        if has("sheet.macroEnabled.main+xml", "xl/vbaProject.bin") { return .macroWorkbook }
        if has("spreadsheetml.sheet.main+xml", "xl/workbook.xml") || types.contains("spreadsheetml.template.main+xml") {
            return .workbook
        }
        if has("wordprocessingml.document.main+xml", "word/document.xml") || types.contains("ms-word.") { return .text }
        if has("presentationml.presentation.main+xml", "ppt/presentation.xml") || types.contains("ms-powerpoint.") {
            return .presentation
        }
        return .otherOffice
    }

    /// The type stands in a small file of its own; where that is left out, in the manifest.
    private static func openDocument(_ archive: Archive) -> OfficeDocument? {
        let manifest = archive.entry(named: "META-INF/manifest.xml")
        guard let entry = archive.entry(named: "mimetype") ?? manifest,
            let start = try? archive.prefix(entry == manifest ? listBytes : 128, of: entry)
        else { return nil }
        let type = String(decoding: start, as: UTF8.self)
        let forms: [(String, OfficeDocument)] = [
            ("spreadsheet", .openDocumentSpreadsheet), ("text", .openDocumentText),
            ("presentation", .openDocumentPresentation),
        ]
        let prefix = "application/vnd.oasis.opendocument."
        if let form = forms.first(where: { type.contains(prefix + $0.0) }) { return form.1 }
        if type.contains(prefix) { return .otherOpenDocument }
        // Some programs leave the type out of both.
        return archive.entry(named: "content.xml") != nil && manifest != nil ? .openDocumentSpreadsheet : nil
    }
}
