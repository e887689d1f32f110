import SocialReturnModel
import Testing

@testable import Consolidations

/// Which report counts.
@Suite struct SupersedingTests {
    /// The names of the reports that count, and of those that were replaced.
    private func names(_ digests: [SubmissionAggregate]) -> (counting: [String], replaced: [String]) {
        var consolidation = Consolidation()
        for digest in digests { consolidation.add(digest) }
        let sorted = consolidation.sorted
        let superseding = VersionResolution(sorted)
        return (
            superseding.inEffect.map { sorted[$0].name },
            superseding.replaced.map { "\(sorted[$0.old].name) < \(sorted[$0.new].name)" }
        )
    }

    @Test func laterReportOnTheSamePeriodReplaces() {
        let (counting, replaced) = names([Small.digest("a", prepared: 10), Small.digest("b", prepared: 20)])
        #expect(counting == ["b"])
        #expect(replaced == ["a < b"])
    }

    /// Feedback on a report without a readable period came back in order: by its digest that report is put right, also over a correction that was
    /// rejected as well.
    @Test(arguments: [false, true]) func feedbackPutsARejectedReportRight(_ overAnother: Bool) {
        var first = Small.digest("a")
        (first.period, first.status, first.delivery) = (nil, .rejected, "1")
        var second = Small.digest("b", prepared: 20, correction: "a")
        (second.status, second.delivery, second.corrects) = (.rejected, "2", "1")
        var last = Small.digest("c", prepared: 30, correction: "a")
        (last.delivery, last.corrects) = ("3", overAnother ? "2" : "1")
        var other = Small.digest("d", prepared: 5)
        (other.period, other.status, other.delivery) = (nil, .rejected, "9")
        var consolidation = Consolidation()
        for digest in [first, last, other] + (overAnother ? [second] : []) { consolidation.add(digest) }
        let sorted = consolidation.sorted
        let versions = VersionResolution(sorted)
        #expect(versions.inEffect.map { sorted[$0].name } == ["c"])
        #expect(
            Set(versions.putRight.map { "\(sorted[$0.old].name) < \(sorted[$0.new].name)" })
                == (overAnother ? ["a < c", "b < c"] : ["a < c"]))
        #expect(versions.replaced.isEmpty && versions.rejected.count == (overAnother ? 3 : 2))
    }

    /// Two reports of one day of which nothing but the name tells which one is the later, and pairs that are about the same days and both
    /// count.
    @Test func whatNamesDecideAndWhatOverlapsIsKnown() {
        func found(_ digests: [SubmissionAggregate]) -> (byName: [String], overlapping: [String]) {
            var consolidation = Consolidation()
            for digest in digests { consolidation.add(digest) }
            let sorted = consolidation.sorted
            let versions = VersionResolution(sorted)
            return (
                versions.replacedByName.map { "\(sorted[$0.old].name) < \(sorted[$0.new].name)" },
                versions.overlapping.map {
                    [sorted[$0.first].name, sorted[$0.second].name].sorted().joined(separator: " = ")
                }
            )
        }
        #expect(found([Small.digest("a"), Small.digest("b")]).byName == ["a < b"])
        #expect(found([Small.digest("a"), Small.digest("b", prepared: 20_700)]).byName.isEmpty)
        #expect(found([Small.digest("a", correction: "2026-Q2"), Small.digest("b")]).byName.isEmpty)
        var half = Small.digest("half")
        half.period = ReportingPeriod(written: "2026-H1")
        #expect(found([Small.digest("a"), half]).overlapping == ["a = half"])
        var other = Small.digest("c")
        other.period = ReportingPeriod(written: "2026-Q3")
        #expect(found([Small.digest("a"), other]).overlapping.isEmpty)
    }

    @Test func correctionOfTheSameDayReplaces() {
        let (counting, _) = names([Small.digest("a", correction: "2026-Q2"), Small.digest("b")])
        #expect(counting == ["a"])
    }

    @Test("A chain of corrections has one order, whatever the names and the days", arguments: [20_640, 20_630, 20_650])
    func chainByDigest(lastPrepared: Int32) {
        for name in [("x", "y", "z"), ("z", "y", "x"), ("y", "z", "x")] {
            var second = Small.digest(name.1, correction: name.0)
            (second.delivery, second.corrects) = ("2", "1")
            var third = Small.digest(name.2, prepared: lastPrepared, correction: name.0)
            (third.delivery, third.corrects) = ("3", "2")
            #expect(names([third, Small.digest(name.0), second]).counting == [name.2])
            // What was rejected in between counts for nothing, and leaves the order as it is.
            second.status = .rejected
            #expect(names([third, Small.digest(name.0), second]).counting == [name.2])
        }
    }

    @Test func aRingOfCorrectionsEnds() {
        var (one, two) = (Small.digest("a", correction: "b"), Small.digest("b", correction: "a"))
        (one.delivery, one.corrects) = ("1", "2")
        (two.delivery, two.corrects) = ("2", "1")
        #expect(names([one, two]).counting.count == 1)
    }

    @Test func chainLeavesTheLast() {
        let (counting, replaced) = names([
            Small.digest("a", prepared: 10), Small.digest("b", prepared: 20), Small.digest("c", prepared: 30),
        ])
        #expect(counting == ["c"])
        #expect(replaced == ["a < c", "b < c"])
    }

    @Test func otherPeriodsSuppliersAndContractsStandBesideEachOther() {
        let (counting, replaced) = names([
            Small.digest("a", prepared: 10), Small.digest("b", period: "2026-Q1", prepared: 20),
            Small.digest("c", supplier: "90000003", prepared: 20),
            Small.digest("d", prepared: 20, contracts: [Small.contract("C-2")]),
        ])
        #expect(Set(counting) == ["a", "b", "c", "d"])
        #expect(replaced.isEmpty)
    }

    @Test func correctionOfAnOverlappingPeriodReplaces() {
        let (counting, _) = names([
            Small.digest("a", period: "2026-Q2", prepared: 10),
            Small.digest("b", period: "2026-H1", prepared: 20, correction: "2026-Q2"),
        ])
        #expect(counting == ["b"])
    }

    @Test func rejectedReportReplacesNothing() {
        let (counting, replaced) = names([
            Small.digest("a", prepared: 10), Small.digest("b", prepared: 20, status: .rejected),
        ])
        #expect(counting == ["a"])
        #expect(replaced.isEmpty)
    }

    @Test func replacedFiguresCountInTheComparisonOnly() throws {
        let overview = try Small.overview([
            Small.digest("a", prepared: 10, contracts: [Small.contract(groups: [("PW", 1...20)])]),
            Small.digest("b", prepared: 20, contracts: [Small.contract(groups: [("PW", 1...8)])]),
        ])
        #expect(overview.total.figures.persons == 8)
        #expect(overview.comparisons.map(\.old.persons) == [20])
        #expect(overview.comparisons.map(\.new.persons) == [8])
        #expect(overview.crossFindings.isEmpty)
    }
}
