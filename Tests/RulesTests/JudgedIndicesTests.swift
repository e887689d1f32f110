import Intake
import Plumbing
@testable import Rules
import SocialReturnModel
import TestSubmissions
import Testing

/// Which rows a rule looks at that judges each by itself.
@Suite struct JudgedIndicesTests {
    private static func placements(_ setAside: Int...) throws -> Submission {
        var submission = TestSubmission()
        submission.tables.append(
            TestSubmission.placements(
                TestSubmission.placement("P-1", "C-1", person: "D-1"),
                TestSubmission.placement("P-2", "C-1", person: "D-2"),
                TestSubmission.placement("P-3", "C-1", person: "D-3")))
        var read = try SubmissionReader.read(submission.submissionFiles)
        for record in setAside { read.setAside(Place(.placements, record: Int32(record))) }
        return read
    }

    private static func indices(_ submission: Submission, before: Submission?) throws -> [Int] {
        var context = try TestSubmission().assess().context
        context.submission = submission
        context.beforeReadmission = before.map { Boxed($0) }
        return submission.placements.map { Array(context.judgedIndices(of: $0)) } ?? []
    }

    /// The first time those that count.
    @Test func whatCounts() throws {
        #expect(try Self.indices(Self.placements(), before: nil) == [0, 1, 2])
        #expect(try Self.indices(Self.placements(2), before: nil) == [0, 2])
        #expect(try Self.indices(Self.placements(1, 2, 3), before: nil) == [])
    }

    /// The second time only those that were let in again: the others were judged already, and what never counts is left out.
    @Test func whatWasLetInAgain() throws {
        #expect(try Self.indices(Self.placements(), before: Self.placements(2)) == [1])
        #expect(try Self.indices(Self.placements(), before: Self.placements()) == [])
        #expect(try Self.indices(Self.placements(1), before: Self.placements(1, 3)) == [2])
    }

    /// A table that was not there before has nothing that was set aside in it.
    @Test func aTableThatIsNew() throws {
        let without = try SubmissionReader.read(TestSubmission().submissionFiles)
        #expect(without.placements == nil)
        #expect(try Self.indices(Self.placements(2), before: without) == [0, 2])
    }
}
