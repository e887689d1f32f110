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
        "submission,rule,severity,file,row,line,column,value,message,remedy,basis,source,rule_set\n"

    /// Gives a line for each finding to `body`, a block of bytes at a time.
    public func forEachBlock<Failure: Error>(_ body: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        try FindingBlocks(assessment: assessment, language: language, format: .csv, breaksLines: true).forEach(body)
    }
}
