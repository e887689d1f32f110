import DelimitedText
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
    let isOlder: Bool
}

/// What somebody filled in on one sheet of a report.
struct FilledSheet {
    /// The filled rows that can be taken over as they stand.
    private(set) var rows: [FilledRow] = []
    /// What cannot.
    private(set) var problems: [(place: FilledDecisions.Place, problem: FilledDecisions.Problem)] = []
    /// Whether the sheet has a block of topics.
    private(set) var asks = false

    /// The fields of a block's columns.
    private struct Columns {
        var topic: Int?, contracts: Int?, period: Int?
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
        let (struck, noted) = (Set(sheet.struck), Dictionary(grouping: sheet.noted, by: \.record))
        let uncomputed = Set(sheet.uncomputed)
        var columns: Columns?
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
            guard filled.contains(where: { !$0.isEmpty }) else { continue }
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
            func text(_ field: Int?) -> String {
                guard let field, field < count else { return "" }
                return Decision.plain(cells.text(record, field))
            }
            rows.append(
                FilledRow(
                    sheet: name, number: cells.row(of: record), topic: topic, period: text(columns.period),
                    contracts: text(columns.contracts).split(separator: "\n").map { String($0).trimmingBlanks },
                    cells: filled, isOlder: columns.isOlder))
        }
    }

    private static func asked(_ text: String, _ question: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
        var text = text
        return text.withUTF8(question)
    }

    private static func isNothing(_ text: String) -> Bool { asked(text) { NullMarker.isOne($0, in: .text) } }
    private static func isError(_ text: String) -> Bool { asked(text, CellReader.isExcelError) }
    private static func isDitto(_ text: String) -> Bool { asked(text, NullMarker.isDitto) }
}
