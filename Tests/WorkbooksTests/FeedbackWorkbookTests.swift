import Assessments
import Foundation
import Rules
import SocialReturnModel
import Spreadsheets
import TestSupport
import Testing

@testable import Workbooks

@Suite struct FeedbackWorkbookTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private func write(
        _ submission: [String: String] = ReportExample.submission, _ language: Language = .dutch,
        limits: SheetLimits = .excel, name: String = "terugkoppeling.xlsx"
    ) throws -> String {
        let path = folder.path(name)
        try FeedbackWorkbook.write(try ReportExample.assess(submission), language, to: path, limits: limits)
        return path
    }

    @Test(arguments: Language.allCases)
    func hasTheSuppliersOwnFiles(_ language: Language) throws {
        let cells = try WrittenCells(try write(ReportExample.submission, language))
        #expect(
            cells.sheets == [
                "Lees dit eerst", "Voorblad", "Inzet", "Uren", "Sociale inkoop", "Activiteiten", "Bewijs", "Gesprekken",
                "Afspraken", "Knelpunten", "Goede voorbeelden", "Keuzelijsten", "Eerste levering",
            ])
        #expect(cells["Inzet", "A4"]?.text == Text(nl: "Te herstellen", en: "To correct")[language])
        #expect(cells["Inzet", "B4"]?.text == Text(nl: "Correctie", en: "Correction")[language])
        #expect(cells["Inzet", "C4"]?.text == Text(nl: "Uw antwoord", en: "Your answer")[language])
    }

    @Test func showsEveryRowAsItWasDelivered() throws {
        let cells = try WrittenCells(try write())
        // Row 4 of the file: set aside or not, in the order of the file, and amounts as written.
        #expect(
            ["E5", "E6", "E7", "E8", "E9"].map { cells["Inzet", $0]?.text } == ["P-1", "P-2", "=1+1", "P-4", "P-5"])
        #expect(cells["Inzet", "R7"]?.text == "1.234,56")
        #expect(cells["Inzet", "R7"]?.isText == true)
        #expect(cells["Inzet", "E7"]?.formula == nil)
        #expect(
            cells["Inzet", "A6"]?.text.hasPrefix("Deze rij telt nog niet mee.\n● Te herstellen, kolom einddatum: ")
                == true)
    }

    @Test func keepsTheRegisterAndOthersOut() throws {
        let path = try write()
        let text = try WrittenCells.everything(in: path)
        for secret in ["Sanitaire supplies", "640000", "111222333", "Piet", "Joop"] {
            #expect(!text.contains(secret), "\(secret)")
        }
        let assessment = try ReportExample.assess()
        let forManagers = assessment.findings.all.map { Catalogue.all[Int($0.rule)].facts }
            .filter { $0.audience == .contractManager }
        for facts in forManagers { #expect(!text.contains(facts.name.nl)) }
    }

    @Test func neverSpeaksOfAFine() throws {
        #expect(!(try WrittenCells.everything(in: try write()).lowercased().contains("boete")))
    }

    @Test func groupsByCauseWithTheFirstThreePlaces() throws {
        var submission = ReportExample.submission
        submission["inzet.csv"] = ReportExample.placements(30)
        submission["uren.csv"] = nil
        let cells = try WrittenCells(try write(submission))
        let address = try #require(
            cells.texts(on: "Lees dit eerst").first { $0.hasPrefix("De einddatum 01-01-2026") }
                .flatMap { cells.address(of: $0, on: "Lees dit eerst") })
        let row = address.dropFirst()
        #expect(cells["Lees dit eerst", "A\(row)"]?.number == 1)
        #expect(cells["Lees dit eerst", "B\(row)"]?.text == "● Te herstellen")
        #expect(cells["Lees dit eerst", "C\(row)"]?.number == 6)
        #expect(
            cells["Lees dit eerst", "H\(row)"]?.text
                == "Dan tellen 6 rijen weer mee.")
        #expect(
            ["I", "J", "K"].map { cells["Lees dit eerst", "\($0)\(row)"]?.text } == [
                "blad Inzet, cel M9, uw rij 6", "blad Inzet, cel M14, uw rij 11", "blad Inzet, cel M19, uw rij 16",
            ])
    }

    @Test func aCleanReportGetsThanksAndNoTasks() throws {
        let cells = try WrittenCells(
            try write([
                "voorblad.csv": ReportExample.submission["voorblad.csv"] ?? "",
                "leerpunten.csv": "contractnummer;wat_geleerd\nC-1;eerder beginnen",
                "gesprekken.csv": "contractnummer;datum;fase\nC-2;07-05-2026;uitvoering",
                "knelpunten.csv":
                    "contractnummer;soort;omschrijving;hulpvraag\nC-2;capaciteit;te weinig begeleiders;ja",
            ]))
        #expect(cells.texts(on: "Lees dit eerst").contains { $0.hasPrefix("✓ U hoeft niets te ") })
    }

    /// What a supplier has to know stands before the table, and what explains it behind that.
    @Test(arguments: Language.allCases) func whatMattersComesFirst(_ language: Language) throws {
        let name = "Lees dit eerst"
        let cells = try WrittenCells(try write(ReportExample.submission, language))
        let labels = (3...15).compactMap { cells[name, "A\($0)"]?.text }.filter { !$0.isEmpty }
        #expect(
            Array(labels.prefix(6))
                == (language == .dutch
                    ? ["Status", "Wat dat betekent", "Wat u doet", "Voor wanneer", "Vragen? Stel ze aan", "Punt"]
                    : ["Status", "What that means", "What to do", "By when", "Questions? Ask", "Point"]))
        #expect(cells[name, "D3"]?.text.first == "●")
        let table = try #require((1...20).first { cells[name, "A\($0)"]?.text == labels[5] })
        let scores = try #require(cells.texts(on: name).first { $0.hasPrefix(CompletenessScore.name[language]) })
        let step = try #require(cells.texts(on: name).first { $0.hasPrefix("1. ") })
        for text in [scores, step] {
            let row = try #require(cells.address(of: text, on: name).flatMap { Int($0.dropFirst()) })
            #expect(row > table)
        }
        // Its own contract manager's mailbox, and nobody else's.
        let ask = try #require(cells.cell(right: 3, of: labels[4], on: name)?.text)
        #expect(ask.contains("geheim@bzk.example"))
    }

    @Test func theLastDayIsTheRegistersOrNone() throws {
        func deadline(_ days: String?) throws -> String? {
            var register = ReportExample.register
            if let days {
                register["contracten.csv"] = register["contracten.csv"]?.split(separator: "\n").enumerated().map {
                    "\($1);\($0 == 0 ? "rapportage_binnen_dagen" : days)"
                }.joined(separator: "\n")
            }
            let path = folder.path("dag-\(days ?? "geen").xlsx")
            try FeedbackWorkbook.write(try ReportExample.assess(register: register), .dutch, to: path)
            return try WrittenCells(path).cell(right: 3, of: "Voor wanneer", on: "Lees dit eerst")?.text
        }
        // The quarter ends on 30 June, and the report was prepared on 6 July.
        #expect(try deadline("30") == "Volgens uw contract is 30-07-2026 de laatste dag voor deze rapportage.")
        #expect(try deadline("2")?.hasPrefix("Volgens uw contract was 02-07-2026 de laatste dag.") == true)
        #expect(try deadline(nil) == "Wij kennen geen uiterste dag. Spreek die af met uw contractmanager.")
    }

    @Test func onlyTheSuppliersOwnMailboxesAreNamed() throws {
        var register = ReportExample.register
        register["contracten.csv"]? += """

            C-9;Van een ander;X;90000004;dienst;01-10-2025;15-01-2026;01-04-2026;31-03-2028;klassiek;geen;ander@bzk.example;kwartaal
            C-10;Voorbij;X;12345678;dienst;01-10-2020;15-01-2021;01-04-2021;31-03-2022;klassiek;geen;oud@bzk.example;kwartaal
            """
        let path = folder.path("eigen.xlsx")
        try FeedbackWorkbook.write(try ReportExample.assess(register: register), .dutch, to: path)
        let text = try WrittenCells.everything(in: path)
        #expect(text.contains("geheim@bzk.example"))
        #expect(!text.contains("ander@bzk.example") && !text.contains("oud@bzk.example"))
    }

    @Test func isTheSameEveryTime() throws {
        let first = try write(name: "een.xlsx"), second = try write(name: "twee.xlsx")
        #expect(try Data(contentsOf: URL(fileURLWithPath: first)) == Data(contentsOf: URL(fileURLWithPath: second)))
    }

    @Test func longFilesGoOnOnTheNextSheet() throws {
        var submission = ReportExample.submission
        submission["inzet.csv"] = ReportExample.placements(50)
        submission["uren.csv"] = nil
        let cells = try WrittenCells(try write(submission, limits: SheetLimits(rows: 45)))
        #expect(cells.sheets.contains("Inzet (2)"))
        #expect(cells["Inzet (2)", "E5"]?.text == "P-41")
    }
}
