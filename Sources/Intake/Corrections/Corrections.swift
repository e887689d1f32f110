import SocialReturnModel

/// What a supplier changed in the feedback on an earlier delivery before sending it back.
public struct Corrections: Sendable, Hashable {
    /// The name of the submission that was first delivered.
    public let submission: String
    /// The files of the first delivery, with their SHA-256 in hexadecimal.
    public let files: [File]
    /// The deliveries before that one, the oldest first, each with the digest that tells it from all others.
    public let earlier: [File]
    /// The changes, by table and row.
    public internal(set) var changes: [Change] = []
    /// The changes between the deliveries of ``earlier`` and up to that one, the oldest first.
    public let earlierChanges: [EarlierChange]

    /// All changes since the first delivery of the chain, as the next feedback carries them.
    public var allChanges: [EarlierChange] {
        let own = changes.lazy.map { EarlierChange(round: self.earlier.count + 1, change: $0) }
        return Array((earlierChanges + own).prefix(OriginalSubmission.mostChanges))
    }

    /// A change that an earlier correction made.
    public struct EarlierChange: Sendable, Hashable {
        /// Which correction, counted from 1.
        public let round: Int
        /// What was changed; its rows are those of that correction and of the delivery before it.
        public let change: Change
    }

    /// The digest of the first delivery: see ``Submission/deliveryDigest``. Nil when its files are not known any more.
    public var deliveryDigest: String? { DeliveryDigest.of(files.map(\.sha256)) }

    /// A file of the first delivery, or a delivery.
    public struct File: Sendable, Hashable {
        /// The name as it may be shown.
        public let name: String
        /// SHA-256 in hexadecimal.
        public let sha256: String
    }

    /// A change of one cell, or of a whole row.
    public struct Change: Sendable, Hashable {
        /// What was done.
        public let kind: Kind
        /// The table.
        public let table: TableID
        /// The row in the delivery before; nil for a row that was added.
        public let row: Int?
        /// The row in the workbook that was sent back; nil for a row that was taken out.
        public let newRow: Int?
        /// The column as the file has it, or had it when it was taken out; nil for a whole row.
        public let column: String?
        /// What stood there, as far as it may be shown.
        public let old: String
        /// What stands there now, as far as it may be shown.
        public let new: String
    }

    /// What was done to a cell or a row.
    public enum Kind: Sendable, Hashable, CaseIterable {
        /// The cell itself was changed.
        case cellEdited
        /// The new value stood in the column *Correctie*.
        case correctionApplied
        /// The cover was marked as a correction of the first delivery, as it did not say so itself.
        case markedAsCorrection
        /// A heading was changed, or a column added.
        case headingEdited
        /// The column was taken out.
        case columnRemoved
        /// The row was taken out.
        case rowRemoved
        /// The row was added.
        case rowAdded
    }
}

extension Corrections.Kind {
    /// The name in the hidden sheet of the feedback.
    fileprivate var code: String { "\(self)" }
}

extension Corrections.Change {
    /// The fields as the hidden sheet of the feedback keeps them.
    public var fields: [String] {
        [
            kind.code, AllTables.facts(table).sheetName, row.map(String.init) ?? "", newRow.map(String.init) ?? "",
            column ?? "", old, new,
        ]
    }

    /// The change in `record`; nil when that holds something else. What may not be shown is masked: a hidden sheet can be edited too.
    init?(_ record: DeliveredRecord) {
        guard record.fieldCount == 7, let kind = Corrections.Kind.allCases.first(where: { $0.code == record.text(0) }),
            let table = TableID.submission.first(where: { AllTables.facts($0).sheetName == record.text(1) })
        else { return nil }
        let column = record.text(4)
        self.init(
            kind: kind, table: table, row: Int(record.text(2)), newRow: Int(record.text(3)),
            column: column.isEmpty ? nil : Masking.safeHeading(column), old: Masking.safeText(record.text(5)),
            new: Masking.safeText(record.text(6)))
    }
}
