import DelimitedText
import Plumbing
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
        /// The heading of a column is gone, so nobody can tell what stands below it; nothing of the block is taken over.
        case noHeading(Text)
        /// A cell of the row is struck through: nobody can tell whether it holds.
        case struck
        /// A note was written at a cell. What it says is not read.
        case noted
        /// A cell shows an error, or holds a formula without a result.
        case noValue
        /// A cell sends its reader to another row, and rows may have been sorted.
        case ditto
        /// Words stand beside the columns.
        case beside
        /// The cells that are out of sight are not those of the report: nobody can tell what the row is about.
        case typedOver
        /// The row shows the subject of another row, as when only the columns in sight were sorted.
        case otherSubject
    }

    /// The decisions, a row for each contract that its topic is about, in the order of the sheets.
    public private(set) var decisions: [Decision] = []
    /// The rows with words that cannot be taken over.
    public private(set) var problems: [(place: Place, problem: Problem)] = []
    /// What was masked, and where.
    public private(set) var masked: [(place: Place, datum: PersonalDatum)] = []
    /// The cells for a day that hold no day; what stands there is kept as it is.
    public private(set) var notDays: [Place] = []
    /// The cells for a day that hold one before the period or ten years after it, so that its year may be a slip. It is kept as it is.
    public private(set) var farDays: [Place] = []
    /// The topics of which a blue cell is empty, a row for each contract, with what the report itself says was agreed before.
    public private(set) var withEmptyCells: [(place: Place, decision: Decision, shown: String)] = []
    /// The sheets, as they may be shown, on which something stands that the report did not have, or from which something is gone: somebody typed
    /// outside of the blue cells. Told only where it is known what the sheets came to as they were made.
    public private(set) var changedSheets: [String] = []
    /// The sheets, as they may be shown, that are too large, or too damaged, to be read: whether somebody typed there, nobody looked.
    public private(set) var unsearchedSheets: [String] = []
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
    ///   - made: what the sheets came to as the report was made, for one that does not say so itself; nil where nobody knows.
    /// - Throws: ``IntakeError/badContainer(path:problem:)`` when it is no workbook or cannot be read.
    public init(
        _ file: SourceFile, origin: String, _ register: ContractRegister?, made: Set<ContentSum>? = nil
    ) throws(IntakeError) {
        try self.init(file, origin: origin, register, made: made, limits: WorkbookLimits())
    }

    init(
        _ file: SourceFile, origin: String, _ register: ContractRegister?, made: Set<ContentSum>?,
        limits: WorkbookLimits
    ) throws(IntakeError) {
        let problem: ContainerProblem
        switch FileForm(file.bytes) {
        case .document(let archive):
            do throws(WorkbookError) {
                try read(
                    WorkbookFile(archive, limits: limits) { Self.mayAsk($0.name) }, origin: origin,
                    register?.knownOrganisations ?? KnownOrganisations(), made)
                return
            } catch { problem = ContainerProblem(workbook: error) }
        case .damaged(let found), .foreign(let found): problem = found
        case .archive, .text: problem = ContainerProblem(.notAReport)
        }
        throw .badContainer(path: file.shownName, problem: problem)
    }

    /// Whether topics may stand on the sheet called `name`: people rename sheets, copy them and put them in another workbook.
    private static func mayAsk(_ name: String) -> Bool {
        if DecisionForm.sheetNames.contains(where: { SheetNames.isPart(name, of: $0) }) { return true }
        return SheetNames.table(named: name) == nil
            && !DecisionForm.otherSheetNames.contains { SheetNames.isPart(name, of: $0) }
    }

    private mutating func read(
        _ workbook: WorkbookFile, origin: String, _ known: KnownOrganisations, _ made: Set<ContentSum>?
    ) throws(WorkbookError) {
        let wanted = workbook.sheets.indices.filter { Self.mayAsk(workbook.sheets[$0].name) }
        let sheets = try workbook.read(Set(wanted))
        var (rows, unfilled) = ([FilledRow](), [FilledRow]())
        var sums: [Int: ContentSum] = [:]
        for index in wanted {
            guard let sheet = sheets[index] else { continue }
            let found = FilledSheet(sheet, called: Masking.safeHeading(workbook.sheets[index].name))
            asks = asks || found.asks
            sums[index] = found.others
            rows += found.rows
            problems += found.problems
            unfilled += found.unfilled
        }
        if let made = ContentSeal.sums(in: workbook.ownProperties(beginning: ContentSeal.beginning)) ?? made, asks {
            // What is no sheet of topics may be long: where all of them are too much, one may not be.
            let others = workbook.sheets.indices.filter { !wanted.contains($0) }
            let whole = try? workbook.read(Set(others))
            for index in others {
                if let read = whole ?? (try? workbook.read([index])) {
                    sums[index] = read[index]?.contents
                } else {
                    unsearchedSheets.append(Masking.safeHeading(workbook.sheets[index].name))
                }
            }
            // Sheets may have another name, and be there twice.
            changedSheets = workbook.sheets.indices.filter { index in
                sums[index].map { sum in !sum.isEmpty && !made.contains(where: sum.isUnchanged) } ?? false
            }.map { Masking.safeHeading(workbook.sheets[$0].name) }
        }
        mask(&rows, known)
        for row in rows { take(row, origin) }
        for row in rows + unfilled where row.cells.contains(where: \.isEmpty) { note(row, origin) }
        // As they stand in the workbook: what is wrong with a row is found at different times.
        let names = wanted.map { Masking.safeHeading(workbook.sheets[$0].name) }
        func order(_ place: Place) -> (Int, Int) { (names.firstIndex(of: place.sheet) ?? 0, place.row) }
        problems.sort { order($0.place) < order($1.place) }
    }

    /// Keeps a topic of which a cell is empty.
    private mutating func note(_ row: FilledRow, _ origin: String) {
        guard let topic = TopicID(row.topic), let period = ReportingPeriod(written: row.period) else { return }
        for contract in row.contracts.isEmpty ? [""] : row.contracts {
            var decision = Decision(contract: contract, topic: topic, period: period.description)
            decision.origin = origin
            decision.cells = row.cells
            if let day = Day(written: row.cells[2]) { decision.dueBy = day.formatted(.dutch) }
            withEmptyCells.append((Place(sheet: row.sheet, row: row.number), decision, row.previous))
        }
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
                if day < period.start || day > period.end.adding(months: 120) {
                    farDays.append(Place(sheet: row.sheet, row: row.number, column: DecisionForm.dueBy))
                }
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
            guard let datum = observation.kind.personalDatum else { continue }
            let row = rows[Int(observation.place.record)]
            let column = observation.place.column.knownIndex.map { DecisionForm.inputs[$0] }
            masked.append((Place(sheet: row.sheet, row: row.number, column: column), datum))
        }
    }
}
