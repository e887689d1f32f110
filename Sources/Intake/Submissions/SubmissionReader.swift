import DelimitedText
import SocialReturnModel

/// Reads the files of a submission into its tables.
public struct SubmissionReader {
    private let files: SubmissionFiles
    private let knownOrganisations: KnownOrganisations
    private var submission: Submission
    private var observations: [Observation] = []

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
        var chosen: [TableID: (file: SourceFile, cells: DelimitedTable)] = [:]
        for file in files.files {
            let (table, cells) = try recognise(file)
            submission.files.append(
                SubmissionFileFacts(
                    name: file.shownName, sha256: file.sha256, byteCount: file.bytes.count, table: table))
            guard let table, let cells else {
                observations.append(fileObservation(.fileUnknown))
                continue
            }
            guard chosen[table] == nil else {
                observations.append(fileObservation(.fileDouble))
                continue
            }
            chosen[table] = (file, cells)
        }
        guard !chosen.isEmpty else { throw .noTables(path: files.path) }
        readTables(chosen)
        submission.observations = observations
    }

    /// Files that are no table have no place of their own: the number of the file tells which.
    private func fileObservation(_ kind: Observation.Kind) -> Observation {
        Observation(kind, Place(.cover), number: submission.files.count - 1)
    }

    /// The table that `file` is, by its name, or for a submission of one file by its headings.
    private func recognise(_ file: SourceFile) throws(IntakeError) -> (TableID?, DelimitedTable?) {
        let byName = Self.table(named: file.name)
        guard byName != nil || files.isSingleFile else { return (nil, nil) }
        let cells = try Self.parse(file)
        guard byName == nil else { return (byName, cells) }
        let found = TableID.submission.map { ($0, HeadingMap.requiredColumnsFound(in: cells, AllTables.facts($0))) }
            .filter { $0.1 >= 2 }
        // The cover's columns stand in every file that is a submission by itself, so any other table goes before it.
        let best = found.filter { $0.0 != .cover }.max { $0.1 < $1.1 } ?? found.first
        return (best?.0 ?? .placements, cells)
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

    private mutating func readTables(_ chosen: [TableID: (file: SourceFile, cells: DelimitedTable)]) {
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
        if submission.cover == nil { readSharedCover(chosen) }
        observeCover()
    }

    private mutating func read<Row: TableRow>(
        _ row: Row.Type, _ chosen: (file: SourceFile, cells: DelimitedTable)?, _ companion: TableFacts? = nil
    ) -> TableData<Row>? {
        guard let chosen else { return nil }
        var reader = TableReader<Row>(chosen.file, chosen.cells, companion: companion)
        let data = reader.read(symbols: &submission.symbols, knownOrganisations)
        observations += reader.observations
        return data
    }

    /// Takes the cover from the first row of a table that also has the cover's columns.
    private mutating func readSharedCover(_ chosen: [TableID: (file: SourceFile, cells: DelimitedTable)]) {
        let required = Cover.table.facts.columns.filter(\.isRequired).count
        let shared = chosen.keys.sorted().first {
            HeadingMap.requiredColumnsFound(in: chosen[$0]!.cells, Cover.table.facts) == required
        }
        guard let shared, let (file, cells) = chosen[shared] else { return }
        var reader = TableReader<Cover>(file, cells, companion: AllTables.facts(shared))
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
