import DelimitedText
import Plumbing
import SocialReturnModel
import WorksheetReading

/// A row with words in its blue cells.
struct FilledRow {
    let sheet: String
    let number: Int
    let topic: String
    let period: String
    let contracts: [String]
    var cells: [String]
    /// What the report itself says was agreed before.
    let previous: String
    let isOlder: Bool
}

/// What somebody filled in on one sheet of a report.
struct FilledSheet {
    /// The filled rows that can be taken over as they stand.
    private(set) var rows: [FilledRow] = []
    /// The topics beside which nothing stands.
    private(set) var unfilled: [FilledRow] = []
    /// What cannot.
    private(set) var problems: [(place: FilledDecisions.Place, problem: FilledDecisions.Problem)] = []
    /// What its cells come to without the blue ones.
    private(set) var others: ContentSum
    /// Whether the sheet has a block of topics.
    private(set) var asks = false

    /// The fields of a block's columns.
    private struct Columns {
        var topic: Int?, contracts: Int?, period: Int?, subject: Int?, previous: Int?, seal: Int?
        var inputs: [Int?] = [nil, nil, nil, nil]
        var isOlder = false
        /// How many columns have a heading.
        let width: Int

        /// The columns that `headings`, folded, name; nil when they are no headings of a block.
        init?(_ headings: [String]) {
            func field(_ heading: Text) -> Int? { headings.firstIndex { DecisionForm.isHeading($0, heading) } }
            width = (headings.lastIndex { !$0.isEmpty } ?? -1) + 1
            topic = field(DecisionForm.topic)
            inputs = DecisionForm.inputs.map(field)
            if topic != nil || inputs.allSatisfy({ $0 != nil }) {
                contracts = field(DecisionForm.contracts)
                period = field(DecisionForm.period)
                (subject, previous) = (field(DecisionForm.subject), field(DecisionForm.previous))
                seal = field(DecisionForm.seal)
                return
            }
            let older = DecisionForm.olderInputs.map { headings.firstIndex(of: $0) }
            guard older.allSatisfy({ $0 != nil }) else { return nil }
            (inputs, isOlder) = (older, true)
        }

        /// The heading that the block lacks. One without ids is told row by row.
        var missing: Text? {
            guard topic != nil else { return nil }
            return zip(inputs, DecisionForm.inputs).first { $0.0 == nil }?.1
                ?? (contracts == nil ? DecisionForm.contracts : nil)
        }
    }

    /// Reads `sheet`, which may be shown as `name`.
    init(_ sheet: Worksheet, called name: String) {
        let cells = sheet.cells
        others = sheet.contents
        let (struck, noted) = (Set(sheet.struck), Dictionary(grouping: sheet.noted, by: \.record))
        let uncomputed = Set(sheet.uncomputed)
        var columns: Columns?
        let sealedSubjects = Self.sealedSubjects(cells)
        for record in 0..<cells.recordCount {
            let count = cells.fieldCount(of: record)
            func place(_ column: Text? = nil) -> FilledDecisions.Place {
                FilledDecisions.Place(sheet: name, row: cells.row(of: record), column: column)
            }
            func isHeld(_ field: Int) -> Bool { field < count && !cells.text(record, field).trimmingBlanks.isEmpty }
            if count >= 4, let found = Columns((0..<count).map { FoldedName.fold(cells.text(record, $0)) }) {
                asks = true
                if let missing = found.missing {
                    problems.append((place(), .noHeading(missing)))
                    columns = nil
                } else {
                    columns = found
                }
                continue
            }
            guard let columns else { continue }
            let written = columns.inputs.map {
                $0.flatMap { $0 < count ? Decision.plain(cells.text(record, $0)) : nil } ?? ""
            }
            for field in columns.inputs.compactMap(\.self) where field < count {
                cells.withCell(record, field) { others.remove($0) }
            }
            let topic = columns.topic.flatMap { $0 < count ? Decision.plain(cells.text(record, $0)) : nil } ?? ""
            for note in noted[record] ?? [] {
                let input = columns.inputs.firstIndex(of: note.field).map { DecisionForm.inputs[$0] }
                problems.append((place(input), .noted))
            }
            if !topic.isEmpty, (columns.width..<max(columns.width, count)).contains(where: isHeld) {
                problems.append((place(), .beside))
            }
            // A sign or a word for nothing is no decision.
            let filled = written.map { Self.isNothing($0) ? "" : $0 }
            func text(_ field: Int?) -> String {
                guard let field, field < count else { return "" }
                return Decision.plain(cells.text(record, field))
            }
            func row(_ filled: [String]) -> FilledRow {
                FilledRow(
                    sheet: name, number: cells.row(of: record), topic: topic, period: text(columns.period),
                    contracts: text(columns.contracts).split(separator: "\n").map { String($0).trimmingBlanks },
                    cells: filled, previous: text(columns.previous), isOlder: columns.isOlder)
            }
            guard filled.contains(where: { !$0.isEmpty }) else {
                if !topic.isEmpty { unfilled.append(row(filled)) }
                continue
            }
            // An older report has no seals, and a row without an id is told of anyhow.
            if columns.seal != nil, !topic.isEmpty {
                let sealed = text(columns.seal).split(separator: ".", omittingEmptySubsequences: false)
                let now = DecisionForm.seal(
                    topic: topic, contracts: text(columns.contracts), period: text(columns.period),
                    subject: text(columns.subject)
                ).split(separator: ".")
                if sealed.count != 2 || sealed[1] != now[1] {
                    problems.append((place(), .typedOver))
                    continue
                }
                // Other words may be somebody's own; those of another row are not.
                if columns.subject != nil, sealed[0] != now[0], sealedSubjects.contains(now[0]) {
                    problems.append((place(), .otherSubject))
                    continue
                }
            }
            let doubts = filled.indices.compactMap { index -> (FilledDecisions.Place, FilledDecisions.Problem)? in
                guard !filled[index].isEmpty, let field = columns.inputs[index] else { return nil }
                let position = CellPosition(record: record, field: field)
                let problem: FilledDecisions.Problem? =
                    if struck.contains(position) {
                        .struck
                    } else if uncomputed.contains(position) || Self.isError(filled[index]) {
                        .noValue
                    } else if Self.isDitto(filled[index]) {
                        .ditto
                    } else { nil }
                return problem.map { (place(DecisionForm.inputs[index]), $0) }
            }
            // Half a decision may say something else than the whole.
            guard doubts.isEmpty else {
                problems += doubts
                continue
            }
            rows.append(row(filled))
        }
    }

    /// The digests of the subjects of all topics on the sheet.
    private static func sealedSubjects(_ cells: DelimitedTable) -> Set<Substring> {
        var found: Set<Substring> = []
        var seal: Int?
        for record in 0..<cells.recordCount {
            let count = cells.fieldCount(of: record)
            guard count >= 4 else { continue }
            let heading = (0..<count).first {
                DecisionForm.isHeading(FoldedName.fold(cells.text(record, $0)), DecisionForm.seal)
            }
            if let heading {
                seal = heading
            } else if let seal, seal < count, let digest = cells.text(record, seal).split(separator: ".").first {
                found.insert(digest)
            }
        }
        return found
    }

    private static func asked(_ text: String, _ question: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
        var text = text
        return text.withUTF8(question)
    }

    private static func isNothing(_ text: String) -> Bool { asked(text) { NullMarker.isOne($0, in: .text) } }
    private static func isError(_ text: String) -> Bool { asked(text, CellReader.isExcelError) }
    private static func isDitto(_ text: String) -> Bool { asked(text, NullMarker.isDitto) }
}
