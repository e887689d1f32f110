import Assessments
import Foundation
import Intake
import Rules
import SocialReturnModel
import Spreadsheets
import Testing

@testable import Workbooks

/// *Gesprek*, and where each topic belongs.
@Suite struct ConversationSheetTests {
    private let sheet = "Gesprek"

    /// The row under which a text stands in the first column; nil without it.
    private func row(of text: String, in cells: WrittenCells) -> Int? {
        (1...60).first { cells[sheet, "A\($0)"]?.text == text }
    }

    @Test(arguments: Language.allCases) func thePageLeadsFromTheLastTimeToState(_ language: Language) throws {
        let cells = try WrittenCells(SummaryExample().write(language))
        let titles =
            language == .dutch
            ? [
                "1  Nog open van vorige keer", "2  Wat ging goed?", "3  Waar loopt u tegenaan, en wie is aan zet?",
                "4  Waar staan we?",
            ]
            : [
                "1  Still open from the last time", "2  What went well?",
                "3  What are you up against, and whose turn is it?", "4  Where do we stand?",
            ]
        let rows = titles.map { row(of: $0, in: cells) ?? 0 }
        #expect(rows == rows.sorted() && rows.allSatisfy { $0 > 0 }, "\(rows)")
        // A heading that a program reads, and an input for each of its columns.
        let headings = (0..<13).map { cells[sheet, "\(ColumnName.letters($0))\(rows[2] + 1)"]?.text }
        for heading in DecisionForm.inputs + [DecisionForm.topic, DecisionForm.contracts, DecisionForm.period] {
            #expect(headings.contains(heading[language]), "\(heading)")
        }
        // What is said below the topics stands in no column of theirs, as it would be read as a decision.
        for row in rows[3]...(rows[3] + 6) {
            for column in ["E", "F", "G", "H"] { #expect(cells[sheet, "\(column)\(row)"]?.text.isEmpty ?? true) }
        }
    }

    @Test func thePageSpeaksInTheWordsOfTheSupplier() throws {
        let cells = try WrittenCells(SummaryExample().write())
        let texts = cells.texts(on: sheet)
        for words in [
            "“geen kandidaten met rijbewijs” “gesprek”", "★ Gehaald", "open dag", "“eerder beginnen”", "Van leerplek",
            "“verhaal” · delen: intern", "taalles",
        ] {
            #expect(texts.contains(words), "\(words)")
        }
        #expect(texts.contains("gehaald 1; nog open: Rijk 0, Leverancier 1 (1 te laat), Samen 1"))
        // Nothing of rules, and nothing of what was not tested.
        #expect(!texts.contains { $0.contains("Niet getoetst") || $0.contains(/[A-Z]{3}-\d\d/) })
    }

    @Test func anOverdueCommitmentHasItsOwner() throws {
        var example = SummaryExample()
        example.tables["afspraken.csv"] = """
            afspraak_id;contractnummer;doel;eigenaar;aantal;eenheid;streefdatum;status
            A-1;C-4;taalles;leverancier;2;personen;01-06-2026;loopt
            A-2;C-4;rondleiding;rijk;1;personen;01-05-2026;open
            """
        let cells = try WrittenCells(example.write())
        // Nobody explained it, so what the checks saw stands at the subject; the supplier's column has no words of this program.
        let state = try #require(
            cells.address(of: "rondleiding\nC-4\nDe streefdatum is voorbij.", on: sheet)
        ).dropFirst()
        #expect(cells[sheet, "A\(state)"]?.text == "■ Rijk is te laat")
        #expect(cells[sheet, "C\(state)"]?.text == "schreef hier niets over")
        #expect(cells[sheet, "D\(state)"]?.text == "Rijk")
        #expect(cells[sheet, "K\(state)"]?.text == "afspraken-voorbij/rijk/c-4")
        let own = try #require(
            cells.address(of: "taalles\nC-4\nDe streefdatum is voorbij.", on: sheet)
        ).dropFirst()
        #expect(cells[sheet, "A\(own)"]?.text == "■ Te laat")
        #expect(cells[sheet, "K\(own)"]?.text == "afspraken-voorbij/c-4")
    }

    @Test func whatIsStillOpenStandsRowByRowAtTheTop() throws {
        var example = SummaryExample()
        example.tables["afspraken.csv"] = """
            afspraak_id;contractnummer;doel;eigenaar;aantal;eenheid;streefdatum;voortgang;status;toelichting
            A-1;C-4;mentor;samen;1;personen;01-10-2026;;open;
            A-2;C-4;open dag;rijk;1;uren;01-05-2026;;gehaald;
            A-3;C-4;excursie;samen;1;personen;01-10-2026;;vervallen;
            A-4;C-4;taalles;leverancier;2;personen;01-06-2026;50;loopt;wacht op een lokaal
            A-5;C-4;zonder dag;rijk;2;personen;;;loopt;
            """
        example.register?["besluiten.csv"] = """
            contractnummer;onderwerp;periode;afspraak;wie;voor_wanneer;toelichting;vastgelegd_op;bron
            C-3;hulpvraag/c-3;2026-Q1;samen kandidaten zoeken;adviesteam;15-08-2026;voor ons;01-05-2026;rapport
            C-3;knelpunt/oud/c-3;2026-Q1;busje regelen;contractmanager;na de zomer;;01-05-2026;rapport
            """
        let cells = try WrittenCells(example.write())
        func row(_ number: Int, _ columns: String = "ABDEF") -> [String] {
            columns.map { cells[sheet, "\($0)\(number)"]?.text ?? "" }
        }
        #expect(row(4) == ["Stand", "Wat is afgesproken", "Aan zet", "Voor wanneer", "Hoe het ermee staat"])
        #expect(row(5, "ABDF") == ["■ Te laat", "taalles", "Leverancier", "C-4 · 50% · “wacht op een lokaal”"])
        #expect(row(6, "ABDF").prefix(3) == ["↺ Vorige keer", "samen kandidaten zoeken", "adviesteam"])
        #expect(row(6, "F")[0].hasPrefix("C-3 · 2026-Q1 · Vraagt hulp"))
        #expect(row(7, "ABDF") == ["○ Open", "mentor", "Samen", "C-4 · "])
        #expect(row(8, "ABDE") == ["◐ Loopt", "zonder dag", "Rijk", "geen datum"])
        #expect(row(9, "ABDE") == ["↺ Vorige keer", "busje regelen", "contractmanager", "na de zomer"])
        // What is dropped or done is not open, and a remark is the manager's own.
        #expect(row(10, "A") == ["2  Wat ging goed?"])
        #expect(!cells.texts(on: sheet).contains { $0.contains("excursie") })
        #expect((1...9).allSatisfy { !row($0).joined().contains("voor ons") })
        // The day and the word are those of the row on its own sheet, whoever sorts or changes that.
        #expect(cells[sheet, "E5"]?.formula?.contains("'Afspraken'!") == true)
        #expect(cells[sheet, "A5"]?.formula?.hasPrefix("IF(E5<") == true)
        // The rows are as many as the figures say.
        let summary = "Samenvatting"
        let open = ["Rijk": "zonder dag", "Leverancier": "01-06-2026: taalles", "Samen": "01-10-2026: mentor"]
        for (owner, goal) in open {
            let place = try #require(
                (1...40).first {
                    cells[summary, "A\($0)"]?.text == owner && cells[summary, "B\($0)"]?.text == goal
                }, "\(owner)")
            #expect(cells[summary, "D\(place)"]?.number == 1, "\(owner)")
        }
        #expect(cells.cell(right: 3, of: "Alle afspraken", on: summary)?.number == 3)
        // What nobody said more about has no sign that words follow.
        #expect(cells.texts(on: summary).contains("★ Gehaald · open dag"))
    }

    @Test func ofMuchThatIsOpenTheMostPressingStandsThereAndTheRestIsCounted() throws {
        var example = SummaryExample()
        let days = (1...9).map { "A-\($0);C-4;doel \($0);rijk;1;personen;0\(10 - $0)-08-2026;loopt" }
        example.tables["afspraken.csv"] =
            "afspraak_id;contractnummer;doel;eigenaar;aantal;eenheid;streefdatum;status\n"
            + days.joined(separator: "\n")
        let cells = try WrittenCells(example.write())
        let shown = (5...10).map { cells[sheet, "B\($0)"]?.text }
        #expect(shown == (4...9).reversed().map { "doel \($0)" })
        #expect(cells[sheet, "A11"]?.text == "2  Wat ging goed?")
        #expect(cells[sheet, "E3"]?.text == "en nog 3 →")
    }

    @Test(arguments: Language.allCases) func whereNothingIsOpenThePageSaysSo(_ language: Language) throws {
        var example = SummaryExample()
        example.tables["afspraken.csv"] = nil
        let cells = try WrittenCells(example.write(language))
        let text = try #require(cells[sheet, "A4"]?.text)
        #expect(text.hasPrefix(language == .dutch ? "Er staat niets open" : "Nothing is open"))
        #expect(cells[sheet, "A5"]?.text.hasPrefix("2  ") == true)
    }

    /// A link of two lines is underlined once, and reads as two links.
    @Test(arguments: Language.allCases) func aLinkHasOneLine(_ language: Language) throws {
        let path = try SummaryExample().write(language)
        let cells = try WrittenCells(path)
        let widths = ConversationLayout.Column.allCases.map(\.width)
        for address in cells.links(on: sheet) {
            let text = try #require(cells[sheet, address]?.text)
            let column = Int(try #require(address.unicodeScalars.first).value - 65)
            let wraps = column < 2 && cells[sheet, "K\(address.dropFirst())"]?.text.isEmpty == false
            #expect(!text.contains("\n"), "\(address)")
            if wraps { #expect(text.count <= Int(widths[column]), "\(address): \(text)") }
        }
    }

    @Test func theBlueCellsBeginOnTheFirstScreen() throws {
        var example = SummaryExample()
        example.tables["afspraken.csv"] =
            "afspraak_id;contractnummer;doel;eigenaar;aantal;eenheid;streefdatum;status;toelichting\n"
            + (1...20).map {
                "A-\($0);C-4;doel \($0);rijk;1;personen;01-08-2026;\($0 > 12 ? "gehaald" : "loopt");\(Self.long)"
            }
            .joined(separator: "\n")
        example.tables["leerpunten.csv"] =
            "contractnummer;wat_geleerd\n" + (1...4).map { "C-3;\($0) \(Self.long)" }.joined(separator: "\n")
        let path = try example.write()
        let cells = try WrittenCells(path)
        let first = try #require((1...60).first { cells[sheet, "K\($0)"]?.text == DecisionForm.topic.nl }) + 1
        let number = try #require(cells.sheets.firstIndex(of: sheet)) + 1
        let xml = String(decoding: try WrittenCells.part("xl/worksheets/sheet\(number).xml", of: path), as: UTF8.self)
        // A row without a height of its own has 15 points; 577 pixels are what LibreOffice leaves of a window of 1366 by 768.
        var heights = [Double](repeating: 15, count: first)
        for match in xml.matches(of: /<row r="(\d+)"[^>]* ht="([\d.]+)"/) {
            guard let row = Int(match.1), row <= first, let height = Double(match.2) else { continue }
            heights[row - 1] = height
        }
        let pixels: Double = heights.reduce(0, +) * 4 / 3
        #expect(heights.contains { $0 != 15 } && pixels <= 577)
    }

    private static let long = Array(repeating: "een lange uitleg", count: 20).joined(separator: " ")

    @Test func noMoreThanSevenStandOnThePageAndNoneIsLost() throws {
        let contracts = (1...12).map { "X-\($0)" }
        var example = SummaryExample()
        example.tables["knelpunten.csv"] =
            "contractnummer;soort;omschrijving;hulpvraag\n"
            + contracts.map { "\($0);begeleiding;bij \($0);ja" }.joined(separator: "\n")
        for contract in contracts {
            example.register?["contracten.csv"]? +=
                "\n\(contract);Veel;X;12345678;dienst;01-10-2025;15-01-2026;01-04-2026;31-03-2028;maatwerk;geen;"
                + "cm@bzk.example;kwartaal"
        }
        let cells = try WrittenCells(example.write())
        #expect(cells.sheets.contains("Meer onderwerpen"))
        let first = try #require((1...60).first { cells[sheet, "K\($0)"]?.text == DecisionForm.topic.nl }) + 1
        let page = (first...(first + 20)).compactMap { cells[sheet, "K\($0)"]?.text }.filter { !$0.isEmpty }
        #expect(page.count == ReportTopics.mostOnPage)
        let column = try #require(
            (0..<20).first { cells["Meer onderwerpen", "\(ColumnName.letters($0))4"]?.text == DecisionForm.topic.nl })
        let rest = (5...40).compactMap { cells["Meer onderwerpen", "\(ColumnName.letters(column))\($0)"]?.text }.filter
        {
            !$0.isEmpty
        }
        let all = Set(page + rest)
        #expect(all.count == page.count + rest.count)
        #expect(contracts.allSatisfy { all.contains("hulpvraag/\($0.lowercased())") })
        // One count for one thing.
        #expect(cells.texts(on: "Samenvatting").contains("alle \(all.count) onderwerpen op Gesprek →"))
        #expect(cells.texts(on: sheet).contains("nog \(rest.count) onderwerpen →"))
    }

    @Test func aTableThatIsTooWideIsPrintedAsFarAsItFits() throws {
        let path = try SummaryExample().write()
        let workbook = String(decoding: try WrittenCells.part("xl/workbook.xml", of: path), as: UTF8.self)
        #expect(workbook.contains("Print_Area") && workbook.contains("Inzet'!$A$1:"))
        let names = try WrittenCells(path).sheets
        let number = try #require(names.firstIndex(of: "Inzet")) + 1
        let xml = String(decoding: try WrittenCells.part("xl/worksheets/sheet\(number).xml", of: path), as: UTF8.self)
        #expect(xml.contains("de eerste ") && xml.contains("fitToPage"))
    }

    @Test func theOneContractOfAReportHasAllOfItsTopics() throws {
        var example = SummaryExample.bare
        example.register?["contracten.csv"] = SummaryExample.registerFiles["contracten.csv"]?.split(separator: "\n")
            .filter { $0.hasPrefix("contractnummer") || $0.hasPrefix("C-1;") }.joined(separator: "\n")
        let cells = try WrittenCells(example.write())
        let count = try #require(cells.cell(right: 10, of: "C-1", on: "Samenvatting"))
        let texts = cells.texts(on: "Samenvatting")
        let number = Int(count.number ?? -1)
        #expect(number > 0)
        #expect(texts.contains(number == 1 ? "1 onderwerp op Gesprek →" : "alle \(number) onderwerpen op Gesprek →"))
    }

    /// Every topic stands on one sheet, by what it is about and not by its rule.
    @Test func eachTopicBelongsSomewhere() throws {
        let assessment = try SummaryExample.lacking("deelnemercode").assess()
        for topic in SubmissionSummary(assessment).topics {
            let forum = topic.forum(isAnswered: false)
            switch topic.subject {
            case .notTested(let group): #expect(forum == (group.isRegisterGap ? .register : .control))
            case .findings(let group):
                if !group.table.isSubmission { #expect(forum == .register, "\(group.facts.id)") }
                if group.severity == .error { #expect(forum != .conversation, "\(group.facts.id)") }
                if group.table.isSubmission { #expect(topic.forum(isAnswered: true) == .conversation) }
            default: #expect(forum == .conversation)
            }
        }
    }

    @Test(arguments: [
        ("kort", 10, ["kort"]), ("een twee drie", 8, ["een twee", "drie"]),
        ("een twee drie vier vijf", 8, ["een twee", "drie…"]),
        ("", 8, [""]), ("onbreekbaarlangwoord", 8, ["onbreekba…"]),
    ]) func textIsCutBetweenWords(_ text: String, _ width: Int, _ pieces: [String]) {
        #expect(WrappedText.pieces(text, width: width, most: 2) == pieces)
    }
}
