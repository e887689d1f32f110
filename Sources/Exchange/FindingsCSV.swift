import Assessments
import Rules
import SocialReturnModel

/// The findings of submissions as CSV, for a spreadsheet or a filter: the same fields as the JSON.
public struct FindingsCSV {
    private let assessment: Assessment
    private let language: Language

    /// The findings of `assessment`, with messages in `language`.
    public init(_ assessment: Assessment, _ language: Language) {
        self.assessment = assessment
        self.language = language
    }

    /// The line with the headings.
    public static let heading =
        "submission,rule,severity,file,row,line,column,value,message,remedy,basis,source\n"

    /// A line for each finding.
    public func text() -> String {
        var bytes: [UInt8] = []
        for finding in assessment.findings.all {
            let shown = assessment.describe(finding, language)
            let fields = [
                assessment.submission.name, shown.rule.id, finding.severity.code, shown.file,
                shown.row.map(String.init) ?? "", shown.line.map(String.init) ?? "", shown.column ?? "",
                shown.value ?? "",
                shown.message, shown.remedy, shown.rule.basis.rawValue, shown.source ?? "",
            ]
            for (index, field) in fields.enumerated() {
                if index > 0 { bytes.append(0x2c) }
                bytes.appendCSV(field)
            }
            bytes.append(0x0a)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
