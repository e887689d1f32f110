import DelimitedText
import Plumbing
import SocialReturnModel

extension ContractRegister {
    /// The folder in a register with the department's own valuation tables.
    static let valuationFolder = "waarderingstabellen"
    /// The file in a register with a copy of the official CPV list.
    static let cpvFile = "cpv.csv"

    /// Reads the register in the folder at `path`.
    ///
    /// - Throws: ``IntakeError`` when the folder or a file in it cannot be opened, or when it holds no `contracten.csv`.
    public static func read(at path: String) throws(IntakeError) -> ContractRegister {
        let kind = FileSystem.kind(of: path)
        guard kind != .nothing else { throw .notFound(path: path) }
        guard kind == .folder else { throw .noTables(path: path) }
        let tables = PathName(path).appending(valuationFolder)
        var register = try read(
            SubmissionFiles.files(in: path),
            valuationTables: FileSystem.kind(of: tables) != .nothing ? SubmissionFiles.files(in: tables) : [],
            path: path)
        try register.lookInFolders(at: path)
        return register
    }

    /// Notes the files in the folders of the register that may be a table which the register itself lacks: what lies in a folder is not
    /// read, and many keep a copy of before there.
    private mutating func lookInFolders(at path: String) throws(IntakeError) {
        let folders = try FileSystem.names(in: path).filter { name in
            !name.hasPrefix(".") && name != Self.valuationFolder && FileSystem.kind(of: path + "/" + name) == .folder
        }.sorted()
        for folder in folders {
            guard let names = try? FileSystem.fileNames(in: path + "/" + folder) else { continue }
            for name in names.sorted() where !SystemFile.isOne(name) {
                let stem = SubmissionFiles.stem(of: name)
                guard let table = SheetNames.table(within: stem, among: TableID.register), source(of: table) == nil
                else { continue }
                filesNamedAlike.append((table, Masking.safeName(folder) + "/" + Masking.safeName(name)))
            }
        }
    }

    /// Reads a register whose files are in memory.
    ///
    /// - Throws: ``IntakeError/noTables(path:)`` when `contracten.csv` is missing.
    public static func read(
        _ files: [SourceFile], valuationTables: [SourceFile] = [], path: String = ""
    ) throws(IntakeError) -> ContractRegister {
        var register = ContractRegister()
        var known = KnownOrganisations()
        for file in files { register.note(file, as: table(in: file)) }
        // What contracts are called is no personal datum in the tables that name them, so theirs is read first.
        for file in files.filter({ table(in: $0) == .contracts }) + files.filter({ table(in: $0) != .contracts }) {
            if isCPVList(file) {
                register.cpvCodes = try cpvCodes(in: file)
                continue
            }
            guard let table = table(in: file) else {
                let stem = SubmissionFiles.stem(of: file.name)
                if let alike = SheetNames.table(within: stem, among: TableID.register) {
                    register.filesNamedAlike.append((alike, file.shownName))
                }
                continue
            }
            guard register.source(of: table) == nil else {
                register.unreadFiles.append((table, file.shownName))
                continue
            }
            let cells = try file.cells()
            var reading = RegisterFileReading(register: ContractRegister(), file: file, cells: cells, known: known)
            // Handed over and taken back: two holders of one register would copy all its texts at the first that is added.
            swap(&register, &reading.register)
            ContractRegister.place(of: table, &reading)
            swap(&register, &reading.register)
            if table == .contracts { known.contracts = register.contractTexts }
        }
        guard register.contracts != nil else { throw .noTables(path: path) }
        for file in valuationTables {
            guard SubmissionFiles.ending(of: file.name) == "csv" else {
                register.note(file, as: nil)
                register.unreadValuationFiles.append(file.shownName)
                continue
            }
            register.note(file, as: .valuationLines)
            let cells = try file.cells()
            register.valuationTables.append(register.readTable(file, cells, known))
        }
        register.index()
        return register
    }

    /// Reads a valuation table that the toolkit brings along, from the bytes of the file called `name`: nobody has to find out how it was
    /// written, and it holds no person.
    ///
    /// - Throws: `DelimitedTextError` when the file cannot be parsed.
    public static func valuationTable(
        builtIn name: String, _ bytes: [UInt8]
    ) throws(DelimitedTextError) -> TableData<ValuationLine> {
        let cells = try DelimitedTable(parsing: bytes, separator: UInt8(ascii: ";"))
        var register = ContractRegister()
        return register.readTable(SourceFile(builtIn: name, bytes: bytes), cells, mayNamePersons: false)
    }

    /// Which table `file` is by its name; nil for none, or in another form than CSV.
    private static func table(in file: SourceFile) -> TableID? {
        guard !isCPVList(file), SubmissionFiles.ending(of: file.name) == "csv" else { return nil }
        return SheetNames.table(named: SubmissionFiles.stem(of: file.name), among: TableID.register)
    }

    private static func isCPVList(_ file: SourceFile) -> Bool {
        FoldedName.fold(file.name) == FoldedName.fold(cpvFile)
    }

    /// The decisions in `file`, whose cells are `cells`, read as a register that knows `known` reads them.
    static func decisions(
        in file: SourceFile, _ cells: DelimitedTable, _ known: KnownOrganisations
    ) -> Decisions {
        var register = ContractRegister()
        register.recordedDecisions = register.readTable(file, cells, known)
        register.settle()
        return Decisions(register.recordedDecisions, register.symbols)
    }

    private mutating func note(_ file: SourceFile, as table: TableID?) {
        files.append(SubmissionFileFacts(file, table: table))
    }

    fileprivate mutating func readTable<Row: TableRow>(
        _ file: SourceFile, _ cells: DelimitedTable, _ known: KnownOrganisations = KnownOrganisations(),
        mayNamePersons: Bool = true
    ) -> TableData<Row> {
        let facts = Row.table.facts
        let region = TableRegion.only(facts.id, in: cells)
        let headings = HeadingMap(cells, facts, region)
        var source = SourceTable(cells, facts, region, headings, of: file, on: nil)
        let found = mayNamePersons ? PrivacyMasking.mask(&source, known) : []
        var reader = TableReader<Row>(source, headings.observations + found)
        let data = reader.read(symbols: &symbols)
        observations += reader.observations
        return data
    }

    /// The codes as the list writes them, by their first eight digits, from the first column that holds a code.
    private static func cpvCodes(in file: SourceFile) throws(IntakeError) -> [String: String] {
        let cells = try file.cells()
        var codes: [String: String] = [:]
        for record in 0..<cells.recordCount {
            for field in 0..<cells.fieldCount(of: record) {
                let text = cells.text(record, field).trimmingBlanks
                guard CPVCode.check(Array(text.utf8)) != .wrongFormat else { continue }
                codes[String(text.prefix(8))] = text
                break
            }
        }
        return codes
    }
}

/// Reads a file of a register as the table that it is.
private struct RegisterFileReading: TablePlaceVisitor {
    var register: ContractRegister
    let file: SourceFile
    let cells: DelimitedTable
    let known: KnownOrganisations

    mutating func visit<Row: TableRow>(_ path: WritableKeyPath<ContractRegister, TableData<Row>?>) {
        let data: TableData<Row> = register.readTable(file, cells, known)
        register[keyPath: path] = data
    }
}
