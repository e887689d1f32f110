import Assessments
import Intake
import Rules
import SocialReturnModel
import TestSubmissions
import Testing

/// What is one thing to mend is one cause, however many cells it is in.
@Suite struct CauseTests {
    @Test(arguments: [1, 3, 1_900])
    func aDefectInManyCellsIsOneCause(_ count: Int) throws {
        var small = TestSubmission()
        let lines = (1...count).map { number in
            TestSubmission.placement("P-\(number)", "C-\(number % 5)", person: "D-\(number)", start: "31-02-2026")
        }
        small.tables.append(
            ("inzet.csv", ([TestSubmission.placementHeadings] + lines).joined(separator: "\n")))
        let assessment = try small.assess()
        let causes = assessment.causes { Catalogue.all[Int($0.rule)].facts.id == "BST-11" }
        #expect(causes.map(\.count) == [count])
        let places = causes.flatMap(\.firstFindings).map { assessment.findings.all[$0].place.record }
        #expect(places == (1...min(3, count)).map(Int32.init))
        #expect(assessment.findings.all.count { $0.rule == causes.first?.rule } == count)
    }

    @Test func differentColumnsAndWordingsAreDifferentCauses() throws {
        var small = TestSubmission()
        small.tables.append(
            TestSubmission.placements(
                TestSubmission.placement("P-1", "C-1", person: "D-1", start: "31-02-2026", end: "31-02-2027"),
                TestSubmission.placement("P-2", "C-1", person: "D-2", start: "31-02-2026", worked: "veel")))
        let causes = try small.assess().causes { $0.severity == .error }
        #expect(causes.map(\.facts.id).sorted() == ["BST-11", "BST-11", "BST-16"])
    }

    @Test func headingsThatOnlyTheFileHasAreOneCause() throws {
        var small = TestSubmission()
        small.tables.append(
            ("leerpunten.csv", "contractnummer;wat_geleerd;kleur;vorm;geur\nC-1;eerder beginnen;rood;rond;fris"))
        let assessment = try small.assess()
        let unknown = assessment.causes { Catalogue.all[Int($0.rule)].facts.id == "BST-04" }
        #expect(unknown.map(\.count) == [3])
    }
}

/// Without a required column no row of a table counts, and everything that counts rows says the same.
@Suite struct TableSetAsideTests {
    private static func submission(lacking columns: [String]) -> TestSubmission {
        var small = TestSubmission(register: TestSubmission.register(contracts: [TestSubmission.contract("C-1")]))
        var table = TestSubmission.placements(
            TestSubmission.placement("P-1", "C-1", person: "D-1"),
            TestSubmission.placement("P-2", "C-1", person: "D-2"),
            TestSubmission.placement("P-3", "C-1", person: "D-3"))
        for column in columns { table.1 = table.1.replacing(column + ";", with: "kolom_\(column);") }
        small.tables.append(table)
        small.tables.append(("leerpunten.csv", "contractnummer;wat_geleerd\nC-1;eerder beginnen"))
        return small
    }

    @Test(arguments: [["deelnemercode"], ["inzet_id"], ["contractnummer"], ["deelnemercode", "begindatum"]])
    func noRowOfTheTableCounts(_ columns: [String]) throws {
        let assessment = try Self.submission(lacking: columns).assess()
        #expect(assessment.submission.placements?.isSetAside == [true, true, true])
        #expect(assessment.submission.lessons?.isSetAside == [false])
        let rows = assessment.submission.rowCounts
        #expect(rows.read == 5 && rows.accepted == 2 && rows.setAside == 3)
        let table = try #require(assessment.tablesSetAside.first)
        #expect(assessment.tablesSetAside.count == 1)
        #expect(table.table == .placements && Set(table.columns) == Set(columns) && table.rowCount == 3)
        #expect(table.sentence.nl.hasPrefix("Alle 3 rijen van inzet.csv staan apart, omdat "))
        for column in columns { #expect(table.sentence.nl.contains("'\(column)'")) }
        let summary = SubmissionSummary(assessment)
        #expect(summary.totals.placements == 0 && summary.totals.setAside == 3 && summary.status == .rejected)
        #expect(summary.topics.first { $0.kind == .error }?.count == 3)
    }

    @Test func allColumnsThereSetsNothingAside() throws {
        let assessment = try Self.submission(lacking: []).assess()
        #expect(assessment.tablesSetAside.isEmpty && assessment.submission.rowCounts.setAside == 0)
    }

    @Test func oneRowIsSpokenOfInTheSingular() throws {
        var small = TestSubmission()
        small.tables[0].1 = small.tables[0].1.replacing("periode;", with: "tijd;")
        let sentence = try small.assess().tablesSetAside.first?.sentence
        #expect(sentence?.nl == "De rij van voorblad.csv staat apart, omdat kolom 'periode' ontbreekt.")
        #expect(sentence?.en == "The row of voorblad.csv is set aside, because column 'periode' is missing.")
    }
}

/// What was not tested is told with its reason, and with what to supply and by whom.
@Suite struct NotTestedGroupTests {
    @Test func rulesWithOneReasonAreOneGroup() throws {
        let assessment = try TestSubmission().assess()
        let register = try #require(assessment.notTested.first { $0.reason == Need.register.reason })
        let expected = Catalogue.all.map(\.facts).filter { $0.needs.first == .register }.map(\.id)
        #expect(Set(expected).isSubset(of: Set(register.ruleIDs)))
        #expect(register.supply == Need.register.supply && register.supplier == .contractManager)
        #expect(assessment.notTested.first { $0.reason == Need.table(.placements).reason }?.supplier == .supplier)
        #expect(assessment.notTestedCount == Set(assessment.notTested.flatMap(\.rules)).count)
    }

    @Test func everyReasonIsATopic() throws {
        let assessment = try TestSubmission().assess()
        let topics = SubmissionSummary(assessment).topics.filter { $0.kind == .notTested }
        let rules = topics.flatMap { topic -> [Int] in
            guard case .notTested(let group) = topic.subject else { return [] }
            return group.rules
        }
        #expect(Set(rules) == Set(assessment.notEvaluated.map { Int($0.rule) }))
        // What is welcome and asked of nobody is one topic, not one for each column.
        #expect(topics.count < assessment.notTested.count)
    }

    @Test(arguments: [
        Need.register, .previous, .cpvList, .table(.hours), .table(.commitments), .identifierColumn("rsin"),
    ])
    func everyNeedSaysWhatToSupply(_ need: Need) {
        #expect(need.supply.nl.hasSuffix(".") && need.supply.en.hasSuffix(".") && need.supply.nl != need.supply.en)
    }
}
