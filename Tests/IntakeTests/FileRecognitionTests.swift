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
        // One heading that is known: then the others are missing, and one can say which.
        ("inzet_id\nP-001\nP-002", [.separatorUnclear, .requiredColumnMissing, .requiredColumnMissing]),
        ("inzet_id;periode;uren_totaal\nP-001;2026-Q1;288", [.headingMeantRequired]),
    ])
    func unsplitFileIsOneThingToSay(_ text: String, kinds: [Observation.Kind]) throws {
        let seen = try Self.read("uren.csv", text).observations.map(\.kind).filter { $0 != .requiredFileMissing }
        #expect(Set(seen) == Set(kinds))
        #expect(seen.count == kinds.count)
    }
}
