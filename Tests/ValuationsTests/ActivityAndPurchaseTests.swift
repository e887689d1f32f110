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

    /// The activities of `rows` under `table`; `own` are tables of the department's own.
    static func activities(
        _ table: String, _ rows: [String], own: [String] = [], isAccepted: ((Activity) -> Bool)? = nil
    ) throws -> [ActivityValuation?] {
        var example = Example(["tabel_id": table])
        example.tables = own.enumerated().map { ("tabel\($0).csv", $1) }
        let text =
            "contractnummer;soort;datum;uren;aantal_medewerkers;kosten_excl_btw;goedgekeurd_door_opdrachtgever\n"
            + rows.joined(separator: "\n")
        let submission = try submission("activiteiten.csv", text, try example.register)
        var valuer = try example.valuer()
        let table = try #require(submission.activities)
        return isAccepted.map { valuer.values(of: table, isAccepted: $0) } ?? valuer.values(of: table)
    }

    static func purchases(
        _ table: String, _ rows: [String], partners: String? = nil, own: [String] = [],
        obligation: [String: String] = [:],
        isAccepted: (SocialPurchase) -> Bool = { _ in false }
    ) throws -> [PurchaseValuation?] {
        var example = Example(["tabel_id": table].merging(obligation) { $1 })
        example.partners = partners
        example.tables = own.enumerated().map { ("tabel\($0).csv", $1) }
        let text =
            "contractnummer;partner_kvk;partner_naam;keten;factuurnummer;factuurdatum;bedrag_excl_btw;waarvan_arbeid;erkenning\n"
            + rows.joined(separator: "\n")
        let submission = try submission("sociale_inkoop.csv", text, try example.register)
        var valuer = try example.valuer()
        return valuer.values(of: try #require(submission.purchases), isAccepted: isAccepted)
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

    static let ownActivities = ownTable(
        "PROEF", [:],
        [
            [
                "blok_code": "LES", "waarde": "100", "voorwaarde": "soort=gastles|rondleiding",
                "max_per_periode": "500 per keer",
            ],
            ["blok_code": "ACT", "waarde": "40"],
            ["blok_code": "SPON", "eenheid": "factuur", "voorwaarde": "soort=sponsoring & verklaring=in_overleg"],
            ["blok_code": "MAAT", "waarde": "1000", "eenheid": "dag", "voorwaarde": "soort=maatschappelijk"],
        ].map { ["invoertabel": "activiteiten", "eenheid": "uur"].merging($0) { $1 } })

    /// The block that names the kind goes before the one for every activity, also one that waits for the client.
    @Test(
        arguments: [
            ("gastles;12-03-2026;3;;;ja", "LES", 30_000, nil, "€ 100 x 3 uur = € 300"),
            ("rondleiding;12-03-2026;3;;;", "LES", 30_000, nil, "€ 100 x 3 uur = € 300"),
            (
                "bedrijfsbezoek;12-03-2026;8;;;ja", "LES", 50_000, nil,
                "€ 100 x 8 uur; het maximum van de tabel geldt (€ 500 per keer): € 500"
            ),
            ("coaching;12-03-2026;3;;;", "ACT", 12_000, nil, "€ 40 x 3 uur = € 120"),
            ("barbecue;12-03-2026;3;;;", "ACT", 12_000, nil, "€ 40 x 3 uur = € 120"),
            (
                "gastles;12-03-2026;3;;;nee", "LES", 0, nil,
                "€ 100 x 3 uur; niet goedgekeurd door de opdrachtgever: telt niet mee"
            ),
            (
                "gastles;12-03-2026;;;;nee", "LES", 0, nil,
                "€ 100; niet goedgekeurd door de opdrachtgever: telt niet mee"
            ),
            ("gastles;12-03-2026;0;;;ja", "LES", 0, nil, "€ 100 x 0 uur = € 0"),
            ("maatschappelijk;12-03-2026;0;;;ja", "MAAT", 0, nil, "€ 1.000 x 0 uur = € 0"),
            ("maatschappelijk;12-03-2026;;;;ja", "MAAT", 100_000, nil, "€ 1.000"),
            ("sponsoring;12-03-2026;;;250;ja", "SPON", 25_000, nil, "€ 250"),
            (
                "sponsoring;12-03-2026;;;250;", "SPON", 0, 25_000,
                "€ 250; in overleg: telt mee zodra de opdrachtgever het accepteert"
            ),
            (
                "sponsoring;12-03-2026;;;250;onbekend", "SPON", 0, 25_000,
                "€ 250; in overleg: telt mee zodra de opdrachtgever het accepteert"
            ),
            (
                "sponsoring;12-03-2026;;;250;nee", "SPON", 0, nil,
                "€ 0; niet goedgekeurd door de opdrachtgever: telt niet mee"
            ),
            (
                "gastles;31-12-2025;3;;;ja", "LES", 0, nil,
                "€ 100 x 3 uur; de datum valt buiten de periode; de datum valt buiten de looptijd"
            ),
        ] as [(String, String, Int64, Int64?, String)])
    func anActivityCountsByItsKindAndWhatTheClientSaid(
        _ row: String, _ block: String, _ value: Int64, _ waiting: Int64?, _ words: String
    ) throws {
        let found = try #require(try Self.activities("PROEF", ["BZK-1;" + row], own: [Self.ownActivities])[0])
        #expect(found.block?.code == block)
        #expect(found.value == Cents(value))
        #expect(found.inConsultation == waiting.map { Cents($0) })
        #expect(found.reasons.contains(.inConsultation) == (waiting != nil))
        #expect(found.explanation(.dutch) == words)
    }

    @Test func aDecisionAcceptsAnActivity() throws {
        let rows = ["BZK-1;sponsoring;12-03-2026;;;250;", "BZK-1;sponsoring;13-03-2026;;;300;nee"]
        let found = try Self.activities("PROEF", rows, own: [Self.ownActivities], isAccepted: { _ in true })
        #expect(found.map { $0?.value } == [Cents(25_000), .zero])
        #expect(found.map { $0?.inConsultation } == [nil, nil])
    }

    /// Utrecht counts purchases in consultation: until the client accepted an invoice its amount stands beside the total.
    @Test func aPurchaseInConsultationWaitsForTheClient() throws {
        let rows = [
            "BZK-1;90000001;Voorbeeld;levering;F1;12-03-2026;1000,00;;sw",
            "BZK-1;90000001;Voorbeeld;levering;F2;12-03-2026;500,00;;",
            "BZK-1;90000001;Voorbeeld;levering;F3;31-12-2025;500,00;;",
        ]
        let waiting = try Self.purchases("UTRECHT", rows)
        #expect(waiting.map { $0?.value } == [.zero, .zero, .zero])
        #expect(waiting.map { $0?.inConsultation } == [Cents(100_000), Cents(50_000), nil])
        #expect(waiting[0]?.reasons == .inConsultation && waiting[2]?.reasons.contains(.outsidePeriod) == true)
        #expect(
            waiting[0]?.explanation(.dutch)
                == "de factuur zonder btw = € 1.000; in overleg: telt mee zodra de opdrachtgever het accepteert")
        let accepted = try Self.purchases("UTRECHT", rows, isAccepted: { $0.amount == Cents(50_000) })
        #expect(accepted.map { $0?.value } == [.zero, Cents(50_000), .zero])
        #expect(accepted[1]?.explanation(.english) == "the invoice without VAT = €500")
    }

    /// What the client accepted shows from evidence of a kind that the contract accepts and that procurement saw, or from a decision.
    @Test(arguments: [
        ("factuur", "B1;F1;factuur;ja", true), ("factuur", "B1;F1;factuur;nee", false),
        ("factuur", "B1;F1;factuur;steekproef", false), ("factuur", "B1;F1;factuur;", false),
        ("factuur", "B1;F1;statuten;ja", false), ("factuur, statuten", "B1;F1;statuten;ja", true),
        ("", "B1;F1;factuur;ja", false), ("factuur", "B1;F2;factuur;ja", false),
    ])
    func evidenceThatTheContractAcceptsIsAcceptance(_ kinds: String, _ row: String, _ isAccepted: Bool) throws {
        let heading = "contractnummer;titel;ingangsdatum;einddatum;aanvaard_bewijs\n"
        let register = try ContractRegister.read([
            SourceFile(name: "contracten.csv", text: heading + "BZK-1;Proef;01-01-2026;31-12-2027;\"\(kinds)\"\n")
        ])
        let submission = try SubmissionReader.read(
            SubmissionFiles(
                name: "proef",
                files: [
                    SourceFile(
                        name: "sociale_inkoop.csv",
                        text: "contractnummer;partner_kvk;partner_naam;factuurnummer;factuurdatum;bedrag_excl_btw\n"
                            + "BZK-1;90000001;Voorbeeld;F1;12-03-2026;1000,00\n"),
                    SourceFile(name: "bewijs.csv", text: "bewijs_id;hoort_bij;soort;ingezien_door_inkoop\n\(row)\n"),
                ]), register: register)
        let purchase = try #require(submission.purchases?.rows.first)
        var accepted = AcceptedByClient(submission.evidence, register: register)
        #expect(accepted.contains(purchase) == isAccepted)
        accepted.accept(try #require(purchase.invoiceNumber), of: try #require(purchase.contract))
        #expect(accepted.contains(purchase))
    }

    /// First the rounding of the row, then the maximum in the order of the file. A discount of the obligation touches neither, and what
    /// waits uses up nothing.
    @Test func roundingComesBeforeTheMaximumAndNeitherKnowsTheDiscount() throws {
        let purchase = ["eenheid": "factuur", "invoertabel": "sociale_inkoop", "max_per_periode": "1000 per maand"]
        let own = ownTable(
            "PROEF", [:],
            [
                purchase.merging(["blok_code": "INK"]) { $1 },
                purchase.merging(["blok_code": "OVL", "voorwaarde": "keten=inhuur & verklaring=in_overleg"]) { $1 },
                [
                    "blok_code": "ACT", "eenheid": "uur", "waarde": "33,33", "invoertabel": "activiteiten",
                    "max_per_periode": "80 per maand",
                ],
            ])
        let rows =
            ["600,60", "600,00", "100,00", "-500,00", "300,00"].enumerated().map {
                "BZK-1;90000001;Voorbeeld;levering;F\($0);12-03-2026;\($1);;"
            } + ["BZK-1;90000001;Voorbeeld;levering;F9;01-04-2026;400,40;;"]
        for discount in ["", "25"] {
            let exact = try Self.purchases("PROEF", rows, own: [own], obligation: ["pso_korting": discount])
            #expect(exact.map { $0?.value?.rawValue } == [60_060, 39_940, 0, -50_000, 30_000, 40_040])
            #expect(exact.map { $0?.reasons.contains(.maximumReached) } == [false, true, true, false, false, false])
            let whole = try Self.purchases(
                "PROEF", rows, own: [own], obligation: ["pso_korting": discount, "afronding": "hele_euro"])
            #expect(whole.map { $0?.value?.rawValue } == [60_100, 39_900, 0, -50_000, 30_000, 40_000])
        }
        let hired = ["700", "701", "702"].map { "BZK-1;90000001;Voorbeeld;inhuur;F\($0);12-03-2026;\($0);;" }
        let waiting = try Self.purchases("PROEF", hired, own: [own], isAccepted: { $0.amount != Cents(70_000) })
        #expect(waiting.map { $0?.block?.code } == ["OVL", "OVL", "OVL"])
        #expect(waiting.map { $0?.value?.rawValue } == [0, 70_100, 29_900])
        #expect(waiting.map { $0?.inConsultation?.rawValue } == [70_000, nil, nil])
        let hours = ["BZK-1;gastles;12-03-2026;1,5;;;", "BZK-1;gastles;13-03-2026;2;;;"]
        let activities = try Self.activities("PROEF", hours, own: [own])
        #expect(activities.map { $0?.value?.rawValue } == [5_000, 3_000])
    }

    /// Hours are those of the supplier's own people: a course that somebody else gave counts by its invoice.
    @Test func noHoursOfOnesOwnTakeNothingFromAnInvoice() throws {
        let rows = ["BZK-1;scholing;12-03-2026;0;2;350;", "BZK-1;gastles;12-03-2026;0;2;350;"]
        let found = try Self.activities("STROOMOPWAARTS", rows)
        #expect(found.map { $0?.value } == [Cents(35_000), .zero])
    }

    /// Outside the period or the term the value is nothing, and never unknown for want of hours, costs or labour.
    @Test func outsideThePeriodWhatIsMissingDoesNotMatter() throws {
        let rows = ["BZK-1;gastles;31-12-2025;;2;;", "BZK-1;scholing;31-12-2025;2;2;;"]
        let found = try Self.activities("STROOMOPWAARTS", rows)
        #expect(found.map { $0?.value } == [.zero, .zero])
        #expect(
            found.map { $0?.reasons } == [[.outsidePeriod, .outsideContract], [.outsidePeriod, .outsideContract]])
        let own = ownTable(
            "PROEF", [:],
            [
                [
                    "blok_code": "ARB", "eenheid": "factuur", "invoertabel": "sociale_inkoop",
                    "voorwaarde": "bedrag=waarvan_arbeid",
                ]
            ])
        let invoices = ["31-12-2025", "12-03-2026"].map { "BZK-1;90000001;Voorbeeld;levering;F\($0);\($0);1000,00;;sw" }
        let bought = try Self.purchases("PROEF", invoices, own: [own])
        #expect(bought.map { $0?.value } == [.zero, nil])
        #expect(bought[1]?.reasons == .labourMissing)
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
