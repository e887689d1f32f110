import Assessments
import Foundation
import SocialReturnModel
import Testing

@testable import Workbooks

@Suite struct SummarySheetsTests {
    private let sheet = "Samenvatting"

    @Test func figuresStandBesideTheirContract() throws {
        let cells = try WrittenCells(SummaryExample().write())
        // 31,000, as nobody knows a certificate for the discount; 40,000 x 91/365 times 24/36 and 12/36, rounded in the total; the rest of it.
        #expect(cells.cell(right: 2, of: "C-1", on: sheet)?.number == 31_000)
        #expect(cells.cell(right: 3, of: "C-1", on: sheet)?.number == 9_972.60)
        #expect(cells.cell(right: 4, of: "C-1", on: sheet)?.number == 21_027.40)
        #expect(cells.cell(right: 3, of: "C-3", on: sheet)?.number == 2)
        #expect(cells.cell(right: 2, of: "C-4", on: sheet)?.number == 3)
        #expect(cells.cell(right: 3, of: "C-4", on: sheet)?.number == 1)
        #expect(cells.cell(right: 4, of: "C-5", on: sheet)?.number == 3)
        #expect(cells.cell(right: 3, of: "C-6", on: sheet)?.number == 1_250.75)
        #expect(cells.cell(right: 7, of: "C-5", on: sheet)?.text == "▲ Niets gemeld")
        #expect(cells.cell(right: 7, of: "C-2", on: sheet)?.text == "○ Niet te tellen")
        #expect(cells.cell(right: 4, of: "C-2", on: sheet)?.text == "niet te tellen")
    }

    @Test func everyFigureIsAFormula() throws {
        let cells = try WrittenCells(SummaryExample().write())
        for contract in ["C-1", "C-3", "C-4", "C-5", "C-6"] {
            for column in [3, 4, 5, 6] {
                let cell = cells.cell(right: column, of: contract, on: sheet)
                #expect(cell?.formula != nil, "\(contract), column \(column)")
            }
        }
    }

    @Test func scoresAreInWordsAndNeverAddedUp() throws {
        let cells = try WrittenCells(SummaryExample().write())
        let texts = cells.texts(on: sheet)
        #expect(texts.contains("21 van 22 rijen meegeteld; 4 van 7 inzetten en facturen zonder bewijs"))
        #expect(texts.contains("1 leerpunt, 1 goed voorbeeld, 1 open hulpvraag"))
        #expect(
            texts.contains {
                $0.hasPrefix("euro ") && $0.contains("plekken 50%") && $0.contains("een deel is niet te tellen")
            })
        #expect(cells.cell(right: 2, of: "Realisatie tegenover de afspraak", on: sheet)?.text == "zie tabel")
    }

    @Test func helpComesFirst() throws {
        let cells = try WrittenCells(SummaryExample().write())
        let help = "? Hulpvraag"
        #expect(cells.cell(right: 1, of: help, on: "Gesprek")?.text == "Vraagt hulp: geen kandidaten\nC-3")
        #expect(cells.cell(right: 3, of: help, on: "Gesprek")?.text == "Rijk")
    }

    @Test func withoutRegisterNothingIsClaimed() throws {
        var example = SummaryExample()
        example.register = nil
        let cells = try WrittenCells(example.write())
        #expect(cells.cell(right: 2, of: "C-1", on: sheet)?.text == "onbekend")
        #expect(cells.cell(right: 4, of: "C-1", on: sheet)?.text == "")
        #expect(cells.texts(on: sheet).contains("zonder contractregister is niet bekend wat er is afgesproken"))
        #expect(cells.texts(on: sheet).contains("○ ontvangen"))
        #expect(cells.texts(on: "Register").contains("Geen contractregister meegegeven"))
    }

    @Test func earlierReportsStandInAColumnOfTheirOwn() throws {
        let cells = try WrittenCells(SummaryExample.withHistory.write())
        // A full-time PW placement in the last 30 days of the first quarter: 40,000 x 90/365.
        #expect(cells.cell(right: 3, of: "C-6", on: sheet)?.number == 9_863.01)
        #expect(cells.cell(right: 4, of: "C-6", on: sheet)?.number == 9_863.01 + 1_250.75)
    }

    @Test(arguments: [Language.dutch, .english]) func noSheetSpeaksOfAFine(_ language: Language) throws {
        let cells = try WrittenCells(SummaryExample().write(language))
        for name in ["Leeswijzer", "Samenvatting", "Gesprek", "Controle", "Register"] {
            let texts = cells.texts(on: name).joined(separator: " ").lowercased()
            for word in ["boete", "sanctie", "fine is", "a fine", "penalty"]
            where word != "a fine" || !texts.contains("a fine result") {
                #expect(!texts.contains(word), "\(name): \(word)")
            }
        }
    }

    @Test func oddNumbersAreTakenAsTheyAre() throws {
        let cells = try WrittenCells(SummaryExample.withOddNumbers.write())
        #expect(cells.cell(right: 3, of: "0047", on: sheet)?.number == 9_972.60)
        #expect(cells.cell(right: 3, of: "47", on: sheet)?.number == 1)
        #expect(cells.cell(right: 3, of: "1*", on: sheet)?.number == 2)
        #expect(cells.cell(right: 2, of: ">0", on: sheet)?.number == 3)
    }

    @Test func manyContractsAreCountedAndNotLost() throws {
        let cells = try WrittenCells(SummaryExample.withManyContracts.write())
        #expect(cells.texts(on: sheet).contains("en nog 36 contractnummers"))
    }

    @Test func personsAndEvidenceAreFormulasAtAnySize() throws {
        let example = SummaryExample.withManyPlacements
        let cells = try WrittenCells(example.write())
        // 1,200 rows of 400 persons, each of whom works under both contracts; the first 100 rows have evidence.
        #expect(cells.cell(right: 3, of: "Hele inzending", on: sheet)?.number == 400)
        let persons = try #require(cells.cell(right: 3, of: "Hele inzending", on: sheet)?.formula)
        #expect(persons.hasPrefix("SUM("))
        let words = try #require(cells.texts(on: sheet).first { $0.contains("zonder bewijs") })
        #expect(words.hasSuffix("1102 van 1202 inzetten en facturen zonder bewijs"))
        let ofContract = cells.formulas(on: sheet).compactMap { cells[sheet, $0] }
            .filter { $0.formula?.hasPrefix("SUMPRODUCT(--('Inzet'!") == true && $0.number == 400 }
        // Both contracts among the figures, and C-2 once more, where nothing but persons can be counted.
        #expect(ofContract.count == 3)
    }

    @Test func sameInputGivesSameBytes() throws {
        let first = try Data(contentsOf: URL(fileURLWithPath: SummaryExample().write()))
        let second = try Data(contentsOf: URL(fileURLWithPath: SummaryExample().write()))
        #expect(first == second)
    }

    @Test func whatOneNeedsAtAGlanceIsAPrintedPageByItself() throws {
        let path = try SummaryExample().write()
        let xml = String(decoding: try WrittenCells.part("xl/worksheets/sheet2.xml", of: path), as: UTF8.self)
        #expect(xml.contains("fitToPage=\"1\"") && xml.contains("orientation=\"landscape\""))
        #expect(xml.contains("fitToHeight=\"0\""))
        let cells = try WrittenCells(path)
        let scores = try #require(
            cells.address(of: "Drie beelden naast elkaar (worden niet opgeteld)", on: "Samenvatting"))
        let row = try #require(Int(scores.dropFirst()))
        #expect(xml.contains("<brk id=\"\(row - 1)\""))
    }
}

extension SummaryExample {
    /// The example with a report of the quarter before it.
    static var withHistory: SummaryExample {
        var example = SummaryExample()
        example.previous = [
            [
                "voorblad.csv": (submission["voorblad.csv"] ?? "").replacing("2026-Q2", with: "2026-Q1"),
                "inzet.csv": """
                inzet_id;contractnummer;deelnemercode;doelgroep;werkgever_kvk;soort_inzet;contractvorm;begindatum;\
                einddatum;uren_per_week;gewerkte_uren;verband_opdracht
                P-9;C-6;D-9;PW;12345678;dienstverband;bepaald;01-01-2026;31-03-2026;36;468;direct: werk
                """,
            ]
        ]
        return example
    }

    /// The example with numbers that a spreadsheet function would take for patterns, for each other, or for a comparison.
    static var withOddNumbers: SummaryExample {
        let names = [
            ("C-1", "0047"), ("C-2", "47"), ("C-3", "1*"), ("C-4", ">0"), ("C-5", "=1+1"), ("C-6", "12345678901234567"),
            ("D-1", "007"), ("D-2", "7"), ("D-3", "7,0"), ("P-2", "12"), ("P-3", "012"),
        ]
        func renamed(_ tables: [String: String]) -> [String: String] {
            tables.mapValues { text in names.reduce(text) { $0.replacing($1.0, with: $1.1) } }
        }
        return SummaryExample(tables: renamed(submission), register: renamed(registerFiles))
    }

    /// The example with more contracts than a page shows, and none reported on.
    static var withManyContracts: SummaryExample {
        var example = SummaryExample()
        for number in 1...130 {
            let contract = "M-\(number);Veel;X;12345678;dienst;01-10-2025;15-01-2026;01-04-2026;31-03-2028"
            example.register?["contracten.csv"]? += "\n\(contract);maatwerk;geen;cm@bzk.example;kwartaal"
        }
        return example
    }

    /// The example without one of the required columns of *inzet.csv*.
    static func lacking(_ column: String) -> SummaryExample {
        var example = SummaryExample()
        example.tables["inzet.csv"] = submission["inzet.csv"]?.replacing(column + ";", with: "kolom_zonder_naam;")
        return example
    }

    /// The example with more placements than a formula could compare with each other.
    static var withManyPlacements: SummaryExample {
        var example = SummaryExample()
        let heading = submission["inzet.csv"]?.split(separator: "\n").first ?? ""
        let lines = (0..<1_200).map { number in
            "P-\(number);C-\(1 + number % 2);D-\(number % 400 / 2 * 2 + number / 400 % 2);PW;12345678;dienstverband;bepaald;"
                + "01-0\(1 + number / 400)-2026;31-03-2027;24;312;direct: werk"
        }
        example.tables["inzet.csv"] = heading + "\n" + lines.joined(separator: "\n")
        example.tables["bewijs.csv"] =
            "bewijs_id;hoort_bij;soort;datum_document;gezien_op\n"
            + (0..<100).map { "B-\($0);p-\($0);uitkeringsspecificatie_gezien;20-03-2026;21-03-2026" }
            .joined(separator: "\n")
        return example
    }

    /// A cover and one placement without hours, and nothing else.
    static var bare: SummaryExample {
        var example = SummaryExample()
        example.tables = [
            "voorblad.csv": submission["voorblad.csv"] ?? "",
            "inzet.csv": """
            inzet_id;contractnummer;deelnemercode;doelgroep;werkgever_kvk;soort_inzet;contractvorm;begindatum;\
            uren_per_week;verband_opdracht
            P-1;C-1;D-1;PW;12345678;dienstverband;bepaald;01-04-2026;24;direct: werk
            """,
        ]
        return example
    }
}

/// The status and the standing of a contract say why, in the words of this submission.
@Suite struct StatusCauseTests {
    @Test(arguments: [
        ("", "register", "Er is geen contractregister meegegeven."),
        ("leverancier_kvk", "", "Het KvK-nummer op het voorblad ontbreekt"),
        ("inzet", "", "Verplichte kolom ontbreekt (inzet.csv)"),
        ("", "", "na te kijken"),
    ]) func theStatusHasItsCause(_ broken: String, _ without: String, _ cause: String) throws {
        var example = broken == "inzet" ? SummaryExample.lacking("deelnemercode") : SummaryExample()
        if broken == "leverancier_kvk" {
            example.tables["voorblad.csv"] = example.tables["voorblad.csv"]?.replacing("12345678;", with: ";")
        }
        if without == "register" { example.register = nil }
        let texts = try WrittenCells(example.write()).texts(on: "Samenvatting")
        #expect(texts.contains { $0.localizedCaseInsensitiveContains(cause) }, "\(texts.prefix(12))")
        #expect(!texts.contains { $0.contains("De inzending is te gebruiken") })
    }

    @Test func theStandingHasItsCause() throws {
        let cells = try WrittenCells(SummaryExample().write())
        func cause(_ contract: String) -> WrittenCells.Cell? { cells.cell(right: 8, of: contract, on: "Samenvatting") }
        #expect(cause("C-5")?.text == "geen rijen bij dit contract")
        // No difference in points, which is a word for something else: the two shares stand beside it.
        #expect(cause("C-1")?.text.wholeMatch(of: /(voor|achter) op de tijd(; knelpunt: begeleiding)?/) != nil)
        #expect(cause("C-1")?.formula?.hasPrefix("IF(") == true)
    }

    /// What is in the way explains a contract that lags, and reads as a reproach beside a green word.
    @Test func anObstacleStandsOnlyBesideWhatDoesNotGoWell() throws {
        var example = SummaryExample()
        example.tables["knelpunten.csv"] = """
            contractnummer;soort;omschrijving;hulpvraag;actie
            C-1;begeleiding;weinig begeleiders;nee;plannen
            C-2;begeleiding;weinig begeleiders;nee;plannen
            C-3;begeleiding;weinig begeleiders;nee;plannen
            C-4;begeleiding;weinig begeleiders;nee;plannen
            """
        let cells = try WrittenCells(example.write())
        var named: Set<Bool> = []
        for contract in ["C-1", "C-2", "C-3", "C-4"] {
            let standing = try #require(cells.cell(right: 7, of: contract, on: "Samenvatting")?.text)
            let cause = cells.cell(right: 8, of: contract, on: "Samenvatting")?.text ?? ""
            #expect(cause.contains("begeleiding") == !standing.hasPrefix("✓"), "\(contract): \(standing), \(cause)")
            named.insert(standing.hasPrefix("✓"))
        }
        #expect(named.count == 2)
    }

    /// What is achieved is called so in the table of contracts and in the scores alike.
    @Test func aScoreSaysWhatItsContractsSay() throws {
        var example = SummaryExample()
        func ofGreen(_ text: String) -> String {
            let lines = text.split(separator: "\n")
            return (lines.prefix(1) + lines.dropFirst().filter { $0.contains("C-3;") }).joined(separator: "\n")
        }
        for (name, text) in SummaryExample.submission where name != "voorblad.csv" {
            example.tables[name] = ofGreen(text)
        }
        example.register?["contracten.csv"] = try ofGreen(#require(SummaryExample.registerFiles["contracten.csv"]))
        for (places, mark) in [("1", "✓ Gehaald"), ("4", "▲ Te bespreken")] {
            var obligations = try ofGreen(#require(SummaryExample.registerFiles["verplichtingen.csv"]))
            obligations.replace(";4;plekken", with: ";\(places);plekken")
            example.register?["verplichtingen.csv"] = obligations
            let cells = try WrittenCells(example.write())
            let score = cells.cell(right: 3, of: "Realisatie tegenover de afspraak", on: "Samenvatting")
            #expect(score?.text == mark && score?.formula?.contains("✓ Gehaald") == true)
        }
    }

    @Test func aCauseThatAsksHasOneMark() {
        #expect(
            SubmissionSummary.sentence([Text(nl: "2 zaken, zoals: klopt dit?", en: "two")])?.nl
                == "2 zaken, zoals: klopt dit?")
        #expect(SubmissionSummary.sentence([Text(nl: "a", en: "a"), Text(nl: "b", en: "b")])?.nl == "A; b.")
    }

    @Test func commitmentsAreCountedByOwner() throws {
        let cells = try WrittenCells(SummaryExample().write())
        func row(_ owner: String) -> [Double?] {
            (3...5).map { cells.cell(right: $0, of: owner, on: "Samenvatting")?.number }
        }
        #expect(row("Rijk") == [0, 0, 1])
        #expect(row("Leverancier") == [1, 1, 0])
        #expect(row("Samen") == [1, 0, 0])
        #expect(row("Alle afspraken") == [2, 1, 1])
    }
}
