import TestSupport
import Testing

@testable import Archives

@Suite struct FileSignatureTests {
    @Test(arguments: [
        ("inzet_id;contractnummer\r\nP-001;BZK-2026-0147\r\n", FileSignature.plain), ("", .plain),
        ("<1j;50-54\n", .plain), ("<titel>;x\n", .plain), ("< html>", .plain), ("%PD", .plain),
        ("PK\u{3}\u{4}....", .zip), ("PK\u{5}\u{6}....", .zip), ("PKW;1", .plain),
        ("Rar!\u{1A}\u{7}\u{0}", .rar), ("%PDF-1.7\n", .pdf), ("{\\rtf1\\ansi", .richText),
        ("GIF89a", .picture), ("RIFF....WEBPVP8 ", .picture), ("RIFF....AVI LIST", .recording),
        ("....ftypheic....", .picture), ("....ftypisom....", .recording), ("ID3\u{3}....", .recording),
        ("<html><body>", .html), ("\u{FEFF}\r\n  <HTML xmlns:x=\"urn:schemas-microsoft-com:office:excel\">", .html),
        ("<!DOCTYPE html PUBLIC \"-//W3C//DTD\">", .html), ("<table border=1><tr>", .html), ("<TABLE>", .html),
        ("<!-- export -->\n<html>", .html), ("<?xml version=\"1.0\"?>\n<!DOCTYPE html><html>", .html),
        ("<style>td{}</style>", .html), ("<meta charset=utf-8>", .html),
        ("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>", .xmlSpreadsheet2003),
        ("<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", .xmlSpreadsheet2003),
        ("<?xml version=\"1.0\"?>\n<office:document xmlns:office=\"urn\">", .flatOpenDocument),
        ("HTTP/1.1 404 Not Found\r\nServer: x", .webAnswer), ("<svg xmlns=\"x\"><text>", .picture),
        ("{\"naam\":\"x\",\"inzet\":[]}", .json), ("[{\"id\":1}]", .json), ("[voorblad];x", .plain), ("{a};b", .plain),
        ("From: a@voorbeeld.nl\r\nTo: b@voorbeeld.nl\r\nSubject: x\r\n\r\n", .mime),
        ("Received: by x\n\tid 1\nDate: x\n", .mime), ("Subject: x\ninzet_id;contractnummer\nP-1;2\n", .plain),
        ("BEGIN:VCARD\nN:x", .card), ("SQLite format 3\u{0}", .database), ("<inzet_id>;<contractnummer>\n1;2", .plain),
        ("<rapport><rij>1</rij></rapport>", .xml),
        (String(repeating: "a", count: 257) + "ustar" + String(repeating: "b", count: 250), .otherArchive),
        ("<?xml version=\"1.0\"?><rows/>", .xml), ("MIME-Version: 1.0\r\nContent-Type: multipart/related", .mime),
    ])
    func tellsWhatAFileIs(_ start: String, _ signature: FileSignature) {
        #expect(FileSignature.of(Array(start.utf8)) == signature)
    }

    @Test(arguments: [
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4] as [UInt8], FileSignature.sevenZip),
        ([0x1F, 0x8B, 8, 0], .gzip), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .picture),
        ([0xFF, 0xD8, 0xFF, 0xE0], .picture), ([0x49, 0x49, 0x2A, 0], .picture), ([0xFF, 0xFE, 0x61, 0], .plain),
        ([0xFF, 0xFE] + Array("<html>".utf16.flatMap { [UInt8($0), 0] }), .html),
        ([0xFE, 0xFF] + Array("<table>".utf16.flatMap { [0, UInt8($0)] }), .html),
    ])
    func tellsWhatBytesAre(_ bytes: [UInt8], _ signature: FileSignature) {
        #expect(FileSignature.of(bytes) == signature)
    }

    @Test(arguments: [
        (["Root Entry", "Workbook"], CompoundDocument.workbook), (["Root Entry", "Book"], .workbook),
        (["Root Entry", "WordDocument", "Data"], .text), (["PowerPoint Document"], .presentation),
        (["Workbook", "__properties_version1.0"], .mail), (["EncryptionInfo", "EncryptedPackage"], .encrypted),
        (["Root Entry", "Workbooks"], .other), ([], .other),
    ])
    func tellsCompoundFilesApart(_ names: [String], _ kind: CompoundDocument) {
        var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
        for name in names {
            let utf16 = name.utf8.flatMap { [$0, 0] as [UInt8] }
            bytes += utf16 + [UInt8](repeating: 0, count: 128 - utf16.count)
        }
        // Cut off in the middle of a name, too.
        #expect(FileSignature.of(bytes) == .compound(kind))
        for length in stride(from: 8, to: bytes.count, by: 57) { _ = FileSignature.of(Array(bytes[..<length])) }
    }

    private static let types = "application/vnd.openxmlformats-officedocument."

    @Test(arguments: [
        (["[Content_Types].xml": "<Types/>", "xl/workbook.xml": ""], OfficeDocument.workbook),
        (["[Content_Types].xml": "<Override ContentType=\"\(Self.types)spreadsheetml.sheet.main+xml\"/>"], .workbook),
        (
            ["[Content_Types].xml": "<Override ContentType='application/vnd.ms-excel.sheet.macroEnabled.main+xml'/>"],
            .macroWorkbook
        ),
        (["[Content_Types].xml": "<Types/>", "xl/workbook.xml": "", "xl/vbaProject.bin": ""], .macroWorkbook),
        (["[Content_Types].xml": "<Types/>", "xl/workbook.bin": ""], .binaryWorkbook),
        (["[Content_Types].xml": "<Override ContentType=\"\(Self.types)wordprocessingml.document.main+xml\"/>"], .text),
        (["[Content_Types].xml": "<Types/>", "word/document.xml": ""], .text),
        (["[Content_Types].xml": "<Types/>", "ppt/presentation.xml": ""], .presentation),
        (["[Content_Types].xml": "<Types/>", "visio/document.xml": ""], .otherOffice),
        (["mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ""], .openDocumentSpreadsheet),
        (["mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ""], .openDocumentText),
        (["mimetype": "application/vnd.oasis.opendocument.presentation"], .openDocumentPresentation),
        (["mimetype": "application/vnd.oasis.opendocument.graphics"], .otherOpenDocument),
        (["META-INF/manifest.xml": "<m type=\"application/vnd.oasis.opendocument.text\"/>"], .openDocumentText),
        (["META-INF/manifest.xml": "<m/>", "content.xml": ""], .openDocumentSpreadsheet),
        (
            [
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": "",
                "encrypted-package": "x",
            ], .encryptedOpenDocument
        ),
        (["Index/Document.iwa": ""], .appleDocument), (["inzet.csv": "a", "voorblad.csv": "b"], nil),
        (["mimetype": "text/plain", "inzet.csv": ""], nil),
    ])
    func tellsDocumentsApart(_ parts: [String: String], _ document: OfficeDocument?) throws {
        let entries = parts.sorted { $0.key < $1.key }.map { TestZip.Entry($0.key, $0.value) }
        #expect(try OfficeDocument(Archive(TestZip(entries).bytes)) == document)
    }
}
