import Assessments
import Foundation
import Intake
import SocialReturnModel
import Spreadsheets
import TestSupport
import Testing

@testable import Workbooks

/// What makes the feedback a workbook that can be mended and sent back.
@Suite struct FeedbackCorrectionTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private func write(
        _ submission: [String: String], _ language: Language = .dutch, limits: SheetLimits = .excel
    ) throws -> String {
        let path = folder.path("terugkoppeling-\(UUID().uuidString).xlsx")
        try FeedbackWorkbook.write(try ReportExample.assess(submission), language, to: path, limits: limits)
        return path
    }

    private func sheet(_ name: String, of path: String) throws -> String {
        let index = try #require(try WrittenCells(path).sheets.firstIndex(of: name))
        return String(decoding: try WrittenCells.part("xl/worksheets/sheet\(index + 1).xml", of: path), as: UTF8.self)
    }

    /// Placements with one faulty cell in each of `rows`, in `column` (from 0).
    private static func faulty(_ rows: Set<Int>, of count: Int, column: Int, value: String) -> [String: String] {
        var submission = ReportExample.submission
        submission["uren.csv"] = nil
        let lines = ReportExample.placements(count).replacing("01-01-2026", with: "31-12-2026").split(separator: "\n")
        submission["inzet.csv"] = lines.enumerated().map { number, line in
            guard rows.contains(number) else { return String(line) }
            var cells = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
            cells[column] = value
            return cells.joined(separator: ";")
        }.joined(separator: "\n")
        return submission
    }

    @Test func faultyCodesHaveADropDownWithDutchNames() throws {
        let path = try write(Self.faulty([2, 3, 7], of: 9, column: 3, value: "onzin"))
        let xml = try sheet("Inzet", of: path)
        // The code of the group is the fourth of the supplier's columns; the list is that of all rows, as sorting moves them.
        #expect(xml.contains("sqref=\"H5:H13\"><formula1>keuze_doelgroep</formula1>"))
        let cells = try WrittenCells(path)
        #expect(cells["Keuzelijsten", "A1"]?.text == TargetGroup.listName.nl)
        #expect(cells["Keuzelijsten", "A2"]?.text == TargetGroup.allCases[0].name.nl)
        let workbook = String(decoding: try WrittenCells.part("xl/workbook.xml", of: path), as: UTF8.self)
        let count = TargetGroup.allCases.count
        #expect(workbook.contains("name=\"keuze_doelgroep\">'Keuzelijsten'!$A$2:$A$\(count + 1)<"))
        for name in ["Keuzelijsten", "Eerste levering"] {
            #expect(
                workbook.range(of: "name=\"\(name)\" sheetId=\"[0-9]+\" state=\"hidden\"", options: .regularExpression)
                    != nil)
        }
    }

    @Test(arguments: [(10, true), (5, true), (4, false)])
    func rulesStayWithinTheLimit(_ limit: Int, _ hasList: Bool) throws {
        let rows = Set(stride(from: 1, through: 39, by: 2))
        let path = try write(
            Self.faulty(rows, of: 40, column: 3, value: "onzin"), limits: SheetLimits(inputRules: limit))
        let xml = try sheet("Inzet", of: path)
        #expect(xml.contains("sqref=\"H5:H44\"><formula1>keuze_doelgroep</formula1>") == hasList)
        #expect(xml.components(separatedBy: "<dataValidation ").count - 1 <= limit)
    }

    @Test(arguments: [(7, "99-99-2026", "date", "L"), (9, "veel", "decimal", "N")])
    func daysAndNumbersAreChecked(_ column: Int, _ value: String, _ type: String, _ letter: String) throws {
        let xml = try sheet("Inzet", of: try write(Self.faulty([4], of: 5, column: column, value: value)))
        let rule = try #require(
            xml.components(separatedBy: "<dataValidation ").first { $0.contains("sqref=\"\(letter)5:\(letter)9\"") })
        #expect(rule.contains("type=\"\(type)\"") && rule.contains("errorStyle=\"warning\""))
        #expect(rule.contains("promptTitle="))
    }

    @Test(arguments: Language.allCases)
    func notesSayWhatWhyAndHow(_ language: Language) throws {
        let path = try write(Self.faulty([4], of: 5, column: 7, value: "99-99-2026"), language)
        let notes = String(decoding: try WrittenCells.part("xl/comments*.xml", of: path), as: UTF8.self)
        #expect(notes.contains("ref=\"L8\""))
        let words =
            language == .dutch
            ? ["Te herstellen", "Waarom:", "Zo lost u het op:"] : ["To correct", "Why:", "How to solve it:"]
        for word in words { #expect(notes.contains(word), "\(word)") }
    }

    @Test func notesAreCounted() throws {
        let rows = RowWords.notesPerSheet + 20
        let path = try write(Self.faulty(Set(1...rows), of: rows, column: 3, value: "onzin"))
        let notes = String(decoding: try WrittenCells.part("xl/comments*.xml", of: path), as: UTF8.self)
        // The heading of another sheet has one too.
        let count = notes.components(separatedBy: "<comment ").count - 1
        #expect((RowWords.notesPerSheet...RowWords.notesPerSheet + 1).contains(count))
    }

    @Test func theFirstDeliveryIsThereInFull() throws {
        var submission = ReportExample.submission
        submission["inzet.csv"]? += "\nP-6;C-1;D-6\u{1F}x;a|b\\c"
        let long = String(repeating: "é", count: 31_990) + "😀" + String(repeating: "z", count: 500)
        submission["leerpunten.csv"] = "contractnummer;wat_geleerd\nC-1;\(long)"
        let path = try write(submission)
        let cells = try WrittenCells(path)
        let sheet = "Eerste levering"
        #expect(cells[sheet, "A1"]?.text == "maatwerk-eerste-levering/1")
        #expect(["A2", "B2", "C2", "D2"].map { cells[sheet, $0]?.text } == OriginalSubmissionForm.headings)
        #expect(cells[sheet, "A3"] == nil && cells[sheet, "B3"]?.text == "inzending")
        #expect(cells[sheet, "C3"]?.text == "voorbeeld")
        let files = try ReportExample.assess(submission).submission.files
        for (index, file) in files.enumerated() {
            #expect(cells[sheet, "B\(4 + index)"]?.text == file.name)
            #expect(cells[sheet, "C\(4 + index)"]?.text == file.sha256)
        }
        let text = { (row: Int) in cells[sheet, "D\(row)"]?.text ?? "" }
        #expect(cells[sheet, "B\(4 + files.count)"]?.text == "eigen teksten")
        #expect(text(4 + files.count).split(separator: " ").contains { $0 == OwnTexts.fingerprint(of: "Status") })
        let first = 5 + files.count
        #expect(cells[sheet, "A\(first)"]?.text == "Voorblad" && cells[sheet, "B\(first)"]?.number == 1)
        #expect(text(first).hasPrefix("leverancier_kvk|leverancier_naam|periode|"))
        #expect(text(first + 1) == "12345678|Voorbeeld Schoon B.V.|2026-Q2|1|06-07-2026|ja")
        // Masked as everywhere; a character that no cell holds is replaced as on the sheet.
        #expect(text(first + 3).hasPrefix("P-1|C-1|D-1|PW|12345678|") && text(first + 3).hasSuffix("|Noord|***"))
        #expect(text(first + 8) == #"P-6|C-1|D-6\u{FFFD}x|a\|b\\c"#.replacing(#"\u{FFFD}"#, with: "\u{FFFD}"))
        let row = try #require((first...first + 40).first { cells[sheet, "E\($0)"] != nil })
        let parts = [text(row), cells[sheet, "E\(row)"]?.text ?? ""]
        #expect(parts.joined() == "C-1|" + long)
        #expect(parts[0].utf16.count <= OriginalSubmissionForm.longestText)
    }

    @Test func aFullSheetOfTheFirstDeliveryGoesOn() throws {
        var submission = ReportExample.submission
        submission["uren.csv"] = nil
        submission["inzet.csv"] = ReportExample.placements(110)
        let path = try write(submission, limits: SheetLimits(rows: 45))
        let cells = try WrittenCells(path)
        let parts = cells.sheets.filter { $0.hasPrefix("Eerste levering") }
        #expect(parts.count >= 3 && parts.prefix(2) == ["Eerste levering", "Eerste levering (2)"])
        let rows = parts.flatMap { sheet in
            (1...45).compactMap { cells[sheet, "A\($0)"]?.text == "Inzet" ? cells[sheet, "B\($0)"]?.number : nil }
        }
        #expect(rows == (1...111).map(Double.init))
    }

    @Test(arguments: Language.allCases)
    func aRowSetAsideSaysSo(_ language: Language) throws {
        let path = try write(ReportExample.submission, language)
        let words = language == .dutch ? "Deze rij telt nog niet mee." : "This row does not count yet."
        let assessment = try ReportExample.assess()
        let placements = try #require(assessment.submission.placements)
        let cells = try WrittenCells(path)
        try #require(placements.isSetAside.contains(true) && placements.isSetAside.contains(false))
        for (line, isSetAside) in placements.isSetAside.enumerated() {
            let text = cells["Inzet", "A\(5 + line)"]?.text ?? ""
            #expect(text.contains(words) == isSetAside, "\(text)")
        }
    }

    /// A typed KvK number or period stays as typed; days and amounts may become what the program makes of them.
    @Test func cellsThatExcelDamagesAreText() throws {
        let path = try write(ReportExample.submission)
        let xml = try sheet("Inzet", of: path)
        let styles = String(decoding: try WrittenCells.part("xl/styles.xml", of: path), as: UTF8.self)
        let formats = try #require(styles.components(separatedBy: "<cellXfs").last).components(separatedBy: "<xf ")
            .dropFirst()
        let isText = try #require(styles.components(separatedBy: "<numFmt ").first { $0.contains("formatCode=\"@\"") })
            .prefix { $0 != " " }
        let formatOf = { (column: Int) -> Bool in
            let entry = xml.components(separatedBy: "<col ").first { $0.hasPrefix("min=\"\(column)\" ") } ?? ""
            let style = entry.components(separatedBy: "style=\"").last.flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
            return Array(formats)[style].hasPrefix(isText)
        }
        // Correctie, Uw antwoord, inzet_id, werkgever_kvk; begindatum, opgegeven_waarde.
        #expect([2, 3, 5, 9].allSatisfy(formatOf))
        #expect(![12, 18].contains(where: formatOf))
    }

    @Test func threeStepsAndThreeScores() throws {
        for language in Language.allCases {
            let texts = try WrittenCells(try write(ReportExample.submission, language)).texts(on: "Lees dit eerst")
            for name in [CompletenessScore.name, RealisationScore.name, LearningScore.name] {
                #expect(texts.count { $0.hasPrefix(name[language] + ": ") } == 1)
            }
            for step in 1...3 { #expect(texts.contains { $0.hasPrefix("\(step). ") }) }
        }
    }
}
