import SocialReturnModel

/// One supplier's report for one period, read: its tables, and what reading saw.
public struct Submission: Sendable {
    /// The submission's name as it may be shown.
    public let name: String
    /// The texts behind the symbols in the rows.
    public internal(set) var symbols: SymbolTable
    /// The files in the order of their names, also those that are no table.
    public internal(set) var files: [SubmissionFileFacts] = []
    /// What reading saw, by table and in the order of reading.
    public internal(set) var observations: [Observation] = []

    /// The tables that were handed in. The build gives each a property, by the name of its id.
    @usableFromInline var tables = SubmissionTables()

    /// What was changed since an earlier delivery, when the submission is the feedback on that one.
    public internal(set) var corrections: Corrections?

    /// Whether the tables came in on the sheets of a workbook.
    public var isWorkbook: Bool { files.contains { $0.workbook != nil } }

    /// Whether the cover stands in the columns of the one table, the profile 'eenvoudig'.
    public internal(set) var coverIsShared = false

    init(name: String, symbols: SymbolTable) {
        self.name = name
        self.symbols = symbols
    }

    /// Whether a file or sheet was handed in that could not be read, and that may hold a table.
    public var hasUnreadParts: Bool {
        observations.contains { [.fileUnreadable, .tableUnreadable, .sheetUnreadable].contains($0.kind) }
    }

    /// The cover's row; every value is optional, as a cover may be missing or hold less than it should.
    public var coverRow: Cover { coverIndex.flatMap { cover?.rows[$0] } ?? Cover() }

    /// The position of the cover's row among those of its table: the first that holds data, and no explanation; nil without one.
    public internal(set) var coverIndex: Int?

    /// What tells this delivery from all others, in hexadecimal: the digest of the digests of its files, whatever they are called. Feedback
    /// carries it, so that a correction names what it corrects. Nil when nothing was kept to tell.
    public var deliveryDigest: String? { DeliveryDigest.of(files.filter { $0.sheet == nil }.map(\.sha256)) }

    /// What the supplier answered in feedback that came back, by table and in the order of the rows.
    public var answers: [Answer] {
        TableID.submission.filter { !($0 == .cover && coverIsShared) }.flatMap { source(of: $0)?.remarks.answers ?? [] }
    }

    /// Sets the row at `place` aside, by the record it was read from. A place in no row, or in the register, changes nothing.
    public mutating func setAside(_ place: Place) {
        if place.isInRow { setAside(place.table, place.record) }
    }

    /// Sets all rows of `table` aside. A table of the register changes nothing.
    public mutating func setAsideAllRows(of table: TableID) { setAside(table, nil) }

    /// Lets the rows that are set aside in this submission and were in `earlier` count again.
    public mutating func readmit(setAsideIn earlier: Submission) {
        for id in TableID.submission { change(id, by: Readmission(earlier: earlier)) }
    }

    /// Whether the row at `place` was set aside.
    public func isSetAside(_ place: Place) -> Bool {
        var finder = SetAsideFinder(place: place)
        forEachTable(&finder)
        return finder.isSetAside
    }

    private mutating func setAside(_ table: TableID, _ record: Int32?) {
        change(table, by: SettingAside(record: record))
    }

    /// Rows read, accepted and set aside, over all tables. A cover that shares its file with a table is not counted apart.
    public var rowCounts: RowCounts { rowCounts(skippingCover: coverIsShared) }

    /// The rows of every table but the cover: a cover alone is no report.
    public var rowCountsBelowCover: RowCounts { rowCounts(skippingCover: true) }

    private func rowCounts(skippingCover skipsCover: Bool) -> RowCounts {
        var counter = RowCounter(skipsCover: skipsCover)
        forEachTable(&counter)
        return counter.counts
    }
}

/// Work that is done for every table of a submission, whatever its row type.
public protocol TableVisitor {
    /// Called for each table.
    mutating func visit<Row: TableRow>(_ table: TableData<Row>)
}

/// Work that needs the row type of a table and where it is kept, whether it is there or not.
protocol TablePlaceVisitor<Holder> {
    /// What holds the table.
    associatedtype Holder
    /// Called with the way to the table.
    mutating func visit<Row: TableRow>(_ path: WritableKeyPath<Holder, TableData<Row>?>)
}

/// How many rows were read, and what became of them: `read` is always `accepted + setAside`.
public struct RowCounts: Sendable, Hashable {
    /// Rows with data.
    public var read = 0
    /// Rows that count.
    public var accepted = 0
    /// Rows that are kept as written but do not count.
    public var setAside = 0

    /// No rows.
    public init() {}
}

private struct RowCounter: TableVisitor {
    let skipsCover: Bool
    var counts = RowCounts()

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        guard !(skipsCover && table.source.id == .cover) else { return }
        counts.read += table.rows.count
        counts.setAside += table.setAsideCount
        counts.accepted = counts.read - counts.setAside
    }
}

private struct SetAsideFinder: TableVisitor {
    let place: Place
    var isSetAside = false

    mutating func visit<Row: TableRow>(_ table: TableData<Row>) {
        guard table.source.id == place.table, let index = table.index(ofRecord: place.record) else { return }
        isSetAside = table.isSetAside[index]
    }
}

/// Work that changes one table of a submission or register, whatever its row type.
protocol TableChange<Holder> {
    /// What holds the table.
    associatedtype Holder
    /// Called for the table, which may not be there; `path` leads to it in any holder.
    func apply<Row: TableRow>(to table: inout TableData<Row>?, at path: KeyPath<Holder, TableData<Row>?>)
}

/// Sets aside the row that was read from a record; all rows for nil.
private struct SettingAside: TableChange {
    let record: Int32?

    func apply<Row: TableRow>(to table: inout TableData<Row>?, at path: KeyPath<Submission, TableData<Row>?>) {
        guard let record else {
            let count = table?.rows.count ?? 0
            table?.isSetAside = Array(repeating: true, count: count)
            return
        }
        if let index = table?.index(ofRecord: record) { table?.isSetAside[index] = true }
    }
}

/// Lets rows count again that an earlier reading had set aside.
private struct Readmission: TableChange {
    let earlier: Submission

    func apply<Row: TableRow>(to table: inout TableData<Row>?, at path: KeyPath<Submission, TableData<Row>?>) {
        guard table != nil, let earlier = earlier[keyPath: path] else { return }
        for index in earlier.isSetAside.indices where earlier.isSetAside[index] { table?.isSetAside[index] = false }
    }
}

/// A file of a submission: what it is called and what it was read as.
public struct SubmissionFileFacts: Sendable, Hashable {
    /// The name as it may be shown.
    public let name: String
    /// SHA-256 in hexadecimal.
    public let sha256: String
    /// Size in bytes.
    public let byteCount: Int
    /// The table it was read as; nil for a file that is none.
    public internal(set) var table: TableID?
    /// The table whose headings it has, without rows below them, so that it counts as not delivered.
    public internal(set) var emptyTable: TableID?
    /// Why it was not read, as a sentence that begins after its name; nil when there is no more to say.
    public internal(set) var note: Text?
    /// The name of the sheet, when this is not a file but a sheet of the workbook that stands before it.
    public var sheet: String?
    /// What the workbook brings along, when the file is one whose sheets were read.
    public var workbook: WorkbookFacts?
    /// Whether the file is the zip that the others were in.
    public var isArchive = false

    /// The name, with the sheet's: `sjabloon.xlsx, blad Inzet`.
    public var shownName: Text { SheetLabel.text(file: name, sheet: sheet) }

    /// A file that was not opened.
    init(_ stray: StrayFile) {
        (name, sha256, byteCount, table) = (stray.shownName, "", stray.byteCount, nil)
        note = stray.text
    }

    init(_ file: SourceFile, table: TableID?, sheet: String? = nil) {
        name = file.shownName
        sha256 = file.sha256
        byteCount = file.byteCount
        self.table = table
        self.sheet = sheet
    }
}
