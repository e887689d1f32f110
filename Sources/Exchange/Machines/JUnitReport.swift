import Assessments
import Rules
import SocialReturnModel

/// Findings as the XML of JUnit, which every build server reads. A submission is a suite, and each rule that judged it a case: one with an
/// error fails, one that was not tested is skipped.
package enum JUnitReport: MachineReport {
    package static let name = "junit"
    package static let opening = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"maatwerk\">\n"
    package static let separator = ""
    package static let closing = "</testsuites>\n"

    package static func piece(of assessment: Assessment, _ origin: MachineOrigin) -> String {
        let findings = Dictionary(grouping: assessment.findings.all, by: \.rule)
        let skipped = Dictionary(grouping: assessment.notEvaluated, by: \.rule)
        var (cases, failures, skips) = ("", 0, 0)
        let judging = assessment.context.judgingRules
        for (position, facts) in judging {
            let own = (findings[position] ?? []).map {
                MachineFinding($0, of: assessment, origin)
            }
            let lines = own.map { finding in
                let place = [finding.path, finding.line.map(String.init), finding.place].compactMap { $0 }
                return
                    "\(place.joined(separator: ":")): \(finding.severity.name[origin.language]): \(finding.message) → \(finding.remedy)"
            }
            cases +=
                "  <testcase classname=\"\(escaped(assessment.submission.name))\" name=\"\(escaped("\(facts.id) \(facts.name[origin.language])"))\""
            if let error = own.first(where: { $0.severity == .error }) {
                failures += 1
                cases +=
                    "><failure message=\"\(escaped(error.message))\">\(escaped(lines.joined(separator: "\n")))</failure></testcase>\n"
            } else if !lines.isEmpty {
                cases += "><system-out>\(escaped(lines.joined(separator: "\n")))</system-out></testcase>\n"
            } else if let reason = skipped[position]?.first {
                skips += 1
                cases += "><skipped message=\"\(escaped(reason.reason[origin.language]))\"/></testcase>\n"
            } else {
                cases += "/>\n"
            }
        }
        return
            " <testsuite name=\"\(escaped(assessment.submission.name))\" tests=\"\(judging.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"\(skips)\">\n"
            + cases + " </testsuite>\n"
    }

    package static func piece(unreadable message: String, _ origin: MachineOrigin) -> String {
        let name = Text(nl: "te lezen", en: "can be read")[origin.language]
        return " <testsuite name=\"\(escaped(origin.path))\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n"
            + "  <testcase classname=\"\(escaped(origin.path))\" name=\"\(name)\"><error message=\"\(escaped(message))\"/></testcase>\n </testsuite>\n"
    }

    /// `text` between tags or quotation marks. What XML cannot hold shows as a sign.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in VisibleText.escaped(text, keepsLineBreaks: true).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n": result += "&#10;"
            case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
