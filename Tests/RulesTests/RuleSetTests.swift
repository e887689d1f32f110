import Assessments
import Intake
@testable import Rules
import SocialReturnModel
import Testing

/// Editions of the catalogue: which rules judged on which day.
@Suite struct RuleSetTests {
    private static func ids(in ruleSet: RuleSet) -> Set<String> {
        Set(Catalogue.rules(in: ruleSet).map(\.facts.id))
    }

    @Test func editionsFollowEachOtherAndTheNewestIsTheLast() {
        #expect(RuleSet.all.map(\.validFrom) == RuleSet.all.map(\.validFrom).sorted())
        #expect(Set(RuleSet.all.map(\.version)).count == RuleSet.all.count)
        #expect(RuleSet.newest == RuleSet.all.last)
    }

    @Test(arguments: [
        ("31-12-2025", nil), ("01-01-2026", "2026.1"), ("22-11-2026", "2026.1"), ("23-11-2026", "2026.2"),
        ("27-11-2026", "2026.2"), ("28-11-2026", "2026.3"), ("01-01-2199", "2026.3"),
    ])
    func theEditionOfADayIsTheLastThatHadBegun(_ day: String, _ version: String?) {
        #expect(Day(written: day).flatMap(RuleSet.applied)?.version == version)
    }

    @Test func anEditionHasOneVersionOfARule() {
        for ruleSet in RuleSet.all {
            let ids = Catalogue.rules(in: ruleSet).map(\.facts.id)
            #expect(ids.count == Set(ids).count, "\(ruleSet.version)")
        }
    }

    @Test func versionsOfARuleFollowEachOther() {
        for (id, versions) in Dictionary(grouping: Catalogue.all.map(\.facts), by: \.id) {
            #expect(versions.map(\.version) == Array(1...versions.count), "\(id)")
            for (earlier, later) in zip(versions, versions.dropFirst()) {
                #expect(earlier.until == later.since, "\(id) has a day with two versions or with none")
            }
        }
    }

    @Test func rulesOfALaterEditionDoNotJudgeAnEarlierDay() throws {
        let day = try #require(Day(year: 2026, month: 6, day: 30))
        let first = Self.ids(in: .v2026_1)
        #expect(first.count == 79)
        var later: Set<Int16> = []
        // One example of each: a rule that is not there finds nothing in its other examples either.
        for run in ExampleRun.all where run.rule.since != .v2026_1 && run.example.triggers {
            guard later.insert(run.index).inserted else { continue }
            let then = try run.example.assess(rulesAsOf: day)
            let judged = (then.findings.all.map(\.rule) + then.notEvaluated.map(\.rule)).map {
                Catalogue.all[Int($0)].facts.id
            }
            #expect(Set(judged).isSubset(of: first), "\(run)")
            #expect(then.context.ruleSet == .v2026_1)
        }
        #expect(later.count == Catalogue.all.count { $0.facts.since != .v2026_1 })
    }

    @Test func theDayOfTheRulesIsAlsoThatOfTheLimits() throws {
        let example = Example.passes(
            "instellingen: sleutel=ongebruikelijke_weekuren; waarde=20; geldig_vanaf=01-03-2026; geldig_tot=31-03-2026")
        func findsHours(_ day: Day?) throws -> Bool {
            try example.assess(rulesAsOf: day).findings.all.contains {
                Catalogue.all[Int($0.rule)].facts.id == "INZ-06"
            }
        }
        #expect(try findsHours(Day(year: 2026, month: 3, day: 31)))
        #expect(try !findsHours(Day(year: 2026, month: 4, day: 1)))
        // Without a day the limits of the submission's own day hold: 10-07-2026.
        #expect(try !findsHours(nil))
    }
}
