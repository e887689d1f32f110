import Assessments
import Intake
import Rules
import SocialReturnModel

/// The findings of a submission as JSON, for programs. The form is fixed by the project's interface.
public struct FindingsJSON {
    private let assessment: Assessment
    private let language: Language
    /// Whether each finding stands on a line of its own. The object is one line otherwise.
    private let breaksLines: Bool

    /// The findings of `assessment`, with messages in `language`.
    public init(_ assessment: Assessment, _ language: Language, breaksLines: Bool) {
        self.assessment = assessment
        self.language = language
        self.breaksLines = breaksLines
    }

    /// Writes the object and a line break to `output`.
    public func write(to output: OutputFile) throws(OutputError) {
        try output.write(appendHead)
        for (index, finding) in assessment.findings.all.enumerated() {
            try output.write { bytes in
                if index > 0 { bytes.append(0x2c) }
                if breaksLines { bytes.append(0x0a) }
                append(finding, to: &bytes)
            }
        }
        try output.write(appendTail)
    }

    /// The object as one text.
    public func text() -> String {
        var bytes: [UInt8] = []
        appendHead(&bytes)
        for (index, finding) in assessment.findings.all.enumerated() {
            if index > 0 { bytes.append(0x2c) }
            append(finding, to: &bytes)
        }
        appendTail(&bytes)
        return String(decoding: bytes.dropLast(), as: UTF8.self)
    }

    private func appendHead(_ bytes: inout [UInt8]) {
        let cover = assessment.submission.coverRow
        let rows = assessment.submission.rowCounts
        let counts = assessment.findings.counts
        bytes.append("{\"format\":\"maatwerk-bevindingen/1\",\"submission\":")
        bytes.appendJSON(assessment.submission.name)
        bytes.append(",\"supplier_kvk\":")
        bytes.appendJSON(cover.supplierKvK?.description)
        bytes.append(",\"period\":")
        bytes.appendJSON(cover.period?.description)
        bytes.append(",\"rule_set\":")
        bytes.appendJSON(assessment.context.ruleSet.version)
        bytes.append(
            ",\"rows\":{\"read\":\(rows.read),\"accepted\":\(rows.accepted),\"set_aside\":\(rows.setAside)},\"counts\":{"
        )
        for (index, severity) in Severity.allCases.reversed().enumerated() {
            bytes.append((index > 0 ? "," : "") + "\"\(severity.code)\":\(counts[severity, default: 0])")
        }
        bytes.append("},\"findings\":[")
    }

    private func append(_ finding: Finding, to bytes: inout [UInt8]) {
        let shown = assessment.describe(finding, language)
        bytes.append("{\"rule\":")
        bytes.appendJSON(shown.rule.id)
        bytes.append(",\"severity\":")
        bytes.appendJSON(finding.severity.code)
        bytes.append(",\"file\":")
        bytes.appendJSON(shown.file)
        bytes.append(",\"row\":")
        bytes.appendJSON(shown.row)
        bytes.append(",\"line\":")
        bytes.appendJSON(shown.line)
        bytes.append(",\"column\":")
        bytes.appendJSON(shown.column)
        bytes.append(",\"value\":")
        bytes.appendJSON(shown.value)
        bytes.append(",\"message\":")
        bytes.appendJSON(shown.message)
        bytes.append(",\"remedy\":")
        bytes.appendJSON(shown.remedy)
        bytes.append(",\"basis\":")
        bytes.appendJSON(shown.rule.basis.rawValue)
        bytes.append(",\"source\":")
        bytes.appendJSON(shown.source)
        bytes.append("}")
    }

    private func appendTail(_ bytes: inout [UInt8]) {
        if breaksLines { bytes.append(0x0a) }
        bytes.append("],\"not_evaluated\":[")
        for (index, item) in assessment.notEvaluated.enumerated() {
            if index > 0 { bytes.append(0x2c) }
            if breaksLines { bytes.append(0x0a) }
            bytes.append("{\"rule\":")
            bytes.appendJSON(Catalogue.all[Int(item.rule)].facts.id)
            bytes.append(",\"reason\":")
            bytes.appendJSON(item.reason[language])
            bytes.append("}")
        }
        bytes.append("]}\n")
    }
}
