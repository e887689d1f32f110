import Assessments
import Rules
import SocialReturnModel
import TestSubmissions
import Testing

/// A row with an error is looked at as if it counted, so that a second round brings nothing new.
@Suite struct LookedAtAgainTests {
    @Test func aRowThatCountsIsLaidBesideOneThatDoesNot() throws {
        var small = TestSubmission()
        small.tables.append(
            TestSubmission.placements(
                TestSubmission.placement("P-1", "C-1", person: "D-0001", hours: "veel"),
                TestSubmission.placement("P-2", "C-1", person: "D 0001", start: "01-05-2026"),
                TestSubmission.placement("P-3", "C-1", person: "D-0003")))
        let assessment = try small.assess()
        #expect(assessment.submission.placements?.isSetAside == [true, false, false])
        let found = assessment.findings.all.filter { Catalogue.all[Int($0.rule)].facts.id == "IDN-14" }
        #expect(found.map(\.place.record) == [2])
    }
}
