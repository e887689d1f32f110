import Archives

/// A workbook of LibreOffice and of programs that write its form (ODS).
///
/// All sheets stand in one part, so they are read as that part is gone through for their names.
struct OpenDocumentWorkbook {
    private(set) var sheets: [SheetListing] = []
    private(set) var hasMacros = false
    private(set) var externalLinks = 0

    /// The sheets that were read, by their position.
    private var cells: [Int: Worksheet] = [:]
    private let content: ArchiveEntry
    private let archive: Archive
    private let limits: WorkbookLimits

    private let isKnown: KnownNote

    /// - Parameters:
    ///   - isKnown: which notes at cells are not told, by their author and text.
    ///   - isWanted: Of which sheets the cells are read at once.
    init(
        _ archive: Archive, _ limits: WorkbookLimits, passingOver isKnown: @escaping KnownNote,
        reading isWanted: (SheetListing) -> Bool
    ) throws(WorkbookError) {
        guard let content = archive.entry(named: "content.xml") else { throw .notAWorkbook }
        self.archive = archive
        self.content = content
        self.limits = limits
        self.isKnown = isKnown
        try refusePassword()
        hasMacros = archive.entries.contains { $0.name.hasPrefix("Basic/") && $0.name.hasSuffix(".xml") }
        try go { isWanted($1) }
    }

    /// The manifest tells which parts are encrypted; the archive itself is not.
    private func refusePassword() throws(WorkbookError) {
        guard let entry = archive.entry(named: "META-INF/manifest.xml") else { return }
        let xml = try PartReader(entry, of: archive, limits)
        let encryption = try xml.name("encryption-data")
        while let event = try xml.next() {
            if case .start = event, xml.name == encryption { throw .encrypted }
        }
    }

    /// Reads the sheets at `wanted`; nil for the others.
    mutating func read(_ wanted: Set<Int>) throws(WorkbookError) -> [Worksheet?] {
        if wanted.contains(where: { cells[$0] == nil }) { try go { index, _ in wanted.contains(index) } }
        return sheets.indices.map { wanted.contains($0) ? cells[$0] : nil }
    }

    /// The properties of one's own of the document.
    func ownProperties() throws(WorkbookError) -> [String: String] {
        guard let entry = archive.entry(named: "meta.xml") else { return [:] }
        return try OwnProperties.read(entry, of: archive, element: "user-defined", limits)
    }

    /// Goes through all sheets, and reads the cells of those that `isWanted`.
    private mutating func go(_ isWanted: (Int, SheetListing) -> Bool) throws(WorkbookError) {
        do { try archive.expect([content]) } catch { throw WorkbookError(error) }
        (sheets, cells) = ([], [:])
        let common = try OpenDocumentStyles.common(of: archive, limits)
        let xml = try PartReader(content, of: archive, limits)
        var styles = try OpenDocumentStyles(xml, limits, after: common)
        let (spreadsheet, table, links, changes) = (
            try xml.name("spreadsheet"), try xml.name("table"), try xml.name("dde-links"),
            try xml.name("tracked-changes")
        )
        let (name, styleName) = (try xml.name("name"), try xml.name("style-name"))
        var reader: OpenDocumentSheetReader?
        var outside: Set<String> = []
        var ignored = 0
        while let event = try xml.next() {
            guard var present = reader else {
                if event == .start, xml.name == spreadsheet {
                    reader = try OpenDocumentSheetReader(
                        xml, styles, limits, archive.budget, passingOver: isKnown)
                } else {
                    try styles.take(event, xml)
                }
                continue
            }
            // What other programs sent, and what stood in a cell before, are tables too.
            if event == .start, ignored > 0 || xml.name == links || xml.name == changes { ignored += 1 }
            if event == .end, ignored > 0 { ignored -= 1 }
            guard event == .start, ignored == 0, xml.name == table else { continue }
            let named = xml.attributeText(name) ?? ""
            let style = xml.attributeText(styleName) ?? ""
            if let file = Self.file(keptUnder: named, style) {
                outside.insert(file)
                _ = try present.read(keepsCells: false)
            } else {
                guard sheets.count < limits.sheets else {
                    throw .tooLarge(part: xml.part, limit: .sheets(limits.sheets))
                }
                let listing = SheetListing(name: named, isHidden: styles.hiddenTables.contains(style))
                let isKept = isWanted(sheets.count, listing)
                var sheet = try present.read(keepsCells: isKept)
                sheet.pageTexts = styles.pageTexts(of: style)
                if isKept { cells[sheets.count] = sheet }
                if let file = present.linkedFile { outside.insert(file) }
                sheets.append(listing)
            }
            reader = present
        }
        guard reader != nil else { throw .notAWorkbook }
        externalLinks = outside.count
    }

    /// The other file of which LibreOffice keeps a sheet under such a name, `'file:///home/x.ods'#$Blad1`; nil for a sheet of this one.
    private static func file(keptUnder name: String, _ style: String) -> String? {
        if name.hasPrefix("'"), let end = name.firstRange(of: "'#") {
            return String(name[..<end.lowerBound].dropFirst())
        }
        return style == "ta_extref" ? name : nil
    }
}
