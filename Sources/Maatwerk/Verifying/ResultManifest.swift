import Assessments
import Exchange
import FoundationEssentials
import Glibc
import Intake
import SocialReturnModel
import Valuations

/// `manifest.json` of a result: of what it was made, with what, and what came of it, so that anybody can see later what has changed since.
public struct ResultManifest: Codable, Sendable, Hashable {
    /// The name of the file in the folder of a result.
    public static let fileName = "manifest.json"
    /// What stands for all results that were given, those of other suppliers too: of thousands no manifest has a list.
    public static let allPrevious = "alle meegegeven resultaten"
    private static let currentFormat = "maatwerk-manifest/1"

    /// A file with its digest.
    public struct File: Codable, Sendable, Hashable {
        /// The name as it may be shown, with the folders of an output before it.
        public let name: String
        /// Its size.
        public let bytes: Int
        /// SHA-256 in hexadecimal.
        public let sha256: String
    }

    /// What was chosen when the result was made.
    public struct Settings: Codable, Sendable, Hashable {
        /// `nl` or `en`.
        public let language: String
        /// The day whose rules judged; nil for the newest.
        public let rulesAsOf: String?
        /// The day of SOURCE_DATE_EPOCH; nil where the submission's own day counted.
        public let clock: String?
        /// Rules of a department that judged along.
        public let departmentRules: [String]
        /// Whether tables from second hand stood beside the others.
        public let secondHandTables: Bool

        enum CodingKeys: String, CodingKey {
            case language, clock
            case rulesAsOf = "rules_as_of"
            case departmentRules = "department_rules"
            case secondHandTables = "tables_from_second_hand"
        }
    }

    /// The form of the manifest.
    public let format: String
    /// The submission's name.
    public let submission: String
    /// The version of the tool.
    public let tool: String
    /// The rule set that judged.
    public let ruleSet: String
    /// What was chosen.
    public let settings: Settings
    /// The valuation tables by which contracts of the submission are valued.
    public let tables: [String]
    /// The files that were delivered; a zip stands before what was in it.
    public let inputs: [File]
    /// The files of the register; nil where none was given.
    public let register: [File]?
    /// The normalised tables of the supplier's earlier reports, and one digest over all results that were given.
    public let previous: [File]
    /// The outputs.
    public let outputs: [File]

    enum CodingKeys: String, CodingKey {
        case format, submission, tool, settings, tables, inputs, register, previous, outputs
        case ruleSet = "rule_set"
    }

    /// The manifest of what `toolkit` made of `assessment`, with these outputs.
    init(_ assessment: Assessment, _ toolkit: Toolkit, outputs: [File]) {
        format = Self.currentFormat
        submission = assessment.submission.name
        tool = Version.tool
        ruleSet = assessment.context.ruleSet.version
        settings = Settings(
            language: toolkit.language == .dutch ? "nl" : "en", rulesAsOf: toolkit.rulesAsOf?.description,
            clock: toolkit.clock?.description, departmentRules: toolkit.rules.names,
            secondHandTables: toolkit.showsSecondHandTables)
        // No room is taken for as many names as there are rows.
        tables = assessment.context.valuations.reduce(into: Set<String>()) { tables, valuation in
            if let table = valuation?.terms?.tableInUse?.id { tables.insert(table) }
        }.sorted()
        func listed(_ files: [SubmissionFileFacts], _ folder: String = "") -> [File] {
            files.filter { $0.sheet == nil && !$0.sha256.isEmpty }
                .map { File(name: folder + $0.name, bytes: $0.byteCount, sha256: $0.sha256) }
        }
        inputs = listed(assessment.submission.files)
        register = toolkit.register.map { listed($0.files) }
        let own = toolkit.earlier.of(assessment.submission.coverRow.supplierKvK)
        previous =
            own.flatMap { listed($0.submission.files, $0.submission.name + "/") }
            + [toolkit.earlier.digest].compactMap { $0.map { File(name: Self.allPrevious, bytes: 0, sha256: $0) } }
        self.outputs = outputs.sorted { $0.name < $1.name }
    }

    /// The manifest in the result at `path`; nil where there is none that can be read.
    public init?(at path: String) {
        guard let bytes = try? FileSystem.bytes(of: path + "/" + Self.fileName),
            let manifest = try? JSONDecoder().decode(ResultManifest.self, from: Data(bytes)),
            manifest.format == Self.currentFormat
        else { return nil }
        self = manifest
    }

    /// Only the outputs of a manifest, for whoever reads thousands of them.
    private struct Outputs: Decodable {
        let outputs: [File]
    }

    /// What the manifest of the result at `path` says of its outputs, by their names; nil where there is none that can be read.
    static func listedOutputs(in path: String) -> [String: File]? {
        guard let bytes = try? FileSystem.bytes(of: path + "/" + fileName),
            let listed = try? JSONDecoder().decode(Outputs.self, from: Data(bytes))
        else { return nil }
        return Dictionary(listed.outputs.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Writes the manifest into the result at `path`.
    func write(to path: String) throws(OutputError) {
        try OutputFile.write(EncodedJSON(pretty: true).text(self) + "\n", to: path + "/" + Self.fileName)
    }

    /// The outputs that stand in the result at `path`: what convert makes, in whatever folder, and no file of anybody else.
    ///
    /// - Parameter isWanted: whether an output, or a folder of outputs, with this name counts.
    static func outputs(in path: String, where isWanted: (String) -> Bool = { _ in true }) -> [File] {
        let names = ConversionOutput.allCases.flatMap(\.names).filter(isWanted)
        return names.flatMap { name -> [File] in
            let place = path + "/" + name
            guard FileSystem.kind(of: place) == .folder else { return file(place, name).map { [$0] } ?? [] }
            let inside = (try? FileSystem.fileNames(in: place)) ?? []
            return inside.compactMap { file(place + "/" + $0, name + "/" + $0) }
        }
    }

    /// The outputs in the result at `path`, of which each that is there must be read: one that is left out of a manifest would be no output.
    ///
    /// - Throws: which cannot be read.
    static func allOutputs(
        in path: String, where isWanted: (String) -> Bool = { _ in true }
    ) throws(OutputError) -> [File] {
        let found = outputs(in: path, where: isWanted)
        let names = Set(found.map(\.name))
        func require(_ name: String) throws(OutputError) {
            guard names.contains(name) else { throw .cannotWrite(path: path + "/" + name, errorNumber: EIO) }
        }
        for name in ConversionOutput.allCases.flatMap(\.names).filter(isWanted) {
            let place = path + "/" + name
            let kind = FileSystem.kind(of: place)
            if kind == .nothing { continue }
            guard kind == .folder else {
                try require(name)
                continue
            }
            guard let inside = try? FileSystem.fileNames(in: place) else {
                throw .cannotWrite(path: place, errorNumber: EIO)
            }
            for file in inside { try require(name + "/" + file) }
        }
        return found
    }

    private static func file(_ path: String, _ name: String) -> File? {
        guard let digest = SHA256Digest.ofFile(at: path) else { return nil }
        return File(name: name, bytes: digest.bytes, sha256: digest.hexadecimal)
    }
}
