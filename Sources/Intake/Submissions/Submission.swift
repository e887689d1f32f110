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

    /// Who reports, and on which period.
    public internal(set) var cover: TableData<Cover>?
    /// Persons who work or learn under a contract.
    public internal(set) var placements: TableData<Placement>?
    /// Hours worked, by placement and period.
    public internal(set) var hours: TableData<WorkedHours>?
    /// Invoices of social enterprises and SW companies.
    public internal(set) var purchases: TableData<SocialPurchase>?
    /// Lessons, coaching and other activities.
    public internal(set) var activities: TableData<Activity>?
    /// What documents were seen, never the documents.
    public internal(set) var evidence: TableData<Evidence>?
    /// Conversations between supplier and client.
    public internal(set) var conversations: TableData<Conversation>?
    /// Goals that were agreed together.
    public internal(set) var commitments: TableData<Commitment>?
    /// What blocks the execution, and requests for help.
    public internal(set) var obstacles: TableData<Obstacle>?
    /// What was tried and learned.
    public internal(set) var lessons: TableData<Lesson>?
    /// Good examples, and whether they may be shared.
    public internal(set) var examples: TableData<GoodExample>?
    /// Learning places offered and asked.
    public internal(set) var learningPlaces: TableData<LearningPlace>?

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

    /// Calls `visitor` for every table that was submitted, in the order of the interface.
    ///
    /// Inlinable, so that a visitor of another module is compiled for each row type: without it, writing 100,000 rows as CSV took
    /// four times as long.
    @inlinable
    public func forEachTable<Visitor: TableVisitor>(_ visitor: inout Visitor) {
        if let cover { visitor.visit(cover) }
        if let placements { visitor.visit(placements) }
        if let hours { visitor.visit(hours) }
        if let purchases { visitor.visit(purchases) }
        if let activities { visitor.visit(activities) }
        if let evidence { visitor.visit(evidence) }
        if let conversations { visitor.visit(conversations) }
        if let commitments { visitor.visit(commitments) }
        if let obstacles { visitor.visit(obstacles) }
        if let lessons { visitor.visit(lessons) }
        if let examples { visitor.visit(examples) }
        if let learningPlaces { visitor.visit(learningPlaces) }
    }

    /// What tells this delivery from all others, in hexadecimal: the digest of the digests of its files, whatever they are called. Feedback
    /// carries it, so that a correction names what it corrects. Nil when nothing was kept to tell.
    public var deliveryDigest: String? { DeliveryDigest.of(files.filter { $0.sheet == nil }.map(\.sha256)) }

    /// What the supplier answered in feedback that came back, by table and in the order of the rows.
    public var answers: [Answer] {
        TableID.submission.filter { !($0 == .cover && coverIsShared) }.flatMap { source(of: $0)?.remarks.answers ?? [] }
    }

    /// The file behind a submitted table.
    public func source(of table: TableID) -> SourceTable? {
        switch table {
        case .cover: cover?.source
        case .placements: placements?.source
        case .hours: hours?.source
        case .purchases: purchases?.source
        case .activities: activities?.source
        case .evidence: evidence?.source
        case .conversations: conversations?.source
        case .commitments: commitments?.source
        case .obstacles: obstacles?.source
        case .lessons: lessons?.source
        case .examples: examples?.source
        case .learningPlaces: learningPlaces?.source
        default: nil
        }
    }

    /// Sets the row at `place` aside, by the record it was read from. A place in no row, or in the register, changes nothing.
    public mutating func setAside(_ place: Place) {
        if place.isInRow { setAside(place.table, place.record) }
    }

    /// Sets all rows of `table` aside. A table of the register changes nothing.
    public mutating func setAsideAllRows(of table: TableID) { setAside(table, nil) }

    /// Lets the rows that are set aside in this submission and were in `earlier` count again.
    public mutating func readmit(setAsideIn earlier: Submission) {
        cover?.readmit(earlier.cover)
        placements?.readmit(earlier.placements)
        hours?.readmit(earlier.hours)
        purchases?.readmit(earlier.purchases)
        activities?.readmit(earlier.activities)
        evidence?.readmit(earlier.evidence)
        conversations?.readmit(earlier.conversations)
        commitments?.readmit(earlier.commitments)
        obstacles?.readmit(earlier.obstacles)
        lessons?.readmit(earlier.lessons)
        examples?.readmit(earlier.examples)
        learningPlaces?.readmit(earlier.learningPlaces)
    }

    /// Whether the row at `place` was set aside.
    public func isSetAside(_ place: Place) -> Bool {
        var finder = SetAsideFinder(place: place)
        forEachTable(&finder)
        return finder.isSetAside
    }

    private mutating func setAside(_ table: TableID, _ record: Int32?) {
        switch table {
        case .cover: cover?.setAside(record)
        case .placements: placements?.setAside(record)
        case .hours: hours?.setAside(record)
        case .purchases: purchases?.setAside(record)
        case .activities: activities?.setAside(record)
        case .evidence: evidence?.setAside(record)
        case .conversations: conversations?.setAside(record)
        case .commitments: commitments?.setAside(record)
        case .obstacles: obstacles?.setAside(record)
        case .lessons: lessons?.setAside(record)
        case .examples: examples?.setAside(record)
        case .learningPlaces: learningPlaces?.setAside(record)
        default: break
        }
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

extension TableData {
    fileprivate mutating func readmit(_ earlier: TableData<Row>?) {
        guard let earlier else { return }
        for index in isSetAside.indices where earlier.isSetAside[index] { isSetAside[index] = false }
    }

    /// Sets aside the row that was read from `record`; all rows for nil.
    fileprivate mutating func setAside(_ record: Int32?) {
        guard let record else {
            isSetAside = Array(repeating: true, count: rows.count)
            return
        }
        if let index = index(ofRecord: record) { isSetAside[index] = true }
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
        byteCount = file.bytes.count
        self.table = table
        self.sheet = sheet
    }
}
