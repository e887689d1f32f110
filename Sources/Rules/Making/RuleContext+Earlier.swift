import Intake
import SocialReturnModel

extension RuleContext {
    /// The earlier reports that stand beside this one: not the same delivery again, and not what this one says it corrects.
    var separateReports: [EarlierReport] {
        previous.filter { !isSameDelivery(as: $0) && !corrects($0) && !(isCorrection && overlaps($0)) }
    }

    /// The last version of the report on each earlier period, in the order of the periods.
    var lastVersions: [EarlierReport] { previous.filter { !isSameDelivery(as: $0) }.lastVersions }

    /// The last versions of the reports on periods that ended before this one begins, in the order of the periods.
    var reportsBefore: [EarlierReport] {
        guard let period else { return [] }
        return lastVersions.filter { $0.period.map { $0.end < period.start } ?? false }
    }

    /// The report on the last period that ended before this one begins.
    var reportBefore: EarlierReport? { reportsBefore.last }

    /// Whether the cover names an earlier report that this one corrects, or this one is feedback on one that came back.
    var isCorrection: Bool {
        !submission.coverRow.correctionOf.isEmpty || submission.corrections?.deliveryDigest != nil
    }

    /// The other report that corrects the delivery that this one corrects: of two the supplier knows which is meant. Nil without one.
    var otherCorrection: EarlierReport? {
        guard let corrected = submission.corrections?.deliveryDigest else { return nil }
        return previous.first { $0.corrects == corrected && !isSameDelivery(as: $0) }
    }

    /// Whether this submission is the feedback on `earlier` that came back: it carries the digests of that delivery's files, whatever the
    /// names and days say.
    private func corrects(_ earlier: EarlierReport) -> Bool {
        guard let files = submission.corrections?.files, !files.isEmpty else { return false }
        return files.allSatisfy { earlier.digests.contains($0.sha256) }
    }

    /// Whether `earlier` reports on days that this submission reports on too.
    func overlaps(_ earlier: EarlierReport) -> Bool {
        guard let period, let other = earlier.period else { return false }
        return period.overlaps(other)
    }

    /// Whether every table of this submission came in with `earlier`, byte for byte.
    private func isSameDelivery(as earlier: EarlierReport) -> Bool {
        let tables = submission.files.filter { $0.table != nil }
        return !tables.isEmpty && tables.allSatisfy { earlier.digests.contains($0.sha256) }
    }
}

extension EarlierReport {
    /// The period it reports on.
    var period: ReportingPeriod? { submission.coverRow.period }

    /// The day on which it was finished; a report without it counts as older than any other.
    var preparedOn: Day { submission.coverRow.finishedOn ?? Day(daysSince1970: .min) }
}

/// The symbols of an earlier submission in terms of this one: each submission numbers its texts for itself.
struct SymbolTranslation {
    private let translated: [Symbol?]

    /// Translates the symbols of `earlier` into those of `present`.
    init(from earlier: Submission, to present: Submission) {
        translated = (0..<earlier.symbols.count).map {
            present.symbols.symbol(for: earlier.symbols[Symbol(rawValue: Int32($0))])
        }
    }

    /// The symbol of the same text in this submission; nil when it is not there.
    subscript(symbol: Symbol) -> Symbol? { translated[Int(symbol.rawValue)] }
}
