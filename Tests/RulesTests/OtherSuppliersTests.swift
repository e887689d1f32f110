import Assessments
import Intake
@testable import Rules
import SocialReturnModel
import Testing

/// What a run knows of several suppliers, and what of it comes into a submission.
@Suite struct OtherSuppliersTests {
    private static let own = KvKNumber(digits: Array("12345678".utf8))
    private static let first = KvKNumber(digits: Array("90000001".utf8))
    private static let second = KvKNumber(digits: Array("90000002".utf8))

    private static func reports(_ lines: [[String]]) throws -> EarlierReports {
        let register = try ExampleSubmission([]).register()
        let reports = try lines.map { lines in
            // As results are read: without the register's symbols.
            EarlierReport(
                submission: try SubmissionReader.read(ExampleSubmission(lines).submissionFiles), digests: [])
        }
        return EarlierReports(reports, register: register)
    }

    @Test func reportsAreThoseOfTheirSupplier() throws {
        let reports = try Self.reports([
            [], ["voorblad: leverancier_kvk=90000001"], ["voorblad: periode=2026-Q1"], ["voorblad: leverancier_kvk="],
        ])
        #expect(reports.of(Self.own).map { $0.submission.coverRow.period?.description } == ["2026-Q2", "2026-Q1"])
        #expect(reports.of(Self.first).count == 1)
        #expect(reports.of(Self.second).isEmpty)
        #expect(reports.of(nil).count == 1)
    }

    @Test func ownSupplierIsLeftOut() throws {
        let (own, first, second) = try (#require(Self.own), #require(Self.first), #require(Self.second))
        let both = try Self.reports([["voorblad: leverancier_kvk=90000001"], ["voorblad: leverancier_kvk=90000002"]])
            .others
        let partner = first
        #expect(both.claimant(ofInvoice: "F 2026/118", of: partner, besides: own) == nil)
        #expect(both.claimant(ofInvoice: "f.2026 118", of: partner, besides: own) == first)
        #expect(both.claimant(ofInvoice: "F-2026-118", of: partner, besides: first) == second)
        #expect(both.claimant(ofInvoice: "F-2026-118", of: second, besides: own) == nil)
        #expect(both.hasSupplier(besides: first) && both.hasSupplier(besides: own))
        let one = try Self.reports([["voorblad: leverancier_kvk=90000001"]]).others
        #expect(one.claimant(ofInvoice: "F-2026-118", of: partner, besides: first) == nil)
        #expect(!one.hasSupplier(besides: first) && one.hasSupplier(besides: own))
        #expect(!OtherSuppliers().hasSupplier(besides: own))
    }

    @Test func suppliersWithAnObstacleAreCountedByTheirLastReport() throws {
        let own = try #require(Self.own)
        let register = try ExampleSubmission([]).register()
        let category = try #require(register.symbols.symbol(for: "SCHOONMAAK"))
        let others = try Self.reports([
            ["voorblad: leverancier_kvk=90000001; periode=2026-Q1"], ["voorblad: leverancier_kvk=90000001"],
            ["voorblad: leverancier_kvk=90000002; periode=2025-Q4"], [],
        ]).others
        func count(_ kind: ObstacleKind, since day: (Int, Int, Int)) throws -> Int {
            let day = try #require(Day(year: day.0, month: day.1, day: day.2))
            return others.countOfSuppliers(meeting: kind, in: category, since: day, besides: own)
        }
        #expect(try count(.noCandidates, since: (2025, 12, 31)) == 2)
        #expect(try count(.noCandidates, since: (2026, 1, 1)) == 1)
        #expect(try count(.noCandidates, since: (2026, 7, 1)) == 0)
        #expect(try count(.capacity, since: (2025, 1, 1)) == 0)
    }

    /// Nothing personal of another supplier, and no other supplier at all in what the supplier itself is told.
    @Test func nothingOfAnotherSupplierReachesTheSupplier() throws {
        let assessment = try Example.passes(
            "inzet: werkgever_kvk=90000001",
            previous: [
                [
                    "voorblad: leverancier_kvk=90000001; leverancier_naam=Voorbeeld Anders B.V.",
                    "inzet: inzet_id=GEHEIM-1; deelnemercode=GEHEIM-2; werkgever_kvk=90000001",
                    "leerplekken: richting=vraag; contact=ander@voorbeeld.example",
                ]
            ]
        ).assess()
        var rules: Set<String> = []
        for finding in assessment.findings.all {
            let text = FindingText(finding, assessment.context, assessment.findings)
            let facts = Catalogue.all[Int(finding.rule)].facts
            for language in [Language.dutch, .english] {
                let words = text.message(language) + text.remedy(language)
                #expect(!words.contains("GEHEIM") && !words.contains("ander@"), "\(facts.id): \(words)")
                guard words.contains("Voorbeeld Anders") else { continue }
                rules.insert(facts.id)
                #expect(facts.audience == .contractManager, "\(facts.id)")
            }
        }
        #expect(rules == ["INK-11", "MVM-14"])
    }
}
