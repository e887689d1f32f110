import FoundationEssentials
import Plumbing
import Intake
import SocialReturnModel

/// What stands at a path where reports are looked for.
public enum ReportPlace: Sendable, Hashable {
    /// One submission.
    case submission(path: String)
    /// A folder of submissions: the path of each thing in it that can be one.
    case inbox(paths: [String])
    /// A result of `convert`, a folder of them, or a summary. Beside the results, if there are any: the names of deliveries that could not be read and have a
    /// letter only, and of what is no result.
    case results(path: String, holdsResult: Bool, unreadable: [String], others: [String])

    /// What stands at `path`.
    ///
    /// A folder is a submission when a file in it is called after a table, and an inbox otherwise.
    ///
    /// - Throws: `IntakeError` when the folder cannot be opened.
    public init(at path: String) throws(IntakeError) {
        let last = PathName(path).last
        // What a batch writes beside its results is no result: `status uit/*` may name it.
        if [BatchSummary.csvName, BatchSummary.linesName, SubmissionRecord.folderName].contains(last) {
            self = .results(path: path, holdsResult: false, unreadable: [], others: [])
            return
        }
        guard FileSystem.kind(of: path) == .folder else {
            self = path.hasSuffix(".jsonl") ? .result(at: path) : .submission(path: path)
            return
        }
        if ResultReader.isResult(path) {
            self = .result(at: path)
            return
        }
        let letter = ConversionOutput.letter.mainFile
        if FileSystem.kind(of: path + "/" + letter) != .nothing {
            self = .results(path: path, holdsResult: false, unreadable: [last], others: [])
            return
        }
        let names = try FileSystem.names(in: path).filter { !$0.hasPrefix(".") }.sorted()
        let folders = names.filter { FileSystem.kind(of: path + "/" + $0) == .folder }
        let records = path + "/" + SubmissionRecord.folderName
        if FileSystem.kind(of: records) == .folder
            || folders.contains(where: { ResultReader.isResult(path + "/" + $0) })
        {
            let rest = folders.filter { !ResultReader.isResult(path + "/" + $0) }
            let unreadable = rest.filter { FileSystem.kind(of: path + "/" + $0 + "/" + letter) != .nothing }
            self = .results(
                path: path, holdsResult: rest.count < folders.count, unreadable: unreadable,
                others: rest.filter { !unreadable.contains($0) })
        } else if names.contains(where: Self.isTable) {
            self = .submission(path: path)
        } else {
            self = .inbox(paths: names.map { path + "/" + $0 })
        }
    }

    private static func result(at path: String) -> ReportPlace {
        .results(path: path, holdsResult: true, unreadable: [], others: [])
    }

    /// Whether a file of this name is one of the tables of a submission.
    private static func isTable(_ name: String) -> Bool {
        guard name.contains(".") else { return false }
        let stem = FoldedName.fold(PathName(name).withoutExtension)
        return stem.hasPrefix("voorblad") || tables.contains(stem)
    }

    private static let tables = Set(
        AllTables.facts.filter(\.id.isSubmission).map {
            FoldedName.fold(PathName($0.fileName).withoutExtension)
        })
}
