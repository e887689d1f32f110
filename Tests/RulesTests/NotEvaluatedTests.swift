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

    @Test func withoutOtherSuppliersEveryRuleThatNeedsThemSaysSo() throws {
        let needing = Self.needing(.otherSuppliers)
        #expect(needing == ["INK-11", "MVM-10", "MVM-14"])
        #expect(needing.isSubset(of: try Self.ids(.passes())))
        // Reports of the supplier itself are none of others, and neither is one without a KvK number.
        #expect(needing.isSubset(of: try Self.ids(.passes(previous: [["voorblad: periode=2026-Q1"]]))))
        #expect(needing.isSubset(of: try Self.ids(.passes(previous: [["voorblad: leverancier_kvk="]]))))
        let other = [["voorblad: leverancier_kvk=90000003"]]
        #expect(needing.isDisjoint(with: try Self.ids(.passes(previous: other))))
        #expect(Self.needing(.previous).isSubset(of: try Self.ids(.passes(previous: other))))
        // Whose submission it is, nobody knows.
        #expect(needing.isSubset(of: try Self.ids(.passes("voorblad: leverancier_kvk=", previous: other))))
    }

    @Test(arguments: [
        TableColumn.of(\Contract.planDue), .of(\Contract.reportWithinDays), .of(\Contract.extendedOn),
        .of(\Obligation.settledOn),
    ])
    func withoutAColumnOfTheRegisterItsRulesSaySo(_ column: TableColumn) throws {
        let needing = Self.needing(.column(column))
        #expect(needing.count == 1)
        let name = AllTables.facts(column.table).fileName.dropLast(".csv".count)
        #expect(needing.isSubset(of: try Self.ids(.passes("\(name) -\(column.name)"))))
        #expect(needing.isDisjoint(with: try Self.ids(.passes())))
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
        ("CTR-10", ["contracten -raamovereenkomst"]),
        // A largest share of an obligation without an amount.
        (
            "WRD-08",
            [
                "verplichtingen: tabel_id=UTRECHT; percentage=; verplichting_bedrag=",
                "instellingen: sleutel=grootste_aandeel_activiteiten; waarde=1",
            ]
        ),
        ("WRD-01", ["verplichtingen: rekenmethode=gewerkte_uren", "inzet: gewerkte_uren=", "uren"]),
        // A month is shorter than the time in which a conversation is expected.
        ("MVM-02", ["voorblad: periode=2026-06", "gesprekken"]),
        ("MVM-03", ["contracten: gunningsdatum=15-10-2025"]),
        ("RAP-02", ["contracten: rapportage_binnen_dagen=11", "voorblad: ontvangen_op="]),
        ("RAP-06", ["contracten: einddatum=28-02-2027", "verplichtingen: verplichting_bedrag=3200000,00"]),
        ("RAP-09", ["contracten: einddatum=31-03-2026"]),
    ])
    func whatCannotBeToldIsNamed(_ rule: String, _ lines: [String]) throws {
        let example = Example(
            triggers: false, lines: lines, withRegister: true, previous: [], file: #filePath, line: #line)
        #expect(try Self.ids(example).contains(rule))
        #expect(!(try Self.ids(.passes()).contains(rule)), "\(rule) says so of the sound submission too")
    }

    /// Whose turn it is can do something: a gap says what to supply, and an option of the command who gives it.
    @Test func whatIsLackingSaysWhatToSupply() throws {
        var reasons: Set<Text> = []
        for run in ExampleRun.all {
            guard case .success(let assessment) = run.result else { continue }
            for item in assessment.notEvaluated where item.isRegisterGap || item.reason.nl.contains("--previous") {
                reasons.insert(item.reason)
                #expect(item.supply != nil && item.supplier != nil, "\(item.reason.nl)")
            }
        }
        #expect(reasons.count > 8)
    }

    @Test func reasonsAreSentencesInBothLanguages() throws {
        for item in try Example.passes(withRegister: false).assess().notEvaluated {
            #expect(item.reason.nl.hasSuffix(".") && item.reason.en.hasSuffix("."), "\(item.reason)")
            #expect(item.reason.nl != item.reason.en)
        }
    }
}
