import Assessments
import Rules
import SocialReturnModel
import TestSubmissions
import Testing

@Suite struct SubmissionSummaryTests {
    private var sound: TestSubmission {
        var small = TestSubmission()
        small.tables.append(
            TestSubmission.placements(
                TestSubmission.placement("P-1", "C-1", person: "D-1", start: "01-04-2026"),
                TestSubmission.placement("P-2", "C-1", person: "D-2", start: "01-04-2026")))
        small.tables.append(
            (
                "bewijs.csv",
                """
                bewijs_id;hoort_bij;soort;datum_document;gezien_op
                B-1;P-1;uitkeringsspecificatie_gezien;20-03-2026;21-03-2026
                B-2;p-2;uitkeringsspecificatie_gezien;20-03-2026;21-03-2026
                """
            ))
        small.register = TestSubmission.register(
            contracts: [TestSubmission.contract("C-1")],
            obligations: ["C-1;5;loonsom;640000;;;;HAAGLANDEN-2023-07;contract;start_inzet;in_uitvoering;;"])
        return small
    }

    @Test func completenessCountsRowsAndEvidence() throws {
        let complete = try sound.summary().completeness
        #expect(complete.rows.read == 5 && complete.rows.accepted == 5)
        #expect(complete.evidenceNeeded == 2 && complete.evidenceNamed == 2 && complete.isComplete)

        var small = sound
        small.tables[2].1 = small.tables[2].1.replacing("p-2", with: "P-9")
        #expect(try small.summary().completeness.evidenceMissing == 1)
        small.tables.remove(at: 2)
        #expect(try small.summary().completeness.evidenceMissing == 2)
    }

    @Test func rowsSetAsideDoNotCount() throws {
        var small = sound
        small.tables[1].1 +=
            "\n" + TestSubmission.placement("P-3", "C-1", person: "D-3", start: "01-06-2026", end: "01-05-2026")
        let summary = try small.summary()
        #expect(summary.completeness.rows.setAside == 1)
        #expect(summary.completeness.share == 5.0 / 6)
        #expect(summary.totals.placements == 2 && summary.totals.persons == 2)
        #expect(summary.status == .approvedWithRemarks)
        let topic = try #require(summary.topics.first { $0.kind == .error })
        #expect(topic.count == 1 && topic.contract == summary.contracts.first?.id)
    }

    @Test func statusFollowsTheWorst() throws {
        var small = sound
        small.register = []
        #expect(try small.summary().status == .received)
        small.tables[0].1 = TestSubmission.cover.replacing("2026-Q2", with: "kwartaal twee")
        #expect(try small.summary().status == .rejected)
        small = sound
        small.tables[1].1 = small.tables[1].1.replacing("28-02-2027", with: "01-02-2026")
        #expect(try small.summary().status == .approvedWithRemarks)
        small.tables.remove(at: 2)
        let nothing = try small.summary()
        #expect(nothing.status == .rejected)
        #expect(nothing.contracts.first?.goals.first?.standing == .setAside)
        #expect(!nothing.topics.contains { $0.subject == .nothingReported })
    }

    @Test(arguments: [
        ("hoort_bij;P-1", "hoort_bij;P-1", SubmissionStatus.approvedWithRemarks),
        ("inzet_id", "nummer_van_de_rij", .rejected),
    ])
    func errorsAboveARowRejectTheWhole(_ old: String, _ new: String, _ status: SubmissionStatus) throws {
        var small = sound
        small.tables[1].1 = small.tables[1].1.replacing(old, with: new)
        small.tables[2].1 = small.tables[2].1.replacing("p-2", with: "P-7")
        #expect(try small.summary().status == status)
    }

    @Test func learningIsCountedInWords() throws {
        var small = sound
        small.tables.append(
            ("gesprekken.csv", "contractnummer;datum;fase\nC-1;07-05-2026;uitvoering\nC-1;10-06-2026;uitvoering"))
        small.tables.append(
            (
                "knelpunten.csv",
                """
                contractnummer;soort;omschrijving;hulpvraag;actie
                C-1;geen_kandidaten;te weinig kandidaten;ja;bellen
                C-1;begeleiding;weinig begeleiders;nee;plannen
                C-1;capaciteit;drukte;ja;plannen
                """
            ))
        small.tables.append(("leerpunten.csv", "contractnummer;wat_geleerd\nC-1;eerder beginnen"))
        small.tables.append(("voorbeelden.csv", "contractnummer;titel;verhaal;deelbaar\nC-1;Van leerplek;verhaal;nee"))
        let summary = try small.summary()
        #expect(summary.learning.conversations == 2 && summary.learning.lessons == 1 && summary.learning.examples == 1)
        #expect(summary.learning.helpRequests == 2)
        let first = try #require(summary.topics.first)
        #expect(first.subject == .helpRequests && first.count == 2)
        #expect(first.places.map(\.record) == [1, 3])
        #expect(summary.contracts.first?.helpRequests == 2)
    }

    @Test func findingsAreGroupedByCause() throws {
        var small = sound
        small.register[0].1 += "\n" + TestSubmission.contract("C-2", "Groen")
        for number in 3...9 {
            small.tables[1].1 +=
                "\n"
                + TestSubmission.placement(
                    "P-\(number)", number < 8 ? "C-1" : "C-2", person: "D-\(number)", start: "01-06-2026",
                    end: "01-05-2026")
        }
        let summary = try small.summary()
        let groups = summary.groups.filter { $0.facts.id == "INZ-03" }
        // One cause is one line, also where it is about two contracts.
        #expect(groups.map(\.count) == [7])
        #expect(groups.map(\.firstFindings.count) == [3])
        #expect(groups.map(\.contracts) == [summary.contracts.map(\.id)])
        #expect(groups.map(\.severity) == [.error])
        let errors = summary.topics.filter { $0.kind == .error }
        #expect(errors.map(\.count) == [7] && errors.map(\.places.count) == [3])
        #expect(errors.first?.contract == nil && errors.first?.contracts.count == 2)
        #expect(summary.contracts.map { $0.findings[.error] } == [5, 2])
    }

    @Test func topicsStandInTheOrderOfAConversation() throws {
        var small = sound
        small.tables[1].1 +=
            "\n" + TestSubmission.placement("P-3", "C-1", person: "D-3", start: "01-06-2026", end: "01-05-2026")
        small.tables.append(
            ("knelpunten.csv", "contractnummer;soort;omschrijving;hulpvraag\nC-1;geen_kandidaten;te weinig;ja"))
        small.register[0].1 += "\n" + TestSubmission.contract("C-2", "Groen")
        let kinds = try small.summary().topics.map(\.kind)
        #expect(kinds == kinds.sorted())
        #expect(kinds.prefix(3) == [.helpRequest, .progress, .error])
    }
}
