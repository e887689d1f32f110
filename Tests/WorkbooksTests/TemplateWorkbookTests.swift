import Foundation
import Intake
import SocialReturnModel
import Spreadsheets
import TestSupport
import Testing

@testable import Workbooks

@Suite struct TemplateWorkbookTests {
    private static let day = Day(daysSince1970: 20_000)
    private static let columns = TableID.submission.map { AllTables.facts($0) }
        .flatMap { table in table.columns.map { (table.id, $0) } }

    private func written(
        _ contents: TemplateContents = TemplateContents(version: TemplateVersion.current),
        _ profile: TemplateProfile = .full, _ language: Language = .dutch
    ) throws -> WrittenCells {
        let folder = try Folder()
        let path = folder.path("sjabloon.xlsx")
        try TemplateWorkbook.write(contents, profile, language, on: Self.day, to: path)
        return try WrittenCells(path)
    }

    private static func letters(_ column: Int) -> String { String(CellReference(row: 0, column: column).a1.dropLast()) }

    @Test(arguments: TemplateProfile.allCases, Language.allCases)
    func everyColumnOfEveryTableStandsThere(_ profile: TemplateProfile, _ language: Language) throws {
        let cells = try written(TemplateContents(version: TemplateVersion.current), profile, language)
        let tables = TableID.submission.map { AllTables.facts($0) }
        #expect(cells.sheets == ["Uitleg"] + tables.map { TemplateSheetName.of($0.id) } + ["Keuzelijsten"])
        for table in tables {
            let sheet = TemplateSheetName.of(table.id)
            #expect(cells[sheet, "A1"]?.text == table.title[language])
            #expect(cells[sheet, "A2"]?.text == table.meaning[language])
            for (index, column) in table.columns.enumerated() {
                let letters = Self.letters(index)
                #expect(cells[sheet, letters + "4"]?.text == column.name)
                let need = ColumnNeed(column)
                #expect(cells[sheet, letters + "3"]?.text == need.word[language])
                let isVersion = column.name == TemplateContents.versionColumn
                #expect((cells[sheet, letters + "5"]?.text ?? "") == (isVersion ? TemplateVersion.current : ""))
            }
        }
    }

    @Test func everyCodeOfEveryListStandsInItsRange() throws {
        let cells = try written()
        var ranges: [String: [String]] = [:]
        for (name, reference) in TemplateLists.submission.ranges {
            let rows = reference.split(separator: "!")[1].split(separator: ":").compactMap {
                $0.split(separator: "$").last
            }
            .compactMap { Int($0) }
            let (first, last) = (try #require(rows.first), try #require(rows.last))
            ranges[name] = (first...last).map { cells["Keuzelijsten", "C\($0)"]?.text ?? "" }
            for row in first...last { #expect(cells["Keuzelijsten", "B\(row)"]?.isText == true) }
        }
        for (table, column) in Self.columns {
            guard let list = column.codes else { continue }
            #expect(ranges[TemplateLists.rangeName(of: list)] == list.entries.map(\.name.nl), "\(table) \(column.name)")
            for (index, entry) in list.entries.enumerated() {
                // What is chosen is read as the code that was meant.
                #expect(list.rawValue(for: entry.name.nl).map(Int.init) == index, "\(list.name.nl): \(entry.name.nl)")
            }
        }
        #expect(ranges.count == Set(Self.columns.compactMap { $0.1.codes?.name.nl }).count)
    }

    /// Spreadsheet programs cut longer hints, and libxlsxwriter refuses them.
    @Test(arguments: Language.allCases, [false, true])
    func hintsAndMessagesFit(_ language: Language, _ knowsContracts: Bool) {
        for (table, facts) in Self.columns {
            let column = TemplateColumn(facts: facts, table: table, language: language, knowsContracts: knowsContracts)
            let rule = column.rule
            #expect((1...32).contains(rule.promptTitle.utf16.count), "\(facts.name)")
            #expect((1...255).contains(rule.prompt.utf16.count), "\(facts.name): \(rule.prompt.utf16.count)")
            #expect(rule.prompt.hasPrefix(facts.meaning[language]))
            #expect(facts.example.isEmpty || rule.prompt.contains(language == .dutch ? "Voorbeeld: " : "Example: "))
            #expect(rule.errorTitle.utf16.count <= 32)
            #expect(rule.errorMessage.utf16.count <= 255, "\(facts.name): \(rule.errorMessage)")
            #expect(rule.errorMessage.isEmpty == (rule.condition == .anything), "\(facts.name)")
            #expect(rule.allowsBlank)
            #expect((12...60).contains(column.width), "\(facts.name)")
        }
    }

    @Test func everyTextIsInBothLanguages() {
        for (table, facts) in Self.columns {
            let (dutch, english) = (
                TemplateColumn(facts: facts, table: table, language: .dutch, knowsContracts: true),
                TemplateColumn(facts: facts, table: table, language: .english, knowsContracts: true)
            )
            #expect(dutch.prompt != english.prompt, "\(facts.name)")
            #expect(dutch.note != english.note, "\(facts.name)")
            if !dutch.rule.errorMessage.isEmpty { #expect(dutch.rule.errorMessage != english.rule.errorMessage) }
        }
    }

    @Test(arguments: TemplateProfile.allCases)
    func everyInstructionIsInBothLanguages(_ profile: TemplateProfile) throws {
        var contents = TemplateContents(version: TemplateVersion.current)
        contents.contracts = [TemplateContract(number: "C-1")]
        let folder = try Folder()
        let writer = try WorkbookWriter(
            at: folder.path("sjabloon.xlsx"), DocumentProperties(title: "Proef", created: 0), .dutch,
            homeSheet: TemplateSheetName.instructions, footerText: "")
        let sections = InstructionSection.all(of: Template(contents: contents, profile: profile, writer: writer))
        #expect(sections.count == (profile == .simple ? 7 : 6))
        for entry in sections.flatMap(\.entries) {
            #expect(!entry.name.nl.isEmpty && !entry.name.en.isEmpty)
            #expect(!entry.meaning.nl.isEmpty && !entry.meaning.en.isEmpty && entry.meaning.nl != entry.meaning.en)
        }
    }

    @Test func aListIsClosedToOtherWordsWhenAFigureDependsOnIt() {
        for (table, facts) in Self.columns {
            let rule = TemplateColumn(facts: facts, table: table, language: .dutch, knowsContracts: false).rule
            switch facts.kind {
            case .code: #expect(rule.severity == (facts.codes?.isOpen == true ? .warning : .stop), "\(facts.name)")
            case .codes: #expect(rule.severity == .warning, "\(facts.name)")
            case .day, .number, .kvk: #expect(rule.severity == .stop, "\(facts.name)")
            default: break
            }
        }
        #expect(Day(year: 2000, month: 1, day: 1)?.spreadsheetSerial == 36_526)
        #expect(Day(year: 2100, month: 12, day: 31)?.spreadsheetSerial == 73_415)
    }

    @Test func contractsStandWhereTheirNamePoints() throws {
        var contents = TemplateContents(version: TemplateVersion.current)
        contents.contracts = ["C-1", "C-2", "C-3"].map {
            TemplateContract(number: $0, details: [Text(verbatim: "Werk.")])
        }
        for profile in TemplateProfile.allCases {
            let folder = try Folder()
            let path = folder.path("sjabloon.xlsx")
            try TemplateWorkbook.write(contents, profile, .dutch, on: Self.day, to: path)
            let cells = try WrittenCells(path)
            let book = try WrittenCells.part("xl/workbook.xml", of: path)
            let name = try #require(
                String(decoding: book, as: UTF8.self).split(separator: "Uw_contracten\">").last?.split(separator: "<")
                    .first)
            let rows = name.split(separator: ":").compactMap { $0.split(separator: "$").last }.compactMap { Int($0) }
            let (first, last) = (try #require(rows.first), try #require(rows.last))
            #expect((first...last).map { cells["Uitleg", "A\($0)"]?.text } == ["C-1", "C-2", "C-3"])
            #expect(cells["Uitleg", "B\(first)"]?.text == "Werk.")
            #expect(cells["Uitleg", "A\(first - 1)"]?.text == "Uw contracten")
        }
    }

    /// Nobody fills in a name before reading that it does not belong there, and no step asks to leave empty what is required.
    @Test(arguments: Language.allCases) func theInstructionsBeginWithPrivacyAndSayByWhen(_ language: Language) throws {
        for days in [nil, 1, 30] {
            var contents = TemplateContents(version: TemplateVersion.current)
            contents.reportWithinDays = days
            let cells = try written(contents, .full, language)
            let names = (1...60).compactMap { cells["Uitleg", "A\($0)"]?.text }
            // Every word above a heading is explained.
            for need in [ColumnNeed.required, .welcome, .optional] { #expect(names.contains(need.word[language])) }
            let privacy = try #require(names.firstIndex(of: language == .dutch ? "Geen namen" : "No names"))
            let step = try #require(names.firstIndex(of: language == .dutch ? "Stap 1" : "Step 1"))
            let byWhen = try #require(names.firstIndex(of: language == .dutch ? "Voor wanneer" : "By when"))
            #expect(byWhen < privacy && privacy < step)
            let steps = cells.texts(on: "Uitleg")
            let within =
                days.map { Contract.withinDays($0)[language] }
                ?? (language == .dutch ? "geen dag afgesproken" : "no day agreed")
            let when = steps.filter { $0.contains(within) }
            let shown = cells.cell(right: 1, of: language == .dutch ? "Voor wanneer" : "By when", on: "Uitleg")?.text
            // Said once, early: not again among the steps.
            #expect(when.count == 1 && when[0] == shown, "\(when)")
            #expect(days != 1 || !(shown ?? "").contains(language == .dutch ? "1 dagen" : "1 days"))
            let empty = steps.filter { $0.contains(language == .dutch ? "vak dan leeg" : "leave the cell empty") }
            #expect(empty.count == 1 && empty[0].contains(language == .dutch ? "verplicht" : "required"), "\(empty)")
        }
    }

    @Test func filledRowsKeepTheirKind() throws {
        var contents = TemplateContents(version: TemplateVersion.current)
        let facts = AllTables.facts(.placements)
        var row = [TemplateValue?](repeating: nil, count: facts.columns.count)
        func place(_ name: String) throws -> Int { try #require(facts.index(of: name)) }
        row[try place("inzet_id")] = .text("007")
        row[try place("begindatum")] = .day(Day(daysSince1970: 20_544))
        row[try place("uren_per_week")] = .number(Quantity(tenThousandths: 245_000))
        row[try place("opgegeven_waarde")] = .money(Cents(123_450))
        contents.rows[.placements] = [row]
        let cells = try written(contents, .simple)
        func cell(_ name: String) throws -> WrittenCells.Cell? { cells["Inzet", Self.letters(try place(name)) + "5"] }
        #expect(try cell("inzet_id")?.text == "007")
        #expect(try cell("inzet_id")?.isText == true)
        #expect(try cell("begindatum")?.number == 46_113)
        #expect(try cell("uren_per_week")?.number == 24.5)
        #expect(try cell("opgegeven_waarde")?.number == 1234.5)
        #expect(TemplateProfile.simple.shows(try place("opgegeven_waarde"), of: facts, in: contents))
        #expect(!TemplateProfile.simple.shows(try place("bonussen"), of: facts, in: contents))
    }

    /// The reference of a name may take 127 bytes.
    @Test(arguments: [(0, 5_003), (4_000, 5_003), (4_001, 5_004), (1_048_572, 1_048_575)])
    func thereIsRoomForMore(_ filled: Int, _ last: Int) {
        var contents = TemplateContents(version: "1")
        contents.rows[.placements] = Array(repeating: [], count: filled)
        #expect(TemplateTableSheet.rows(of: .placements, in: contents) == 4...last)
        #expect(TemplateTableSheet.rows(of: .cover, in: contents) == 4...4)
        for column in FilledColumn.all { #expect(column.reference(in: contents).utf8.count <= 127) }
    }

    /// 4.5 to 1 is what letters of this size need.
    @Test(arguments: [ColumnNeed.required, .optional])
    func needsAreReadable(_ need: ColumnNeed) throws {
        for style in [need.headingStyle, need.wordStyle] {
            let (letters, fill) = (try #require(style.fontColor), try #require(style.fill))
            let luminances = [letters, fill].map(Self.luminance).sorted()
            #expect((luminances[1] + 0.05) / (luminances[0] + 0.05) >= 4.5)
        }
    }

    private static func luminance(_ color: Color) -> Double {
        func part(_ shift: UInt32) -> Double {
            let value = Double((color.rgb >> shift) & 0xFF) / 255
            return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
    }
}
