import Assessments
import Intake
import Plumbing
import Rules
import SocialReturnModel

/// Findings in a form that another program's format lays down: an opening, a piece for each submission, and a closing.
///
/// A submission that cannot be read has a piece as well: a program that only looks at this output must not take it for one without findings.
package protocol MachineReport: Sendable {
    /// What the form is called on the command line.
    static var name: String { get }
    /// What stands before all pieces.
    static var opening: String { get }
    /// What stands between two pieces.
    static var separator: String { get }
    /// What stands behind all pieces.
    static var closing: String { get }
    /// The piece of a submission that was judged.
    static func piece(of assessment: Assessment, _ origin: MachineOrigin) -> String
    /// The piece of a submission that could not be read, with why.
    static func piece(unreadable message: String, _ origin: MachineOrigin) -> String
}

/// The forms of output for other programs, each in a file of its own. The build lists them.
package enum MachineReports {
    /// All forms.
    package static var all: [any MachineReport.Type] { listed }
}

/// Where a piece comes from.
package struct MachineOrigin: Sendable {
    /// The path that the submission was named by, as it may be shown: what a build server keeps is read by many.
    package let path: String
    /// Whether files of the submission lie below that path.
    package let isFolder: Bool
    /// The language of messages.
    package let language: Language
    /// The version of the program.
    package let toolVersion: String

    /// A submission at `path`.
    package init(path: String, isFolder: Bool, language: Language, toolVersion: String) {
        self.path = Masking.safeName(PathText.shown(path))
        (self.isFolder, self.language, self.toolVersion) = (isFolder, language, toolVersion)
    }
}

/// What the formats ask of a finding.
struct MachineFinding {
    let rule: RuleMetadata
    let severity: Severity
    /// The file that the finding is in, from where the command was given.
    let path: String
    /// The physical line of a text file, or the row of a sheet; nil for a whole file.
    let line: Int?
    /// The cell on a sheet, or the column; nil for neither.
    let place: String?
    let message: String
    let remedy: String

    init(_ finding: Finding, of assessment: Assessment, _ origin: MachineOrigin) {
        let shown = assessment.describe(finding, origin.language)
        (rule, severity) = (shown.rule, shown.severity)
        path = origin.isFolder && !shown.file.isEmpty ? PathName(origin.path).appending(shown.file) : origin.path
        line = shown.line ?? shown.row
        place = shown.cell ?? shown.column
        (message, remedy) = (shown.message, shown.remedy)
    }
}
