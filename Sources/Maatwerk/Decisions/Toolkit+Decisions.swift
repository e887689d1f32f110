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
    /// - Parameters:
    ///   - path: the report.
    ///   - isFound: whether nobody named it: it stood in the folder of a result. One that is about contracts of others only is not taken over
    ///     then, as it may have ended up there by mistake.
    /// - Returns: what became of the cells; `FilledDecisions.asks` tells whether the workbook is such a report at all.
    /// - Throws: ``DecisionError``. Without a register that was read from a folder there is nowhere to write.
    public mutating func collectDecisions(
        _ path: String, isFound: Bool = false
    ) throws(DecisionError) -> DecisionCollection {
        guard let registerPath else {
            throw .output(.cannotWrite(path: DecisionFile.standardName, errorNumber: ENOENT))
        }
        let filled: FilledDecisions
        do {
            filled = try FilledDecisions(
                SourceFile.read(path), origin: Self.origin(path), register, made: Self.contents(ofReport: path))
        } catch { throw .intake(error) }
        if isFound, filled.isAboutOthers(than: Self.supplier(ofResult: PathName(path).folder), register) {
            throw .ofOthers(path: path)
        }
        guard !filled.decisions.isEmpty else { return DecisionCollection(filled, register?.decisions ?? Decisions()) }
        let collection = try DecisionStore(registerPath).add(filled, on: clock ?? .today, register)
        register?.decisions = collection.decisions
        return collection
    }

    /// The reports in the folder of a result: the one that was made, and copies that somebody saved beside it under other names.
    public static func reports(inResult folder: String) -> [String] {
        ReportGuard.workbooks(in: folder).map { PathName(folder).appending($0) }
    }

    /// Whose result stands in the folder `result`; nil where nobody knows.
    static func supplier(ofResult result: String) -> KvKNumber? {
        let place = PathName(URL(fileURLWithPath: result).standardizedFileURL.path)
        guard !place.folder.isEmpty else { return nil }
        return SubmissionRecord.read(place.last, in: place.folder)?.supplierKvK.flatMap { KvKNumber($0) }
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

extension FilledDecisions {
    /// Whether all that was written is about contracts that are others' than `supplier`'s by the `register`. A contract that it does not know, a
    /// topic of no contract, and a result of which nobody knows whose it is tell nothing.
    func isAboutOthers(than supplier: KvKNumber?, _ register: ContractRegister?) -> Bool {
        guard let supplier, let register, !decisions.isEmpty else { return false }
        return Set(decisions.map(\.contract)).allSatisfy { number in
            let known = register.contractMeant(by: number).flatMap { register.contract($0)?.row.supplier }
            return known.map { $0 != supplier } ?? false
        }
    }
}
