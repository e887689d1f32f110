import Archives
import Plumbing

/// A workbook of Excel and of programs that write its form (XLSX, XLSM), by ISO/IEC 29500 in both its editions.
struct OfficeWorkbook {
    private(set) var sheets: [SheetListing] = []
    private(set) var hasMacros = false
    private(set) var externalLinks = 0

    /// What each sheet is.
    private var forms: [Form] = []
    private var days = SerialDay(startsIn1904: false)
    private let archive: Archive
    private let limits: WorkbookLimits
    private let main: String
    private let relationships: Relationships

    private enum Form {
        /// A sheet with cells, in this part.
        case cells(String)
        /// A chart, or another sheet without cells.
        case other
        /// A sheet that the workbook lists and does not hold.
        case missing
    }

    /// Where the workbook stands when the package does not tell.
    private static let usualPart = "xl/workbook.xml"

    init(_ archive: Archive, _ limits: WorkbookLimits) throws(WorkbookError) {
        archive.tighten(to: .officeWorkbook)
        self.archive = archive
        self.limits = limits
        let part = try Relationships(of: "", in: archive, limits).part("officeDocument")
        guard let part = part ?? archive.entry(named: Self.usualPart).map({ _ in Self.usualPart }) else {
            throw .notAWorkbook
        }
        guard !part.lowercased().hasSuffix(".bin") else { throw .binaryWorkbook }
        main = part
        relationships = try Relationships(of: part, in: archive, limits)
        try list()
        // Neither is ever opened.
        hasMacros = relationships.all.contains { $0.kind == "vbaProject" }
        externalLinks = relationships.all.count { $0.kind == "externalLink" }
    }

    private mutating func list() throws(WorkbookError) {
        let xml = try PartReader(try entry(main), of: archive, limits)
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
                guard sheets.count < limits.sheets else {
                    throw .tooLarge(part: main, limit: .sheets(limits.sheets))
                }
                let state = xml.attributeText(state) ?? "visible"
                sheets.append(SheetListing(name: name, isHidden: state != "visible"))
                forms.append(form(xml.attributeText(id)))
            }
        }
    }

    private static let kindsWithoutRows: Set = ["chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"]

    private func form(_ id: String?) -> Form {
        guard let reference = id.flatMap({ relationships[$0] }) else { return .missing }
        // Only what surely has no rows is passed over: a sheet with a kind that nobody knows is read, or said to be damaged.
        if Self.kindsWithoutRows.contains(reference.kind) { return .other }
        return reference.part.map(Form.cells) ?? .missing
    }

    /// Reads the sheets at `wanted`; nil for the others.
    func read(_ wanted: Set<Int>, passingOver isKnown: @escaping KnownNote) throws(WorkbookError) -> [Worksheet?] {
        var parts: [(index: Int, entry: ArchiveEntry)] = []
        for index in sheets.indices where wanted.contains(index) {
            switch forms[index] {
            case .cells(let part): parts.append((index, try entry(part)))
            case .other: continue
            case .missing: throw .damaged(part: main)
            }
        }
        // Some programs refer to a part that they left out because nothing is in it.
        let (textPart, stylePart) = (entry(of: "sharedStrings"), entry(of: "styles"))
        do {
            try archive.expect(parts.map(\.entry) + [textPart, stylePart].compactMap { $0 })
        } catch {
            throw WorkbookError(error)
        }
        var (texts, styles) = (SharedTexts(), CellStyles())
        if let textPart { texts = try SharedTexts(textPart, of: archive, limits) }
        if let stylePart { styles = try CellStyles(stylePart, of: archive, limits) }
        var read = [Worksheet?](repeating: nil, count: sheets.count)
        for (index, entry) in parts {
            let xml = try PartReader(entry, of: archive, limits)
            var reader = try OfficeSheetReader(xml, texts, styles, days, limits, archive.budget)
            var sheet = try reader.read()
            sheet.startsIn1904 = days.startsIn1904
            let beside = try Relationships(of: entry.name, in: archive, limits)
            try addNotes(to: &sheet, beside, passingOver: isKnown)
            sheet.hasTextBox = try hasTextBox(beside)
            read[index] = sheet
        }
        return read
    }

    /// Adds where notes stand on the sheet that refers to `beside`, in rows that have a value. What people answer each other at a cell stands in
    /// a part of its own (`threadedComment`), with a note as well or without one.
    private func addNotes(
        to sheet: inout Worksheet, _ beside: Relationships, passingOver isKnown: KnownNote
    ) throws(WorkbookError) {
        let parts = ["comments", "threadedComment"].compactMap { beside.part($0).flatMap { archive.entry(named: $0) } }
        guard !parts.isEmpty else { return }
        do { try archive.expect(parts) } catch { throw WorkbookError(error) }
        let rows = (0..<sheet.cells.recordCount).map { sheet.cells.row(of: $0) }
        var noted: Set<CellPosition> = []
        for entry in parts {
            for note in try CellNotes(entry, of: archive, limits, passingOver: isKnown).all
            where note.column < limits.columns {
                let record = rows.partitioningIndex { $0 >= note.row }
                guard record < rows.count, rows[record] == note.row else { continue }
                noted.insert(CellPosition(record: record, field: note.column))
            }
        }
        sheet.noted = noted.sorted()
    }

    /// Whether a shape over the sheet that refers to `beside` has a text. Titles of charts stand in parts of their own, and comments in others.
    private func hasTextBox(_ beside: Relationships) throws(WorkbookError) -> Bool {
        guard let entry = beside.part("drawing").flatMap({ archive.entry(named: $0) }) else { return false }
        do { try archive.expect([entry]) } catch { throw WorkbookError(error) }
        let xml = try PartReader(entry, of: archive, limits)
        let (body, text) = (try xml.name("txBody"), try xml.name("t"))
        var (isInBody, isInText) = (false, false)
        while let event = try xml.next() {
            switch event {
            case .start where xml.name == body: isInBody = true
            case .end where xml.name == body: isInBody = false
            case .start where xml.name == text: isInText = isInBody
            case .end where xml.name == text: isInText = false
            case .text where isInText:
                if xml.text.contains(where: { $0 > 0x20 }) { return true }
            default: continue
            }
        }
        return false
    }

    /// The properties of one's own of the document.
    func ownProperties() throws(WorkbookError) -> [String: String] {
        guard let part = try Relationships(of: "", in: archive, limits).part("custom-properties"),
            let entry = archive.entry(named: part)
        else { return [:] }
        return try OwnProperties.read(entry, of: archive, element: "property", limits)
    }

    private func entry(of kind: String) -> ArchiveEntry? {
        relationships.part(kind).flatMap { archive.entry(named: $0) }
    }

    private func entry(_ part: String) throws(WorkbookError) -> ArchiveEntry {
        guard let entry = archive.entry(named: part) else { throw .damaged(part: part) }
        return entry
    }
}
