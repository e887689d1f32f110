import Archives

/// A workbook of Excel's form as it is stored: formulas, looks and what is read out, where ``WorkbookFile`` reads values only.
///
/// It is for who looks into a workbook: an audit, or the way back from a figure. The limits are those of reading.
package struct StoredWorkbook {
    /// The title among the properties of the document; empty for none.
    package private(set) var title = ""
    /// The language among the properties of the document; empty for none.
    package private(set) var language = ""
    /// The texts among the properties of the document.
    package private(set) var properties: [String] = []
    /// The sheets, in the order of their tabs.
    package private(set) var sheets: [SheetListing] = []
    /// How many other workbooks it takes values from.
    package private(set) var externalLinks = 0
    /// Whether it has macros.
    package private(set) var hasMacros = false
    /// The names that formulas may use for cells, with those cells.
    package private(set) var names: [String: String] = [:]
    /// How its cells look.
    package private(set) var styles = StoredStyles()

    private let archive: Archive
    private let limits: WorkbookLimits
    private var parts: [String?] = []
    private var texts = SharedTexts()
    private var formats = CellStyles()
    private var days = SerialDay(startsIn1904: false)

    /// The workbook in `bytes`.
    ///
    /// - Throws: ``WorkbookError`` when it is none, or cannot be read.
    package init(_ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()) throws(WorkbookError) {
        guard FileSignature.of(bytes) == .zip else { throw .notAWorkbook }
        do { archive = try Archive(bytes) } catch { throw WorkbookError(error) }
        self.limits = limits
        archive.tighten(to: .officeWorkbook)
        switch OfficeDocument(archive) {
        case .workbook, .macroWorkbook: try readPackage()
        case .binaryWorkbook: throw .binaryWorkbook
        default: throw .notAWorkbook
        }
    }

    private mutating func readPackage() throws(WorkbookError) {
        let package = try Relationships(of: "", in: archive, limits)
        guard let main = package.part("officeDocument"), let entry = archive.entry(named: main) else {
            throw .notAWorkbook
        }
        if let core = package.part("core-properties").flatMap({ archive.entry(named: $0) }) { try readProperties(core) }
        let relationships = try Relationships(of: main, in: archive, limits)
        externalLinks = relationships.all.count { $0.kind == "externalLink" }
        hasMacros = relationships.all.contains { $0.kind == "vbaProject" }
        try list(entry, relationships)
        func part(_ kind: String) -> ArchiveEntry? { relationships.part(kind).flatMap { archive.entry(named: $0) } }
        let theme = try part("theme").map { entry throws(WorkbookError) in
            try StoredStyles.theme(entry, of: archive, limits)
        }
        if let entry = part("sharedStrings") { texts = try SharedTexts(entry, of: archive, limits) }
        if let entry = part("styles") {
            formats = try CellStyles(entry, of: archive, limits)
            styles = try StoredStyles(entry, of: archive, limits, theme: theme ?? [])
        }
    }

    private mutating func readProperties(_ entry: ArchiveEntry) throws(WorkbookError) {
        let xml = try PartReader(entry, of: archive, limits)
        let (title, language) = (try xml.name("title"), try xml.name("language"))
        var (name, text): (PartReader.Name?, String) = (nil, "")
        while let event = try xml.next() {
            switch event {
            case .start: (name, text) = (xml.name, "")
            case .text: text += String(decoding: xml.text, as: UTF8.self)
            case .end:
                guard let ended = name else { continue }
                if ended == title { self.title = text }
                if ended == language { self.language = text }
                if !text.isEmpty { properties.append(text) }
                name = nil
            }
        }
    }

    private mutating func list(_ entry: ArchiveEntry, _ relationships: Relationships) throws(WorkbookError) {
        let xml = try PartReader(entry, of: archive, limits)
        let (properties, sheet, definedName) = (
            try xml.name("workbookPr"), try xml.name("sheet"), try xml.name("definedName")
        )
        let (epoch, name, state, id) = (
            try xml.name("date1904"), try xml.name("name"), try xml.name("state"), try xml.name("id")
        )
        var (defined, text): (String?, String) = (nil, "")
        while let event = try xml.next() {
            switch event {
            case .start where xml.name == properties:
                days = SerialDay(startsIn1904: xml.attribute(epoch)?.isTrue == true)
            case .start where xml.name == sheet:
                guard let name = xml.attributeText(name) else { continue }
                guard sheets.count < limits.sheets else {
                    throw .tooLarge(part: xml.part, limit: .sheets(limits.sheets))
                }
                let isHidden = xml.attributeText(state).map { $0 != "visible" } ?? false
                sheets.append(SheetListing(name: name, isHidden: isHidden))
                let reference = xml.attributeText(id).flatMap { relationships[$0] }
                parts.append(reference?.kind == "worksheet" ? reference?.part : nil)
            case .start where xml.name == definedName: (defined, text) = (xml.attributeText(name), "")
            case .text where defined != nil: text += String(decoding: xml.text, as: UTF8.self)
            case .end where xml.name == definedName:
                if let defined { names[defined] = text }
                defined = nil
            default: continue
            }
        }
    }

    /// The position of the sheet called `name`, in any case; nil for none.
    package func position(ofSheet name: String) -> Int? {
        sheets.firstIndex { $0.name == name } ?? sheets.firstIndex { $0.name.lowercased() == name.lowercased() }
    }

    /// The sheet at `position`; without cells for one that holds a chart only.
    ///
    /// - Throws: ``WorkbookError`` when it cannot be read.
    package func sheet(at position: Int) throws(WorkbookError) -> StoredSheet {
        var sheet = StoredSheet(name: sheets[position].name, isHidden: sheets[position].isHidden)
        guard let part = parts[position] else { return sheet }
        guard let entry = archive.entry(named: part) else { throw .damaged(part: part) }
        let relationships = try Relationships(of: part, in: archive, limits)
        var reader = try StoredSheetReader(
            PartReader(entry, of: archive, limits), texts, formats, days, limits, archive.budget)
        try reader.read(into: &sheet) { relationships[$0]?.part == nil }
        for reference in relationships.all {
            guard let part = reference.part, let entry = archive.entry(named: part) else { continue }
            switch reference.kind {
            case "table": if let table = try table(entry) { sheet.tables.append(table) }
            case "drawing": sheet.drawings += try drawings(entry)
            case "comments": sheet.remarks += try remarks(entry)
            default: continue
            }
        }
        return sheet
    }

    private func table(_ entry: ArchiveEntry) throws(WorkbookError) -> StoredTable? {
        let xml = try PartReader(entry, of: archive, limits)
        let (table, name, range, headings) = (
            try xml.name("table"), try xml.name("displayName"), try xml.name("ref"), try xml.name("headerRowCount")
        )
        while let event = try xml.next() {
            guard case .start = event, xml.name == table,
                let cells = xml.attributeText(range).flatMap({ StoredRange($0) })
            else { continue }
            return StoredTable(
                name: xml.attributeText(name) ?? "", range: cells, headingRows: xml.attribute(headings)?.number ?? 1)
        }
        return nil
    }

    private func drawings(_ entry: ArchiveEntry) throws(WorkbookError) -> [StoredDrawing] {
        let xml = try PartReader(entry, of: archive, limits)
        let (properties, decorative) = (try xml.name("cNvPr"), try xml.name("decorative"))
        let (name, description, value) = (try xml.name("name"), try xml.name("descr"), try xml.name("val"))
        var drawings: [StoredDrawing] = []
        while let event = try xml.next() {
            guard case .start = event else { continue }
            if xml.name == properties {
                drawings.append(
                    StoredDrawing(
                        name: xml.attributeText(name) ?? "", alternative: xml.attributeText(description) ?? "",
                        isDecorative: false))
            } else if xml.name == decorative, xml.attribute(value)?.isTrue == true, let last = drawings.popLast() {
                drawings.append(StoredDrawing(name: last.name, alternative: last.alternative, isDecorative: true))
            }
        }
        return drawings
    }

    private func remarks(_ entry: ArchiveEntry) throws(WorkbookError) -> [String] {
        let xml = try PartReader(entry, of: archive, limits)
        let (comment, run) = (try xml.name("comment"), try xml.name("t"))
        var (remarks, isInText): ([String], Bool) = ([], false)
        while let event = try xml.next() {
            switch event {
            case .start where xml.name == comment: remarks.append("")
            case .start: isInText = xml.name == run
            case .text where isInText && !remarks.isEmpty:
                remarks[remarks.count - 1] += String(decoding: xml.text, as: UTF8.self)
            case .end: isInText = false
            default: continue
            }
        }
        return remarks
    }
}
