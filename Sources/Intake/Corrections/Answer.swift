import DelimitedText
import SocialReturnModel

/// What a supplier answered in feedback that came back: words for the contract manager, which change no data.
public struct Answer: Sendable, Hashable {
    /// The table.
    public let table: TableID
    /// The record in the cells of the table.
    public let record: Int32
    /// The row in the first delivery; nil for a row that was added, and where the first delivery is not known.
    public let row: Int?
    /// The row in the workbook that was sent back.
    public let newRow: Int
    /// The column that it is about; none for the whole row.
    public let column: ColumnReference
    /// That column as the file has it; nil for the whole row.
    public let columnName: String?
    /// The words, as far as they may be shown.
    public let text: String
    /// Whether it stood in *Correctie*, where a value is asked; that value stayed as it was.
    public let isFromCorrection: Bool

    /// Whether it answers what was found at `place`, which is in the same row.
    func answers(_ place: Place) -> Bool {
        guard !place.column.isOfFeedback else { return false }
        return column == .none || place.column == .none || column == place.column
    }

    /// Whether the supplier named the column; otherwise it is the one that was marked.
    let isNamed: Bool

    /// The answer as it stands in *Uw antwoord* of the next feedback.
    public var shown: String {
        guard isNamed, let columnName else { return text }
        return "\(columnName): \(text)"
    }
}

/// What stands in *Correctie* and was not taken over.
public struct RefusedCorrection: Sendable, Hashable {
    /// The row in the first delivery; nil for a row that was added, and where the first delivery is not known.
    public let row: Int?
    /// The row in the workbook that was sent back.
    public let newRow: Int
    /// The column that it was for, as the file has it; nil where nobody knows.
    public let columnName: String?
    /// The words, as far as they may be shown.
    public let text: String
}

/// What was said beside the rows of a table in feedback that came back.
public struct Remarks: Sendable, Hashable {
    /// The answers, in the order of the records.
    public private(set) var answers: [Answer] = []
    /// What was not taken over, in the order of the records. Observations name it by its position, from 1.
    public private(set) var refused: [RefusedCorrection] = []
    private var positions: [Int32: [Int]] = [:]

    /// Nothing was said.
    init() {}

    /// The answers to what was found at `place`.
    public func answers(at place: Place) -> [Answer] {
        guard place.isInRow, !answers.isEmpty else { return [] }
        return (positions[place.record] ?? []).map { answers[$0] }.filter { $0.answers(place) }
    }

    /// The answers beside the row that was read from `record`, on whatever column.
    public func answers(beside record: Int32) -> [Answer] { (positions[record] ?? []).map { answers[$0] } }

    /// Searches what was said for what may not be shown, before anything else reads it, and keeps it.
    ///
    /// - Returns: what was seen: what was masked, and what was not taken over.
    mutating func take(
        _ pending: [CorrectedSheet.PendingRemark], beside source: SourceTable, _ known: KnownOrganisations
    ) -> [Observation] {
        guard !pending.isEmpty else { return [] }
        let (texts, seen) = Self.masked(pending, source, known)
        var observations = seen
        let columns = pending.contains { $0.column != nil } ? source.columnsByHeading : [:]
        for (remark, text) in zip(pending, texts) {
            let record = Int32(clamping: remark.record)
            let column =
                remark.column.flatMap { name in
                    columns[name] ?? source.facts.index(of: name).map(ColumnReference.known)
                } ?? .none
            let newRow = source.cells.row(of: remark.record)
            if remark.isAnswer {
                positions[record, default: []].append(answers.count)
                answers.append(
                    Answer(
                        table: source.id, record: record, row: remark.row, newRow: newRow, column: column,
                        columnName: remark.column, text: text, isFromCorrection: remark.kind == .answerInCorrection,
                        isNamed: remark.isNamed))
            } else {
                refused.append(
                    RefusedCorrection(row: remark.row, newRow: newRow, columnName: remark.column, text: text))
                let kind: Observation.Kind =
                    switch remark.kind {
                    case .refused: .correctionRefused
                    case .astray: .textAstray
                    default: .correctionUnclear
                    }
                observations.append(
                    Observation(
                        kind,
                        Place(source.id, record: record, column: column), number: refused.count))
            }
        }
        return observations
    }

    /// The texts of `pending` as free texts of the table, with what may not be shown overwritten, and what was seen at their rows.
    private static func masked(
        _ pending: [CorrectedSheet.PendingRemark], _ source: SourceTable, _ known: KnownOrganisations
    ) -> (texts: [String], seen: [Observation]) {
        var builder = TableBuilder()
        do throws(DelimitedTextError) {
            for (index, remark) in pending.enumerated() {
                try builder.append(remark.text)
                builder.endRecord(row: index + 1)
            }
        } catch {
            // More text than a table holds: nothing of it is shown.
            return (pending.map { _ in "…" }, [])
        }
        var cells = builder.finish()
        let field = PrivacyGate.Field(
            index: 0, table: source.id, column: .answer, privacy: .freeText, content: .ordinary, identifier: nil,
            isKvK: false, isLegalForm: false)
        let seen = PrivacyGate.mask(
            &cells, [PrivacyGate.Region(records: 0..<pending.count, fields: [field])], table: source.id,
            holdsParticipants: RefusedHeading.participantTables.contains(source.id), known)
        let placed = seen.compactMap { observation -> Observation? in
            guard pending.indices.contains(Int(observation.place.record)) else { return nil }
            let remark = pending[Int(observation.place.record)]
            var place = observation.place
            place.record = Int32(clamping: remark.record)
            place.column = remark.kind == .answer ? .answer : .correction
            return Observation(observation.kind, place, number: Int(observation.number))
        }
        return ((0..<pending.count).map { cells.text($0, 0) }, placed)
    }
}
