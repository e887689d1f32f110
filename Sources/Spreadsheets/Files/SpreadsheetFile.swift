import CLibXlsxWriter
import Glibc
import Plumbing

/// An XLSX file being written.
///
/// ``close()`` is the only way to get a file: until then there is only a temporary one beside it, which goes when the object
/// goes. A file that `close()` makes is whole. Equal calls give equal bytes.
///
/// Rows go to temporary files as soon as the next row begins (in memory while they are few, then in `TMPDIR`, see
/// ``RowStorage``), so the memory of the process does not grow with the number of rows.
///
/// Owns an `lxw_workbook`. The object is for one thread; sheets of it may be written by others, see ``Sheet``.
public final class SpreadsheetFile {
    /// How much a sheet may hold.
    public let limits: SheetLimits
    /// The sheets, in order.
    public private(set) var sheets: [Sheet] = []

    /// Whether sheets that are added from now on tell what their cells come to; see ``Sheet/contents``.
    public var sumsContents = false

    /// Where the finished file will stand.
    public var path: String { pending.destination }

    let workbook: UnsafeMutablePointer<lxw_workbook>
    let pending: PendingFile
    private(set) var properties: DocumentProperties
    let font: Font
    /// Set when libxlsxwriter has taken the workbook away.
    var isClosed = false

    /// Tells the styles of one file from those of another.
    private let identity: UInt64
    private(set) var styles: StyleTable
    private var sheetNames: Set<String> = []
    private var definedNames: Set<String> = []
    private var ownReplacements = Replacements()
    /// Where rows wait.
    var storage: RowStorage
    /// Names of folders that sheets point at.
    private let folders = CStrings()

    /// Whether a file called `name` is an unfinished spreadsheet: one that is being written, or that an interrupted process left.
    public static func isUnfinished(_ name: String) -> Bool { name.hasPrefix(unfinishedBeginning) }

    /// With what the name of a file begins that is not finished.
    private static let unfinishedBeginning = ".spreadsheet-"

    /// Begins a file.
    ///
    /// - Parameters:
    ///   - path: where the finished file will stand; what stands there is replaced on closing.
    ///   - properties: what the document says of itself.
    ///   - font: the font of cells that name none.
    ///   - limits: how much a sheet may hold.
    ///   - temporaryDirectory: where rows wait until the file is closed; it needs some 70 bytes a cell, and twice as many for
    ///     the largest sheet. `nil` takes memory for a small workbook, else `TMPDIR`, or else `/tmp`.
    ///
    /// Throws ``SpreadsheetError/cannotWrite(path:errorNumber:)``, ``SpreadsheetError/decimalSign(_:)``,
    /// ``SpreadsheetError/customProperty(_:)``.
    public init(
        at path: String, properties: DocumentProperties, font: Font = .verdana, limits: SheetLimits = .excel,
        temporaryDirectory: String? = nil
    ) throws(SpreadsheetError) {
        try LocaleDecimalPoint.requirePoint()
        var kinds: ReplacementKinds = []
        let properties = properties.cleaned(&kinds)
        try properties.checkCustomNames()
        let pending: PendingFile
        do {
            pending = try PendingFile(for: path, beginning: Self.unfinishedBeginning)
        } catch {
            throw .cannotWrite(path: path, errorNumber: error.number)
        }
        var options = lxw_workbook_options()
        options.constant_memory = 1
        let workbook = workbook_new_opt(pending.path, &options)
        guard let workbook else {
            throw .library(code: LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue, function: "workbook_new_opt")
        }
        self.workbook = workbook
        self.pending = pending
        self.properties = properties
        self.font = font
        self.limits = limits
        storage = RowStorage(named: temporaryDirectory)
        identity = .random(in: .min ... .max)
        styles = StyleTable(workbook: workbook, file: identity, font: font)
        ownReplacements.record(kinds, .property, sheet: nil, limit: limits.listedReplacements)
        try setProperties()
    }

    deinit { discard() }

    /// Registers a style, once for all equal ones. Keep the id.
    ///
    /// Sizes of letters and indentations are taken to what a cell can have. Traps on number formats and font names that are empty,
    /// longer than 127 bytes or hold control characters, which are constants of a program.
    public func style(_ style: Style) throws(SpreadsheetError) -> StyleID {
        requireOpen()
        return try styles.style(style)
    }

    /// Registers a style for cells that a rule picks out; of a style only colours, bold, italic, underlined letters, the
    /// number format and the border count there. Keep the id.
    public func highlight(_ style: Style) throws(SpreadsheetError) -> HighlightID {
        requireOpen()
        return try styles.highlight(style)
    }

    /// Adds a sheet after the others.
    ///
    /// - Parameter cells: about how many cells it will have, by which its rows wait in memory or on the disk.
    ///
    /// Throws ``SpreadsheetError/sheetName(_:_:)``, ``SpreadsheetError/decimalSign(_:)``,
    /// ``SpreadsheetError/temporaryFile(errorNumber:)``.
    public func addSheet(_ name: String, cells: Int = 0) throws(SpreadsheetError) -> Sheet {
        requireOpen()
        try LocaleDecimalPoint.requirePoint()
        if let problem = SheetName.problem(in: name) { throw .sheetName(name, problem) }
        // Excel compares names of sheets without case in all alphabets, the library in ASCII only.
        guard !sheetNames.contains(name.lowercased()) else { throw .sheetName(name, .duplicate) }
        try check(workbook_validate_sheet_name(workbook, name), "workbook_validate_sheet_name")
        workbook.pointee.options.tmpdir = folders.copy(storage.folder(forSheetOf: cells))
        defer { workbook.pointee.options.tmpdir = nil }  // libxlsxwriter would free it
        guard let worksheet = workbook_add_worksheet(workbook, name) else {
            throw .temporaryFile(errorNumber: errno)
        }
        // Always between apostrophes: the library leaves them out of names such as `2026` and `Q1`, and then writes filters
        // and repeated headings that Excel cannot read.
        free(worksheet.pointee.quoted_name)
        worksheet.pointee.quoted_name = strdup(SheetName.quoted(name))
        sheetNames.insert(name.lowercased())
        let sheet = Sheet(name: name, worksheet: worksheet, file: identity, limits: limits)
        if sumsContents { sheet.contents = ContentSum() }
        sheets.append(sheet)
        return sheet
    }

    /// Gives a range a name that formulas and drop-downs can use.
    ///
    /// - Parameter reference: a range with its sheet, `'Codes'!$A$2:$A$30`, as ``CellRange/reference(in:)`` gives it.
    ///
    /// Throws ``SpreadsheetError/definedName(_:_:)``.
    public func defineName(_ name: String, as reference: String) throws(SpreadsheetError) {
        requireOpen()
        if let problem = DefinedName.problem(in: name) { throw .definedName(name, problem) }
        guard !definedNames.contains(name.lowercased()) else { throw .definedName(name, .duplicate) }
        if reference.isEmpty || reference == "=" { throw .definedName(name, .emptyFormula) }
        guard reference.utf8.count <= DefinedName.maximumBytes else {
            throw .definedName(name, .formulaTooLong(bytes: reference.utf8.count))
        }
        if let scalar = reference.unicodeScalars.first(where: { $0.value < 0x20 || !isXMLCharacter($0) }) {
            throw .definedName(name, .formulaForbiddenCharacter(scalar))
        }
        try check(workbook_define_name(workbook, name, reference), "workbook_define_name")
        definedNames.insert(name.lowercased())
    }

    /// What was replaced so far, in the document's properties and on all sheets. Read it when no other thread writes.
    public var replacements: Replacements {
        var all = ownReplacements
        for sheet in sheets { all.append(sheet.replacements) }
        return all
    }

    /// Adds properties of one's own to those of the document, before ``close()``; each name once.
    ///
    /// Throws ``SpreadsheetError/customProperty(_:)``.
    public func addProperties(_ added: [(name: String, value: String)]) throws(SpreadsheetError) {
        requireOpen()
        var kinds: ReplacementKinds = []
        let cleaned = added.map { name, value in
            (name: name, value: TextBuffer.cleaned(value, limit: 255, escapesHex: false, &kinds))
        }
        var all = properties
        all.custom += cleaned
        try all.checkCustomNames()
        try setCustom(cleaned)
        properties = all
        ownReplacements.record(kinds, .property, sheet: nil, limit: limits.listedReplacements)
    }

    func requireOpen() { precondition(!isClosed, "A file that was closed cannot be written.") }

    private func setProperties() throws(SpreadsheetError) {
        let strings = CStrings()
        var values = lxw_doc_properties()
        values.title = strings.copy(properties.title)
        values.author = strings.copy(properties.author)
        values.company = strings.copy(properties.company)
        // The library takes 0 for now. Our own part says when it was made; the years of the library's have four digits.
        values.created = time_t(max(1, min(properties.created, 253_402_300_799)))
        try check(
            withExtendedLifetime(strings) { workbook_set_properties(workbook, &values) }, "workbook_set_properties")
        try setCustom(properties.custom)
    }

    private func setCustom(_ properties: [(name: String, value: String)]) throws(SpreadsheetError) {
        for (name, value) in properties {
            try check(
                workbook_set_custom_property_string(workbook, name, value), "workbook_set_custom_property_string")
        }
    }
}

extension DocumentProperties {
    fileprivate func checkCustomNames() throws(SpreadsheetError) {
        var names: Set<String> = []
        for (name, _) in custom {
            let isGood =
                (1...255).contains(name.utf16.count)
                && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && isXMLCharacter($0) }
                && names.insert(name.lowercased()).inserted
            guard isGood else { throw .customProperty(name) }
        }
    }
}
