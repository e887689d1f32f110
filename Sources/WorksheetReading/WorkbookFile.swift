import Archives

/// A workbook whose sheets can be read: XLSX, XLSM or ODS.
///
/// Macros and links to other files are never opened, and nothing is calculated. What may be read grows with the bytes delivered: see
/// ``WorkbookLimits``, and the budget of the archive, in which all that is read of a delivery counts.
public struct WorkbookFile {
    private enum Form {
        case office(OfficeWorkbook)
        case openDocument(OpenDocumentWorkbook)
    }

    private var form: Form
    private let isKnown: KnownNote

    /// The sheets in the order of their tabs. Sheets that LibreOffice keeps of other files are not among them.
    public let sheets: [SheetListing]
    /// Whether the workbook brings macros along.
    public let hasMacros: Bool
    /// How many other workbooks it refers to.
    public let externalLinks: Int

    /// Whether `archive` is a workbook, or another document of an office program.
    public static func isDocument(_ archive: Archive) -> Bool { OfficeDocument(archive) != nil }

    /// The workbook in `archive`.
    ///
    /// - Parameters:
    ///   - limits: how much is read.
    ///   - isWanted: Which sheets ``read(_:)`` will be asked for. Sheets of OpenDocument all stand in one part: those that are
    ///     wanted are read at once, and one that is asked for later costs going through all of it again.
    ///   - isKnown: which notes at cells are not told, by their author and text.
    /// - Throws: ``WorkbookError`` when it is none, or cannot be read.
    public init(
        _ archive: Archive, limits: WorkbookLimits = WorkbookLimits(),
        reading isWanted: (SheetListing) -> Bool = { _ in true },
        passingOver isKnown: @escaping KnownNote = { _, _ in false }
    ) throws(WorkbookError) {
        self.isKnown = isKnown
        switch OfficeDocument(archive) {
        case nil, .appleDocument: throw .notAWorkbook
        case .encryptedOpenDocument: throw .encrypted
        case .workbook, .macroWorkbook, .binaryWorkbook, .text, .presentation, .otherOffice:
            let workbook = try OfficeWorkbook(archive, limits)
            (sheets, hasMacros, externalLinks) = (workbook.sheets, workbook.hasMacros, workbook.externalLinks)
            form = .office(workbook)
        case .openDocumentSpreadsheet, .openDocumentText, .openDocumentPresentation, .otherOpenDocument:
            let workbook = try OpenDocumentWorkbook(archive, limits, passingOver: isKnown, reading: isWanted)
            (sheets, hasMacros, externalLinks) = (workbook.sheets, workbook.hasMacros, workbook.externalLinks)
            form = .openDocument(workbook)
        }
    }

    /// The properties of one's own of the document whose names begin with `beginning`; none where they cannot be read.
    public func ownProperties(beginning: String) -> [String: String] {
        let found: [String: String]? =
            switch form {
            case .office(let workbook): try? workbook.ownProperties()
            case .openDocument(let workbook): try? workbook.ownProperties()
            }
        return (found ?? [:]).filter { $0.key.hasPrefix(beginning) }
    }

    /// Reads the sheets at the positions in `wanted`; nil for the others, and for one that holds no cells, such as a chart.
    ///
    /// - Throws: ``WorkbookError`` when one of them cannot be read.
    public func read(_ wanted: Set<Int>) throws(WorkbookError) -> [Worksheet?] {
        switch form {
        case .office(let workbook): return try workbook.read(wanted, passingOver: isKnown)
        case .openDocument(var workbook): return try workbook.read(wanted)
        }
    }
}
