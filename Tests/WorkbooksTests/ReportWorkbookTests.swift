import Foundation
import Intake
import Rules
import SocialReturnModel
import Spreadsheets
import TestSupport
import Testing

@testable import Workbooks

@Suite struct ReportWorkbookTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private func write(
        _ submission: [String: String] = ReportExample.submission, _ language: Language = .dutch,
        register: [String: String]? = ReportExample.register, limits: SheetLimits = .excel, shown: Int = 1_000,
        name: String = "rapport.xlsx"
    ) throws -> String {
        let path = folder.path(name)
        try ReportWorkbook.write(
            try ReportExample.assess(submission, register: register), language, to: path, limits: limits,
            shownFindings: shown)
        return path
    }

    @Test(arguments: Language.allCases)
    func hasTheSheetsOfTheInterfaceForTheTablesSubmitted(_ language: Language) throws {
        let names = try WrittenCells(try write(ReportExample.submission, language)).sheets
        #expect(
            names == [
                "Leeswijzer", "Samenvatting", "Gesprek", "Meer onderwerpen", "Controle", "Register", "Bevindingen",
                "Inzet", "Waardering", "Goede voorbeelden", "Elders", "Elders per rij",
                "Afgekeurde rijen", "Regels", "Instellingen en bronnen", "Herkomst",
            ])
    }

    @Test func ordersAllSheetsAsTheInterfaceDoes() {
        #expect(
            ReportSheet.all.map(\.name) == [
                "Leeswijzer", "Samenvatting", "Gesprek", "Meer onderwerpen", "Controle", "Register", "Bevindingen",
                "Inzet", "Waardering", "Sociale inkoop",
                "Activiteiten", "Bewijs", "Gesprekken", "Afspraken", "Knelpunten", "Leerpunten", "Goede voorbeelden",
                "Leerplekken", "Elders", "Elders per rij", "Afgekeurde rijen", "Regels", "Instellingen en bronnen",
                "Herkomst",
            ])
    }

    /// Sheets with a name of their own may be large, and are searched for decisions: those of the report itself are told from them.
    @Test func isReadForDecisionsByTheNamesOfItsSheets() {
        let names = ReportSheet.all.map(\.name).filter { SheetNames.table(named: $0) == nil }
        let asking = DecisionForm.sheetNames.filter(names.contains)
        #expect(Set(names) == Set(asking + DecisionForm.otherSheetNames))
    }

    @Test func isTheSameEveryTime() throws {
        let first = try write(name: "een.xlsx"), second = try write(name: "twee.xlsx")
        #expect(try Data(contentsOf: URL(fileURLWithPath: first)) == Data(contentsOf: URL(fileURLWithPath: second)))
    }

    @Test func supplierTextIsNeverAFormula() throws {
        let path = try write()
        let cells = try WrittenCells(path)
        let address = try #require(cells.address(of: "=1+1", on: "Inzet"))
        #expect(cells["Inzet", address]?.formula == nil)
        #expect(cells.address(of: "@SUM(A1)", on: "Inzet") != nil)
        #expect(cells.address(of: "=HYPERLINK(\"x\")", on: "Inzet") != nil)
        for sheet in cells.sheets {
            for formula in cells.formulas(on: sheet).compactMap({ cells[sheet, $0]?.formula }) {
                // A sum such as $A$11+1 is one of our own.
                #expect(formula.firstMatch(of: /(^|[^$A-Z0-9.])=?1\+1/) == nil)
                #expect(!formula.contains("HYPERLINK(\"x\")"))
            }
        }
    }

    @Test func whatXMLDoesNotKnowIsReplacedAndCounted() throws {
        let cells = try WrittenCells(try write())
        #expect(cells.address(of: "tab\u{FFFD}en\u{FFFD}niets", on: "Inzet") != nil)
        // Twice on Inzet; the row is not set aside.
        #expect(cells.cell(right: 1, of: "ingekorte of vervangen tekst", on: "Herkomst")?.number ?? 0 >= 1)
    }

    @Test func whatPrivacyRefusesIsNowhere() throws {
        let path = try write()
        let text = try WrittenCells.everything(in: path)
        for secret in ["111222333", "Piet", "Joop"] { #expect(!text.contains(secret), "\(secret)") }
    }

    @Test func everyRowReadIsOnASheet() throws {
        let cells = try WrittenCells(try write())
        let assessment = try ReportExample.assess()
        #expect(
            cells.texts(on: "Afgekeurde rijen").filter { $0 == "● Apart gezet" }.count
                == assessment.submission.rowCounts.setAside)
        // The hours of P-2 have no placement to stand beside, as it was set aside.
        #expect(cells.texts(on: "Afgekeurde rijen").contains { $0.hasPrefix("P-2 | 2026-04") })
        for id in ["P-1", "=1+1", "P-5"] { #expect(cells.texts(on: "Inzet").contains(id)) }
    }

    @Test func aLongTableGoesOnOnTheNextSheet() throws {
        var submission = ReportExample.submission
        submission["inzet.csv"] = ReportExample.placements(130)
        submission["uren.csv"] = nil
        let path = try write(submission, limits: SheetLimits(rows: 180, links: 20), shown: 12)
        let cells = try WrittenCells(path)
        // 104 rows count.
        #expect(!cells.sheets.contains("Inzet (2)"))
        let small = try WrittenCells(
            try write(submission, limits: SheetLimits(rows: 85), shown: 12, name: "klein.xlsx"))
        #expect(small.sheets.contains("Inzet (2)") && small.sheets.contains("Waardering (2)"))
        #expect(small["Inzet (2)", "B5"]?.text == "P-101")
        #expect(small["Waardering (2)", "J5"]?.formula == "I5-H5+1")
        let accepted = try #require(small.address(of: "op blad Inzet", on: "Herkomst"))
        let count = try #require(small["Herkomst", "D\(accepted.dropFirst())"])
        #expect(count.formula == "COUNT('Inzet'!$A$5:$A$84)+COUNT('Inzet (2)'!$A$5:$A$28)")
        #expect(count.number == 104)
    }

    /// A rejected row that is longer than a cell stands on *Afgekeurde rijen* in parts, and is counted once.
    @Test(arguments: [(10, 1), (700, 3), (3_000, 12)])
    func aRejectedRowGoesOnInFurtherLines(_ columns: Int, _ parts: Int) throws {
        let limit = 2_000
        let heading =
            "inzet_id;contractnummer;deelnemercode;doelgroep;werkgever_kvk;soort_inzet;contractvorm;begindatum;"
            + "einddatum;uren_per_week;verband_opdracht"
        let names = (0..<columns).map { "k\($0)" }.joined(separator: ";")
        let values = (0..<columns).map { "v\($0)" }.joined(separator: ";")
        var submission = ReportExample.submission
        submission["uren.csv"] = nil
        submission["inzet.csv"] = """
            \(heading);\(names)
            P-1;C-1;D-1;PW;12345678;dienstverband;bepaald;01-04-2026;01-01-2026;24;direct: werk;\(values)
            P-2;C-1;D-2;PW;12345678;dienstverband;bepaald;31-02-2026;;24;direct: werk;\(values)
            """
        let cells = try WrittenCells(try write(submission, limits: SheetLimits(textLength: limit)))
        let sheet = "Afgekeurde rijen"
        let lines = (5...60).prefix { cells[sheet, "A\($0)"]?.text.isEmpty == false }
        let rows = lines.map { Int(cells[sheet, "A\($0)"]?.text ?? "") }
        #expect(rows == Array(repeating: 2, count: parts) + Array(repeating: 3, count: parts))
        let text = lines.prefix(parts).map { cells[sheet, "H\($0)"]?.text ?? "" }.joined()
        #expect(text.hasSuffix(values.replacing(";", with: " | ")))
        #expect(text.split(separator: " | ").count == 11 + columns)
        #expect(lines.count { cells[sheet, "E\($0)"]?.text == "● Apart gezet" } == 2)
        #expect(lines.count { cells[sheet, "E\($0)"]?.text == "… Vervolg" } == 2 * (parts - 1))
        #expect(!cells.texts(on: sheet).contains { $0.hasSuffix("…") })
    }

    /// Columns that a sheet has no room for are named, counted, and not cut in silence.
    @Test func columnsBeyondTheSheetAreNamed() throws {
        var submission = ReportExample.submission
        let names = (0..<450).map { "eigen kolom \($0)" }
        submission["inzet.csv"] =
            ReportExample.placements(2).split(separator: "\n").enumerated().map { index, line in
                let cells = index == 0 ? names : names.map { _ in "x" }
                return "\(line);\(cells.joined(separator: ";"))"
            }.joined(separator: "\n")
        let cells = try WrittenCells(try write(submission, limits: SheetLimits(textLength: 4_000)))
        #expect(cells.texts(on: "Inzet").contains { $0.contains("Nog 50 onbekende kolommen passen hier niet") })
        let named = [
            cells.cell(right: 1, of: "onbekende kolommen", on: "Herkomst"),
            cells.cell(right: 1, of: "onbekende kolommen, vervolg 2", on: "Herkomst"),
        ].map { $0?.text ?? "" }.joined()
        #expect(named.contains(names.joined(separator: ", ")))
        #expect(
            cells.cell(right: 1, of: "onbekende kolommen die niet op het blad passen", on: "Herkomst")?.text == "50")
    }

    /// Headings of any length or number of lines, and names likewise, give a workbook.
    @Test(arguments: [("x", 330), ("x\n", 34), ("x", 40_000), ("x\n", 5_000), ("lang woord ", 600)])
    func headingsOfAnySizeFit(_ piece: String, _ count: Int) throws {
        let heading = "\"" + String(repeating: piece, count: count) + "\""
        var submission = ReportExample.submission
        submission["inzet.csv"] =
            ReportExample.placements(1).split(separator: "\n").enumerated().map { index, line in
                index == 0 ? "\(line);\(heading);\(heading)" : "\(line);a;b"
            }.joined(separator: "\n")
        submission["voorblad.csv"] = """
            leverancier_kvk;leverancier_naam;periode;sjabloonversie
            12345678;\(heading);2026-Q2;1
            """
        #expect(try WrittenCells(try write(submission)).sheets.contains("Inzet"))
        let path = folder.path("terugkoppeling.xlsx")
        try FeedbackWorkbook.write(try ReportExample.assess(submission), .dutch, to: path)
        #expect(try WrittenCells(path).sheets.contains("Inzet"))
    }

    @Test func findingsAreCappedAndSaidToBe() throws {
        var submission = ReportExample.submission
        submission["inzet.csv"] = ReportExample.placements(30)
        let cells = try WrittenCells(try write(submission, shown: 2))
        #expect(cells.texts(on: "Bevindingen").filter { $0 == "INZ-03" }.count == 2)
        #expect(
            cells.texts(on: "Bevindingen").contains { $0.contains("INZ-03 (6)") && $0.contains("bevindingen.json") })
        let row = try #require(cells.address(of: "INZ-03", on: "Regels")).dropFirst()
        #expect(cells["Regels", "D\(row)"]?.number == 6)
        #expect(cells["Regels", "D\(row)"]?.formula?.hasSuffix("+4") == true)
    }

    @Test func rulesThatWereNotTestedAreAsVisibleAsFindings() throws {
        let cells = try WrittenCells(try write(ReportExample.submission, register: nil))
        let marks = cells.texts(on: "Regels").filter { $0.hasPrefix("○") }
        #expect(!marks.isEmpty)
        #expect(cells.texts(on: "Regels").contains { $0.contains("--register") })
    }

    @Test func everyLinkLeadsToACellThatIsThere() throws {
        let path = try write()
        let lastRows = try WrittenCells.lastRows(in: path)
        let links = try WrittenCells.links(in: path)
        #expect(links.count > 20)
        for link in links {
            let parts = link.split(separator: "!")
            let sheet = try #require(parts.first).dropFirst().dropLast().replacingOccurrences(of: "''", with: "'")
            let row = try #require(parts.last.flatMap { Int($0.drop { $0.isLetter }) })
            #expect(row <= lastRows[sheet] ?? 0, "\(link)")
        }
    }

    @Test func headingsAreDistinctAndOptionalColumnsWithoutAValueLeftOut() throws {
        var submission = ReportExample.submission
        submission["inzet.csv"] = """
            inzet_id;contractnummer;deelnemercode;doelgroep;werkgever_kvk;soort_inzet;contractvorm;begindatum;einddatum;uren_per_week;\
            verband_opdracht;niveau;rij;bevindingen;Ploeg;ploeg
            P-1;C-1;D-1;PW;12345678;dienstverband;bepaald;01-04-2026;31-12-2026;24;direct: werk;;a;b;c;d
            """
        let cells = try WrittenCells(try write(submission))
        let headings = (0..<30).compactMap { cells["Inzet", "\(ColumnName.letters($0))4"]?.text }
        #expect(Set(headings.map { $0.lowercased() }).count == headings.count)
        for heading in ["rij (2)", "bevindingen (2)", "Ploeg", "ploeg (2)"] { #expect(headings.contains(heading)) }
        #expect(!headings.contains("Niveau") && !headings.contains("Leeftijdsklasse"))
        #expect(headings.contains("Verband opdracht") && !headings.contains("verband_opdracht"))
    }

    @Test func aFindingLeadsToItsCell() throws {
        let assessment = try ReportExample.assess()
        let report = try ReportExample.report(assessment, in: folder)
        let rule = try #require(Catalogue.all.firstIndex { $0.facts.id == "INZ-03" })
        let finding = try #require(assessment.findings.all.first { Int($0.rule) == rule })
        #expect(report.index.target(of: finding.place)?.sheet == "Afgekeurde rijen")
        let accepted = try #require(
            assessment.findings.all.first { $0.place.table == .placements && $0.place.record == 3 })
        #expect(report.index.target(of: accepted.place)?.sheet == "Inzet")
        #expect(report.index.target(of: accepted.place)?.cell.row == 5)
    }
}
