import Plumbing
import SocialReturnModel
import WorksheetReading

/// The sheet of a workbook from which a table was read.
public struct SheetDescriptor: Sendable, Hashable {
    /// The name on its tab, as it may be shown.
    public let name: String
    /// Whether its tab is hidden.
    public let isHidden: Bool
    /// How many hidden rows were read.
    public private(set) var hiddenRows: Int
    /// Whether rows are hidden that no filter hides, so that whoever looks at the sheet does not see that they are there.
    private(set) var hidesRows: Bool
    /// Whether the program fetches all of it from another file.
    let isLinked: Bool
    /// Whether a box with text lies over it.
    let hasTextBox: Bool
    /// What somebody wrote above and below its printed pages.
    let pageTexts: [String]
    /// How many hidden columns were read.
    public let hiddenColumns: Int
    /// How many cells hold a formula, of which the last result was read.
    public private(set) var formulas: Int
    /// Whether the numbers of days on it count from 1904.
    let startsIn1904: Bool
    /// Where numbers are shown as amounts in euros: for each field the records, in order.
    private var euros: [Int: [ClosedRange<Int>]]
    /// What is special about cells.
    private(set) var marks: Marks
    /// What is special about cells of *Correctie* and *Uw antwoord*: struck through, or with a note beside them.
    private(set) var answerMarks = Marks()
    /// The column of the sheet behind each field, from 0; nil when they are the same.
    private var columns: [Int]?
    /// The columns *Correctie* and *Uw antwoord* of feedback that came back, from 0.
    private(set) var correctionColumn: Int?, answerColumn: Int?
    /// The sheets on which the table goes on.
    private(set) var furtherParts: [Part] = []

    /// Fields by record, for each thing that can be special about a cell.
    struct Marks: Hashable {
        /// With a formula that has no result.
        fileprivate(set) var uncomputed: [Int: Set<Int>] = [:]
        /// With a date of which the sheet shows the month only.
        fileprivate(set) var months: [Int: Set<Int>] = [:]
        /// That got the value of a merged cell above them.
        fileprivate(set) var merged: [Int: Set<Int>] = [:]
        /// Struck through.
        fileprivate(set) var struck: [Int: Set<Int>] = [:]
        /// With a note beside them.
        fileprivate(set) var noted: [Int: Set<Int>] = [:]
        /// With a value that the sheet does not show.
        fileprivate(set) var hidden: [Int: Set<Int>] = [:]
        /// With a value that was fetched from another workbook.
        fileprivate(set) var linked: [Int: Set<Int>] = [:]
        /// With a value that lies over the cells to the right of them.
        fileprivate(set) var across: [Int: Set<Int>] = [:]

        fileprivate static var all: [WritableKeyPath<Marks, [Int: Set<Int>]>] {
            [\.uncomputed, \.months, \.merged, \.struck, \.noted, \.hidden, \.linked, \.across]
        }
    }

    /// A sheet on which a long table goes on.
    struct Part: Hashable {
        /// The first record that stands on it.
        let record: Int
        /// The name on its tab, as it may be shown.
        let name: String
    }

    init(_ listing: SheetListing, _ sheet: Worksheet) {
        name = Masking.safeName(listing.name)
        isHidden = listing.isHidden
        hiddenRows = sheet.hiddenRows
        hidesRows = sheet.hiddenRows > sheet.filteredRows
        hiddenColumns = sheet.hiddenColumns
        isLinked = sheet.isLinked
        hasTextBox = sheet.hasTextBox
        pageTexts = sheet.pageTexts
        formulas = sheet.formulas
        func byRecord(_ cells: [CellPosition]) -> [Int: Set<Int>] {
            cells.reduce(into: [:]) { $0[$1.record, default: []].insert($1.field) }
        }
        startsIn1904 = sheet.startsIn1904
        euros = sheet.euros
        marks = Marks(
            uncomputed: byRecord(sheet.uncomputed), months: byRecord(sheet.monthCells),
            merged: byRecord(sheet.filledFromMerge), struck: byRecord(sheet.struck), noted: byRecord(sheet.noted),
            hidden: byRecord(sheet.hidden), linked: byRecord(sheet.linked), across: byRecord(sheet.across))
    }

    /// A sheet that is gone, of which nothing but its name is known.
    init(named name: String) {
        self.name = name
        (isHidden, hidesRows, isLinked, hasTextBox, startsIn1904) = (false, false, false, false, false)
        (hiddenRows, hiddenColumns, formulas) = (0, 0, 0)
        (pageTexts, euros, marks) = ([], [:], Marks())
    }

    /// Adds a sheet on which the table goes on. Its records after `header` become those from `record` on.
    /// Field `columns[i]` of the part becomes field `i`. Before `record` stand `titles` records with what is written above those headings.
    mutating func add(_ sheet: SheetDescriptor, after header: Int, from record: Int, titles: Int, columns: [Int]) {
        furtherParts.append(Part(record: record - titles, name: sheet.name))
        furtherParts += sheet.furtherParts.map { Part(record: $0.record - header - 1 + record, name: $0.name) }
        hiddenRows += sheet.hiddenRows
        hidesRows = hidesRows || sheet.hidesRows
        formulas += sheet.formulas
        let fields = Dictionary(columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        for (field, runs) in sheet.euros {
            guard let own = fields[field] else { continue }
            euros[own, default: []] += runs.compactMap { run in
                run.upperBound <= header
                    ? nil
                    : max(run.lowerBound, header + 1) - header - 1 + record...run.upperBound - header - 1 + record
            }
        }
        for mark in Marks.all {
            for (part, cells) in sheet.marks[keyPath: mark] where part > header {
                let own = part - header - 1 + record
                marks[keyPath: mark][own, default: []].formUnion(cells.compactMap { fields[$0] })
            }
        }
    }

    /// Puts the records in another order: record `order[i]` becomes record `i`.
    mutating func reorder(_ order: [Int]) {
        let places = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        euros = euros.mapValues { runs in
            runs.joined().map { places[$0] ?? $0 }.sorted().map { $0...$0 }
        }
        for mark in Marks.all {
            marks[keyPath: mark] = marks[keyPath: mark].reduce(into: [:]) { moved, row in
                moved[places[row.key] ?? row.key] = row.value
            }
        }
    }

    /// Leaves all but `columns` of the sheet out. Cells in `corrected` have a value now, whatever stood there.
    mutating func take(_ columns: [Int], correction: Int?, answer: Int?, corrected: Set<SheetCell>) {
        (correctionColumn, answerColumn) = (correction, answer)
        answerMarks = Marks()
        let own = Set([correction, answer].compactMap(\.self))
        for mark in [\Marks.struck, \Marks.noted] {
            for (record, cells) in marks[keyPath: mark] where !own.isDisjoint(with: cells) {
                answerMarks[keyPath: mark][record] = own.intersection(cells)
            }
        }
        let fields = Dictionary(columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        self.columns = columns
        euros = euros.reduce(into: [:]) { kept, column in
            guard let field = fields[column.key] else { return }
            kept[field] = column.value.joined()
                .filter { !corrected.contains(SheetCell(record: $0, field: field)) }.map { $0...$0 }
        }
        for mark in Marks.all {
            marks[keyPath: mark] = marks[keyPath: mark].reduce(into: [:]) { kept, row in
                let left = row.value.compactMap { fields[$0] }
                    .filter { !corrected.contains(SheetCell(record: row.key, field: $0)) }
                if !left.isEmpty { kept[row.key] = Set(left) }
            }
        }
    }

    /// Whether the number in `field` of `record` is shown as an amount in euros.
    func showsEuro(_ record: Int, _ field: Int) -> Bool {
        guard let runs = euros[field] else { return false }
        let position = runs.partitioningIndex { $0.upperBound >= record }
        return position < runs.count && runs[position].contains(record)
    }

    /// Whether numbers in `field` are shown as amounts in euros anywhere.
    func showsEuros(in field: Int) -> Bool { euros[field] != nil }

    /// The letters above `field`; nil for a field that does not stand on the sheet.
    package func letters(above field: Int) -> String? {
        guard let columns else { return CellAddress.letters(of: field) }
        return columns.indices.contains(field) ? CellAddress.letters(of: columns[field]) : nil
    }

    /// The name of the sheet with `record` as formulas write it: between apostrophes where it needs them.
    public func nameInFormulas(of record: Int) -> String {
        Self.quoted(furtherPart(of: record) ?? name)
    }

    /// The name of the sheet on which the table goes on with `record`; nil for the first.
    func furtherPart(of record: Int) -> String? { furtherParts.last { $0.record <= record }?.name }

    private static func quoted(_ name: String) -> String {
        let isPlain =
            name.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" }
            && name.unicodeScalars.first?.properties.isAlphabetic == true && !looksLikeCell(name)
        return isPlain ? name : SheetReference.quoted(name)
    }

    /// Whether `name` is a reference to a cell itself: `Q1`, `R1C1`, `RC`.
    private static func looksLikeCell(_ name: String) -> Bool {
        let letters = name.prefix { $0.isASCII && $0.isLetter }
        let rest = name.dropFirst(letters.count)
        if !rest.isEmpty, letters.count <= 3, rest.allSatisfy({ $0.isASCII && $0.isNumber }) { return true }
        let upper = name.uppercased()
        return upper.first.map { $0 == "R" || $0 == "C" } == true
            && upper.allSatisfy { $0 == "R" || $0 == "C" || $0.isASCII && $0.isNumber }
    }
}
