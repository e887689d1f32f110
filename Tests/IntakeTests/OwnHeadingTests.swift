import Intake
import SocialReturnModel
import Testing

/// Headings of suppliers' own: proposed as a question, or read as the register lays them down.
@Suite("Own words: headings")
struct OwnHeadingTests {
    private static let coverNames = "leverancier_kvk;leverancier_naam;periode;sjabloonversie"
    private static let cover = coverNames + "\n12345678;Voorbeeld;2026-Q3;1\n"

    private static func read(
        _ files: [(String, String)], _ lines: String? = nil, single: Bool = false
    ) throws -> Submission {
        let register = try lines.map { lines in
            try ContractRegister.read([
                SourceFile(name: "contracten.csv", text: "contractnummer\nBZK-1\n"),
                SourceFile(name: "kolommen.csv", text: "kvk;tabel;kop;kolom\n" + lines),
            ])
        }
        return try SubmissionReader.read(
            SubmissionFiles(
                name: "proef", files: files.map { SourceFile(name: $0.0, text: $0.1) }, isSingleFile: single),
            register: register)
    }

    private static func kinds(_ submission: Submission) -> [Observation.Kind] { submission.observations.map(\.kind) }

    @Test(
        "Decoration, abbreviations, other words around it and mistakes of the fingers",
        arguments: [
            (TableID.placements, "Datum in dienst *", ["begindatum"]),
            (.placements, "2. Datum in dienst:", ["begindatum"]),
            (.placements, "Begindatum traject", ["begindatum"]),
            (.placements, "Begindatum van de plaatsing", ["begindatum"]),
            (.placements, "begindautm", ["begindatum"]), (.placements, "contractnumer", ["contractnummer"]),
            (.placements, "contracnumer", ["contractnummer"]), (.placements, "Begndatum *", ["begindatum"]),
            (.placements, "Uren p/wk", ["uren_per_week"]),
            (.placements, "Gewerkte uren Q2 2026", ["gewerkte_uren"]), (.purchases, "Factuurdat.", ["factuurdatum"]),
            (.purchases, "Bedrag excl.", ["bedrag_excl_btw"]),
            (.purchases, "Bedrijf", ["partner_naam"]), (.cover, "Bedrijf", ["leverancier_naam"]),
            // Another thing, or nothing that is clear.
            (.placements, "Einddatum uitkering", []), (.placements, "Postcode deelnemer", []), (.placements, "FTE", []),
            (.purchases, "Bedrag incl. btw", []), (.purchases, "Btw-bedrag", []), (.hours, "Verlofuren", []),
            (.placements, "Kvk-nummer opdrachtgever", []), (.placements, "", []),
            (.placements, String(repeating: "datum in dienst ", count: 40), []),
            // What may not be delivered is refused, whatever it looks like.
            (.placements, "Naam medewerker", []), (.placements, "BSN", []), (.placements, "Geboortedatum", []),
            (.placements, "E-mail deelnemer", []), (.evidence, "IBAN", []),
        ])
    func proposals(_ table: TableID, _ heading: String, _ columns: [String]) throws {
        #expect(try Proposal.columns(below: [heading], in: table) == columns)
    }

    @Test(
        "The words of a name in another order, or with words around them that tell nothing, are the name",
        arguments: [
            (TableID.placements, "K.v.K.-nr. werkgever", "werkgever_kvk"),
            (.placements, "Werkgever KvK nr.", "werkgever_kvk"),
            (.placements, "Werkgever\nKvK-nummer", "werkgever_kvk"),
            (.placements, "Aantal uren per week", "uren_per_week"),
            (.placements, "Uren per week (contract)", "uren_per_week"),
            (.placements, "Uren per week (volgens contract)", "uren_per_week"),
            (.purchases, "Bedrag excl. btw in €", "bedrag_excl_btw"),
            (.purchases, "Bedrag (€, excl. btw)", "bedrag_excl_btw"),
            (.purchases, "Bedrag excl. btw in euro’s", "bedrag_excl_btw"),
            (.purchases, "Waarvan arbeid in €", "waarvan_arbeid"),
            (.purchases, "% aandeel doelgroep", "aandeel_doelgroep"), (.commitments, "Voortgang in %", "voortgang"),
            (.placements, "Begindatum in dd-mm-jjjj", "begindatum"),
            (.hours, "Gewerkte uren (totaal)", "gewerkte_uren"),
            (.hours, "Totaal gewerkte uren", "gewerkte_uren"),
            (.placements, "Code deelnemer", "deelnemercode"), (.placements, "Begindatum inzet", "begindatum"),
            (.placements, "Inzet nr.", "inzet_id"), (.placements, "Vorm contract", "contractvorm"),
            (.placements, "Soort van inzet", "soort_inzet"),
            (.placements, "Verband met de opdracht", "verband_opdracht"), (.purchases, "Fact.nr.", "factuurnummer"),
            (.purchases, "KvK-nummer partner", "partner_kvk"), (.cover, "KvK nr. leverancier", "leverancier_kvk"),
            (.hours, "Aantal gewerkte uren", "gewerkte_uren"), (.commitments, "Status afspraak", "status"),
            (.commitments, "Afspraak nr.", "afspraak_id"), (.obstacles, "Omschrijving knelpunt", "omschrijving"),
            (.lessons, "Wat hebben we geleerd?", "wat_geleerd"), (.examples, "Het verhaal", "verhaal"),
            (.conversations, "Datum van het gesprek", "datum"),
        ])
    func names(_ table: TableID, _ heading: String, _ column: String) throws {
        #expect(try Self.read(heading, in: table) == [column])
    }

    @Test(
        "A word more, or another one, is another thing until somebody says so",
        arguments: [
            (TableID.placements, "Begindatum contract"), (.placements, "Nummer werkgever"),
            (.placements, "Uren per maand"),
            (.placements, "Nummer deelnemer"), (.placements, "Naam deelnemer"), (.placements, "Aantal begindatum"),
            (.placements, "KvK-nummer inlener"), (.placements, "Uren per week (gepland)"),
            (.purchases, "Aantal bedrag excl btw"), (.purchases, "Bedrag excl. btw in k€"),
            (.purchases, "Bedrag excl. btw in duizenden"), (.purchases, "Waarvan arbeid in %"),
            (.purchases, "Bedrag incl. btw in €"), (.placements, "Begindatum in mm/dd/yyyy"),
            (.placements, "Gewerkte uren (totaal)"), (.hours, "Gewerkte uren in dagen"),
            (.placements, "Uren per week in fte"),
            (.purchases, "Bedrag incl. btw"), (.conversations, "Aantal deelnemers gesprek"),
            (.learningPlaces, "Aantal leerlingen"),
            (.commitments, "Datum afspraak"), (.hours, "Aantal uren gepland"),
        ])
    func namesNothing(_ table: TableID, _ heading: String) throws {
        #expect(try Self.read(heading, in: table) == [])
    }

    /// The columns of `table` that are read below `heading`.
    private static func read(_ heading: String, in table: TableID) throws -> [String] {
        let fields = try Proposal.source(below: [heading], in: table)?.fieldOfColumn ?? []
        return zip(AllTables.facts(table).columns, fields).filter { $1 >= 0 }.map(\.0.name)
    }

    @Test("A column that is there gets no proposal, and another one only one")
    func onePerColumn() throws {
        #expect(try Proposal.columns(below: ["begindatum", "Datum in dienst"], in: .placements) == [])
        let both = try Proposal.submission(below: ["Datum in dienst", "Aanvang", "begindautm"], in: .placements)
        let seen = both.observations.filter { $0.place.table == .placements }
        #expect(seen.filter { $0.kind == .headingMeantRequired }.map(\.number) == [1])
        // The other two are unknown headings, besides the one that nobody knows.
        #expect(seen.count { $0.kind == .headingUnknown } == 3)
        #expect(
            !seen.contains {
                $0.kind == .requiredColumnMissing
                    && $0.place.column == ColumnReference(\Placement.start)
            })
    }

    @Test("A word that is known takes precedence over a mistake of the fingers")
    func knownWordFirst() throws {
        let found = try Proposal.submission(below: ["begindautm", "Datum in dienst"], in: .placements)
        #expect(found.observations.first { $0.kind == .headingMeantRequired }?.number == 2)
    }

    @Test("The cells of a proposed column are not read, but carried along and searched")
    func neverApplied() throws {
        let text = "inzet_id;periode;Gewerkte uren Q2 2026\nP-1;2026-Q3;111222333\nP-2;2026-Q3;12\n"
        let submission = try Self.read([("voorblad.csv", Self.cover), ("uren.csv", text)])
        #expect(Self.kinds(submission).filter { $0 != .notDataRow } == [.headingMeantRequired, .citizenNumber])
        #expect(submission.hours?.rows.map(\.workedHours) == [nil, nil])
        #expect(submission.hours?.source.extraColumns.map(\.heading) == ["Gewerkte uren Q2 2026"])
        #expect(submission.hours?.source.cells.text(1, 2) == "*********")
    }

    @Test(
        "A table in own words is recognised by its name, with a title above it too, and by a part of its name",
        arguments: [
            ("uren.csv", "Plaatsingsnr.;Jaar/maand;Totaal gewerkte uren\nP-1;2026-07;12\n", 0),
            ("uren.csv", "Urenoverzicht;;\n;;\nPlaatsingsnr.;Jaar/maand;Totaal gewerkte uren\nP-1;2026-07;12\n", 2),
            ("onze uren 2026.csv", "Plaatsingsnr.;Jaar/maand;Totaal gewerkte uren\nP-1;2026-07;12\n", 0),
        ])
    func recognised(_ name: String, _ text: String, header: Int) throws {
        let submission = try Self.read([("voorblad.csv", Self.cover), (name, text)])
        #expect(
            Self.kinds(submission).filter { $0 != .notDataRow } == Array(repeating: .headingMeantRequired, count: 2))
        #expect(submission.hours?.source.headerRecord == header)
        #expect(submission.hours?.rows.count == 1)
    }

    @Test("Own words alone, under a name that says nothing, are no table")
    func notRecognised() throws {
        let text = "Plaatsingsnr.;Jaar/maand;Totaal gewerkte uren\nP-1;2026-07;12\n"
        let submission = try Self.read([
            ("voorblad.csv", Self.cover), ("uren.csv", "inzet_id;periode;gewerkte_uren\n"), ("export.csv", text),
        ])
        #expect(Self.kinds(submission) == [.fileUnknown])
    }

    @Test("Columns of the cover among those of another table are proposed as such")
    func sharedCover() throws {
        let names = "KvK-nummer opdrachtnemer;leverancier_naam;Verantwoordingsperiode;sjabloonversie"
        let text = names + ";inzet_id;gewerkte_uren\n12345678;Voorbeeld;2026-Q3;1;P-1;12\n"
        let submission = try Self.read([("export.csv", text)], single: true)
        let meant = submission.observations.filter { $0.kind == .coverHeadingMeant }
        #expect(meant.map { Cover.table.facts.columns[Int($0.number) - 1].name } == ["leverancier_kvk", "periode"])
        #expect(Self.kinds(submission).contains(.requiredFileMissing))
        #expect(!Self.kinds(submission).contains(.headingUnknown))
    }

    // MARK: What the register lays down

    private static let ownHours = "Plaatsing;Maand van inzet;Uren totaal\nP-1;2026-07;12\n"

    @Test(
        "A line is for one supplier or for all, and the supplier's own comes first",
        arguments: [
            (
                "12345678;uren;Plaatsing;inzet_id\n12345678;Uren;maand van inzet;periode\n12345678;uren.csv;UREN TOTAAL;gewerkte uren\n",
                3
            ),
            ("*;uren;Plaatsing;inzet_id\n*;uren;Maand van inzet;periode\n*;uren;Uren totaal;gewerkte_uren\n", 3),
            ("*;uren;Plaatsing;gewerkte_uren\n12345678;uren;Plaatsing;inzet_id\n", 1),
            // Of another supplier, of another table, for a heading that is not there.
            ("87654321;uren;Plaatsing;inzet_id\n", 0), ("12345678;inzet;Plaatsing;inzet_id\n", 0),
            ("12345678;uren;Plaats;inzet_id\n", 0),
        ])
    func laidDown(_ lines: String, columns: Int) throws {
        let submission = try Self.read([("uren.csv", Self.ownHours), ("voorblad.csv", Self.cover)], lines)
        let source = try #require(submission.source(of: .hours))
        #expect(source.ownHeadings.count == columns)
        #expect(source.fieldOfColumn.count { $0 >= 0 } == columns)
        if columns == 3 {
            #expect(source.ownHeadings.map(\.heading) == ["Plaatsing", "Maand van inzet", "Uren totaal"])
            #expect(Self.kinds(submission) == [])
            #expect(submission.hours?.rows[0].workedHours == Quantity(12))
        }
    }

    @Test("The cover is found wherever it is: among the columns of another table, and in own words for all")
    func supplierIsLookedForFirst() throws {
        let shared = Self.coverNames + ";inzet_id;Uren totaal\n12345678;Voorbeeld;2026-Q3;1;P-1;12\n"
        let one = try Self.read([("export.csv", shared)], "12345678;uren;Uren totaal;gewerkte_uren\n", single: true)
        #expect(one.hours?.rows.map(\.workedHours) == [Quantity(12)])
        let cover = "Nummer KvK;leverancier_naam;Kwartaal;sjabloonversie\n12345678;Voorbeeld;2026-Q3;1\n"
        let two = try Self.read(
            [("uren.csv", "inzet_id;periode;Uren totaal\nP-1;2026-07;12\n"), ("voorblad.csv", cover)],
            "*;voorblad;Nummer KvK;leverancier_kvk\n12345678;voorblad;Kwartaal;periode\n12345678;uren;Uren totaal;gewerkte_uren\n"
        )
        #expect(two.coverRow.period?.description == "2026-Q3")
        #expect(two.hours?.rows.map(\.workedHours) == [Quantity(12)])
        #expect(two.files.map(\.table) == [.hours, .cover])
        #expect(Self.kinds(two) == [])
    }

    @Test("A table under a name that says nothing is recognised by the supplier's own headings")
    func recognisedByOwnHeadings() throws {
        let lines =
            "12345678;uren;Plaatsing;inzet_id\n12345678;uren;Maand van inzet;periode\n12345678;uren;Uren totaal;gewerkte_uren\n"
        let submission = try Self.read([("export.csv", Self.ownHours), ("voorblad.csv", Self.cover)], lines)
        #expect(submission.hours?.rows.count == 1)
        #expect(Self.kinds(submission) == [])
    }

    @Test("A heading of the template says what it says, and the other column is one too many")
    func templateFirst() throws {
        let text = "Uren totaal;inzet_id;periode;gewerkte_uren\n9;P-1;2026-07;12\n"
        let submission = try Self.read(
            [("uren.csv", text), ("voorblad.csv", Self.cover)], "12345678;uren;Uren totaal;gewerkte_uren\n")
        #expect(submission.hours?.rows.map(\.workedHours) == [Quantity(12)])
        #expect(Self.kinds(submission) == [.headingUnknown])
        #expect(submission.hours?.source.ownHeadings == [])
    }

    @Test("What somebody laid down goes before a name with its words in another order")
    func laidDownBeforeReordered() throws {
        let text = "Uren gewerkte;inzet_id;periode;Echte uren\n9;P-1;2026-07;12\n"
        let files = [("uren.csv", text), ("voorblad.csv", Self.cover)]
        let submission = try Self.read(files, "12345678;uren;Echte uren;gewerkte_uren\n")
        #expect(submission.hours?.rows.map(\.workedHours) == [Quantity(12)])
        #expect(Self.kinds(submission) == [.headingUnknown])
        #expect(try Self.read(files).hours?.rows.map(\.workedHours) == [Quantity(9)])
    }

    @Test(
        "A line that cannot be used says why, at the column that is the matter",
        arguments: [
            ("1234;uren;Plaatsing;inzet_id", OwnHeadings.Problem.supplierUnknown, "kvk"),
            ("iedereen;uren;Plaatsing;inzet_id", .supplierUnknown, "kvk"),
            (";uren;Plaatsing;inzet_id", .supplierUnknown, "kvk"),
            ("*;rooster;Plaatsing;inzet_id", .tableUnknown, "tabel"),
            ("*;contracten;Plaatsing;contractnummer", .tableUnknown, "tabel"),
            ("*;uren;Plaatsing;plaatsing", .columnUnknown, "kolom"), ("*;uren;Plaatsing;", .columnUnknown, "kolom"),
            ("*;uren; . ;inzet_id", .headingMissing, "kop"),
            ("*;inzet;Naam medewerker;deelnemercode", .headingRefused, "kop"),
            ("*;inzet;BSN-nummer;deelnemercode", .headingRefused, "kop"),
            ("*;inzet;Achternaam;toelichting", .headingRefused, "kop"),
            ("*;inzet;Geboortedatum;leeftijdsklasse", .headingRefused, "kop"),
            ("*;inzet;Einddatum;begindatum", .headingTaken, "kop"),
            ("*;inzet;Startdatum *;einddatum", .headingTaken, "kop"),
            ("12345678;voorblad;Nummer KvK;leverancier_kvk", .columnOfSupplier, "kvk"),
        ])
    func problems(_ line: String, _ problem: OwnHeadings.Problem, column: String) throws {
        let register = try ContractRegister.read([
            SourceFile(name: "contracten.csv", text: "contractnummer\nBZK-1\n"),
            SourceFile(
                name: "kolommen.csv", text: "kvk;tabel;kop;kolom\n" + line + "\n*;uren;Uren totaal;gewerkte_uren\n"),
        ])
        let found = register.ownHeadings.problems
        #expect(found.map(\.problem) == [problem])
        #expect(found.first?.place.column == RegisterHeading.table.facts.index(of: column).map(ColumnReference.known))
        #expect(found.first?.place.record == 1)
    }

    @Test("Of two lines about one heading the first counts")
    func doubleLines() throws {
        let lines =
            "*;uren;Uren totaal;gewerkte_uren\n*;Uren;uren-totaal;inzet_id\n12345678;uren;Uren totaal;gewerkte_uren\n"
        let register = try ContractRegister.read([
            SourceFile(name: "contracten.csv", text: "contractnummer\nBZK-1\n"),
            SourceFile(name: "kolommen.csv", text: "kvk;tabel;kop;kolom\n" + lines),
        ])
        #expect(register.doubles.map(\.firstRow) == [2])
        #expect(register.headings?.rows.count == 2)
        // One that cannot be used takes no other one's place.
        let unusable = try ContractRegister.read([
            SourceFile(name: "contracten.csv", text: "contractnummer\nBZK-1\n"),
            SourceFile(
                name: "kolommen.csv",
                text: "kvk;tabel;kop;kolom\n*;uren;Uren totaal;totaal\n*;uren;Naam deelnemer;inzet_id\n"
                    + "*;uren;Uren totaal;gewerkte_uren\n"),
        ])
        #expect(
            unusable.doubles.isEmpty
                && unusable.ownHeadings.problems.map(\.problem) == [.columnUnknown, .headingRefused])
    }
}
