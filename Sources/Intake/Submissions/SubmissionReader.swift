import Archives
import DelimitedText
import SocialReturnModel

/// Reads the files of a submission into its tables.
public struct SubmissionReader {
    private let files: SubmissionFiles
    private let knownOrganisations: KnownOrganisations
    private var submission: Submission
    private var observations: [Observation] = []
    /// Where each table was found.
    private var chosen: [TableID: InputTable] = [:]
    /// Sheets with headings and nothing below them.
    private var sparedForLast: [TableID: InputTable] = [:]

    private init(_ files: SubmissionFiles, _ register: ContractRegister?) {
        self.files = files
        knownOrganisations = register?.knownOrganisations ?? KnownOrganisations()
        submission = Submission(name: files.name, symbols: register?.symbols ?? SymbolTable())
    }

    /// Reads `files`. The register's symbols are kept, so that a contract has the same symbol in both.
    ///
    /// - Throws: ``IntakeError/noTables(path:)`` when no file is a table, and what opening a file throws.
    public static func read(
        _ files: SubmissionFiles, register: ContractRegister? = nil
    ) throws(IntakeError) -> Submission {
        var reader = SubmissionReader(files, register)
        try reader.readFiles()
        return reader.submission
    }

    private mutating func readFiles() throws(IntakeError) {
        if let archive = files.archive {
            submission.files.append(SubmissionFileFacts(archive, table: nil))
            submission.files[0].isArchive = true
        }
        let forms = files.files.map { FileForm($0.bytes) }
        // Beside CSV files of ours a workbook is somebody's own; alone it is the submission.
        let readsWorkbooks =
            files.isSingleFile
            || !zip(files.files, forms).contains { file, form in
                if case .text = form { Self.table(named: file.name) != nil } else { false }
            }
        for (file, form) in zip(files.files, forms) {
            let isOurs = Self.table(named: file.name) != nil
            switch form {
            case .document(let archive) where readsWorkbooks || isOurs:
                try readWorkbook(file, archive, isNamedAsText: isOurs)
            case .archive where !isOurs: note(file, .archiveNested)
            case .damaged(let problem) where files.isSingleFile || readsWorkbooks && !isOurs:
                throw .badContainer(path: file.shownName, problem: problem)
            case .closedWorkbook(let problem) where files.isSingleFile || readsWorkbooks && !isOurs:
                throw .badContainer(path: file.shownName, problem: problem)
            default: try readText(file)
            }
        }
        if chosen.isEmpty { chosen = sparedForLast }
        guard !chosen.isEmpty else { throw .noTables(path: files.path) }
        readTables()
        submission.observations = observations
    }

    private mutating func readText(_ file: SourceFile) throws(IntakeError) {
        let (table, cells) = try recognise(file)
        guard let table, let cells else { return note(file, .fileUnknown) }
        submission.files.append(SubmissionFileFacts(file, table: table))
        guard chosen[table] == nil else { return observations.append(fileObservation(.fileDouble)) }
        chosen[table] = InputTable(file: file, cells: cells)
    }

    /// Adds a file that is not read, and what there is to say of it.
    private mutating func note(_ file: SourceFile, _ kind: Observation.Kind) {
        submission.files.append(SubmissionFileFacts(file, table: nil))
        observations.append(fileObservation(kind))
    }

    private mutating func readWorkbook(
        _ file: SourceFile, _ archive: Archive, isNamedAsText: Bool
    ) throws(IntakeError) {
        let workbook = try WorkbookTables(file, archive)
        submission.files.append(SubmissionFileFacts(file, table: nil))
        submission.files[submission.files.count - 1].workbook = workbook.facts
        if isNamedAsText { observations.append(fileObservation(.workbookNamedAsText)) }
        if let first = workbook.first { submission.corrections = Corrections(since: first) }
        for removed in workbook.removed {
            submission.corrections?.changes += Corrections.removals(
                removed.changes, of: removed.table, knownOrganisations)
        }
        for sheet in workbook.sheets {
            guard let table = sheet.table else {
                submission.files.append(SubmissionFileFacts(file, table: nil, sheet: sheet.input.sheet?.name))
                observations.append(fileObservation(.sheetUnknown))
                continue
            }
            guard sheet.hasRows else {
                // The template has a sheet for every table: one that was left empty is no table that was delivered.
                if sparedForLast[table] == nil { sparedForLast[table] = sheet.input }
                continue
            }
            submission.files.append(SubmissionFileFacts(file, table: table, sheet: sheet.input.sheet?.name))
            guard chosen[table] == nil else {
                observations.append(fileObservation(.sheetDouble))
                continue
            }
            chosen[table] = sheet.input
        }
    }

    /// Files and sheets that are no table have no place of their own: their number tells which.
    private func fileObservation(_ kind: Observation.Kind) -> Observation {
        Observation(kind, Place(.cover), number: submission.files.count - 1)
    }

    /// The table that `file` is, by its name, or for a submission of one file by its headings.
    private func recognise(_ file: SourceFile) throws(IntakeError) -> (TableID?, DelimitedTable?) {
        let byName = Self.table(named: file.name)
        guard byName != nil || files.isSingleFile else { return (nil, nil) }
        let cells = try Self.parse(file)
        return (byName ?? Self.table(byHeadingsOf: cells) ?? .placements, cells)
    }

    /// The table whose headings `cells` have; nil when they have those of none.
    static func table(byHeadingsOf cells: DelimitedTable) -> TableID? {
        let found = TableID.submission.map { ($0, HeadingMap.requiredColumnsFound(in: cells, AllTables.facts($0))) }
            .filter { $0.1 >= 2 }
        // The cover's columns stand in every file that is a submission by itself, so any other table goes before it.
        let best = found.filter { $0.0 != .cover }.max { $0.1 < $1.1 } ?? found.first
        return best?.0
    }

    /// The table whose file has the name `name`, apart from case, accents, blanks, underscores and hyphens.
    static func table(named name: String, among tables: [TableID] = TableID.submission) -> TableID? {
        let folded = FoldedName.fold(name)
        return tables.first { FoldedName.fold(AllTables.facts($0).fileName) == folded }
    }

    static func parse(_ file: SourceFile) throws(IntakeError) -> DelimitedTable {
        do {
            return try DelimitedTable(parsing: file.bytes)
        } catch {
            switch error {
            case .tooLarge: throw .tooLarge(path: file.shownName, bytes: file.bytes.count)
            default: throw .parserFailed(path: file.shownName)
            }
        }
    }

    private mutating func readTables() {
        let companion = chosen[.cover] == nil ? Cover.table.facts : nil
        submission.cover = read(Cover.self, chosen[.cover])
        submission.placements = read(Placement.self, chosen[.placements], companion)
        submission.hours = read(WorkedHours.self, chosen[.hours], companion)
        submission.purchases = read(SocialPurchase.self, chosen[.purchases], companion)
        submission.activities = read(Activity.self, chosen[.activities], companion)
        submission.evidence = read(Evidence.self, chosen[.evidence], companion)
        submission.conversations = read(Conversation.self, chosen[.conversations], companion)
        submission.commitments = read(Commitment.self, chosen[.commitments], companion)
        submission.obstacles = read(Obstacle.self, chosen[.obstacles], companion)
        submission.lessons = read(Lesson.self, chosen[.lessons], companion)
        submission.examples = read(GoodExample.self, chosen[.examples], companion)
        submission.learningPlaces = read(LearningPlace.self, chosen[.learningPlaces], companion)
        if submission.cover == nil { readSharedCover() }
        observeCover()
    }

    private mutating func read<Row: TableRow>(
        _ row: Row.Type, _ input: InputTable?, _ companion: TableFacts? = nil
    ) -> TableData<Row>? {
        guard let input else { return nil }
        var reader = TableReader<Row>(input.file, input.cells, on: input.sheet, companion: companion)
        let data = reader.read(symbols: &submission.symbols, knownOrganisations)
        observations += reader.observations
        if let correction = input.correction { note(correction, in: data.source) }
        return data
    }

    /// Adds what was changed in a table since the first delivery.
    private mutating func note(_ correction: SheetChanges, in source: SourceTable) {
        submission.corrections?.changes += Corrections.changes(correction, in: source, knownOrganisations)
        observations += correction.unclear.map {
            Observation(.correctionUnclear, Place(source.id, record: Int32($0)))
        }
    }

    /// Takes the cover from the first row of a table that also has the cover's columns.
    private mutating func readSharedCover() {
        let shared = chosen.sorted { $0.key < $1.key }
            .first { HeadingMap.hasRequiredColumns(of: Cover.table.facts, in: $0.value.cells) }
        guard let (shared, input) = shared else { return }
        var reader = TableReader<Cover>(input.file, input.cells, on: input.sheet, companion: AllTables.facts(shared))
        var data = reader.read(symbols: &submission.symbols, knownOrganisations)
        let first = data.records.first
        observations += reader.observations.filter { $0.place.record == first && $0.place.column != .none }
        if let differing = data.rows.indices.dropFirst().first(where: { !data.rows[$0].isSameCover(as: data.rows[0]) })
        {
            observations.append(Observation(.coverDiffers, data.place(differing)))
        }
        data.rows = Array(data.rows.prefix(1))
        data.records = Array(data.records.prefix(1))
        data.isSetAside = Array(data.isSetAside.prefix(1))
        submission.cover = data
        submission.coverIsShared = true
    }

    private mutating func observeCover() {
        guard let cover = submission.cover else {
            observations.append(Observation(.requiredFileMissing, Place(.cover)))
            return
        }
        if let version = cover.rows.first?.templateVersion,
            !TemplateVersion.supported.contains(submission.symbols[version]),
            let column = Cover.table.facts.index(of: "sjabloonversie")
        {
            observations.append(Observation(.templateVersionUnknown, cover.place(0, .known(column))))
        }
    }
}

/// The versions of the template that can be read.
public enum TemplateVersion {
    /// The version that a new template carries.
    public static let current = "1"
    /// All that are read; a spreadsheet may have made `1,0` of it.
    static let supported: Set<String> = ["1", "1.0", "1,0"]
}

extension Cover {
    /// Whether two rows of a shared file name the same supplier and period.
    fileprivate func isSameCover(as other: Cover) -> Bool {
        supplierKvK == other.supplierKvK && period == other.period && templateVersion == other.templateVersion
    }
}
