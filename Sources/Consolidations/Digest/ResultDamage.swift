import Intake
import SocialReturnModel

/// What keeps a result or a summary from being used, and where it stands.
public struct ResultDamage: Error, Hashable, Sendable {
    /// Why it cannot be used.
    public let reason: SkippedResult.Reason
    /// The file, when it is one of several.
    public var file: String?
    /// The line, counted from 1.
    public var line: Int?

    /// Damage for `reason`, in `file` on `line` where those are known.
    public init(_ reason: SkippedResult.Reason, file: String? = nil, line: Int? = nil) {
        self.reason = reason
        self.file = file
        self.line = line
    }
}

extension ResultDamage {
    /// The first damage in the tables that `convert` wrote and `submission` was read from, in the folder called `folder`; nil for none.
    ///
    /// `convert` writes accepted rows in one notation, so that whatever cannot be read there was changed or cut off since. Without this a
    /// damaged number would be an empty cell, and a total too low.
    public static func first(in submission: Submission, folder: String) -> ResultDamage? {
        let found = submission.observations.first { reason(for: $0.kind) != nil }
        guard let found, let reason = reason(for: found.kind) else { return nil }
        let source = submission.source(of: found.place.table)
        let file = source?.fileName ?? AllTables.facts(found.place.table).fileName
        let line =
            found.place.line > 0
            ? Int(found.place.line) : found.place.isInRow ? source?.line(of: Int(found.place.record)) : nil
        return ResultDamage(reason, file: "\(folder)/\(file)", line: line)
    }

    /// Why a result with such an observation cannot be used; nil where it can.
    private static func reason(for kind: Observation.Kind) -> SkippedResult.Reason? {
        switch kind {
        case .valueOutOfBounds, .columnTotalOutOfBounds: .figureOutOfBounds
        case .unreadableNumber, .timeNotNumber, .otherUnit, .shortenedNumber, .invalidDate, .monthBeforeDay,
            .invalidPeriod, .monthOrQuarter,
            .damagedByExcel,
            .tooManyFields, .commaParted, .otherSeparator,
            .tooFewFields, .quoteNotClosed, .quoteMisplaced, .bytesDropped, .requiredColumnMissing, .noHeadingKnown,
            .oneColumn,
            .rowAboveHeadings:
            .dataDamaged
        default: nil
        }
    }
}
