import Intake
import SocialReturnModel

/// The files of an example in memory: the sound submission and register, with what the example's lines change.
struct ExampleSubmission {
    private var tables: [TableID: ExampleTable] = [:]
    private var files: [(name: String, text: String)] = [("cpv.csv", SoundSubmission.cpvList)]

    /// The folder of a register with valuation tables of the department's own.
    private static let valuationFolder = "waarderingstabellen/"

    /// Read once: every example begins with it.
    private static let sound = Result { try ExampleSubmission() }

    private static let soundRegister = Result { try read(sound.get().registerFiles) }

    private init() throws {
        for line in SoundSubmission.submission + SoundSubmission.register { try addSound(line) }
    }

    /// The sound submission, changed by `lines`.
    init(_ lines: [String]) throws {
        self = try Self.sound.get()
        for line in lines { try apply(ExampleLine(line)) }
    }

    private mutating func addSound(_ line: String) throws {
        guard case .row(let id, _, _, let cells?) = try ExampleLine(line) else { return }
        let facts = AllTables.facts(id)
        for column in cells.keys where facts.index(of: column) == nil {
            throw ExampleError.noColumn(column, table: facts.fileName)
        }
        soundRows[id, default: []].append(cells)
        tables[id] = ExampleTable(facts, rows: soundRows[id, default: []])
    }

    private var soundRows: [TableID: [[String: String]]] = [:]

    private mutating func apply(_ line: ExampleLine) throws(ExampleError) {
        switch line {
        case .file(let name, let text):
            files.removeAll { $0.name == name }
            files.append((name, text))
            let table = name.hasSuffix(".xlsx") ? name.dropLast(4) + "csv" : name
            for (id, given) in tables where given.facts.fileName == table { tables[id] = nil }
        case .absent(let id):
            tables[id] = nil
        case .empty(let id):
            tables[id]?.empty()
        case .row(let id, let without, let with, let cells):
            var table = tables[id] ?? ExampleTable(AllTables.facts(id), rows: [[:]])
            for column in without { try table.leaveOut(column) }
            for column in with { table.add(column) }
            if let cells { try table.change(cells) }
            tables[id] = table
        }
    }

    /// The files of the submission.
    var submissionFiles: SubmissionFiles {
        SubmissionFiles(
            name: "voorbeeld", files: sourceFiles(of: TableID.submission) + rawFiles { !Self.belongsToRegister($0) })
    }

    /// The register. Most examples leave that of the sound submission as it is.
    func register() throws -> ContractRegister {
        let files = registerFiles
        return try files == Self.sound.get().registerFiles ? Self.soundRegister.get() : Self.read(files)
    }

    private struct RegisterFiles: Equatable {
        let files: [SourceFile]
        let valuationTables: [SourceFile]

        static func == (one: Self, other: Self) -> Bool {
            func named(_ files: [SourceFile]) -> [[String]] { files.map { [$0.name, $0.sha256] } }
            return named(one.files) == named(other.files) && named(one.valuationTables) == named(other.valuationTables)
        }
    }

    private var registerFiles: RegisterFiles {
        RegisterFiles(
            files: sourceFiles(of: TableID.register)
                + rawFiles { Self.belongsToRegister($0) && !$0.hasPrefix(Self.valuationFolder) },
            valuationTables: rawFiles { $0.hasPrefix(Self.valuationFolder) })
    }

    private static func read(_ register: RegisterFiles) throws -> ContractRegister {
        try ContractRegister.read(register.files, valuationTables: register.valuationTables)
    }

    private func sourceFiles(of ids: [TableID]) -> [SourceFile] {
        ids.compactMap { tables[$0] }.map { SourceFile(name: $0.facts.fileName, text: $0.text) }
    }

    private func rawFiles(where isWanted: (String) -> Bool) -> [SourceFile] {
        files.filter { isWanted($0.name) }
            .map { file in
                let name = String(file.name.split(separator: "/").last ?? "")
                return name.hasSuffix(".xlsx")
                    ? SourceFile(name: name, bytes: ExampleWorkbook.bytes(String(name.dropLast(5)), file.text))
                    : SourceFile(name: name, text: file.text)
            }
    }

    private static func belongsToRegister(_ name: String) -> Bool {
        name == "cpv.csv" || name.hasPrefix(valuationFolder)
            || TableID.register.contains { AllTables.facts($0).fileName == name }
    }
}
