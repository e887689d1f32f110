import Assessments
import Intake
import Rules
import SocialReturnModel

/// The findings that the supplier answered in feedback that came back, by their cause.
struct AnsweredFindings {
    /// What findings of one topic have in common.
    private struct Cause: Hashable {
        let rule: Int16
        let variant: UInt8
        let table: TableID
    }

    private var answers: [Cause: [(row: Text, text: String)]] = [:]

    /// How many answers a topic shows; *Bevindingen* has all of them.
    private static let mostAnswers = 10

    /// One pass over the findings, and only where something was answered.
    init(_ assessment: Assessment) {
        guard !assessment.submission.answers.isEmpty else { return }
        for finding in assessment.findings.all {
            guard let source = assessment.context.source(of: finding.place.table) else { continue }
            let own = source.remarks.answers(at: finding.place)
            guard !own.isEmpty else { continue }
            let row = source.rowName(of: Int(finding.place.record))
            answers[Cause(rule: finding.rule, variant: finding.variant, table: finding.place.table), default: []]
                .append(
                    (row, own.map(\.text).joined(separator: "\n")))
        }
    }

    /// The answers to the findings of `topic`, each with its row; nil without any.
    func text(_ topic: Topic, _ language: Language) -> String? {
        guard case .findings(let group) = topic.subject,
            let own = answers[Cause(rule: group.rule, variant: group.variant, table: group.table)]
        else { return nil }
        var lines: [String] = []
        for answer in own.prefix(Self.mostAnswers) {
            let line = "\(answer.row[language]): \(answer.text)"
            if !lines.contains(line) { lines.append(line) }
        }
        let rest = own.count - Self.mostAnswers
        if rest > 0 { lines.append(Text(nl: "… en nog \(rest)", en: "… and \(rest) more")[language]) }
        return lines.joined(separator: "\n")
    }
}
