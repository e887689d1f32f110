import Archives

/// A workbook whose sheets can be read: XLSX, XLSM or ODS.
///
/// Macros and links to other files are never opened, and nothing is calculated.
public struct WorkbookFile {
    private enum Form {
        case office(OfficeWorkbook)
        case openDocument(OpenDocumentWorkbook)
    }

    private let form: Form
    private let limits: WorkbookLimits

    /// The sheets in the order of their tabs.
    public let sheets: [SheetListing]
    /// Whether the workbook brings macros along.
    public let hasMacros: Bool
    /// How many other workbooks it refers to.
    public let externalLinks: Int

    /// Whether `archive` is a workbook, or another document of an office program.
    public static func isDocument(_ archive: Archive) -> Bool {
        OfficeWorkbook.isPackage(archive) || OpenDocumentWorkbook.isDocument(archive)
    }

    /// The workbook in `archive`.
    ///
    /// - Throws: ``WorkbookError`` when it is none, or cannot be read.
    public init(_ archive: Archive, limits: WorkbookLimits = WorkbookLimits()) throws(WorkbookError) {
        self.limits = limits
        if OfficeWorkbook.isPackage(archive) {
            let workbook = try OfficeWorkbook(archive, limits)
            (sheets, hasMacros, externalLinks) = (workbook.sheets, workbook.hasMacros, workbook.externalLinks)
            form = .office(workbook)
        } else {
            let workbook = try OpenDocumentWorkbook(archive, limits)
            (sheets, hasMacros, externalLinks) = (workbook.sheets, workbook.hasMacros, 0)
            form = .openDocument(workbook)
        }
    }

    /// Reads the sheets at the positions in `wanted`; nil for the others, and for one that holds no cells, such as a chart.
    ///
    /// - Throws: ``WorkbookError`` when one of them cannot be read.
    public func read(_ wanted: Set<Int>) throws(WorkbookError) -> [Worksheet?] {
        let budget = CellBudget(limits)
        switch form {
        case .office(let workbook): return try workbook.read(wanted, budget)
        case .openDocument(let workbook): return try workbook.read(wanted, budget)
        }
    }
}
