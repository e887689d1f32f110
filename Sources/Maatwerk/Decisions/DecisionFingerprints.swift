import Intake
import SocialReturnModel

/// What of the decisions in a register each supplier's report depends on, as digests: so that one decision makes one supplier's reports
/// anew, and not those of a whole department.
struct DecisionFingerprints: Sendable {
    private var bySupplier: [String: String] = [:]
    private let ofAll: String

    init(_ register: ContractRegister?) {
        var lines: [String: [String]] = [:]
        if let register {
            for decision in register.decisions.all {
                let contract = register.symbols.symbol(for: decision.contract).flatMap { register.contract($0) }
                let owner =
                    decision.contract.isEmpty ? decision.topic.supplier : contract?.row.supplier.map(\.description)
                let line = [decision.contract, decision.topic.text, decision.period] + decision.cells
                lines[owner ?? "", default: []].append(line.joined(separator: "\u{1F}"))
            }
        }
        let ofNobody = lines[""] ?? []
        ofAll = Self.digest(ofNobody)
        for (owner, own) in lines where !owner.isEmpty { bySupplier[owner] = Self.digest(ofNobody + own) }
    }

    /// The digest for the supplier with this KvK number; empty where nothing was decided.
    func of(_ supplier: String?) -> String { supplier.flatMap { bySupplier[$0] } ?? ofAll }

    private static func digest(_ lines: [String]) -> String {
        lines.isEmpty ? "" : SHA256Digest.hexadecimal(of: Array(lines.joined(separator: "\u{1E}").utf8))
    }
}

extension ContractRegister {
    /// The SHA-256 over the names and contents of the register's files, without those with decisions.
    var digestWithoutDecisions: String {
        let lines = files.filter { $0.table != .recordedDecisions }.map { "\($0.name)\t\($0.sha256)\n" }.sorted()
            .joined()
        return SHA256Digest.hexadecimal(of: Array(lines.utf8))
    }
}
