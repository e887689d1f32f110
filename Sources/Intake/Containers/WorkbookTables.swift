import Archives
import DelimitedText
import SocialReturnModel
import WorksheetReading

/// The tables on the sheets of a workbook.
struct WorkbookTables {
    /// A sheet with something on it that is not only for people.
    struct Sheet {
        let input: InputTable
        /// The table it is; nil when it is none.
        let table: TableID?
        /// Whether it has rows below its headings.
        let hasRows: Bool
    }

    /// The sheets in the order of their tabs.
    private(set) var sheets: [Sheet] = []
    /// What the workbook brings along that is never opened.
    let facts: WorkbookFacts
    /// What was delivered before, when the workbook is feedback that came back.
    private(set) var first: FirstDelivery?
    /// The tables of that delivery whose sheets are gone.
    private(set) var removed: [(table: TableID, changes: SheetChanges)] = []

    /// Reads the sheets of the workbook that `file` is.
    ///
    /// - Throws: ``IntakeError/badContainer(path:problem:)`` when it cannot be read.
    init(_ file: SourceFile, _ archive: Archive) throws(IntakeError) {
        let listed: [SheetListing]
        let read: [Worksheet?]
        do throws(WorkbookError) {
            let workbook = try WorkbookFile(archive)
            facts = WorkbookFacts(hasMacros: workbook.hasMacros, externalLinks: workbook.externalLinks)
            listed = workbook.sheets
            read = try workbook.read(
                Set(
                    listed.indices.filter {
                        !SheetNames.isForPeople(listed[$0].name) || Self.isFirstDelivery(listed[$0])
                    }))
        } catch {
            throw .badContainer(path: file.shownName, problem: ContainerProblem(workbook: error))
        }
        let filled = listed.indices.compactMap { index in
            read[index].flatMap { sheet in sheet.cells.recordCount > 0 ? (listed[index], sheet) : nil }
        }.filter { !Self.isFirstDelivery($0.0) }
        first = FirstDelivery(
            listed.indices.filter { Self.isFirstDelivery(listed[$0]) }.compactMap { read[$0]?.cells })
        let tables = Self.tables(of: filled, fileName: file.name)
        for ((listing, sheet), table) in zip(filled, tables) {
            if let table, SheetNames.isFurtherPart(listing.name),
                let first = sheets.firstIndex(where: { $0.table == table }),
                let joined = sheets[first].input.joined(with: sheet, listing, table)
            {
                sheets[first] = Sheet(input: joined, table: table, hasRows: Self.hasRows(joined.cells, table))
                continue
            }
            let input = InputTable(file: file, sheet: SheetFacts(listing, sheet), cells: sheet.cells)
            sheets.append(
                Sheet(input: input, table: table, hasRows: table.map { Self.hasRows(sheet.cells, $0) } ?? true))
        }
        let correction = WorkbookCorrection(first)
        do throws(DelimitedTextError) {
            try correction.apply(to: &sheets)
        } catch {
            throw .tooLarge(path: file.shownName, bytes: file.bytes.count)
        }
        removed = correction.removedTables(sheets)
    }

    private static func isFirstDelivery(_ listing: SheetListing) -> Bool {
        SheetNames.isPart(listing.name, of: FirstDeliveryForm.sheetName)
    }

    /// What each sheet is: by its name, or for one of the feedback that was renamed by its headings; where no sheet has the name of a
    /// table, a single one by the name of the file; or else by its headings.
    private static func tables(of sheets: [(SheetListing, Worksheet)], fileName: String) -> [TableID?] {
        let byName = sheets.map { SheetNames.table(named: $0.0.name) }
        guard byName.allSatisfy({ $0 == nil }) else {
            return zip(sheets, byName).map { sheet, table in
                guard table == nil, FirstDeliveryForm.isFeedback(sheet.1.cells),
                    let found = SubmissionReader.table(byHeadingsOf: sheet.1.cells), !byName.contains(found)
                else { return table }
                return found
            }
        }
        if sheets.count == 1, let table = SheetNames.table(named: SubmissionFiles.stem(of: fileName)) { return [table] }
        return sheets.map { SubmissionReader.table(byHeadingsOf: $0.1.cells) }
    }

    private static func hasRows(_ cells: DelimitedTable, _ table: TableID) -> Bool {
        let header = HeadingMap.headerRecord(in: cells, of: AllTables.facts(table))
        return (header + 1..<max(cells.recordCount, header + 1)).contains { !cells.isBlank($0) }
    }
}

/// What a workbook brings along besides its cells. None of it is opened.
public struct WorkbookFacts: Sendable, Hashable {
    /// Whether it brings macros along.
    public let hasMacros: Bool
    /// How many other workbooks it refers to.
    public let externalLinks: Int
}
