import Assessments
import Foundation
import Rules
import SocialReturnModel
import TestSupport
import Testing

/// What people read when an example breaks its rule, one golden file a language. Reviewers read it as prose.
///
/// `UPDATE_GOLDEN=1 swift test` writes the files anew.
@Suite struct MessageTests {
    @Test(arguments: Language.allCases)
    func messagesAreTheGoldenOnes(_ language: Language) throws {
        let path = "Tests/RulesTests/Golden/messages.\(language.rawValue).txt"
        #expect(try Golden.difference(Self.messages(language), path) == nil)
    }

    /// No message may show what was not filled in.
    @Test(arguments: Language.allCases)
    func nothingIsLeftOpen(_ language: Language) throws {
        for run in ExampleRun.all {
            guard case .success(let assessment) = run.result else { continue }
            for finding in run.findings(in: assessment) {
                let shown = assessment.describe(finding, language)
                for text in [shown.message, shown.remedy] {
                    #expect(!text.contains("{") && !text.contains("''"), "\(text)", sourceLocation: run.sourceLocation)
                    #expect(!text.contains("  ") && !text.contains(" ."), "\(text)", sourceLocation: run.sourceLocation)
                }
            }
        }
    }

    /// Each triggering example and what is said of it.
    private static func messages(_ language: Language) -> String {
        var text = ""
        var rule = ""
        for run in ExampleRun.all where run.example.triggers {
            guard case .success(let assessment) = run.result else { continue }
            if run.rule.id != rule {
                rule = run.rule.id
                text += "\(text.isEmpty ? "" : "\n")\(rule) \(run.rule.name[language])\n"
            }
            text += "\n  \(run.shown)\n"
            for finding in run.findings(in: assessment) {
                let shown = assessment.describe(finding, language)
                let row = shown.row.map { " \($0)" } ?? ""
                let column = shown.column.map { " \($0)" } ?? ""
                text += "  \(finding.severity.code) \(shown.file)\(row)\(column): \(shown.message) → \(shown.remedy)\n"
            }
        }
        return text
    }
}
