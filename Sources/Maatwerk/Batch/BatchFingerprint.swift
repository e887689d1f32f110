import Consolidations
import Intake
import Rules
import SocialReturnModel

/// The digest of everything that the outputs of a submission depend on: its files, and what is the same for the whole run.
///
/// Equal digests mean equal outputs, since the same input gives the same bytes.
struct BatchFingerprint: Sendable {
    private let lines: [String]
    private let settings: String

    /// What is the same for every submission that `toolkit` turns into `outputs`.
    init(_ toolkit: Toolkit, _ outputs: Set<ConversionOutput>) {
        var lines = [
            "tool \(Version.tool)",
            "rules \((toolkit.rulesAsOf.flatMap(RuleSet.applied) ?? .newest).version)",
            "as of \(toolkit.rulesAsOf?.description ?? "-")",
            "clock \(toolkit.clock?.description ?? "-")",
            "language \(toolkit.language.rawValue)",
            Self.line(of: outputs.map(\.rawValue)),
        ]
        lines += toolkit.rules.names.map { "rule of the department \($0)" }
        if let sender = toolkit.sender { lines.append("mail \(sender.name) \(sender.address)") }
        if toolkit.showsSecondHandTables { lines.append("tables from second hand") }
        if let register = toolkit.register { lines.append("register \(register.digestWithoutDecisions)") }
        if let digest = toolkit.earlier.digest { lines.append("previous \(digest)") }
        self.init(lines)
    }

    private init(_ lines: [String]) {
        self.lines = lines
        settings = SHA256Digest.hexadecimal(of: Array(lines.joined(separator: "\n").utf8))
    }

    /// The same for other outputs.
    func with(outputs: [String]) -> BatchFingerprint {
        BatchFingerprint(lines.map { $0.hasPrefix(Self.outputsLabel) ? Self.line(of: outputs) : $0 })
    }

    private static let outputsLabel = "outputs "

    private static func line(of outputs: [String]) -> String {
        outputsLabel + outputs.sorted().joined(separator: " ")
    }

    /// The digest for the submission in `files`.
    func of(_ files: SubmissionFiles) -> String {
        let lines =
            ["settings \(settings)", "name \(files.name)"]
            + (files.archives + files.files).map { "\($0.folder)/\($0.name) \($0.sha256)" }
            + files.strays.map { "\($0.folder)/\($0.name) \($0.byteCount)" }
        return SHA256Digest.hexadecimal(of: Array(lines.joined(separator: "\n").utf8))
    }
}
