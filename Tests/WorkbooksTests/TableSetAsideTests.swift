import Foundation
import Rules
import SocialReturnModel
import TestSupport
import Testing

@testable import Workbooks

/// A file without a required column: all of its rows stand on *Afgekeurde rijen* with the reason, and nowhere else.
@Suite struct TableSetAsideTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private static func submission(lacking column: String) -> [String: String] {
        var submission = ReportExample.submission
        submission["inzet.csv"] = ReportExample.placements(30).replacing(column + ";", with: "kolom_zonder_naam;")
        submission["uren.csv"] = nil
        return submission
    }

    @Test(arguments: ["inzet_id", "deelnemercode", "contractnummer"], Language.allCases)
    func everyRowStandsApartWithTheReason(_ column: String, _ language: Language) throws {
        let assessment = try ReportExample.assess(Self.submission(lacking: column))
        let path = folder.path("\(column).xlsx")
        try ReportWorkbook.write(assessment, language, to: path)
        let cells = try WrittenCells(path)
        let reason =
            language == .dutch ? "Alle 30 rijen van inzet.csv staan apart" : "All 30 rows of inzet.csv are set aside"
        let apart = cells.texts(on: "Afgekeurde rijen").filter { $0.hasPrefix(reason) && $0.contains("'\(column)'") }
        #expect(apart.count == 30)
        // The end before the beginning of every fifth row is told too.
        #expect(apart.count { $0.contains("INZ-03") } == 6)
        #expect(cells["Inzet", "A5"]?.text == (language == .dutch ? "Geen rijen." : "No rows."))
        let rows = assessment.submission.rowCounts
        #expect(rows.read == rows.accepted + rows.setAside && rows.setAside == 30)
        let label = language == .dutch ? "Volledigheid van de rapportage" : "Completeness of the report"
        let share = try #require(cells.cell(right: 2, of: label, on: "Samenvatting")?.number)
        #expect(abs(share - Double(rows.accepted) / Double(rows.read)) < 1e-9)
        #expect(cells.texts(on: "Controle").contains { $0.contains(reason) })
    }

    @Test func theSupplierReadsItOnce() throws {
        let path = folder.path("terugkoppeling.xlsx")
        try FeedbackWorkbook.write(
            try ReportExample.assess(Self.submission(lacking: "deelnemercode")), .dutch, to: path)
        let cells = try WrittenCells(path)
        let sentence = "Alle 30 rijen van inzet.csv staan apart, omdat kolom 'deelnemercode' ontbreekt."
        #expect(cells.texts(on: "Lees dit eerst").contains(sentence))
        #expect(cells.texts(on: "Inzet").contains { $0.hasPrefix(sentence) })
        #expect(cells.texts(on: "Lees dit eerst").contains { $0.hasPrefix("Voeg de kolom toe.") })
    }
}

/// What was not tested is as visible as what was found, with why and what to supply.
@Suite struct NotTestedSheetsTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    @Test(arguments: Language.allCases)
    func everySheetSaysIt(_ language: Language) throws {
        let assessment = try ReportExample.assess(register: nil)
        let path = folder.path("rapport.xlsx")
        try ReportWorkbook.write(assessment, language, to: path)
        let cells = try WrittenCells(path)
        let label = language == .dutch ? "Niet getoetst" : "Not tested"
        let count = try #require(cells.cell(right: 2, of: label, on: "Samenvatting"))
        #expect(count.number == Double(assessment.notTestedCount) && count.formula != nil)
        #expect(cells.cell(right: 3, of: label, on: "Samenvatting")?.text == "○ " + label)
        for item in assessment.notEvaluated {
            #expect(cells.texts(on: "Regels").contains { $0.contains(item.reason[language]) })
            guard let supply = item.supply?[language] else { continue }
            #expect(cells.texts(on: "Regels").contains { $0.contains(supply) }, "\(supply)")
        }
        for group in assessment.notTested {
            let texts = cells.texts(on: group.isRegisterGap ? "Register" : "Controle")
            #expect(texts.contains { $0.contains(group.reason[language]) }, "\(group)")
            for id in group.ruleIDs { #expect(texts.contains { $0.contains(id) }, "\(id)") }
        }
    }

    @Test func theSupplierReadsWhatItCanSupplyOnly() throws {
        let assessment = try ReportExample.assess(register: nil)
        let path = folder.path("terugkoppeling.xlsx")
        try FeedbackWorkbook.write(assessment, .dutch, to: path)
        let texts = try WrittenCells(path).texts(on: "Lees dit eerst")
        #expect(texts.contains("○ Niet getoetst"))
        for group in assessment.notTested {
            let reason = group.reason.nl
            // The feedback has sheets, and names no file.
            let sheet = TableID.submission.first { reason.contains(" \(AllTables.facts($0).fileName) ") }
            let words =
                sheet.map { "Op blad \(AllTables.facts($0).sheetName) is niets gemeld." } ?? reason
            let isTold = texts.contains { $0.hasPrefix(words) }
            // A file that only the contract manager's rules read is not asked for.
            let isForSupplier = group.rules.contains { Catalogue.all[$0].facts.audience == .supplier }
            #expect(isTold == (group.supplier == .supplier && isForSupplier), "\(group.reason.nl)")
        }
    }
}
