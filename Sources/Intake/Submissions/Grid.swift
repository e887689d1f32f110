import DelimitedText
import SocialReturnModel

/// A file of text or a sheet of a workbook, split into cells, and the tables that were recognised in it.
struct Grid {
    /// The file.
    private(set) var file: SourceFile
    /// The sheet; nil for a file of text.
    var sheet: SheetDescriptor?
    /// The cells as they came in: nothing of them is shown before they were searched.
    var cells: DelimitedTable
    /// What it was recognised by.
    let basis: Basis
    /// The tables; the first is the one by which it was recognised.
    private(set) var regions: [TableRegion]
    /// What was changed on the sheet, when it is one of feedback that came back.
    var correction: SheetChanges?
    /// The headings that are known.
    let knownHeadings: HeadingIndex
    /// Its position among the submission's files.
    var part = 0

    /// What a file or sheet was recognised by. Where two hold the same table, the smaller one is read.
    enum Basis: Int, Comparable {
        case feedback, name, partOfName, headings, assumed

        static func < (left: Basis, right: Basis) -> Bool { left.rawValue < right.rawValue }
    }

    /// Recognises the tables in `cells`, by the name of the file or sheet or else by the headings; nil when there are none.
    ///
    /// - Parameters:
    ///   - names: The names to go by: that of the sheet, and that of the file where it has no other.
    ///   - assumed: The table to take it for when neither tells.
    ///   - index: The headings that are known.
    init?(
        _ cells: DelimitedTable, of file: SourceFile, on sheet: SheetDescriptor? = nil, names: [String],
        assumed: TableID? = nil, _ index: HeadingIndex = .shared
    ) {
        let whole = names.lazy.compactMap { SheetNames.table(named: $0) }.first
        let part = whole == nil ? names.lazy.compactMap({ SheetNames.table(within: $0) }).first : nil
        let byHeadings = whole == nil ? TableRegion.regions(of: cells, named: nil, index) : []
        let recognised = byHeadings.first { $0.isRecognisable(in: cells, index) }
        if let whole {
            (basis, regions) = (.name, TableRegion.regions(of: cells, named: whole, index))
        } else if let part, let recognised {
            (basis, regions) = (part == recognised.table ? .partOfName : .headings, byHeadings)
        } else if recognised != nil {
            (basis, regions) = (.headings, byHeadings)
        } else if let part, let regions = TableRegion.ownRegions(of: cells, named: part, index) {
            (basis, self.regions) = (.partOfName, regions)
        } else if let assumed {
            let table = byHeadings.first?.table ?? assumed
            (basis, regions) = (.assumed, TableRegion.regions(of: cells, named: table, index))
        } else if sheet != nil, UprightCover.isRecognisable(cells, index) {
            (basis, regions) = (.headings, TableRegion.regions(of: cells, named: .cover, index))
        } else {
            return nil
        }
        self.file = file
        self.sheet = sheet
        self.cells = cells
        self.knownHeadings = index
        // A table that is too large to be put together is read as it stands.
        if regions[0].table.isSubmission, let whole = try? TwoLineHeading.unified(cells, regions[0], index) {
            (self.cells, regions) = (whole, TableRegion.regions(of: whole, named: regions[0].table, index))
        }
    }

    /// A grid of which the tables are known, by the headings of `index`.
    init(
        _ cells: DelimitedTable, of file: SourceFile, on sheet: SheetDescriptor?, _ basis: Basis,
        _ regions: [TableRegion],
        _ index: HeadingIndex
    ) {
        (self.file, self.sheet, self.cells, self.basis, self.regions) = (file, sheet, cells, basis, regions)
        self.knownHeadings = index
    }

    /// Leaves what is known of the file without the file.
    mutating func giveUpBytes() { file.giveUpBytes() }

    /// Becomes `whole`, in which the rows of others were added to its own.
    mutating func take(_ whole: Grid) {
        (file, cells, sheet, regions) = (whole.file, whole.cells, whole.sheet, whole.regions)
    }

    /// Gives its rows to another grid, which holds them now.
    mutating func giveUp() {
        (cells, regions) = (.empty, [])
    }

    /// Whether `region` has a row with a value below its headings, or above them.
    func hasRows(_ region: TableRegion) -> Bool {
        !region.rowsAbove.isEmpty || region.ranges.contains { $0.contains { !cells.isBlank($0) } }
    }

    /// The field below whose heading in the record `header` a column of the cover stands; nil for none.
    func field(ofCover column: Int, below header: Int) -> Int? {
        (0..<cells.fieldCount(of: header)).first {
            knownHeadings.column(HeadingName(cells.text(header, $0)), of: .cover) == column
        }
    }

    /// Whether `region` has nothing but headings. A single record of several values that names no column is a row whose headings are missing.
    func isEmpty(_ region: TableRegion) -> Bool {
        guard !hasRows(region) else { return false }
        guard region.header >= 0, region.header < cells.recordCount else { return true }
        let found = OwnHeadingCount(cells, region.header, region.table, knownHeadings)
        let filled = TableRegion.filledFields(cells, region.header)
        return filled < 3 || found.known > 0 || 2 * found.proposed >= filled
    }

    /// The headings of `region` that name no column, as a sentence: without rows below them no finding is about them. Nil for none.
    func unknownHeadings(in region: TableRegion) -> Text? {
        guard region.header >= 0, region.header < cells.recordCount else { return nil }
        let unknown = (0..<cells.fieldCount(of: region.header)).lazy.map {
            cells.text(region.header, $0).trimmingBlanks
        }
        .filter { !$0.isEmpty && knownHeadings.column(HeadingName($0), of: region.table) == nil }
        .map { "'\(Masking.safeName($0))'" }.joined(separator: ", ")
        guard !unknown.isEmpty else { return nil }
        return Text(nl: "deze koppen kennen wij niet: \(unknown)", en: "we do not know these headings: \(unknown)")
    }

    /// Whether a few words are all that stands in `region`, and say that there is nothing to tell: `geen`, `n.v.t.`.
    func isNullMarker(_ region: TableRegion) -> Bool {
        var filled = 0
        // Where there are no headings, the words themselves were taken for them.
        let names =
            region.header < 0
            ? [] : (0..<cells.fieldCount(of: region.header)).map { HeadingName(cells.text(region.header, $0)) }
        let hasHeadings = names.contains { HeadingIndex.shared.column($0, of: region.table) != nil }
        let first = hasHeadings ? region.header + 1 : max(region.header, 0)
        guard region.rowsAbove.isEmpty else { return false }
        for record in first..<max(region.records.upperBound, first)
        where record < cells.recordCount && !cells.isBlank(record) {
            for field in 0..<cells.fieldCount(of: record) {
                let says = cells.withTrimmedCell(record, field) { $0.isEmpty ? nil : NullMarker.isNullMarker($0) }
                guard let says else { continue }
                filled += 1
                guard says, filled <= 3 else { return false }
            }
        }
        return filled > 0
    }

    /// Whether the cells are the same as those of `other`, whatever stands around them.
    func holdsTheSame(as other: Grid) -> Bool { cells.hasSameCells(as: other.cells) }

    /// Whether all that was said in words on this sheet of a feedback stands on `other` too.
    func saysNothingBeside(_ other: Grid) -> Bool {
        let said = Set((other.correction?.remarks ?? []).map(\.text))
        return (correction?.remarks ?? []).allSatisfy { said.contains($0.text) }
    }

    /// Refuses more rows, columns or cells than can be read.
    ///
    /// - Throws: ``IntakeError/badContainer(path:problem:)`` that names the limit.
    func require(_ limits: DeliveryLimits) throws(IntakeError) {
        try cells.require(limits, in: file.shownName, sheet?.name)
        for region in regions { try cells.require(limits, in: file.shownName, sheet?.name, headings: region.header) }
    }
}

extension DelimitedTable {
    /// Refuses more rows or cells than can be read, and more columns in the record `headings`.
    ///
    /// - Throws: ``IntakeError/badContainer(path:problem:)`` that names the limit.
    func require(
        _ limits: DeliveryLimits, in file: String, _ sheet: String? = nil, headings: Int = -1
    ) throws(IntakeError) {
        func refuse(_ limit: DeliveryLimit) -> IntakeError {
            .badContainer(path: file, problem: ContainerProblem(.limit(limit), entry: sheet))
        }
        guard recordCount <= limits.rows else { throw refuse(.rows(limits.rows)) }
        guard fieldCountOfAll <= limits.cells else { throw refuse(.cells(limits.cells)) }
        if fieldCountOfAll > limits.fieldsOfRecord {
            for record in 0..<recordCount where fieldCount(of: record) > limits.fieldsOfRecord {
                throw refuse(.fieldsOfRecord(limits.fieldsOfRecord))
            }
        }
        guard headings < 0 || fieldCount(of: headings) <= limits.columns else { throw refuse(.columns(limits.columns)) }
    }
}

extension TableRegion {
    /// Whether the headings alone tell that this is the table: most of its required columns are there. An own word counts for half, so that
    /// own words alone are never enough.
    func isRecognisable(in cells: DelimitedTable, _ index: HeadingIndex) -> Bool {
        guard header >= 0 else { return false }
        let required = AllTables.facts(table).columns.count(where: \.isRequired)
        let found = OwnHeadingCount(cells, header, table, index, required: true)
        return found.known >= 2 && (2 * found.known + found.proposed) * 5 >= 2 * required * 3
    }

    /// The tables in `cells`, of which the first has a part of its name in that of the file or sheet, and whose headings are mostly own words
    /// for its columns; nil when they are not.
    static func ownRegions(
        of cells: DelimitedTable, named table: TableID, _ index: HeadingIndex
    ) -> [TableRegion]? {
        let regions = regions(of: cells, named: table, index)
        guard let header = regions.first?.header, header >= 0 else { return nil }
        let required = AllTables.facts(table).columns.count(where: \.isRequired)
        let found = OwnHeadingCount(cells, header, table, index, required: true)
        return found.known + found.proposed >= 2 && (found.known + found.proposed) * 5 >= required * 3 ? regions : nil
    }
}
