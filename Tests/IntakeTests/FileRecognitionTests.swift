import Intake
import SocialReturnModel
import Testing

/// Which table a file is, and how much is said of a file that could not be split.
@Suite("Reading: recognising files")
struct FileRecognitionTests {
    static func read(_ name: String, _ text: String) throws -> Submission {
        try SubmissionReader.read(
            SubmissionFiles(name: "proef", files: [SourceFile(name: name, text: text)], isSingleFile: true))
    }

    /// The columns of the cover, which every file that is a submission by itself has besides its own.
    private static let cover = "leverancier_kvk;leverancier_naam;periode;sjabloonversie"

    @Test(arguments: [
        ("inzet_id;gewerkte_uren", TableID.hours),
        ("contractnummer;soort;omschrijving", .obstacles),
        ("contractnummer;wat_geleerd", .lessons),
        ("contractnummer;titel;verhaal;deelbaar", .examples),
        ("toelichting", .cover),
        // One column in common is no sign.
        ("contractnummer;toelichting", .cover),
    ])
    func singleFileIsTheTableOfItsOwnColumns(_ columns: String, table: TableID) throws {
        let submission = try Self.read("rapportage.csv", Self.cover + ";" + columns + "\n12345678;Voorbeeld;2026-Q3;1")
        #expect(submission.files.map(\.table) == [table])
        #expect(submission.coverRow.supplierKvK?.description == "12345678")
    }

    @Test(arguments: [
        ("inzet_id periode gewerkte_uren\nP-001 2026-Q1 288\nP-001 2026-Q1 12", [Observation.Kind.separatorUnclear]),
        // A list as programs print it.
        (
            "inzet_id  periode   gewerkte_uren\n--------  -------   ----\nP-001     2026-Q1   288\nP-001     "
                + "2026-Q1   12",
            [.fixedWidth]
        ),
        // One heading that is known: then the others are missing, and one can say which.
        ("inzet_id\nP-001\nP-002", [.separatorUnclear, .requiredColumnMissing, .requiredColumnMissing]),
        ("inzet_id;periode;uren_totaal\nP-001;2026-Q1;288", [.headingMeantRequired]),
    ])
    func unsplitFileIsOneThingToSay(_ text: String, kinds: [Observation.Kind]) throws {
        let seen = try Self.read("uren.csv", text).observations.map(\.kind).filter { $0 != .requiredFileMissing }
        #expect(Set(seen) == Set(kinds))
        #expect(seen.count == kinds.count)
    }

    @Test(
        "Headings on two lines are one",
        arguments: [
            ("inzet_id;Gewerkt;\n;periode;gewerkte_uren\nP-1;2026-07;12\nP-2;2026-07;24", 2),
            ("inzet_id;periode;Aantal gewerkt\n;;gewerkte_uren\nP-1;2026-07;12\nP-2;2026-07;24", 2),
            ("inzet_id;Tijd;\n;periode;gewerkte_uren\nP-1;2026-07;12\n;;\nP-2;2026-07;24", 2),
            // One line says it all.
            ("Inzet;Tijd;\ninzet_id;periode;gewerkte_uren\nP-1;2026-07;12", 1),
        ])
    func twoLinesOfHeadings(_ text: String, rows: Int) throws {
        let hours = try #require(try Self.read("uren.csv", text).hours)
        #expect(
            hours.rows.compactMap(\.workedHours).map(\.tenThousandths) == [120_000, 240_000].prefix(rows).map(\.self))
        #expect(hours.rows.compactMap(\.period).count == rows)
        #expect(hours.records.map { hours.source.cells.row(of: Int($0)) }.first == 3)
    }

    @Test(
        "What may not be delivered is that on either line",
        arguments: [
            "inzet_id;Gewerkt;Voornaam\n;periode;gewerkte_uren", "inzet_id;Gewerkt;Voornaam\n;periode;",
            ";periode;Geboortedatum\ninzet_id;;gewerkte_uren", ";periode;Voornaam\ninzet_id;;deelnemer",
        ])
    func refusedOnTwoLines(_ headings: String) throws {
        let hours = try #require(try Self.read("uren.csv", headings + "\nP-1;2026-07;Fatima\nP-2;2026-07;Kees").hours)
        #expect(hours.source.extraColumns.contains { $0.isRefused })
        let texts = (0..<hours.source.cells.recordCount).map { hours.source.cells.text($0, 2) }
        #expect(!texts.contains("Fatima") && !texts.contains("Kees"), "\(texts)")
    }

    @Test(
        "What may not be delivered is that above any heading, also where no column is named on that line",
        arguments: [
            ";;;Voornaam\ninzet_id;periode;gewerkte_uren;werkplek", ";;;Geboortedatum\ninzet_id;periode;gewerkte_uren;",
            "Uren;;;Voornaam\ninzet_id;periode;gewerkte_uren;afdeling", ";;;BSN\ninzet_id;periode;gewerkte_uren;nr",
            "Naam;Voorbeeld B.V.;;Voornaam\ninzet_id;periode;gewerkte_uren;team",
        ])
    func refusedOnTheLineAbove(_ headings: String) throws {
        let hours = try #require(
            try Self.read("uren.csv", headings + "\nP-1;2026-07;12;Xanthippe\nP-2;2026-07;24;Kees").hours)
        #expect(hours.source.extraColumns.contains { $0.isRefused })
        #expect(hours.rows.map(\.workedHours) == [Quantity(12), Quantity(24)])
        let texts = (0..<hours.source.cells.recordCount).map { hours.source.cells.text($0, 3) }
        #expect(!texts.contains("Xanthippe") && !texts.contains("Kees"), "\(texts)")
    }

    @Test(
        "A title above the headings, a label with its value and a hint refuse nothing",
        arguments: [
            "Naam;Voorbeeld B.V.;;", "Namen van deelnemers;;;", ";Naam:;Voorbeeld B.V.;", ";;;geen naam invullen",
            "Naam: Voorbeeld B.V.;;;", ";;;vul hier geen BSN of naam in",
            "Overzicht;;;toelichting op de naam van de map waar het staat",
        ])
    func nothingRefusedOnTheLineAbove(_ title: String) throws {
        let hours = try #require(
            try Self.read("uren.csv", title + "\ninzet_id;periode;gewerkte_uren;kleur\nP-1;2026-07;12;rood").hours)
        #expect(!hours.source.extraColumns.contains { $0.isRefused })
        #expect(hours.rows.map(\.workedHours) == [Quantity(12)])
    }

    /// What is seen of a table in a delivery with a cover, by the headings and rows of the table.
    private static func seen(_ file: String, _ text: String) throws -> [Observation.Kind] {
        let files = [
            SourceFile(name: "voorblad.csv", text: cover + "\n12345678;Voorbeeld;2026-Q3;1"),
            SourceFile(name: file, text: text),
        ]
        return try SubmissionReader.read(SubmissionFiles(name: "proef", files: files)).observations.map(\.kind)
    }

    @Test(arguments: [
        // What a program writes for an empty cell is nothing, and the numbers of its rows are no column.
        (";inzet_id;periode;gewerkte_uren\n0;1001.0;2026-07;12\n1;1002.0;2026-08;NaN", [Observation.Kind.valueMissing]),
        ("Unnamed: 0;inzet_id;periode;gewerkte_uren\n1;<NA>;2026-07;12", [.valueMissing]),
        ("inzet_id;periode;gewerkte_uren\nP-1;2026-07;1.2e+02", [.shortenedNumber]),
        (";inzet_id;periode;gewerkte_uren\nx;P-1;2026-07;12", [.headingMissing]),
        ("inzet_id;periode;maand;gewerkte_uren;uren\nP-1;2026-07;2026-07;12;3", [.headingAlike]),
        // On top of each page.
        (
            "inzet_id;periode;gewerkte_uren;x\nP-1;2026-07;12;\nMeubelmakerij De Test B.V.;;;Blad 2\nP-1;2026-08;12;",
            [.headingUnknown, .noteRow]
        ),
        ("inzet_id;periode;gewerkte_uren;x\nBlad;2026-07;12;Blad 2", [.headingUnknown]),
    ])
    func whatProgramsWriteIsReadForWhatItIs(_ text: String, kinds: [Observation.Kind]) throws {
        #expect(try Set(Self.seen("uren.csv", text)) == Set(kinds), "\(text)")
    }

    @Test(arguments: [
        ("KvK-nummer;12345678\nNaam leverancier;Voorbeeld\nPeriode;2026-Q3", [Observation.Kind.coverUpright]),
        ("Rapportage\nKvK-nummer;12345678\nPeriode;2026-Q3\nVersie;1", [.coverUpright]),
        ("leverancier_kvk;leverancier_naam;periode;sjabloonversie\n;;;1", [.templateEmpty]),
        ("leverancier_kvk;leverancier_naam;periode;sjabloonversie\n12345678;Voorbeeld;2026-Q3;1", []),
    ])
    func aCoverThatIsNoneIsOneThingToSay(_ text: String, kinds: [Observation.Kind]) throws {
        let files = [
            SourceFile(name: "voorblad.csv", text: text),
            SourceFile(name: "uren.csv", text: "inzet_id;periode;gewerkte_uren"),
        ]
        let seen = try SubmissionReader.read(SubmissionFiles(name: "proef", files: files)).observations.map(\.kind)
        #expect(seen == kinds, "\(text)")
    }
}
