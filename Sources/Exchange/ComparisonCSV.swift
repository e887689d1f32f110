import Rules

/// What changed in submissions as CSV, for a spreadsheet or a filter: a line for each finding that appeared or disappeared, and
/// for each change in the rules.
///
/// `change` is `appeared`, `disappeared`, `severity_changed`, `no_longer_evaluated`, `newly_evaluated`, `only_old` or
/// `only_new`; `count` is how many findings the line stands for.
public struct ComparisonCSV {
    private let comparison: FindingsComparison

    /// The changes in `comparison`.
    public init(_ comparison: FindingsComparison) {
        self.comparison = comparison
    }

    /// The line with the headings.
    public static let heading =
        "submission,change,rule,severity,previous_severity,file,row,line,column,value,message,remedy,count\n"

    /// The lines of the submission; none when nothing changed.
    public func text() -> String {
        var bytes: [UInt8] = []
        switch comparison.presence {
        case .both: break
        case .onlyOld, .onlyNew:
            let count = (comparison.new ?? comparison.old)?.findings.count ?? 0
            appendLine(comparison.presence.rawValue, count: count, to: &bytes)
        }
        for finding in comparison.appeared { append(finding, "appeared", to: &bytes) }
        for finding in comparison.disappeared { append(finding, "disappeared", to: &bytes) }
        for change in comparison.severityChanges {
            appendLine(
                "severity_changed", rule: change.rule, severity: change.to.code, previous: change.from.code,
                count: change.count, to: &bytes)
        }
        for item in comparison.noLongerEvaluated {
            appendLine("no_longer_evaluated", rule: item.rule, message: item.reason, to: &bytes)
        }
        for item in comparison.newlyEvaluated {
            appendLine("newly_evaluated", rule: item.rule, message: item.reason, to: &bytes)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func append(_ finding: ReportedFinding, _ change: String, to bytes: inout [UInt8]) {
        appendFields(
            [
                comparison.submission, change, finding.rule, finding.severity.code, "", finding.file,
                finding.row.map(String.init) ?? "", finding.line.map(String.init) ?? "", finding.column ?? "",
                finding.value ?? "", finding.message, finding.remedy ?? "", "1",
            ], to: &bytes)
    }

    private func appendLine(
        _ change: String, rule: String = "", severity: String = "", previous: String = "", message: String = "",
        count: Int = 0, to bytes: inout [UInt8]
    ) {
        appendFields(
            [
                comparison.submission, change, rule, severity, previous, "", "", "", "", "", message, "",
                String(count),
            ], to: &bytes)
    }

    private func appendFields(_ fields: [String], to bytes: inout [UInt8]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(0x2c) }
            var field = field
            field.withUTF8 { PeopleCSV.append($0, separator: 0x2c, to: &bytes) }
        }
        bytes.append(0x0a)
    }
}
