import Exchange
import FoundationEssentials
import Glibc
import Intake
import Plumbing
import SocialReturnModel

extension Toolkit {
    /// Takes over what stands in the blue cells of the report at `path` into `besluiten.csv` of the register.
    ///
    /// The same cells twice add nothing, and nothing that stands in the register is changed: a decision about the same contract, topic
    /// and period that says something else is added beside the other, and named.
    ///
    /// - Returns: what became of the cells; `FilledDecisions.asks` tells whether the workbook is such a report at all.
    /// - Throws: ``DecisionError``. Without a register that was read from a folder there is nowhere to write.
    public mutating func collectDecisions(_ path: String) throws(DecisionError) -> DecisionCollection {
        guard let registerPath else {
            throw .output(.cannotWrite(path: DecisionFile.standardName, errorNumber: ENOENT))
        }
        let filled: FilledDecisions
        do {
            filled = try FilledDecisions(
                SourceFile.read(path), origin: Self.origin(path), register, made: Self.contents(ofReport: path))
        } catch { throw .intake(error) }
        guard !filled.decisions.isEmpty else { return DecisionCollection(filled, register?.decisions ?? Decisions()) }
        let collection = try DecisionStore(registerPath).add(filled, on: clock ?? .today, register)
        register?.decisions = collection.decisions
        return collection
    }

    /// The reports in the folder of a result: the one that was made, and copies that somebody saved beside it under other names.
    public static func reports(inResult folder: String) -> [String] {
        ReportGuard.workbooks(in: folder).map { PathName(folder).appending($0) }
    }

    /// What the sheets of the report at `path` came to as it was made, if it stands where it was made; else nil.
    private static func contents(ofReport path: String) -> Set<ContentSum>? {
        let report = PathName(URL(fileURLWithPath: path).standardizedFileURL.path)
        let result = PathName(report.folder)
        guard report.last == ResultLayout.report, !result.folder.isEmpty else { return nil }
        return SubmissionRecord.read(result.last, in: result.folder)?.contentSums
    }

    /// What the register calls the workbook at `path`: the folder it lies in and its name, without what may not be shown.
    private static func origin(_ path: String) -> String {
        let url = URL(fileURLWithPath: path).standardizedFileURL
        return url.pathComponents.suffix(2).filter { $0 != "/" }.map { Masking.safeName(PathText.shown($0)) }.joined(
            separator: "/")
    }
}
