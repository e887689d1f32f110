import Archives

/// A workbook of LibreOffice and of programs that write its form (ODS).
struct OpenDocumentWorkbook {
    private(set) var sheets: [SheetListing] = []
    private(set) var hasMacros = false

    private let content: ArchiveEntry
    private let archive: Archive
    private let limits: WorkbookLimits

    /// Whether `archive` is an OpenDocument, perhaps of a text or a presentation.
    static func isDocument(_ archive: Archive) -> Bool {
        archive.entry(named: "content.xml") != nil && archive.entry(named: "META-INF/manifest.xml") != nil
    }

    init(_ archive: Archive, _ limits: WorkbookLimits) throws(WorkbookError) {
        guard Self.isDocument(archive), let content = archive.entry(named: "content.xml") else { throw .notAWorkbook }
        self.archive = archive
        self.content = content
        self.limits = limits
        try refusePassword()
        hasMacros = archive.entries.contains { $0.name.hasPrefix("Basic/") && $0.name.hasSuffix(".xml") }
        try list()
    }

    /// The manifest tells which parts are encrypted; the archive itself is not.
    private func refusePassword() throws(WorkbookError) {
        guard let entry = archive.entry(named: "META-INF/manifest.xml") else { return }
        let xml = try PartReader(entry, of: archive)
        let encryption = try xml.name("encryption-data")
        while let event = try xml.next() {
            if case .start = event, xml.name == encryption { throw .encrypted }
        }
    }

    private mutating func list() throws(WorkbookError) {
        let xml = try PartReader(content, of: archive)
        let (spreadsheet, table) = (try xml.name("spreadsheet"), try xml.name("table"))
        let (style, properties, display) = (
            try xml.name("style"), try xml.name("table-properties"), try xml.name("display")
        )
        let (name, styleName) = (try xml.name("name"), try xml.name("style-name"))
        var (present, hidden): (String?, Set<String>) = (nil, [])
        var isSpreadsheet = false
        var depth = 0
        while let event = try xml.next() {
            switch event {
            case .start:
                if xml.name == style { present = xml.attributeText(name) }
                if xml.name == properties, xml.attribute(display)?.equals("false") == true, let present {
                    hidden.insert(present)
                }
                if xml.name == spreadsheet { isSpreadsheet = true }
                guard isSpreadsheet, xml.name == table else { continue }
                depth += 1
                guard depth == 1 else { continue }
                guard sheets.count < limits.sheets else { throw .tooLarge(part: xml.part) }
                let isHidden = xml.attributeText(styleName).map(hidden.contains) ?? false
                sheets.append(SheetListing(name: xml.attributeText(name) ?? "", isHidden: isHidden))
            case .end:
                if isSpreadsheet, xml.name == table { depth -= 1 }
            case .text: continue
            }
        }
        guard isSpreadsheet else { throw .notAWorkbook }
    }

    /// Reads the sheets at `wanted`; nil for the others.
    func read(_ wanted: Set<Int>, _ budget: CellBudget) throws(WorkbookError) -> [Worksheet?] {
        let xml = try PartReader(content, of: archive)
        let (spreadsheet, table) = (try xml.name("spreadsheet"), try xml.name("table"))
        var reader = try OpenDocumentSheetReader(xml, limits, budget)
        var read = [Worksheet?](repeating: nil, count: sheets.count)
        var (index, isSpreadsheet) = (0, false)
        while let event = try xml.next() {
            guard case .start = event else { continue }
            if xml.name == spreadsheet { isSpreadsheet = true }
            guard isSpreadsheet, xml.name == table, index < sheets.count else { continue }
            let sheet = try reader.read(keepsCells: wanted.contains(index))
            if wanted.contains(index) { read[index] = sheet }
            index += 1
        }
        return read
    }
}
