import Archives

/// A workbook of Excel and of programs that write its form (XLSX, XLSM), by ISO/IEC 29500 in both its editions.
struct OfficeWorkbook {
    private(set) var sheets: [SheetListing] = []
    private(set) var hasMacros = false
    private(set) var externalLinks = 0

    /// The part of each sheet; nil for a sheet of another kind, such as a chart.
    private var parts: [String?] = []
    private var days = SerialDay(startsIn1904: false)
    private let archive: Archive
    private let limits: WorkbookLimits
    private let relationships: Relationships

    /// Whether `archive` is an Office package, perhaps of a text or a presentation.
    static func isPackage(_ archive: Archive) -> Bool { archive.entry(named: "[Content_Types].xml") != nil }

    init(_ archive: Archive, _ limits: WorkbookLimits) throws(WorkbookError) {
        self.archive = archive
        self.limits = limits
        guard let part = try Relationships(of: "", in: archive).part("officeDocument") else { throw .notAWorkbook }
        guard !part.lowercased().hasSuffix(".bin") else { throw .binaryWorkbook }
        relationships = try Relationships(of: part, in: archive)
        try list(part)
        // Neither is ever opened.
        hasMacros = relationships.all.contains { $0.kind == "vbaProject" }
        externalLinks = relationships.all.count { $0.kind == "externalLink" }
    }

    private mutating func list(_ part: String) throws(WorkbookError) {
        let xml = try Self.reader(of: part, in: archive)
        let (workbook, properties, sheet) = (
            try xml.name("workbook"), try xml.name("workbookPr"), try xml.name("sheet")
        )
        let (epoch, name, state, id) = (
            try xml.name("date1904"), try xml.name("name"), try xml.name("state"), try xml.name("id")
        )
        var isFirst = true
        while let event = try xml.next() {
            guard case .start = event else { continue }
            // A text or presentation is a package too.
            if isFirst, xml.name != workbook { throw .notAWorkbook }
            isFirst = false
            if xml.name == properties {
                days = SerialDay(startsIn1904: xml.attribute(epoch)?.isTrue == true)
            } else if xml.name == sheet, let name = xml.attributeText(name) {
                guard sheets.count < limits.sheets else { throw .tooLarge(part: part) }
                let state = xml.attributeText(state) ?? "visible"
                sheets.append(SheetListing(name: name, isHidden: state != "visible"))
                let id = xml.attributeText(id)
                parts.append(relationships.all.first { $0.id == id && $0.kind == "worksheet" }?.part)
            }
        }
    }

    /// Reads the sheets at `wanted`; nil for the others.
    func read(_ wanted: Set<Int>, _ budget: CellBudget) throws(WorkbookError) -> [Worksheet?] {
        let texts =
            if let entry = try entry(of: "sharedStrings") { try SharedTexts(entry, of: archive, limits) } else {
                SharedTexts()
            }
        let styles =
            if let entry = try entry(of: "styles") { try CellStyles(entry, of: archive) } else { CellStyles() }
        var read = [Worksheet?](repeating: nil, count: sheets.count)
        for index in sheets.indices where wanted.contains(index) {
            guard let part = parts[index] else { continue }
            let xml = try Self.reader(of: part, in: archive)
            var reader = try OfficeSheetReader(xml, texts, styles, days, limits, budget)
            read[index] = try reader.read()
        }
        return read
    }

    private func entry(of kind: String) throws(WorkbookError) -> ArchiveEntry? {
        guard let part = relationships.part(kind) else { return nil }
        guard let entry = archive.entry(named: part) else { throw .damaged(part: part) }
        return entry
    }

    private static func reader(of part: String, in archive: Archive) throws(WorkbookError) -> PartReader {
        guard let entry = archive.entry(named: part) else { throw .damaged(part: part) }
        return try PartReader(entry, of: archive)
    }
}
