import Assessments
import Rules
import SocialReturnModel

/// Findings as the lines by which a build tells GitHub's pages what to show beside a file: `::error file=…,line=…,title=…::…`.
package enum GitHubReport: MachineReport {
    package static let name = "github"
    package static let opening = ""
    package static let separator = ""
    package static let closing = ""

    package static func piece(of assessment: Assessment, _ origin: MachineOrigin) -> String {
        assessment.findings.all.reduce(into: "") { lines, finding in
            let finding = MachineFinding(finding, of: assessment, origin)
            let level = finding.severity == .error ? "error" : finding.severity == .warning ? "warning" : "notice"
            let title = [finding.rule.id, finding.rule.name[origin.language], finding.place].compactMap { $0 }
            var properties = "file=\(property(finding.path))"
            if let line = finding.line { properties += ",line=\(line)" }
            lines +=
                "::\(level) \(properties),title=\(property(title.joined(separator: " · ")))::"
                + "\(data("\(finding.message) → \(finding.remedy)"))\n"
        }
    }

    package static func piece(unreadable message: String, _ origin: MachineOrigin) -> String {
        "::error file=\(property(origin.path))::\(data(message))\n"
    }

    /// What stands behind the second `::`.
    private static func data(_ text: String) -> String {
        VisibleText.escaped(text, keepsLineBreaks: true).replacing("%", with: "%25").replacing("\n", with: "%0A")
    }

    /// The value of a property.
    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
