import Archives
import DelimitedText
import Plumbing
import SocialReturnModel

/// Reads the files of a submission into its tables.
///
/// There is one way in. Every file of text and every sheet is a grid of cells, in which tables are recognised by name or by their
/// headings, once. A supplier for whom the register lays down headings of its own is looked for on the cover first, and then the files are
/// read by those headings too. Then each table is read from the grid that tells it best; what holds it as well is joined, or named. Every part of
/// the delivery stands in ``Submission/files`` with what became of it.
public struct SubmissionReader: TablePlaceVisitor {
    private let register: ContractRegister?
    /// The headings that are known.
    let knownHeadings: HeadingIndex
    private let knownOrganisations: KnownOrganisations
    var submission: Submission
    var observations: [Observation]
    private(set) var grids: [Grid]
    /// Where each table was found.
    private(set) var chosen: [TableID: Choice] = [:]
    /// What the tables are read from, while they are.
    private(set) var sources: [TableID: (source: SourceTable, seen: [Observation])] = [:]
    /// What the covers of workbooks say of who reports.
    private var covers = CoverKeys([])
    /// The workbooks that hold a table together.
    private var branches: Set<String> = []
    /// The large tables, which are read side by side.
    private var readAhead: [TableID: any Sendable] = [:]

    /// A region of one of the grids.
    struct Choice {
        let grid: Int
        let region: Int
    }

    private init(_ parts: DeliveryParts, _ register: ContractRegister?) {
        self.register = register
        knownHeadings = parts.knownHeadings
        knownOrganisations = parts.knownOrganisations
        submission = Submission(name: parts.name, symbols: register?.symbols ?? SymbolTable())
        submission.files = parts.outcomes
        submission.corrections = parts.corrections
        observations = parts.observations
        grids = parts.grids
    }

    /// Reads `files`. The register's symbols are kept, so that a contract has the same symbol in both.
    ///
    /// - Parameters:
    ///   - files: the files of the submission, which are given up once they are split into cells.
    ///   - register: the contract register; nil for none.
    ///   - limits: what may be read.
    ///   - areResults: whether they are the data of a result, which this program wrote: then nothing about their form is a guess.
    /// - Throws: ``IntakeError/noTables(path:)`` when no file is a table, and what opening a file throws.
    public static func read(
        _ files: consuming SubmissionFiles, register: ContractRegister? = nil, limits: DeliveryLimits = .standard,
        areResults: Bool = false
    ) throws(IntakeError) -> Submission {
        let headings = register?.ownHeadings ?? OwnHeadings()
        var parts = DeliveryParts(copy files, register, headings.index(of: nil), limits, areResults: areResults)
        try parts.read()
        if let supplier = parts.supplierOfCover(), headings.hasLines(of: supplier) {
            // Only now it is known whose headings these are. What was recognised without them is left.
            parts = DeliveryParts(copy files, register, headings.index(of: supplier), limits, areResults: areResults)
            try parts.read()
        }
        files.giveUpBytes()
        parts.giveUpBytes()
        parts.noteStrays()
        var reader = SubmissionReader(parts, register)
        try reader.requireOneCover(of: parts.path)
        reader.leaveOutUprightCovers()
        reader.chooseTables()
        guard !reader.chosen.isEmpty else { throw parts.whyThereIsNothing }
        reader.readTables()
        return reader.submission
    }

    /// Chooses for each table where it is read. What tells best comes first, and otherwise the order of the delivery counts.
    private mutating func chooseTables() {
        joinParts()
        joinBranches()
        var empty: [(TableID, Choice)] = []
        let order = grids.indices.sorted { (grids[$0].basis, $0) < (grids[$1].basis, $1) }
        for index in order {
            let grid = grids[index]
            guard !grid.regions.isEmpty else { continue }
            for (position, region) in grid.regions.enumerated() {
                let choice = Choice(grid: index, region: position)
                // The template has a sheet for every table: one that was left empty is no table that was delivered.
                // So is one that says in words that there is nothing.
                if grid.correction == nil, grid.sheet != nil && grid.isEmpty(region) || grid.isNullMarker(region) {
                    empty.append((region.table, choice))
                    continue
                }
                if let first = chosen[region.table] {
                    if let kind = doubles(grid, grids[first.grid]) {
                        observations.append(Observation(kind, part: grid.part))
                    } else {
                        submission.files[grid.part].table = region.table
                    }
                    continue
                }
                chosen[region.table] = choice
                if position == 0 { submission.files[grid.part].table = region.table }
            }
        }
        if chosen.isEmpty {
            for (table, choice) in empty where chosen[table] == nil {
                chosen[table] = choice
                submission.files[grids[choice.grid].part].table = table
            }
        }
        for (table, choice) in empty where submission.files[grids[choice.grid].part].table == nil {
            submission.files[grids[choice.grid].part].emptyTable = table
            submission.files[grids[choice.grid].part].note = grids[choice.grid].unknownHeadings(
                in: grids[choice.grid].regions[choice.region])
        }
    }

    /// Refuses a folder of several submissions: the cover of one would stand above the tables of another.
    private func requireOneCover(of path: String) throws(IntakeError) {
        let covers = grids.filter { $0.basis == .name && $0.sheet == nil && $0.regions.first?.table == .cover }
        guard let first = covers.first else { return }
        let isSecond = covers.dropFirst().contains {
            $0.file.folder != first.file.folder && !$0.holdsTheSame(as: first)
        }
        if isSecond { throw .badContainer(path: path, problem: ContainerProblem(.severalSubmissions)) }
    }

    /// Leaves out a cover that stands upright: it counts as not delivered, so that there is a place to fill one in, and is named.
    private mutating func leaveOutUprightCovers() {
        for index in grids.indices {
            let grid = grids[index]
            guard grid.correction == nil, let region = grid.regions.first, region.table == .cover,
                UprightCover.isOne(grid.cells, from: region.header, knownHeadings)
            else { continue }
            observations.append(Observation(.coverUpright, part: grid.part))
            grids[index].giveUp()
        }
    }

    /// What there is to say of a table that stands in `first` already; nil for the cover that each workbook of a branch has.
    private func doubles(_ grid: Grid, _ first: Grid) -> Observation.Kind? {
        let files = [first.file.shownName, grid.file.shownName]
        if grid.regions.first?.table == .cover, grid.correction == nil, first.correction == nil,
            grid.sheet != nil, first.sheet != nil, files[0] != files[1]
        {
            if !covers.agree(files) { return .coverOfOther }
            if branches.isSuperset(of: files) { return grid.holdsTheSame(as: first) ? nil : .coverOfBranch }
        }
        // A copy on which somebody wrote something else says more than the sheet.
        if grid.holdsTheSame(as: first), grid.saysNothingBeside(first) { return .fileCopy }
        if first.basis == .feedback, grid.sheet == nil || grid.file.shownName != first.file.shownName {
            return .fileReplaced
        }
        return grid.sheet == nil ? .fileDouble : .sheetDouble
    }

    /// Joins the sheets of one workbook that hold the same table, and the lists of one table that stand below each other.
    private mutating func joinParts() {
        for index in grids.indices { if let whole = grids[index].unified() { grids[index].take(whole) } }
        var groups: [[Int]] = []
        var groupOf: [String: Int] = [:]
        for (index, grid) in grids.enumerated()
        where grid.sheet != nil && grid.correction == nil && grid.regions.count == 1 {
            guard grid.hasRows(grid.regions[0]) else { continue }
            let key = "\(grid.regions[0].table.rawValue) \(grid.file.sha256) \(grid.file.shownName)"
            if let group = groupOf[key] {
                groups[group].append(index)
            } else {
                groupOf[key] = groups.count
                groups.append([index])
            }
        }
        for group in groups where group.count > 1 {
            // A copy of a sheet is no further part of it.
            let first = group[0]
            let parts = group.dropFirst().filter { !grids[$0].holdsTheSame(as: grids[first]) }
            guard let joined = grids[first].joined(with: parts.map { grids[$0] }) else { continue }
            grids[first].take(joined)
            for index in parts {
                submission.files[grids[index].part].table = joined.regions[0].table
                grids[index].giveUp()
            }
        }
    }

    /// Joins the files that hold one table together, and says so.
    private mutating func joinBranches() {
        covers = CoverKeys(grids)
        for group in BranchFiles.groups(of: grids, covers) {
            let (first, parts) = (group[0], Array(group.dropFirst()))
            guard let joined = grids[first].joined(with: parts.map { grids[$0] }) else { continue }
            grids[first].take(joined)
            if grids[first].sheet != nil { branches.formUnion(group.map { grids[$0].file.shownName }) }
            for index in parts {
                submission.files[grids[index].part].table = joined.regions[0].table
                let kind: Observation.Kind = grids[index].sheet == nil ? .fileJoined : .sheetJoined
                observations.append(Observation(kind, part: grids[index].part))
                grids[index].giveUp()
            }
        }
    }

    private mutating func readTables() {
        let sharesCover = chosen[.cover] == nil
        let byGrid = Dictionary(grouping: chosen, by: \.value.grid)
        let order = byGrid.keys.sorted()
        // What is searched in parts has all processors to itself: within work that is divided already nothing is divided again.
        let inParts = order.indices.filter { PrivacyGate.searchesInParts(grids[order[$0]].cells) }
        let waiting = order.map { index in
            defer { grids[index].cells = .empty }
            return Handover(grids[index])
        }
        let (headings, organisations) = (knownHeadings, knownOrganisations)
        let mask: @Sendable (Int) -> [(source: SourceTable, seen: [Observation])] = { turn in
            waiting[turn].take().map { Self.masked($0, headings, organisations, sharesCover: sharesCover) } ?? []
        }
        var masked = Parallel.map(order.count) { inParts.contains($0) ? [] : mask($0) }
        for turn in inParts { masked[turn] = mask(turn) }
        for (index, regions) in zip(order, masked) {
            for (table, choice) in byGrid[index] ?? [] { sources[table] = regions[choice.region] }
        }
        let large = TableID.submission.filter { id in
            sources[id].map { $0.source.region.records.count >= Self.fewestRowsForThreads } == true
        }
        for id in TableID.submission {
            // When it is the turn of the first of them, so that its symbols need not join any others.
            if id == large.first, large.count > 1 { readSideBySide(large) }
            Submission.place(of: id, &self)
        }
        if submission.cover == nil { readSharedCover() }
        sources = [:]
        observations += MonthFirstElsewhere(submission, observations).found
        readReferences()
        observeCover()
        observeRowsOfOthers()
        submission.observations = observations
    }

    /// The tables of `grid`, without what may not be kept, and what was seen in each. Every region is searched, whether it is read or not:
    /// nothing of the file is shown before.
    private static func masked(
        _ grid: consuming Grid, _ knownHeadings: HeadingIndex, _ knownOrganisations: KnownOrganisations,
        sharesCover: Bool
    ) -> [(source: SourceTable, seen: [Observation])] {
        var tables: [SourceTable] = []
        var seen: [[Observation]] = []
        for region in grid.regions {
            let facts = AllTables.facts(region.table)
            let headings = HeadingMap(
                grid.cells, facts, region, knownHeadings, sharesCover: sharesCover && region.table != .cover)
            tables.append(SourceTable(grid.cells, facts, region, headings, of: grid.file, on: grid.sheet))
            seen.append(headings.observations)
        }
        let cells = grid.cells
        grid.cells = .empty
        let found = Dictionary(
            grouping: PrivacyMasking.mask(&tables, in: cells, main: grid.regions[0].table, knownOrganisations),
            by: \.place.table)
        return zip(tables, seen).map { ($0, $1 + (found[$0.id] ?? [])) }
    }

    /// Reads contract numbers as the register writes them, and references as the rows that they refer to.
    private mutating func readReferences() {
        let symbols = submission.symbols
        if let register {
            var contracts = ReferenceReading((register.contracts?.rows ?? []).compactMap(\.id))
            contracts.read(\.contract, of: &submission.placements, symbols)
            contracts.read(\.contract, of: &submission.purchases, symbols)
            contracts.read(\.contract, of: &submission.activities, symbols)
            contracts.read(\.contract, of: &submission.conversations, symbols)
            contracts.read(\.contract, of: &submission.commitments, symbols)
            contracts.read(\.contract, of: &submission.obstacles, symbols)
            contracts.read(\.contract, of: &submission.lessons, symbols)
            contracts.read(\.contract, of: &submission.examples, symbols)
        }
        let ids = (submission.placements?.rows ?? []).compactMap(\.id)
        if submission.hours != nil {
            var placements = ReferenceReading(ids)
            placements.read(\.placement, of: &submission.hours, symbols)
        }
        if submission.evidence != nil {
            var all = ReferenceReading(ids + (submission.purchases?.rows ?? []).compactMap(\.invoiceNumber))
            all.read(\.belongsTo, of: &submission.evidence, symbols)
        }
        if submission.lessons != nil {
            var commitments = ReferenceReading((submission.commitments?.rows ?? []).compactMap(\.id))
            commitments.read(\.commitment, of: &submission.lessons, symbols)
        }
    }

    /// Reads `tables` on all processors, each with symbols of its own, which join the others later on.
    private mutating func readSideBySide(_ tables: [TableID]) {
        let (sources, symbols) = (sources, submission.symbols)
        let read = Parallel.map(tables.count) { turn in
            Handover(sources[tables[turn]].flatMap { AheadReading.read($0.source, $0.seen, symbols) })
        }
        for (id, table) in zip(tables, read) { readAhead[id] = table.take() ?? nil }
    }

    /// Fewer rows are read before another thread has begun.
    private static let fewestRowsForThreads = 4096

    /// Reads a table that was found.
    mutating func visit<Row: TableRow>(_ path: WritableKeyPath<Submission, TableData<Row>?>) {
        guard let (source, seen) = sources[Row.table.facts.id], let choice = chosen[Row.table.facts.id] else { return }
        var read: ReadTable<Row>
        if let ahead = readAhead.removeValue(forKey: source.id) as? ReadTable<Row> {
            read = ahead
            read.join(&submission.symbols)
        } else {
            read = ReadTable(source, seen, &submission.symbols)
        }
        observations += read.observations
        var data = read.data
        if let correction = grids[choice.grid].correction { note(correction, in: &data.source) }
        submission[keyPath: path] = data
    }

    /// Adds what was changed in a table since the first delivery.
    private mutating func note(_ correction: SheetChanges, in source: inout SourceTable) {
        submission.corrections?.changes += Corrections.changes(correction, in: source, knownOrganisations)
        var remarks = Remarks()
        observations += remarks.take(correction.remarks, beside: source, knownOrganisations)
        source.remarks = remarks
        source.deliveredRows = correction.first == nil ? nil : correction.deliveredRows
    }
}
