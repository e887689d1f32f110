import Assessments
@testable import Rules
import SocialReturnModel
import Testing

/// A rule that lacks something says so, and never passes in silence.
@Suite struct NotEvaluatedTests {
    /// The ids of the rules that were not tested, or not for everything.
    private static func ids(_ example: Example) throws -> Set<String> {
        Set(try example.assess().notEvaluated.map { Catalogue.all[Int($0.rule)].facts.id })
    }

    private static func needing(_ need: Need) -> Set<String> {
        Set(Catalogue.all.map(\.facts).filter { $0.needs.contains(need) }.map(\.id))
    }

    @Test func withoutRegisterEveryRuleThatNeedsItSaysSo() throws {
        let assessment = try Example.passes(withRegister: false).assess()
        let missing = Set(assessment.notEvaluated.map { Catalogue.all[Int($0.rule)].facts.id })
        let found = Set(assessment.findings.all.map { Catalogue.all[Int($0.rule)].facts.id })
        #expect(Self.needing(.register).isSubset(of: missing))
        #expect(Self.needing(.register).isDisjoint(with: found))
        #expect(assessment.findings.counts[.error] == 0)
    }

    @Test func withoutEarlierResultsEveryRuleThatNeedsThemSaysSo() throws {
        #expect(Self.needing(.previous).isSubset(of: try Self.ids(.passes())))
        #expect(
            Self.needing(.previous).isDisjoint(with: try Self.ids(.passes(previous: [["voorblad: periode=2026-Q1"]]))))
    }

    @Test(arguments: TableID.submission.filter { $0 != .cover })
    func withoutATableItsRulesSaySo(_ table: TableID) throws {
        let name = AllTables.facts(table).fileName.dropLast(".csv".count)
        #expect(Self.needing(.table(table)).isSubset(of: try Self.ids(.passes("-\(name)"))))
    }

    @Test(arguments: [
        // No full-time week: nobody can say what 1 fte is.
        (
            "INZ-13",
            ["verplichtingen: tabel_id=; rekenmethode=", "inzet:", "inzet: inzet_id=P-002; begindatum=01-06-2026"]
        ),
        // A table without a first day, and an obligation without a reference date.
        ("CTR-09", ["verplichtingen: tabel_id=UTRECHT"]),
        ("CTR-09", ["verplichtingen: peildatum_soort="]),
        // No building block fits, so nothing can be compared.
        ("WRD-01", ["inzet: doelgroep=TOP"]),
        ("WRD-01", ["verplichtingen: rekenmethode=gewerkte_uren", "inzet: gewerkte_uren=", "uren"]),
    ])
    func whatCannotBeToldIsNamed(_ rule: String, _ lines: [String]) throws {
        let example = Example(
            triggers: false, lines: lines, withRegister: true, previous: [], file: #filePath, line: #line)
        #expect(try Self.ids(example).contains(rule))
        #expect(!(try Self.ids(.passes()).contains(rule)), "\(rule) says so of the sound submission too")
    }

    @Test func reasonsAreSentencesInBothLanguages() throws {
        for item in try Example.passes(withRegister: false).assess().notEvaluated {
            #expect(item.reason.nl.hasSuffix(".") && item.reason.en.hasSuffix("."), "\(item.reason)")
            #expect(item.reason.nl != item.reason.en)
        }
    }
}
