import Intake
import Parameters
import SocialReturnModel
import Testing
import Valuations

@Suite struct ActivityAndPurchaseTests {
    static func submission(_ name: String, _ text: String, _ register: ContractRegister) throws -> Submission {
        try SubmissionReader.read(
            SubmissionFiles(name: "proef", files: [SourceFile(name: name, text: text)]), register: register)
    }

    static func activities(_ table: String, _ rows: [String]) throws -> [ActivityValuation?] {
        let example = Example(["tabel_id": table])
        let text = "contractnummer;soort;datum;uren;aantal_medewerkers;kosten_excl_btw\n" + rows.joined(separator: "\n")
        let submission = try submission("activiteiten.csv", text, try example.register)
        var valuer = try example.valuer()
        return valuer.values(of: try #require(submission.activities))
    }

    static func purchases(_ table: String, _ rows: [String], partners: String? = nil) throws -> [PurchaseValuation?] {
        var example = Example(["tabel_id": table])
        example.partners = partners
        let text =
            "contractnummer;partner_kvk;partner_naam;keten;factuurnummer;factuurdatum;bedrag_excl_btw;waarvan_arbeid;erkenning\n"
            + rows.joined(separator: "\n")
        let submission = try submission("sociale_inkoop.csv", text, try example.register)
        var valuer = try example.valuer()
        return valuer.values(of: try #require(submission.purchases))
    }

    @Test func hoursOfActivitiesAreValued() throws {
        let found = try Self.activities(
            "UTRECHT",
            ["BZK-1;gastles;12-03-2026;6,5;2;", "BZK-1;gastles;12-03-2026;;2;", "BZK-1;gastles;31-12-2025;6;2;"])
        #expect(found.map { $0?.value } == [Cents(65_000), nil, .zero])
        #expect(found[0]?.explanation(.dutch) == "€ 100 x 6,5 uur = € 650")
        #expect(found[1]?.explanation(.dutch) == "geen waarde: de uren ontbreken")
        #expect(found[2]?.reasons == [.outsidePeriod, .outsideContract])
    }

    /// Leiden: 1,000 at most per day, for all activities of that day together.
    @Test func aMaximumHoldsForAllActivitiesOfADay() throws {
        let found = try Self.activities(
            "LEIDEN-2023-09",
            ["BZK-1;gastles;12-03-2026;;;", "BZK-1;scholing;12-03-2026;;;", "BZK-1;gastles;13-03-2026;;;"])
        #expect(found.map { $0?.value } == [Cents(100_000), .zero, Cents(100_000)])
        #expect(found.map { $0?.reasons.contains(.maximumReached) } == [false, true, false])
        #expect(
            found[1]?.explanation(.dutch).hasSuffix("het maximum van de tabel geldt (€ 1.000 per dag): € 0") == true)
    }

    @Test func aTableWithoutActivitiesGivesThemNoValue() throws {
        let found = try Self.activities("HARLINGEN", ["BZK-1;gastles;12-03-2026;6;2;"])
        #expect(found[0]?.value == nil && found[0]?.reasons == .noBlock)
    }

    @Test func invoicesCountAsTheTableSays() throws {
        let rows = [
            "BZK-1;90000001;Voorbeeld;onderaanneming;F1;12-03-2026;1000,00;600,00;sw",
            "BZK-1;90000001;Voorbeeld;onderaanneming;F2;12-03-2026;1000,00;;sw",
            "BZK-1;90000001;Voorbeeld;levering;F3;12-03-2026;1000,00;600,00;sw",
            "BZK-1;90000001;Voorbeeld;onderaanneming;F4;12-03-2026;1000,00;600,00;pso30",
            "BZK-1;90000001;Voorbeeld;onderaanneming;F5;12-03-2026;-1000,00;-600,00;sw",
        ]
        let harlingen = try Self.purchases("HARLINGEN", rows)
        #expect(harlingen.map { $0?.value } == [Cents(60_000), nil, nil, nil, Cents(-60_000)])
        #expect(
            harlingen[1]?.reasons.contains(.labourMissing) == true && harlingen[3]?.reasons.contains(.noBlock) == true)
        #expect(harlingen[0]?.explanation(.dutch) == "het deel arbeid van de factuur = € 600")
        let leiden = try Self.purchases("LEIDEN-2023-09", rows)
        #expect(leiden.map { $0?.value } == [Cents(100_000), Cents(100_000), Cents(100_000), nil, Cents(-100_000)])
        let older = try Self.purchases("UTRECHT-OUD-36U", rows)
        #expect(older.map { $0?.block?.code } == ["SWINK", "SWINK", "SWINK", "SOCINK", "SWINK"])
    }

    @Test func theRegisterKnowsThePartnersRecognition() throws {
        let row = ["BZK-1;90000001;Voorbeeld;;F1;12-03-2026;1000,00;;"]
        #expect(try Self.purchases("LEIDEN-2023-09", row)[0]?.value == nil)
        let partners = "kvk;naam;erkenning\n90000001;Voorbeeld;sw\n"
        #expect(try Self.purchases("LEIDEN-2023-09", row, partners: partners)[0]?.value == Cents(100_000))
    }
}

@Suite struct SubmissionTests {
    @Test func hoursOfThePeriodAreAddedUp() throws {
        let example = Example(["tabel_id": "UTRECHT", "rekenmethode": "gewerkte_uren"])
        let placements = """
            inzet_id;contractnummer;deelnemercode;doelgroep;werkgever_kvk;soort_inzet;contractvorm;begindatum;uren_per_week;\
            gewerkte_uren;verband_opdracht;bonussen
            P-1;BZK-1;D-1;PW;90000001;dienstverband;onbepaald;01-01-2026;24;;direct;VAST
            P-2;bzk-1;D-2;PW;90000001;dienstverband;bepaald;01-01-2026;24;100;direct;
            P-3;ANDERS;D-3;PW;90000001;dienstverband;bepaald;01-01-2026;24;100;direct;
            """
        let hours =
            "inzet_id;periode;gewerkte_uren\nP-1;2026-01;100\nP-1;2026-02;87,2\nP-1;2025-12;50\nP-2;2026-01;40\n"
        let submission = try SubmissionReader.read(
            SubmissionFiles(
                name: "proef",
                files: [SourceFile(name: "inzet.csv", text: placements), SourceFile(name: "uren.csv", text: hours)]),
            register: try example.register)
        var valuer = try example.valuer()
        let found = valuer.values(of: try #require(submission.placements), hours: submission.hours)
        #expect(found.map { $0?.workedHours } == [Quantity("187.2"), Quantity(100), Quantity(100)])
        #expect(found.map { $0?.value } == [Cents(500_000), Cents(213_675), nil])
        #expect(found[2]?.reasons == .contractUnknown)
    }

    @Test func rowsThatWereSetAsideAreNotValued() throws {
        let example = Example(["tabel_id": "UTRECHT"])
        let text = "contractnummer;soort;datum;uren\nBZK-1;gastles;12-03-2026;6\nBZK-1;gastles;12-03-2026;6\n"
        var submission = try ActivityAndPurchaseTests.submission("activiteiten.csv", text, try example.register)
        submission.setAside(try #require(submission.activities).place(0))
        var valuer = try example.valuer()
        #expect(valuer.values(of: try #require(submission.activities)).map { $0?.value } == [nil, Cents(60_000)])
    }
}
