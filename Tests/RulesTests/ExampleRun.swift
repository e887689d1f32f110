import Assessments
import Foundation
import Intake
import Parameters
import Rules
import SocialReturnModel
import TestSupport
import Testing
import Valuations

/// One example of one rule, assessed.
struct ExampleRun: Sendable, CustomTestStringConvertible {
    let rule: RuleMetadata
    let index: Int16
    let example: Example
    let result: Result<Assessment, any Error>

    /// Every example of every rule, in the order of the catalogue.
    static let all: [ExampleRun] = Catalogue.all.enumerated().flatMap { index, entry in
        entry.facts.examples.map { ExampleRun(entry.facts, index: index, $0) }
    }

    private init(_ rule: RuleMetadata, index: Int, _ example: Example) {
        self.rule = rule
        self.index = Int16(index)
        self.example = example
        // The examples of an earlier version run by the rules of its last day.
        result = Result { try example.assess(rulesAsOf: rule.until?.validFrom.adding(days: -1)) }
    }

    /// The findings of the rule itself.
    func findings(in assessment: Assessment) -> [Finding] { assessment.findings.all.filter { $0.rule == index } }

    /// The example's lines as one text.
    var shown: String {
        var parts = example.lines.isEmpty ? ["(sound submission)"] : example.lines
        if !example.withRegister { parts.append("(without register)") }
        parts += example.previous.map { "(earlier: \($0.joined(separator: " ⏎ ")))" }
        return parts.joined(separator: " ⏎ ").unicodeScalars.reduce(into: "") { text, scalar in
            text.unicodeScalars.append(scalar.value < 0x20 ? Unicode.Scalar(0x2400 + scalar.value) ?? scalar : scalar)
        }
    }

    var testDescription: String { "\(rule.id) \(example.triggers ? "triggers" : "passes"): \(shown)" }

    /// Where the example stands, in the file of its rule.
    var sourceLocation: SourceLocation {
        let id = "\(example.file)"
        let name = id.split(separator: "/").last.map(String.init) ?? id
        return SourceLocation(
            fileID: "Rules/\(name)", filePath: Self.places[name] ?? id, line: Int(example.line), column: 1)
    }

    /// Where each file of a rule stands, by its name.
    private static let places: [String: String] = {
        let folder = Repository.root.appendingPathComponent("Sources/Rules")
        let paths = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap {
            $0 as? URL
        }
        return Dictionary(
            (paths ?? []).map { ($0.lastPathComponent, $0.path) }, uniquingKeysWith: { first, _ in first })
    }()
}

extension Example {
    /// The assessment of the example, by the rules of `rulesAsOf` or else the newest.
    func assess(rulesAsOf: Day? = nil) throws -> Assessment {
        try ExampleSubmission.assessment(
            of: lines, withRegister: withRegister, previous: previous, rulesAsOf: rulesAsOf)
    }
}

extension ExampleSubmission {
    /// The assessment of the sound submission, changed by `lines`.
    static func assessment(
        of lines: [String], withRegister: Bool = true, previous: [[String]] = [], rulesAsOf: Day? = nil
    ) throws -> Assessment {
        let files = try ExampleSubmission(lines)
        let register = withRegister ? try files.register() : nil
        let reports = try previous.map { lines in
            let submission = try SubmissionReader.read(ExampleSubmission(lines).submissionFiles, register: register)
            return EarlierReport(submission: submission, digests: Set(submission.files.map(\.sha256)))
        }
        let earlier = EarlierReports(reports, register: register)
        let submission = try SubmissionReader.read(files.submissionFiles, register: register)
        return Assessment(
            of: submission, register: register, tables: ValuationTables(register: register),
            previous: earlier.of(submission.coverRow.supplierKvK), others: earlier.others, rulesAsOf: rulesAsOf)
    }
}

extension RuleMetadata: CustomTestStringConvertible {
    /// The rule's id, which is all that a list of tests needs.
    public var testDescription: String { id }
}
