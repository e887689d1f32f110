import DelimitedText
import Plumbing
import SocialReturnModel
import WorksheetReading

/// Reads the blocks of topics of one sheet: headings, and below them a row for each topic with four blue cells.
struct FilledSheetReader {
    private let cells: DelimitedTable
    private let name: String
    private let struck: Set<CellPosition>
    private let uncomputed: Set<CellPosition>
    private let noted: [Int: [CellPosition]]
    /// The blocks, by the records of their headings.
    private let blocks: [Int: TopicColumns]
    /// The digests of the subjects of all topics on the sheet.
    private let sealedSubjects: Set<Substring>

    init(_ sheet: Worksheet, _ name: String) {
        cells = sheet.cells
        self.name = name
        (struck, uncomputed) = (Set(sheet.struck), Set(sheet.uncomputed))
        noted = Dictionary(grouping: sheet.noted, by: \.record)
        blocks = Self.blocks(cells)
        sealedSubjects = Self.sealedSubjects(cells, blocks)
    }

    func read(into sheet: inout FilledSheet) {
        sheet.asks = !blocks.isEmpty
        var columns: TopicColumns?
        for record in 0..<cells.recordCount {
            if let block = blocks[record] {
                columns = block
                if let missing = block.missing {
                    sheet.problems.append((place(record), .noHeading(missing)))
                    columns = nil
                }
            } else if let columns {
                readTopic(record, columns, into: &sheet)
            }
        }
    }

    private func readTopic(_ record: Int, _ columns: TopicColumns, into sheet: inout FilledSheet) {
        let count = cells.fieldCount(of: record)
        for field in columns.inputs.compactMap(\.self) where field < count {
            cells.withCell(record, field) { sheet.others.remove($0) }
        }
        let topic = text(record, columns.topic)
        for note in noted[record] ?? [] {
            let input = columns.inputs.firstIndex(of: note.field).map { DecisionForm.inputs[$0] }
            sheet.problems.append((place(record, input), .noted))
        }
        if !topic.isEmpty, (columns.width..<max(columns.width, count)).contains(where: { isHeld(record, $0) }) {
            sheet.problems.append((place(record), .beside))
        }
        // A sign or a word for nothing is no decision.
        let filled = columns.inputs.map { text(record, $0) }.map { Self.isNothing($0) ? "" : $0 }
        let row = FilledRow(
            sheet: name, number: cells.row(of: record), topic: topic, period: text(record, columns.period),
            contracts: text(record, columns.contracts).split(separator: "\n").map { String($0).trimmingBlanks },
            cells: filled, previous: text(record, columns.previous), isOlder: columns.isOlder)
        guard filled.contains(where: { !$0.isEmpty }) else {
            if !topic.isEmpty { sheet.unfilled.append(row) }
            return
        }
        if let problem = problemOfSeal(record, columns, topic) {
            sheet.problems.append((place(record), problem))
            return
        }
        let doubts = filled.indices.compactMap { index in
            doubt(filled[index], record, columns.inputs[index]).map { (place(record, DecisionForm.inputs[index]), $0) }
        }
        // Half a decision may say something else than the whole.
        if doubts.isEmpty { sheet.rows.append(row) } else { sheet.problems += doubts }
    }

    /// What is wrong with the cells that nobody should change, by the seal beside them; nil when nothing is.
    private func problemOfSeal(
        _ record: Int, _ columns: TopicColumns, _ topic: String
    ) -> FilledDecisions.Problem? {
        // An older report has no seals, and a row without an id is told of anyhow.
        guard columns.seal != nil, !topic.isEmpty else { return nil }
        let sealed = text(record, columns.seal).split(separator: ".", omittingEmptySubsequences: false)
        let now = DecisionForm.seal(
            topic: topic, contracts: text(record, columns.contracts), period: text(record, columns.period),
            subject: text(record, columns.subject)
        ).split(separator: ".")
        if sealed.count != 2 || sealed[1] != now[1] { return .typedOver }
        // Other words may be somebody's own; those of another row are not.
        return columns.subject != nil && sealed[0] != now[0] && sealedSubjects.contains(now[0]) ? .otherSubject : nil
    }

    /// Why `text` in a blue cell may not be what was decided; nil when it is.
    private func doubt(_ text: String, _ record: Int, _ field: Int?) -> FilledDecisions.Problem? {
        guard !text.isEmpty, let field else { return nil }
        let position = CellPosition(record: record, field: field)
        if struck.contains(position) { return .struck }
        if uncomputed.contains(position) || Self.isError(text) { return .noValue }
        return Self.isDitto(text) ? .ditto : nil
    }

    private func place(_ record: Int, _ column: Text? = nil) -> FilledDecisions.Place {
        FilledDecisions.Place(sheet: name, row: cells.row(of: record), column: column)
    }

    /// The text of a field, with its blanks as people see them; empty where there is no such field.
    private func text(_ record: Int, _ field: Int?) -> String {
        guard let field, field < cells.fieldCount(of: record) else { return "" }
        return Decision.plain(cells.text(record, field))
    }

    private func isHeld(_ record: Int, _ field: Int) -> Bool { !cells.text(record, field).trimmingBlanks.isEmpty }

    private static func blocks(_ cells: DelimitedTable) -> [Int: TopicColumns] {
        var found: [Int: TopicColumns] = [:]
        for record in 0..<cells.recordCount where cells.fieldCount(of: record) >= 4 {
            found[record] = TopicColumns(
                (0..<cells.fieldCount(of: record)).map { FoldedName.fold(cells.text(record, $0)) })
        }
        return found
    }

    private static func sealedSubjects(_ cells: DelimitedTable, _ blocks: [Int: TopicColumns]) -> Set<Substring> {
        var found: Set<Substring> = []
        var seal: Int?
        for record in 0..<cells.recordCount {
            if let block = blocks[record] {
                seal = block.seal
            } else if let seal, seal < cells.fieldCount(of: record),
                let digest = cells.text(record, seal).split(separator: ".").first
            {
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
