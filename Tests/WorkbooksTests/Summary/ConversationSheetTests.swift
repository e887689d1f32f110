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

    @Test(arguments: Language.allCases) func thePageLeadsFromPraiseToState(_ language: Language) throws {
        let cells = try WrittenCells(SummaryExample().write(language))
        let titles =
            language == .dutch
            ? ["1  Wat ging goed? (begin hier)", "2  Waar loopt u tegenaan, en wie is aan zet?", "3  Waar staan we?"]
            : [
                "1  What went well? (begin here)", "2  What are you up against, and whose turn is it?",
                "3  Where do we stand?",
            ]
        let rows = titles.map { row(of: $0, in: cells) ?? 0 }
        #expect(rows == rows.sorted() && rows.allSatisfy { $0 > 0 }, "\(rows)")
        // A heading that a program reads, and an input for each of its columns.
        let headings = (0..<13).map { cells[sheet, "\(ColumnName.letters($0))\(rows[1] + 1)"]?.text }
        for heading in DecisionForm.inputs + [DecisionForm.topic, DecisionForm.contracts, DecisionForm.period] {
            #expect(headings.contains(heading[language]), "\(heading)")
        }
        // What is said below the topics stands in no column of theirs, as it would be read as a decision.
        for row in rows[2]...(rows[2] + 6) {
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
        let state = try #require(cells.address(of: "rondleiding", on: sheet)).dropFirst()
        #expect(cells[sheet, "A\(state)"]?.text == "■ Rijk is te laat\nC-4")
        #expect(cells[sheet, "D\(state)"]?.text == "Rijk")
        #expect(cells[sheet, "K\(state)"]?.text == "afspraken-voorbij/rijk/c-4")
        let own = try #require(cells.address(of: "taalles", on: sheet)).dropFirst()
        #expect(cells[sheet, "A\(own)"]?.text == "■ Te laat\nC-4")
        #expect(cells[sheet, "K\(own)"]?.text == "afspraken-voorbij/c-4")
    }

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
