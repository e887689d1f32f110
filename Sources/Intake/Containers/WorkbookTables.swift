import Archives
import DelimitedText
import SocialReturnModel
import WorksheetReading

/// The tables on the sheets of a workbook.
struct WorkbookTables {
    /// A sheet with something on it that is not only for people.
    struct Sheet {
        /// The name on its tab, as it may be shown.
        let name: String
        /// Its cells and tables; nil when it holds none.
        var grid: Grid?
        /// Whether it is gone from the workbook, or holds nothing any more, and what was delivered first stands in its place.
        var isKept = false
    }

    /// The sheets in the order of their tabs.
    private(set) var sheets: [Sheet] = []
    /// What the workbook brings along that is never opened.
    let facts: WorkbookFacts
    /// Whether it is a report of this program, and no delivery.
    let isReport: Bool
    /// What was delivered before, when the workbook is feedback that came back.
    private(set) var first: OriginalSubmission?
    /// The cells in which somebody typed where nothing is read, with the name of the sheet: on the sheet to read first of that feedback, or on
    /// the template's explanation and above its headings.
    private(set) var typed: [TypedAside] = []

    /// What somebody typed where nothing is read.
    struct TypedAside {
        /// The name on the tab, as it may be shown.
        let sheet: String
        /// The cells.
        let cells: [String]
        /// Whether the workbook is feedback that came back, and not a template.
        let isFeedback: Bool
    }
    /// The tables of that delivery whose sheets are gone.
    private(set) var removed: [(table: TableID, changes: SheetChanges)] = []

    /// Reads the sheets of the workbook that `file` is, by `knownHeadings`.
    ///
    /// - Throws: ``IntakeError/badContainer(path:problem:)`` when it cannot be read.
    init(_ file: SourceFile, _ archive: Archive, _ knownHeadings: HeadingIndex) throws(IntakeError) {
        let listed: [SheetListing]
        let read: [Worksheet?]
        do throws(WorkbookError) {
            let workbook = try WorkbookFile(archive, reading: Self.isRead, passingOver: OwnNotes.isUntouched)
            facts = WorkbookFacts(hasMacros: workbook.hasMacros, externalLinks: workbook.externalLinks)
            listed = workbook.sheets
            let names = Set(listed.map { FoldedName.fold($0.name) })
            isReport = Self.sheetsOfReport.contains { $0.isSubset(of: names) }
            read = try workbook.read(
                isReport
                    ? []
                    : Set(
                        listed.indices.filter {
                            Self.isRead(listed[$0])
                        }))
        } catch {
            throw .badContainer(path: file.shownName, problem: ContainerProblem(workbook: error))
        }
        first = OriginalSubmission(
            listed.indices.filter { Self.isFirstDelivery(listed[$0]) }.compactMap { read[$0]?.cells })
        typed = listed.indices.compactMap { index in
            guard Self.isReadFirst(listed[index]), let sheet = read[index] else { return nil }
            let places = first?.typed(on: sheet) ?? []
            return places.isEmpty
                ? nil : TypedAside(sheet: Masking.safeName(listed[index].name), cells: places, isFeedback: true)
        }
        let explanation = listed.indices.first { Self.isExplanation(listed[$0]) }
        let ownTexts = explanation.flatMap { read[$0] }.flatMap(Self.ownTexts)
        if let explanation, let ownTexts, let sheet = read[explanation] {
            addTyped(OwnTexts.typed(on: sheet, ownTexts), listed[explanation])
        }
        let filled = listed.indices.filter { index in
            !SheetNames.isForPeople(listed[index].name) && (read[index]?.cells.recordCount ?? 0) > 0
        }
        for index in filled {
            guard let sheet = read[index] else { continue }
            let listing = listed[index]
            let name = Masking.safeHeading(listing.name)
            let isAlone = filled.count == 1
            let grid = Grid(
                sheet.cells, of: file, on: SheetDescriptor(listing, sheet),
                names: [listing.name] + (isAlone ? [SubmissionFiles.stem(of: file.name)] : []), knownHeadings)
            sheets.append(Sheet(name: name, grid: grid))
            // Somebody who kept the template's explanation kept what stands above its headings too.
            if let ownTexts, first == nil, let header = grid?.regions.first?.header, header > 0 {
                addTyped(OwnTexts.typed(on: sheet, ownTexts, records: header), listing)
            }
        }
        let correction = WorkbookCorrection(first, in: file, knownHeadings)
        do throws(DelimitedTextError) {
            try correction.apply(to: &sheets)
        } catch {
            throw .tooLarge(path: file.shownName, bytes: file.bytes.count)
        }
        removed = correction.removedTables(sheets)
    }

    private mutating func addTyped(_ cells: [String], _ listing: SheetListing) {
        guard !cells.isEmpty else { return }
        typed.append(TypedAside(sheet: Masking.safeName(listing.name), cells: cells, isFeedback: false))
    }

    /// The fingerprints of what this program wrote on a template; nil where `sheet` does not have them.
    private static func ownTexts(_ sheet: Worksheet) -> Set<String>? {
        let cells = sheet.cells
        for record in (0..<cells.recordCount).reversed() {
            for field in (0..<cells.fieldCount(of: record)).reversed() {
                if let prints = OwnTexts.prints(inTemplateCell: cells.text(record, field)) { return prints }
            }
        }
        return nil
    }

    private static func isRead(_ listing: SheetListing) -> Bool {
        !SheetNames.isForPeople(listing.name) || isFirstDelivery(listing) || isReadFirst(listing)
            || isExplanation(listing)
    }

    private static func isExplanation(_ listing: SheetListing) -> Bool {
        SheetNames.isPart(listing.name, of: SheetNames.explanation)
    }

    private static func isReadFirst(_ listing: SheetListing) -> Bool {
        SheetNames.isPart(listing.name, of: OriginalSubmissionForm.firstSheet)
    }

    private static func isFirstDelivery(_ listing: SheetListing) -> Bool {
        SheetNames.isPart(listing.name, of: OriginalSubmissionForm.sheetName)
    }

    /// The sheets that only a report of this program has, folded, in each language.
    private static let sheetsOfReport: [Set<String>] = [
        ["Leeswijzer", "Samenvatting", "Herkomst"], ["Leeswijzer", "Dashboard", "Herkomst"],
    ].map { Set($0.map(FoldedName.fold)) }
}

/// What a workbook brings along besides its cells. None of it is opened.
public struct WorkbookFacts: Sendable, Hashable {
    /// Whether it brings macros along.
    public let hasMacros: Bool
    /// How many other workbooks it refers to.
    public let externalLinks: Int
}
