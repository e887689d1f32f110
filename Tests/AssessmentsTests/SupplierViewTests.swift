import Assessments
import Rules
import SocialReturnModel
import TestSubmissions
import Testing

/// What a supplier reads of its own submission, and what it must not learn.
@Suite struct SupplierViewTests {
    private static let supplier = "12345678"

    /// A contract of another supplier, with a term that no row fits.
    private static func others(_ id: String) -> String {
        TestSubmission.contract(id, start: "17-09-2031", end: "16-09-2033")
            .replacing(";\(supplier);", with: ";90000001;")
    }

    private static func submission(_ contract: String) throws -> Assessment {
        var submission = TestSubmission()
        submission.tables.append(
            TestSubmission.placements(
                TestSubmission.placement("P-1", "C-1", person: "D-1"),
                TestSubmission.placement("P-2", contract, person: "D-2", end: "01-01-2026")))
        submission.register = TestSubmission.register(
            contracts: [TestSubmission.contract("C-1"), others("X-9")],
            obligations: [
                "C-1;5;loonsom;640000;;4;personen;;;start_inzet;in_uitvoering;;",
                "X-9;5;loonsom;987654;;77;personen;;;start_inzet;in_uitvoering;;",
            ])
        return try submission.assess()
    }

    private func texts(_ assessment: Assessment) -> [String] {
        SupplierView(assessment).findings.map {
            let shown = assessment.describe(assessment.findings.all[$0], .dutch)
            return "\(shown.rule.id) \(shown.row ?? 0) \(shown.message) \(shown.remedy)"
        }
    }

    /// What there is to talk about is not urgent, and says so; what there is nothing of is not counted.
    @Test func whatIsToDiscussMayWait() throws {
        let view = SupplierView(try Self.submission("C-1"))
        let errors = view.causes.count { $0.group.severity == .error }
        let others = view.causes.count - errors
        #expect(errors == 1 && others > 0)
        #expect(view.counts.nl.hasPrefix("Te herstellen: 1 punt. Te bespreken: \(others) punt"))
        #expect(view.counts.nl.contains(others == 1 ? "dat mag wachten tot" : "die mogen wachten tot"))
        var submission = TestSubmission()
        submission.tables.append(TestSubmission.placements(TestSubmission.placement("P-1", "C-1", person: "D-1")))
        submission.register = TestSubmission.register(contracts: [TestSubmission.contract("C-1")])
        let sound = SupplierView(try submission.assess())
        #expect(!sound.causes.isEmpty && !sound.counts.nl.contains("herstellen") && sound.counts.nl.contains("wachten"))
    }

    @Test func anothersContractIsNotTold() throws {
        let assessment = try Self.submission("X-9")
        let all = assessment.findings.all.map { assessment.describe($0, .dutch).message }
        try #require(all.contains { $0.contains("2031") || $0.contains("2030") }, "No rule told the other's term.")
        let shown = texts(assessment)
        #expect(!shown.contains { $0.contains("2031") || $0.contains("2030") || $0.contains("2033") }, "\(shown)")
        // That the number is another's, and what is wrong in the row itself, is told.
        #expect(shown.contains { $0.hasPrefix("IDN-02 ") })
        #expect(shown.contains { $0.hasPrefix("INZ-03 3 ") })
        let view = SupplierView(assessment)
        let placements = try #require(assessment.submission.placements)
        #expect([0, 1].map { view.isOfAnother(placements.place($0)) } == [false, true])
    }

    /// On the sheet of evidence a row is ready for each placement that has none, and for each look in the register without one, also beside other
    /// evidence. What is not filled in by the supplier is no evidence.
    @Test func evidenceIsReadyToBeFilledIn() throws {
        var submission = TestSubmission()
        let wajong = { TestSubmission.placement($0, "C-1", person: "D-\($0)").replacing(";PW;", with: ";WAJ;") }
        submission.tables.append(
            TestSubmission.placements(
                TestSubmission.placement("P-1", "C-1", person: "D-1"), wajong("P-2"), wajong("P-3"), wajong("P-4")))
        submission.tables.append(
            (
                "bewijs.csv",
                """
                bewijs_id;hoort_bij;soort;datum_document;gezien_op
                B-1;P-2;arbeidscontract;01-03-2026;01-03-2026
                B-2;P-3;registercontrole;;02-03-2026
                """
            ))
        let assessment = try submission.assess()
        let rows = try #require(SupplierView(assessment).places.rows[.evidence])
        let columns = ["bewijs_id", "hoort_bij", "soort"].map { Evidence.table.facts.index(of: $0)! }
        #expect(
            rows.map { row in columns.map { row.cells[$0] ?? "-" } } == [
                ["B-3", "P-1", "-"], ["B-4", "P-2", "registercontrole"], ["B-5", "P-4", "registercontrole"],
            ])
        #expect(rows.allSatisfy { !$0.isComplete })
    }

    @Test func anothersGoalIsInNoScore() throws {
        let assessment = try Self.submission("X-9")
        let summary = SubmissionSummary(assessment)
        let score = SupplierView(assessment).realisation(summary)
        #expect(summary.realisation.parts.first?.agreed == Amount(.persons, count: 81))
        #expect(score.parts.map(\.agreed) == [Amount(.persons, count: 4)])
        for language in Language.allCases { #expect(!score.sentence[language].contains("77")) }
    }

    @Test func ownContractsAreTold() throws {
        let assessment = try Self.submission("C-1")
        let summary = SubmissionSummary(assessment)
        #expect(SupplierView(assessment).realisation(summary) == summary.realisation)
        #expect(texts(assessment).contains { $0.hasPrefix("INZ-03 3 ") })
    }

    /// A name that only the register has for a number that the supplier filled in.
    @Test(arguments: [("Werkplaats Voorbeeld B.V.", false), ("Stichting Elders", true)])
    func namesOfTheRegisterStayThere(_ second: String, _ isTold: Bool) throws {
        let heading =
            "contractnummer;partner_kvk;partner_naam;keten;factuurnummer;factuurdatum;bedrag_excl_btw;erkenning\n"
        let row = { (name: String, number: Int) in
            "C-1;90000001;\(name);levering;F-\(number);01-05-2026;100,00;code_so"
        }
        var submission = TestSubmission()
        submission.tables.append(
            ("sociale_inkoop.csv", heading + row("Werkplaats Voorbeeld B.V.", 1) + "\n" + row(second, 2)))
        submission.register = TestSubmission.register(contracts: [TestSubmission.contract("C-1")])
        if !isTold { submission.register.append(("leveranciers.csv", "kvk;naam\n90000001;Geheime Registernaam")) }
        let assessment = try submission.assess()
        let found = assessment.findings.all.filter { Catalogue.all[Int($0.rule)].facts.id == "IDN-11" }
        #expect(!found.isEmpty)
        let shown = texts(assessment)
        #expect(shown.contains { $0.hasPrefix("IDN-11 ") } == isTold, "\(shown)")
        #expect(!shown.contains { $0.contains("Geheime Registernaam") })
    }

    @Test func whatSolvesMostComesFirst() throws {
        var submission = TestSubmission()
        let lines = (1...6).map {
            TestSubmission.placement("P-\($0)", "C-1", person: "D-\($0)", end: $0 < 5 ? "01-01-2026" : "28-02-2027")
                .replacing(";312;", with: $0 == 6 ? ";veel;" : ";312;")
        }
        submission.tables.append(
            ("inzet.csv", ([TestSubmission.placementHeadings] + lines).joined(separator: "\n")))
        let causes = SupplierView(try submission.assess()).causes
        let asking = causes.filter { $0.group.severity > .signal }
        let errors = asking.filter { $0.group.severity == .error }
        #expect(errors.map(\.frees) == [4, 1])
        #expect(causes.first?.benefit?.nl == "Dan tellen 4 rijen weer mee.")
        #expect(errors.last?.benefit?.nl == "Dan telt 1 rij weer mee.")
        #expect(causes.map(\.number) == Array(1...causes.count))
        #expect(causes.map(\.group.severity) == causes.map(\.group.severity).sorted(by: >))
    }

    /// Whoever takes a double row out gains no row, so none is promised.
    @Test(arguments: [
        (1, "De eerste rij is genoeg: u raakt niets kwijt."), (2, "De eerste rijen zijn genoeg: u raakt niets kwijt."),
    ])
    func takingADoubleOutBringsNoRowBack(_ count: Int, _ benefit: String) throws {
        var submission = TestSubmission()
        let lines = (0...count).map { TestSubmission.placement("P-\($0)", "C-1", person: "D-1") }
        submission.tables.append(
            ("inzet.csv", ([TestSubmission.placementHeadings] + lines).joined(separator: "\n")))
        let cause = SupplierView(try submission.assess()).causes.first { $0.group.facts.id == "INZ-14" }
        #expect(cause?.frees == count)
        #expect(cause?.benefit?.nl == benefit)
    }

    @Test func oneReferenceOfTwoRowsMayBeEither() throws {
        var submission = TestSubmission()
        let lines = (1...2).map { TestSubmission.placement("P-1", "C-1", person: "D-\($0)") }
        submission.tables.append(
            ("inzet.csv", ([TestSubmission.placementHeadings] + lines).joined(separator: "\n")))
        let cause = SupplierView(try submission.assess()).causes.first { $0.group.facts.id == "IDN-12" }
        #expect(cause?.benefit?.nl == "Echt dubbel? Dan raakt u niets kwijt. Iets anders? Dan telt 1 rij weer mee.")
    }

    @Test func rowsOfAWholeTableAreCounted() throws {
        var submission = TestSubmission()
        let lines = (1...3).map { TestSubmission.placement("P-\($0)", "C-1", person: "D-\($0)") }
        let text = ([TestSubmission.placementHeadings] + lines).joined(separator: "\n")
        submission.tables.append(("inzet.csv", text.replacing("deelnemercode", with: "kolom_x")))
        let cause = SupplierView(try submission.assess()).causes.first { $0.frees == 3 }
        #expect(cause?.benefit?.en == "Then 3 rows count again.")
    }

    /// Correcting one of two brings nothing, so nothing is promised of it alone.
    @Test func whatHangsTogetherIsNotPromisedAlone() throws {
        var submission = TestSubmission()
        let lines = (1...3).map { TestSubmission.placement("P-\($0)", "C-1", person: "D-\($0)") }
        let text = ([TestSubmission.placementHeadings] + lines).joined(separator: "\n")
        submission.tables.append(
            (
                "inzet.csv",
                text.replacing("deelnemercode", with: "kolom_x").replacing("doelgroep", with: "kolom_y")
            ))
        let causes = SupplierView(try submission.assess()).causes.filter { $0.group.severity == .error }
        #expect(causes.map(\.frees) == [0, 0])
        #expect(causes.compactMap(\.freesTogether) == [3, 3])
        #expect(
            causes.first?.benefit?.nl
                == "Vul ook de andere kolommen in die ontbreken. Dan tellen 3 rijen weer mee.")
    }
}
