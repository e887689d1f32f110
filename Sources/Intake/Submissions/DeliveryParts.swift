import Archives
import DelimitedText
import Plumbing
import SocialReturnModel

/// The files and sheets of a delivery: their cells, the tables that are recognised in them, and what became of each.
struct DeliveryParts {
    private var files: SubmissionFiles
    private let limits: DeliveryLimits
    private let areResults: Bool
    /// The headings that are known.
    let knownHeadings: HeadingIndex
    let knownOrganisations: KnownOrganisations
    /// The archives, then the files with their sheets, then what was not opened.
    private(set) var outcomes: [SubmissionFileFacts]
    /// The cells of every file of text and of every sheet in which a table may be.
    private(set) var grids: [Grid] = []
    /// What to say of files and sheets.
    private(set) var observations: [Observation] = []
    /// What was changed since the first delivery, when it is handed in once more.
    private(set) var corrections: Corrections?
    /// The first part that could not be read, for when there is nothing else.
    private var problem: (file: SourceFile, problem: ContainerProblem)?
    /// The rows of all files of text so far.
    private var rowCount = 0

    init(
        _ files: SubmissionFiles, _ register: ContractRegister?, _ knownHeadings: HeadingIndex,
        _ limits: DeliveryLimits,
        areResults: Bool
    ) {
        self.files = files
        self.limits = limits
        self.areResults = areResults
        self.knownHeadings = knownHeadings
        knownOrganisations = register?.knownOrganisations ?? KnownOrganisations()
        outcomes = files.archives.map {
            var archive = SubmissionFileFacts($0, table: nil)
            archive.isArchive = true
            return archive
        }
    }

    /// The name of the delivery as it may be shown.
    var name: String { files.name }
    /// The path of the delivery as it was given, for messages.
    var path: String { files.path }

    /// Splits all files into cells, and recognises the tables in them.
    ///
    /// - Throws: ``IntakeError`` when there is more than may be read.
    mutating func read() throws(IntakeError) {
        let forms = files.files.map { FileForm($0.bytes) }
        let texts = cellsOfTexts(forms)
        for (position, file) in files.files.enumerated() {
            let unread: ContainerProblem?
            switch forms[position] {
            case .document(let archive): unread = try addWorkbook(file, archive)
            case .archive: unread = ContainerProblem(.nestedTooDeep)
            case .damaged(let problem), .foreign(let problem): unread = problem
            case .text: unread = try addText(file, texts[position]?.take())
            }
            guard let unread else { continue }
            if case .damaged = unread.kind, ["csv", "txt"].contains(SubmissionFiles.ending(of: file.name)),
                SheetNames.table(named: SubmissionFiles.stem(of: file.name)) != nil
            {
                // By its name it is one of our CSV files: that its bytes are no text is for the rule about those.
                _ = try addText(file)
                continue
            }
            let isNamedAsTable = Self.tableNamed(by: file) != nil
            note(file, isNamedAsTable ? .tableUnreadable : .fileUnreadable, note: unread.text)
            if problem == nil || isNamedAsTable && problem.map({ Self.tableNamed(by: $0.file) == nil }) == true {
                problem = (file, unread)
            }
        }
    }

    /// Leaves the files: all of them were split into cells.
    mutating func giveUpBytes() {
        files.giveUpBytes()
        problem?.file.giveUpBytes()
        for index in grids.indices { grids[index].giveUpBytes() }
    }

    /// The cells of large files of text, by position, split on all processors; small ones are split when it is their turn.
    private func cellsOfTexts(_ forms: [FileForm]) -> [Int: Handover<Result<DelimitedTable, IntakeError>>] {
        let large = forms.indices.filter { index in
            guard case .text = forms[index] else { return false }
            return self.files.files[index].bytes.count >= Self.fewestBytesForThreads
        }
        guard large.count > 1 else { return [:] }
        let (files, limits, areResults) = (files.files, limits, areResults)
        let read = Parallel.map(large.count) { turn in
            Handover(files[large[turn]].parsed(limits, isResult: areResults))
        }
        return Dictionary(uniqueKeysWithValues: zip(large, read))
    }

    /// Fewer bytes are split before another thread has begun.
    private static let fewestBytesForThreads = 1 << 20

    /// What to throw when no table was recognised: the first part that could not be read tells why.
    var whyThereIsNothing: IntakeError {
        if problem == nil, case .badArchive(let packed)? = files.strays.first?.reason, files.files.isEmpty {
            return .badContainer(path: files.path, problem: packed)
        }
        let delivery = Masking.safeName(PathText.shown(PathName(files.path).last))
        if problem == nil, files.files.isEmpty,
            let packed = files.strays.first(where: { if case .nestedTooDeep = $0.reason { true } else { false } })
        {
            return .badContainer(
                path: "\(delivery), \(Masking.safeName(packed.name))", problem: ContainerProblem(.nestedTooDeep))
        }
        guard let problem else { return .noTables(path: files.path) }
        // What is packed or lies in a folder is told by that name as well: a batch has many a `brief.doc`.
        let name = problem.file.shownName
        return .badContainer(
            path: ["", name, SubmissionFiles.stem(of: name)].contains(delivery) ? name : "\(delivery), \(name)",
            problem: problem.problem)
    }

    /// Adds what was not even opened.
    mutating func noteStrays() {
        for stray in files.strays { note(stray) }
    }

    /// The KvK number on the cover, or in the columns of the cover that another table has: a light look, before anything is chosen.
    func supplierOfCover() -> KvKNumber? {
        let facts = Cover.table.facts
        let column = Cover.table.index(of: \.supplierKvK)
        let order = grids.indices.sorted { (grids[$0].basis, $0) < (grids[$1].basis, $1) }
        let regions = order.flatMap { index in grids[index].regions.map { (grids[index], $0) } }
        let own = regions.first { $1.table == .cover && $0.hasRows($1) }
        let shared = regions.filter { grid, region in
            HeadingMap.namesRequiredColumns(of: facts, in: grid.cells, region.header, knownHeadings)
        }.min { $0.1.table < $1.1.table }
        guard let (grid, region) = own ?? shared, region.header >= 0,
            let field = grid.field(ofCover: column, below: region.header)
        else { return nil }
        return region.records.lazy.compactMap { record in
            grid.cells.withTrimmedCell(record, field) { CellReader.kvk($0).value }
        }.first
    }

    /// Adds a file of text.
    ///
    /// - Returns: why it is no submission, when it is all that was handed in and holds no table.
    private mutating func addText(
        _ file: SourceFile, _ read: Result<DelimitedTable, IntakeError>? = nil
    ) throws(IntakeError) -> ContainerProblem? {
        // A single file is a submission by itself, whatever it is called: but not a letter, nor an empty file.
        let isAlone = files.isSingleFile && files.archives.isEmpty
        let cells = try (read ?? file.parsed(limits, isResult: areResults)).get()
        let isTable = cells.detection.separator.basis != .unclear || Self.tableNamed(by: file) != nil
        let name = SubmissionFiles.stem(of: file.name)
        let assumed: TableID? = isAlone && isTable ? .placements : nil
        guard let grid = Grid(cells, of: file, names: [name], assumed: assumed, knownHeadings) else {
            if isAlone { return ContainerProblem(whyNoTable(file, cells)) }
            note(file, .fileUnknown)
            return nil
        }
        try grid.require(limits)
        rowCount += cells.recordCount
        let most = limits.rowsInAll.value(forDelivered: files.deliveredBytes)
        guard rowCount <= most else {
            throw .badContainer(
                path: files.path,
                problem: ContainerProblem(.limit(.rowsInAll(most)), entry: isAlone ? nil : file.shownName))
        }
        let corrected = areResults ? nil : try sheetOfFeedback(grid)
        add(corrected ?? grid, as: SubmissionFileFacts(file, table: nil))
        if corrected != nil { observe(.feedbackAsText, part: outcomes.count - 1) }
        if case .unreadable = cells.detection.encoding { return nil }
        if (0..<cells.recordCount).allSatisfy(cells.isBlank) { observe(.fileEmpty, part: outcomes.count - 1) }
        return nil
    }

    /// `grid` with what stands in *Correctie* taken over, when it is a sheet of the feedback that was saved as text; nil for any other.
    private func sheetOfFeedback(_ grid: Grid) throws(IntakeError) -> Grid? {
        guard let header = grid.regions.first?.header, header >= 0,
            OriginalSubmissionForm.isHeading(header, of: grid.cells)
        else { return nil }
        do throws(DelimitedTextError) {
            return try grid.corrected(since: nil, correctionOf: nil)
        } catch {
            throw .tooLarge(path: grid.file.shownName, bytes: grid.file.byteCount)
        }
    }

    private func whyNoTable(_ file: SourceFile, _ cells: DelimitedTable) -> ContainerProblem.Kind {
        if file.bytes.isEmpty { return .empty }
        guard case .unreadable = cells.detection.encoding else { return .noTable }
        return .otherFormat(Text(nl: "een bestand dat wij niet kunnen lezen", en: "a file that we cannot read"))
    }

    /// Adds the sheets of a workbook.
    ///
    /// - Returns: why it was not read, when it was not.
    private mutating func addWorkbook(_ file: SourceFile, _ archive: Archive) throws(IntakeError) -> ContainerProblem? {
        let workbook: WorkbookTables
        do throws(IntakeError) {
            workbook = try WorkbookTables(file, archive, knownHeadings)
        } catch {
            guard case .badContainer(_, let problem) = error else { throw error }
            return problem
        }
        let position = outcomes.count
        outcomes.append(SubmissionFileFacts(file, table: nil))
        outcomes[position].workbook = workbook.facts
        let known = workbook.sheets.filter { $0.grid != nil }
        guard !known.isEmpty, !workbook.isReport else {
            // Somebody's own workbook is one thing to say, and not one for every sheet.
            outcomes[position].workbook = nil
            outcomes[position].note = workbook.isReport ? Self.ownReport : nil
            observe(.fileUnknown, part: position)
            return nil
        }
        if SubmissionFiles.ending(of: file.name) == "csv" { observe(.workbookNamedAsText, part: position) }
        if let first = workbook.first { corrections = Corrections(since: first) }
        for removed in workbook.removed {
            corrections?.changes += Corrections.removals(
                removed.changes, of: removed.table, knownOrganisations)
            outcomes.append(SubmissionFileFacts(file, table: nil, sheet: AllTables.facts(removed.table).sheetName))
            outcomes[outcomes.count - 1].note = Self.words(ofRowsGone: removed.changes.changes.count)
            observe(.sheetGone, part: outcomes.count - 1)
        }
        for typed in workbook.typed {
            outcomes.append(SubmissionFileFacts(file, table: nil, sheet: typed.sheet))
            outcomes[outcomes.count - 1].note = Text(listing: typed.cells, most: 5)
            observe(typed.isFeedback ? .textOnFirstSheet : .textBesideTables, part: outcomes.count - 1)
        }
        var pageTexts: Set<String> = []
        for sheet in workbook.sheets {
            guard let grid = sheet.grid else {
                outcomes.append(SubmissionFileFacts(file, table: nil, sheet: sheet.name))
                // A sheet that is called after a table holds one that is not recognised: that may not be passed over.
                let isNamed = SheetNames.table(within: sheet.name) != nil
                observe(isNamed ? .sheetUnreadable : .sheetUnknown, part: outcomes.count - 1)
                continue
            }
            try grid.require(limits)
            add(grid, as: SubmissionFileFacts(file, table: nil, sheet: grid.sheet?.name))
            observeUnseen(grid, &pageTexts)
            if sheet.isKept { observe(.coverKept, part: outcomes.count - 1) }
        }
        return nil
    }

    /// Whoever looks at the workbook does not see what is hidden, and it counts all the same; a box over the cells is seen, and not read. Columns are
    /// hidden by the template itself.
    ///
    /// - Parameter pageTexts: what stands around the printed pages of the workbook's sheets before: the same is told once.
    private mutating func observeUnseen(_ grid: Grid, _ pageTexts: inout Set<String>) {
        guard let sheet = grid.sheet, !areResults else { return }
        let hasRows = grid.regions.contains { region in
            region.records.contains { $0 < grid.cells.recordCount && !grid.cells.isBlank($0) }
        }
        guard hasRows else { return }
        if sheet.isLinked { observe(.sheetLinked, part: outcomes.count - 1) }
        if sheet.hasTextBox { observe(.textInBox, part: outcomes.count - 1) }
        let isNew = sheet.pageTexts.contains { !OwnTexts.isOnPages($0) && !pageTexts.contains($0) }
        pageTexts.formUnion(sheet.pageTexts)
        if isNew { observe(.textOnPages, part: outcomes.count - 1) }
        if sheet.isHidden {
            observe(.sheetHidden, part: outcomes.count - 1)
        } else if sheet.hidesRows {
            observe(.rowsHidden, part: outcomes.count - 1)
        }
    }

    private static func words(ofRowsGone count: Int) -> Text {
        count == 1
            ? Text(nl: "1 rij minder", en: "1 row less") : Text(nl: "\(count) rijen minder", en: "\(count) rows less")
    }

    private static let ownReport = Text(
        nl: "dit is een rapport van dit programma zelf", en: "this is a report of this program itself")

    private mutating func add(_ grid: Grid, as facts: SubmissionFileFacts) {
        var grid = grid
        grid.part = outcomes.count
        outcomes.append(facts)
        grids.append(grid)
    }

    /// Adds a file that is not read, and what there is to say of it.
    private mutating func note(_ file: SourceFile, _ kind: Observation.Kind, note: Text? = nil) {
        outcomes.append(SubmissionFileFacts(file, table: nil))
        outcomes[outcomes.count - 1].note = note
        observe(kind, part: outcomes.count - 1)
    }

    /// Adds a file that was not even opened.
    private mutating func note(_ stray: StrayFile) {
        outcomes.append(SubmissionFileFacts(stray))
        let isNamedAsTable = SheetNames.table(within: SubmissionFiles.stem(of: stray.name)) != nil
        switch stray.reason {
        case .cannotHoldTables: observe(.fileUnknown, part: outcomes.count - 1)
        default: observe(isNamedAsTable ? .tableUnreadable : .fileUnreadable, part: outcomes.count - 1)
        }
    }

    private mutating func observe(_ kind: Observation.Kind, part: Int) {
        observations.append(Observation(kind, part: part))
    }

    private static func tableNamed(by file: SourceFile) -> TableID? {
        let name = SubmissionFiles.stem(of: file.name)
        return SheetNames.table(named: name) ?? SheetNames.table(within: name)
    }
}

extension Observation {
    /// An observation of a file or sheet, which has no place of its own: the number of its part tells which.
    init(_ kind: Kind, part: Int) { self.init(kind, Place(.cover), number: part) }
}
