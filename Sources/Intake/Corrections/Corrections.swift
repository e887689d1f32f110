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
        /// The row in the first delivery; nil for a row that was added.
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
