import Assessments
import Plumbing
import Consolidations
import DelimitedText
import Exchange
import FoundationEssentials
import Intake
import Parameters
import SocialReturnModel

/// Reads results of `convert` and summaries of earlier consolidations.
struct ResultReader: Sendable {
    let register: ContractRegister?
    let registerDigest: String?
    let tables: ValuationTables

    /// The tables that an overview needs. The others are not opened.
    private static let tables: [TableID] = [
        .cover, .placements, .hours, .purchases, .activities, .evidence, .conversations, .commitments, .obstacles,
        .lessons,
        .examples,
        .learningPlaces,
    ]

    /// What a path of the command line stands for.
    enum Source: Sendable {
        case result(folder: String)
        case summary(path: String)
        case nothing(path: String)
        /// A folder of results beside results, or in a folder of folders: only one level is looked into.
        case deeper(folder: String)

        /// Where it stands.
        var path: String {
            switch self {
            case .result(let path), .summary(let path), .nothing(let path), .deeper(let path): path
            }
        }
    }

    /// What to note of a source that is not read at all.
    func unreadable(_ source: Source) -> SkippedResult {
        SkippedResult(name: Self.name(source.path), reason: .unreadable)
    }

    /// The results and summaries at `path`: a summary, a result, or a folder of results, in the order of their names.
    static func sources(at path: String) -> [Source] {
        let kind = FileSystem.kind(of: path)
        guard kind != .nothing else { return [.nothing(path: path)] }
        guard kind == .folder else {
            // The lists that a batch writes beside its results are no results: `consolidate uit/*` may name them.
            let name = PathName(path).last
            if name == BatchSummary.csvName || name == BatchSummary.linesName { return [] }
            return path.hasSuffix(".jsonl") ? [.summary(path: path)] : [.nothing(path: path)]
        }
        if isResult(path) { return [.result(folder: path)] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let found = names.sorted().compactMap { name -> Source? in
            let inner = PathName(path).appending(name)
            if isResult(inner) { return .result(folder: inner) }
            guard !name.hasPrefix("."), FileSystem.kind(of: inner) == .folder else { return nil }
            let deeper = (try? FileManager.default.contentsOfDirectory(atPath: inner)) ?? []
            return deeper.contains { isResult(PathName(inner).appending($0)) }
                ? .deeper(folder: inner) : nil
        }
        return found.isEmpty ? [.nothing(path: path)] : found
    }

    static func isResult(_ path: String) -> Bool {
        [ResultLayout.data, ResultLayout.findings].contains {
            FileManager.default.fileExists(atPath: PathName(path).appending($0))
        }
    }

    /// Reads one source. What cannot be used is noted in the consolidation that it gives.
    func read(_ source: Source) -> Consolidation {
        var consolidation = Consolidation()
        switch source {
        case .nothing(let path):
            consolidation.leaveOut(SkippedResult(name: Self.name(path), reason: .noResult))
        case .deeper(let folder):
            consolidation.leaveOut(SkippedResult(name: Self.name(folder), reason: .deeper))
        case .result(let folder):
            do throws(ResultDamage) {
                consolidation.add(try digest(of: folder))
            } catch {
                consolidation.leaveOut(SkippedResult(name: Self.name(folder), error))
            }
        case .summary(let path):
            do throws(ResultDamage) {
                guard let bytes = FileManager.default.contents(atPath: path) else { throw ResultDamage(.unreadable) }
                consolidation = try SummaryFile.read(bytes, register: registerDigest)
            } catch {
                consolidation.leaveOut(SkippedResult(name: Self.name(path), error))
            }
        }
        return consolidation
    }

    private func digest(of folder: String) throws(ResultDamage) -> SubmissionAggregate {
        let path = PathName(folder)
        let findingsPath = path.appending(ResultLayout.findings)
        guard FileManager.default.fileExists(atPath: findingsPath) else {
            throw ResultDamage(.findingsMissing)
        }
        guard let json = FileManager.default.contents(atPath: findingsPath) else {
            throw ResultDamage(.unreadable, file: ResultLayout.findings)
        }
        // The first versions wrote no manifest, and their results count as they stand; that is told.
        let isListed = FileSystem.kind(of: folder + "/" + ResultManifest.fileName) == .file
        let made = ResultManifest.listedOutputs(in: folder) ?? [:]
        var found = [FoundFile(name: ResultLayout.findings, sha256: SHA256Digest.hexadecimal(of: Array(json)))]
        let findings: ResultFindings
        do { findings = try ResultFindings(json: json) } catch { throw ResultDamage(.findingsDamaged) }
        let data = path.appending(ResultLayout.data)
        var files: [SourceFile] = []
        for table in Self.tables {
            let name = ResultLayout.data + "/" + AllTables.facts(table).fileName
            let file = path.appending(name)
            guard FileManager.default.fileExists(atPath: file) else {
                found.append(FoundFile(name: name, sha256: nil))
                continue
            }
            let read: SourceFile
            do { read = try SourceFile.read(file) } catch { throw ResultDamage(.unreadable, file: name) }
            found.append(FoundFile(name: name, sha256: read.sha256))
            files.append(read)
        }
        let rejected = try Self.rejectedContracts(in: folder)
        found.append(FoundFile(name: Self.rejectedRows, sha256: rejected?.sha256))
        // What is wrong with a line says more, so this is told last.
        let doubt =
            isListed && made.isEmpty
            ? ResultDamage(.changed, file: ResultManifest.fileName) : Self.change(of: found, since: made)
        guard files.contains(where: { $0.name == AllTables.facts(.cover).fileName }) else {
            // The description stands beside what convert wrote, cover or none.
            let description = data + "/datapackage.json"
            let isThere = FileManager.default.fileExists(atPath: description)
            throw isThere ? doubt ?? ResultDamage(.coverMissing) : ResultDamage(.dataMissing)
        }
        let submission: Submission
        do {
            submission = try SubmissionReader.read(
                SubmissionFiles(name: Self.name(folder), files: files), register: register, areResults: true)
        } catch {
            throw ResultDamage(.dataMissing)
        }
        // What convert writes has headings; a file without any is not what it wrote.
        guard let cover = submission.cover?.source, cover.isReadable, cover.headerRecord >= 0 else {
            throw ResultDamage(.dataMissing)
        }
        if let damage = ResultDamage.first(in: submission, folder: ResultLayout.data) { throw damage }
        if let doubt { throw doubt }
        var digest = SubmissionAggregate(of: submission, findings: findings, register: register, tables: tables)
        if !isListed { digest.lacksManifest = true }
        if let rejected {
            let contracts = rejected.contracts.subtracting(digest.contracts.map(\.id)).sorted()
            if !contracts.isEmpty { digest.rejectedContracts = contracts }
        }
        return digest
    }

    /// A file that was looked for: its name in the result, and the digest of what it holds; nil when it is gone.
    private struct FoundFile {
        let name: String
        let sha256: String?
    }

    /// What to note of the first of `files` that is not as convert made it: a row too few or a figure too many would show nowhere. Where no
    /// manifest tells of a file, nothing can be said.
    private static func change(of files: [FoundFile], since made: [String: ResultManifest.File]) -> ResultDamage? {
        files.lazy.compactMap { file in
            guard let listed = made[file.name], listed.sha256 != file.sha256 else { return nil }
            return ResultDamage(file.sha256 == nil ? .fileMissing : .changed, file: listed.name)
        }.first
    }

    private static let rejectedRows = ResultLayout.data + "/" + DataPackage.rejectedRowsName

    /// The contracts that rejected rows of the result in `folder` name, in their column `contractnummer`, and the digest of the file; nil when
    /// there is none.
    private static func rejectedContracts(
        in folder: String
    ) throws(ResultDamage) -> (contracts: Set<String>, sha256: String)? {
        let path = PathName(folder).appending(rejectedRows)
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let (cells, digest): (DelimitedTable, String)
        do {
            let file = try SourceFile.read(path)
            (cells, digest) = (try DelimitedTable(parsing: file.bytes, separator: 0x2c), file.sha256)
        } catch {
            throw ResultDamage(.unreadable, file: rejectedRows)
        }
        guard cells.recordCount > 0 else { return ([], digest) }
        let heading = (0..<cells.fieldCount(of: 0)).map { cells.text(0, $0) }
        guard let column = heading.firstIndex(of: "kolom"), let value = heading.firstIndex(of: "waarde") else {
            throw ResultDamage(.dataDamaged, file: rejectedRows, line: 1)
        }
        var contracts: Set<String> = []
        for record in 1..<max(1, cells.recordCount)
        where cells.withCell(record, column, { $0.elementsEqual(TableFacts.nameOfContractColumn.utf8) }) {
            let contract = String(cells.text(record, value).trimming(where: \.isWhitespace))
            if !contract.isEmpty { contracts.insert(contract) }
        }
        return (contracts, digest)
    }

    /// The last part of a path, as it may be shown.
    private static func name(_ path: String) -> String { Masking.safeName(PathName(path).lastOfPlace) }
}
