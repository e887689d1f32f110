import DelimitedText
import SocialReturnModel
import WorksheetReading

/// What somebody wrote in the blue cells of a report, with what may not be shown masked.
public struct FilledDecisions: Sendable {
    /// A cell, or a row, of the workbook.
    public struct Place: Sendable, Hashable {
        /// The sheet's name, as it may be shown.
        public let sheet: String
        /// The row as a spreadsheet program shows it.
        public let row: Int
        /// The heading of the column; nil for the whole row.
        public var column: Text?
    }

    /// A row that cannot be taken over.
    public enum Problem: Sendable, Hashable {
        /// It has no topic id, so nobody can tell what it is about.
        case noTopic
        /// The row names no period.
        case noPeriod
        /// It is of a report that an earlier version made, which had no ids.
        case olderForm
    }

    /// The decisions, a row for each contract that its topic is about, in the order of the sheets.
    public private(set) var decisions: [Decision] = []
    /// The rows with words that cannot be taken over.
    public private(set) var problems: [(place: Place, problem: Problem)] = []
    /// What was masked, and where.
    public private(set) var masked: [(place: Place, kind: Observation.Kind)] = []
    /// The cells for a day that hold no day; what stands there is kept as it is.
    public private(set) var notDays: [Place] = []
    /// Whether the workbook asks for decisions at all.
    public private(set) var asks = false

    /// Whether somebody wrote something.
    public var isEmpty: Bool { decisions.isEmpty && problems.isEmpty }

    /// Reads the workbook that `file` is: XLSX or ODS, whatever program saved it last.
    ///
    /// - Parameters:
    ///   - file: the workbook.
    ///   - origin: what the register calls the workbook.
    ///   - register: what is known of organisations, so that their numbers are no warning.
    /// - Throws: ``IntakeError/badContainer(path:problem:)`` when it is no workbook or cannot be read.
    public init(_ file: SourceFile, origin: String, _ register: ContractRegister?) throws(IntakeError) {
        let problem: ContainerProblem
        switch FileForm(file.bytes) {
        case .document(let archive):
            do throws(WorkbookError) {
                try read(
                    WorkbookFile(archive) { Self.isNamed($0.name) }, origin: origin,
                    register?.knownOrganisations ?? KnownOrganisations())
                return
            } catch { problem = ContainerProblem(workbook: error) }
        case .damaged(let found), .foreign(let found): problem = found
        case .archive, .text: problem = ContainerProblem(.notAWorkbook)
        }
        throw .badContainer(path: file.shownName, problem: problem)
    }

    private static func isNamed(_ sheet: String) -> Bool {
        DecisionForm.sheetNames.contains { SheetNames.isPart(sheet, of: $0) }
    }

    private mutating func read(
        _ workbook: WorkbookFile, origin: String, _ known: KnownOrganisations
    ) throws(WorkbookError) {
        let named = workbook.sheets.indices.filter { Self.isNamed(workbook.sheets[$0].name) }
        let wanted = named.isEmpty ? Array(workbook.sheets.indices) : named
        let sheets = try workbook.read(Set(wanted))
        var rows: [FilledRow] = []
        for index in wanted {
            guard let cells = sheets[index]?.cells else { continue }
            rows += FilledRow.all(on: Masking.safeHeading(workbook.sheets[index].name), cells, &asks)
        }
        mask(&rows, known)
        for row in rows { take(row, origin) }
    }

    private mutating func take(_ row: FilledRow, _ origin: String) {
        let place = Place(sheet: row.sheet, row: row.number)
        guard !row.isOlder else { return problems.append((place, .olderForm)) }
        guard let topic = TopicID(row.topic) else { return problems.append((place, .noTopic)) }
        guard let period = ReportingPeriod(written: row.period) else { return problems.append((place, .noPeriod)) }
        var decision = Decision(contract: "", topic: topic, period: period.description)
        (decision.agreement, decision.owner, decision.remark) = (row.cells[0], row.cells[1], row.cells[3])
        decision.dueBy = row.cells[2]
        decision.origin = origin
        if !row.cells[2].isEmpty {
            if let day = Day(written: row.cells[2]) {
                decision.dueBy = day.formatted(.dutch)
            } else {
                notDays.append(Place(sheet: row.sheet, row: row.number, column: DecisionForm.dueBy))
            }
        }
        guard !row.contracts.isEmpty else { return decisions.append(decision) }
        for contract in row.contracts {
            decision.contract = contract
            decisions.append(decision)
        }
    }

    /// Overwrites what may not be shown, by the gate through which a delivery passes.
    private mutating func mask(_ rows: inout [FilledRow], _ known: KnownOrganisations) {
        guard !rows.isEmpty else { return }
        var builder = TableBuilder()
        do throws(DelimitedTextError) {
            for (index, row) in rows.enumerated() {
                for cell in row.cells { try builder.append(cell) }
                builder.endRecord(row: index + 1)
            }
        } catch {
            // More text than a table holds: nothing of it is taken over.
            problems += rows.map { (Place(sheet: $0.sheet, row: $0.number), .noTopic) }
            return rows.removeAll()
        }
        var cells = builder.finish()
        // A person has no place in any of them; in the column of who does it, a name alone is one as well.
        let fields = DecisionForm.inputs.indices.map { index in
            PrivacyGate.Field(
                index: index, table: .commitments, column: .known(index), privacy: .freeText,
                content: DecisionForm.inputs[index] == DecisionForm.owner ? .reference : .ordinary, identifier: nil,
                isKvK: false, isLegalForm: false)
        }
        let seen = PrivacyGate.mask(
            &cells, [PrivacyGate.Region(records: rows.indices, fields: fields)], table: .commitments,
            holdsParticipants: true, known)
        for index in rows.indices {
            for field in rows[index].cells.indices { rows[index].cells[field] = cells.text(index, field) }
        }
        for observation in seen {
            let row = rows[Int(observation.place.record)]
            let column = observation.place.column.knownIndex.map { DecisionForm.inputs[$0] }
            masked.append((Place(sheet: row.sheet, row: row.number, column: column), observation.kind))
        }
    }
}

/// A row with words in its blue cells.
private struct FilledRow {
    let sheet: String
    let number: Int
    let topic: String
    let period: String
    let contracts: [String]
    var cells: [String]
    let isOlder: Bool

    /// The fields of a block's columns.
    private struct Columns {
        var topic: Int?, contracts: Int?, period: Int?
        var inputs: [Int?] = [nil, nil, nil, nil]
        var isOlder = false

        /// The columns that `headings`, folded, name; nil when they are no headings of a block.
        init?(_ headings: [String]) {
            func field(_ heading: Text) -> Int? { headings.firstIndex { DecisionForm.isHeading($0, heading) } }
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
    }

    /// The filled rows of a sheet; `asks` becomes true when it has a block.
    static func all(on sheet: String, _ cells: DelimitedTable, _ asks: inout Bool) -> [FilledRow] {
        var columns: Columns?
        var rows: [FilledRow] = []
        for record in 0..<cells.recordCount {
            let count = cells.fieldCount(of: record)
            if count >= 4, let found = Columns((0..<count).map { FoldedName.fold(cells.text(record, $0)) }) {
                columns = found
                asks = true
                continue
            }
            guard let columns else { continue }
            func text(_ field: Int?) -> String {
                guard let field, field < count else { return "" }
                return Decision.plain(cells.text(record, field))
            }
            let filled = columns.inputs.map(text)
            guard filled.contains(where: { !$0.isEmpty }) else { continue }
            rows.append(
                FilledRow(
                    sheet: sheet, number: cells.row(of: record), topic: text(columns.topic),
                    period: text(columns.period),
                    contracts: text(columns.contracts).split(separator: "\n").map { String($0).trimmingBlanks },
                    cells: filled, isOlder: columns.isOlder))
        }
        return rows
    }
}
