import Assessments
import Rules
import SocialReturnModel
import Testing

/// Every example of every rule is a test. A failure points at the example, in the file of the rule.
@Suite struct ExampleTests {
    @Test(arguments: ExampleRun.all)
    func holds(_ run: ExampleRun) {
        guard case .success(let assessment) = run.result else {
            Issue.record("\(run.testDescription): \(run.result)", sourceLocation: run.sourceLocation)
            return
        }
        let findings = run.findings(in: assessment)
        if run.example.triggers {
            #expect(
                !findings.isEmpty,
                "\(run.testDescription): nothing found. \(Self.account(of: assessment, run))",
                sourceLocation: run.sourceLocation)
        } else {
            #expect(
                findings.isEmpty,
                "\(run.testDescription): \(findings.map { assessment.describe($0, .english).message })",
                sourceLocation: run.sourceLocation)
        }
    }

    @Test func countOfWhatWasCompared() {
        let assessments = ExampleRun.all.compactMap { run in (try? run.result.get()).map { (run, $0) } }
        let own = assessments.reduce(0) { $0 + $1.0.findings(in: $1.1).count }
        let total = assessments.reduce(0) { $0 + $1.1.findings.all.count }
        print(
            "\(Catalogue.all.count) rules, \(ExampleRun.all.count) examples,",
            "\(own) findings of the rules themselves among \(total) compared")
        #expect(assessments.count == ExampleRun.all.count)
        #expect(own >= Catalogue.all.count)
    }

    /// Why a rule may have found nothing: it was not tested, or other rules spoke first.
    private static func account(of assessment: Assessment, _ run: ExampleRun) -> String {
        let reasons = assessment.notEvaluated.filter { $0.rule == run.index }.map(\.reason.en)
        let others = Set(assessment.findings.all.map { Catalogue.all[Int($0.rule)].facts.id }).sorted()
        return (reasons.isEmpty ? "" : "Not evaluated: \(reasons). ") + "Other rules: \(others)"
    }
}
