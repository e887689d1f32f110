import DelimitedText
import Foundation
import Intake
import SocialReturnModel
import TestSupport
import Testing

/// A delivery is a tree of files and sheets: what is a table is read wherever it lies, what is none is named.
@Suite("Reading: a delivery and its parts")
struct DeliveryTests {
    private static let cover = "leverancier_kvk;leverancier_naam;periode;sjabloonversie\n12345678;Voorbeeld;2026-Q3;1\n"
    private static let hours = "inzet_id;periode;gewerkte_uren\nP-001;2026-Q3;288\n"

    private static func read(_ files: [(String, String)], single: Bool = false) throws -> Submission {
        try SubmissionReader.read(
            SubmissionFiles(
                name: "proef", files: files.map { SourceFile(name: $0.0, text: $0.1) }, isSingleFile: single))
    }

    private static func kinds(_ submission: Submission) -> [Observation.Kind] { submission.observations.map(\.kind) }

    private static func save(_ text: String, _ path: String) throws {
        let folder = (path as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try text.write(toFile: path, atomically: false, encoding: .utf8)
    }

    @Test(
        "A table is known by its name, a word of its name, or its headings",
        arguments: [
            "uren.csv", "Uren.CSV", "uren (1).csv", "sjabloon - Uren.csv", "uren_2026-Q3.csv", "uren.txt",
            "uitdraai.csv", "export 3.txt",
        ])
    func namesOfFiles(_ name: String) throws {
        let submission = try Self.read([("voorblad.csv", Self.cover), (name, Self.hours)])
        #expect(submission.hours?.rows.count == 1)
        #expect(submission.files.map(\.table).contains(.hours))
        #expect(Self.kinds(submission) == [])
    }

    @Test(
        "What is no table is named once",
        arguments: [
            ("leesmij.txt", "Beste mensen,\nhierbij de rapportage.\n"), ("notities.csv", "bellen;mailen\nja;nee\n"),
            ("leeg.csv", ""),
        ])
    func strangers(_ name: String, _ text: String) throws {
        let submission = try Self.read([("voorblad.csv", Self.cover), ("uren.csv", Self.hours), (name, text)])
        #expect(Self.kinds(submission) == [.fileUnknown])
    }

    @Test("The same table twice: a copy is a copy, other rows are an error")
    func doubles() throws {
        let copy = try Self.read([("voorblad.csv", Self.cover), ("uren.csv", Self.hours), ("uren (1).csv", Self.hours)])
        #expect(Self.kinds(copy) == [.fileCopy])
        let other = try Self.read(
            [
                ("voorblad.csv", Self.cover), ("uren.csv", Self.hours),
                ("uren (1).csv", Self.hours + "P-002;2026-Q3;12\n"),
            ])
        #expect(Self.kinds(other) == [.fileDouble])
        #expect(other.hours?.rows.count == 1)
    }

    @Test("Tables in subfolders are read, and what does not belong holds nothing up")
    func folders() throws {
        let folder = try Folder.untilTheEnd().path
        try Self.save(Self.cover, folder + "/voorblad.csv")
        try Self.save(Self.hours, folder + "/kwartaal 3/tabellen/uren.csv")
        for name in [
            "Thumbs.db", "desktop.ini", ".DS_Store", "~$sjabloon.xlsx", ".~lock.uren.csv#", "__MACOSX/uren.csv",
        ] {
            try Self.save("niets", folder + "/" + name)
        }
        try Self.save("%PDF-1.4", folder + "/kwartaal 3/brief.pdf")
        try FileManager.default.createSymbolicLink(
            atPath: folder + "/bewijs.csv", withDestinationPath: folder + "/voorblad.csv")
        #expect(mkfifo(folder + "/pijp.csv", 0o600) == 0)
        let submission = try SubmissionReader.read(SubmissionFiles(at: folder))
        #expect(submission.hours?.rows.count == 1)
        #expect(
            submission.files.map(\.name) == [
                "voorblad.csv", "kwartaal 3/tabellen/uren.csv", "bewijs.csv", "pijp.csv", "kwartaal 3/brief.pdf",
            ])
        #expect(Self.kinds(submission) == [.tableUnreadable, .fileUnreadable, .fileUnknown])
    }

    @Test("A name that is no UTF-8 is read, and shown with a sign for what it is")
    func namesInBytes() throws {
        let folder = try Folder.untilTheEnd().path
        try Self.save(Self.cover, folder + "/voorblad.csv")
        let name: [UInt8] = Array((folder + "/caf").utf8) + [0xE9] + Array(" uren.csv".utf8) + [0]
        let descriptor = name.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { open($0.baseAddress!, O_CREAT | O_WRONLY, 0o600) }
        }
        #expect(descriptor >= 0)
        _ = Self.hours.withCString { Foundation.write(descriptor, $0, strlen($0)) }
        close(descriptor)
        let submission = try SubmissionReader.read(SubmissionFiles(at: folder))
        #expect(submission.hours?.rows.count == 1)
        #expect(submission.files.map(\.name).contains("caf\u{FFFD} uren.csv"))
    }

    @Test("Limits are named")
    func limits() throws {
        var limits = DeliveryLimits()
        limits.rows = 2
        #expect(throws: IntakeError.self) {
            try SubmissionReader.read(
                SubmissionFiles(
                    name: "proef", files: [SourceFile(name: "uren.csv", text: Self.hours + "P-002;2026-Q3;12\n")]),
                limits: limits)
        }
        let wide = (0..<16_385).map { "k\($0)" }.joined(separator: ";")
        do {
            _ = try Self.read([("uren.csv", wide + "\n" + wide + "\n")])
            Issue.record("more columns than a sheet has were read")
        } catch let error as IntakeError {
            guard case .badContainer("uren.csv", let problem) = error else { throw error }
            #expect(problem.kind == .limit(.columns(16_384)))
            #expect(problem.text.nl.contains("16384 kolommen"))
        }
    }

    /// A record that no spreadsheet program writes is refused by name, wherever it stands; one that is at the limit is read.
    @Test(arguments: [0, 1, 2])
    func aRecordOfTooManyFields(at record: Int) throws {
        var limits = DeliveryLimits()
        limits.fieldsOfRecord = 40
        func read(_ fields: Int) throws -> Submission {
            var lines = Self.hours.split(separator: "\n").map(String.init)
            lines.insert(
                (["titel"] + Array(repeating: "a", count: fields - 1)).joined(separator: ";"),
                at: min(record, lines.count))
            return try SubmissionReader.read(
                SubmissionFiles(
                    name: "proef", files: [SourceFile(name: "uren.csv", text: lines.joined(separator: "\n") + "\n")]),
                limits: limits)
        }
        #expect(try read(40).hours?.rows.isEmpty == false)
        do {
            _ = try read(41)
            Issue.record("a record of more fields was read")
        } catch let error as IntakeError {
            guard case .badContainer("uren.csv", let problem) = error else { throw error }
            #expect(problem.kind == .limit(.fieldsOfRecord(40)) && problem.text.nl.contains("meer dan 40 velden"))
        }
    }

    @Test("Two tables below each other, and headings in the middle of the rows")
    func regions() throws {
        let two = try Self.read(
            [("inzending.csv", Self.cover + "\nUren van het kwartaal\n" + Self.hours)], single: true)
        #expect(two.cover?.rows.count == 1)
        #expect(two.hours?.rows.count == 1)
        // The title between them is a row of the first table that holds no data.
        let middle = try Self.read(
            [("voorblad.csv", Self.cover), ("uren.csv", "P-001;2026-07;96\nP-002;2026-07;12\n" + Self.hours)])
        #expect(middle.hours?.rows.count == 3)
        #expect(Self.kinds(middle) == [.rowAboveHeadings, .rowAboveHeadings])
        let again = try Self.read(
            [
                ("voorblad.csv", Self.cover),
                ("uren.csv", Self.hours + "gewerkte_uren;periode;inzet_id\n12;2026-08;P-002\n"),
            ])
        #expect(again.hours?.rows.map { again.symbols[$0.placement!] } == ["P-001", "P-002"])
        #expect(Self.kinds(again) == [])
    }

    @Test(
        "Rows that are no data are one thing to say each",
        arguments: [
            ("inzet_id;periode;gewerkte_uren", Observation.Kind.headingsRepeated), ("-----;-----;-----", .noteRow),
            ("* de uren zijn geschat;;", .noteRow), ("Bron: planning van juli", .noteRow), ("P-009;;", .notDataRow),
            ("Totaal;;300", .totalsRow), ("Totalen;;300", .totalsRow), ("Generaal totaal:;;300", .totalsRow),
            ("VOORBEELD;2026-Q3;300", .exampleRow), ("(voorbeeld 2);2026-Q3;300", .exampleRow),
            ("Gemiddelde;;150", .totalsRow), (";;300", .totalsRow), ("Totaal;2026-Q3;300", .totalsRow),
        ])
    func rowsWithoutData(_ row: String, kind: Observation.Kind) throws {
        let submission = try Self.read(
            [("voorblad.csv", Self.cover), ("uren.csv", Self.hours + "P-002;2026-Q3;12\n" + row + "\n")])
        #expect(submission.observations.map(\.kind) == [kind])
        #expect(submission.hours?.rows.count == 3)
    }

    @Test(
        "A row with what it needs is no total, whatever its first word",
        arguments: [
            "Totaal Groenvoorziening B.V.", "Total Care", "Som & Partners", "Gemiddelde Prijs B.V.",
            "Aantal Werkt B.V.",
        ])
    func companiesAreNoTotals(_ name: String) throws {
        let submission = try Self.read([
            ("voorblad.csv", Self.cover),
            (
                "sociale_inkoop.csv",
                "partner_naam;contractnummer;partner_kvk;factuurnummer;factuurdatum;bedrag_excl_btw\n"
                    + "\(name);BZK-2026-0147;90000008;F-1;01-07-2026;100\n"
            ),
        ])
        #expect(submission.observations == [])
        #expect(submission.purchases?.rows.first?.amount == Cents(10_000))
    }

    @Test(
        "Headings are known under their decoration",
        arguments: [
            "Inzet ID *", "inzet_id:", "Inzet_id (uw kenmerk)", "1. Inzet-id", "a) inzet id", "Inzet id\n(verplicht)",
            "inzet_id verplicht",
            "* inzet_id", "INZET ID (code) *",
        ])
    func decoratedHeadings(_ heading: String) throws {
        let submission = try Self.read([
            ("voorblad.csv", Self.cover),
            ("uren.csv", "\"\(heading)\";Periode *;Gewerkte uren (u)\nP-001;2026-Q3;288\n"),
        ])
        #expect(submission.observations == [])
        #expect(submission.hours?.rows.count == 1)
    }

    @Test("No name of a column has a digit in it, by which rows are told from headings")
    func headingsHaveNoDigits() {
        for facts in AllTables.facts where TableID.submission.contains(facts.id) {
            for column in facts.columns {
                for name in [column.name] + column.aliases {
                    #expect(!name.utf8.contains { $0 &- 0x30 <= 9 }, "\(facts.fileName): \(name)")
                }
            }
        }
    }
}
