import Archives
import SocialReturnModel
import WorksheetReading

/// Why a zip or a workbook is not read.
public struct ContainerProblem: Hashable, Sendable {
    /// The kinds of problem.
    public enum Kind: Hashable, Sendable {
        /// The file is damaged, or no such file at all.
        case damaged
        /// The file asks for a password.
        case encrypted
        /// It was packed in a way that is not known here.
        case unsupportedCompression
        /// It has more entries than the limit.
        case tooManyEntries(limit: Int)
        /// Its contents pass a limit on size, counted while they are unpacked.
        case tooLarge(limit: Int)
        /// A name in it leads to another folder, or is a link to another file.
        case leadsOut
        /// A name in it is empty, or holds a character that cannot be seen.
        case unprintableName
        /// Two entries have the same name.
        case duplicateName
        /// A part declares a document type, in which entities can be hidden.
        case documentType
        /// It is a document of an office program, but no workbook.
        case notAWorkbook
        /// It is text or a zip where a report was asked for, such as one sheet of it that was saved as CSV.
        case notAReport
        /// It is a workbook in Excel's binary form (xlsb).
        case binaryWorkbook
        /// It is a workbook of Excel 97-2003 (xls).
        case oldWorkbook
        /// There is not enough memory.
        case outOfMemory
        /// It is a pipe, a device or the like, and no file.
        case notAFile
        /// It holds several submissions, each with a cover of its own.
        case severalSubmissions
        /// There is nothing in it.
        case empty
        /// It is text without columns.
        case noTable
        /// A cell on this line begins with a quote that is closed nowhere, and the file has to be written anew.
        case openQuote(line: Int)
        /// It is a zip within a zip within a zip.
        case nestedTooDeep
        /// It is a file of another kind, as named.
        case otherFormat(Text)
        /// It is a workbook with more of something than can be read.
        case workbookLimit(PassedLimit)
        /// It has more of something than can be read.
        case limit(DeliveryLimit)
    }

    /// What is the matter.
    public let kind: Kind
    /// The entry with the problem, as it may be shown; nil for the whole file.
    public let entry: String?

    /// A problem, with one entry or the whole file.
    public init(_ kind: Kind, entry: String? = nil) {
        self.kind = kind
        self.entry = entry.map { Masking.safeName($0) }
    }

    init(archive error: ArchiveError) {
        switch error {
        case .damaged(let entry, _): self.init(.damaged, entry: entry)
        case .encrypted(let entry): self.init(.encrypted, entry: entry)
        case .unsupportedCompression(let entry): self.init(.unsupportedCompression, entry: entry)
        case .tooManyEntries(let limit): self.init(.tooManyEntries(limit: limit))
        case .tooLarge(let entry, let limit), .tooDense(let entry, let limit):
            self.init(.tooLarge(limit: limit), entry: entry)
        case .unsafeName(let name), .link(let name): self.init(.leadsOut, entry: name)
        case .unprintableName(let name): self.init(.unprintableName, entry: name)
        case .duplicateName(let name): self.init(.duplicateName, entry: name)
        case .outOfMemory: self.init(.outOfMemory)
        }
    }

    package init(workbook error: WorkbookError) {
        switch error {
        case .archive(let error): self.init(archive: error)
        case .damaged(let part): self.init(.damaged, entry: part)
        case .notAWorkbook: self.init(.notAWorkbook)
        case .binaryWorkbook: self.init(.binaryWorkbook)
        case .encrypted: self.init(.encrypted)
        case .documentType(let part): self.init(.documentType, entry: part)
        case .tooLarge(let part, let limit): self.init(.workbookLimit(limit), entry: part)
        case .outOfMemory: self.init(.outOfMemory)
        }
    }

    /// What is the matter and what to do, as a sentence that begins after the name of the file.
    public var text: Text {
        let part = Text(
            nl: entry.map { " (onderdeel \($0))" } ?? "", en: entry.map { " (part \($0))" } ?? "")
        switch kind {
        case .damaged:
            return Text(
                nl: "is beschadigd\(part.nl). Bewaar of verpak het opnieuw en lever het nog een keer aan.",
                en: "is damaged\(part.en). Save or pack it again and deliver it once more.")
        case .encrypted:
            return Text(
                nl: "heeft een wachtwoord\(part.nl). Haal het wachtwoord eraf en lever het opnieuw aan.",
                en: "has a password\(part.en). Remove the password and deliver it again.")
        case .unsupportedCompression:
            return Text(
                nl: "is verpakt op een manier die wij niet kennen\(part.nl). Maak een gewoon zipbestand.",
                en: "was packed in a way that we do not know\(part.en). Make an ordinary zip file.")
        case .tooManyEntries(let limit):
            return Text(
                nl: "bevat meer dan \(limit) bestanden. Verpak alleen de bestanden van één inzending.",
                en: "holds more than \(limit) files. Pack the files of one submission only.")
        case .tooLarge(let limit):
            return Text(
                nl:
                    "is uitgepakt te groot: meer dan \(limit >> 20) MiB\(part.nl), het meeste dat bij deze omvang past. Laat weg wat niet bij de inzending hoort, of verdeel het bestand.",
                en:
                    "is too large when unpacked: more than \(limit >> 20) MiB\(part.en), the most for a file of this size. Leave out what is no part of the submission, or split it."
            )
        case .leadsOut:
            return Text(
                nl:
                    "verwijst naar een plek buiten het zipbestand\(part.nl). Verpak de bestanden zelf, zonder verwijzingen.",
                en: "leads to a place outside of the zip file\(part.en). Pack the files themselves, without links.")
        case .unprintableName:
            return Text(
                nl:
                    "bevat een bestand met een teken in de naam dat niet te zien is\(part.nl). Geef dat bestand een naam met alleen letters en cijfers, en verpak het opnieuw.",
                en:
                    "holds a file whose name has a character that cannot be seen\(part.en). Give that file a name of letters and digits only, and pack it again."
            )
        case .duplicateName:
            return Text(
                nl: "bevat twee bestanden met dezelfde naam\(part.nl). Verpak elk bestand één keer.",
                en: "holds two files of the same name\(part.en). Pack each file once.")
        case .documentType:
            return Text(
                nl:
                    "bevat een documenttype\(part.nl), dat in een werkmap niet thuishoort. Sla het opnieuw op als .xlsx.",
                en: "holds a document type\(part.en), which does not belong in a workbook. Save it again as .xlsx.")
        case .openQuote(let line):
            return Text(
                nl:
                    "heeft op regel \(line) een aanhalingsteken dat nergens sluit. Sluit het of haal het weg, en probeer het opnieuw.",
                en: "has a quote on line \(line) that is closed nowhere. Close it or remove it, and try again.")
        case .notAWorkbook:
            return Text(
                nl: "is geen werkmap maar een ander document. Lever een werkmap (.xlsx of .ods) of CSV-bestanden aan.",
                en: "is no workbook but another document. Deliver a workbook (.xlsx or .ods) or CSV files.")
        case .notAReport:
            return Text(
                nl: "is geen werkmap. Bewaar het hele rapport als .xlsx of .ods, en geef dat bestand.",
                en: "is no workbook. Save the whole report as .xlsx or .ods, and give that file.")
        case .binaryWorkbook:
            return Text(
                nl: "is een werkmap in binaire vorm (.xlsb). Sla het op als .xlsx en lever het opnieuw aan.",
                en: "is a workbook in binary form (.xlsb). Save it as .xlsx and deliver it again.")
        case .oldWorkbook:
            return Text(
                nl: "is een werkmap van Excel 97-2003 (.xls). Sla het op als .xlsx en lever het opnieuw aan.",
                en: "is a workbook of Excel 97-2003 (.xls). Save it as .xlsx and deliver it again.")
        case .otherFormat(let name):
            return Text(
                nl: "is \(name.nl). Lever een werkmap (.xlsx of .ods), CSV-bestanden of een zipbestand daarvan aan.",
                en: "is \(name.en). Deliver a workbook (.xlsx or .ods), CSV files or a zip of them.")
        case .workbookLimit(let limit):
            let words = Self.words(limit)
            return Text(
                nl:
                    "heeft meer dan \(limit.value) \(words.nl)\(part.nl). Laat leeg wat leeg is, of verdeel het bestand.",
                en: "has more than \(limit.value) \(words.en)\(part.en). Leave empty what is empty, or split the file.")
        case .notAFile:
            return Text(
                nl: "is geen gewoon bestand. Zet er een kopie van het bestand zelf neer.",
                en: "is no ordinary file. Put a copy of the file itself there.")
        case .severalSubmissions:
            return Text(
                nl: "bevat meer dan één inzending, elk met een eigen voorblad. Geef elke inzending apart op.",
                en: "holds more than one submission, each with a cover of its own. Name each submission by itself.")
        case .empty:
            return Text(
                nl: "is leeg. Lever het bestand aan waar de rijen in staan.",
                en: "is empty. Deliver the file that has the rows in it.")
        case .noTable:
            return Text(
                nl: """
                    is een tekst zonder kolommen. Lever een CSV-bestand aan waarin een puntkomma de kolommen scheidt, of een werkmap met \
                    bladen als Voorblad en Inzet.
                    """,
                en: """
                    is a text without columns. Deliver a CSV file in which a semicolon parts the columns, or a workbook with sheets such as \
                    Voorblad and Inzet.
                    """)
        case .nestedTooDeep:
            return Text(
                nl: "is een zipbestand in een zipbestand. Lever de bestanden zelf aan, of één zipbestand daarvan.",
                en: "is a zip file in a zip file. Deliver the files themselves, or one zip of them.")
        case .limit(let limit): return Text(nl: limit.text.nl + part.nl, en: limit.text.en + part.en)
        case .outOfMemory:
            return Text(
                nl: "past niet in het geheugen van deze computer. Verdeel het bestand.",
                en: "does not fit in this computer's memory. Split the file.")
        }
    }

    /// What there is too much of in a workbook.
    private static func words(_ limit: PassedLimit) -> Text {
        switch limit {
        case .sheets: Text(nl: "bladen", en: "sheets")
        case .rows, .rowsInAll: Text(nl: "rijen", en: "rows")
        case .columns: Text(nl: "kolommen", en: "columns")
        case .styles: Text(nl: "celopmaken", en: "cell formats")
        case .nodes: Text(nl: "onderdelen", en: "parts of markup")
        case .cells:
            Text(nl: "cellen, het meeste dat bij deze omvang past", en: "cells, the most for a file of this size")
        case .textBytes, .sharedTextBytes: Text(nl: "bytes aan tekst", en: "bytes of text")
        case .attributes: Text(nl: "kenmerken bij één onderdeel", en: "attributes of one element")
        case .namespaces: Text(nl: "naamruimten", en: "namespaces")
        case .depth: Text(nl: "niveaus in elkaar", en: "levels within each other")
        case .markupBytes: Text(nl: "bytes in één onderdeel", en: "bytes in one element")
        }
    }
}
