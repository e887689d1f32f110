import Intake
import SocialReturnModel

/// The results that were given with a run, of every supplier: prepared once, asked for each submission.
public struct EarlierReports: Sendable {
    /// What all suppliers reported, as far as rules lay suppliers side by side.
    public let others: OtherSuppliers
    /// Every report, in the order in which they were given.
    public let all: [EarlierReport]
    /// SHA-256 in hexadecimal over the names and digests of all their files; nil without reports.
    public let digest: String?
    private let bySupplier: [KvKNumber?: [EarlierReport]]

    /// The results `reports`, which stand beside the contracts of `register`.
    public init(_ reports: [EarlierReport] = [], register: ContractRegister?) {
        all = reports
        let lines = reports.flatMap { report in
            report.submission.files.map { "\(report.submission.name) \($0.name) \($0.sha256)" }
                + report.digests.sorted().map { "\(report.submission.name) \($0)" }
        }
        digest =
            reports.isEmpty ? nil : SHA256Digest.hexadecimal(of: Array(lines.joined(separator: "\n").utf8))
        bySupplier = Dictionary(grouping: reports) { $0.submission.coverRow.supplierKvK }
        others = OtherSuppliers(bySupplier, register)
    }

    /// The results of one supplier, in the order in which they were given.
    public func of(_ supplier: KvKNumber?) -> [EarlierReport] { bySupplier[supplier] ?? [] }
}

extension [EarlierReport] {
    /// The last version of the report on each period, in the order of the periods; reports without a period are left out.
    var lastVersions: [EarlierReport] {
        var byPeriod: [ReportingPeriod: EarlierReport] = [:]
        for report in self {
            guard let period = report.period else { continue }
            if let known = byPeriod[period], known.preparedOn > report.preparedOn { continue }
            byPeriod[period] = report
        }
        return byPeriod.sorted { ($0.key.end, $0.key.start) < ($1.key.end, $1.key.start) }.map(\.value)
    }
}
